import { motiveLength } from '@/lib/requests/lengths'

/** Fewest and most characters. Apart from the schemas, so that a page can state them without loading the rules. */
export const titleLength = { min: 3, max: 120 }
/** Why a campaign is stopped or withdrawn. */
export const reasonLength = motiveLength
