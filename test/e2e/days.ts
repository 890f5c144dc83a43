import { addWorkingDays, romeDate } from '../../lib/calendar/working-days'

/** A working day after today, as yyyy-mm-dd in Rome. */
export const workingDayAhead = (count: number) => addWorkingDays(romeDate(new Date()), count)
