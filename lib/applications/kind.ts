import type * as z from 'zod'
import type { Figure } from '@/db/application-content'
import type { NoticeContent } from '@/db/notice-content'
import type { Question } from '@/db/question'
import type { NoticeKind, RequestOutcome, UnitCode } from '@/db/vocabulary'
import type { ContributorSide, Officer } from '@/lib/auth/actor'
import type { ChangedToo, Transaction } from '@/lib/change'
import type { Rates } from '@/lib/rates/values'

/** A table to be filled in, a row for each of what it is about. */
export type Table = {
  name: string
  legend: string
  /** What one row is: «Mese», «Avviso». */
  row: string
  columns: readonly Question[]
  /** Fewest and most rows. */
  least: number
  most: number
}

/** One page of an istanza: a group of questions, perhaps a table, and what must be true of them together. */
export type Step<Id extends string = string, Schema extends z.ZodType = z.ZodType> = {
  /** Piece of the address, and prefix of its fields: a short Italian word without accents or hyphens. */
  id: Id
  title: string
  lead?: string
  questions: readonly Question[]
  table?: Table
  /** The version of the kind in which it last changed: who answered before is asked to look again. */
  since: number
  /**
   * Takes the answers normalised by the questions (cents, ISO days, lists of rows under the table's name), gives what the
   * kind works with, and refuses what one answer cannot know of another. An issue's path is the question, or table, row, column.
   */
  schema: Schema
}

/** What each step gave, by its id. */
export type AnswersOf<Steps extends readonly Step[]> = { [S in Steps[number] as S['id']]: z.output<S['schema']> }

/** What the portal knows when an istanza is begun: it is filled in beforehand, and said so. */
export type Known = {
  contributor: { denomination: string; codiceFiscale: string; seat: string | null }
  /** The notice from which it is begun, read. Amounts in cents. */
  notice?: {
    protocollo: string
    kind: NoticeKind
    year: number
    content: NoticeContent
    contributionsCents: number
    sanctionsCents: number
  }
}

/** A document to be attached. */
export type Paper = { name: string; label: string; required: boolean }

/** An istanza that was granted, as its effect needs it. */
export type Granted<Answers> = {
  requestId: string
  contributorId: string
  noticeId: string | null
  protocollo: string
  outcome: Extract<RequestOutcome, 'granted' | 'partly_granted'>
  answers: Answers
  /** What the officer answered to the questions of the decision, by the schema of its step; undefined when not asked. */
  decided: unknown
  rates: Rates
  /** The day on which it was asked, ISO, in Rome. */
  submittedOn: string
  /**
   * The number of the provision, for the trace elsewhere. It takes the counter of the office: what else is to be locked is
   * locked before, as by whoever answers a notice.
   */
  provision: () => Promise<string>
}

/** What an effect did: in words, for the provision; and, where the record tells it under a name of its own, what changed. */
export type Effected = string[] | { words: string[]; also: ChangedToo[] }

/**
 * What the kind changes elsewhere when it is granted, in the transaction of the decision. A `Refusal`, or an `Invalid` on
 * the decision's own fields, leaves everything as it was.
 */
export type Effect<Answers> = (actor: Officer, tx: Transaction, granted: Granted<Answers>) => Promise<Effected>

/** What the officer is asked when an istanza is granted: how many instalments, which amount. */
export type Decision<Answers> = {
  step: Step
  /** Asked only when the istanza is granted in part. */
  onlyInPart?: true
  /** What its fields begin with, by question (a cell is `<table>_<row>_<column>`): as typed. */
  begin: (answers: Answers) => Record<string, string>
  /** What is worked out from it, for the provision: the plan of instalments, at the rate of the day of asking. */
  figures?: (answers: Answers, decided: unknown, rates: Rates, today: string, submittedOn: string) => Figure[]
}

export type Kind<Steps extends readonly Step[] = readonly Step[]> = {
  /** Piece of the address, and the word in the database: Italian, once and for all. */
  code: string
  /** Grows when the form changes. */
  version: number
  label: string
  /** What it is for, in a line. */
  purpose: string
  unitCode: UnitCode
  /** Calendar days to decide, and the rule that says so. */
  term: { days: number; source: string }
  /** What one needs at hand. */
  needs: readonly string[]
  /** What it does not do, or does not stop. */
  limits: readonly string[]
  papers: readonly Paper[]
  /** What the sender declares under their own responsibility (DPR 445/2000). */
  declaration: string
  steps: Steps
  /** Whether it may be begun from a notice. */
  fromNotice?: boolean
  /** Fields filled in beforehand, by their name in the form (`fields.ts`). */
  begin?: (known: Known) => Record<string, string>
  /** What is wrong with answers that are right in themselves, by field: what only the portal's rows can say. */
  heed?: (actor: ContributorSide, answers: AnswersOf<Steps>) => Promise<Record<string, string[]>>
  /** In a line, for lists: «12 rate per 3.200,00 €». */
  summary: (answers: AnswersOf<Steps>) => string
  figures?: (answers: AnswersOf<Steps>, rates: Rates, today: string) => Figure[]
  decision?: Decision<AnswersOf<Steps>>
  effect?: Effect<AnswersOf<Steps>>
}

// The list holds kinds of every shape: each works with its own answers, and nobody else looks into them.
// eslint-disable-next-line @typescript-eslint/no-explicit-any
export type AnyKind = Kind<any>

/** The answers of a kind that only the kind itself looks into. */
export type AnyAnswers = Parameters<AnyKind['summary']>[0]

/** A step, with the types of its id and answers. */
export const step = <const Id extends string, Schema extends z.ZodType>(made: Step<Id, Schema>) => made

/** A kind, with the types of what its steps give. */
export const kind = <const Steps extends readonly Step[]>(made: Kind<Steps>) => made
