import type { Person } from '../actor'
import { recordEvent } from '../audit/audit'
import { change, newId, type Database } from '../database'
import { Conflict } from '../errors'
import { isSecret, type Letter, type LetterAttempt } from './letter'
import { findWhole, GROUPS } from './outbox'

export function hasFailed({ state }: Pick<Letter, 'state'>): boolean {
  return (GROUPS.failed as string[]).includes(state)
}

/** Letters that the mail server has put off again and again. */
export interface Standstill {
  letters: number
  /** When the first of them was put off first; UTC ISO text. */
  since: string
  /** What the server said last. */
  answer: string | null
}

const PATIENCE_MS = 3_600_000

/** null while nothing has waited for longer than an hour. */
export async function findStandstill(db: Database, actor: Person): Promise<Standstill | null> {
  const rows = (await db('letters')
    .join('letterAttempts', 'letterAttempts.letterId', 'letters.id')
    .where({ practiceId: actor.practiceId, state: 'deferred' })
    .groupBy('letters.id', 'letters.answer')
    .select('letters.answer')
    .min({ since: 'letterAttempts.at' })) as unknown as { answer: string | null; since: string }[]
  const [first] = rows.sort((a, b) => a.since.localeCompare(b.since))
  if (!first || Date.parse(actor.at) - Date.parse(first.since) < PATIENCE_MS) return null
  return { letters: rows.length, since: first.since, answer: first.answer }
}

/** A secret link is removed once its letter went, so that letter can’t go a second time. */
export function canGoAgain(letter: Pick<Letter, 'state' | 'kind' | 'sentAt'>): boolean {
  return hasFailed(letter) && !(isSecret(letter) && letter.sentAt)
}

/** Whose account it opens is settled by its address. */
export function canGoElsewhere(letter: Pick<Letter, 'kind'>): boolean {
  return !letter.kind.startsWith('account.')
}

/** @param email another address than the one that failed; empty for the same */
export async function sendAgain(db: Database, actor: Person, id: string, email = ''): Promise<void> {
  const letter = await findWhole(db, actor, id)
  if (!canGoAgain(letter))
    throw new Conflict(
      'Only a letter that was refused or given up can be tried again, while its link is still in it.',
    )
  const toEmail = email && canGoElsewhere(letter) ? email : letter.toEmail
  await change(db, async (trx) => {
    const again = { state: 'planned' as const, nextAttemptAt: actor.at, attempts: 0, sentAt: null, toEmail }
    const failed = trx<Letter>('letters').where({ id }).whereIn('state', GROUPS.failed)
    if ((await failed.update({ ...again, setAsideAt: null, setAsideBy: null })) !== 1)
      throw new Conflict('It is on its way again already.')
    const data = { letterId: id, to: toEmail, subject: letter.subject }
    const moved = toEmail === letter.toEmail ? data : { ...data, before: letter.toEmail }
    await recordEvent(trx, actor, 'letter.triedAgain', moved, letter.vendorId)
  })
}

/** The mail server took it, and later it came back to the sender’s mailbox, where only a person can see it. */
export async function noteReturned(db: Database, actor: Person, id: string): Promise<void> {
  const letter = await findWhole(db, actor, id)
  await change(db, async (trx) => {
    const answer = `It came back, says ${actor.name}.`
    const sent = trx<Letter>('letters').where({ id, state: 'sent' })
    if ((await sent.update({ state: 'refused', answer })) !== 1)
      throw new Conflict('Only a letter that the mail server accepted can come back.')
    const attempt = { id: newId(), letterId: id, at: actor.at, outcome: 'refused' as const, detail: answer }
    await trx<LetterAttempt>('letterAttempts').insert({ ...attempt, claimedAt: null })
    const data = { letterId: id, to: letter.toEmail, subject: letter.subject }
    await recordEvent(trx, actor, 'letter.cameBack', data, letter.vendorId)
  })
}

/** Somebody dealt with it by other means: it stays as it is, and Today says no more of it. */
export async function setAside(db: Database, actor: Person, id: string): Promise<void> {
  const letter = await findWhole(db, actor, id)
  await change(db, async (trx) => {
    const failed = trx<Letter>('letters').where({ id, setAsideAt: null }).whereIn('state', GROUPS.failed)
    if ((await failed.update({ setAsideAt: actor.at, setAsideBy: actor.name })) !== 1)
      throw new Conflict('Only a letter that reached nobody can be set aside, once.')
    const data = { letterId: id, to: letter.toEmail, subject: letter.subject }
    await recordEvent(trx, actor, 'letter.setAside', data, letter.vendorId)
  })
}
