import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Anchor, type BrokenLink, faultAfter, formatAnchor, hashAfter, type Link, parseAnchor } from './chain'

function chainOf(words: string[]) {
  let hash = ''
  return words.map((said, at): Link => ({ sequence: at + 1, words: said, hash: (hash = hashAfter(hash, said)) }))
}

function firstFault(links: Link[], anchors: Anchor[] = []): BrokenLink | undefined {
  let last: Anchor = { sequence: 0, hash: '' }
  for (const link of links) {
    const fault = faultAfter(last, link, anchors)
    if (fault) return fault
    last = link
  }
  return undefined
}

describe('a chain of events', () => {
  it('holds, whatever was said', () => {
    fc.assert(fc.property(fc.array(fc.string()), (words) => firstFault(chainOf(words)) === undefined))
  })

  it('names the event that was edited, and not those after it', () => {
    fc.assert(
      fc.property(fc.array(fc.string(), { minLength: 1 }), fc.nat(), fc.string(), (words, pick, other) => {
        const links = chainOf(words)
        const at = pick % links.length
        fc.pre(links[at]!.words !== other)
        links[at] = { ...links[at]!, words: other }
        expect(firstFault(links)).toEqual({ sequence: at + 1, fault: 'edited' })
      }),
    )
  })

  it('names the first number that is missing', () => {
    const links = chainOf(['a', 'b', 'c', 'd', 'e'])
    expect(firstFault(links.filter(({ sequence }) => ![2, 4].includes(sequence)))).toEqual({
      sequence: 2,
      fault: 'missing',
    })
    expect(firstFault(links.slice(1))).toEqual({ sequence: 1, fault: 'missing' })
  })

  it('written anew from somewhere on, is found out by an anchor', () => {
    const [first, second, third] = chainOf(['a', 'b', 'c'])
    const forged = chainOf(['a', 'x', 'c'])
    expect(firstFault(forged)).toBeUndefined()
    expect(firstFault(forged, [third!])).toEqual({ sequence: 3, fault: 'rewritten' })
    expect(firstFault(forged, [third!, second!])).toEqual({ sequence: 2, fault: 'rewritten' })
    expect(firstFault(forged, [first!])).toBeUndefined()
  })
})

describe('an anchor', () => {
  it('is read as it is written', () => {
    const anchor = { sequence: 42, hash: 'ab'.repeat(32) }
    expect(parseAnchor(` ${formatAnchor(anchor).toUpperCase()}\n`)).toEqual(anchor)
  })

  it.each(['', '42', '0:' + 'a'.repeat(64), '42:' + 'a'.repeat(63), '-1:' + 'a'.repeat(64), '42:' + 'g'.repeat(64)])(
    'is not %j',
    (text) => expect(parseAnchor(text)).toBeUndefined(),
  )
})
