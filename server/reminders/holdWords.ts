import type { Person } from '../actor'
import type { Database } from '../database'
import { duePath } from './digest'
import { events, isEvent } from './events'
import { isHolding, listHolds, type Hold } from './holds'

export interface ShownHold extends Hold {
  vendorName: string
  label: string
  path: string
}

/** What colleagues put off or handed over and is still held. */
export async function listShownHolds(db: Database, actor: Person): Promise<ShownHold[]> {
  const holds = (await listHolds(db, actor.practiceId)).filter((one) => isHolding(one, actor.today))
  if (holds.length === 0) return []
  const vendors = await db('vendors')
    .where({ practiceId: actor.practiceId, archivedAt: null })
    .whereIn(
      'id',
      holds.map(({ vendorId }) => vendorId),
    )
    .select<{ id: string; name: string }[]>('id', 'name')
  const names = new Map(vendors.map(({ id, name }) => [id, name]))
  return holds
    .filter(({ vendorId }) => names.has(vendorId))
    .map((one) => shown(one, names.get(one.vendorId)!))
}

function shown(hold: Hold, vendorName: string): ShownHold {
  const [kind, about = '', base = ''] = hold.matter.split(' ')
  const label = isEvent(kind) ? events[kind].label.toLowerCase().replace('baa', 'BAA') : 'a reminder'
  const path = isEvent(kind)
    ? duePath({ vendorId: hold.vendorId, kind, about, base })
    : `/vendors/${hold.vendorId}`
  return { ...hold, vendorName, label, path }
}
