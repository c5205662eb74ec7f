import { z } from 'zod'
import { addDays, isDate, type PlainDate } from '../dates'
import { date, line, optionalDate, ticked } from '../http/forms'
import type { EventRule } from './events'

const MOST_DAYS = 365
const MOST_LETTERS = 12
const MOST_HOLIDAYS = 200
const SNOOZE_DAYS = 90
const SILENCE_DAYS = 366
const DAYS = `Enter days before the date between 0 and ${MOST_DAYS}, with commas between them, like 30, 7, 0`
const NEXT = `Enter after how many days, between 1 and ${MOST_DAYS}`

const box = z
  .string()
  .optional()
  .transform((value) => value === 'yes')
const version = z.coerce.number('Load this page again').int().min(0)
const numbered = (complaint: string, min: number, max: number) =>
  z.coerce.number({ error: complaint }).int(complaint).min(min, complaint).max(max, complaint)

export const eventForm = z
  .object({
    on: box,
    days: z
      .string(DAYS)
      .max(200, DAYS)
      .regex(/^[\d\s,;]*$/, DAYS)
      .default(''),
    weekly: box,
    to: ticked,
    nextTo: z.string().trim().max(40).optional(),
    nextDays: z.string().trim().optional(),
    version,
  })
  .transform((form) => ({ ...form, before: daysIn(form.days) }))
  .superRefine(({ on, before, weekly, to, nextTo, nextDays }, context) => {
    const complain = (field: string, message: string) =>
      context.addIssue({ code: 'custom', path: [field], message })
    if (before.some((days) => days > MOST_DAYS)) complain('days', DAYS)
    if (before.length > MOST_LETTERS) complain('days', `Choose at most ${MOST_LETTERS} days`)
    if (on && before.length === 0 && !weekly)
      complain('days', 'Enter at least one day, or tick the weekly letters')
    if (on && to.length === 0) complain('to', 'Tick at least one who gets the letter')
    const after = Number(nextDays)
    if (nextTo && !(Number.isInteger(after) && after >= 1 && after <= MOST_DAYS)) complain('nextDays', NEXT)
  })
  .transform(({ on, before, weekly, to, nextTo, nextDays, version }) => {
    const next = nextTo ? { afterDays: Number(nextDays), to: nextTo } : null
    const rule: EventRule = { on, before, weekly, to, next }
    return { rule, version }
  })

function daysIn(text: string): number[] {
  const found = text
    .split(/[\s,;]+/)
    .filter(Boolean)
    .map(Number)
  return [...new Set(found)].sort((a, b) => b - a)
}

export const timesForm = z
  .object({
    hour: numbered('Choose an hour', 0, 23),
    weekends: box,
    federalHolidays: box,
    holidays: z.string().max(10_000, 'Leave out days that are long past').default(''),
    asksContacts: box,
    askBaaDays: numbered('Enter a number of days between 1 and 180', 1, 180),
    version,
  })
  .transform((form) => ({
    ...form,
    holidays: [...new Set(form.holidays.split(/[\s,;]+/).filter(Boolean))].sort(),
  }))
  .superRefine(({ holidays }, context) => {
    const wrong = holidays.find((day) => !isDate(day))
    const complain = (message: string) => context.addIssue({ code: 'custom', path: ['holidays'], message })
    if (wrong) complain(`Write each day like 2026-12-24: “${wrong.slice(0, 30)}” isn’t one`)
    if (holidays.length > MOST_HOLIDAYS) complain(`Name at most ${MOST_HOLIDAYS} days`)
  })
  .transform(({ hour, weekends, federalHolidays, holidays, asksContacts, askBaaDays, version }) => ({
    changes: { hour, quiet: { weekends, federalHolidays, holidays }, asksContacts, askBaaDays },
    version,
  }))

const reason = line('Say why, in a few words', 500)

export const snoozeForm = (today: PlainDate) =>
  z.object({
    until: between(today, SNOOZE_DAYS, 'Choose the day on which you want to hear of it again'),
    reason,
  })

export const handOverForm = (today: PlainDate) =>
  // Names of their own, since both forms stand on one page.
  z
    .object({
      toPersonId: line('Choose a colleague'),
      handUntil: optionalDate('Enter a day, or leave it empty').refine(
        (day) => day === null || day > today,
        'Choose a day after today, or leave it empty',
      ),
      handReason: reason,
    })
    .transform(({ toPersonId, handUntil: until, handReason: reason }) => ({ toPersonId, until, reason }))

export const silenceForm = (today: PlainDate) =>
  z.object({
    until: between(today, SILENCE_DAYS, 'Choose the last day on which they stay silent'),
    reason,
    vendorId: z
      .string()
      .optional()
      .transform((id) => id || null),
  })

export const vendorForm = z.object({
  ownerId: z
    .string()
    .optional()
    .transform((id) => id || null),
  consent: box,
  contactId: z
    .string()
    .optional()
    .transform((id) => id || null),
  version,
})

function between(today: PlainDate, days: number, complaint: string) {
  const last = addDays(today, days)
  return date(complaint).refine(
    (day) => day > today && day <= last,
    `${complaint}: after today, and within ${days} days`,
  )
}
