import { stopPostgres } from './postgresServer'

export default async function globalTeardown(): Promise<void> {
  await stopPostgres()
}
