export type JobState = 'waiting' | 'running' | 'done' | 'failed'

export interface Job {
  id: string
  kind: string
  /** JSON; never holds a secret. */
  payload: string
  state: JobState
  runAt: string
  createdAt: string
  leaseUntil: string | null
  lockedBy: string | null
  attempts: number
  /** Why the last attempt failed. */
  error: string | null
  finishedAt: string | null
  /** JSON, told by the running job. */
  progress: string | null
  /** JSON, what a running job can say already; gone once it is done. */
  firstAnswers: string | null
}

/** Another process took the job over meanwhile: what this one did must not count. */
export class LeaseLost extends Error {}

export const LEASE_SECONDS = 60
export const MAX_ATTEMPTS = 5
export const BACK_OFF_SECONDS = [5, 30, 120, 600]

// No lease and no wait is so long: the clock was ahead when that was written.
const MOST_AHEAD_MS = 3_600_000

/** The latest instant that a lease or a wait can name by itself. */
export function furthestFrom(now: Date): string {
  return new Date(now.getTime() + MOST_AHEAD_MS).toISOString()
}

export function leaseFrom(now: Date): string {
  return new Date(now.getTime() + LEASE_SECONDS * 1000).toISOString()
}
