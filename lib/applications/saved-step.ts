import { passedField, savedField } from './check'

type Draft = { content: Record<string, string> }
type Save = { step: string; version: number; writer: string; content: Record<string, string>; passed?: number }

/** By which save a step is as it is: the version it made of the draft, the form, the person and the moment (ISO). */
export type LastSave = { version: number; writer: string; by: string; at: string }

/** The last save of a step; of one that nobody saved yet, none. */
export function lastSave({ content }: Draft, step: string): LastSave | undefined {
  const [version, writer, by, at] = content[savedField(step)]?.split(' ') ?? []
  return version && writer && by && at ? { version: Number(version), writer, by, at } : undefined
}

/** Whether a form was opened before the last save of its step, made by another form. */
export const isBehind = ({ version, writer }: Save, last: LastSave | undefined): last is LastSave =>
  last !== undefined && last.version > version && last.writer !== writer

const ofStep = (content: Record<string, string>, step: string) =>
  JSON.stringify(
    Object.entries(content)
      .filter(([name]) => name.startsWith(`${step}_`))
      .sort(),
  )

/** Whether a draft would hold the same after a save, by when aside. */
export const changesNothing = ({ content }: Draft, { step, content: typed, passed }: Save) =>
  ofStep(content, step) === ofStep(typed, step) &&
  (passed === undefined || content[passedField(step)] === String(passed))

/** What a draft holds once a step of it is saved: of the fields posted those of the step, of the others what was there. */
export function withStep(draft: Draft & { version: number }, { step, writer, content, passed }: Save, by: string) {
  const own = (name: string) => name.startsWith(`${step}_`)
  const others = Object.entries(draft.content).filter(([name]) => !own(name))
  const typed = Object.entries(content).filter(([name]) => own(name))
  return {
    ...Object.fromEntries([...others, ...typed]),
    [savedField(step)]: [draft.version + 1, writer, by, new Date().toISOString()].join(' '),
    ...(passed !== undefined && { [passedField(step)]: String(passed) }),
  }
}
