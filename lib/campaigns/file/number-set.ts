import { createHash } from 'node:crypto'

/**
 * The numbers already met in a file, 16 to 32 bytes each: a million of them takes 16 MB. Only the first 64 bits of
 * their SHA-256 are kept, never zero; two numbers meet by chance once in some 10⁷ such files.
 */
export class NumberSet {
  private slots = new BigUint64Array(1024)
  private size = 0

  /** Adds a number, and gives whether it was not there yet. */
  add(number: string) {
    const mark = createHash('sha256').update(number).digest().readBigUInt64LE() || 1n
    if (!this.place(mark)) return false
    this.size += 1
    if (this.size * 2 > this.slots.length) this.grow()
    return true
  }

  private place(mark: bigint) {
    let at = Number(mark & BigInt(this.slots.length - 1))
    for (; this.slots[at] !== 0n; at = (at + 1) % this.slots.length) if (this.slots[at] === mark) return false
    this.slots[at] = mark
    return true
  }

  private grow() {
    const held = this.slots
    this.slots = new BigUint64Array(held.length * 2)
    for (const mark of held) if (mark !== 0n) this.place(mark)
  }
}
