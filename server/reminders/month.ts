import { listColleagues, type Colleague, type Practice } from '../accounts/accounts'
import { change, type Database } from '../database'
import { addDays, addMonths, dateIn, instantOf, monthName, type PlainDate } from '../dates'
import { countMonth, queueLetters, type MonthOfLetters, type NewLetter } from '../letters/letters'
import type { Services } from '../services'
import { calendarOf } from './calendar'
import { listComing } from './coming'
import { awaiting, monthlyKey, monthlyOn, monthOf } from './monthly'
import { practiceRules } from './rules'

/** On the first working day of a month each administrator reads that reminders work: what went in the month before, and what comes. */
export async function sendMonthly(services: Services, practice: Practice): Promise<number> {
  const { db, now } = services
  const today = dateIn(practice.timeZone, now())
  const month = monthOf(today)
  const { rules } = await practiceRules(db, practice.id)
  const on = monthlyOn(practice, month, calendarOf(rules.quiet))
  if (on === null || today < on) return 0
  const administrators = await awaiting(db, practice, month, await administratorsOf(db, practice))
  if (administrators.length === 0) return 0
  const counts = await countMonth(db, practice, addMonths(month, -1), month)
  const last = addDays(addMonths(month, 1), -1)
  const ahead = await listComing(services, { practiceId: practice.id }, { to: last })
  const coming = ahead.filter(({ kind }) => kind !== 'month').length
  const at = now().toISOString()
  const hour = instantOf(today, rules.hour, practice.timeZone)
  const letters = administrators.map((person): NewLetter => ({
    ...monthWords(month, counts, coming, services.config.baseUrl),
    practiceId: practice.id,
    kind: 'reminders.month',
    uniqueKey: monthlyKey(month, practice, person),
    to: { name: person.name, email: person.email },
    dueOn: today,
    at,
    sendFrom: hour > at ? hour : at,
  }))
  return (await change(db, (trx) => queueLetters(trx, letters))).size
}

async function administratorsOf(db: Database, practice: Practice): Promise<Colleague[]> {
  const people = await listColleagues(db, practice.id)
  return people.filter((one) => one.role === 'administrator' && !one.deactivatedAt)
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
