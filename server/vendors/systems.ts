import type { Actor } from '../actor'
import { recordEvent } from '../audit/audit'
import { change, newId, type Database, type Transaction } from '../database'
import { NotFound } from '../errors'
import { refreshSearchText, type Vendor } from './vendor'

/** A product of the vendor that the practice uses: what a report's scope is held against. */
export interface VendorSystem {
  id: string
  practiceId: string
  vendorId: string
  name: string
  /** Other names it goes by. */
  aliases: string[]
  /** What PHI lies in it, in the practice's words. */
  phi: string | null
  createdAt: string
  removedAt: string | null
}

export interface NewSystem {
  name: string
  aliases?: string[]
  phi?: string | null
}

type Row = Omit<VendorSystem, 'aliases'> & { aliases: string }

/** Without those that were removed. */
export async function listSystems(db: Database, vendor: Vendor): Promise<VendorSystem[]> {
  const rows = await db<Row>('vendorSystems')
    .where({ vendorId: vendor.id, removedAt: null })
    .orderBy(['createdAt', 'id'])
  return rows.map(fromRow)
}

export async function findSystem(db: Database, vendor: Vendor, systemId: string): Promise<VendorSystem> {
  const row = await db<Row>('vendorSystems')
    .where({ id: systemId, vendorId: vendor.id, removedAt: null })
    .first()
  if (!row) throw new NotFound('system')
  return fromRow(row)
}

export async function addSystem(
  db: Database,
  actor: Actor,
  vendor: Vendor,
  system: NewSystem,
): Promise<VendorSystem> {
  return change(db, async (trx) => {
    const added = await insertSystem(trx, actor, vendor, system)
    await refreshSearchText(trx, vendor.id)
    return added
  })
}

/** Call `refreshSearchText` after it. */
export async function insertSystem(
  trx: Transaction,
  actor: Actor,
  vendor: Vendor,
  { name, aliases = [], phi = null }: NewSystem,
): Promise<VendorSystem> {
  const row: Row = {
    id: newId(),
    practiceId: vendor.practiceId,
    vendorId: vendor.id,
    name,
    aliases: JSON.stringify(aliases),
    phi,
    createdAt: actor.at,
    removedAt: null,
  }
  await trx<Row>('vendorSystems').insert(row)
  await recordEvent(trx, actor, 'system.added', { systemId: row.id, name, aliases }, vendor.id)
  return fromRow(row)
}

/** What it said before stays in the history. */
export async function changeSystem(
  db: Database,
  actor: Actor,
  vendor: Vendor,
  before: VendorSystem,
  { name, aliases = [], phi = null }: NewSystem,
): Promise<void> {
  await change(db, async (trx) => {
    await trx<Row>('vendorSystems')
      .where({ id: before.id })
      .update({ name, aliases: JSON.stringify(aliases), phi })
    await refreshSearchText(trx, vendor.id)
    const was = { name: before.name, aliases: before.aliases, phi: before.phi }
    await recordEvent(
      trx,
      actor,
      'system.changed',
      { systemId: before.id, name, aliases, phi, was },
      vendor.id,
    )
  })
}

export async function removeSystem(
  db: Database,
  actor: Actor,
  vendor: Vendor,
  systemId: string,
): Promise<void> {
  await change(db, async (trx) => {
    const system = await trx<Row>('vendorSystems')
      .where({ id: systemId, vendorId: vendor.id, removedAt: null })
      .first()
    if (!system) throw new NotFound('system')
    await trx<Row>('vendorSystems').where({ id: systemId }).update({ removedAt: actor.at })
    await refreshSearchText(trx, vendor.id)
    await recordEvent(trx, actor, 'system.removed', { systemId, name: system.name }, vendor.id)
  })
}

function fromRow(row: Row): VendorSystem {
  return { ...row, aliases: JSON.parse(row.aliases) as string[] }
}
