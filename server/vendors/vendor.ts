import type { Actor } from '../actor'
import type { Database, Transaction } from '../database'
import type { PlainDate } from '../dates'
import { NotFound } from '../errors'
import { categoryNamed } from './categories'
import { nextDateOf } from './standing'
import type { Drivers, Tier } from './tier'

/** yes: a BAA is needed. no: none is needed. treat: unsure, so handled as yes until counsel answers. null: nobody has said yet. */
export type BusinessAssociate = 'yes' | 'no' | 'treat'

/** What the rooms to the right know of a vendor, written by them with `noteOnVendor`. */
export interface VendorFacts {
  /** The agreement that counts now, whatever its state. */
  agreementId: string | null
  baaEffective: PlainDate | null
  /** The last day in force. */
  baaEnds: PlainDate | null
  baaReviewBy: PlainDate | null
  /** The last day on which notice stops the next renewal. */
  baaNoticeBy: PlainDate | null
  /** The day on which it renews by itself. */
  baaRenewsOn: PlainDate | null
  /** The day on which it was ended early. */
  baaEndedOn: PlainDate | null
  /** 1 once both sides have signed. */
  baaSigned: number | null
  /** The day for which these were worked out. */
  baaAsOf: PlainDate | null
  /** The day from which they can say something else by themselves. */
  baaTurnsOn: PlainDate | null
  /** The report that counts now. */
  reportId: string | null
  reportType: 'type-1' | 'type-2' | null
  /** The end of its period, or the as-of date of a Type I. */
  reportEnd: PlainDate | null
  reportOpinion: 'unqualified' | 'qualified' | 'adverse' | 'disclaimer' | null
  /** null: not known. */
  reportExceptions: number | null
  /** The last day that a bridge letter speaks for; already cut to what the practice accepts. */
  bridgedUntil: PlainDate | null
  decisionId: string | null
  decision: 'approved' | 'approved-with-conditions' | 'refused' | null
  /** An instant. */
  decidedAt: string | null
  reviewOn: PlainDate | null
  openReviewId: string | null
}

export interface Vendor extends VendorFacts, Drivers {
  id: string
  practiceId: string
  name: string
  sortName: string
  searchText: string
  /** A key of `vendorCategories`. */
  category: string
  /** What it does for the practice, in the practice's words. */
  service: string | null
  /** http or https only. */
  website: string | null
  /** Kinds of PHI it touches, joined by "; ". `none` where it touches none, null while nobody has said. */
  phi: string | null
  /** Kept in step with the drivers and the category. */
  tier: Tier
  businessAssociate: BusinessAssociate | null
  /** The first date on which something of this vendor falls due. */
  nextOn: PlainDate | null
  archivedAt: string | null
  archiveReason: string | null
  createdAt: string
}

/** How a vendor stands follows from these and the date. */
export type StandingFacts = Omit<VendorFacts, 'decisionId' | 'baaAsOf' | 'baaTurnsOn'> &
  Pick<Vendor, 'businessAssociate' | 'category' | 'tier'>

/** @throws NotFound for other practices' vendors too. */
export async function findVendor(db: Database, actor: Actor, vendorId: string): Promise<Vendor> {
  const vendor = await vendorsOf(db, actor).where({ id: vendorId }).first()
  if (!vendor) throw new NotFound('vendor')
  return vendor
}

/** Every query of vendors starts here, so that no practice can reach another’s. */
export function vendorsOf(db: Database, actor: { practiceId: string }) {
  return db<Vendor>('vendors').where({ practiceId: actor.practiceId })
}

/** Call inside the transaction that changed what the vendor's row sums up, for a vendor that the actor was seen to own. */
export async function noteOnVendor(
  trx: Transaction,
  vendorId: string,
  facts: Partial<VendorFacts>,
): Promise<void> {
  await updateVendor(trx, vendorId, facts)
}

/** Keeps what follows from other columns in step. */
export async function updateVendor(
  trx: Transaction,
  vendorId: string,
  values: Partial<Vendor>,
): Promise<Vendor> {
  const before = await trx<Vendor>('vendors').where({ id: vendorId }).first()
  if (!before) throw new NotFound('vendor')
  const after = { ...before, ...values }
  const kept = { ...values, sortName: sortNameOf(after.name), nextOn: nextDateOf(after) }
  await trx<Vendor>('vendors').where({ id: vendorId }).update(kept)
  return { ...after, ...kept }
}

/** Call inside the transaction that changed the name, the service, the category or the systems. */
export async function refreshSearchText(trx: Transaction, vendorId: string): Promise<void> {
  const vendor = await trx<Vendor>('vendors').where({ id: vendorId }).first()
  const systems = await trx('vendorSystems')
    .where({ vendorId, removedAt: null })
    .orderBy('createdAt')
    .select<{ name: string; aliases: string }[]>('name', 'aliases')
  if (!vendor) return
  const parts = [vendor.name, vendor.service, categoryNamed(vendor.category).name]
  for (const system of systems) parts.push(system.name, ...(JSON.parse(system.aliases) as string[]))
  await trx<Vendor>('vendors')
    .where({ id: vendorId })
    .update({ searchText: searchable(parts.filter(Boolean).join('\n')) })
}

/** How words are compared in a search: lower case, without accents. */
export function searchable(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
}

export function sortNameOf(name: string): string {
  return searchable(name).replace(/^the\s+/, '')
}
