/** Fewest and most characters. Apart from the schemas, so that a page can state them without loading the rules. */
export const textLength = { min: 20, max: 4000 }
export const messageLength = { min: 2, max: 4000 }
/** Why something is asked, moved or reopened. */
export const motiveLength = { min: 10, max: 1000 }
export const documentsLength = { min: 10, max: 4000 }
/** The reasons of a decision. */
export const reasonLength = { min: 40, max: 4000 }
