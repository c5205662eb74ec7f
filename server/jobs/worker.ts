import { change, newId, type Transaction } from '../database'
import type { Services } from '../services'
import { LEASE_SECONDS, LeaseLost, MAX_ATTEMPTS, type Job } from './job'
import { claimJob, failJob, keepJob, releaseJob, tellProgress } from './leases'

export interface Running {
  /** Ends when the program stops or the job was lost to another worker. */
  signal: AbortSignal
  /** Shown to whoever waits; kept at most twice a second. */
  tell(progress: object): void
}

export interface JobHandler {
  /** Ends the job itself: `finishJob` in the transaction that holds its effect. */
  run(job: Job, running: Running): Promise<void>
  /** Called in the transaction that gives the job up after its last attempt. */
  giveUp?(trx: Transaction, job: Job): Promise<void>
}

export type JobHandlers = Record<string, JobHandler>

const POLL_MS = 300
const TELL_EVERY_MS = 500
const AT_ONCE = 2
const DRAIN_MS = 4000

/** Claims and runs jobs until the answer is called; that waits a little for what runs and hands the rest back. */
export function startWorker(services: Services, handlers: JobHandlers): () => Promise<void> {
  const worker = newId()
  const stopping = new AbortController()
  const lanes = Array.from({ length: AT_ONCE }, () => lane(services, handlers, worker, stopping.signal))
  return async () => {
    stopping.abort()
    await Promise.all(lanes)
  }
}

/** One job after the other; two lanes, so that a slow document doesn't keep the others waiting. */
async function lane(
  services: Services,
  handlers: JobHandlers,
  worker: string,
  stopping: AbortSignal,
): Promise<void> {
  while (!stopping.aborted) {
    const job = await nextJob(services, handlers, worker)
    if (job) await runJob(services, handlers[job.kind]!, job, stopping)
    else await rest(POLL_MS, stopping)
  }
}

async function nextJob(
  { db, log, now }: Services,
  handlers: JobHandlers,
  worker: string,
): Promise<Job | undefined> {
  try {
    return await claimJob(db, worker, Object.keys(handlers), now())
  } catch (error) {
    log.error({ err: error }, 'no job could be claimed')
    return undefined
  }
}

export async function runJob(
  services: Services,
  handler: JobHandler,
  job: Job,
  stopping?: AbortSignal,
): Promise<void> {
  const { db, now } = services
  const ended = new AbortController()
  const drain = afterDraining(stopping, () => ended.abort(new Error('stopping')))
  const lease = setInterval(
    () => {
      keepJob(db, job, now()).catch((error: unknown) => error instanceof LeaseLost && ended.abort(error))
    },
    (LEASE_SECONDS * 1000) / 3,
  )
  try {
    // A job that ends the whole process each time would otherwise be tried for ever.
    if (job.attempts > MAX_ATTEMPTS) throw new Error('the program ended during each attempt')
    await handler.run(job, { signal: ended.signal, tell: teller(services, job) })
  } catch (error) {
    if (stopping?.aborted && ended.signal.aborted) await releaseJob(db, job).catch(() => undefined)
    else if (!(error instanceof LeaseLost)) await failed(services, handler, job, error)
  } finally {
    clearInterval(lease)
    drain()
  }
}

async function failed(
  { db, log, now }: Services,
  handler: JobHandler,
  job: Job,
  error: unknown,
): Promise<void> {
  log.error({ err: error, job: job.id, kind: job.kind, attempt: job.attempts }, 'job failed')
  const reason = error instanceof Error ? error.message : String(error)
  const written = change(db, async (trx) => {
    if (await failJob(trx, job, reason, now())) await handler.giveUp?.(trx, job)
  })
  await written.catch((second: unknown) =>
    log.error({ err: second, job: job.id }, 'the failure could not be written down'),
  )
}

function teller({ db }: Services, job: Job): (progress: object) => void {
  let last = 0
  return (progress) => {
    if (Date.now() - last < TELL_EVERY_MS) return
    last = Date.now()
    void tellProgress(db, job, progress).catch(() => undefined)
  }
}

function afterDraining(stopping: AbortSignal | undefined, end: () => void): () => void {
  let timer: NodeJS.Timeout | undefined
  const begin = () => (timer = setTimeout(end, DRAIN_MS))
  if (stopping?.aborted) begin()
  stopping?.addEventListener('abort', begin, { once: true })
  return () => {
    clearTimeout(timer)
    stopping?.removeEventListener('abort', begin)
  }
}

function rest(milliseconds: number, stopping: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const wake = () => {
      clearTimeout(timer)
      stopping.removeEventListener('abort', wake)
      resolve()
    }
    const timer = setTimeout(wake, milliseconds)
    stopping.addEventListener('abort', wake, { once: true })
  })
}
