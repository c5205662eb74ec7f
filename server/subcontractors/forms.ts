import { z } from 'zod'
import {
  email,
  line,
  longText,
  optionalDate,
  optionalLine,
  readForm,
  type Complaints,
  type Form,
  type Words,
} from '../http/forms'
import type { Subcontractor } from './list'

const MOST_ROWS = 60
const FIELDS = ['name', 'service', 'country', 'phi', 'baa', 'baaOn'] as const
const answer = z.enum(['yes', 'no', 'unknown']).catch('unknown')

const row = z.object({
  name: line('Enter its name'),
  service: optionalLine(),
  country: optionalLine(100),
  phi: answer,
  baa: answer,
  baaOn: optionalDate('Enter the day of the agreement as a date'),
})

/** Rows come as `name0`, `service0` …; one without a name and without words is left out. */
export function readRows(body: Words): { entries: Subcontractor[]; errors: Complaints } {
  const errors: Complaints = {}
  const entries = rowsIn(body).flatMap((words, at): Subcontractor[] => {
    if (!words.name?.trim() && !words.service?.trim() && !words.country?.trim()) return []
    const form = readForm(row, words)
    for (const [name, complaint] of Object.entries(form.errors ?? {})) errors[`${name}${at}`] = complaint
    return form.values ? [form.values] : []
  })
  return { entries, errors }
}

/** As the form shows them again, in their places. */
export function rowsIn(body: Words): Record<string, string>[] {
  const count = Math.min(MOST_ROWS, Object.keys(body).filter((name) => /^name\d+$/.test(name)).length)
  return Array.from({ length: count }, (_, at) =>
    Object.fromEntries(FIELDS.map((name) => [name, textOf(body[`${name}${at}`])])),
  )
}

export interface Statement {
  entries: Subcontractor[]
  title: string
}

const stating = z.object({
  title: line('Enter your title, such as Privacy Officer', 120),
  none: z.string().optional(),
})

export function readStatement(body: Words): Form<Statement> {
  const { entries, errors } = readRows(body)
  const form = readForm(stating, body)
  Object.assign(errors, form.errors)
  if (entries.length === 0 && body.none !== 'yes')
    errors.none = 'List who handles the information for you, or tick that nobody does'
  if (entries.length > 0 && body.none === 'yes') errors.none = 'Take this tick out, or empty the lines above'
  if (!form.values || Object.keys(errors).length > 0) return { values: null, errors, words: body }
  return { values: { entries, title: form.values.title }, errors: null, words: body }
}

export const answerForm = z.object({
  kind: z.enum(['no-baa', 'not-listed', 'carved-out']),
  name: line('Say which one'),
  reason: longText('Say why it can stand, such as “its own report is on file”'),
})

const DAYS = 'Enter a number of days between 1 and 90'

export const askForm = z.object({
  contactName: line('Enter the name of the person you ask'),
  contactEmail: email(),
  message: z.string().trim().max(5000, 'Use at most 5000 characters').default(''),
  days: z.coerce.number({ error: DAYS }).int(DAYS).min(1, DAYS).max(90, DAYS),
  way: z.enum(['letter', 'link'], 'Choose whether to send the letter or to copy the link'),
})

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : ''
}
