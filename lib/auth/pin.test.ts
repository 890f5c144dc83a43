import { beforeEach, describe, expect, test, vi } from 'vitest'

type Pin = typeof import('./pin')
let pin: Pin
beforeEach(async () => {
  vi.resetModules()
  pin = await import('./pin')
})

describe('a PIN', () => {
  test('is kept as Argon2id with 19 MiB, two passes and one lane, salted each time', async () => {
    const [once, again] = [await pin.hashPin('cavallo di battaglia'), await pin.hashPin('cavallo di battaglia')]
    expect(once).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
    expect(once).not.toBe(again)
  })

  test('is right exactly as it was chosen, spaces and case included', async () => {
    const hash = await pin.hashPin(' Cavallo di battaglia ')
    const tried = [' Cavallo di battaglia ', 'Cavallo di battaglia', ' cavallo di battaglia ', '']
    expect(await Promise.all(tried.map((typed) => pin.pinMatches(hash, typed)))).toEqual([true, false, false, false])
  })

  test('of nobody is never right, not even the one that stands in for it', async () => {
    expect(await pin.pinMatches(undefined, 'cavallo di battaglia')).toBe(false)
    expect(await pin.pinMatches(undefined, 'nobody has this pin')).toBe(false)
  })
})

describe('hashing', () => {
  /** Fifty-four hashes under way: four at work, fifty waiting. */
  const fillEveryTurn = () => Array.from({ length: 54 }, () => pin.hashPin('cavallo di battaglia'))

  test('is done four at a time with fifty waiting; whoever comes then is sent away', async () => {
    const turns = fillEveryTurn()
    await expect(pin.hashPin('una di troppo')).rejects.toMatchObject({ kind: 'too-many' })
    expect(await Promise.all(turns)).toHaveLength(54)
    await expect(pin.hashPin('adesso sì')).resolves.toMatch(/^\$argon2id\$/)
  })

  test('is waited for whether the person exists or not: with no turn left both are sent away alike', async () => {
    const hash = await pin.hashPin('cavallo di battaglia')
    await pin.pinMatches(undefined, 'the stand-in is made')
    const turns = fillEveryTurn()
    const [known, unknown] = await Promise.allSettled([
      pin.pinMatches(hash, 'cavallo di battaglia'),
      pin.pinMatches(undefined, 'cavallo di battaglia'),
    ])
    expect(known).toMatchObject({ status: 'rejected', reason: { kind: 'too-many' } })
    expect(unknown).toEqual(known)
    await Promise.all(turns)
  })

  test('that could not be done for an unknown person once is done the next time', async () => {
    const turns = fillEveryTurn()
    await expect(pin.pinMatches(undefined, 'cavallo di battaglia')).rejects.toMatchObject({ kind: 'too-many' })
    await Promise.all(turns)
    expect(await pin.pinMatches(undefined, 'cavallo di battaglia')).toBe(false)
  })
})
