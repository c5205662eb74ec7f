import { READING_JOB, readingJob, sweepTemporary, type AfterReading } from './documents/documents'
import { startWorker } from './jobs/jobs'
import { startClock } from './reminders/reminders'
import { reportsAfterReading } from './reports/reports'
import type { Services } from './services'
import { SEAL_JOB, sealJob } from './signing/sealJob'
import { clearSpent } from './spent'

const HOUR_MS = 3_600_000

/** What the other rooms do in the transaction that stores a reading or a correction of it, in this order. */
export const afterReading: AfterReading[] = [reportsAfterReading]

/** Starts what runs beside the pages: the reading of documents and the reminder pass. The answer stops it and waits for it. */
export function startWork(services: Services): () => Promise<void> {
  void sweepTemporary(services.config)
  const stops = [startReading(services), startClock(services), startClearing(services)]
  return async () => void (await Promise.all(stops.map((stop) => stop())))
}

export function startReading(services: Services): () => Promise<void> {
  return startWorker(services, {
    [READING_JOB]: readingJob(services, afterReading),
    [SEAL_JOB]: sealJob(services),
  })
}

function startClearing(services: Services): () => Promise<void> {
  const clear = () =>
    void clearSpent(services).catch((error: unknown) => services.log.error({ err: error }, 'clearing failed'))
  clear()
  const timer = setInterval(clear, HOUR_MS).unref()
  return () => Promise.resolve(clearInterval(timer))
}
