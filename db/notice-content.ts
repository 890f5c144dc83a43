import type { NoticeKind } from './vocabulary'

/** A month as 'yyyy-mm', a day as 'yyyy-mm-dd', an amount in whole euro cents. Imports nothing but words. */

/** Tabella dei contributi: what was due for a month and what was paid; the difference is `due - paid`. */
export type ContributionRow = { month: string; causale: string; due: number; paid: number }

/** Tabella delle sanzioni civili (art. 116 c. 8 L. 388/2000, lett. a or b). `paidOn` is null while nothing was paid. */
export type SanctionRow = {
  month: string
  term: string
  paidOn: string | null
  /** Days of delay. */
  days: number
  /** Amount that the sanction is computed on. */
  base: number
  rule: 'a' | 'b'
  amount: number
}

/** One line of the F24, section INPS. `branch` is «CAP COMUNE»; `to` is null for a single month. */
export type F24Row = { causale: string; branch: string; from: string; to: string | null; amount: number }

/** What a notice says beyond its heading. Immutable once published. */
export type NoticeContent = { contributions: ContributionRow[]; sanctions: SanctionRow[]; f24: F24Row[] }

/** A notice before it is published: its heading and content, for a contributor already known. */
export type NewNotice = {
  /** The number given by whoever elaborated it: never published twice by an office. */
  externalNumber: string
  kind: NoticeKind
  contributorId: string
  year: number
  /** First and last month, 'yyyy-mm'; both 'yyyy-00' for sanctions alone («0/aaaa – 0/aaaa»). */
  periodFrom: string
  periodTo: string
  elaboratedOn: string
  /** Null: thirty days from publication where the kind has a term, none where it has not. */
  dueBy: string | null
  contributionsCents: number
  sanctionsCents: number
  content: NoticeContent
}
