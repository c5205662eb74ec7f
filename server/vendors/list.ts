import type { Knex } from 'knex'
import type { Actor } from '../actor'
import type { Database } from '../database'
import { keepOnly } from './filters'
import type { Tier } from './tier'
import { searchable, vendorsOf, type Vendor } from './vendor'

export interface VendorFilter {
  search: string
  /** Keys of `filters`; anything else doesn't filter. */
  baa: string
  report: string
  decision: string
  tier: Tier | ''
  archived: boolean
  sort: 'name' | 'next' | 'tier'
  page: number
}

export interface VendorPage {
  vendors: Vendor[]
  total: number
  page: number
  pages: number
}

type Query = Knex.QueryBuilder<Vendor, Vendor[]>

// Most practices have fewer vendors, and then the whole list stands on one page.
export const PAGE_SIZE = 100
const MAX_WORDS = 8
const TIER_ORDER = `case ?? when 'critical' then 1 when 'high' then 2 when 'medium' then 3 when 'low' then 4 else 5 end`

export async function listVendors(db: Database, actor: Actor, filter: VendorFilter): Promise<VendorPage> {
  const total = await countVendors(db, actor, filter)
  const pages = Math.max(1, Math.ceil(total / PAGE_SIZE))
  const page = Math.min(filter.page, pages)
  const vendors = await ordered(matching(db, actor, filter), filter.sort)
    .limit(PAGE_SIZE)
    .offset((page - 1) * PAGE_SIZE)
  return { vendors, total, page, pages }
}

/** Every one that the filter lets through. */
export async function listAllVendors(db: Database, actor: Actor, filter: VendorFilter): Promise<Vendor[]> {
  return ordered(matching(db, actor, filter), filter.sort)
}

async function countVendors(db: Database, actor: Actor, filter: VendorFilter): Promise<number> {
  const [row] = (await matching(db, actor, filter).count({ count: '*' })) as unknown as { count: number }[]
  return Number(row!.count)
}

function matching(db: Database, actor: Actor, filter: VendorFilter): Query {
  const query = vendorsOf(db, actor) as Query
  if (filter.archived) void query.whereNotNull('archivedAt')
  else void query.whereNull('archivedAt')
  for (const word of searchable(filter.search).split(/\s+/).filter(Boolean).slice(0, MAX_WORDS)) {
    void query.whereRaw(`?? like ? escape '!'`, ['searchText', `%${word.replace(/[!%_]/g, '!$&')}%`])
  }
  if (filter.tier) void query.where({ tier: filter.tier })
  for (const by of ['baa', 'report', 'decision'] as const) keepOnly(query, by, filter[by], actor.today)
  return query
}

function ordered(query: Query, sort: VendorFilter['sort']): Query {
  if (sort === 'next') void query.orderByRaw('?? asc nulls last', ['nextOn'])
  if (sort === 'tier') void query.orderByRaw(TIER_ORDER, ['tier'])
  return query.orderBy(['sortName', 'id'])
}
