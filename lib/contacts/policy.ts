import { eq, type SQL } from 'drizzle-orm'
import { contacts } from '@/db/schema'
import type { ContactKind } from '@/db/vocabulary'
import type { ContributorSide, Person } from '@/lib/auth/actor'
import { rightsOf } from '@/lib/contributors/rights'

/** Whose contacts these are: the contributor's whom one acts for, or one's own. The two never mix (domain.md §9.5). */
export const visibleContacts = (actor: ContributorSide | Person): SQL =>
  actor.kind === 'contributor' ? eq(contacts.contributorId, actor.contributorId) : eq(contacts.userId, actor.id)

/** What one may do with them (domain.md §3.9). */
export const contactsRight = (actor: ContributorSide | Person) =>
  actor.kind === 'contributor' ? rightsOf[actor.title].contacts : 'change'

/** A person is reached by mail and SMS; a contributor has a PEC too, and above all. */
export const kindsFor = (actor: ContributorSide | Person): readonly ContactKind[] =>
  actor.kind === 'contributor' ? ['pec', 'email', 'mobile'] : ['email', 'mobile']

type Standing = { status: string; createdBy: string }

/** Whether the page offers to take a contact away: the same rule as the command's. One may withdraw one's own proposal. */
export const canRemove = (actor: ContributorSide | Person, { status, createdBy }: Standing) =>
  ['proposed', 'unverified', 'verified'].includes(status) &&
  (contactsRight(actor) === 'change' ||
    (contactsRight(actor) === 'propose' && status === 'proposed' && createdBy === actor.id))
