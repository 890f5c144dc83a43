import type { Route } from 'next'
import Link from 'next/link'
import { Alert } from '@/components/alert'
import type { ContributorSide } from '@/lib/auth/actor'
import { rightsOf } from '@/lib/contributors/rights'
import { isUuid } from '@/lib/identifiers/uuid'
import { refusalToAnswer } from '@/lib/notices/answering'
import { kindLabel } from '@/lib/notices/kinds'
import { formatPeriod } from '@/lib/notices/period'
import { findNotice } from '@/lib/notices/queries/detail'

type Notice = NonNullable<Awaited<ReturnType<typeof findNotice>>>

/** The notice that a request is to answer, and why it cannot, if it cannot. One may answer only what one may see, and a partial delegate nothing. */
export async function findAnswerable(actor: ContributorSide, asked: unknown) {
  if (rightsOf[actor.title].partial || typeof asked !== 'string' || !isUuid(asked)) return undefined
  const notice = await findNotice(actor, asked)
  return notice && { notice, refusal: refusalToAnswer('answer', notice) }
}

export const subjectOf = ({ kind, periodFrom, periodTo }: Pick<Notice, 'kind' | 'periodFrom' | 'periodTo'>) =>
  `${kindLabel(kind)}, ${formatPeriod(periodFrom, periodTo)}`

/** Instead of the form, before anything was written: what can be done with the notice as it is. */
export function Unanswerable({ profile, notice, refusal }: { profile: string; notice: Notice; refusal: string }) {
  const open = refusalToAnswer('answer', { ...notice, firstReadAt: new Date() }) === undefined
  return (
    <Alert tone="warning" title={`Comunicazione ${notice.protocollo}`}>
      <p>{refusal}</p>
      <p>
        <Link href={`/area/${profile}/comunicazioni/${notice.id}` as Route} prefetch={false}>
          {open ? 'Vai alla comunicazione per leggerla' : 'Vai alla comunicazione'}
        </Link>
      </p>
      {!open && (
        <p>
          Per scrivere comunque alla sede,{' '}
          <Link href={`/area/${profile}/richieste/nuova` as Route} prefetch={false}>
            invia una richiesta non collegata
          </Link>
          .
        </p>
      )}
    </Alert>
  )
}
