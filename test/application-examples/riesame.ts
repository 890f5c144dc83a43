/** A month that the notice has as half paid and was paid in full. The protocollo is to be that of a notice that was read. */
export const example: Record<string, string> = {
  comunicazione_protocollo: 'INPS.7000.02/11/2026.0000012',
  comunicazione_righe_0_month: '03/2024',
  comunicazione_righe_0_causale: 'CXX',
  comunicazione_righe_0_due: '1.200,00',
  comunicazione_righe_0_paid: '400,00',
  comunicazione_righe_0_rightDue: '1.200,00',
  comunicazione_righe_0_rightPaid: '1.200,00',
  comunicazione_righe_1_month: '04/2024',
  comunicazione_righe_1_causale: 'CXX',
  comunicazione_righe_1_due: '601,20',
  comunicazione_righe_1_rightDue: '601,20',
  motivo_reason: 'versato',
  motivo_words: 'A marzo mancavano 800,00 €: li abbiamo versati il 16 aprile, la quietanza è allegata.',
}

/** What is asked when it is granted in part: the first month paid in full, the second still due. */
export const decisionExample: Record<string, string> = {
  correzione_sanctions: 'proporzione',
  correzione_righe_0_month: '03/2024',
  correzione_righe_0_causale: 'CXX',
  correzione_righe_0_due: '1.200,00',
  correzione_righe_0_paid: '1.200,00',
  correzione_righe_1_month: '04/2024',
  correzione_righe_1_causale: 'CXX',
  correzione_righe_1_due: '601,20',
}
