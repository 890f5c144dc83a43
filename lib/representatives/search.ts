import * as z from 'zod'

const searchSchema = z
  .string()
  .trim()
  .min(1)
  .max(100)
  .regex(/^[^\u0000-\u001f]*$/)
  .optional()
  .catch(undefined)

/** What was typed to find a contributor, from the address; undefined when it is nothing that one looks for. */
export const readContributorSearch = (typed: unknown) => searchSchema.parse(typed)
