import { sql } from 'drizzle-orm'
import { v7 } from 'uuid'
import type { ContributorSide, Person } from '@/lib/auth/actor'
import { keepException } from '@/lib/notifications/commands'
import { unsaid } from '@/lib/notifications/preference-schema'
import { aContact, aProposal, codeOf } from './contact-factories'
import { aUser, execute, person } from './factories'

type People = { sender: ContributorSide }
type Form = Record<string, string>
type Owner = (people: People) => ContributorSide | Person

/** The one with which the sender signed in, a while ago. */
export const pin = 'cavallo di battaglia'

const address = () => `${v7()}@recapito.example`
const line = (good: (people: People) => Form | Promise<Form>) => ({
  side: 'sender' as const,
  good: (_: unknown, people: People) => good(people),
})

const written = async (owner: ContributorSide | Person) => ({ contactId: await aContact(owner, address()) })
const withoutCode = async (owner: ContributorSide | Person) => {
  const contact = await written(owner)
  await execute(sql`delete from contact_codes where contact_id = ${contact.contactId}`)
  return contact
}
const proposed = async ({ sender }: People) => ({
  contactId: await aProposal(sender.contributorId, (await aUser()).id),
})

/** The forms of one's own contacts and of a contributor's differ only in whose they are. */
const formsOf = (owner: Owner) => ({
  propose: line(() => ({ kind: 'email', value: address(), pin })),
  send: line((people) => withoutCode(owner(people))),
  verify: line(async (people) => {
    const contact = await written(owner(people))
    return { ...contact, code: await codeOf(contact.contactId) }
  }),
  remove: line(async (people) => ({ ...(await written(owner(people))), pin })),
})
const [theirs, own] = [formsOf(({ sender }) => sender), formsOf(({ sender }) => person(sender.id))]

const boxes = { noticeEmail: 'on', replyEmail: 'on', deadlineSms: 'on', delegationEmail: 'on' }
const aboutSender = ({ sender }: People) => ({ about: 'contributor' as const, aboutId: sender.contributorId })

/** A form of every action on contacts and preferences, as a person would fill it. */
export const contactForms = {
  proposeContactAction: theirs.propose,
  sendContactCodeAction: theirs.send,
  verifyContactAction: theirs.verify,
  removeContactAction: theirs.remove,
  confirmContactAction: line(async (people) => ({ ...(await proposed(people)), pin })),
  declineContactAction: line(proposed),
  proposeOwnContactAction: own.propose,
  sendOwnCodeAction: own.send,
  verifyOwnContactAction: own.verify,
  removeOwnContactAction: own.remove,
  keepPreferencesAction: line(() => ({ rhythm: 'daily', ...boxes })),
  keepExceptionAction: line((people) => ({ ...aboutSender(people), ...boxes })),
  removeExceptionAction: line(async (people) => {
    await keepException(person(people.sender.id), { ...aboutSender(people), wishes: unsaid })
    return aboutSender(people)
  }),
}
