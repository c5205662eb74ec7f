import type { Actor } from '../actor'
import type { Database } from '../database'
import { addDays, type PlainDate } from '../dates'
import type { VendorFacts } from '../vendors/vendors'
import { agreementsOf, findAgreement, isSigned, startOf, type Agreement } from './agreement'
import { amend, type Amended } from './amended'
import { listAmendments, type Amendment } from './amendment'
import {
  agreementState,
  isInForce,
  lastDayOf,
  noticeDayOf,
  renewalDayOf,
  reviewDayOf,
  stretchEnd,
} from './state'

/** An agreement among the versions it stands beside. */
export interface Version extends Amended {
  /** The later version that says what this one should have said. */
  correctedById: string | null
  /** The day from which a later signed version takes its place. */
  supersededFrom: PlainDate | null
}

type Summary = Pick<
  VendorFacts,
  | 'agreementId'
  | 'baaEffective'
  | 'baaEnds'
  | 'baaReviewBy'
  | 'baaNoticeBy'
  | 'baaRenewsOn'
  | 'baaEndedOn'
  | 'baaSigned'
  | 'baaAsOf'
  | 'baaTurnsOn'
>

/** The versions of a vendor's agreement, newest first. */
export async function listVersions(
  db: Database,
  actor: Pick<Actor, 'practiceId'>,
  vendorId: string,
): Promise<Version[]> {
  const agreements = await agreementsOf(db, actor).where({ vendorId })
  return chainOf(agreements, await listAmendments(db, actor, [vendorId])).reverse()
}

/** @throws NotFound */
export async function findVersion(db: Database, actor: Actor, id: string): Promise<Version> {
  const { vendorId } = await findAgreement(db, actor, id)
  return (await listVersions(db, actor, vendorId)).find((one) => one.id === id)!
}

/** Oldest first. */
export function chainOf(agreements: Agreement[], amendments: Amendment[] = []): Version[] {
  const inOrder = [...agreements].sort((a, b) => a.version - b.version)
  const correctedBy = new Map(
    inOrder.flatMap((one) => (one.correctsId ? [[one.correctsId, one.id] as const] : [])),
  )
  const standing = inOrder.filter((one) => !correctedBy.has(one.id))
  return inOrder.map((one) => {
    const supersededFrom = firstStart(
      standing.filter((later) => later.version > one.version && isSigned(later)),
    )
    const own = amendmentsOf(one, inOrder, amendments)
    const correctedById = correctedBy.get(one.id) ?? null
    return { ...one, correctedById, supersededFrom, ...amend(one, own, supersededFrom) }
  })
}

/** Its own, and those that were recorded to what it corrects. */
function amendmentsOf(one: Agreement, all: Agreement[], amendments: Amendment[]): Amendment[] {
  const ids = [one.id]
  for (let corrects = one.correctsId; corrects !== null;) {
    const corrected = all.find(({ id }) => id === corrects)
    ids.push(corrects)
    corrects = corrected?.correctsId ?? null
  }
  return amendments.filter(({ agreementId }) => ids.includes(agreementId))
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
      baaNoticeBy: null,
      baaRenewsOn: null,
      baaEndedOn: null,
      baaSigned: null,
      baaAsOf: null,
      baaTurnsOn: null,
    }
  }
  const last = isInForce(counting, today) ? lastWithoutGap(standing, counting, today) : counting
  return {
    agreementId: counting.id,
    baaEffective: startOf(counting),
    baaEnds: lastDayOf(last),
    baaReviewBy: reviewDayOf(last, today),
    baaNoticeBy: noticeDayOf(last, today),
    baaRenewsOn: renewalDayOf(last, today),
    baaEndedOn: last.endedOn,
    baaSigned: isSigned(counting) ? 1 : 0,
    baaAsOf: today,
    baaTurnsOn: nextTurnOf(chain, today),
  }
}

/** The first day to come on which any of this can read otherwise; it may turn out to read the same. */
function nextTurnOf(chain: Version[], today: PlainDate): PlainDate | null {
  const days = chain.flatMap((one) => [
    ...termDays(one),
    ...afterStretch(one, addDays(today, -1)),
    ...afterStretch(one, today),
  ])
  return days.filter((day) => day > today).sort()[0] ?? null
}

/** See summariesWithin, for many vendors at once. */
export async function summariesAhead(
  db: Database,
  practiceId: string,
  vendorIds: string[],
  from: PlainDate,
  to: PlainDate,
): Promise<Map<string, { from: PlainDate; summary: Summary }[]>> {
  const rows = await agreementsOf(db, { practiceId }).whereIn('vendorId', vendorIds)
  const amendments = byVendor(await listAmendments(db, { practiceId }, vendorIds))
  return new Map(
    [...byVendor(rows)].map(([id, own]) => [id, summariesWithin(chainOf(own, amendments.get(id)), from, to)]),
  )
}

function byVendor<T extends { vendorId: string }>(rows: T[]): Map<string, T[]> {
  const ofVendor = new Map<string, T[]>()
  for (const row of rows) {
    const own = ofVendor.get(row.vendorId)
    if (own) own.push(row)
    else ofVendor.set(row.vendorId, [row])
  }
  return ofVendor
}

/** What the vendor's row will say on the days from which it says something else, the first day first, if nothing is recorded in between. */
function summariesWithin(
  chain: Version[],
  from: PlainDate,
  to: PlainDate,
): { from: PlainDate; summary: Summary }[] {
  const turns = chain.flatMap((one) => turningDays(one, from, to))
  const days = [from, ...new Set(turns.filter((day) => day > from && day <= to))].sort()
  return days.map((day) => ({ from: day, summary: summaryOf(chain, day) }))
}

function turningDays(agreement: Version, from: PlainDate, to: PlainDate): PlainDate[] {
  const days = termDays(agreement)
  for (const start of [from, ...agreement.steps.flatMap((step) => step.from ?? [])])
    for (let day = start; day < to;) {
      const turns = afterStretch(agreement, day)
      if (turns.length === 0) break
      days.push(...turns)
      day = turns[0]!
    }
  return days
}

/** When it begins, when amendments change it, and when it is over. */
function termDays(agreement: Version): PlainDate[] {
  const last = lastDayOf(agreement)
  const steps = agreement.steps.map(({ from }) => from)
  return [startOf(agreement), ...steps, last && addDays(last, 1)].filter((day) => day !== null)
}

/** Of the stretch that holds a day: when the day for notice moves on, and the day after it when the renewal does. */
function afterStretch(agreement: Version, day: PlainDate): PlainDate[] {
  const end = stretchEnd(agreement, day)
  return end === null ? [] : [addDays(end, 1), addDays(end, 2)]
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
