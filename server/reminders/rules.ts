import type { Person } from '../actor'
import { recordEvent } from '../audit/audit'
import { change, newId, type Database } from '../database'
import type { PlainDate } from '../dates'
import { Conflict } from '../errors'
import type { Vendor } from '../vendors/vendors'
import type { QuietDays } from './calendar'
import { EVENTS, events, type EventKind, type EventRule } from './events'

/** When and whom a practice has reminded. */
export interface Rules {
  /** The hour of the practice's own time zone at which letters go, 0 to 23. */
  hour: number
  quiet: QuietDays
  /** Whether contacts of vendors may be asked without anybody pressing a button, where a vendor's own rules consent to it. */
  asksContacts: boolean
  /** How many days before the end of a BAA its renewal is asked for. */
  askBaaDays: number
  events: Record<EventKind, EventRule>
}

/** What differs for one vendor. */
export interface VendorRules {
  /** Who looks after it. */
  ownerId: string | null
  ask: StandingConsent | null
  events: Partial<Record<EventKind, EventRule>>
}

/** Someone's word that the vendor's contact may be asked in their name. */
export interface StandingConsent {
  contactId: string
  personId: string
  personName: string
  on: PlainDate
}

export interface Saved<T> {
  rules: T
  /** 0 where nothing was saved yet. */
  version: number
  at: string | null
  personName: string | null
}

interface RulesRow {
  id: string
  practiceId: string
  /** `practice`, or the vendor's id. */
  scope: string
  vendorId: string | null
  version: number
  /** JSON */
  rules: string
  personId: string
  personName: string
  at: string
}

const PRACTICE = 'practice'

export const usualRules: Rules = {
  hour: 8,
  quiet: { weekends: true, federalHolidays: true, holidays: [] },
  asksContacts: false,
  askBaaDays: 60,
  events: Object.fromEntries(EVENTS.map((kind) => [kind, events[kind].rule])) as Rules['events'],
}

const noRules: VendorRules = { ownerId: null, ask: null, events: {} }

export async function practiceRules(db: Database, practiceId: string): Promise<Saved<Rules>> {
  const row = await latest(db, practiceId, PRACTICE)
  return saved(row, practiceRulesFrom(row))
}

/** What was saved before an event or a setting came to be has its usual rule. */
function practiceRulesFrom(row: RulesRow | undefined): Rules {
  if (!row) return usualRules
  const own = JSON.parse(row.rules) as Rules
  return { ...usualRules, ...own, events: { ...usualRules.events, ...own.events } }
}

export async function vendorRules(db: Database, vendor: Vendor): Promise<Saved<VendorRules>> {
  const row = await latest(db, vendor.practiceId, vendor.id)
  return saved(row, row ? (JSON.parse(row.rules) as VendorRules) : noRules)
}

/** What differs, by vendor. */
export async function listVendorRules(db: Database, practiceId: string): Promise<Map<string, VendorRules>> {
  const rows = await db<RulesRow>('reminderRules')
    .where({ practiceId })
    .whereNotNull('vendorId')
    .orderBy('version')
    .select('vendorId', 'rules')
  return new Map(rows.map(({ vendorId, rules }) => [vendorId!, JSON.parse(rules) as VendorRules]))
}

/** Every version of a scope, the newest first. */
export async function listVersionsOf(
  db: Database,
  practiceId: string,
  vendorId: string | null,
): Promise<Saved<unknown>[]> {
  const rows = await db<RulesRow>('reminderRules')
    .where({ practiceId, scope: vendorId ?? PRACTICE })
    .orderBy('version', 'desc')
  return rows.map((row) => saved(row, JSON.parse(row.rules)))
}

/** The next version; those before it stay as they are. @param on the version that was looked at */
export async function savePracticeRules(
  db: Database,
  actor: Person,
  rules: Rules,
  on: number,
): Promise<void> {
  await saveVersion(db, actor, null, rules, on)
}

export async function saveVendorRules(
  db: Database,
  actor: Person,
  vendor: Vendor,
  rules: VendorRules,
  on: number,
): Promise<void> {
  await saveVersion(db, actor, vendor, rules, on)
}

async function saveVersion(
  db: Database,
  actor: Person,
  vendor: Vendor | null,
  rules: Rules | VendorRules,
  on: number,
): Promise<void> {
  const { practiceId, personId, name: personName, at } = actor
  const scope = vendor?.id ?? PRACTICE
  await change(db, async (trx) => {
    const before = await latest(trx, practiceId, scope)
    if ((before?.version ?? 0) !== on)
      throw new Conflict('Someone changed these rules meanwhile. Look at them again, then make your change.')
    const version = on + 1
    await trx<RulesRow>('reminderRules').insert({
      id: newId(),
      practiceId,
      scope,
      vendorId: vendor?.id ?? null,
      version,
      rules: JSON.stringify(rules),
      personId,
      personName,
      at,
    })
    const was = before ? (JSON.parse(before.rules) as unknown) : null
    await recordEvent(trx, actor, 'reminderRules.changed', { version, rules, was }, vendor?.id ?? null)
  })
}

function latest(db: Database, practiceId: string, scope: string): Promise<RulesRow | undefined> {
  return db<RulesRow>('reminderRules').where({ practiceId, scope }).orderBy('version', 'desc').first()
}

function saved<T>(row: RulesRow | undefined, rules: T): Saved<T> {
  return { rules, version: row?.version ?? 0, at: row?.at ?? null, personName: row?.personName ?? null }
}
