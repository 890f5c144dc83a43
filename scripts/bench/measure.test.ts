import { describe, expect, it } from 'vitest'
import { inLanes, percentile, summary } from './measure'

const upTo = (last: number) => Array.from({ length: last }, (_, index) => index + 1)

describe('The value below which a share of the measures lies', () => {
  it('is one of the measures, in whatever order they came', () => {
    expect(percentile([30, 10, 20], 0.5)).toBe(20)
    expect(percentile(upTo(100).reverse(), 0.99)).toBe(99)
  })

  it('is the only measure when there is one', () => {
    expect(percentile([7], 0.99)).toBe(7)
  })
})

describe('A summary of rounds', () => {
  const round = (page: number, plain: number) => ({ page: [page], plain: [plain], perSecond: 1000 / page })

  it('is not moved by one bad round, of the page or of the plain page', () => {
    const { p50, ratio, rps } = summary([round(20, 10), round(500, 10), round(20, 400), round(20, 10), round(20, 10)])
    expect({ p50, ratio, rps }).toEqual({ p50: 20, ratio: 2, rps: 50 })
  })

  it('hides no slow visit: the p99 is that of all', () => {
    expect(summary([round(20, 10), round(500, 10)]).p99).toBe(500)
  })
})

describe('Work done in lanes', () => {
  it('is done as often as asked, and never more at once than there are lanes', async () => {
    let running = 0
    let most = 0
    const turns: number[] = []
    const latencies = await inLanes(10, 3, async (turn) => {
      most = Math.max(most, ++running)
      await new Promise((resolve) => setImmediate(resolve))
      turns.push(turn)
      running -= 1
    })
    expect(latencies).toHaveLength(10)
    expect(turns.sort((one, other) => one - other)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9])
    expect(most).toBe(3)
  })
})
