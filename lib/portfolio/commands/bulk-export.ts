import 'server-only'
import { v7 } from 'uuid'
import type { Portfolio } from '@/lib/auth/actor'
import { change } from '@/lib/change'
import type { ChosenList } from '../choice'

/** Leaves a trace that somebody took a copy of so many rows of a list; whose they are, the file alone says. */
export const recordExport = (actor: Portfolio, { list, rows }: { list: ChosenList; rows: number }) =>
  change(actor, 'firm.exported', async () => ({ id: v7(), details: { list, rows } }))
