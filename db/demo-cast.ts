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
  { codiceFiscale: 'BNCLRA80A41H501D', who: 'operatrice della sede di Roma, unità Flussi contributivi' },
  { codiceFiscale: 'GLLFNC82H23H501U', who: 'responsabile dell’unità, sede di Roma' },
  { codiceFiscale: 'FRRCHR78D44F839L', who: 'operatrice della sede di Napoli' },
  { codiceFiscale: 'HFRHNS79E14A952V', who: 'operatore della sede di Bolzano' },
  { codiceFiscale: 'CNTMRC69L12H501E', who: 'amministratore' },
] as const
