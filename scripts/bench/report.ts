import { rounded } from './measure'

/** A line of progress, apart from the measures: those alone go to the standard output. */
export const progress = (text: string) => console.error(`▸ ${text}`)

/** One measure, as a line of JSON. Numbers with two digits after the point: more than they are worth. */
export const report = (measure: Record<string, string | number>) =>
  console.log(JSON.stringify(measure, (_key, value) => (typeof value === 'number' ? rounded(value) : value)))
