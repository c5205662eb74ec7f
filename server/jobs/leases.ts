import type { Knex } from 'knex'
import { change, isSqlite, type Database, type Transaction } from '../database'
import { BACK_OFF_SECONDS, furthestFrom, leaseFrom, LeaseLost, MAX_ATTEMPTS, type Job } from './job'

/** The one job that is due longest, now this worker's; those of a crashed worker are due once their lease ran out, or names a time that only a wrong clock wrote. */
export async function claimJob(
  db: Database,
  worker: string,
  kinds: string[],
  now: Date,
): Promise<Job | undefined> {
  if (!(await dueJobs(db, kinds, now).first('id'))) return undefined
  return change(db, async (trx) => {
    const next = dueJobs(trx, kinds, now).orderBy('runAt').limit(1).select('id')
    if (!isSqlite(trx)) void next.forUpdate().skipLocked()
    const [job] = await trx<Job>('jobs')
      .where('id', '=', next)
      .update({
        state: 'running',
        lockedBy: worker,
        leaseUntil: leaseFrom(now),
        attempts: trx.raw('?? + 1', ['attempts']),
      })
      .returning('*')
    return job
  })
}

/** @throws LeaseLost */
export async function keepJob(db: Database, job: Job, now: Date): Promise<void> {
  await stillMine(await mine(db, job).update({ leaseUntil: leaseFrom(now) }))
}

export async function tellProgress(db: Database, job: Job, progress: object): Promise<void> {
  await mine(db, job).update({ progress: JSON.stringify(progress) })
}

/** Answers whether the job is still this worker's; if not, nothing is kept. */
export async function keepFirstAnswers(trx: Transaction, job: Job, answers: object): Promise<boolean> {
  return (await mine(trx, job).update({ firstAnswers: JSON.stringify(answers) })) === 1
}

/** Call inside the transaction that holds the job's effect, so that it happens once. @throws LeaseLost */
export async function finishJob(trx: Transaction, job: Job, at: string): Promise<void> {
  await stillMine(
    await mine(trx, job).update({
      state: 'done',
      finishedAt: at,
      leaseUntil: null,
      error: null,
      firstAnswers: null,
    }),
  )
}

/** Tries again later, or gives up after the last attempt. Answers whether it gave up. */
export async function failJob(trx: Transaction, job: Job, error: string, now: Date): Promise<boolean> {
  const over = job.attempts >= MAX_ATTEMPTS
  const wait = BACK_OFF_SECONDS[Math.min(job.attempts, BACK_OFF_SECONDS.length) - 1]!
  const later = { state: 'waiting' as const, runAt: new Date(now.getTime() + wait * 1000).toISOString() }
  const end = { state: 'failed' as const, finishedAt: now.toISOString() }
  await mine(trx, job).update({
    ...(over ? end : later),
    leaseUntil: null,
    lockedBy: null,
    error: error.slice(0, 500),
  })
  return over
}

/** Hands a job back untouched: the program is stopping. */
export async function releaseJob(db: Database, job: Job): Promise<void> {
  const back = { state: 'waiting' as const, leaseUntil: null, lockedBy: null, attempts: job.attempts - 1 }
  await mine(db, job).update(back)
}

function dueJobs(db: Database | Transaction, kinds: string[], now: Date) {
  const at = now.toISOString()
  const furthest = furthestFrom(now)
  const reached = (column: string) => (query: Knex.QueryBuilder) =>
    void query.where(column, '<=', at).orWhere(column, '>', furthest)
  return db<Job>('jobs')
    .whereIn('kind', kinds)
    .where((due) =>
      due
        .where((fresh) => fresh.where({ state: 'waiting' }).where(reached('runAt')))
        .orWhere((lost) => lost.where({ state: 'running' }).where(reached('leaseUntil'))),
    )
}

/** The attempt counts too: the same worker may have lost the job to itself. */
function mine(db: Database | Transaction, job: Job) {
  const { id, lockedBy, attempts } = job
  return db<Job>('jobs').where({ id, lockedBy, attempts, state: 'running' })
}

async function stillMine(changed: number): Promise<void> {
  if (changed !== 1) throw new LeaseLost('another worker took this job over')
}
