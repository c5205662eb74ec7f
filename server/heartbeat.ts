import type { Database } from './database'
import type { Services } from './services'

const NAME = 'reminders'
const MOST_SILENT_HOURS = 25
const HOUR_MS = 3_600_000
const PING_MS = 5000

/** Shows from outside that passes still happen. */
export async function beat({ db, now }: Pick<Services, 'db' | 'now'>, detail: object): Promise<void> {
  const row = { at: now().toISOString(), detail: JSON.stringify(detail) }
  await db('heartbeats')
    .insert({ name: NAME, ...row })
    .onConflict('name')
    .merge(row)
}

/** Since when no reminder pass ended well, where that is longer than 25 hours ago; null while all is well. */
export function silenceWatch({ db, now }: Pick<Services, 'db' | 'now'>): () => Promise<string | null> {
  let known: string | null = null
  return async () => {
    // Beats only come nearer, so one that is near enough spares the question.
    if (!isFar(known, now())) return null
    known = await lastBeat(db)
    return isFar(known, now()) ? known : null
  }
}

/** The address outside is told that a pass happened, and nothing else. What becomes of it stops nobody. */
export async function tellOutside({ config, log }: Pick<Services, 'config' | 'log'>): Promise<void> {
  if (!config.heartbeatUrl) return
  try {
    const signal = AbortSignal.timeout(PING_MS)
    const answer = await fetch(config.heartbeatUrl, { signal, redirect: 'manual' })
    await answer.body?.cancel()
    if (!answer.ok) log.warn({ status: answer.status }, 'HEARTBEAT_URL did not take the heartbeat')
  } catch (error) {
    // The address may be a secret and stands in some messages, so only the cause's name is kept.
    const { name, cause } = error as Error & { cause?: { code?: string } }
    log.warn({ cause: cause?.code ?? name }, 'HEARTBEAT_URL could not be reached')
  }
}

/** A desk on which no pass ever ended counts from its first practice. */
async function lastBeat(db: Database): Promise<string | null> {
  const row = await db('heartbeats').where({ name: NAME }).first<{ at: string } | undefined>('at')
  const first = row ?? (await db('practices').min<{ at: string | null }[]>('createdAt as at'))[0]
  return first?.at ?? null
}

// A beat from far ahead says that the clock was wrong, not that all is well.
function isFar(at: string | null, now: Date): boolean {
  return at === null || Math.abs(now.getTime() - Date.parse(at)) > MOST_SILENT_HOURS * HOUR_MS
}
