import type { ContactKind } from '@/db/vocabulary'
import { formatDate } from '@/lib/format'
import { portalAddress } from '@/lib/notifications/words'
import { codeMinutes } from './code'

type Contact = { id: string; kind: ContactKind; value: string; userId: string | null }

const addressed = ({ id, kind, value }: Contact) => ({
  contactId: id,
  channel: kind === 'mobile' ? ('sms' as const) : ('email' as const),
  recipient: value,
})

/** The message that carries a code. The code leaves it once it is handed over (`notifications/outbox.ts`). */
export function codeMessage(contact: Contact, code: string, askedBy: string) {
  const sms = `${code} è il codice per verificare questo numero nel portale. Vale ${codeMinutes} minuti. Non dirlo a nessuno.`
  return {
    ...addressed(contact),
    change: 'contact.code_sent' as const,
    userId: askedBy,
    ...(contact.kind === 'mobile'
      ? { subject: '', body: sms }
      : {
          subject: 'Il codice per verificare questo indirizzo',
          body:
            `Il codice per verificare questo indirizzo nel portale è:\n\n${code}\n\n` +
            `Vale ${codeMinutes} minuti. Scrivilo nella pagina da cui l’hai chiesto e non dirlo a nessuno.\n\n` +
            'Se non l’hai chiesto tu, ignora questo messaggio: senza il codice l’indirizzo non viene usato.\n' +
            'Non rispondere: nessuno legge questa casella.\n',
        }),
  }
}

/** To who had it: it is no longer used, since when, and what to do if it was not them. Never what took its place. */
export function farewellMessage(contact: Contact, change: 'contact.verified' | 'contact.removed', at: Date) {
  const [done, link] = [change === 'contact.verified' ? 'sostituito' : 'tolto', portalAddress()]
  const what = contact.kind === 'mobile' ? 'Questo numero' : 'Questo indirizzo'
  const told = `${what} è stato ${done} nel portale il ${formatDate(at)}: da allora gli avvisi non arrivano più qui.`
  return {
    ...addressed(contact),
    change,
    userId: contact.userId,
    ...(contact.kind === 'mobile'
      ? {
          subject: '',
          body: `Questo numero è stato ${done} nel portale il ${formatDate(at)}. Non sei stato tu? Chiama 803 164.`,
        }
      : {
          subject: `Questo indirizzo è stato ${done}`,
          body:
            `${told}\n\nSe sei stato tu, o chi agisce per te, non devi fare nulla.\n` +
            `Se non sei stato tu, entra nel portale e controlla i recapiti e le sessioni aperte:\n${link}/sessioni\n` +
            'oppure chiama il Contact Center: 803 164 da rete fissa, 06 164 164 da cellulare.\n\n' +
            'Il portale non chiede mai il PIN per e-mail. Non rispondere: nessuno legge questa casella.\n',
        }),
  }
}
