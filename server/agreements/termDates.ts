import { addDays, addYears, shownDate, type PlainDate } from '../dates'
import { startOf, type Agreement } from './agreement'
import { stepAhead, stepOn, type JudgedAmendment, type Step } from './amended'
import { lastDayOf, nextStep, noticeDayOf, stretchEnd, type Standing } from './state'

export interface TermDate {
  name: string
  date: PlainDate | null
  /** How the date was found, or why there is none. */
  why: string
}

const KEEP_YEARS = 6

/** The dates that follow from the terms, each with its reckoning. */
export function termDates(agreement: Standing, today: PlainDate): TermDate[] {
  return [
    start(agreement),
    end(agreement, today),
    ...renewal(agreement, today),
    ...review(agreement, today),
    keep(agreement),
  ]
}

function start(agreement: Agreement): TermDate {
  const name = 'In force from'
  if (agreement.effective)
    return { name, date: agreement.effective, why: 'The effective date that was recorded.' }
  const date = startOf(agreement)
  return {
    name,
    date,
    why: date ? 'No effective date was recorded, so the last signature counts.' : 'No date was recorded.',
  }
}

function end(agreement: Standing, today: PlainDate): TermDate {
  const name = 'Last day in force'
  if (agreement.endedOn)
    return { name, date: lastDayOf(agreement), why: `It was ended as of ${shownDate(agreement.endedOn)}.` }
  const { terms, by } = nextStep(agreement, today)
  const { ends, renewalMonths, term, servicesAgreement } = terms
  const changed = by.end ? `, ${byAmendment(by.end)}` : ''
  if (term === 'with-agreement')
    return { name, date: null, why: `It ends together with “${servicesAgreement ?? ''}”${changed}.` }
  if (term === 'evergreen') return { name, date: null, why: `It has no end date${changed}.` }
  if (renewalMonths === null) {
    const set = by.end ? `The fixed end ${byAmendment(by.end)}` : 'The fixed end that was recorded'
    return { name, date: ends, why: `${set}; it doesn’t renew by itself.` }
  }
  const date = stretchEnd(agreement, today)
  return {
    name,
    date,
    why: `Then it renews by itself for ${months(renewalMonths)}, unless someone gives notice${changed}.`,
  }
}

function renewal(agreement: Standing, today: PlainDate): TermDate[] {
  const end = stretchEnd(agreement, today)
  const notice = noticeDayOf(agreement, today)
  if (!end || !notice || agreement.endedOn) return noticeAlone(agreement, today)
  return [
    { name: 'Renews on', date: addDays(end, 1), why: `The day after ${shownDate(end)}.` },
    { name: 'Last day to give notice', date: notice, why: whyNotice(stepOn(agreement, notice), notice, end) },
  ]
}

function whyNotice({ terms, by }: Step, notice: PlainDate, end: PlainDate): string {
  const days = terms.noticeDays ?? 0
  if (notice < addDays(end, -days)) return 'From the next day on, an amendment asks for a longer notice.'
  const source = by.noticeDays ? `, ${byAmendment(by.noticeDays)}` : ''
  return days > 0
    ? `${days} days before ${shownDate(end)}${source}.`
    : 'No notice period was recorded, so the last day itself.'
}

function noticeAlone(agreement: Standing, today: PlainDate): TermDate[] {
  const { terms, by } = stepOn(agreement, today)
  if (terms.noticeDays === null || terms.endedOn) return []
  const source = by.noticeDays ? `, ${byAmendment(by.noticeDays)}` : ''
  const why = `Either side may end it with ${terms.noticeDays} days’ notice${source}.`
  return [{ name: 'Notice', date: null, why }]
}

function review(agreement: Standing, today: PlainDate): TermDate[] {
  const { terms, by } = stepAhead(agreement, today, (one) => one.reviewBy)
  if (!terms.reviewBy || terms.endedOn) return []
  const source = by.end ? `, noted with the amendment of ${shownDate(by.end.from)}` : ''
  const why = `The day the practice chose, since HIPAA sets no term${source}.`
  return [{ name: 'Look over by', date: terms.reviewBy, why }]
}

/** "by the amendment of 3 Mar 2026" */
export function byAmendment({ from }: JudgedAmendment): string {
  return `by the amendment of ${shownDate(from)}`
}

/** 45 CFR 164.316(b)(2)(i), 164.530(j)(2) */
function keep(agreement: Standing): TermDate {
  const name = 'Keep until'
  const last = lastInEffect(agreement)
  const rule = 'six years after it was last in effect (45 CFR 164.316(b)(2)(i), 164.530(j)(2))'
  if (!last) return { name, date: null, why: `It has to be kept for ${rule}; that day isn’t known yet.` }
  return { name, date: addYears(last, KEEP_YEARS), why: `It has to be kept for ${rule}: ${shownDate(last)}.` }
}

function lastInEffect(agreement: Standing): PlainDate | null {
  const replaced = agreement.supersededFrom ? addDays(agreement.supersededFrom, -1) : null
  return [lastDayOf(agreement), replaced].filter((date) => date !== null).sort()[0] ?? null
}

export function months(count: number): string {
  if (count % 12 === 0) return count === 12 ? 'a year' : `${count / 12} years`
  return count === 1 ? 'a month' : `${count} months`
}
