/** The field of Nuova richiesta that a partial delegate fills: a box for each worker, one name for all. */
export const workersField = 'workers'

/** The codici fiscali chosen, as the form and the draft hold them: in one text, with spaces between. Each once. */
export const workersTyped = (typed: string | undefined) => [...new Set((typed ?? '').split(/\s+/).filter(Boolean))]
