import { isSqlite, quickRows, type Database } from '../database'
import type { Letter } from '../letters/letters'
import { toldKey, type Line } from './lines'
import type { Told } from './letters'

/** One thing that a person was told, or will be by a letter that waits. */
export interface LineRow {
  /** See lineKey. */
  key: string
  practiceId: string
  letterId: string
  /** See toldKey. */
  told: string
  personId: string
  vendorId: string
  dueOn: string
  at: string
}

export interface Waiting {
  id: string
  kind: string
  uniqueKey: string
  dueOn: string
  keys: Set<string>
}

export interface Book {
  /** Reminders that wait to go, by id. */
  waiting: Map<string, Waiting>
  toldOf: (lines: Line[]) => Promise<Told>
}

const KEYS_AT_ONCE = 500

/** What the practice was told, as far as it is asked, and what waits to be told. */
export async function openBook(db: Database, practiceId: string): Promise<Book> {
  const rows = await db<Letter>('letters')
    .where({ practiceId })
    .whereIn('state', ['planned', 'deferred'])
    .where('kind', 'like', 'reminder.%')
    .select('id', 'kind', 'uniqueKey', 'dueOn')
  const waiting = new Map(rows.map((row) => [row.id, { ...row, keys: new Set<string>() }]))
  const ids = [...waiting.keys()]
  for (let from = 0; from < ids.length; from += KEYS_AT_ONCE) {
    const some = ids.slice(from, from + KEYS_AT_ONCE)
    const lines = await db<LineRow>('reminderLines').whereIn('letterId', some).select('key', 'letterId')
    for (const { key, letterId } of lines) waiting.get(letterId)!.keys.add(key)
  }
  return { waiting, toldOf: (lines) => toldBefore(db, lines, waiting) }
}

/** @param except letters that don't count as gone */
export async function toldBefore(
  db: Database,
  lines: Line[],
  except = new Map<string, unknown>(),
): Promise<Told> {
  const gone = new Set<string>()
  const waits = new Set<string>()
  const anyone = new Set<string>()
  const asked = [...new Set(lines.map(toldKey))]
  for (let from = 0; from < asked.length; from += KEYS_AT_ONCE) {
    const found = await rowsTold(db, asked.slice(from, from + KEYS_AT_ONCE))
    for (const { key, told, letterId } of found) {
      anyone.add(told)
      if (except.has(letterId)) waits.add(key)
      else gone.add(key)
    }
  }
  return {
    hasGone: (key) => gone.has(key),
    isWaiting: (key) => waits.has(key),
    anyone: (key) => anyone.has(key),
  }
}

// The keys go as one value, so that the statement is the same for any number of them.
function rowsTold(db: Database, told: string[]): Promise<Pick<LineRow, 'key' | 'told' | 'letterId'>[]> {
  const keys = isSqlite(db) ? 'select value from json_each(?)' : 'select json_array_elements_text(?::json)'
  const sql = `select "key", "told", "letterId" from "reminderLines" where "told" in (${keys})`
  return quickRows(db, sql, [JSON.stringify(told)])
}
