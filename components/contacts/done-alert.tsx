import { Alert } from '@/components/alert'

const words: Record<string, string> = {
  codice: 'Ti abbiamo inviato un codice: scrivilo qui sotto entro 10 minuti.',
  scritto:
    'Il recapito è scritto, ma non ancora verificato: premi «Invia il codice». I codici per SMS partono dalle 9 alle 19.',
  proposto: 'La proposta è inviata: il contribuente la trova tra i suoi recapiti e decide.',
  verificato: 'Recapito verificato: da adesso lo usiamo.',
  rifiutato: 'Proposta rifiutata.',
  tolto: 'Recapito tolto: resta nella storia e non viene più usato.',
  preferenze: 'Preferenze salvate.',
}

/** What was just done on a page of contacts or preferences, as its address says it; nothing for any other word. */
export function DoneAlert({ done }: { done: string | string[] | undefined }) {
  if (typeof done !== 'string' || !Object.hasOwn(words, done)) return null
  return <Alert tone="success">{words[done]}</Alert>
}
