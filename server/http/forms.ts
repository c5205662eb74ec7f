import { z } from 'zod'

/** Complaints by field name; '' holds one that belongs to the whole form. */
export type Complaints = Record<string, string>
/** What the person typed, to be shown again. */
export type Words = Record<string, unknown>

export type Form<T> =
  { values: T; errors: null; words: Words } | { values: null; errors: Complaints; words: Words }

export function readForm<T>(schema: z.ZodType<T>, body: unknown): Form<T> {
  const words = { ...(body as Words | undefined) }
  const result = schema.safeParse(words)
  if (result.success) return { values: result.data, errors: null, words }
  return { values: null, errors: complaintsOf(result.error), words }
}

/** A form that was well-formed but can't be accepted for a reason known only later. */
export function refused(
  words: Words,
  errors: Complaints,
): { values: null; errors: Complaints; words: Words } {
  return { values: null, errors, words }
}

const MAX_LINE = 200
const MAX_TEXT = 10_000
const DATE = /^\d{4}-\d{2}-\d{2}$/

export const line = (complaint: string, max = MAX_LINE) =>
  z.string(complaint).trim().min(1, complaint).max(max, `Use at most ${max} characters`)

export const optionalLine = (max = MAX_LINE) =>
  z
    .string()
    .trim()
    .max(max, `Use at most ${max} characters`)
    .optional()
    .transform((value) => value || null)

export const longText = (complaint: string) => line(complaint, MAX_TEXT)
export const optionalText = () => optionalLine(MAX_TEXT)

export const email = (complaint = 'Enter an e-mail address like name@example.org') =>
  z
    .string(complaint)
    .trim()
    .toLowerCase()
    .max(254, complaint)
    .regex(/^[a-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[a-z0-9-]+(\.[a-z0-9-]+)+$/, complaint)

export const date = (complaint: string) =>
  z
    .string(complaint)
    .trim()
    .regex(DATE, complaint)
    .refine((text) => isRealDate(text), complaint)

export const optionalDate = (complaint: string) =>
  z
    .string()
    .trim()
    .optional()
    .transform((value) => value || null)
    .refine((text) => text === null || isRealDate(text), complaint)

/** One or several ticked boxes of the same name. */
export const ticked = z
  .union([z.string(), z.array(z.string())])
  .optional()
  .transform((value) => (value === undefined ? [] : [value].flat()))

function isRealDate(text: string): boolean {
  const at = DATE.test(text) ? new Date(`${text}T00:00:00Z`) : null
  const year = Number(text.slice(0, 4))
  return (
    at !== null &&
    !Number.isNaN(at.getTime()) &&
    at.toISOString().startsWith(text) &&
    year >= 1990 &&
    year <= 2100
  )
}

function complaintsOf(error: z.ZodError): Complaints {
  const complaints: Complaints = {}
  for (const issue of error.issues) complaints[issue.path.join('.')] ??= issue.message
  return complaints
}
