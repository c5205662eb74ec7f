import { addDays, addMonths, type PlainDate } from '../dates'
import { isSigned, startOf, type Agreement } from './agreement'

export type AgreementState =
  'none' | 'unsigned' | 'not-yet' | 'in-force' | 'ending-soon' | 'ended' | 'superseded' | 'corrected'

/** An agreement and what the versions beside it do to it. */
export interface Standing extends Agreement {
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

/** null where it goes on: no end, an end that depends on another agreement, or a renewal by itself. */
export function lastDayOf(agreement: Agreement): PlainDate | null {
  const { endedOn, ends, renewalMonths } = agreement
  const cut = endedOn ? addDays(endedOn, -1) : null
  const own = renewalMonths === null ? ends : null
  return [cut, own].filter((date) => date !== null).sort()[0] ?? null
}

/** The last day of the stretch that holds `today`, for an agreement that renews by itself. */
export function stretchEnd(agreement: Agreement, today: PlainDate): PlainDate | null {
  const { ends, renewalMonths } = agreement
  if (ends === null || renewalMonths === null) return null
  for (let times = 0; ; times++) {
    // Counted from the first end, so that a 31st stays one where the month has it.
    const end = addMonths(ends, times * renewalMonths)
    if (end >= today) return end
  }
}

/** The last day on which notice still stops the next renewal. */
export function noticeDayOf(agreement: Agreement, today: PlainDate): PlainDate | null {
  const end = stretchEnd(agreement, today)
  return end === null ? null : addDays(end, -(agreement.noticeDays ?? 0))
}

/** The day on which the next stretch begins by itself; today where that is today. */
export function renewalDayOf(agreement: Agreement, today: PlainDate): PlainDate | null {
  const end = stretchEnd(agreement, addDays(today, -1))
  return end === null ? null : addDays(end, 1)
}

/** The day by which someone has to look at it again although nothing ends. */
export function reviewDayOf(agreement: Agreement, today: PlainDate): PlainDate | null {
  const days = [agreement.reviewBy, noticeDayOf(agreement, today)]
  return days.filter((date) => date !== null).sort()[0] ?? null
}
