/** Rows of one transaction: whoever else writes waits for no more than that many. */
const atOnce = 1000

/** Cuts what was chosen into transactions, each thing once. */
export function slicesOf(ids: string[]) {
  const once = [...new Set(ids)]
  return Array.from({ length: Math.ceil(once.length / atOnce) }, (_, n) => once.slice(n * atOnce, (n + 1) * atOnce))
}
