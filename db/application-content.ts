import type { Fact } from './question'

/** One step of an istanza as it was answered, in words. */
export type Section = {
  step: string
  title: string
  facts: Fact[]
  /** Of a step with a table: its rows, each cell as a fact. */
  table?: { legend: string; headers: string[]; rows: Fact[][] }
}

/** What the portal worked out: every value already as people read it. */
export type Figure = {
  title: string
  /** The rule it comes from. */
  source: string
  lines: { term: string; value: string }[]
  table?: { headers: string[]; rows: string[][] }
}
