'use server'

import type { Route } from 'next'
import { revalidatePath } from 'next/cache'
import { redirect } from 'next/navigation'
import { contributorAction } from '@/lib/action'
import { addedRows } from '@/lib/applications/fields'
import { keepPostedStep } from '@/lib/applications/keep'
import { countRows } from '@/lib/applications/rows'
import { stepSchema } from '@/lib/applications/schema'

/** «Continua» judges the step once it is kept; «Salva bozza», «Indietro», «Aggiungi righe» and «Rimuovi» only keep it. */
export const keepStepAction = contributorAction(stepSchema, async (actor, posted, form) => {
  const list = `/area/${actor.contributorId}/istanze`
  const home = `${list}/bozze/${posted.draftId}`
  const here = `${home}/${posted.step}`
  const { before, after, table } = await keepPostedStep(actor, posted, form)
  // What the browser remembers of the steps is no longer true: Back finds what was kept.
  revalidatePath(home, 'layout')
  if (posted.saveDraft === 'back') redirect((before ? `${home}/${before}` : list) as Route)
  if (posted.saveDraft === 'rows')
    redirect(`${here}?righe=${countRows(form.keys(), posted.step) + addedRows}#${table}` as Route)
  if (posted.saveDraft || posted.removeAttachment) redirect(here as Route)
  redirect(`${home}/${after ?? 'controlla'}` as Route)
})
