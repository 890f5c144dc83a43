/** A fraction of whole numbers, not negative, to the nearest whole: halves go up. */
export const halfUp = (over: bigint, under: bigint) => (2n * over + under) / (2n * under)
