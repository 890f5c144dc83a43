/** What is handed to whoever carries it. The id is the key under which it is carried once, however often it is handed over. */
export type Letter = { id: string; recipient: string; subject: string; body: string }

/**
 * How a hand-over ended: `accepted`; `failed`, not accepted this time; `refused`, never to be accepted; `unknown`, accepted
 * or not, the answer was lost. `code` is for the record: no word of the provider's that could quote the recipient.
 */
export type HandOver =
  { kind: 'accepted'; providerId: string } | { kind: 'failed' | 'refused' | 'unknown'; code: string }

export type Carrier = {
  /** Whether a second hand-over under the same key is carried only once: when not, a lost answer is never asked again. */
  honoursKey: boolean
  /** Nobody carries anything: the message stays on the outbox page. */
  staysHere?: true
  handOver(letter: Letter): Promise<HandOver>
}

/** Nobody carries anything: the message stays on the outbox page. What the portal does when no provider is configured. */
export const outbox: Carrier = {
  honoursKey: true,
  staysHere: true,
  handOver: async () => ({ kind: 'accepted', providerId: 'outbox' }),
}

/** A code for the record: letters, digits and underscores. */
export const codeOf = (...parts: (string | number | null | undefined)[]) =>
  parts
    .filter((part) => part !== null && part !== undefined)
    .join('_')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_')
    .slice(0, 60)

/** What an HTTP status says of a hand-over that was not accepted: 400 and 422 speak of the message, the rest of the moment. */
export const failureOf = (status: number | null): 'failed' | 'refused' | 'unknown' => {
  if (status === null) return 'unknown'
  return status === 400 || status === 422 ? 'refused' : 'failed'
}
