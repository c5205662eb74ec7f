import { spawn } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { projectRoot } from '../../server/projectRoot'

export const SECONDS = 6

export interface Load {
  perSecond: number
  /** Of this process, which serves both; says the same as the throughput where nothing else wants the machine. */
  cpuPerPage: number
  p99: number
}

// The load comes from a process of its own, so that it doesn't share the event loop that it measures.
export async function load(address: string, cookie: string, connections = 8): Promise<Load> {
  const program = path.join(projectRoot, 'node_modules/autocannon/autocannon.js')
  const headers = cookie ? ['-H', `cookie=${cookie}`] : []
  const child = spawn(
    process.execPath,
    [program, '-c', String(connections), '-d', String(SECONDS), '-j', ...headers, address],
    { stdio: ['ignore', 'pipe', 'ignore'] },
  )
  const begun = process.cpuUsage()
  const chunks: Buffer[] = []
  child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk))
  await new Promise((resolve) => child.once('close', resolve))
  const result = JSON.parse(Buffer.concat(chunks).toString()) as {
    requests: { average: number; total: number }
    latency: { p99: number }
    non2xx: number
  }
  if (result.non2xx > 0) throw new Error(`${result.non2xx} answers of ${address} were no pages`)
  const { user, system } = process.cpuUsage(begun)
  const { average, total } = result.requests
  return { perSecond: average, cpuPerPage: (user + system) / total, p99: result.latency.p99 }
}

export function say(what: string, value: string, goal: string, met: boolean): void {
  process.stdout.write(`${met ? 'ok  ' : 'MISS'} ${what}: ${value} (${goal})\n`)
}

export function median(values: number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]!
}

export function temporary(): string {
  return fs.mkdtempSync(path.join(os.tmpdir(), 'countersign-bench-'))
}

export function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds))
}
