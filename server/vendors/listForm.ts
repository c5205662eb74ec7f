import { z } from 'zod'
import { filters } from './filters'
import type { VendorFilter } from './list'
import type { Tier } from './tier'

const text = z.string().optional().catch(undefined)

/** Nothing in an address is a mistake worth a complaint: what isn't known doesn't filter. */
export const listForm: z.ZodType<VendorFilter> = z
  .object({
    q: text,
    baa: text,
    report: text,
    decision: text,
    tier: text,
    archived: text,
    sort: text,
    page: text,
  })
  .transform((query) => ({
    search: (query.q ?? '').slice(0, 200),
    baa: known(query.baa, Object.keys(filters.baa)),
    report: known(query.report, Object.keys(filters.report)),
    decision: known(query.decision, Object.keys(filters.decision)),
    tier: known(query.tier, ['critical', 'high', 'medium', 'low', 'none']) as Tier | '',
    archived: query.archived === 'yes',
    sort: (known(query.sort, ['next', 'tier']) || 'name') as VendorFilter['sort'],
    page: Math.max(1, Math.min(100_000, Math.trunc(Number(query.page)) || 1)),
  }))

function known(value: string | undefined, choices: string[]): string {
  return value !== undefined && choices.includes(value) ? value : ''
}

/** The address of the same list with something changed; always back on its first page, unless a page is asked for. */
export function listAddress(
  filter: VendorFilter,
  change: Partial<VendorFilter> = {},
  path = '/vendors',
): string {
  const { search, baa, report, decision, tier, archived, sort, page } = { ...filter, page: 1, ...change }
  const parts = {
    q: search,
    baa,
    report,
    decision,
    tier,
    archived: archived ? 'yes' : '',
    sort: sort === 'name' ? '' : sort,
  }
  const query = new URLSearchParams(
    Object.entries({ ...parts, page: page > 1 ? String(page) : '' }).filter(([, value]) => value),
  )
  return query.size > 0 ? `${path}?${query.toString()}` : path
}
