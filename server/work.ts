import { READING_JOB, readingJob, sweepTemporary, type AfterReading } from './documents/documents'
import { startWorker } from './jobs/jobs'
import { startClock } from './reminders/reminders'
import { reportsAfterReading } from './reports/reports'
import type { Services } from './services'

/** What the other rooms do in the transaction that stores a reading or a correction of it, in this order. */
export const afterReading: AfterReading[] = [reportsAfterReading]

/** Starts what runs beside the pages: the reading of documents and the reminder pass. The answer stops it and waits for it. */
export function startWork(services: Services): () => Promise<void> {
  void sweepTemporary(services.config)
  const stops = [startReading(services), startClock(services)]
  return async () => void (await Promise.all(stops.map((stop) => stop())))
}

export function startReading(services: Services): () => Promise<void> {
  return startWorker(services, { [READING_JOB]: readingJob(services, afterReading) })
}
