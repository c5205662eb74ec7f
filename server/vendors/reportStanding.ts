import { addMonths, shownDate, type PlainDate } from '../dates'
import { categoryNamed } from './categories'
import { standing, type Standing } from './state'
import type { StandingFacts } from './vendor'

export const REPORT_ASK_MONTHS = 9
export const REPORT_STALE_MONTHS = 12
const OPINIONS = {
  unqualified: 'clean',
  qualified: 'qualified',
  adverse: 'adverse',
  disclaimer: 'no opinion',
}

/** Whether a SOC 2 is to be expected of such a vendor at all. It is good practice, not a duty of HIPAA. */
export function needsReport(vendor: StandingFacts): boolean {
  return vendor.businessAssociate !== 'no' && categoryNamed(vendor.category).soc2.length > 0
}

export function reportStanding(vendor: StandingFacts, today: PlainDate): Standing {
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

function missingReport(vendor: StandingFacts): Standing {
  if (!needsReport(vendor)) return standing('none', 'not expected', 'Such vendors seldom have one')
  const urgent = vendor.tier === 'critical' || vendor.tier === 'high'
  return standing(urgent ? 'bad' : 'look', 'none', 'No SOC 2 report on file')
}

function findingOf(vendor: StandingFacts): Standing | null {
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
export function shownReport(vendor: StandingFacts): string {
  if (!vendor.reportId) return 'None on file'
  const opinion = vendor.reportOpinion && OPINIONS[vendor.reportOpinion]
  return [shownType(vendor), opinion].filter(Boolean).join(', ')
}

function shownType({ reportType }: StandingFacts): string {
  if (reportType === null) return 'Type not known'
  return reportType === 'type-1' ? 'Type I' : 'Type II'
}

/** Over twelve months old and no bridge letter reaches today. */
export function isReportStale(vendor: StandingFacts, today: PlainDate): boolean {
  const stale = staleOn(vendor)
  return vendor.reportId !== null && (stale === null || stale < today)
}

function isReportAgeing({ reportEnd, bridgedUntil }: StandingFacts, today: PlainDate): boolean {
  const covered = bridgedUntil !== null && bridgedUntil >= today
  return !covered && reportEnd !== null && addMonths(reportEnd, REPORT_ASK_MONTHS) < today
}

/** The last day on which the report may still be leaned on; null when its end isn't known. */
export function staleOn({ reportEnd, bridgedUntil }: StandingFacts): PlainDate | null {
  if (reportEnd === null) return null
  const year = addMonths(reportEnd, REPORT_STALE_MONTHS)
  return bridgedUntil && bridgedUntil > year ? bridgedUntil : year
}

/** The last day that the report or its bridge letter speaks for. */
export function coveredUntil({ reportEnd, bridgedUntil }: StandingFacts): PlainDate | null {
  return bridgedUntil && reportEnd && bridgedUntil > reportEnd ? bridgedUntil : reportEnd
}
