import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'
import SqliteFile from 'better-sqlite3'
import { pino } from 'pino'
import { listPractices, type Practice } from '../server/accounts/accounts'
import { environmentWithFile, readConfig, type Config } from '../server/config'
import { migrate, openDatabase, openSqlite, type Database } from '../server/database'
import { addYears, dateIn, instantOf, isDate, longDay, type PlainDate } from '../server/dates'
import { listComing, type ComingLetter } from '../server/reminders/reminders'
import { DATABASE_FILE } from './copies/manifest'

const MOST_YEARS = 5
const USAGE = `Prints every reminder letter between two days, as things stand now, by the function that plans them.
It works on a copy: nothing is sent, nothing is written.

  scripts/rehearse-reminders --from 2027-01-01 --to 2027-12-31 [--practice "Maple Street Family Medicine"]

Days before today are rehearsed as if nothing had been told yet.
`

void main().catch((error: unknown) => {
  process.stderr.write(`${(error as Error).message}\n`)
  process.exitCode = 1
})

async function main(): Promise<void> {
  process.umask(0o077)
  const { values } = parseArgs({
    options: { from: { type: 'string' }, to: { type: 'string' }, practice: { type: 'string' } },
  })
  const { from = '', to = '', practice } = values
  if (!isDate(from) || !isDate(to) || to < from) throw new Error(USAGE)
  if (to > addYears(from, MOST_YEARS)) throw new Error(`Name at most ${MOST_YEARS} years.`)
  const config = readConfig({ ...environmentWithFile(), LOG_LEVEL: 'warn' })
  await onCopy(config, (db) => rehearse(db, config, from, to, practice))
}

/** A snapshot of one moment: of SQLite a file that goes away again, of PostgreSQL a transaction that can only read. */
async function onCopy(config: Config, work: (db: Database) => Promise<void>): Promise<void> {
  if (config.databaseUrl) {
    const db = openDatabase(config)
    const reading = { isolationLevel: 'repeatable read', readOnly: true } as const
    await db.transaction((trx) => work(trx as unknown as Database), reading).finally(() => db.destroy())
    return
  }
  const place = path.join(config.dataDir, DATABASE_FILE)
  if (!fs.existsSync(place)) throw new Error(`There is no database in ${config.dataDir} yet.`)
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'countersign-rehearsal-'))
  try {
    const copy = path.join(folder, DATABASE_FILE)
    const original = new SqliteFile(place, { readonly: true })
    await original.backup(copy).finally(() => original.close())
    const db = openSqlite(copy)
    await migrate(db)
    await work(db).finally(() => db.destroy())
  } finally {
    fs.rmSync(folder, { recursive: true, force: true })
  }
}

async function rehearse(
  db: Database,
  config: Config,
  from: PlainDate,
  to: PlainDate,
  name: string | undefined,
): Promise<void> {
  const practices = (await listPractices(db)).filter((one) => name === undefined || one.name === name)
  if (practices.length === 0)
    throw new Error(name ? `There is no practice named ${name}.` : 'There is no practice yet.')
  for (const practice of practices) {
    const letters = await lettersBetween(db, config, practice, from, to)
    process.stdout.write(
      `${practice.name}, ${practice.timeZone}: ${counted(letters.length)} from ${from} to ${to}\n`,
    )
    let day = ''
    for (const letter of letters) {
      if (letter.on !== day) process.stdout.write(`\n${letter.on}  ${longDay(letter.on)}\n`)
      day = letter.on
      process.stdout.write(shown(letter))
    }
    process.stdout.write('\n')
  }
}

async function lettersBetween(
  db: Database,
  config: Config,
  practice: Practice,
  from: PlainDate,
  to: PlainDate,
): Promise<ComingLetter[]> {
  const isPast = from < dateIn(practice.timeZone, new Date())
  const now = isPast ? new Date(instantOf(from, 0, practice.timeZone)) : new Date()
  const services = { db, config, now: () => now, log: pino({ level: 'silent' }) }
  const letters = await listComing(services, { practiceId: practice.id }, { to, afresh: isPast })
  return letters.filter(({ on }) => on >= from && on <= to)
}

const KINDS = {
  digest: 'list of the day',
  urgent: 'last day',
  ask: 'request to the vendor',
  month: 'that reminders work',
}

function shown({ kind, toName, toEmail, subject, lines }: ComingLetter): string {
  const each = lines.length > 1 ? lines.map((line) => `      - ${line.subject}\n`).join('') : ''
  return `  to ${toName} <${toEmail}>, ${KINDS[kind]}\n    ${subject}\n${each}`
}

function counted(count: number): string {
  return count === 1 ? '1 letter' : `${count} letters`
}
