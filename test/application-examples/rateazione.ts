import { addDays } from '@/lib/calendar/days'
import { formatItalianDate } from '@/lib/calendar/iso-date'
import { romeDate } from '@/lib/calendar/working-days'

const inDays = (days: number) => formatItalianDate(addDays(romeDate(new Date()), days))

/** 1.499,50 € of two notices, in 12 instalments. */
export const example: Record<string, string> = {
  debiti_righe_0_number: 'INPS.7000.02/11/2026.0000012',
  debiti_righe_0_from: '03/2024',
  debiti_righe_0_to: '04/2024',
  debiti_righe_0_contributions: '1.401,20',
  debiti_righe_0_sanctions: '85,80',
  debiti_righe_1_number: 'INPS.7000.02/11/2026.0000013',
  debiti_righe_1_from: '05/2024',
  debiti_righe_1_to: '05/2024',
  debiti_righe_1_sanctions: '12,50',
  piano_instalments: '12',
  piano_firstDueOn: inDays(30),
  difficolta_ground: 'crediti',
  difficolta_reason: 'Il Comune paga le fatture con otto mesi di ritardo: il contratto scade a giugno.',
  difficolta_temporary: 'on',
}

export const decisionExample: Record<string, string> = {
  concessione_instalments: '10',
  concessione_firstDueOn: inDays(45),
}
