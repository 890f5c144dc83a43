import type { Question } from '../question'
import type { UnitCode } from '../vocabulary'

/** A leaf of the topic tree: what it is called, which unit answers, and everything that helps people choose and write. */
export type TopicSubject = {
  code: string
  areaCode: string
  label: string
  unit: UnitCode
  guidance: string
  fields: Question[]
  attachmentHint: string
  synonyms: string[]
  validFrom: string
  validTo: string | null
}

/** A leaf before it is given its area, read from its code, and its validity. */
export type TopicSubjectText = Omit<TopicSubject, 'areaCode' | 'validFrom' | 'validTo'>
