import type { Knex } from 'knex'
import type { Practice } from '../accounts/accounts'
import { summariesAhead } from '../agreements/agreements'
import { quickRows, type Database } from '../database'
import { addDays, addMonths, dateIn, type PlainDate } from '../dates'
import { listOpenInvites, stateOf, type ListedInvite } from '../invites/invites'
import { listOpenConditions } from '../reviews/reviews'
import { listWaitingSignings, type FullSigning } from '../signing/signing'
import { REPORT_ASK_MONTHS, type Vendor } from '../vendors/vendors'
import { MOST_QUIET_DAYS } from './calendar'
import type { EventKind } from './events'
import {
  conditionMatter,
  inviteMatter,
  mattersOf,
  signingMatter,
  type Matter,
  type VendorToRemind,
} from './matters'
import type { Rules, VendorRules } from './rules'

/** What holds from a day to another, both included. */
export interface Span {
  from: PlainDate
  to: PlainDate
  matters: Matter[]
}

const BATCH = 200
// Months of different length: nine before 28 Feb is 28 May, yet nine after 31 May is 28 Feb too.
const SLACK_DAYS = 4

/** How many days before its date anything of a kind is told at the earliest. */
export type Reach = (kind: EventKind) => number

export function reachOf(rules: Rules, ofVendor: Map<string, VendorRules>): Reach {
  const reach = new Map<EventKind, number>()
  return (kind) => {
    const known = reach.get(kind)
    if (known !== undefined) return known
    const own = [...ofVendor.values()].map((one) => one.events[kind]?.before[0] ?? 0)
    const asked = kind === 'baaEnds' ? rules.askBaaDays : 0
    const days = Math.max(rules.events[kind].before[0] ?? 0, asked, ...own) + MOST_QUIET_DAYS
    reach.set(kind, days)
    return days
  }
}

/** All that a practice may be reminded of today, a batch at a time, so that other work gets its turn between. */
export async function* mattersToday(
  db: Database,
  practice: Practice,
  now: Date,
  reach: Reach,
): AsyncGenerator<Matter[]> {
  const today = dateIn(practice.timeZone, now)
  for await (const vendors of vendorsIn(db, practice, today, today, reach)) {
    yield vendors.flatMap((vendor) => mattersOf(vendor, today))
  }
  yield await otherMatters(db, practice, now)
}

/** The same for the days from today to another, as the facts of today turn by themselves in between. */
export async function* mattersAhead(
  db: Database,
  practice: Practice,
  now: Date,
  to: PlainDate,
  reach: Reach,
): AsyncGenerator<Span[]> {
  const today = dateIn(practice.timeZone, now)
  for await (const vendors of vendorsIn(db, practice, today, to, reach)) {
    const ids = vendors.map(({ id }) => id)
    const ahead = await summariesAhead(db, practice.id, ids, today, to)
    yield vendors.flatMap((vendor) => spansOf(vendor, ahead.get(vendor.id) ?? [], today, to))
  }
  yield [{ from: today, to, matters: await otherMatters(db, practice, now) }]
}

export async function mattersOfVendor(
  db: Database,
  practice: Practice,
  vendor: Vendor,
  now: Date,
): Promise<Matter[]> {
  const today = dateIn(practice.timeZone, now)
  const [whole] = await determined(db, [vendor], practice.timeZone)
  const others = await otherMatters(db, practice, now)
  return [...mattersOf(whole!, today), ...others.filter(({ vendorId }) => vendorId === vendor.id)]
}

function spansOf(
  vendor: VendorToRemind,
  ahead: { from: PlainDate; summary: Partial<Vendor> }[],
  from: PlainDate,
  to: PlainDate,
): Span[] {
  const rows = ahead.map((turn) => ({ from: turn.from, vendor: { ...vendor, ...turn.summary } }))
  const first = { from, vendor: rows.findLast((row) => row.from <= from)?.vendor ?? vendor }
  const turns = [first, ...rows.filter((row) => row.from > from)]
  return turns.flatMap((turn, index) => {
    const last = turns[index + 1] ? addDays(turns[index + 1]!.from, -1) : to
    const days = turningDays(turn.vendor).filter((day) => day > turn.from && day <= last)
    const starts = [turn.from, ...new Set(days)].sort()
    return starts.map((start, at) => ({
      from: start,
      to: starts[at + 1] ? addDays(starts[at + 1]!, -1) : last,
      matters: mattersOf(turn.vendor, start),
    }))
  })
}

/** The days from which mattersOf answers otherwise, the row being the same. */
function turningDays({ baaEffective, baaEnds, baaEndedOn, baaNoticeBy }: Vendor): PlainDate[] {
  const days = [
    baaEffective,
    baaEnds && addDays(baaEnds, 1),
    baaEndedOn,
    baaNoticeBy && addDays(baaNoticeBy, 1),
  ]
  return days.filter((day) => day !== null)
}

async function* vendorsIn(
  db: Database,
  { id: practiceId, timeZone }: Practice,
  today: PlainDate,
  to: PlainDate,
  reach: Reach,
): AsyncGenerator<VendorToRemind[]> {
  for (let after = ''; ;) {
    const { sql, bindings } = db<Vendor>('vendors')
      .where({ practiceId, archivedAt: null })
      .where('id', '>', after)
      .where((either) => void either.where(lacksBaa(today)).orWhere(hasDateBy(to, reach)))
      .orderBy('id')
      .limit(BATCH)
      .select(COLUMNS)
      .toSQL()
    const vendors = await quickRows<Vendor>(db, sql, bindings)
    if (vendors.length > 0) yield await determined(db, vendors, timeZone)
    if (vendors.length < BATCH) return
    after = vendors.at(-1)!.id
  }
}

const COLUMNS = [
  'id',
  'name',
  'category',
  'tier',
  'businessAssociate',
  'archivedAt',
  'createdAt',
  'agreementId',
  'baaEffective',
  'baaEnds',
  'baaReviewBy',
  'baaNoticeBy',
  'baaRenewsOn',
  'baaEndedOn',
  'baaSigned',
  'reportId',
  'reportEnd',
  'bridgedUntil',
  'decision',
  'reviewOn',
] as const

// These two only spare the reading of rows that call for nothing; what they call for is said in matters alone.
function lacksBaa(today: PlainDate) {
  return (query: Knex.QueryBuilder) =>
    void query
      .whereNull('agreementId')
      .orWhereNull('baaSigned')
      .orWhereNot('baaSigned', 1)
      .orWhereNotNull('baaEndedOn')
      .orWhere('baaEffective', '>', today)
}

function hasDateBy(to: PlainDate, reach: Reach) {
  const by = (kind: EventKind) => addDays(to, reach(kind))
  const report = addDays(to, Math.max(reach('reportAgeing'), reach('reportStale')) + SLACK_DAYS)
  return (query: Knex.QueryBuilder) =>
    void query
      .where('baaEnds', '<=', by('baaEnds'))
      .orWhere('baaReviewBy', '<=', by('baaReview'))
      .orWhere('baaNoticeBy', '<=', by('baaNotice'))
      .orWhere('baaRenewsOn', '<=', by('baaRenews'))
      .orWhere('reviewOn', '<=', by('reviewDue'))
      .orWhere('bridgedUntil', '<=', by('bridgeEnds'))
      .orWhere('reportEnd', '<=', addMonths(report, -REPORT_ASK_MONTHS))
}

async function determined(db: Database, vendors: Vendor[], timeZone: string): Promise<VendorToRemind[]> {
  const lacking = vendors.filter((vendor) => vendor.baaSigned !== 1 || vendor.baaEndedOn).map(({ id }) => id)
  if (lacking.length === 0) return vendors.map((vendor) => ({ ...vendor, determinedOn: null }))
  const rows = (await db('determinations')
    .whereIn('vendorId', lacking)
    .groupBy('vendorId')
    .select('vendorId')
    .max({ at: 'decidedAt' })) as unknown as { vendorId: string; at: string }[]
  const days = new Map(rows.map(({ vendorId, at }) => [vendorId, dateIn(timeZone, at)]))
  return vendors.map((vendor) => ({ ...vendor, determinedOn: days.get(vendor.id) ?? null }))
}

async function otherMatters(db: Database, practice: Practice, now: Date): Promise<Matter[]> {
  const invites = await listUnanswered(db, practice, now)
  const conditions = await listOpenConditions(db, practice.id)
  const signings = await listWaitingSignings(db, { practiceId: practice.id })
  return [
    ...invites.map((invite) => inviteMatter(invite, lastDayIn(practice.timeZone, invite.expiresAt))),
    ...conditions.map(conditionMatter),
    ...newestOfEach(signings).flatMap((one) => openSigning(one, practice.timeZone)),
  ]
}

/** Oldest first comes in, so the last of a vendor is what counts. */
function newestOfEach(signings: FullSigning[]): FullSigning[] {
  return [...new Map(signings.map((one) => [one.vendorId, one])).values()]
}

/** What was declined is over, and what both have signed is being sealed: neither waits for anybody. */
function openSigning(signing: FullSigning, timeZone: string): Matter[] {
  const { state, createdAt, changeAskedAt, signatures } = signing
  const since = {
    'with the vendor': createdAt,
    countersign: signatures.businessAssociate?.at,
    'change asked for': changeAskedAt,
  }
  const at = since[state as keyof typeof since]
  return at ? [signingMatter(signing, dateIn(timeZone, at))] : []
}

/** Nothing came, and nobody took the request back. */
export async function listUnanswered(db: Database, { id }: Practice, now: Date): Promise<ListedInvite[]> {
  const invites = await listOpenInvites(db, id)
  return invites.filter((invite) =>
    ['link made', 'sent', 'opened', 'expired'].includes(stateOf(invite, now.toISOString())),
  )
}

function lastDayIn(timeZone: string, expiresAt: string): PlainDate {
  return dateIn(timeZone, new Date(Date.parse(expiresAt) - 1))
}
