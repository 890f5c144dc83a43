import type { NoticeContent } from '@/db/notice-content'
import type { FindingSeverity } from '@/db/vocabulary'
import { checkNotice } from './check'
import { type Column, headingColumns, quoted } from './columns'
import { type CellOf, type Heading, readHeading, readRow } from './lines'

/** What is to be said of a line: a refusal keeps its whole notice from being published, a warning does not. */
export type Finding = { severity: FindingSeverity; line: number; column: Column; value: string; reason: string }
/** A notice as a file tells it, from its first line on. */
export type ReadNotice = Heading & { content: NoticeContent; line: number }

/** Rows that a notice may have at most: it is held whole in memory. */
export const mostRows = 2_000

/** The consecutive lines of one notice. */
export class Group {
  private readonly content: NoticeContent = { contributions: [], sanctions: [], f24: [] }
  private readonly heading: Heading | undefined
  private rows = 0
  private sound = true
  private found: Finding[] = []

  /** @param number what stands in `numero`: the lines that repeat it belong here */
  constructor(
    readonly number: string,
    private readonly first: CellOf,
    private readonly line: number,
  ) {
    this.heading = readHeading(first, (column, reason) => this.refuse(line, first, column, reason))
  }

  refuse(line: number, cell: CellOf, column: Column, reason: string) {
    this.sound = false
    this.found.push({ severity: 'refused', line, column, value: quoted(cell(column)), reason })
  }

  /** Adds a line, the first included. */
  add(line: number, cell: CellOf) {
    this.rows += 1
    if (this.rows === mostRows + 1)
      this.refuse(
        line,
        cell,
        'numero',
        'Una comunicazione ha al massimo 2.000 righe: questa e le seguenti non sono lette.',
      )
    if (this.rows > mostRows) return
    if (line !== this.line)
      for (const column of headingColumns)
        if (cell(column) !== this.first(column))
          this.refuse(line, cell, column, `Nella prima riga della comunicazione, la ${this.line}, c’è un altro valore.`)
    const row = readRow(cell, (column, reason) => this.refuse(line, cell, column, reason))
    if (row?.contribution) this.content.contributions.push(row.contribution)
    if (row?.sanction) this.content.sanctions.push(row.sanction)
    if (row?.f24) this.content.f24.push(row.f24)
  }

  get findings() {
    return this.found.length
  }

  /** Takes away what was found so far. */
  takeFindings() {
    const taken = this.found
    this.found = []
    return taken
  }

  /** No line follows: the notice, if nothing in it was refused. */
  close(today: string): ReadNotice | undefined {
    if (!this.sound || !this.heading) return undefined
    checkNotice(this.heading, this.content, today, {
      refuse: (column, reason) => this.refuse(this.line, this.first, column, reason),
      warn: (column, reason) =>
        this.found.push({ severity: 'warned', line: this.line, column, value: quoted(this.first(column)), reason }),
    })
    return this.sound ? { ...this.heading, content: this.content, line: this.line } : undefined
  }
}
