import type { Actor } from '../actor'
import type { Database } from '../database'
import { NotFound } from '../errors'
import type { Page, Provision } from '../reader/reader'

/** A letter that asks for what an agreement lacks. */
export interface Shortfall {
  id: string
  practiceId: string
  vendorId: string
  /** The paper that was judged. */
  documentId: string
  createdBy: string
  createdAt: string
  /** The letter that this one asks again after. */
  followsId: string | null
  closedAt: string | null
  closedBy: string | null
  closedNote: string | null
}

/** One thing asked for, in the words that went to the vendor, with what the paper said then. */
export interface ShortfallPoint {
  id: string
  practiceId: string
  shortfallId: string
  /** B01 to B26 */
  provision: string
  words: string
  result: Provision['result']
  quote: string | null
  page: Page | null
  /** A person found it settled, whatever the reader says. */
  settledAt: string | null
  settledBy: string | null
  settledNote: string | null
}

export interface FullShortfall extends Shortfall {
  vendorName: string
  documentName: string
  points: ShortfallPoint[]
}

/** @throws NotFound */
export async function findShortfall(db: Database, actor: Actor, id: string): Promise<FullShortfall> {
  const row = await shortfallsOf(db, actor).where({ 'shortfalls.id': id }).first()
  if (!row) throw new NotFound('letter about an agreement')
  return (await withPoints(db, [row]))[0]!
}

/** Newest first. */
export async function listShortfalls(db: Database, actor: Actor, vendorId: string): Promise<FullShortfall[]> {
  const rows = await shortfallsOf(db, actor)
    .where({ 'shortfalls.vendorId': vendorId })
    .orderBy('shortfalls.createdAt', 'desc')
  return withPoints(db, rows)
}

/** Those that nobody has closed, of vendors that aren't archived. Oldest first. */
export async function listOpenShortfalls(db: Database, actor: Actor): Promise<FullShortfall[]> {
  const rows = await shortfallsOf(db, actor)
    .where({ 'shortfalls.closedAt': null, 'vendors.archivedAt': null })
    .orderBy('shortfalls.createdAt')
  return withPoints(db, rows)
}

/** Every query starts here, so that no practice can reach another's. */
function shortfallsOf(db: Database, actor: Pick<Actor, 'practiceId'>) {
  return db('shortfalls')
    .join('vendors', 'vendors.id', 'shortfalls.vendorId')
    .join('documents', 'documents.id', 'shortfalls.documentId')
    .where({ 'shortfalls.practiceId': actor.practiceId })
    .select<(Shortfall & { vendorName: string; documentName: string })[]>(
      'shortfalls.*',
      'vendors.name as vendorName',
      'documents.name as documentName',
    )
}

async function withPoints(
  db: Database,
  rows: (Shortfall & { vendorName: string; documentName: string })[],
): Promise<FullShortfall[]> {
  const ids = rows.map(({ id }) => id)
  const points = await db<ShortfallPoint>('shortfallPoints').whereIn('shortfallId', ids).orderBy('provision')
  return rows.map((row) => ({ ...row, points: points.filter((one) => one.shortfallId === row.id) }))
}
