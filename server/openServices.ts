import fs from 'node:fs'
import { pino } from 'pino'
import type { Config } from './config'
import { migrate, openDatabase } from './database'
import { loadKeys } from './keys'
import type { Services } from './services'

/** Opens everything that the server and the scripts stand on, and brings the tables up to date. */
export async function openServices(config: Config): Promise<Services> {
  fs.mkdirSync(config.dataDir, { recursive: true, mode: 0o700 })
  fs.mkdirSync(config.uploadsDir, { recursive: true, mode: 0o700 })
  const keys = loadKeys(config.dataDir, config.uploadsDir)
  const db = openDatabase(config)
  await migrate(db)
  return {
    db,
    config,
    keys,
    now: () => new Date(),
    log: pino({ level: config.logLevel }, pino.destination(2)),
  }
}
