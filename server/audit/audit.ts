import { createHash } from 'node:crypto'
import { personIdOf, type Actor } from '../actor'
import { isSqlite, newId, type Database, type Transaction } from '../database'

export { sentenceOf } from './sentences'

export interface Event {
  id: string
  practiceId: string
  /** Counts from 1 in each practice, without gaps. */
  number: number
  at: string
  actorKind: Actor['kind']
  personId: string | null
  actorName: string
  ip: string | null
  /** `noun.pastTense` */
  kind: string
  vendorId: string | null
  /** JSON */
  data: string
  previousHash: string
  /** SHA-256 over the fields above in this order, as a JSON array. */
  hash: string
}

export interface ChainFault {
  number: number
  fault: string
}

const GENESIS = '0'.repeat(64)
const VERIFY_BATCH = 2000

/** Call inside the transaction that makes the change. */
export async function recordEvent(
  trx: Transaction,
  actor: Actor,
  kind: string,
  data: Record<string, unknown> = {},
  vendorId: string | null = null,
): Promise<void> {
  const last = await lastEvent(trx, actor.practiceId)
  const event = {
    id: newId(),
    practiceId: actor.practiceId,
    number: (last?.number ?? 0) + 1,
    at: actor.at,
    actorKind: actor.kind,
    personId: personIdOf(actor),
    actorName: actor.name,
    ip: actor.ip,
    kind,
    vendorId,
    data: JSON.stringify(data),
    previousHash: last?.hash ?? GENESIS,
  }
  await trx<Event>('events').insert({ ...event, hash: hashOf(event) })
}

/** Newest first. */
export async function listEvents(
  db: Database,
  actor: Actor,
  options: { vendorId?: string; before?: number; limit?: number } = {},
): Promise<Event[]> {
  const query = db<Event>('events').where({ practiceId: actor.practiceId })
  if (options.vendorId) void query.where({ vendorId: options.vendorId })
  if (options.before) void query.where('number', '<', options.before)
  return query.orderBy('number', 'desc').limit(options.limit ?? 50)
}

/** The first event of a practice that was changed, taken out or put in; null when the chain holds. */
export async function findChainFault(db: Database, practiceId: string): Promise<ChainFault | null> {
  let previous = { number: 0, hash: GENESIS }
  for (;;) {
    const events = await db<Event>('events')
      .where({ practiceId })
      .where('number', '>', previous.number)
      .orderBy('number')
      .limit(VERIFY_BATCH)
    for (const event of events) {
      const fault = faultOf(event, previous)
      if (fault) return { number: event.number, fault }
      previous = event
    }
    if (events.length < VERIFY_BATCH) return null
  }
}

function faultOf(event: Event, previous: { number: number; hash: string }): string | null {
  if (event.number !== previous.number + 1) return `event ${previous.number + 1} is missing`
  if (event.previousHash !== previous.hash) return 'it does not follow the event before it'
  return hashOf(event) === event.hash ? null : 'its words were changed'
}

async function lastEvent(trx: Transaction, practiceId: string): Promise<Event | undefined> {
  // Two writers would otherwise take the same number; SQLite has one writer anyway.
  if (!isSqlite(trx)) await trx('practices').where({ id: practiceId }).forUpdate().first('id')
  return trx<Event>('events').where({ practiceId }).orderBy('number', 'desc').first()
}

function hashOf(event: Omit<Event, 'hash'>): string {
  const {
    id,
    practiceId,
    number,
    at,
    actorKind,
    personId,
    actorName,
    ip,
    kind,
    vendorId,
    data,
    previousHash,
  } = event
  const fields = [
    id,
    practiceId,
    number,
    at,
    actorKind,
    personId,
    actorName,
    ip,
    kind,
    vendorId,
    data,
    previousHash,
  ]
  return createHash('sha256').update(JSON.stringify(fields)).digest('hex')
}
