import { v7 } from 'uuid'
import { limits } from '@/db/schema'
import { transaction } from '@/db/write'
import { receiveFile } from '@/lib/attachments/receive'
import type { ContributorSide, Officer } from '@/lib/auth/actor'
import { addWorkingDays, romeDate } from '@/lib/calendar/working-days'
import { saveDraft } from '@/lib/drafts/commands'
import { reopenRequest, sendMessage, supplementRequest, withdrawRequest } from '@/lib/requests/commands/contributor'
import {
  closeRequest,
  releaseRequest,
  replyToRequest,
  requestDocuments,
  takeUpRequest,
  transferRequest,
  writeNote,
} from '@/lib/requests/commands/officer'
import { submitRequest } from '@/lib/requests/commands/submit'
import type { Cast } from './cast'
import { daysAgo } from './clock'
import { sampleCsv, samplePdf } from './files'

type Facts = Record<string, string>

const contacts = {
  mario: { email: 'mario.rossi@alfaservizi.example', mobile: '3331234567', notifyByEmail: 'on', notifyBySms: 'on' },
  andrea: { email: 'amministrazione@betaconsulting.example', notifyByEmail: 'on' },
  assunta: { email: 'ragioneria@comune-valdicese.example', landline: '0471123456', notifyByEmail: 'on' },
}

async function attachPdf(
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
async function send(
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
    content: { ...reach, areaCode: topicCode.slice(0, 2), topicCode, text, ...answers },
  })
  for (const name of files)
    await attachPdf(actor, id, undefined, name, ['Documento dimostrativo', text.slice(0, 60), name])
  await submitRequest(actor, { draftId: id })
  return id
}

const entry = (requestId: string, text: string) => ({ draftId: v7(), requestId, text })

/** Requests in every status, each told through the commands that people's screens call. */
export async function seedRequests({ sender, officer }: Cast) {
  const [alfa, formazione, beta, comune] = [
    sender('alfaServizi'),
    sender('alfaFormazione'),
    sender('beta'),
    sender('comune'),
  ]
  const [clara, franco, chiara] = [officer('clara'), officer('franco'), officer('chiara')]
  const f24 = { f24Date: '16/04/2024', f24Amount: '1.401,20', f24Causale: 'CXX', month: '03/2024' }

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
      noteId: v7(),
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

  const partly = await daysAgo(25, () =>
    send(
      beta,
      contacts.andrea,
      '05.03',
      { noticeNumber: 'DEB-2026-000456', months: '02/2024' },
      'Le sanzioni calcolate su febbraio 2024 sembrano doppie: chiedo di ricontrollare i giorni di ritardo.',
    ),
  )
  await daysAgo(23, async () => {
    await takeUpRequest(chiara, { requestId: partly })
    await closeRequest(chiara, {
      ...entry(
        partly,
        'Ricalcolate le sanzioni su 12 giorni e non su 24: l’importo scende a 7,15 €. La parte restante è dovuta (art. 116, c. 8, lett. a, L. 388/2000).',
      ),
      outcome: 'partly_granted',
    })
  })
  const elsewhere = await daysAgo(15, () =>
    send(
      beta,
      contacts.andrea,
      '10.01',
      { durcProtocollo: 'DURC-2026-7781' },
      'Ci viene contestata una scopertura sulla gestione dipendenti: chiediamo la regolarizzazione.',
    ),
  )
  await daysAgo(14, async () => {
    await takeUpRequest(chiara, { requestId: elsewhere })
    await closeRequest(chiara, {
      ...entry(
        elsewhere,
        'La scopertura riguarda i lavoratori dipendenti: va scritta dal Cassetto previdenziale aziende, non da qui.',
      ),
      outcome: 'not_competent',
    })
  })
  const released = await daysAgo(6, () =>
    send(beta, contacts.andrea, '04.01', f24, 'Versamento non abbinato: allego la quietanza e chiedo la correzione.', [
      'quietanza-beta.pdf',
    ]),
  )
  await daysAgo(5, async () => {
    await takeUpRequest(chiara, { requestId: released })
    await releaseRequest(chiara, { requestId: released })
  })
  await daysAgo(2, () =>
    send(
      comune,
      contacts.assunta,
      '13.01',
      {},
      'Il Comune chiede se i compensi ai componenti del nucleo di valutazione rientrano nella Gestione Separata.',
    ),
  )

  const draftId = v7()
  await saveDraft(alfa, draftId, {
    kind: 'request',
    version: 0,
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
