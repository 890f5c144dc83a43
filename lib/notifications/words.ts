import type { NotificationChannel } from '@/db/vocabulary'
import type { ChangeName } from '@/db/vocabulary-changes'
import { env } from '@/lib/env'

export const channelLabels: Record<NotificationChannel, string> = { email: 'E-mail', sms: 'SMS' }

/** Where every link of a message begins. */
export const portalAddress = () => env.PORTAL_URL.replace(/\/+$/, '')

/** How every mail ends: what it does not say, and what nobody will ever ask by mail. */
export const closing =
  'Per la tua riservatezza questo messaggio non dice di più. Il portale non chiede mai il PIN per e-mail. ' +
  'Non rispondere: nessuno legge questa casella.\n'

/** Characters of GSM-7 in one SMS. */
export const smsLength = 160

/** An SMS with its link, or without it when the two do not fit. */
export const shortMessage = (words: string, link: string) => {
  const whole = `${words} Leggi su ${link}`
  return whole.length <= smsLength ? whole : `${words} Entra nel portale.`
}

/** What a message was about, for the list of those a person was sent. */
export function aboutOf(change: ChangeName) {
  if (change.startsWith('request.')) return 'Novità su una richiesta'
  if (change.startsWith('notice.')) return 'Nuove comunicazioni di irregolarità'
  if (change.startsWith('delegation.')) return 'Novità su una delega'
  if (change === 'digest.sent') return 'Riepilogo delle novità'
  if (change === 'contact.verified') return 'Recapito sostituito'
  if (change === 'contact.removed') return 'Recapito tolto'
  return 'Codice per verificare un recapito'
}
