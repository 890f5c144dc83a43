'use server'

import type { Route } from 'next'
import { redirect } from 'next/navigation'
import { officerAction } from '@/lib/action'
import { valuesOf } from '@/lib/form-state'
import { publishNotice } from '@/lib/notices/commands/office'
import { findNoticePreview } from '@/lib/notices/queries/preview'
import { publishNoticeSchema } from '@/lib/notices/schema'
import { isConfirmed, withLastLook } from '../notice-form/last-look'

const nobody = 'Nessun contribuente della tua sede ha questo codice fiscale: controllalo.'

/** Checks and shows; then, confirmed, publishes. */
export const publishNoticeAction = officerAction(withLastLook(publishNoticeSchema), async (actor, typed, form) => {
  if (isConfirmed(form)) {
    const { id } = await publishNotice(actor, typed)
    redirect(`/sede/comunicazioni/${id}` as Route)
  }
  const [values, shown] = [valuesOf(form), await findNoticePreview(actor, typed)]
  return shown
    ? { status: 'checked', values, shown }
    : { status: 'invalid', values, errors: { codiceFiscale: [nobody] } }
})
