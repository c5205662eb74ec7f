import type { Database } from '../database'
import { findJob } from '../jobs/jobs'
import type { Reading } from '../reader/reader'
import type { Document } from './document'

/** What the pages of a long scan say that are read so far. It counts nowhere, and is null once there is a whole reading. */
export async function firstReading(db: Database, document: Document): Promise<Reading | null> {
  if (document.readingId) return null
  const job = await findJob(db, document.jobId)
  return job?.firstAnswers ? (JSON.parse(job.firstAnswers) as Reading) : null
}
