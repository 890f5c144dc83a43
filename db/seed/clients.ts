/** Clients of the demonstration's firm beside ALFA SERVIZI and BETA: invented, with codes that pass the check (domain.md §9.4). */
const names = [
  'ACCADEMIA DEL MARE S.S.D.',
  'AGRICOLA LE PRATA S.S.',
  'ARCHIVOLTO EDIZIONI S.R.L.',
  'ASSOCIAZIONE CORALE SANTA LUCIA',
  'ASSOCIAZIONE SPORTIVA TRE PINI',
  'ATELIER BIANCA S.R.L.',
  'BOTTEGA DIGITALE S.R.L.',
  'CANTIERI RIUNITI S.P.A.',
  'CARPENTERIA SAN MARCO S.N.C.',
  'CENTRO DANZA ARABESCO S.S.D.',
  'CENTRO STUDI LEONARDO',
  'CIRCOLO NAUTICO LA LANTERNA',
  'COOPERATIVA SOCIALE IL PONTE',
  'COSTRUZIONI FERRARA S.R.L.',
  'DATAVISTA S.R.L.',
  'DOMUS RESTAURI S.R.L.',
  'EDILIZIA MODERNA S.R.L.',
  'ENERGIA PULITA S.R.L.',
  'FONDAZIONE TEATRO NUOVO',
  'GALLERIA ORIZZONTI S.R.L.',
  'GIARDINI E PARCHI S.R.L.',
  'IMMAGINE E SUONO S.R.L.',
  'IMPIANTI LOMBARDI S.R.L.',
  'ISTITUTO LINGUE EUROPEE S.R.L.',
  'LABORATORIO ANALISI AURORA S.R.L.',
  'LIBRERIA DEL CORSO S.A.S.',
  'LOGISTICA PORTO S.R.L.',
  'MUSICA IN CORTILE APS',
  'NUOVA STAMPA S.R.L.',
  'OFFICINA DELLE IDEE S.R.L.',
  'PALESTRA OLIMPIA S.S.D.',
  'PONTEGGI ITALIA S.R.L.',
  'RISTORO DEL BORGO S.R.L.',
  'SCAVI E MOVIMENTO TERRA S.R.L.',
  'SCUOLA DI TEATRO LA PIAZZA APS',
  'SPORTING CLUB VERDE S.S.D.',
  'TECNOEDIL S.R.L.',
  'VIAGGI E CULTURA S.R.L.',
]

/** The check digit of the codice fiscale of a company (DM 23/12/1976). */
function checkDigit(body: string) {
  const sum = [...body].reduce((total, digit, index) => {
    const value = Number(digit) * (index % 2 === 0 ? 1 : 2)
    return total + (value > 9 ? value - 9 : value)
  }, 0)
  return String((10 - (sum % 10)) % 10)
}

const codeOf = (index: number) => {
  const body = `05${String(710_000 + index * 137).padStart(6, '0')}58`
  return body + checkDigit(body)
}

export const clients = names.map((denomination, index) => ({ codiceFiscale: codeOf(index), denomination }))

/** One whose delegation still has to be signed. */
export const unsigned = { codiceFiscale: codeOf(names.length), denomination: 'ZENIT PROGETTI S.R.L.' }
