import * as z from 'zod'

/** The rules of a form that is looked at once more: `publish` is the button that confirms, and no field. */
export const withLastLook = <S extends z.ZodType>(schema: S) =>
  z.preprocess((typed) => {
    const { publish: _publish, ...fields } = typed as Record<string, unknown>
    return fields
  }, schema)

/** Whether the form comes from the last look. */
export const isConfirmed = (form: FormData) => form.has('publish')
