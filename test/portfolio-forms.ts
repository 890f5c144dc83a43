import type { ContributorSide } from '@/lib/auth/actor'

type People = { sender: ContributorSide }

/** A form of every action of «Operi per…», as a person would fill it. */
export const portfolioForms = {
  searchChoicesAction: { side: 'sender' as const, good: () => ({ parole: 'alfa' }) },
  keepFavouriteAction: {
    side: 'sender' as const,
    good: (_: unknown, { sender }: People) => ({ contributorId: sender.contributorId, kept: '1' }),
  },
}
