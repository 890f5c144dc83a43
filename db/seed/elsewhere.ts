import { closeRequest, releaseRequest, takeUpRequest } from '@/lib/requests/commands/officer'
import { contacts, entry, f24, send } from './acts'
import type { Cast } from './cast'
import { daysAgo } from './clock'

/** The offices of Napoli and Bolzano. */
export async function seedElsewhere({ sender, officer }: Cast) {
  const [beta, comune] = [sender('beta'), sender('comune')]
  const chiara = officer('chiara')

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
}
