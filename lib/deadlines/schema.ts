import * as z from 'zod'

export const openCalendarSchema = z.strictObject({})
export const closeCalendarSchema = z.strictObject({ id: z.uuid() })
