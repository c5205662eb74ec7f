import { daysBetween, shownDate, type PlainDate } from '../dates'
import { inDays, standing, type Standing } from './state'
import type { StandingFacts } from './vendor'

export const BAA_ENDING_DAYS = 90

export function needsBaa(vendor: StandingFacts): boolean {
  return vendor.businessAssociate === 'yes' || vendor.businessAssociate === 'treat'
}

export function baaStanding(vendor: StandingFacts, today: PlainDate): Standing {
  if (vendor.agreementId) return agreementStanding(vendor, today)
  if (vendor.businessAssociate === 'no') return standing('none', 'not needed', 'Not a business associate')
  if (vendor.businessAssociate === null) return standing('look', 'not known', 'Is it a business associate?')
  return standing('bad', 'missing', 'No signed BAA on file')
}

function agreementStanding(vendor: StandingFacts, today: PlainDate): Standing {
  const { baaEndedOn, baaEnds, baaEffective, baaReviewBy } = vendor
  if (baaEndedOn && baaEndedOn <= today) return ended(vendor, baaEndedOn)
  if (baaEnds && baaEnds < today) return ended(vendor, baaEnds)
  if (vendor.baaSigned !== 1) return lacking(vendor, 'unsigned', 'A signature is missing')
  if (baaEffective && baaEffective > today) {
    return lacking(vendor, 'not yet in force', `starts ${shownDate(baaEffective)}`, baaEffective)
  }
  if (baaEnds && daysBetween(today, baaEnds) <= BAA_ENDING_DAYS) {
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

function ended(vendor: StandingFacts, on: PlainDate): Standing {
  return lacking(vendor, 'ended', `ended ${shownDate(on)}`, on)
}

/** The same fault matters only where a BAA is needed. */
function lacking(
  vendor: StandingFacts,
  word: string,
  detail: string,
  next: PlainDate | null = null,
): Standing {
  if (vendor.businessAssociate === 'no') return standing('none', word, `${detail}; none is needed`)
  return standing('bad', word, detail, next)
}

function untilWhen({ baaEnds, baaReviewBy }: StandingFacts): string {
  if (baaEnds) return `to ${shownDate(baaEnds)}`
  return baaReviewBy
    ? `no end date, look over by ${shownDate(baaReviewBy)}`
    : 'ends with the services agreement'
}
