import type { IconName } from './icon'

/**
 * The five voices of «Comunicazione bidirezionale», in the order and with the words of messaggio INPS 6838/2015.
 * `path` stands below /area/<contributor>.
 */
export const voices: readonly { label: string; path: string; icon: IconName; says: string }[] = [
  {
    label: 'Comunicazioni irregolarità da leggere',
    path: 'comunicazioni/da-leggere',
    icon: 'mail',
    says: 'Le segnalazioni della sede su versamenti e denunce che non hai ancora aperto.',
  },
  {
    label: 'Comunicazioni irregolarità lette',
    path: 'comunicazioni/lette',
    icon: 'mail-open',
    says: 'Quelle già aperte, sempre a disposizione con i loro documenti.',
  },
  {
    label: 'Lista richieste',
    path: 'richieste',
    icon: 'list',
    says: 'Le tue richieste, a che punto sono e le risposte della sede.',
  },
  {
    label: 'Nuova richiesta',
    path: 'richieste/nuova',
    icon: 'comment',
    says: 'Scrivi alla sede competente e allega fino a tre documenti.',
  },
  {
    label: 'Istanze Online',
    path: 'istanze',
    icon: 'files',
    says: 'Le domande che aprono un procedimento: rimborsi, compensazioni, rateazioni.',
  },
]
