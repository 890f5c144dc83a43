/** The PIN of every person of the demonstration. Public: it opens nothing outside demo mode. */
export const demoPin = 'DEMO2015'

/** Who can sign in to the demonstration, in the words shown beside the sign-in instructions. */
export const demoCast = [
  {
    codiceFiscale: 'RSSMRA85T10A562S',
    who: 'legale rappresentante di ALFA SERVIZI S.R.L. e di ALFA FORMAZIONE S.R.L. (Roma)',
  },
  { codiceFiscale: 'BRGNDR88C18F839N', who: 'legale rappresentante di BETA CONSULTING S.R.L. (Napoli)' },
  { codiceFiscale: 'MLLSNT75M50A952L', who: 'legale rappresentante di un Comune (Bolzano)' },
  { codiceFiscale: 'MRTGLI84E61H501V', who: 'legale rappresentante di GAMMA STUDI S.R.L. (Roma), solo PIN online' },
  {
    codiceFiscale: 'VRDGPP70R15F839P',
    who: 'consulente del lavoro, titolare dello Studio Verdi: quaranta contribuenti, tre gruppi',
  },
  { codiceFiscale: 'RMNSFO90P55F839T', who: 'collaboratrice dello Studio Verdi, per un gruppo di clienti' },
  { codiceFiscale: 'PLLLCU76S03A952X', who: 'altro responsabile del Comune (Bolzano)' },
  { codiceFiscale: 'DNTPLA72B52H501Y', who: 'commercialista con una delega parziale su ALFA SERVIZI S.R.L.' },
  { codiceFiscale: 'BNCLRA80A41H501D', who: 'operatrice della sede di Roma, unità Flussi contributivi' },
  { codiceFiscale: 'GLLFNC82H23H501U', who: 'responsabile dell’unità, sede di Roma' },
  { codiceFiscale: 'RVILNE85D55H501W', who: 'operatrice della sede di Roma, tutte le unità' },
  { codiceFiscale: 'FRRCHR78D44F839L', who: 'operatrice della sede di Napoli' },
  { codiceFiscale: 'HFRHNS79E14A952V', who: 'operatore della sede di Bolzano' },
  { codiceFiscale: 'CNTMRC69L12H501E', who: 'amministratore' },
] as const
