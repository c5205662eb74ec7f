import { addDays, addMonths, daysBetween, shownDate, type PlainDate } from '../dates'
import { categoryNamed } from './categories'
import type { Vendor } from './vendor'

/** Four states only: in order, look closer, act, nothing known or needed. */
export type State = 'good' | 'look' | 'bad' | 'none'

export interface Standing {
  state: State
  word: string
  detail: string
  /** The date on which this turns, if one is known. */
  next: PlainDate | null
}

export const BAA_ENDING_DAYS = 90
export const REPORT_ASK_MONTHS = 9
export const REPORT_STALE_MONTHS = 12

const OPINIONS = {
  unqualified: 'clean',
  qualified: 'qualified',
  adverse: 'adverse',
  disclaimer: 'no opinion',
}

export function needsBaa(vendor: Vendor): boolean {
  return vendor.businessAssociate === 'yes' || vendor.businessAssociate === 'treat'
}

/** Whether a SOC 2 is to be expected of such a vendor at all. It is good practice, not a duty of HIPAA. */
export function needsReport(vendor: Vendor): boolean {
  return vendor.businessAssociate !== 'no' && categoryNamed(vendor.category).soc2.length > 0
}

export function baaStanding(vendor: Vendor, today: PlainDate): Standing {
  if (vendor.agreementId) return agreementStanding(vendor, today)
  if (vendor.businessAssociate === 'no') return standing('none', 'not needed', 'Not a business associate')
  if (vendor.businessAssociate === null) return standing('look', 'not known', 'Is it a business associate?')
  return standing('bad', 'missing', 'No signed BAA on file')
}

function agreementStanding(vendor: Vendor, today: PlainDate): Standing {
  const { baaEndedOn, baaEnds, baaEffective, baaReviewBy } = vendor
  if (baaEndedOn && baaEndedOn <= today) return ended(vendor, baaEndedOn)
  if (baaEnds && baaEnds < today) return ended(vendor, baaEnds)
  if (vendor.baaSigned !== 1) return lacking(vendor, 'unsigned', 'A signature is missing')
  if (baaEffective && baaEffective > today) {
    return lacking(vendor, 'not yet in force', `starts ${shownDate(baaEffective)}`, baaEffective)
  }
  if (baaEnds && baaEnds <= addDays(today, BAA_ENDING_DAYS)) {
    return standing('look', 'ending soon', `ends ${shownDate(baaEnds)}, ${inDays(today, baaEnds)}`, baaEnds)
  }
  if (baaReviewBy && baaReviewBy <= today) {
    return standing(
      'look',
      'look-over due',
      `was to be looked over by ${shownDate(baaReviewBy)}`,
      baaReviewBy,
    )
  }
  return standing('good', 'in force', untilWhen(vendor), baaEnds ?? baaReviewBy)
}

function ended(vendor: Vendor, on: PlainDate): Standing {
  return lacking(vendor, 'ended', `ended ${shownDate(on)}`, on)
}

/** The same fault matters only where a BAA is needed. */
function lacking(vendor: Vendor, word: string, detail: string, next: PlainDate | null = null): Standing {
  if (vendor.businessAssociate === 'no') return standing('none', word, `${detail}; none is needed`)
  return standing('bad', word, detail, next)
}

function untilWhen({ baaEnds, baaReviewBy }: Vendor): string {
  if (baaEnds) return `to ${shownDate(baaEnds)}`
  return baaReviewBy
    ? `no end date, look over by ${shownDate(baaReviewBy)}`
    : 'ends with the services agreement'
}

export function reportStanding(vendor: Vendor, today: PlainDate): Standing {
  if (!vendor.reportId) return missingReport(vendor)
  if (isReportStale(vendor, today)) {
    return standing('bad', 'stale', `ended ${shownDate(vendor.reportEnd)}`, staleOn(vendor))
  }
  const finding = findingOf(vendor)
  const age = standing('look', 'ask for the next', `ended ${shownDate(vendor.reportEnd)}`, staleOn(vendor))
  if (finding) return { ...finding, next: staleOn(vendor) }
  if (isReportAgeing(vendor, today)) return age
  return standing('good', 'fine', `${shownType(vendor)}, to ${shownDate(vendor.reportEnd)}`, staleOn(vendor))
}

function missingReport(vendor: Vendor): Standing {
  if (!needsReport(vendor)) return standing('none', 'not expected', 'Such vendors seldom have one')
  const urgent = vendor.tier === 'critical' || vendor.tier === 'high'
  return standing(urgent ? 'bad' : 'look', 'none', 'No SOC 2 report on file')
}

function findingOf(vendor: Vendor): Standing | null {
  const { reportOpinion, reportExceptions, reportType } = vendor
  if (reportOpinion === null || reportType === null) {
    return standing('look', 'not read', 'Its type or opinion isn’t known yet')
  }
  if (reportOpinion === 'adverse')
    return standing('bad', 'adverse opinion', 'The auditor says it does not hold')
  if (reportOpinion === 'disclaimer') return standing('bad', 'no opinion', 'The auditor could not give one')
  if (reportOpinion === 'qualified')
    return standing('look', 'qualified', `${shownType(vendor)}, with a reservation`)
  if (reportType === 'type-1') return standing('look', 'Type I', 'Speaks of one day, not of a period')
  if (reportExceptions)
    return standing('look', exceptions(reportExceptions), `${shownType(vendor)}, clean opinion`)
  return null
}

function exceptions(count: number): string {
  return count === 1 ? '1 exception' : `${count} exceptions`
}

/** "Type II, qualified" */
export function shownReport(vendor: Vendor): string {
  if (!vendor.reportId) return 'None on file'
  const opinion = vendor.reportOpinion && OPINIONS[vendor.reportOpinion]
  return [shownType(vendor), opinion].filter(Boolean).join(', ')
}

function shownType({ reportType }: Vendor): string {
  if (reportType === null) return 'Type not known'
  return reportType === 'type-1' ? 'Type I' : 'Type II'
}

/** Over twelve months old and no bridge letter reaches today. */
export function isReportStale(vendor: Vendor, today: PlainDate): boolean {
  const stale = staleOn(vendor)
  return vendor.reportId !== null && (stale === null || stale < today)
}

function isReportAgeing({ reportEnd, bridgedUntil }: Vendor, today: PlainDate): boolean {
  const covered = bridgedUntil !== null && bridgedUntil >= today
  return !covered && reportEnd !== null && addMonths(reportEnd, REPORT_ASK_MONTHS) < today
}

/** The last day on which the report may still be leaned on; null when its end isn't known. */
export function staleOn({ reportEnd, bridgedUntil }: Vendor): PlainDate | null {
  if (reportEnd === null) return null
  const year = addMonths(reportEnd, REPORT_STALE_MONTHS)
  return bridgedUntil && bridgedUntil > year ? bridgedUntil : year
}

/** The last day that the report or its bridge letter speaks for. */
export function coveredUntil({ reportEnd, bridgedUntil }: Vendor): PlainDate | null {
  return bridgedUntil && reportEnd && bridgedUntil > reportEnd ? bridgedUntil : reportEnd
}

export function decisionStanding(vendor: Vendor, today: PlainDate): Standing {
  if (vendor.openReviewId) return standing('look', 'in review', lastDecision(vendor), vendor.reviewOn)
  if (vendor.decision === null) {
    return standing('none', vendor.reportId ? 'waiting for review' : 'none yet', 'nothing decided')
  }
  if (vendor.decision === 'refused') return standing('bad', 'refused', on(vendor), null)
  if (vendor.reviewOn && vendor.reviewOn < today) {
    return standing('look', 'review overdue', `was due ${shownDate(vendor.reviewOn)}`, vendor.reviewOn)
  }
  const word = vendor.decision === 'approved' ? 'approved' : 'approved with conditions'
  return standing('good', word, `${on(vendor)}, again ${shownDate(vendor.reviewOn)}`, vendor.reviewOn)
}

function lastDecision(vendor: Vendor): string {
  if (vendor.decision === null) return 'Nothing decided before'
  return `last: ${vendor.decision.replaceAll('-', ' ')} ${on(vendor)}`
}

function on({ decidedAt }: Vendor): string {
  return shownDate(decidedAt?.slice(0, 10))
}

/** The first date on which something turns: the end of the BAA, the report going stale, the next review. */
export function nextDateOf(vendor: Vendor): PlainDate | null {
  const baa = vendor.baaEndedOn ? null : (vendor.baaEnds ?? vendor.baaReviewBy)
  const dates = [baa, vendor.reportId ? staleOn(vendor) : null, vendor.reviewOn]
  return dates.filter((date) => date !== null).sort()[0] ?? null
}

/** "in 6 days", "3 days ago", "today" */
export function inDays(today: PlainDate, date: PlainDate): string {
  const days = daysBetween(today, date)
  if (days === 0) return 'today'
  const count = Math.abs(days) === 1 ? '1 day' : `${Math.abs(days)} days`
  return days > 0 ? `in ${count}` : `${count} ago`
}

function standing(state: State, word: string, detail: string, next: PlainDate | null = null): Standing {
  return { state, word, detail, next }
}
