/** One line of progress. */
export const step = (text: string) => console.log(`▸ ${text}`)

/** The seconds gone since then, for people: «12 s». */
export const elapsed = (since: number) => `${Math.round((Date.now() - since) / 1000)} s`
