import type { Actor } from '../actor'
import { recordEvent } from '../audit/audit'
import { change, newId, type Database, type Transaction } from '../database'
import { categoryNamed } from './categories'
import { insertContact, type NewContact } from './contacts'
import { insertSystem, type NewSystem } from './systems'
import { tierArithmetic, type Drivers, type TierArithmetic } from './tier'
import { refreshSearchText, sortNameOf, vendorsOf, type Vendor } from './vendor'

export * from './categories'
export * from './contacts'
export * from './panel'
export * from './standing'
export * from './systems'
export * from './tier'
export { findVendor, noteOnVendor, type BusinessAssociate, type Vendor, type VendorFacts } from './vendor'

export interface NewVendor extends Partial<Drivers> {
  name: string
  /** A key of `vendorCategories`. */
  category: string
  service?: string | null
  website?: string | null
  phi?: string | null
  systems?: NewSystem[]
  contacts?: NewContact[]
}

export async function addVendor(db: Database, actor: Actor, values: NewVendor): Promise<Vendor> {
  return change(db, async (trx) => {
    const vendor = await insertVendor(trx, actor, values)
    for (const system of values.systems ?? []) await insertSystem(trx, actor, vendor, system)
    for (const contact of values.contacts ?? []) await insertContact(trx, actor, vendor, contact)
    await refreshSearchText(trx, vendor.id)
    return vendor
  })
}

async function insertVendor(trx: Transaction, actor: Actor, values: NewVendor): Promise<Vendor> {
  const { systems: _systems, contacts: _contacts, ...own } = values
  const drivers = { records: null, access: null, criticality: null, sensitivity: null, chain: null, ...own }
  const id = newId()
  const row = {
    service: null,
    website: null,
    phi: null,
    ...drivers,
    id,
    practiceId: actor.practiceId,
    sortName: sortNameOf(values.name),
    searchText: '',
    tier: tierArithmetic(drivers, categoryNamed(values.category).tier).tier,
    createdAt: actor.at,
  }
  await trx('vendors').insert(row)
  await recordEvent(trx, actor, 'vendor.registered', { ...own, tier: row.tier }, id)
  return (await vendorsOf(trx, actor).where({ id }).first())!
}

export function tierOf(vendor: Vendor): TierArithmetic {
  return tierArithmetic(vendor, categoryNamed(vendor.category).tier)
}
