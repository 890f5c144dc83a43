import { informationSubjects } from './topics/information'
import { noticeSubjects } from './topics/notices'
import { paymentSubjects } from './topics/payments'
import { positionSubjects } from './topics/position'
import { recoverySubjects } from './topics/recovery'
import { returnSubjects } from './topics/returns'
import type { TopicSubject } from './topics/subject'

/** The day the two-way channel opened (messaggio 6838/2015). */
const validFrom = '2015-10-06'

/** First level of «Oggetto della richiesta», in the order shown. */
export const topicAreas = [
  { code: '01', label: 'ANAGRAFICA' },
  { code: '02', label: 'DELEGHE' },
  { code: '03', label: 'DENUNCE UNIEMENS' },
  { code: '04', label: 'VERSAMENTI' },
  { code: '05', label: 'COMUNICAZIONI DI IRREGOLARITÀ' },
  { code: '06', label: 'RATEIZZAZIONI' },
  { code: '07', label: 'RIMBORSI E COMPENSAZIONI' },
  { code: '08', label: 'SANZIONI CIVILI' },
  { code: '09', label: 'AVVISI DI ADDEBITO E RUOLI' },
  { code: '10', label: 'REGOLARITÀ CONTRIBUTIVA (DURC)' },
  { code: '11', label: 'POSIZIONE ASSICURATIVA DEL COLLABORATORE' },
  { code: '12', label: 'RICORSI' },
  { code: '13', label: 'NORMATIVA' },
  { code: '14', label: 'DOMANDE TELEMATICHE' },
]

/**
 * Second level: the first content of the tree, which then lives in the database and is edited there. The Institute's own
 * list for contributors was never published: this one is rebuilt from its sister services and messages.
 */
export const topicSubjects: TopicSubject[] = [
  ...positionSubjects,
  ...returnSubjects,
  ...paymentSubjects,
  ...noticeSubjects,
  ...recoverySubjects,
  ...informationSubjects,
]
  .map((subject) => ({ ...subject, areaCode: subject.code.slice(0, 2), validFrom, validTo: null }))
  .sort((one, other) => one.code.localeCompare(other.code))
