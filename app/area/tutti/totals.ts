import 'server-only'
import { cache } from 'react'
import { requirePortfolio } from '@/lib/auth/session'
import { findTotals } from '@/lib/portfolio/queries/totals'

/** Asked once for each request, however many parts of a page show it. */
export const currentTotals = cache(async () => findTotals(await requirePortfolio()))
