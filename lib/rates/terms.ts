import { addWorkingDays } from '@/lib/calendar/working-days'

/** August's terms between the 1st and the 20th move to the 20th (art. 37 c. 11-bis DL 223/2006). */
const august = '08'

/**
 * The last day to pay the contributions on what was paid to collaborators in a month: the 16th of the next one (D.Lgs.
 * 241/1997 art. 18), the 20th in August, and then the first working day (DL 330/1994 art. 6 c. 8).
 * @param month 'yyyy-mm'
 * @returns ISO day
 */
export function contributionTerm(month: string): string {
  const [year = 0, ofYear = 1] = month.split('-').map(Number)
  const next = new Date(Date.UTC(year, ofYear, 1)).toISOString().slice(0, 7)
  return addWorkingDays(`${next}-${next.endsWith(august) ? '19' : '15'}`, 1)
}
