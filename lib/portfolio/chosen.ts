import 'server-only'
import type { Portfolio } from '@/lib/auth/actor'
import { type Choice, filtersOf } from './choice'
import { idsMatching } from './queries/bulk'

/** The ids of what was chosen, «tutte» spelled out as it stands now. */
export const chosenIds = async (actor: Portfolio, choice: Choice) =>
  choice.tutte
    ? idsMatching(actor, choice.elenco, filtersOf(choice))
    : [...new Set([...choice.altrove, ...choice.scelte])]
