'use server'

import { publicAction } from '@/lib/action'
import { clientAddress } from '@/lib/auth/client-address'
import { valuesOf } from '@/lib/form-state'
import { mayVerify } from '@/lib/limits/verifications'
import { matchReceipt } from '@/lib/notices/queries/verify'
import { verifyReceiptSchema } from '@/lib/notices/verify-schema'
import { Refusal } from '@/lib/refusal'

const mismatch =
  'Non corrisponde. Controlla di avere scritto il codice per intero e, se hai scelto un file, che sia quello scaricato dal portale.'

export const verifyReceiptAction = publicAction(verifyReceiptSchema, async (actor, { code, file }, form) => {
  if (!(await mayVerify(actor, await clientAddress())))
    throw new Refusal('too-many', 'Da qui sono arrivate molte verifiche: riprova tra un’ora.')
  const bytes = file && new Uint8Array(await file.arrayBuffer())
  return (await matchReceipt(actor, { code, file: bytes }))
    ? { status: 'done', message: 'Corrisponde' }
    : { status: 'refused', message: mismatch, values: valuesOf(form) }
})
