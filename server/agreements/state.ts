import { addDays, addMonths, type PlainDate } from '../dates'
import { isSigned, startOf, type Agreement } from './agreement'
import { lastDayBy, lastTerms, stepAhead, type Amended, type Step } from './amended'

export type AgreementState =
  'none' | 'unsigned' | 'not-yet' | 'in-force' | 'ending-soon' | 'ended' | 'superseded' | 'corrected'

/** An agreement and what the versions beside it do to it. */
export interface Standing extends Amended {
  correctedById: string | null
  supersededFrom: PlainDate | null
}

export const ENDING_SOON_DAYS = 90

/** From the facts and the date alone. */
export function agreementState(agreement: Standing | null, today: PlainDate): AgreementState {
  if (!agreement) return 'none'
  if (agreement.correctedById) return 'corrected'
  const last = lastDayOf(agreement)
  const from = agreement.supersededFrom
  if (from && from <= today && !(last && last < from)) return 'superseded'
  if (last && last < today) return 'ended'
  if (!isSigned(agreement)) return 'unsigned'
  const start = startOf(agreement)
  if (start && start > today) return 'not-yet'
  return last && last <= addDays(today, ENDING_SOON_DAYS) ? 'ending-soon' : 'in-force'
}

export function isInForce(agreement: Standing, today: PlainDate): boolean {
  return ['in-force', 'ending-soon'].includes(agreementState(agreement, today))
}

/** By all that is recorded; null where it goes on: no end, an end that depends on another agreement, or a renewal by itself. */
export function lastDayOf(agreement: Amended): PlainDate | null {
  return lastDayBy(lastTerms(agreement))
}

/** The terms by which it ends or renews next, seen from a day. */
export function nextStep(agreement: Amended, today: PlainDate): Step {
  return stepAhead(agreement, today, (terms) => stretchBy(terms, today) ?? dayAfter(lastDayBy(terms)))
}

function dayAfter(day: PlainDate | null): PlainDate | null {
  return day === null ? null : addDays(day, 1)
}

/** The last day of the stretch that holds `today`, for an agreement that renews by itself. */
export function stretchEnd(agreement: Amended, today: PlainDate): PlainDate | null {
  return stretchBy(nextStep(agreement, today).terms, today)
}

function stretchBy({ ends, renewalMonths }: Agreement, today: PlainDate): PlainDate | null {
  if (ends === null || renewalMonths === null) return null
  for (let times = 0; ; times++) {
    // Counted from the first end, so that a 31st stays one where the month has it.
    const end = addMonths(ends, times * renewalMonths)
    if (end >= today) return end
  }
}

/** The last day on which notice, given by the terms of that very day, still stops the next renewal. */
export function noticeDayOf(agreement: Amended, today: PlainDate): PlainDate | null {
  const end = stretchEnd(agreement, today)
  if (end === null) return null
  const before = (terms: Agreement) => addDays(end, -(terms.noticeDays ?? 0))
  const days = agreement.steps.flatMap(({ from, terms }, at) => {
    const next = agreement.steps[at + 1]?.from
    const day = next && next <= before(terms) ? addDays(next, -1) : before(terms)
    return terms.renewalMonths !== null && day >= (from ?? '') ? [day] : []
  })
  return days.sort().at(-1) ?? before(nextStep(agreement, today).terms)
}

/** The day on which the next stretch begins by itself; today where that is today. */
export function renewalDayOf(agreement: Amended, today: PlainDate): PlainDate | null {
  const end = stretchEnd(agreement, addDays(today, -1))
  return end === null ? null : addDays(end, 1)
}

/** The day by which someone has to look at it again although nothing ends. */
export function reviewDayOf(agreement: Amended, today: PlainDate): PlainDate | null {
  const { reviewBy } = stepAhead(agreement, today, (terms) => terms.reviewBy).terms
  const days = [reviewBy, noticeDayOf(agreement, today)]
  return days.filter((date) => date !== null).sort()[0] ?? null
}
