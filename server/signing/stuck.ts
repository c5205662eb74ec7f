import type { Person } from '../actor'
import { recordEvent } from '../audit/audit'
import { change, type Database } from '../database'
import { Conflict } from '../errors'
import { queueJob, type Job } from '../jobs/jobs'
import { SEAL_JOB, type SealPayload } from './sealJob'
import { findSigning, listWaitingSignings, type FullSigning } from './signing'

/** Signed by both, and the paper could not be sealed in any attempt. */
export interface Stuck {
  signing: FullSigning
  /** When the last attempt failed; UTC ISO text. */
  at: string
}

export async function stuckSince(db: Database, signing: FullSigning): Promise<string | null> {
  if (signing.state !== 'being sealed') return null
  const job = await db<Job>('jobs')
    .where({ kind: SEAL_JOB, payload: payloadOf(signing) })
    .orderBy('createdAt', 'desc')
    .first('state', 'finishedAt')
  return job?.state === 'failed' ? job.finishedAt : null
}

export async function listStuck(db: Database, actor: Person): Promise<Stuck[]> {
  const stuck: Stuck[] = []
  for (const signing of await listWaitingSignings(db, actor)) {
    const at = await stuckSince(db, signing)
    if (at) stuck.push({ signing, at })
  }
  return stuck
}

/** Nobody has to sign again: the signatures are on record. */
export async function sealAgain(db: Database, actor: Person, signingId: string): Promise<void> {
  const signing = await findSigning(db, actor, signingId)
  await change(db, async (trx) => {
    if (!(await stuckSince(trx, signing)))
      throw new Conflict('Its sealing has not failed, or is tried again already.')
    await queueJob(trx, SEAL_JOB, JSON.parse(payloadOf(signing)) as SealPayload, actor.at)
    await recordEvent(trx, actor, 'signing.sealingRetried', { signingId }, signing.vendorId)
  })
}

function payloadOf({ id: signingId, practiceId }: FullSigning): string {
  const payload: SealPayload = { practiceId, signingId }
  return JSON.stringify(payload)
}
