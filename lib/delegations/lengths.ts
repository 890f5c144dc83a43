/** Fewest and most characters of the reason for a revocation, a renunciation, a suspension. */
export const reasonLength = { min: 10, max: 1000 }
