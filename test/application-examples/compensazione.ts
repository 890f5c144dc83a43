import { fieldsOf, rowsOf } from '@/lib/applications/fields'

/** March 2024 paid twice covers May and part of June. */
export const example: Record<string, string> = {
  ...rowsOf('crediti', 'credits', [
    { month: '03/2024', causale: 'CXX', paid: '1.401,20', due: '700,60', excess: '700,60' },
    { month: '04/2024', causale: 'C10', paid: '480,00', due: '', excess: '480,00' },
  ]),
  ...rowsOf('debiti', 'debits', [
    { month: '06/2024', causale: 'CXX', amount: '700,60' },
    { month: '05/2024', causale: 'CXX', amount: '300,00' },
  ]),
  ...fieldsOf('motivi', {
    ground: 'paid_twice',
    explanation: 'Il versamento di marzo è partito due volte; ad aprile il compenso non è stato pagato.',
    notElsewhere: 'on',
  }),
}

export const decisionExample: Record<string, string> = fieldsOf('decisione', { amount: '700,60' })
