import { createHash } from 'node:crypto'
import session, { Store, type SessionData } from 'express-session'
import type { RequestHandler } from 'express'
import { quickRows } from '../database'
import type { Services } from '../services'

interface SessionRow {
  idHash: string
  personId: string | null
  data: string
  createdAt: string
  seenAt: string
}

const TOUCH_EVERY_MS = 60_000
const FIND = 'select * from "sessions" where "idHash" = ?'

export function sessions(services: Services): RequestHandler {
  const { config, keys } = services
  return session({
    name: config.secure ? '__Host-countersign' : 'countersign',
    secret: keys.session,
    store: new DatabaseStore(services),
    resave: false,
    saveUninitialized: false,
    proxy: config.trustProxy > 0,
    cookie: { httpOnly: true, sameSite: 'lax', secure: config.secure, path: '/' },
  })
}

/** Sessions by the hash of their id: who reads the database can't take one over. */
class DatabaseStore extends Store {
  constructor(private readonly services: Services) {
    super()
  }

  override get(id: string, done: (error: unknown, session?: SessionData | null) => void): void {
    this.find(id).then((found) => done(null, found), done)
  }

  override set(id: string, data: SessionData, done?: (error?: unknown) => void): void {
    this.save(id, data).then(
      () => done?.(),
      (error: unknown) => done?.(error),
    )
  }

  override destroy(id: string, done?: (error?: unknown) => void): void {
    const gone = this.services
      .db('sessions')
      .where({ idHash: hashOf(id) })
      .delete()
    gone.then(
      () => done?.(),
      (error: unknown) => done?.(error),
    )
  }

  private async find(id: string): Promise<SessionData | null> {
    const [row] = await quickRows<SessionRow>(this.services.db, FIND, [hashOf(id)])
    if (!row || !this.isAlive(row)) return null
    await this.noteAlive(row)
    return JSON.parse(row.data) as SessionData
  }

  // Not as the store's `touch`, which would be called for every page and cut its answer in two.
  private async noteAlive({ idHash, seenAt }: SessionRow): Promise<void> {
    const now = this.services.now()
    if (now.getTime() - Date.parse(seenAt) < TOUCH_EVERY_MS) return
    const seen = this.services.db('sessions').where({ idHash }).update({ seenAt: now.toISOString() })
    await seen.catch((error: unknown) => this.services.log.warn({ err: error }, 'a session was not noted'))
  }

  private isAlive(row: SessionRow): boolean {
    const { sessionIdleMinutes, sessionHours } = this.services.config
    const now = this.services.now().getTime()
    const idle = now - Date.parse(row.seenAt)
    const age = now - Date.parse(row.createdAt)
    return idle < sessionIdleMinutes * 60_000 && age < sessionHours * 3_600_000
  }

  private async save(id: string, data: SessionData): Promise<void> {
    const now = this.services.now().toISOString()
    const personId = data.personId ?? null
    const row = { idHash: hashOf(id), personId, data: JSON.stringify(data), seenAt: now }
    await this.services
      .db('sessions')
      .insert({ ...row, createdAt: now })
      .onConflict('idHash')
      .merge({ personId, data: row.data, seenAt: now })
  }
}

function hashOf(id: string): string {
  return createHash('sha256').update(id).digest('hex')
}
