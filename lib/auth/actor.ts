import type { AccessTitle, FirmRole, OfficerRole, PinLevel, UnitCode } from '@/db/vocabulary'

export declare const verified: unique symbol
export type Verified = { readonly [verified]: true }

/** Nobody yet: somebody who has not signed in. */
export type Visitor = Verified & { kind: 'visitor' }

/** A natural person signed in, before it is said for whom they act. */
export type Person = Verified & { kind: 'person'; id: string; sessionId: string; pinLevel: PinLevel }

/** Someone whose session went idle while they wrote: may leave a draft behind, and nothing else. */
export type Lapsed = Verified & { kind: 'lapsed'; id: string; pinLevel: PinLevel }

/** Who is acting, and for whom: `contributorId` is the party the papers are about. */
export type ContributorSide = Verified & {
  kind: 'contributor'
  id: string
  contributorId: string
  title: AccessTitle
  /** The delegation that opens the door, and the firm it was given to; representatives have none. */
  delegation?: { id: string; firmId: string | null } | undefined
  pinLevel: PinLevel
}

/** Someone who looks at all their contributors at once; `firm` is the one they are in now. */
export type Portfolio = Verified & {
  kind: 'portfolio'
  id: string
  pinLevel: PinLevel
  firm?: { id: string; role: FirmRole } | undefined
}

export type Officer = Verified & {
  kind: 'officer'
  id: string
  officeCode: string
  unitCodes: UnitCode[]
  role: OfficerRole
}

export type Administrator = Verified & { kind: 'administrator'; id: string }

/** The portal itself, when it keeps its own terms. */
export type System = Verified & { kind: 'system' }

export type Actor = Visitor | Person | Lapsed | ContributorSide | Portfolio | Officer | Administrator | System
