'use server'

import type { Route } from 'next'
import { redirect } from 'next/navigation'
import { contributorAction } from '@/lib/action'
import { declarePayment } from '@/lib/notices/commands/contributor'
import { declarePaymentSchema } from '@/lib/notices/payment-schema'

export const declarePaymentAction = contributorAction(declarePaymentSchema, async (actor, { file, ...told }) => {
  await declarePayment(actor, {
    ...told,
    file: file && {
      name: file.name,
      declaredType: file.type,
      bytes: new Uint8Array(await file.arrayBuffer()),
    },
  })
  redirect(`/area/${actor.contributorId}/comunicazioni/${told.noticeId}` as Route)
})
