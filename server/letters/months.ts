import type { Database } from '../database'
import { instantOf, type PlainDate } from '../dates'
import type { LetterState } from './letter'

/** The letters that were written between two days, as they stand now; withdrawn ones left out. */
export interface MonthOfLetters {
  written: number
  accepted: number
  /** Refused or given up. */
  failed: number
  waiting: number
}

export async function countMonth(
  db: Database,
  practice: { id: string; timeZone: string },
  from: PlainDate,
  until: PlainDate,
): Promise<MonthOfLetters> {
  const rows = (await db('letters')
    .where({ practiceId: practice.id })
    .where('createdAt', '>=', instantOf(from, 0, practice.timeZone))
    .where('createdAt', '<', instantOf(until, 0, practice.timeZone))
    .groupBy('state')
    .select('state')
    .count({ count: '*' })) as unknown as { state: LetterState; count: number }[]
  const count = (...states: LetterState[]) =>
    rows.filter(({ state }) => states.includes(state)).reduce((sum, row) => sum + Number(row.count), 0)
  const [accepted, failed] = [count('sent'), count('refused', 'gaveUp')]
  const waiting = count('planned', 'claimed', 'deferred')
  return { written: accepted + failed + waiting, accepted, failed, waiting }
}
