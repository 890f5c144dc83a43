import { Alert } from '@/components/alert'
import { DateTime } from '@/components/date-time'
import { DueChip } from '@/components/due-chip'
import { OneButtonForm } from '@/components/form/one-button-form'
import { PageTitle } from '@/components/layout/page-title'
import { NoticeStatusBadge } from '@/components/notice-status'
import { SummaryList } from '@/components/summary-list'
import type { ContributorSide } from '@/lib/auth/actor'
import { romeDate } from '@/lib/calendar/working-days'
import { titleLabels } from '@/lib/contributors/titles'
import { kindLabel } from '@/lib/notices/kinds'
import { formatPeriod } from '@/lib/notices/period'
import type { findNotice } from '@/lib/notices/queries/detail'
import { readNoticeAction } from './action'

export type FoundNotice = NonNullable<Awaited<ReturnType<typeof findNotice>>>

/** La busta: who writes, to whom, what kind, when, by when; and the one button that reads for the contributor. */
export function Envelope({ actor, notice }: { actor: ContributorSide; notice: FoundNotice }) {
  const title = titleLabels[actor.title].toLowerCase()
  return (
    <>
      <PageTitle lead="Questa comunicazione non è ancora stata letta da nessuno per il contribuente.">
        {kindLabel(notice.kind)}
      </PageTitle>
      <EnvelopeFacts notice={notice} />
      <Alert tone="info" title="La lettura viene registrata">
        <p>
          Con «Apri e leggi» registriamo, con data e ora, che la comunicazione è stata letta per{' '}
          <strong>{notice.denomination}</strong> da te, come {title}. La prima lettura vale per il contribuente e non si
          può togliere. Guardare questa pagina non è leggere.
        </p>
      </Alert>
      <OneButtonForm
        action={readNoticeAction}
        hidden={{ profile: actor.contributorId, noticeId: notice.id }}
        pendingLabel="Apertura in corso…"
      >
        Apri e leggi
      </OneButtonForm>
    </>
  )
}

/** What stands on the outside of a notice. */
export function EnvelopeFacts({ notice }: { notice: FoundNotice }) {
  return (
    <SummaryList
      rows={[
        { term: 'Per', value: `${notice.denomination} – C.F. ${notice.codiceFiscale}` },
        { term: 'Da', value: `Sede di ${notice.officeName} (${notice.officeCode})` },
        {
          term: 'Riferimento',
          value: `Anno ${notice.year} · ${formatPeriod(notice.periodFrom, notice.periodTo)}`,
        },
        { term: 'Protocollo', value: notice.protocollo },
        { term: 'Pubblicata il', value: <DateTime at={notice.publishedAt} /> },
        {
          term: 'Termine',
          value: <DueChip dueBy={notice.dueBy} status={notice.status} today={romeDate(new Date())} />,
        },
        { term: 'Stato', value: <NoticeStatusBadge status={notice.status} /> },
      ]}
    />
  )
}
