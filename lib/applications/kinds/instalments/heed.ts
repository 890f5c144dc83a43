import 'server-only'
import type { ContributorSide } from '@/lib/auth/actor'
import { romeDate } from '@/lib/calendar/working-days'
import { listRates } from '@/lib/rates/queries'
import { fieldOf } from '../../fields'
import { debtOf, tooManyInstalments } from './figures'
import type { InstalmentsAnswers } from './steps'

/** More instalments than this debt may have are refused before it is sent: how many, the dated table says. */
export async function heed(actor: ContributorSide, answers: InstalmentsAnswers): Promise<Record<string, string[]>> {
  const today = romeDate(new Date())
  const refusal = tooManyInstalments(await listRates(actor), debtOf(answers), answers.piano.instalments, today)
  return refusal ? { [fieldOf('piano', 'instalments')]: [refusal] } : {}
}
