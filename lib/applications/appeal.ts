/** How one contests a provision (L. 88/1989 art. 46; L. 144/1999 art. 58; c.p.c. art. 443): on its page and on its paper. */
export const appealSteps = [
  'Puoi presentare ricorso amministrativo entro 90 giorni da quando ricevi questo provvedimento (L. 88/1989, art. 46, comma 5). Decide il Comitato amministratore della Gestione separata.',
  'Il ricorso si presenta online, sul sito dell’INPS: da solo, oppure con l’aiuto di un intermediario o di un patronato. È gratuito.',
  'Se entro 90 giorni dal ricorso non arriva una risposta, o se la risposta è negativa, puoi rivolgerti al giudice (L. 88/1989, art. 46, comma 6).',
] as const
