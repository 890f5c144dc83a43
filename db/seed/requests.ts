import { v7 } from 'uuid'
import { limits } from '@/db/schema'
import { transaction } from '@/db/write'
import { receiveFile } from '@/lib/attachments/receive'
import { saveDraft } from '@/lib/drafts/commands'
import { contacts } from './acts'
import type { Cast } from './cast'
import { sampleCsv } from './files'
import { seedElsewhere } from './elsewhere'
import { seedRoma } from './roma'

/** Requests in every status, each told through the commands that people's screens call, and one left in draft. */
export async function seedRequests(cast: Cast) {
  await seedRoma(cast)
  await seedElsewhere(cast)
  const alfa = cast.sender('alfaServizi')
  const draftId = v7()
  await saveDraft(alfa, draftId, {
    kind: 'request',
    version: 0,
    writer: v7(),
    content: {
      ...contacts.mario,
      areaCode: '01',
      topicCode: '01.01',
      text: 'Abbiamo cambiato sede legale: allego l’elenco dei collaboratori.',
    },
  })
  await receiveFile(
    alfa,
    { id: draftId, kind: 'request', requestId: undefined },
    {
      name: 'collaboratori.csv',
      declaredType: 'text/csv',
      bytes: sampleCsv([
        ['cognome', 'nome'],
        ['Verdi', 'Giuseppe'],
      ]),
    },
  )
  await transaction((tx) => tx.delete(limits))
}
