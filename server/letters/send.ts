import type { Knex } from 'knex'
import { recordEvent } from '../audit/audit'
import { change, isSqlite, newId, type Database, type Transaction } from '../database'
import type { Services } from '../services'
import { isSecret, type Letter, type LetterAttempt } from './letter'
import { openMailer, type Answer } from './mailer'
import { programFor } from './program'
import { withoutLink } from './words'

export interface Sent {
  sent: number
  /** To be tried again later. */
  deferred: number
  /** Refused or given up. */
  failed: number
}

type Outcome = Exclude<LetterAttempt['outcome'], 'lost'>

// Longer than a letter can take by the mailer's own limits, so that a lease ends only when its process did.
const LEASE_MS = 30 * 60_000
const BACK_OFF_MINUTES = [1, 5, 30]
const GIVE_UP_MS = 5 * 24 * 3_600_000
const AT_MOST = 2000
const LOST =
  'The program ended before the answer of the mail server was written down. The letter may have gone; it goes again under the same Message-ID, so that mail programs show it once.'
// No letter waits so long by itself: the clock was ahead when that was written.
const MOST_AHEAD_MS = 26 * 3_600_000

/** Sends what is due, one after the other. Several processes may do so at once: each letter is claimed before it goes. */
export async function sendDueLetters(services: Services, stopping?: AbortSignal): Promise<Sent> {
  const counts: Sent = { sent: 0, deferred: 0, failed: 0 }
  if (!services.config.smtpUrl) return counts
  const mailer = openMailer(services.config)
  const me = newId()
  try {
    for (let n = 0; n < AT_MOST && !stopping?.aborted; n++) {
      const letter = await claimLetter(services, me)
      if (!letter) break
      const answer = await mailer.send(letter)
      const outcome = await settle(services, letter, answer, me)
      counts[outcome === 'sent' ? 'sent' : outcome === 'deferred' ? 'deferred' : 'failed'] += 1
      if (answer.outcome === 'noServer') break
    }
  } finally {
    mailer.close()
  }
  return counts
}

/** Within one writer’s transaction or behind a lock on the row, so that of two processes one gets the letter; a claim whose lease ran out is anyone's again. */
async function claimLetter({ db, now }: Services, me: string): Promise<Letter | undefined> {
  const at = now()
  const leaseUntil = new Date(at.getTime() + LEASE_MS).toISOString()
  return change(db, async (trx) => {
    const due = dueLetters(trx, at).orderBy('nextAttemptAt').select('id', 'state', 'claimedAt')
    if (!isSqlite(db)) void due.forUpdate().skipLocked()
    const next = await due.first<{ id: string; state: string; claimedAt: string | null } | undefined>()
    if (!next) return undefined
    if (next.state === 'claimed') await noteLost(trx, next, at.toISOString())
    const claim = { state: 'claimed' as const, claimedBy: me, leaseUntil, claimedAt: at.toISOString() }
    const [letter] = await trx<Letter>('letters')
      .where({ id: next.id })
      .update({ ...claim, attempts: trx.raw('?? + 1', ['attempts']) })
      .returning('*')
    return letter as Letter
  })
}

function dueLetters(db: Database, now: Date) {
  const at = now.toISOString()
  const farAhead = new Date(now.getTime() + MOST_AHEAD_MS).toISOString()
  const reached = (column: string) => (query: Knex.QueryBuilder) =>
    void query.where(column, '<=', at).orWhere(column, '>', farAhead)
  return db<Letter>('letters').where((either) => {
    void either
      .where((fresh) => void fresh.whereIn('state', ['planned', 'deferred']).where(reached('nextAttemptAt')))
      .orWhere((lost) => void lost.where({ state: 'claimed' }).where(reached('leaseUntil')))
  })
}

async function noteLost(
  trx: Transaction,
  { id: letterId, claimedAt }: { id: string; claimedAt: string | null },
  at: string,
): Promise<void> {
  const lost = { id: newId(), letterId, at, outcome: 'lost' as const, detail: LOST, claimedAt }
  await trx<LetterAttempt>('letterAttempts').insert(lost)
}

async function settle(services: Services, letter: Letter, answer: Answer, me: string): Promise<Outcome> {
  const now = services.now()
  return change(services.db, async (trx) => {
    const outcome = await outcomeOf(trx, letter, answer, now)
    const attempt = {
      id: newId(),
      letterId: letter.id,
      at: now.toISOString(),
      outcome,
      detail: answer.detail,
      claimedAt: letter.claimedAt,
    }
    await trx<LetterAttempt>('letterAttempts').insert(attempt)
    const mine = { id: letter.id, claimedBy: me }
    await trx<Letter>('letters')
      .where(mine)
      .update(after(letter, outcome, answer.detail, now))
    if (outcome !== 'deferred') await recordOutcome(trx, letter, outcome, now)
    return outcome
  })
}

async function outcomeOf(trx: Transaction, letter: Letter, answer: Answer, now: Date): Promise<Outcome> {
  if (answer.outcome === 'sent' || answer.outcome === 'refused') return answer.outcome
  const earlier = await trx<LetterAttempt>('letterAttempts').where({ letterId: letter.id }).orderBy('at')
  const ended = earlier.findLastIndex(({ outcome }) => !['deferred', 'lost'].includes(outcome))
  const first = earlier[ended + 1]
  return first && now.getTime() - Date.parse(first.at) >= GIVE_UP_MS ? 'gaveUp' : 'deferred'
}

function after(letter: Letter, outcome: Outcome, answer: string, now: Date): Partial<Letter> {
  const free = { state: outcome, answer, claimedBy: null, leaseUntil: null, claimedAt: null }
  if (outcome === 'deferred') return { ...free, nextAttemptAt: nextAttempt(letter.attempts, now) }
  const secret = isSecret(letter) && outcome === 'sent'
  const words = secret ? withoutLink({ html: letter.html, text: letter.text }) : {}
  return { ...free, ...words, nextAttemptAt: null, sentAt: outcome === 'sent' ? now.toISOString() : null }
}

function nextAttempt(attempts: number, now: Date): string {
  const minutes = BACK_OFF_MINUTES[Math.min(attempts, BACK_OFF_MINUTES.length) - 1] ?? BACK_OFF_MINUTES[0]!
  return new Date(now.getTime() + minutes * 60_000).toISOString()
}

async function recordOutcome(trx: Transaction, letter: Letter, outcome: string, now: Date): Promise<void> {
  const practice = await trx('practices')
    .where({ id: letter.practiceId })
    .first<{ id: string; timeZone: string }>('*')
  const data = { letterId: letter.id, kind: letter.kind, to: letter.toEmail, subject: letter.subject }
  await recordEvent(trx, programFor(practice, 'Post', now), `letter.${outcome}`, data, letter.vendorId)
}
