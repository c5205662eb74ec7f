import type { Actor } from '../actor'
import type { Database } from '../database'
import { addDays, type PlainDate } from '../dates'
import type { VendorFacts } from '../vendors/vendors'
import { agreementsOf, isSigned, startOf, type Agreement } from './agreement'
import { agreementState, isInForce, lastDayOf, reviewDayOf } from './state'

/** An agreement among the versions it stands beside. */
export interface Version extends Agreement {
  /** The later version that says what this one should have said. */
  correctedById: string | null
  /** The day from which a later signed version takes its place. */
  supersededFrom: PlainDate | null
}

type Summary = Pick<
  VendorFacts,
  'agreementId' | 'baaEffective' | 'baaEnds' | 'baaReviewBy' | 'baaEndedOn' | 'baaSigned'
>

/** The versions of a vendor's agreement, newest first. */
export async function listVersions(
  db: Database,
  actor: Pick<Actor, 'practiceId'>,
  vendorId: string,
): Promise<Version[]> {
  return chainOf(await agreementsOf(db, actor).where({ vendorId })).reverse()
}

/** Oldest first. */
export function chainOf(agreements: Agreement[]): Version[] {
  const inOrder = [...agreements].sort((a, b) => a.version - b.version)
  const correctedBy = new Map(
    inOrder.flatMap((one) => (one.correctsId ? [[one.correctsId, one.id] as const] : [])),
  )
  const standing = inOrder.filter((one) => !correctedBy.has(one.id))
  return inOrder.map((one) => ({
    ...one,
    correctedById: correctedBy.get(one.id) ?? null,
    supersededFrom: firstStart(standing.filter((later) => later.version > one.version && isSigned(later))),
  }))
}

/** What a vendor's row says of the chain: the version that counts today, and how far signed versions reach without a gap. */
export function summaryOf(chain: Version[], today: PlainDate): Summary {
  const standing = chain.filter((one) => one.correctedById === null).sort((a, b) => a.version - b.version)
  const counting = countingToday(standing, today)
  if (!counting) {
    return {
      agreementId: null,
      baaEffective: null,
      baaEnds: null,
      baaReviewBy: null,
      baaEndedOn: null,
      baaSigned: null,
    }
  }
  const last = isInForce(counting, today) ? lastWithoutGap(standing, counting, today) : counting
  return {
    agreementId: counting.id,
    baaEffective: startOf(counting),
    baaEnds: lastDayOf(last),
    baaReviewBy: reviewDayOf(last, today),
    baaEndedOn: last.endedOn,
    baaSigned: isSigned(counting) ? 1 : 0,
  }
}

export function countingToday(standing: Version[], today: PlainDate): Version | undefined {
  const newestFirst = standing.toReversed()
  return (
    newestFirst.find((one) => isInForce(one, today)) ??
    newestFirst.find((one) => agreementState(one, today) === 'not-yet') ??
    newestFirst[0]
  )
}

/** A renewal signed in time lets nothing end, so nobody needs to be reminded of the old end. */
function lastWithoutGap(standing: Version[], from: Version, today: PlainDate): Version {
  let last = from
  for (;;) {
    const next = standing.find((one) => follows(last, one, today))
    if (!next) return last
    last = next
  }
}

function follows(before: Version, after: Version, today: PlainDate): boolean {
  const start = startOf(after)
  if (after.version <= before.version || !isSigned(after) || start === null || start <= today) return false
  const last = lastDayOf(before)
  return last === null || start <= addDays(last, 1)
}

function firstStart(agreements: Agreement[]): PlainDate | null {
  const starts = agreements.map((one) => startOf(one) ?? one.recordedAt.slice(0, 10))
  return starts.sort()[0] ?? null
}
