import { z } from 'zod'
import { longText, readForm, type Form } from '../http/forms'
import { fieldForms, type CorrectableField } from './fields'

const note = longText('Say why, so that someone understands it years from now')

export const passwordForm = z.object({
  password: z
    .string('Enter the password')
    .min(1, 'Enter the password')
    .max(200, 'Use at most 200 characters'),
})

export interface CorrectionWords {
  value: unknown
  note: string
}

/** The value that counts from now on: an empty list where there are none, null where the document doesn't say. */
export function readCorrection(field: CorrectableField, body: unknown): Form<CorrectionWords> {
  const said = (body ?? {}) as { notStated?: unknown; none?: unknown }
  const form = fieldForms[field]
  const value =
    said.notStated === 'yes' ? exactly(null) : said.none === 'yes' && form.isList ? exactly([]) : form.value
  return readForm(z.object({ value, note }) as unknown as z.ZodType<CorrectionWords>, body)
}

function exactly(value: null | []) {
  return z.unknown().transform(() => value)
}
