export const example: Record<string, string> = {
  avviso_number: '397 2026 0001234567 000',
  avviso_notifiedOn: '02/11/2026',
  avviso_agent: 'Agenzia delle entrate-Riscossione, Roma',
  importi_capital: '1.401,20',
  importi_sanctions: '178,51',
  importi_interest: '12,00',
  motivo_asked: 'annullamento',
  motivo_ground: 'pagato',
  motivo_reason: 'I mesi di marzo e aprile 2024 erano già stati pagati con i modelli F24 allegati.',
  motivo_opposition: 'no',
  motivo_understood: 'on',
}

export const decisionExample: Record<string, string> = {
  provvedimento_kind: 'parziale',
  provvedimento_annulled: '700,60',
}
