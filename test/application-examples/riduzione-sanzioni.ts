/** Two months paid late and within 120 days, before the office asked for the contributions. */
export const example: Record<string, string> = {
  motivo_ground: 'centoventi',
  motivo_rule: 'a',
  motivo_reason: 'Abbiamo pagato da soli, appena ci siamo accorti del ritardo: le sanzioni chieste sono piene.',
  mesi_righe_0_month: '06/2025',
  mesi_righe_0_contributions: '10.000,00',
  mesi_righe_0_paidOn: '13/11/2025',
  mesi_righe_0_sanctions: '251,51',
  mesi_righe_1_month: '07/2025',
  mesi_righe_1_contributions: '700,60',
  mesi_righe_1_paidOn: '19/09/2025',
  mesi_righe_1_sanctions: '4,41',
}

export const decisionExample: Record<string, string> = { riduzione_amount: '71,92' }
