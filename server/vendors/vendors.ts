import type { Actor } from '../actor'
import { recordEvent } from '../audit/audit'
import { change, newId, type Database, type Transaction } from '../database'
import { Conflict } from '../errors'
import { categoryNamed } from './categories'
import { insertContact, type NewContact } from './contacts'
import { insertSystem, type NewSystem } from './systems'
import { tierArithmetic, type Drivers, type TierArithmetic } from './tier'
import { findVendor, refreshSearchText, sortNameOf, updateVendor, vendorsOf, type Vendor } from './vendor'

export { addresseeOf } from './addressee'
export * from './categories'
export * from './contacts'
export * from './determinations'
export * from './list'
export { nextSteps, withKnown, type KnownStep, type NextStep } from './nextStep'
export * from './panel'
export * from './standing'
export * from './systems'
export * from './tier'
export { determinationQuestions, walkQuestions } from './questions'
export { findVendor, noteOnVendor, type BusinessAssociate, type Vendor, type VendorFacts } from './vendor'

/** What the practice says of a vendor itself. */
export interface VendorProfile {
  name: string
  /** A key of `vendorCategories`. */
  category: string
  service?: string | null
  /** http or https only. */
  website?: string | null
  /** See `Vendor.phi`. */
  phi?: string | null
}

export interface NewVendor extends VendorProfile, Partial<Drivers> {
  systems?: NewSystem[]
  contacts?: NewContact[]
}

const UNANSWERED: Drivers = { records: null, access: null, criticality: null, sensitivity: null, chain: null }

export async function addVendor(db: Database, actor: Actor, values: NewVendor): Promise<Vendor> {
  return change(db, async (trx) => {
    const vendor = await insertVendor(trx, actor, values)
    for (const system of values.systems ?? []) await insertSystem(trx, actor, vendor, system)
    for (const contact of values.contacts ?? []) await insertContact(trx, actor, vendor, contact)
    await refreshSearchText(trx, vendor.id)
    return findVendor(trx, actor, vendor.id)
  })
}

async function insertVendor(trx: Transaction, actor: Actor, values: NewVendor): Promise<Vendor> {
  const { name, category, service = null, website = null, phi = null } = values
  const { records, access, criticality, sensitivity, chain } = { ...UNANSWERED, ...values }
  const drivers = { records, access, criticality, sensitivity, chain }
  const own = { name, category, service, website, phi, ...drivers }
  const id = newId()
  const row = {
    ...own,
    id,
    practiceId: actor.practiceId,
    sortName: sortNameOf(name),
    searchText: '',
    tier: tierArithmetic(drivers, categoryNamed(category).tier).tier,
    createdAt: actor.at,
  }
  await trx('vendors').insert(row)
  await recordEvent(trx, actor, 'vendor.registered', { ...own, tier: row.tier }, id)
  return findVendor(trx, actor, id)
}

/** Others of the same name that aren't archived: allowed, but worth a second look. */
export async function listNamesakes(
  db: Database,
  actor: Actor,
  name: string,
  butNot = '',
): Promise<Vendor[]> {
  return vendorsOf(db, actor)
    .where({ sortName: sortNameOf(name), archivedAt: null })
    .whereNot({ id: butNot })
}

export async function changeVendor(
  db: Database,
  actor: Actor,
  vendor: Vendor,
  profile: VendorProfile,
): Promise<void> {
  const changes = changesBetween(vendor, profile)
  if (Object.keys(changes).length === 0) return
  const { tier } = tierArithmetic(vendor, categoryNamed(profile.category).tier)
  await change(db, async (trx) => {
    await updateVendor(trx, vendor.id, { ...profile, tier } as Partial<Vendor>)
    await refreshSearchText(trx, vendor.id)
    await recordEvent(trx, actor, 'vendor.changed', { name: profile.name, changes }, vendor.id)
  })
}

function changesBetween(before: object, after: object): Record<string, { from: unknown; to: unknown }> {
  const old = before as Record<string, unknown>
  const changed = Object.entries(after).filter(([field, value]) => old[field] !== value)
  return Object.fromEntries(changed.map(([field, to]) => [field, { from: old[field], to: to as unknown }]))
}

export async function answerTier(
  db: Database,
  actor: Actor,
  vendor: Vendor,
  drivers: Drivers,
): Promise<void> {
  const { tier, sum, isFinal } = tierArithmetic(drivers, categoryNamed(vendor.category).tier)
  await change(db, async (trx) => {
    await updateVendor(trx, vendor.id, { ...drivers, tier })
    await recordEvent(
      trx,
      actor,
      'tier.answered',
      { ...drivers, sum, tier, isFinal, before: vendor.tier },
      vendor.id,
    )
  })
}

export function tierOf(vendor: Vendor): TierArithmetic {
  return tierArithmetic(vendor, categoryNamed(vendor.category).tier)
}

/** Takes it out of the lists; nothing of it is deleted. */
export async function archiveVendor(
  db: Database,
  actor: Actor,
  vendor: Vendor,
  reason: string,
): Promise<void> {
  if (vendor.archivedAt) throw new Conflict('It is archived already.')
  await change(db, async (trx) => {
    await updateVendor(trx, vendor.id, { archivedAt: actor.at, archiveReason: reason })
    await recordEvent(trx, actor, 'vendor.archived', { name: vendor.name, reason }, vendor.id)
  })
}

export async function bringBackVendor(db: Database, actor: Actor, vendor: Vendor): Promise<void> {
  if (!vendor.archivedAt) throw new Conflict('It isn’t archived.')
  await change(db, async (trx) => {
    await updateVendor(trx, vendor.id, { archivedAt: null, archiveReason: null })
    await recordEvent(trx, actor, 'vendor.broughtBack', { name: vendor.name }, vendor.id)
  })
}
