import * as altroResponsabile from './altro-responsabile'
import * as avvisoAddebito from './avviso-addebito'
import * as compensazione from './compensazione'
import * as posizione from './posizione'
import * as rateazione from './rateazione'
import * as rettificaF24 from './rettifica-f24'
import * as riduzioneSanzioni from './riduzione-sanzioni'
import * as riesame from './riesame'
import * as rimborso from './rimborso'

/** What is typed in the kind's own steps, complete and right; and in the step of its decision, where it has one. */
export type ApplicationExample = { example: Record<string, string>; decisionExample?: Record<string, string> }

/** An example of each kind, by its code. */
export const applicationExamples: Record<string, ApplicationExample> = {
  compensazione,
  rimborso,
  rateazione,
  'riduzione-sanzioni': riduzioneSanzioni,
  'rettifica-f24': rettificaF24,
  posizione,
  'altro-responsabile': altroResponsabile,
  'avviso-addebito': avvisoAddebito,
  riesame,
}
