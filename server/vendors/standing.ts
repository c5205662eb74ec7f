import { dateIn, shownDate, type PlainDate } from '../dates'
import { staleOn } from './reportStanding'
import { standing, type Day, type Standing } from './state'
import type { StandingFacts } from './vendor'

export * from './baaStanding'
export * from './reportStanding'
export { inDays, type Day, type Standing, type State } from './state'

export function decisionStanding(vendor: StandingFacts, { today, timeZone }: Day): Standing {
  const on = dayOfDecision(vendor, timeZone)
  if (vendor.openReviewId) return standing('look', 'in review', lastDecision(vendor, on), vendor.reviewOn)
  if (vendor.decision === null) {
    return standing('none', vendor.reportId ? 'waiting for review' : 'none yet', 'nothing decided')
  }
  if (vendor.decision === 'refused') return standing('bad', 'refused', on, null)
  if (vendor.reviewOn && vendor.reviewOn < today) {
    return standing('look', 'review overdue', `was due ${shownDate(vendor.reviewOn)}`, vendor.reviewOn)
  }
  const word = vendor.decision === 'approved' ? 'approved' : 'approved with conditions'
  return standing('good', word, `${on}, again ${shownDate(vendor.reviewOn)}`, vendor.reviewOn)
}

function lastDecision(vendor: StandingFacts, on: string): string {
  if (vendor.decision === null) return 'Nothing decided before'
  return `last: ${vendor.decision.replaceAll('-', ' ')} ${on}`
}

function dayOfDecision({ decidedAt }: StandingFacts, timeZone: string): string {
  return decidedAt ? shownDate(dateIn(timeZone, decidedAt)) : ''
}

/** The first date on which something turns: the end of the BAA, the report going stale, the next review. */
export function nextDateOf(vendor: StandingFacts): PlainDate | null {
  const baa = vendor.baaEndedOn ? null : (vendor.baaEnds ?? vendor.baaReviewBy)
  const dates = [baa, vendor.reportId ? staleOn(vendor) : null, vendor.reviewOn]
  return dates.filter((date) => date !== null).sort()[0] ?? null
}
