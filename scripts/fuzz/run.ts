import { execFileSync } from 'node:child_process'
import { runInCage } from '../../server/reader/cage/cage'
import type { ReadFailure } from '../../server/reader/reading'
import { mutated } from './mutations'
import { randomFrom } from './random'

export interface Run {
  seed: number
  mutation: string
  /** read, one of the codes of a failure, or bug. */
  outcome: string
  seconds: number
  megabytes: number
  complaint: string
}

/** One spoilt paper through the cage; the seed and the name say all that is needed to do it again. */
export async function runMutation(paper: Buffer, mutation: string, seed: number): Promise<Run> {
  const bytes = mutated(paper, mutation, randomFrom(seed))
  const begun = Date.now()
  const answer = await runInCage({ mode: 'read', bytes })
  return {
    seed,
    mutation,
    outcome: outcomeOf(answer),
    seconds: (Date.now() - begun) / 1000,
    megabytes: Math.round(answer.peakInMegabytes),
    complaint: answer.complaint,
  }
}

/** Processes of the reader that this process started and that are still alive. */
export function leftOver(): number {
  const lines = execFileSync('ps', ['-eo', 'ppid=,stat=,args=']).toString().split('\n')
  const own = lines
    .map((line) => line.trim().split(/\s+/))
    .filter(([parent]) => Number(parent) === process.pid)
  return own.filter(([, state, ...args]) => state![0] !== 'Z' && args.join(' ').includes('program.js')).length
}

function outcomeOf({ stopped, code, output }: Awaited<ReturnType<typeof runInCage>>): string {
  if (stopped && code !== 0) return stopped
  if (code !== 0 && code !== 2) return 'bug'
  try {
    const answer = JSON.parse(output.toString()) as ReadFailure
    return code === 2 ? answer.error.code : 'read'
  } catch {
    return 'bug'
  }
}
