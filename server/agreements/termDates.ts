import { addDays, addYears, shownDate, type PlainDate } from '../dates'
import { startOf, type Agreement } from './agreement'
import { lastDayOf, noticeDayOf, stretchEnd, type Standing } from './state'

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
    ...review(agreement),
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

function end(agreement: Agreement, today: PlainDate): TermDate {
  const name = 'Last day in force'
  const { endedOn, ends, renewalMonths, term, servicesAgreement } = agreement
  if (endedOn) return { name, date: lastDayOf(agreement), why: `It was ended as of ${shownDate(endedOn)}.` }
  if (term === 'with-agreement')
    return { name, date: null, why: `It ends together with “${servicesAgreement ?? ''}”.` }
  if (term === 'evergreen') return { name, date: null, why: 'It has no end date.' }
  if (renewalMonths === null)
    return { name, date: ends, why: 'The fixed end that was recorded; it doesn’t renew by itself.' }
  const date = stretchEnd(agreement, today)
  return {
    name,
    date,
    why: `Then it renews by itself for ${months(renewalMonths)}, unless someone gives notice.`,
  }
}

function renewal(agreement: Agreement, today: PlainDate): TermDate[] {
  const end = stretchEnd(agreement, today)
  const notice = noticeDayOf(agreement, today)
  if (!end || !notice || agreement.endedOn) return noticeAlone(agreement)
  const days = agreement.noticeDays ?? 0
  const why =
    days > 0
      ? `${days} days before ${shownDate(end)}.`
      : 'No notice period was recorded, so the last day itself.'
  return [
    { name: 'Renews on', date: addDays(end, 1), why: `The day after ${shownDate(end)}.` },
    { name: 'Last day to give notice', date: notice, why },
  ]
}

function noticeAlone({ noticeDays, endedOn }: Agreement): TermDate[] {
  if (noticeDays === null || endedOn) return []
  return [{ name: 'Notice', date: null, why: `Either side may end it with ${noticeDays} days’ notice.` }]
}

function review({ reviewBy, endedOn }: Agreement): TermDate[] {
  if (!reviewBy || endedOn) return []
  return [
    { name: 'Look over by', date: reviewBy, why: 'The day the practice chose, since HIPAA sets no term.' },
  ]
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

function months(count: number): string {
  if (count % 12 === 0) return count === 12 ? 'a year' : `${count / 12} years`
  return count === 1 ? 'a month' : `${count} months`
}
