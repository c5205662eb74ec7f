import type { Services } from './services'

const DAY_MS = 86_400_000
const JOB_DAYS = 30
const SESSION_DAYS = 8

/** Takes away what has served: sessions and cookies of guests that ended, links that were used, jobs long done. Never a record. */
export async function clearSpent({ db, now }: Pick<Services, 'db' | 'now'>): Promise<void> {
  const before = (days: number) => new Date(now().getTime() - days * DAY_MS).toISOString()
  await db('sessions').where('createdAt', '<', before(SESSION_DAYS)).delete()
  await db('guestSessions').where('expiresAt', '<', before(0)).delete()
  await db('accountLinks').where('expiresAt', '<', before(JOB_DAYS)).delete()
  await db('jobs').where('finishedAt', '<', before(JOB_DAYS)).delete()
}
