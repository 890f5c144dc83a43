import { fieldsOf, rowsOf } from '@/lib/applications/fields'

/** Two workers over the ceiling: of 2025, which the portal knows, and of 2026, which it does not. */
export const example: Record<string, string> = {
  ...fieldsOf('somme', { reason: 'over_ceiling' }),
  ...rowsOf('somme', 'workers', [
    {
      worker: 'RSSMRA85T10A562S',
      year: '2025',
      cover: 'otherwise_insured',
      fees: '121.000,00',
      used: '607,00',
      paid: '29.040,00',
      asked: '240,00',
    },
    {
      worker: 'BNCLRA80A41H501D',
      year: '2026',
      cover: 'with_dis_coll',
      fees: '130.000,00',
      used: '',
      paid: '45.539,00',
      asked: '700,60',
    },
  ]),
  ...fieldsOf('motivi', { explanation: 'Il collaboratore aveva altri committenti e ce lo ha detto a dicembre.' }),
  ...fieldsOf('pagamento', {
    iban: 'IT60 X054 2811 1010 0000 0123 456',
    ownAccount: 'on',
    bearer: 'shared',
    notElsewhere: 'on',
  }),
}

export const decisionExample: Record<string, string> = fieldsOf('decisione', { amount: '240,00' })
