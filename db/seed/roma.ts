import { v7 } from 'uuid'
import { addWorkingDays, romeDate } from '@/lib/calendar/working-days'
import { reopenRequest, sendMessage, supplementRequest, withdrawRequest } from '@/lib/requests/commands/contributor'
import {
  closeRequest,
  replyToRequest,
  requestDocuments,
  takeUpRequest,
  transferRequest,
  writeNote,
} from '@/lib/requests/commands/officer'
import { attachPdf, contacts, entry, f24, send } from './acts'
import type { Cast } from './cast'
import { daysAgo } from './clock'

/** The office of Roma: one request in each status. */
export async function seedRoma({ sender, officer }: Cast) {
  const [alfa, formazione] = [sender('alfaServizi'), sender('alfaFormazione')]
  const [clara, franco] = [officer('clara'), officer('franco')]

  const settled = await daysAgo(40, () =>
    send(
      alfa,
      contacts.mario,
      '04.01',
      f24,
      'Il versamento di marzo 2024 risulta pagato ma non abbinato alla posizione. Allego la quietanza.',
      ['quietanza-f24-marzo.pdf'],
    ),
  )
  await daysAgo(38, async () => {
    await takeUpRequest(clara, { requestId: settled })
    await writeNote(clara, {
      draftId: v7(),
      requestId: settled,
      text: 'Versamento presente nei sospesi: codice sede errato nella delega.',
    })
    await replyToRequest(
      clara,
      entry(settled, 'Abbiamo trovato il versamento tra i sospesi: era indicata un’altra sede. Lo abbiniamo oggi.'),
    )
    await closeRequest(clara, {
      ...entry(
        settled,
        'Il versamento del 16/04/2024 di 1.401,20 € è stato abbinato al mese 03/2024 (causale CXX). La posizione di marzo risulta regolare.',
      ),
      outcome: 'granted',
    })
  })

  const refused = await daysAgo(30, () =>
    send(
      alfa,
      contacts.mario,
      '13.01',
      {},
      'Chiedo conferma dell’aliquota da applicare nel 2024 a un collaboratore già pensionato.',
    ),
  )
  await daysAgo(27, async () => {
    await takeUpRequest(franco, { requestId: refused })
    await closeRequest(franco, {
      ...entry(
        refused,
        'Per i pensionati si applica l’aliquota del 24 % (art. 2, c. 29, L. 335/1995): la riduzione chiesta non è prevista.',
      ),
      outcome: 'not_granted',
    })
  })
  await daysAgo(20, () =>
    reopenRequest(
      alfa,
      entry(
        refused,
        'La risposta non considera che il collaboratore è anche iscritto ad altra gestione: chiedo di rivedere.',
      ),
    ),
  )

  const supplemented = await daysAgo(12, () =>
    send(
      alfa,
      contacts.mario,
      '03.02',
      { workerCodiceFiscale: 'VRDGPP70R15F839P', month: '05/2024', oldValue: '33,72 %', newValue: '24 %' },
      'Denuncia di maggio 2024 inviata con aliquota errata: il collaboratore è pensionato da aprile.',
      ['contratto.pdf', 'cedolino-maggio.pdf'],
    ),
  )
  await daysAgo(10, async () => {
    await takeUpRequest(clara, { requestId: supplemented })
    const term = addWorkingDays(romeDate(new Date()), 12)
    await requestDocuments(clara, {
      ...entry(supplemented, 'Serve il provvedimento di pensione del collaboratore, anche in copia.'),
      dueBy: term,
    })
  })
  await daysAgo(6, async () => {
    const answer = entry(supplemented, 'Allego il provvedimento di pensione con decorrenza 1° aprile 2024.')
    await attachPdf(alfa, answer.draftId, supplemented, 'provvedimento-pensione.pdf', ['Decorrenza 01/04/2024'])
    await supplementRequest(alfa, answer)
  })

  const waiting = await daysAgo(8, () =>
    send(
      alfa,
      contacts.mario,
      '05.01',
      { noticeNumber: 'DEB-2026-000123', months: '03/2024, 04/2024' },
      'Gli importi della comunicazione risultano già versati con due F24: chiedo lo sgravio delle somme.',
      ['quietanza-marzo.pdf', 'quietanza-aprile.pdf'],
    ),
  )
  await daysAgo(6, async () => {
    await takeUpRequest(clara, { requestId: waiting })
    const term = addWorkingDays(romeDate(new Date()), 10)
    await requestDocuments(clara, {
      ...entry(waiting, 'Le quietanze non riportano il protocollo telematico: inviale di nuovo complete.'),
      dueBy: term,
    })
  })

  const taken = await daysAgo(5, () =>
    send(
      alfa,
      contacts.mario,
      '04.04',
      { targetMonth: '06/2024' },
      'Il versamento di maggio è stato fatto due volte: chiedo di imputare l’eccedenza al mese di giugno 2024.',
    ),
  )
  await daysAgo(3, async () => {
    await takeUpRequest(clara, { requestId: taken })
    await sendMessage(alfa, entry(taken, 'Aggiungo che la seconda delega è stata inviata per errore dalla banca.'))
    await replyToRequest(
      clara,
      entry(taken, 'Grazie: stiamo verificando i due versamenti, ti scriviamo entro la data indicata.'),
    )
  })

  const moved = await daysAgo(7, () =>
    send(
      formazione,
      contacts.mario,
      '04.01',
      { ...f24, month: '04/2024' },
      'Versamento di aprile intestato per errore alla società collegata: chiedo di correggere.',
    ),
  )
  await daysAgo(5, () =>
    transferRequest(clara, {
      ...entry(moved, 'Riguarda un avviso di addebito già emesso: passa al Recupero crediti.'),
      officeCode: '7000',
      unitCode: 'RC',
    }),
  )

  const withdrawn = await daysAgo(4, () =>
    send(alfa, contacts.mario, '13.01', {}, 'Chiedo quale massimale vale per il 2025 per i collaboratori.'),
  )
  await daysAgo(4, () => withdrawRequest(alfa, { requestId: withdrawn }))

  await daysAgo(1, () =>
    send(
      alfa,
      contacts.mario,
      '11.01',
      { workerCodiceFiscale: 'VRDGPP70R15F839P', months: '01/2024, 02/2024' },
      'Nell’estratto conto del collaboratore mancano i mesi di gennaio e febbraio 2024, regolarmente denunciati.',
    ),
  )
}
