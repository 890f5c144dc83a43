export type RefusalKind = 'forbidden' | 'not-found' | 'conflict' | 'invalid' | 'too-many'

/** An expected "no", phrased for the person who asked. Thrown in the domain, caught once by `lib/action.ts`. */
export class Refusal extends Error {
  constructor(
    readonly kind: RefusalKind,
    message: string,
    readonly field?: string,
  ) {
    super(message)
  }
}
