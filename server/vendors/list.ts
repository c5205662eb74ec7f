import type { Actor } from '../actor'
import { quickRows, type Database } from '../database'
import { filterBy, type Condition } from './filters'
import type { Tier } from './tier'
import { searchable, type StandingFacts, type Vendor } from './vendor'

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
  vendors: ListedVendor[]
  total: number
  page: number
  pages: number
}

/** As much of a vendor as a list shows: their rows are wide, and a page has a hundred. */
export type ListedVendor = StandingFacts & Pick<Vendor, 'id' | 'name' | 'service' | 'nextOn'>

const LISTED: (keyof ListedVendor)[] = [
  ...(['id', 'name', 'service', 'nextOn', 'businessAssociate', 'category', 'tier'] as const),
  ...(['agreementId', 'baaEffective', 'baaEnds', 'baaReviewBy', 'baaEndedOn', 'baaSigned'] as const),
  ...(['reportId', 'reportType', 'reportEnd', 'reportOpinion', 'reportExceptions', 'bridgedUntil'] as const),
  ...(['decision', 'decidedAt', 'reviewOn', 'openReviewId'] as const),
]

// Most practices have fewer vendors, and then the whole list stands on one page.
export const PAGE_SIZE = 100
const MAX_WORDS = 8
const ORDER: Record<VendorFilter['sort'], string> = {
  name: '"sortName", "id"',
  next: '"nextOn" asc nulls last, "sortName", "id"',
  tier: `case "tier" when 'critical' then 1 when 'high' then 2 when 'medium' then 3 when 'low' then 4 else 5 end, "sortName", "id"`,
}
const SHOWN = LISTED.map((column) => `"${column}"`).join(', ')

export async function listVendors(db: Database, actor: Actor, filter: VendorFilter): Promise<VendorPage> {
  const { sql, bindings } = matching(actor, filter)
  const [counted] = await quickRows<{ count: number }>(db, `select count(*) as "count" ${sql}`, bindings)
  const total = counted!.count
  const pages = Math.max(1, Math.ceil(total / PAGE_SIZE))
  const page = Math.min(filter.page, pages)
  const part = `select ${SHOWN} ${sql} order by ${ORDER[filter.sort]} limit ? offset ?`
  const vendors = await quickRows<ListedVendor>(db, part, [...bindings, PAGE_SIZE, (page - 1) * PAGE_SIZE])
  return { vendors, total, page, pages }
}

/** Every one that the filter lets through. */
export async function listAllVendors(db: Database, actor: Actor, filter: VendorFilter): Promise<Vendor[]> {
  const { sql, bindings } = matching(actor, filter)
  return quickRows<Vendor>(db, `select * ${sql} order by ${ORDER[filter.sort]}`, bindings)
}

/** The practice first, so that none can reach another’s. */
function matching(actor: Actor, filter: VendorFilter): Condition {
  const words = searchable(filter.search).split(/\s+/).filter(Boolean).slice(0, MAX_WORDS)
  const conditions: Condition[] = [
    { sql: '"practiceId" = ?', bindings: [actor.practiceId] },
    { sql: `"archivedAt" is ${filter.archived ? 'not null' : 'null'}`, bindings: [] },
    ...words.map((word) => ({ sql: `"searchText" like ? escape '!'`, bindings: [anywhere(word)] })),
    ...(filter.tier ? [{ sql: '"tier" = ?', bindings: [filter.tier] }] : []),
    ...(['baa', 'report', 'decision'] as const).flatMap((by) => filterBy(by, filter[by], actor.today)),
  ]
  return {
    sql: `from "vendors" where ${conditions.map(({ sql }) => sql).join(' and ')}`,
    bindings: conditions.flatMap(({ bindings }) => bindings),
  }
}

function anywhere(word: string): string {
  return `%${word.replace(/[!%_]/g, '!$&')}%`
}
