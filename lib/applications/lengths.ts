/** Fewest and most characters of «che cosa fare invece». Apart from the schemas, so that a page states them without the rules. */
export const insteadLength = { min: 20, max: 1000 }
/** The same of the reasons of a decision, in fact and in law, and of the word with which a proposed refusal is sent back. */
export const groundsLength = { min: 40, max: 8000 }
export const lawLength = { min: 10, max: 2000 }
export const sentBackLength = { min: 10, max: 1000 }
