import fs from 'node:fs'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { createApp } from '../../server/app'
import { isSqlite, type Database } from '../../server/database'
import { remindersPass } from '../../server/reminders/reminders'
import type { Services } from '../../server/services'
import { listening, practices, signIn } from './desk'
import { load, say, temporary } from './measuring'

const WATCHED_MS = 50
const ROUNDS = 3

/** What any pass has to look at, of every agreement: read by one select, row by row, and kept nowhere. */
const SCAN = `select "id", "practiceId", "vendorId", "version", "effective", "ends", "reviewBy", "renewalMonths", "noticeDays",
  "endedOn", "coveredEntitySignedOn", "businessAssociateSignedOn" from "agreements"`

interface Cost {
  wall: number
  cpu: number
}

/**
 * The whole pass, as the program runs it each hour: the first one, with everything to plan, and those after it. BENCH_DATABASE_URL names
 * an empty PostgreSQL to do it on.
 */
export async function benchReminders(count: number, practiceCount: number): Promise<void> {
  const folder = temporary()
  const begun = Date.now()
  const url = process.env.BENCH_DATABASE_URL
  const { db, services, first } = await practices(folder, practiceCount, count, {
    ...(url ? { DATABASE_URL: url } : {}),
  })
  await settle(db)
  note(
    `${count.toLocaleString('en-US')} agreements of ${practiceCount.toLocaleString('en-US')} practices, filled in`,
    begun,
  )
  const scans = [await costOf(() => scan(db)), await costOf(() => scan(db)), await costOf(() => scan(db))]
  const scanned = least(scans)
  process.stdout.write(`     one scan of them: ${shown(scanned)}\n`)
  const memory = watchMemory()
  sayPass('first pass, everything to plan', await costOf(() => remindersPass(services)), scanned, false)
  const later: Cost[] = []
  for (let round = 0; round < ROUNDS; round++) later.push(await costOf(() => remindersPass(services)))
  sayPass('pass of any other hour', least(later), scanned, true)
  process.stdout.write(`     memory above what the process had before: ${memory()} MB\n`)
  await meanwhile(services, first)
  await db.destroy()
  fs.rmSync(folder, { recursive: true, force: true })
}

function sayPass(what: string, pass: Cost, scanned: Cost, isGoal: boolean): void {
  const ratio = pass.cpu / scanned.cpu
  const value = `${ratio.toFixed(1)}× its CPU time, ${(pass.wall / scanned.wall).toFixed(1)}× its time (${shown(pass)})`
  say(`${what}, against one scan`, value, isGoal ? 'goal ≤ 3×' : 'no goal', !isGoal || ratio <= 3)
}

/** The pass and the pages share one process, as in the program. */
async function meanwhile(services: Services, first: Parameters<typeof signIn>[1]): Promise<void> {
  const desk = await listening(createApp(services))
  const cookie = await signIn(desk.address, first)
  const delay = monitorEventLoopDelay({ resolution: 1 })
  delay.enable()
  const calm = await load(`${desk.address}/letters`, cookie, 2)
  const usual = delay.percentile(99) / 1e6
  delay.reset()
  let passes = 0
  const ending = { isOver: false }
  const running = (async () => {
    for (; !ending.isOver; passes++) await remindersPass(services)
  })()
  const busy = await load(`${desk.address}/letters`, cookie, 2)
  ending.isOver = true
  await running
  delay.disable()
  const p99 = delay.percentile(99) / 1e6
  say(
    'event-loop delay while passes run and pages are answered, p99',
    `${p99.toFixed(0)} ms`,
    'goal ≤ 100 ms',
    p99 <= 100,
  )
  process.stdout.write(
    `     ${usual.toFixed(0)} ms without passes; p99 of a page ${busy.p99} ms meanwhile, ${calm.p99} ms without; ${passes} passes\n`,
  )
  desk.close()
}

async function scan(db: Database): Promise<void> {
  let seen = 0
  for await (const row of rowsOf(db)) seen += row ? 1 : 0
  if (seen === 0) throw new Error('there was nothing to scan')
}

async function* rowsOf(db: Database): AsyncGenerator<unknown> {
  if (!isSqlite(db)) return yield* db.raw(SCAN).stream()
  const client = db.client as {
    acquireConnection(): Promise<SqliteConnection>
    releaseConnection(one: unknown): void
  }
  const connection = await client.acquireConnection()
  yield* connection.prepare(SCAN).iterate()
  client.releaseConnection(connection)
}

interface SqliteConnection {
  prepare(sql: string): { iterate(): Iterable<unknown> }
}

// As both databases do by themselves in the course of a day.
async function settle(db: Database): Promise<void> {
  await db.raw(isSqlite(db) ? 'pragma wal_checkpoint(truncate)' : 'vacuum analyze')
}

async function costOf(work: () => Promise<unknown>): Promise<Cost> {
  const [started, cpu] = [Date.now(), process.cpuUsage()]
  await work()
  const { user, system } = process.cpuUsage(cpu)
  return { wall: Date.now() - started, cpu: (user + system) / 1000 }
}

function least(costs: Cost[]): Cost {
  return costs.reduce((best, one) => (one.cpu < best.cpu ? one : best))
}

function shown({ wall, cpu }: Cost): string {
  return `${Math.round(wall)} ms, ${Math.round(cpu)} ms of CPU`
}

function note(what: string, since: number): void {
  process.stdout.write(`     ${what}: ${((Date.now() - since) / 1000).toFixed(1)} s\n`)
}

/** Answers with the most that was used above what was at the start, in megabytes. */
function watchMemory(): () => number {
  const before = process.memoryUsage.rss()
  let most = before
  const timer = setInterval(() => (most = Math.max(most, process.memoryUsage.rss())), WATCHED_MS)
  return () => {
    clearInterval(timer)
    return Math.round((most - before) / 1024 / 1024)
  }
}
