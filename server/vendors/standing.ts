import { shownDate, type PlainDate } from '../dates'
import { staleOn } from './reportStanding'
import { standing, type Standing } from './state'
import type { Vendor } from './vendor'

export * from './baaStanding'
export * from './reportStanding'
export { inDays, type Standing, type State } from './state'

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
