import type { Figure, Section } from '@/db/application-content'
import type { RequestOutcome } from '@/db/vocabulary'
import { sha256Of } from '@/lib/evidence/canonical'

/** Provvedimento: what was decided on an istanza, by whom, with which reasons in fact and in law (L. 241/1990 art. 3). */
export type ProvisionContent = {
  protocollo: string
  decidedAt: string
  outcome: RequestOutcome
  application: { protocollo: string; submittedAt: string; label: string; summary: string }
  contributor: { denomination: string; codiceFiscale: string }
  office: { code: string; name: string; unit: string }
  /** The officer responsible for the procedure, by name: L. 241/1990 art. 5. */
  responsible: string
  facts: string
  law: string
  /** What was granted, as the officer answered, and what follows from it. */
  decided?: Section
  figures: Figure[]
  /** What changed elsewhere with the decision. */
  effects: string[]
  /** The files it carries, each with its hash. */
  attachments: { name: string; size: number; sha256: string }[]
}

/** SHA-256 of the content: the same decision gives the same hash, wherever computed. */
export const hashOf = (content: ProvisionContent) => sha256Of(content)
