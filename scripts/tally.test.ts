import { expect, test } from 'vitest'
import { add, countPlaywright, countVitest } from './tally'

const whole = { code: 0, partial: false }
const unit = { numPassedTests: 12, numFailedTests: 0, numPendingTests: 0, numTodoTests: 0, testResults: [] }
const browser = { stats: { expected: 7, unexpected: 0, flaky: 0, skipped: 0 }, errors: [] }

test('what passed is summed over all suites', () => {
  const counts = [countVitest(unit, whole), countPlaywright(browser, whole), { passed: 0, failed: 1 }]
  expect(add(counts)).toEqual({ passed: 19, failed: 1 })
})

test('a test that was skipped did not pass, unless a part was asked for', () => {
  expect(countVitest({ ...unit, numPendingTests: 2 }, whole)).toEqual({ passed: 12, failed: 2 })
  expect(countVitest({ ...unit, numPendingTests: 2 }, { ...whole, partial: true })).toEqual({ passed: 12, failed: 0 })
  expect(countPlaywright({ ...browser, stats: { ...browser.stats, skipped: 3 } }, whole).failed).toBe(3)
})

test('a file that cannot be loaded is a failure', () => {
  const report = { ...unit, testResults: [{ status: 'failed', assertionResults: [] }] }
  expect(countVitest(report, { ...whole, code: 1 })).toEqual({ passed: 12, failed: 1 })
})

test('a suite that ends badly, runs nothing or leaves no report is a failure', () => {
  expect(countVitest(unit, { ...whole, code: 1 }).failed).toBe(1)
  expect(countVitest({ ...unit, numPassedTests: 0 }, whole).failed).toBe(1)
  expect(countVitest(undefined, whole).failed).toBe(1)
  expect(countPlaywright(browser, { ...whole, code: 130 }).failed).toBe(1)
  expect(countPlaywright(undefined, whole).failed).toBe(1)
})
