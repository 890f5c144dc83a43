import type { NewsKind, NotificationChannel } from '@/db/vocabulary'
import { formatCount } from '@/lib/format'
import { closing, portalAddress, shortMessage } from '@/lib/notifications/words'

/** How many things of a kind there are to tell, and how many contributors they are of. */
export type Tally = Record<NewsKind, { items: number; contributors: number }>

/** What is most urgent first. */
const order: NewsKind[] = ['deadline', 'notice', 'reply', 'delegation']

const named: Record<NewsKind, [one: string, many: string]> = {
  deadline: ['1 scadenza entro 7 giorni', 'scadenze entro 7 giorni'],
  notice: ['1 comunicazione da leggere', 'comunicazioni da leggere'],
  reply: ['1 risposta della sede', 'risposte della sede'],
  delegation: ['1 novità sulle deleghe', 'novità sulle deleghe'],
}

const count = (kind: NewsKind, items: number) =>
  items === 1 ? named[kind][0] : `${formatCount(items)} ${named[kind][1]}`

const forWhom = (contributors: number) =>
  contributors === 1 ? 'per 1 contribuente' : `per ${formatCount(contributors)} contribuenti`

/** A digest says how many things there are, of what kind and how urgent, and leads to them: no name, no codice fiscale. */
export function digestWords(channel: NotificationChannel, tally: Tally) {
  const link = `${portalAddress()}/area/tutti`
  const kinds = order.filter((kind) => tally[kind].items > 0)
  if (channel === 'sms')
    return {
      subject: '',
      body: shortMessage(`${kinds.map((kind) => count(kind, tally[kind].items)).join(', ')}.`, link),
    }
  const lines = kinds.map((kind) => `- ${count(kind, tally[kind].items)}, ${forWhom(tally[kind].contributors)}`)
  return {
    subject: 'Riepilogo: ci sono novità nel portale',
    body:
      `Da quando ti abbiamo scritto l’ultima volta:\n\n${lines.join('\n')}\n\n` +
      `Le trovi tutte nel portale:\n${link}\n\n` +
      `Ogni quanto riceverlo lo scegli tu:\n${portalAddress()}/preferenze\n\n${closing}`,
  }
}
