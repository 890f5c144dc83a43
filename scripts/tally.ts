/** How many checks went well, and how many did not. */
export interface Count {
  passed: number
  failed: number
}

/** What vitest's JSON report says, as far as it is counted. */
export interface VitestReport {
  numPassedTests: number
  numFailedTests: number
  numPendingTests: number
  numTodoTests: number
  testResults: { status: string; assertionResults: unknown[] }[]
}

/** What Playwright's JSON report says, as far as it is counted. */
export interface PlaywrightReport {
  stats: { expected: number; unexpected: number; flaky: number; skipped: number }
  errors: unknown[]
}

interface Run {
  /** The exit code of the tool. */
  code: number
  /** Whether only a part was asked for: then what was left out was left out on purpose. */
  partial: boolean
}

/** A tool that ended badly and blames no test has failed all the same, and so has one that ran nothing. */
const atLeastOne = ({ passed, failed }: Count, code: number): Count =>
  failed === 0 && (code !== 0 || passed === 0) ? { passed, failed: 1 } : { passed, failed }

/** A test that was skipped did not pass; a file that could not be loaded counts as one failed test. */
export function countVitest(report: VitestReport | undefined, { code, partial }: Run): Count {
  if (!report) return { passed: 0, failed: 1 }
  const unloaded = report.testResults.filter((file) => file.status === 'failed' && file.assertionResults.length === 0)
  const skipped = partial ? 0 : report.numPendingTests + report.numTodoTests
  return atLeastOne({ passed: report.numPassedTests, failed: report.numFailedTests + unloaded.length + skipped }, code)
}

/** A test that was skipped, or passed only at a second try, did not pass. */
export function countPlaywright(report: PlaywrightReport | undefined, { code, partial }: Run): Count {
  if (!report) return { passed: 0, failed: 1 }
  const { expected, unexpected, flaky, skipped } = report.stats
  return atLeastOne({ passed: expected, failed: unexpected + flaky + (partial ? 0 : skipped) }, code)
}

export const add = (counts: Count[]): Count => ({
  passed: counts.reduce((sum, { passed }) => sum + passed, 0),
  failed: counts.reduce((sum, { failed }) => sum + failed, 0),
})
