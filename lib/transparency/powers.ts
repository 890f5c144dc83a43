import type { AccessTitle } from '@/db/vocabulary'
import { rightsOf } from '@/lib/contributors/rights'

const whole = [
  'Leggere le comunicazioni di irregolarità: la prima lettura vale per il contribuente.',
  'Rispondere alle comunicazioni e comunicare i versamenti.',
  'Inviare richieste alla sede e seguire quelle inviate da chiunque operi per il contribuente.',
]
const part = [
  'Vedere quali comunicazioni sono arrivate, da quale sede e con quale termine.',
  'Inviare richieste sui collaboratori indicati nella delega e seguire quelle inviate con la stessa delega.',
]
const closedToPart = [
  'Aprire le comunicazioni, vederne gli importi, rispondere o comunicare versamenti.',
  'Vedere le richieste inviate da altri.',
]
const decisions = 'Dare e revocare deleghe, indicare un altro responsabile, vedere chi ha letto e scritto.'

const contactsMay = {
  change: 'Cambiare i recapiti del contribuente.',
  propose: 'Proporre nuovi recapiti: valgono quando il contribuente li conferma.',
  read: undefined,
}

/** What a title may do for its contributor and what it may not, a sentence each: `rightsOf` in words (domain.md §3.9). */
export function powersOf(title: AccessTitle): { may: string[]; mayNot: string[] } {
  const { partial, delegates, contacts } = rightsOf[title]
  const may = [...(partial ? part : whole), contactsMay[contacts], delegates ? decisions : undefined]
  const mayNot = [
    ...(partial ? closedToPart : []),
    contacts === 'read' ? 'Cambiare i recapiti del contribuente.' : undefined,
    delegates ? undefined : decisions,
  ]
  const said = (sentences: (string | undefined)[]) => sentences.filter((sentence) => sentence !== undefined)
  return { may: said(may), mayNot: said(mayNot) }
}
