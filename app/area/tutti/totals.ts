import 'server-only'
import { cache } from 'react'
import { requirePortfolio } from '@/lib/auth/session'
import { listGroups } from '@/lib/firms/queries/groups'
import { listColleagues } from '@/lib/firms/queries/people'
import { findTotals } from '@/lib/portfolio/queries/totals'

/** Asked once for each request, however many parts of a page show it. */
export const currentTotals = cache(async () => findTotals(await requirePortfolio()))

/** The groups and people of the firm, asked the same way: a list asks together with its rows, and its parts wait no more. */
export const currentFirm = cache(async () => {
  const actor = await requirePortfolio()
  const [groups, colleagues] = actor.firm ? await Promise.all([listGroups(actor), listColleagues(actor)]) : [[], []]
  return { groups, colleagues }
})
