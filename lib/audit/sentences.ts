import type { ChangeName } from '@/db/vocabulary'

/**
 * What the record says of each change, in Italian. Null: not recorded, being the person's own scratch paper,
 * written over every few seconds and seen by nobody else.
 */
export const sentences = {
  'account.opened': 'Ha aperto un accesso al portale',
  'session.started': 'È entrato nel portale',
  'session.ended': 'Ha terminato una sessione',
  'pin.chosen': 'Ha scelto un nuovo PIN',
  'draft.saved': null,
  'draft.discarded': 'Ha eliminato una bozza',
  'drafts.swept': 'Il portale ha eliminato le bozze scadute',
  'attachment.kept': 'Ha caricato un allegato',
  'attachment.removed': 'Ha tolto un allegato da una bozza',
  'attachment.downloaded': 'Ha scaricato un allegato',
  'attachments.swept': 'Il portale ha eliminato gli allegati mai inviati',
  'request.submitted': 'Ha inviato una richiesta',
  'request.messaged': 'Ha scritto nella richiesta',
  'request.supplemented': 'Ha inviato i documenti chiesti dalla sede',
  'request.withdrawn': 'Ha ritirato la richiesta',
  'request.reopened': 'Ha riaperto la richiesta',
  'request.taken_up': 'Ha preso in carico la richiesta',
  'request.released': 'Ha rilasciato la richiesta',
  'request.transferred': 'Ha trasferito la richiesta',
  'request.documents_requested': 'Ha chiesto documenti',
  'request.replied': 'Ha risposto alla richiesta',
  'request.noted': 'Ha scritto una nota interna',
  'request.closed': 'Ha chiuso la richiesta',
  'request.closure_announced': 'Il portale ha preannunciato la chiusura per mancata integrazione',
  'request.closed_for_missing_documents': 'Il portale ha chiuso la richiesta per mancata integrazione',
  'replies.read': 'Ha letto le risposte',
  'feedback.given': 'Ha detto cosa pensa del portale',
} as const satisfies Record<ChangeName, string | null>
