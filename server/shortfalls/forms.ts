import { z } from 'zod'
import {
  email,
  line,
  longText,
  optionalText,
  ticked,
  type Complaints,
  type Form,
  type Words,
} from '../http/forms'
import { readForm } from '../http/forms'
import type { Proposed } from './compose'

const MAX_DAYS = 90
const MAX_POINT = 2000
const DAYS = `Enter a number of days between 1 and ${MAX_DAYS}`

export interface LetterForm {
  points: { proposed: Proposed; words: string }[]
  opening: string
  contactName: string
  contactEmail: string
  days: number
}

const base = z.object({
  points: ticked,
  opening: z.string().trim().max(3000, 'Use at most 3000 characters').default(''),
  contactName: line('Enter the name of the person you write to'),
  contactEmail: email('Enter the e-mail address of the person you write to, like name@example.org'),
  days: z.coerce.number({ error: DAYS }).int(DAYS).min(1, DAYS).max(MAX_DAYS, DAYS),
})

/** The words of each point stand in a field of its own, `text_B09`. */
export function readLetter(proposed: Proposed[], body: Words): Form<LetterForm> {
  const form = readForm(base, body)
  const wanted = [body.points ?? []].flat()
  const chosen = proposed.filter(({ id }) => wanted.includes(id))
  const points = chosen.map((one) => ({ proposed: one, words: wordsOf(body, one).trim() }))
  const errors: Complaints = { ...form.errors }
  if (points.length === 0) errors.points = 'Tick at least one point to ask for'
  for (const { proposed: one, words } of points) {
    if (!words) errors[`text_${one.id}`] = 'Write what you ask for, or take the tick out'
    if (words.length > MAX_POINT) errors[`text_${one.id}`] = `Use at most ${MAX_POINT} characters`
  }
  const words = { ...body, points: wanted }
  if (!form.values || Object.keys(errors).length > 0) return { values: null, errors, words }
  return { values: { ...form.values, points }, errors: null, words }
}

/** The whole of what the practice writes: its opening, then each point with its number. */
export function messageOf({ opening, points }: Pick<LetterForm, 'opening' | 'points'>): string {
  const numbered = points.map(({ words }, at) => `${at + 1}. ${words.replace(/\s*\n\s*/g, ' ')}`)
  return [...(opening ? [opening] : []), ...numbered].join('\n\n')
}

export function wordsOf(body: Words, { id, text }: Proposed): string {
  const typed = body[`text_${id}`]
  return typeof typed === 'string' ? typed : text
}

export const settleForm = z.object({
  provision: z.string().regex(/^B\d\d$/),
  note: longText('Say where it stands, or why it is settled'),
})
export const closeForm = z.object({ note: optionalText() })
