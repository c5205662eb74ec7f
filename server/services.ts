import type { Logger } from 'pino'
import type { Config } from './config'
import type { Database } from './database'
import type { Keys } from './keys'

/** What every room is handed: nothing of it is global. */
export interface Services {
  db: Database
  config: Config
  keys: Keys
  now: () => Date
  log: Logger
}
