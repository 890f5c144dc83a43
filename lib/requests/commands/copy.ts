import 'server-only'
import { v7 } from 'uuid'
import type { Fact } from '@/db/question'
import type { ContributorSide } from '@/lib/auth/actor'
import { saveDraft } from '@/lib/drafts/commands'
import { findAnsweredNotice } from '@/lib/notices/queries/answers'
import { isAllowed } from '@/lib/notices/status'
import { Refusal } from '@/lib/refusal'
import { factPrefix } from '@/lib/topics/fact-prefix'
import { describeAnswer } from '@/lib/questions/schema'
import { findRequest, listThread } from '../queries/detail'
import { workersField } from '../workers'

/** An answer as one would type it again: whole where it is shown masked, without the sign of the euro. */
const typedAgain = ({ kind, value }: Fact) =>
  kind === 'iban' ? String(value) : describeAnswer({ kind }, value).replace(/ €$/, '')

/**
 * «Invia di nuovo»: a new draft with the contacts, subject, facts and text of a request already sent; files are chosen
 * anew. It answers the same notice, while that one can be answered. The request itself is not touched.
 */
export async function copyRequest(actor: ContributorSide, requestId: string) {
  const request = await findRequest(actor, requestId)
  if (!request?.topicCode) throw new Refusal('not-found', 'Questa richiesta non c’è più.')
  const [[opening], notice] = await Promise.all([listThread(actor, requestId), findAnsweredNotice(actor, requestId)])
  const { email, mobile, landline, fax, areaCode, topicCode, facts, workers } = request
  return saveDraft(actor, v7(), {
    kind: 'request',
    version: 0,
    writer: v7(),
    content: {
      email: email ?? '',
      mobile: mobile ?? '',
      landline: landline ?? '',
      fax: fax ?? '',
      areaCode,
      topicCode,
      text: opening?.text ?? '',
      ...(workers.length > 0 && { [workersField]: workers.join(' ') }),
      ...(notice && isAllowed('answer', 'contributor', notice.status) && { noticeId: notice.id }),
      ...Object.fromEntries(facts.map((fact) => [factPrefix + fact.name, typedAgain(fact)])),
    },
  })
}
