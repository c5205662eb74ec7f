import type { Database } from '../database'
import { dateIn, type PlainDate } from '../dates'
import { listOpenInvites, stateOf } from '../invites/invites'
import { listOpenConditions } from '../reviews/reviews'
import type { Practice } from '../accounts/accounts'
import type { Vendor } from '../vendors/vendors'
import { conditionMatter, inviteMatter, mattersOf, type Matter, type VendorToRemind } from './matters'

const BATCH = 1000

/** All that a practice is to be reminded of, a batch at a time, so that other work gets its turn between. */
export async function* mattersIn(db: Database, practice: Practice, now: Date): AsyncGenerator<Matter[]> {
  const today = dateIn(practice.timeZone, now)
  for (let after = ''; ;) {
    const vendors = await vendorsAfter(db, practice, after)
    if (vendors.length > 0) yield vendors.flatMap((vendor) => mattersOf(vendor, today))
    if (vendors.length < BATCH) break
    after = vendors.at(-1)!.id
  }
  yield await openInvites(db, practice, now.toISOString())
  yield (await listOpenConditions(db, practice.id)).map(conditionMatter)
}

async function vendorsAfter(db: Database, practice: Practice, after: string): Promise<VendorToRemind[]> {
  const { id: practiceId, timeZone } = practice
  const vendors = await db<Vendor>('vendors')
    .where({ practiceId, archivedAt: null })
    .where('id', '>', after)
    .orderBy('id')
    .limit(BATCH)
  const undecided = vendors
    .filter((vendor) => vendor.baaSigned !== 1 || vendor.baaEndedOn)
    .map(({ id }) => id)
  const determined = await lastDetermined(db, undecided, timeZone)
  return vendors.map((vendor) => ({ ...vendor, determinedOn: determined.get(vendor.id) ?? null }))
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
