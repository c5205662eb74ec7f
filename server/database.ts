import { randomBytes } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import knex, { type Knex } from 'knex'
import pg from 'pg'
import { Busy } from './errors'

export type Database = Knex
export type Transaction = Knex.Transaction

const BUSY_MS = 200
const RETRIES = 12
const KEPT_STATEMENTS = 300
const KEPT_LENGTH = 4000
const MIGRATIONS = path.join(path.dirname(__dirname), 'migrations')

/* eslint-disable @typescript-eslint/no-require-imports, @typescript-eslint/no-unsafe-assignment, @typescript-eslint/no-unsafe-member-access, @typescript-eslint/no-unsafe-call, @typescript-eslint/no-unsafe-return, @typescript-eslint/no-explicit-any */
const SqliteClient: any = require('knex/lib/dialects/better-sqlite3')

/** A deferred transaction that reads and then writes fails at once when another process wrote between; so all begin as writers. */
class ImmediateSqlite extends SqliteClient {
  _query(connection: unknown, query: { sql: string }) {
    if (query.sql === 'BEGIN;') query.sql = 'BEGIN IMMEDIATE;'
    return super._query(connection, query)
  }
}
/* eslint-enable */

// counts come as strings, dates as Date objects otherwise
pg.types.setTypeParser(20, Number)
pg.types.setTypeParser(1082, (text) => text)

export function openDatabase(where: { databaseUrl: string | null; dataDir: string }): Database {
  return where.databaseUrl
    ? openPostgres(where.databaseUrl)
    : openSqlite(path.join(where.dataDir, 'countersign.db'))
}

export function openPostgres(connection: string): Database {
  return knex({ client: 'pg', connection, pool: { min: 0, max: 8 }, migrations: { migrationSource } })
}

/** @param file a path, or `:memory:` */
export function openSqlite(file: string): Database {
  if (file !== ':memory:') fs.mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 })
  return knex({
    client: ImmediateSqlite as unknown as typeof Knex.Client,
    connection: { filename: file },
    useNullAsDefault: true,
    acquireConnectionTimeout: 15000,
    pool: { min: 1, max: 1, afterCreate: settle },
    migrations: { migrationSource },
  })
}

interface Connection {
  pragma(text: string): unknown
  prepare(sql: string): Statement
}

function settle(connection: Connection, done: (error: Error | null) => void): void {
  connection.prepare = remembering(connection.prepare.bind(connection))
  connection.pragma('journal_mode = WAL')
  // WAL alone would leave it at NORMAL, and a power cut would lose what was acknowledged.
  connection.pragma('synchronous = FULL')
  connection.pragma('foreign_keys = ON')
  connection.pragma(`busy_timeout = ${BUSY_MS}`)
  done(null)
}

// Preparing costs more than most queries; knex prepares each time anew.
function remembering(prepare: Connection['prepare']): Connection['prepare'] {
  const kept = new Map<string, Statement>()
  return (sql) => {
    const known = kept.get(sql)
    if (known) return known
    const statement = prepare(sql)
    if (kept.size >= KEPT_STATEMENTS) kept.delete(kept.keys().next().value!)
    if (sql.length < KEPT_LENGTH) kept.set(sql, statement)
    return statement
  }
}

/**
 * The rows of a query that is asked all the time: as it is written, with `?` for what is bound and quoted names, without what
 * building it anew would cost.
 */
export async function quickRows<T>(db: Database, sql: string, bindings: readonly unknown[]): Promise<T[]> {
  if (!isSqlite(db)) return ((await db.raw(sql, bindings as Knex.RawBinding[])) as { rows: T[] }).rows
  const client = db.client as Pool
  const connection = await client.acquireConnection()
  try {
    return rowsOf<T>(connection.prepare(sql), bindings)
  } finally {
    client.releaseConnection(connection)
  }
}

interface Pool {
  acquireConnection(): Promise<Connection>
  releaseConnection(connection: Connection): void
}

interface Statement {
  raw(on: boolean): { all(bindings: readonly unknown[]): unknown[][] }
  columns(): { name: string }[]
}

const makers = new WeakMap<Statement, (values: unknown[]) => unknown>()

// Objects made by the driver itself cost twice as much. The statement is knex's too, so it is left as it was.
function rowsOf<T>(statement: Statement, bindings: readonly unknown[]): T[] {
  const make = makers.get(statement) ?? makerOf(statement)
  try {
    return statement.raw(true).all(bindings).map(make) as T[]
  } finally {
    statement.raw(false)
  }
}

// Names that stand in the source give all rows one shape; filling in names that come in a loop takes five times as long.
function makerOf(statement: Statement): (values: unknown[]) => unknown {
  const members = statement.columns().map(({ name }, at) => `${JSON.stringify(name)}: values[${at}]`)
  // eslint-disable-next-line @typescript-eslint/no-implied-eval -- the names are those of our own queries
  const make = new Function('values', `return { ${members.join(', ')} }`) as (values: unknown[]) => unknown
  makers.set(statement, make)
  return make
}

export function isSqlite(db: Database): boolean {
  return (db.client as { config: { client: unknown } }).config.client !== 'pg'
}

/**
 * One change with its events: all of it or nothing. Inside use `trx` alone; SQLite has one connection and `db` would wait for itself.
 * @throws Busy when another process holds the database for longer than some seconds.
 */
export async function change<T>(db: Database, work: (trx: Transaction) => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await db.transaction(work)
    } catch (error) {
      if (!isBusy(error)) throw error
      if (attempt === RETRIES) throw new Busy()
      await new Promise((resolve) => setTimeout(resolve, 10 + Math.random() * 40 * attempt))
    }
  }
}

function isBusy(error: unknown): boolean {
  const code = String((error as { code?: unknown } | null)?.code)
  return code.startsWith('SQLITE_BUSY') || code === '40001' || code === '40P01'
}

export async function migrate(db: Database): Promise<void> {
  await db.migrate.latest()
}

/** 96 random bits: what stands in an address says nothing of how many there are. */
export function newId(): string {
  return randomBytes(12).toString('base64url')
}

// Names without their ending, so that .ts in tests and .js in dist/ are the same migration.
const migrationSource: Knex.MigrationSource<string> = {
  getMigrations: () => Promise.resolve(migrationFiles()),
  getMigrationName: (name) => name,
  getMigration: (name) => Promise.resolve(loadMigration(name)),
}

function migrationFiles(): string[] {
  const files = fs.readdirSync(MIGRATIONS).filter((file) => /^\d.*\.(ts|js)$/.test(file))
  return files.map((file) => file.replace(/\.(ts|js)$/, '')).sort()
}

function loadMigration(name: string): Knex.Migration {
  // eslint-disable-next-line @typescript-eslint/no-require-imports
  return require(path.join(MIGRATIONS, name)) as Knex.Migration
}
