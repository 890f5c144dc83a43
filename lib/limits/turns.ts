import { Refusal } from '@/lib/refusal'

/**
 * Work that is dear to do at once: `atOnce` go together, the others wait their turn, and past `longestQueue` waiting
 * callers are sent away with a Refusal('too-many').
 */
export function turns(atOnce: number, longestQueue: number) {
  let running = 0
  const waiting: (() => void)[] = []
  return async function inTurn<T>(work: () => Promise<T>) {
    if (running < atOnce) running += 1
    else {
      if (waiting.length >= longestQueue)
        throw new Refusal('too-many', 'Troppe richieste in questo momento: riprova tra un minuto.')
      await new Promise<void>((resolve) => waiting.push(resolve))
    }
    try {
      return await work()
    } finally {
      const next = waiting.shift()
      if (next) next()
      else running -= 1
    }
  }
}
