import { execFileSync } from 'node:child_process'
import path from 'node:path'
import { startPostgres } from './postgresServer'

/** The reader runs as a program of its own, from dist/, so what is tested must be what was just written. */
export default async function globalSetup(
  _config: unknown,
  project: { displayName?: { name: string } },
): Promise<void> {
  void project
  execFileSync(process.execPath, [path.resolve(__dirname, '../../scripts/build.js')], { stdio: 'inherit' })
  if (wantsPostgres()) process.env.TEST_POSTGRES_URL ??= await startPostgres()
}

function wantsPostgres(): boolean {
  const chosen = process.argv.join(' ')
  return !chosen.includes('--selectProjects') || chosen.includes('postgres')
}
