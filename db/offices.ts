/**
 * Units of every office (domain of circ. 36/2014): who answers what stands in the topic tree.
 */
export const unitNames = [
  { code: 'FC', name: 'Flussi contributivi' },
  { code: 'AN', name: 'Anagrafica e flussi' },
  { code: 'RC', name: 'Recupero crediti' },
  { code: 'CO', name: 'Contenzioso e ricorsi' },
  { code: 'AS', name: 'Assistenza tecnica' },
] as const

/**
 * Offices by their code, with the feast of the patron saint (mm-dd) when it falls on the same day every year. Only 5100
 * is confirmed by a public source; the others follow the same alphabetical scheme and are to be checked against the
 * table of Agenzia delle Entrate before production.
 */
export const officeRegister = [
  { code: '0300', name: 'Ancona', patronDay: '05-04' },
  { code: '0900', name: 'Bari', patronDay: '12-06' },
  { code: '1200', name: 'Bergamo', patronDay: '08-26' },
  { code: '1300', name: 'Bologna', patronDay: '10-04' },
  { code: '1400', name: 'Bolzano', patronDay: null },
  { code: '1500', name: 'Brescia', patronDay: '02-15' },
  { code: '1700', name: 'Cagliari', patronDay: '10-30' },
  { code: '2100', name: 'Catania', patronDay: '02-05' },
  { code: '2200', name: 'Catanzaro', patronDay: '07-16' },
  { code: '3000', name: 'Firenze', patronDay: '06-24' },
  { code: '3400', name: 'Genova', patronDay: '06-24' },
  { code: '4900', name: 'Milano', patronDay: '12-07' },
  { code: '5000', name: 'Modena', patronDay: '01-31' },
  { code: '5100', name: 'Napoli', patronDay: '09-19' },
  { code: '5400', name: 'Padova', patronDay: '06-13' },
  { code: '5500', name: 'Palermo', patronDay: '07-15' },
  { code: '5800', name: 'Perugia', patronDay: '01-29' },
  { code: '7000', name: 'Roma', patronDay: '06-29' },
  { code: '8000', name: 'Terni', patronDay: '02-14' },
  { code: '8100', name: 'Torino', patronDay: '06-24' },
  { code: '8300', name: 'Trento', patronDay: '06-26' },
  { code: '8400', name: 'Treviso', patronDay: '04-27' },
  { code: '8500', name: 'Trieste', patronDay: '11-03' },
  { code: '8600', name: 'Udine', patronDay: '07-12' },
  { code: '8800', name: 'Venezia', patronDay: '04-25' },
  { code: '9000', name: 'Verona', patronDay: '05-21' },
  { code: '9100', name: 'Vicenza', patronDay: '09-08' },
  { code: '9200', name: 'Viterbo', patronDay: '09-04' },
] as const
