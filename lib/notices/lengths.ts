/** Fewest and most characters of the reason of an office's act on a notice. Apart from the schemas, as `lib/requests/lengths.ts`. */
export const reasonLength = { min: 10, max: 1000 }

/** Lines that a table of the form may have at most: a longer notice comes in a file. */
export const mostLines = 60
