import { fieldsOf, rowsOf } from '@/lib/applications/fields'

/** One line with the wrong office and causale, whose sum belongs to two months. */
export const example: Record<string, string> = {
  ...fieldsOf('versato', { paidOn: '16/04/2024' }),
  ...rowsOf('versato', 'rows', [
    { office: '5100', causale: 'C10', branch: '00142 Roma', month: '03/2024', amount: '1.401,20' },
  ]),
  ...rowsOf('corretto', 'rows', [
    { office: '7000', causale: 'CXX', branch: '00142 Roma', month: '03/2024', amount: '700,60' },
    { office: '7000', causale: 'CXX', branch: '00142 Roma', month: '02/2024', amount: '700,60' },
  ]),
  ...fieldsOf('motivi', {
    reason: 'several',
    explanation: 'Abbiamo copiato la riga dal modello di un altro collaboratore.',
  }),
}
