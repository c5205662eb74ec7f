import { environmentWithFile, readConfig } from './server/config'

const config = readConfig(environmentWithFile())

/** For the knex command line; the program itself opens its database in server/database.ts. */
export default config.databaseUrl
  ? { client: 'pg', connection: config.databaseUrl, migrations: { directory: './migrations' } }
  : {
      client: 'better-sqlite3',
      connection: { filename: `${config.dataDir}/countersign.db` },
      useNullAsDefault: true,
      migrations: { directory: './migrations' },
    }
