const day = 86_400_000
const Present = Date

/** Does something as if it were so many days ago: the story of the demonstration is not told in one minute. */
export async function daysAgo<T>(days: number, work: () => Promise<T>): Promise<T> {
  const then = () => Present.now() - days * day
  class Past extends Present {
    constructor(...parts: [] | [number | string | Date]) {
      super(parts.length === 0 ? then() : parts[0])
    }
    static override now = then
  }
  globalThis.Date = Past as DateConstructor
  try {
    return await work()
  } finally {
    globalThis.Date = Present
  }
}
