import 'server-only'
import { and, eq, inArray } from 'drizzle-orm'
import { v7 } from 'uuid'
import { notices } from '@/db/schema'
import type { Officer } from '@/lib/auth/actor'
import { formatItalianDate } from '@/lib/calendar/iso-date'
import type { Transaction } from '@/lib/change'
import { moveNotice } from '@/lib/notices/commands/office'
import { visibleNotices } from '@/lib/notices/policy'
import { statusesFor, transitions } from '@/lib/notices/status'
import { Invalid } from '@/lib/refusal'
import { fieldOf } from '../../fields'
import type { Effect } from '../../kind'
import { decision, type InstalmentsDecision } from './decision'
import { debtOf, tooManyInstalments } from './figures'
import type { InstalmentsAnswers } from './steps'

/**
 * The plan is in the provision; notices that it names and that nobody has answered yet are put in progress, with its number
 * in their history. Those already answered, as the one it was begun from, stand there already.
 * @throws Invalid when more instalments are granted than the debt may have
 */
export const effect: Effect<InstalmentsAnswers> = async (actor, tx, granted) => {
  const { instalments, firstDueOn } = granted.decided as InstalmentsDecision
  const refusal = tooManyInstalments(granted.rates, debtOf(granted.answers), instalments, granted.submittedOn)
  if (refusal) throw new Invalid({ [fieldOf(decision.step.id, 'instalments')]: [refusal] })
  const words = [`Rateazione in ${instalments} rate al mese, la prima entro il ${formatItalianDate(firstDueOn)}.`]
  const named = granted.answers.debiti.righe.map(({ number }) => number.toUpperCase())
  const open = await holdOpen(actor, tx, granted.contributorId, named)
  if (open.length === 0) return words
  const text = `Rateazione concessa con il provvedimento ${await granted.provision()}.`
  for (const { id } of open) await moveNotice(actor, tx, 'begin', { eventId: v7(), noticeId: id, text })
  return {
    words: [...words, ...open.map(({ protocollo }) => `Comunicazione ${protocollo}: in lavorazione.`)],
    also: open.map(({ id }) => ({
      name: transitions.begin.change,
      id,
      contributorId: granted.contributorId,
      details: { requestId: granted.requestId },
    })),
  }
}

/** Notices of this contributor, among those named, that wait for an answer: locked until the decision is written. */
const holdOpen = (actor: Officer, tx: Transaction, contributorId: string, named: string[]) =>
  tx
    .select({ id: notices.id, protocollo: notices.protocollo })
    .from(notices)
    .where(
      and(
        visibleNotices(actor),
        eq(notices.contributorId, contributorId),
        inArray(notices.protocollo, named),
        inArray(notices.status, statusesFor('begin')),
      ),
    )
    .orderBy(notices.id)
    .for('update')
