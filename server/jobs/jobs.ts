import { newId, type Database, type Transaction } from '../database'
import { leaseFrom, type Job } from './job'

export { LEASE_SECONDS, LeaseLost, MAX_ATTEMPTS, type Job, type JobState } from './job'
export { claimJob, failJob, finishJob, keepFirstAnswers, keepJob, releaseJob } from './leases'
export { runJob, startWorker, type JobHandler, type JobHandlers, type Running } from './worker'

/** Call inside the transaction that makes the work necessary. Answers with the job's id. */
export async function queueJob(trx: Transaction, kind: string, payload: object, at: string): Promise<string> {
  const id = newId()
  const job = {
    id,
    kind,
    payload: JSON.stringify(payload),
    state: 'waiting' as const,
    runAt: at,
    createdAt: at,
    attempts: 0,
  }
  await trx<Job>('jobs').insert(job)
  return id
}

/** A job that is this worker's from its first moment, because what it needs must not be written down. */
export async function startJob(
  trx: Transaction,
  worker: string,
  kind: string,
  payload: object,
  now: Date,
): Promise<Job> {
  const id = await queueJob(trx, kind, payload, now.toISOString())
  const lease = { state: 'running' as const, lockedBy: worker, leaseUntil: leaseFrom(now), attempts: 1 }
  await trx<Job>('jobs').where({ id }).update(lease)
  return (await trx<Job>('jobs').where({ id }).first())!
}

export async function findJob(db: Database, id: string | null): Promise<Job | undefined> {
  return id ? db<Job>('jobs').where({ id }).first() : undefined
}
