export const example: Record<string, string> = {
  domanda_asked: 'variazione',
  domanda_denomination: 'BETA SERVIZI S.R.L.',
  domanda_address: 'Via Roma 1',
  domanda_cap: '00144',
  domanda_comune: 'Roma',
  domanda_firstDay: '01/03/2020',
  domanda_reason: 'La società ha cambiato nome e sede con l’atto del 2 novembre 2026.',
}

export const decisionExample: Record<string, string> = {
  posizione_denomination: 'BETA SERVIZI S.R.L.',
  posizione_address: 'Via Roma 1',
  posizione_cap: '00144',
  posizione_comune: 'Roma',
  posizione_firstDay: '01/03/2020',
}
