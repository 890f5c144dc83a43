/** What is said when an istanza is no longer as the page showed it. */
export const stale = 'L’istanza nel frattempo è cambiata: ricarica la pagina e riprova.'
