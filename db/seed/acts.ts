import { v7 } from 'uuid'
import { receiveFile } from '@/lib/attachments/receive'
import type { ContributorSide, Officer } from '@/lib/auth/actor'
import { saveDraft } from '@/lib/drafts/commands'
import { submitRequest } from '@/lib/requests/commands/submit'
import { samplePdf } from './files'

type Facts = Record<string, string>

export const contacts = {
  mario: { email: 'mario.rossi@alfaservizi.example', mobile: '3331234567', notifyByEmail: 'on', notifyBySms: 'on' },
  andrea: { email: 'amministrazione@betaconsulting.example', notifyByEmail: 'on' },
  assunta: { email: 'ragioneria@comune-valdicese.example', landline: '0471123456', notifyByEmail: 'on' },
}

/** The facts of a payment, as typed. */
export const f24 = { f24Date: '16/04/2024', f24Amount: '1.401,20', f24Causale: 'CXX', month: '03/2024' }

/** A file chosen for a draft, through the portal's own checks. */
export async function attachPdf(
  actor: ContributorSide | Officer,
  draftId: string,
  requestId: string | undefined,
  name: string,
  lines: string[],
) {
  const bytes = await samplePdf(name.replace('.pdf', ''), lines)
  await receiveFile(
    actor,
    { id: draftId, kind: requestId ? 'entry' : 'request', requestId },
    { name, declaredType: 'application/pdf', bytes },
  )
}

/** One request, as a person would send it: draft, files, «Invia». */
export async function send(
  actor: ContributorSide,
  reach: Facts,
  topicCode: string,
  facts: Facts,
  text: string,
  files: string[] = [],
) {
  const id = v7()
  const answers = Object.fromEntries(Object.entries(facts).map(([name, value]) => [`fact_${name}`, value]))
  await saveDraft(actor, id, {
    kind: 'request',
    version: 0,
    writer: v7(),
    content: { ...reach, areaCode: topicCode.slice(0, 2), topicCode, text, ...answers },
  })
  for (const name of files)
    await attachPdf(actor, id, undefined, name, ['Documento dimostrativo', text.slice(0, 60), name])
  await submitRequest(actor, { draftId: id })
  return id
}

/** What every act in a thread begins with. */
export const entry = (requestId: string, text: string) => ({ draftId: v7(), requestId, text })
