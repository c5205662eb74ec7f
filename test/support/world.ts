import { randomBytes } from 'node:crypto'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import type { Express } from 'express'
import { pino } from 'pino'
import request from 'supertest'
import { addColleague, createPractice, findPerson } from '../../server/accounts/accounts'
import { hashPassword } from '../../server/accounts/passwords'
import type { Person, Role } from '../../server/actor'
import { createApp } from '../../server/app'
import { readConfig } from '../../server/config'
import { change, migrate, openPostgres, openSqlite, type Database } from '../../server/database'
import { keysFrom } from '../../server/keys'
import type { Services } from '../../server/services'
import { dropDatabase, newDatabaseUrl } from './postgres'

declare const DATABASE: 'sqlite' | 'postgres' | undefined

/** The cast: Priya, Rae and Sam of Maple Street; Otto of Oak Hill, who must see nothing of it. */
const CAST = {
  priya: {
    name: 'Priya Raman',
    email: 'priya@maple.example',
    role: 'administrator',
    practice: 'Maple Street Family Medicine',
  },
  rae: {
    name: 'Rae Lindqvist',
    email: 'rae@maple.example',
    role: 'reviewer',
    practice: 'Maple Street Family Medicine',
  },
  sam: {
    name: 'Sam Ortiz',
    email: 'sam@maple.example',
    role: 'staff',
    practice: 'Maple Street Family Medicine',
  },
  otto: {
    name: 'Otto Brandt',
    email: 'otto@oakhill.example',
    role: 'administrator',
    practice: 'Oak Hill Pediatrics',
  },
} as const

export type Who = keyof typeof CAST
export const PASSWORD = 'harbor lantern seven plums'
export const TODAY = '2026-11-22T15:00:00.000Z'

export type World = Awaited<ReturnType<typeof openWorld>>

/** The real app on a fresh database with the cast in it, and a clock to set. */
export async function openWorld(options: { settings?: NodeJS.ProcessEnv; cast?: boolean } = {}) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'countersign-'))
  const url = typeof DATABASE !== 'undefined' && DATABASE === 'postgres' ? await newDatabaseUrl() : null
  const db = url ? openPostgres(url) : openSqlite(':memory:')
  await migrate(db)
  let now = new Date(TODAY)
  const services: Services = {
    db,
    config: readConfig({
      DATA_DIR: folder,
      UPLOADS_DIR: path.join(folder, 'uploads'),
      LOG_LEVEL: 'silent',
      ...options.settings,
    }),
    keys: keysFrom(randomBytes(32)),
    now: () => now,
    log: pino({ level: options.settings?.LOG_LEVEL ?? 'error' }, pino.destination(2)),
  }
  fs.mkdirSync(services.config.uploadsDir, { recursive: true })
  const app = createApp(services)
  const people = options.cast === false ? null : await addCast(db, now.toISOString())
  return {
    app,
    db,
    services,
    folder,
    clock: { set: (instant: string) => void (now = new Date(instant)), now: () => now },
    visitor: () => request.agent(app),
    as: (who: Who) => signedIn(app, CAST[who].email),
    signedInWith: (email: string, password = PASSWORD) => signedIn(app, email, password),
    actor: (who: Who) => actorNow(db, people![who], now),
    email: (who: Who) => CAST[who].email,
    close: async () => {
      await db.destroy()
      if (url) await dropDatabase(url)
      fs.rmSync(folder, { recursive: true, force: true })
    },
  }
}

async function addCast(
  db: Database,
  at: string,
): Promise<Record<Who, { personId: string; practiceId: string }>> {
  const priya = await addPractice(db, 'priya', at)
  const otto = await addPractice(db, 'otto', at)
  const passwordHash = await hashPassword(PASSWORD)
  const [rae, sam] = await Promise.all(
    (['rae', 'sam'] as const).map((who) => join(db, priya, who, passwordHash)),
  )
  return { priya, otto, rae: rae!, sam: sam! }
}

function addPractice(db: Database, who: Who, at: string): Promise<Person> {
  const { name, email, practice } = CAST[who]
  const form = {
    practiceName: practice,
    state: 'OH',
    timeZone: 'America/New_York',
    name,
    email,
    password: PASSWORD,
  }
  return createPractice(db, form, at, '127.0.0.1')
}

async function join(db: Database, administrator: Person, who: Who, passwordHash: string) {
  const { name, email, role } = CAST[who]
  const account = await change(db, (trx) =>
    addColleague(trx, administrator, { name, email, role: role as Role }),
  )
  await db('people').where({ id: account.id }).update({ passwordHash })
  return { personId: account.id, practiceId: administrator.practiceId }
}

async function actorNow(
  db: Database,
  who: { personId: string; practiceId: string },
  now: Date,
): Promise<Person> {
  return (await findPerson(db, who.personId, who.practiceId, now.toISOString(), '127.0.0.1'))!
}

async function signedIn(app: Express, email: string, password = PASSWORD) {
  const agent = request.agent(app)
  await agent.post('/sign-in').type('form').send({ email, password }).expect(303)
  return agent
}
