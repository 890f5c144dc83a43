import { Readable } from 'node:stream'
import { describe, expect, test } from 'vitest'
import { csvCell, findingLine } from './export'
import { readRecords } from './records'

describe('the list of findings', () => {
  test.each(['=cmd|calc', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1'])('defuses %j', (text) => {
    expect(csvCell(text).replace(/^"/, '')).toMatch(/^'/)
  })

  test('is a CSV that reads back', async () => {
    const told = { severity: 'refused', line: 12, column: 'causale', value: 'a;"b"\nc', reason: 'No' } as const
    const records = []
    for await (const record of readRecords(Readable.from([Buffer.from(`a;b;c;d;e\n${findingLine(told)}`)])))
      records.push(record)
    expect(records[1]!.cells).toEqual(['scartata', '12', 'causale', 'a;"b"\nc', 'No'])
  })
})
