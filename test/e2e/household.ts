import type { Sql } from 'postgres'
import { pdf } from '../files'
import { newApplicationDraft } from './application-drafts'
import { newBulk } from './bulk'
import { newCompiled } from './compiled'
import { newDelegation } from './delegations'
import { newApplications } from './desk-applications'
import type { Papers } from './doors'
import { newOwnFirm } from './own-firm'
import { newCampaign, newNotice, newPayment, newReadNotice } from './notices'
import { type Asker, newContributor, newOffice, newOfficer, type Person } from './people'
import { attach, newDraft, submit, takeUp, write } from './requests'

const words = 'Parole che soltanto chi le ha scritte può leggere.'
const reply = 'Risposta che nessun altro deve leggere.'
const fileName = 'documento riservato.pdf'

/**
 * A contributor with papers of every kind, the officer who holds them, and the secrets they hold.
 * @param enter how the two come in: with a browser, or by plain HTTP alone
 */
export async function household<A extends Asker>(sql: Sql, enter: (person: Person) => Promise<A>) {
  const office = await newOffice(sql)
  const [who, clerk] = [await newContributor(sql, { office }), await newOfficer(sql, office)]
  const owner = await enter(who)
  const request = await newDraft(owner, who, { text: words })
  const attachment = await attach(owner, who, request, fileName, 'application/pdf', pdf(words))
  await submit(owner, who, request)
  const draft = await newDraft(owner, who, { text: words })
  const draftFile = await attach(owner, who, draft, fileName, 'application/pdf', pdf('bozza'))
  const applicationDraft = await newApplicationDraft(owner, who)
  const officer = await enter(clerk)
  await takeUp(officer, request)
  await write(officer, `/sede/richieste/${request}/rispondi?bozza=${crypto.randomUUID()}`, { text: reply })
  const place = { contributorId: who.contributorId, office, officerId: (await newOfficer(sql, office)).userId }
  const notice = await newNotice(sql, place)
  const read = await newReadNotice(sql, { ...place, userId: who.userId })
  const campaign = await newCampaign(sql, place)
  const colleague = { userId: who.userId, holderId: clerk.userId, colleagueId: place.officerId }
  const { secrets: ofApplications, ...applications } = await newApplications(sql, { ...place, ...colleague })
  const bulk = await newBulk(sql, { ...who, text: words })
  const firm = await newOwnFirm(sql, who)
  const compiled = await newCompiled(sql, who)
  const payment = await newPayment(sql, { ...who, notice: read.id, fileName })
  const delegation = await newDelegation(sql, who)
  const [row] = await sql`select protocollo from requests where id = ${request}`
  const [session] = await sql`select id from sessions where user_id = ${who.userId}`
  const papers: Papers = {
    profile: who.contributorId,
    request,
    notice: notice.id,
    readNotice: read.id,
    campaign: campaign.id,
    payment,
    delegation: delegation.id,
    compiled,
    bulk,
    ...firm,
    ...applications,
    applicationDraft,
    draft,
    attachment,
    draftFile,
    session: session!.id as string,
  }
  const ofNotices = [notice.protocollo, notice.externalNumber, read.protocollo, campaign.title, campaign.externalNumber]
  const { codiceFiscale: delegate } = delegation.delegate
  const secrets = [
    words,
    reply,
    fileName,
    who.denomination,
    row!.protocollo as string,
    delegate,
    ...ofNotices,
    ...ofApplications,
  ]
  return { who, owner, officer, papers, secrets }
}

/** All that is written under the name of a contributor: what only reads leaves it as it was. */
export const written = async (sql: Sql, { profile }: Papers) =>
  (
    await sql`
      select (select md5(string_agg(to_jsonb(requests)::text, ',' order by id)) from requests where contributor_id = ${profile}) as requests,
        (select count(*) from thread_entries where contributor_id = ${profile}) as entries,
        (select md5(string_agg(to_jsonb(drafts)::text, ',' order by id)) from drafts where contributor_id = ${profile}) as drafts,
        (select count(*) from attachments where contributor_id = ${profile}) as attachments,
        (select count(*) from receipts where contributor_id = ${profile}) as receipts,
        (select md5(string_agg(to_jsonb(notices)::text, ',' order by id)) from notices where contributor_id = ${profile}) as notices,
        (select count(*) from notice_readings where contributor_id = ${profile}) as readings,
        (select count(*) from notices_seen join notices on notices.id = notice_id where contributor_id = ${profile}) as seen,
        (select count(*) from unread_replies where contributor_id = ${profile}) as unread,
        (select count(*) from outgoing_messages join thread_entries on thread_entries.id = entry_id where contributor_id = ${profile}) as messages,
        (select count(*) from audit_events where contributor_id = ${profile} and change not in ('attachment.downloaded', 'paper.kept')) as record`
  )[0]!
