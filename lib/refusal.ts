export type RefusalKind = 'forbidden' | 'not-found' | 'conflict' | 'invalid' | 'too-many'

/** An expected "no", phrased for the person who asked. Thrown in the domain, caught once by `lib/action.ts`. */
export class Refusal extends Error {
  constructor(
    readonly kind: RefusalKind,
    message: string,
  ) {
    super(message)
  }
}

/** A "no" that belongs to fields: what is wrong with each, known only where the data is. */
export class Invalid extends Error {
  constructor(readonly errors: Record<string, string[]>) {
    super('Some fields are not valid')
  }
}
