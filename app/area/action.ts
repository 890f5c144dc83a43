'use server'

import { refresh } from 'next/cache'
import { portfolioAction } from '@/lib/action'
import { keepFavourite } from '@/lib/portfolio/commands/favourites'
import { listChoices } from '@/lib/portfolio/queries/contributors'
import { choiceSearchSchema, favouriteSchema } from '@/lib/portfolio/schema'

/** Looks among the person's contributors. Words travel in the post: an address would keep them, and they may be a name. */
export const searchChoicesAction = portfolioAction(choiceSearchSchema, async (actor, { parole, dopo }) => ({
  status: 'checked',
  values: { parole },
  shown: await listChoices(actor, { words: parole, after: dopo }),
}))

export const keepFavouriteAction = portfolioAction(favouriteSchema, async (actor, favourite) => {
  await keepFavourite(actor, favourite)
  refresh()
})
