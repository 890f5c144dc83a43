export type Party = { id: string; denomination: string; codiceFiscale: string; clientCode?: string | null }

/** What the choice of contributors is told: what a search found, one more than is shown, and which codes are of nobody. */
export type Answered = { found: Party[] | undefined; unknown: string | undefined }
