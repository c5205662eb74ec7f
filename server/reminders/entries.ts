import { createHash } from 'node:crypto'
import type { Practice } from '../accounts/accounts'
import { change, type Database, type Transaction } from '../database'
import { addDays, dateIn, type PlainDate } from '../dates'
import type { Services } from '../services'
import type { EventKind } from './events'
import { mattersToday } from './facts'
import { hasFeed } from './feeds'
import type { CalendarDay } from './ics'
import { duePath } from './digest'
import type { Matter } from './matters'

/** What calendars were told of a date. */
export interface EntryRow {
  uid: string
  practiceId: string
  vendorId: string
  kind: EventKind
  about: string
  title: string
  date: PlainDate
  sequence: number
  at: string
  /** It doesn't hold any more. */
  removedAt: string | null
}

const AHEAD_DAYS = 400
const AT_ONCE = 200

/** Vendor and event alone: calendars lie on other people’s machines, so nothing that somebody typed as a note goes there. */
const TITLES: Partial<Record<EventKind, string>> = {
  baaNotice: 'last day to give notice on the BAA',
  baaEnds: 'the BAA ends',
  baaRenews: 'the BAA renews by itself',
  baaReview: 'the BAA is to be looked over',
  reportAgeing: 'time to ask for the next SOC 2 report',
  reportStale: 'the SOC 2 report goes stale',
  bridgeEnds: 'the bridge letter runs out',
  reviewDue: 'the next review is due',
  conditionDue: 'something promised is due',
  inviteExpires: 'your request runs out',
}

/** Brings what calendars are told up to date, in practices where somebody has a calendar. */
export async function noteCalendar({ db, now }: Services, practice: Practice): Promise<void> {
  if (!(await hasFeed(db, practice.id))) return
  const at = now().toISOString()
  const today = dateIn(practice.timeZone, at)
  const seen = new Set<string>()
  for await (const matters of mattersToday(db, practice, now(), () => AHEAD_DAYS)) {
    const near = matters.filter(({ base }) => base >= today && base <= addDays(today, AHEAD_DAYS))
    for (const uid of (await noteEntries(db, practice.id, near, at)).keys()) seen.add(uid)
    await breathe()
  }
  const standing = await db<EntryRow>('calendarEntries')
    .where({ practiceId: practice.id, removedAt: null })
    .where('date', '>=', today)
    .select('uid')
  const gone = standing.map(({ uid }) => uid).filter((uid) => !seen.has(uid))
  for (let from = 0; from < gone.length; from += AT_ONCE)
    await db<EntryRow>('calendarEntries')
      .whereIn('uid', gone.slice(from, from + AT_ONCE))
      .update({ removedAt: at })
}

/** The entries of the matters that have a day of their own, by uid; one whose day or words changed counts one further. */
export async function noteEntries(
  db: Database,
  practiceId: string,
  matters: Matter[],
  at: string,
): Promise<Map<string, EntryRow>> {
  const wanted = new Map(
    matters.filter(({ kind }) => TITLES[kind]).map((matter) => [uidOf(practiceId, matter), matter]),
  )
  const entries = new Map<string, EntryRow>()
  const uids = [...wanted.keys()]
  for (let from = 0; from < uids.length; from += AT_ONCE) {
    const some = uids.slice(from, from + AT_ONCE)
    const known = new Map((await rowsOf(db, some)).map((row) => [row.uid, row]))
    const rows = some.map((uid) => entryOf(practiceId, uid, wanted.get(uid)!, known.get(uid), at))
    const changed = rows.filter((row) => known.get(row.uid) !== row)
    if (changed.length > 0) await change(db, (trx) => keep(trx, changed, known))
    for (const row of rows) entries.set(row.uid, row)
  }
  return entries
}

export function uidOf(practiceId: string, { kind, vendorId, about }: Matter): string {
  const name = createHash('sha256').update(`${practiceId} ${kind} ${vendorId} ${about}`).digest('hex')
  return `${name.slice(0, 32)}@countersign`
}

/** @param entry with the date that it is about, where it stands on another */
export function dayOf(entry: EntryRow & { base?: PlainDate }, baseUrl: string): CalendarDay {
  const { uid, title, date, sequence, at, base = date } = entry
  return { uid, title, date, sequence, at, url: baseUrl + duePath({ ...entry, base }) }
}

function rowsOf(db: Database, uids: string[]): Promise<EntryRow[]> {
  return db<EntryRow>('calendarEntries').whereIn('uid', uids)
}

function entryOf(
  practiceId: string,
  uid: string,
  { kind, vendorId, vendorName, about, base }: Matter,
  known: EntryRow | undefined,
  at: string,
): EntryRow {
  const title = `${vendorName}: ${TITLES[kind]}`
  if (known?.date === base && known.title === title && known.removedAt === null) return known
  const sequence = known ? known.sequence + 1 : 0
  return { uid, practiceId, vendorId, kind, about, title, date: base, sequence, at, removedAt: null }
}

// Of two passes at once the second finds the number moved on, and leaves it.
async function keep(trx: Transaction, rows: EntryRow[], known: Map<string, EntryRow>): Promise<void> {
  const fresh = rows.filter(({ uid }) => !known.has(uid))
  for (let from = 0; from < fresh.length; from += 50)
    await trx<EntryRow>('calendarEntries')
      .insert(fresh.slice(from, from + 50))
      .onConflict('uid')
      .ignore()
  for (const row of rows.filter(({ uid }) => known.has(uid)))
    await trx<EntryRow>('calendarEntries')
      .where({ uid: row.uid, sequence: known.get(row.uid)!.sequence })
      .update(row)
}

function breathe(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve))
}
