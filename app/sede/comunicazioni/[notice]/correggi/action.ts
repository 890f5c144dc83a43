'use server'

import type { Route } from 'next'
import { notFound, redirect } from 'next/navigation'
import { officerAction } from '@/lib/action'
import { valuesOf } from '@/lib/form-state'
import { correctNotice } from '@/lib/notices/commands/office'
import { findCorrectionPreview } from '@/lib/notices/queries/preview'
import { correctNoticeSchema } from '@/lib/notices/schema'
import { isConfirmed, withLastLook } from '../../notice-form/last-look'

/** Checks and shows; then, confirmed, publishes it in the place of the other. */
export const correctNoticeAction = officerAction(withLastLook(correctNoticeSchema), async (actor, typed, form) => {
  if (isConfirmed(form)) {
    const { correctedById } = await correctNotice(actor, typed)
    redirect(`/sede/comunicazioni/${correctedById}` as Route)
  }
  const shown = await findCorrectionPreview(actor, typed)
  if (!shown) notFound()
  return { status: 'checked', values: valuesOf(form), shown }
})
