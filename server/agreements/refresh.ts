import type { Actor } from '../actor'
import { change, type Database, type Transaction } from '../database'
import { noteOnVendor, type Vendor } from '../vendors/vendors'
import { listVersions, summaryOf } from './chain'

const AT_ONCE = 50

/** Brings the vendor's row up to date with its agreements. Call inside a transaction. */
export async function refreshSummary(
  trx: Transaction,
  actor: Pick<Actor, 'practiceId' | 'today'>,
  vendorId: string,
): Promise<void> {
  await noteOnVendor(trx, vendorId, summaryOf(await listVersions(trx, actor, vendorId), actor.today))
}

/**
 * What only the passing of days changes: a later version or an amendment comes into force, a renewal moves the day for notice. Also what
 * was written while the clock was ahead.
 */
export async function refreshSummaries(
  db: Database,
  actor: Pick<Actor, 'practiceId' | 'today'>,
): Promise<number> {
  const { practiceId, today } = actor
  const turned = await db<Vendor>('vendors')
    .where({ practiceId, archivedAt: null })
    .where((either) => void either.where('baaTurnsOn', '<=', today).orWhere('baaAsOf', '>', today))
    .pluck('id')
  for (let from = 0; from < turned.length; from += AT_ONCE)
    await change(db, async (trx) => {
      for (const id of turned.slice(from, from + AT_ONCE)) await refreshSummary(trx, actor, id)
    })
  return turned.length
}
