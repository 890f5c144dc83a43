/**
 * What people write to an office of the Gestione Separata. In braces, what differs from one request to the next:
 * {mese}, {anno}, {importo}, {numero}, {nome}.
 */
export const sentences = [
  'Per il mese di {mese} {anno} risulta un versamento di euro {importo} che non compare nella nostra posizione.',
  'Il contributo di euro {importo} è stato pagato con F24 il giorno di scadenza e ne alleghiamo la quietanza.',
  'Abbiamo ricevuto l’avviso n. {numero} e riteniamo che le somme chieste siano già state pagate.',
  'Chiediamo di verificare la denuncia UniEmens del mese di {mese} {anno}, trasmessa con il codice fiscale sbagliato.',
  'Il collaboratore {nome} è iscritto anche a un’altra forma di previdenza: l’aliquota applicata deve essere quella ridotta.',
  'La collaboratrice {nome} ha superato il massimale nel corso dell’anno {anno}.',
  'Il compenso erogato a {nome} è stato denunciato due volte, a {mese} e nel mese seguente.',
  'Nel modello F24 è stata indicata la causale C10 al posto di CXX per euro {importo}.',
  'Nel modello F24 abbiamo scritto la matricola al posto del periodo, e il versamento è rimasto sospeso.',
  'Chiediamo la correzione del periodo di competenza del versamento di euro {importo}.',
  'La sede di pagamento indicata nel modello non è quella competente per la nostra posizione.',
  'Il credito di euro {importo} deriva da un doppio versamento e ne chiediamo il rimborso.',
  'Chiediamo di compensare il credito con i contributi dovuti per {mese} {anno}.',
  'La rateizzazione n. {numero} è stata pagata per intero e attendiamo la conferma della chiusura.',
  'Due rate del piano di ammortamento risultano non pagate, ma le quietanze dicono il contrario.',
  'L’azienda ha cambiato denominazione e sede legale nel mese di {mese} {anno}.',
  'Dopo la fusione le posizioni delle due società vanno riunite sotto il codice fiscale della incorporante.',
  'Il legale rappresentante è cambiato: alleghiamo il verbale dell’assemblea e la visura camerale.',
  'Chiediamo la regolarità contributiva per partecipare a una gara con scadenza a {mese}.',
  'Il documento di regolarità risulta irregolare per un importo di euro {importo} che abbiamo già versato.',
  'Le sanzioni civili calcolate nell’avviso n. {numero} non tengono conto del ravvedimento.',
  'Chiediamo il ricalcolo delle sanzioni per il versamento tardivo di {mese} {anno}.',
  'L’amministratore {nome} non ha percepito compensi nell’anno {anno}.',
  'Il compenso dell’amministratore {nome} è stato deliberato a {mese} e pagato il mese dopo.',
  'La denuncia è stata trasmessa dal nostro consulente e la ricevuta porta il numero {numero}.',
  'Alleghiamo la ricevuta di trasmissione, il modello di pagamento e il prospetto dei compensi.',
  'I contributi di {nome} sono finiti sulla posizione di un omonimo.',
  'Per {nome} l’indennità di maternità non è stata calcolata perché mancano i versamenti di {anno}.',
  'Il codice fiscale del dottorando {nome} era errato e la borsa di studio non risulta denunciata.',
  'Per il periodo da gennaio a {mese} {anno} l’aliquota corretta è quella dei non iscritti ad altra cassa.',
  'Chiediamo come indicare in denuncia un compenso erogato in natura.',
  'Chiediamo un appuntamento telefonico per chiarire la situazione debitoria dell’anno {anno}.',
  'La cartella n. {numero} si riferisce a contributi già oggetto di sgravio.',
  'Abbiamo presentato ricorso al comitato amministratore e attendiamo la sospensione della riscossione.',
  'La somma di euro {importo} è stata trattenuta due volte dalla banca per un errore del flusso telematico.',
  'Ringraziamo per l’attenzione e restiamo a disposizione per ogni chiarimento.',
  'Vi preghiamo di rispondere all’indirizzo di posta indicato.',
  'La scadenza indicata nella comunicazione è vicina: chiediamo di sospendere i termini.',
  'Segnaliamo che la comunicazione precedente, n. {numero}, non ha avuto risposta.',
  'Il venditore a domicilio {nome} ha superato la soglia di euro {importo} di provvigioni.',
]

export const replies = [
  'Il versamento di {mese} {anno} è stato abbinato alla posizione: il debito residuo è di euro {importo}.',
  'La denuncia corretta è stata acquisita e la posizione ricalcolata.',
  'Per proseguire serve la quietanza del modello F24 con il numero di protocollo telematico.',
  'La causale è stata corretta d’ufficio: il credito sarà visibile entro trenta giorni.',
  'La richiesta di rimborso di euro {importo} è stata inviata al pagamento.',
  'L’avviso n. {numero} è stato annullato in autotutela.',
  'Le sanzioni sono state ricalcolate in euro {importo} secondo l’art. 116 della legge 388/2000.',
  'La variazione anagrafica è stata registrata dal mese di {mese} {anno}.',
]

export const firstNames =
  'Mario Anna Luca Giulia Paolo Francesca Andrea Chiara Stefano Elena Marco Laura Davide Sara'.split(' ')
export const lastNames =
  'Rossi Ferrari Russo Bianchi Romano Gallo Costa Fontana Conti Esposito Ricci Bruno Greco Marino Lombardi Moretti Barbieri Rinaldi Caruso Ferrara Santoro Mariani Vitale Martinelli'.split(
    ' ',
  )
export const months =
  'gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre'.split(' ')

/** Said by more than half of the requests, in one form or another of the word. */
export const commonWord = 'versamenti'
/** Said by one request in a hundred. */
export const scarceWord = 'fideiussione'
/** Said by ten requests of the large contributor, however many it has. */
export const rareWord = 'usufruttuario'
/** A year of which nobody writes any more. */
export const bygoneYear = String(new Date().getUTCFullYear() - 4)
