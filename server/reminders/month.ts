import { listColleagues, type Colleague, type Practice } from '../accounts/accounts'
import { change } from '../database'
import { addDays, addMonths, dateIn, instantOf, monthName, type PlainDate } from '../dates'
import {
  countMonth,
  knownLetterKeys,
  queueLetters,
  type MonthOfLetters,
  type NewLetter,
} from '../letters/letters'
import type { Services } from '../services'
import { calendarOf } from './calendar'
import { listComing } from './coming'
import { practiceRules } from './rules'

/** On the first working day of a month each administrator reads that reminders work: what went in the month before, and what comes. */
export async function sendMonthly(services: Services, practice: Practice): Promise<number> {
  const { db, now } = services
  const today = dateIn(practice.timeZone, now())
  const month = `${today.slice(0, 7)}-01`
  const { rules } = await practiceRules(db, practice.id)
  const on = calendarOf(rules.quiet).onOrAfter(month)
  if (today < on || dateIn(practice.timeZone, practice.createdAt) >= month) return 0
  const administrators = await awaiting(services, practice, month)
  if (administrators.length === 0) return 0
  const counts = await countMonth(db, practice, addMonths(month, -1), month)
  const last = addDays(addMonths(month, 1), -1)
  const coming = (await listComing(services, { practiceId: practice.id }, { to: last })).length
  const at = now().toISOString()
  const hour = instantOf(today, rules.hour, practice.timeZone)
  const letters = administrators.map((person): NewLetter => ({
    ...monthWords(month, counts, coming, services.config.baseUrl),
    practiceId: practice.id,
    kind: 'reminders.month',
    uniqueKey: keyOf(month, practice, person),
    to: { name: person.name, email: person.email },
    dueOn: today,
    at,
    sendFrom: hour > at ? hour : at,
  }))
  return (await change(db, (trx) => queueLetters(trx, letters))).size
}

async function awaiting({ db }: Services, practice: Practice, month: PlainDate): Promise<Colleague[]> {
  const people = (await listColleagues(db, practice.id)).filter(
    (one) => one.role === 'administrator' && !one.deactivatedAt,
  )
  const known = await knownLetterKeys(
    db,
    people.map((person) => keyOf(month, practice, person)),
  )
  return people.filter((person) => !known.includes(keyOf(month, practice, person)))
}

function keyOf(month: PlainDate, practice: Practice, { personId }: Colleague): string {
  return `month ${month.slice(0, 7)} ${practice.id} ${personId}`
}

function monthWords(month: PlainDate, counts: MonthOfLetters, coming: number, baseUrl: string) {
  const before = monthName(addMonths(month, -1))
  const { written, accepted, failed, waiting } = counts
  const went =
    written === 0
      ? `In ${before} no letter was due.`
      : `In ${before} ${letters(written)} ${written === 1 ? 'was' : 'were'} written; the mail server accepted ${accepted === written ? 'all of them' : accepted}.`
  const trouble = [
    failed > 0 ? `${letters(failed)} reached nobody: see on Today what to do.` : '',
    waiting > 0 ? `${letters(waiting)} still ${waiting === 1 ? 'waits' : 'wait'}.` : '',
  ].filter(Boolean)
  return {
    subject:
      failed > 0
        ? `Your reminders work, but ${letters(failed)} reached nobody in ${before}`
        : `Your reminders work: ${letters(accepted)} in ${before}`,
    sentence: `${went}${trouble.length > 0 ? ` ${trouble.join(' ')}` : ''}`,
    paragraphs: [
      `If nothing changes, ${letters(coming)} ${coming === 1 ? 'comes' : 'come'} in ${monthName(month)}.`,
      '“Accepted” means that the mail server took the letter. If one comes back later, it comes back to the sender’s mailbox; mark it on its page, and it stands on Today.',
    ],
    link: { label: 'See what is coming', url: `${baseUrl}/letters/coming` },
    footer: 'You get this letter each month, so that you would notice if it didn’t come.',
  }
}

function letters(count: number): string {
  return count === 1 ? '1 letter' : `${count} letters`
}
