import type { rates } from './schema'

type Row = typeof rates.$inferInsert

/** Days from which the ECB's rate of main refinancing operations holds, in hundredths of a point (art. 116 L. 388/2000). */
const referenceRates: [day: string, value: number][] = [
  ['2016-03-16', 0],
  ['2022-07-27', 50],
  ['2022-09-14', 125],
  ['2022-11-02', 200],
  ['2022-12-21', 250],
  ['2023-02-08', 300],
  ['2023-03-22', 350],
  ['2023-05-10', 375],
  ['2023-06-21', 400],
  ['2023-08-02', 425],
  ['2023-09-20', 450],
  ['2024-06-12', 425],
  ['2024-09-18', 365],
  ['2024-10-23', 340],
  ['2024-12-18', 315],
  ['2025-02-05', 290],
  ['2025-03-12', 265],
  ['2025-04-23', 240],
  ['2025-06-11', 215],
]

/** Rates of the Gestione Separata (hundredths of a point) and yearly ceiling (cents), by the circular that set them. */
const years: [year: number, withDisColl: number, without: number, insured: number, ceiling: number, source: string][] =
  [
    [2022, 3503, 3372, 2400, 10_501_400, 'Circ. INPS 25/2022'],
    [2023, 3503, 3372, 2400, 11_352_000, 'Circ. INPS 12/2023'],
    [2024, 3503, 3372, 2400, 11_965_000, 'Circ. INPS 24/2024'],
    [2025, 3503, 3372, 2400, 12_060_700, 'Circ. INPS 27/2025'],
  ]

const set = (code: Row['code'], validFrom: string, value: number, source: string): Row => ({
  code,
  validFrom,
  value,
  source,
})

/** The values no figure works without. A year that is not here has no figure: nothing is worked out by guessing. */
export const rateRegister: Row[] = [
  ...referenceRates.map(([day, value]) =>
    set('reference_rate', day, value, 'BCE, operazioni di rifinanziamento principali'),
  ),
  ...years.flatMap(([year, withDisColl, without, insured, ceiling, source]) => [
    set('rate_with_dis_coll', `${year}-01-01`, withDisColl, source),
    set('rate_without_dis_coll', `${year}-01-01`, without, source),
    set('rate_otherwise_insured', `${year}-01-01`, insured, source),
    set('yearly_ceiling', `${year}-01-01`, ceiling, source),
  ]),
  set('sanction_surcharge', '2001-01-01', 550, 'Art. 116 c. 8 lett. a) L. 388/2000'),
  set('sanction_cap', '2001-01-01', 4000, 'Art. 116 c. 8 lett. a) L. 388/2000'),
  set('evasion_rate', '2001-01-01', 3000, 'Art. 116 c. 8 lett. b) L. 388/2000'),
  set('evasion_cap', '2001-01-01', 6000, 'Art. 116 c. 8 lett. b) L. 388/2000'),
  set('instalment_surcharge', '1996-01-01', 600, 'Art. 3 c. 4 DL 318/1996'),
  set('instalment_threshold', '2025-10-24', 50_000_000, 'Art. 23 L. 203/2024; DM 24/10/2025'),
  set('instalments_up_to_threshold', '2025-10-24', 36, 'Art. 23 L. 203/2024; DM 24/10/2025'),
  set('instalments_above_threshold', '2025-10-24', 60, 'Art. 23 L. 203/2024; DM 24/10/2025'),
]
