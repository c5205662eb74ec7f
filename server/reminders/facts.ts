import type { Knex } from 'knex'
import type { Database } from '../database'
import { addDays, addMonths, dateIn, type PlainDate } from '../dates'
import { listOpenInvites, stateOf } from '../invites/invites'
import { listOpenConditions } from '../reviews/reviews'
import type { Practice } from '../accounts/accounts'
import { REPORT_ASK_MONTHS, type Vendor } from '../vendors/vendors'
import { conditionMatter, inviteMatter, mattersOf, type Matter, type VendorToRemind } from './matters'

const BATCH = 400
/** The earliest that any letter goes before its date; see the schedules in matters. */
const BAA_DAYS = 90
const OTHER_DAYS = 30
// Months of different length: nine before 28 Feb is 28 May, yet nine after 31 May is 28 Feb too.
const SLACK_DAYS = 4

/** All that a practice is to be reminded of within some days, a batch at a time, so that other work gets its turn between. */
export async function* mattersIn(
  db: Database,
  practice: Practice,
  now: Date,
  withinDays: number,
): AsyncGenerator<Matter[]> {
  const today = dateIn(practice.timeZone, now)
  for (let after = ''; ;) {
    const vendors = await vendorsAfter(db, practice, after, today, withinDays)
    if (vendors.length > 0) yield vendors.flatMap((vendor) => mattersOf(vendor, today))
    if (vendors.length < BATCH) break
    after = vendors.at(-1)!.id
  }
  yield await openInvites(db, practice, now.toISOString())
  yield (await listOpenConditions(db, practice.id)).map(conditionMatter)
}

async function vendorsAfter(
  db: Database,
  { id: practiceId, timeZone }: Practice,
  after: string,
  today: PlainDate,
  withinDays: number,
): Promise<VendorToRemind[]> {
  const vendors = (await db<Vendor>('vendors')
    .where({ practiceId, archivedAt: null })
    .where('id', '>', after)
    .where((either) => void either.where(lacksBaa(today)).orWhere(hasDateBy(today, withinDays)))
    .orderBy('id')
    .limit(BATCH)
    .select(COLUMNS)) as Vendor[]
  const lacking = vendors.filter((vendor) => vendor.baaSigned !== 1 || vendor.baaEndedOn).map(({ id }) => id)
  const determined = await lastDetermined(db, lacking, timeZone)
  return vendors.map((vendor) => ({ ...vendor, determinedOn: determined.get(vendor.id) ?? null }))
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

function hasDateBy(today: PlainDate, withinDays: number) {
  const by = (days: number) => addDays(today, withinDays + days)
  return (query: Knex.QueryBuilder) =>
    void query
      .where('baaEnds', '<=', by(BAA_DAYS))
      .orWhere('baaReviewBy', '<=', by(OTHER_DAYS))
      .orWhere('reviewOn', '<=', by(OTHER_DAYS))
      .orWhere('reportEnd', '<=', addMonths(by(SLACK_DAYS), -REPORT_ASK_MONTHS))
}

async function lastDetermined(
  db: Database,
  vendorIds: string[],
  timeZone: string,
): Promise<Map<string, PlainDate>> {
  if (vendorIds.length === 0) return new Map()
  const rows = (await db('determinations')
    .whereIn('vendorId', vendorIds)
    .groupBy('vendorId')
    .select('vendorId')
    .max({ at: 'decidedAt' })) as unknown as { vendorId: string; at: string }[]
  return new Map(rows.map(({ vendorId, at }) => [vendorId, dateIn(timeZone, at)]))
}

/** Nothing came, and nobody took the request back. */
async function openInvites(db: Database, { id, timeZone }: Practice, at: string): Promise<Matter[]> {
  const invites = await listOpenInvites(db, id)
  return invites
    .filter((invite) => ['link made', 'sent', 'opened', 'expired'].includes(stateOf(invite, at)))
    .map((invite) => inviteMatter(invite, dateIn(timeZone, new Date(Date.parse(invite.expiresAt) - 1))))
}
