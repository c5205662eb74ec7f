import net from 'node:net'
import path from 'node:path'
import { pino } from 'pino'
import { createPractice } from '../../server/accounts/accounts'
import type { Person } from '../../server/actor'
import { readConfig } from '../../server/config'
import type { Database } from '../../server/database'
import { openServices } from '../../server/openServices'
import type { Services } from '../../server/services'
import { fillPractices, fillVendors } from './filling'
import { temporary } from './measuring'

const PASSWORD = 'harbor lantern seven plums'

/** A desk of its own, on a database that is thrown away; `first` can sign in. */
export async function practices(
  folder: string,
  count: number,
  vendors: number,
  settings: NodeJS.ProcessEnv = {},
): Promise<{ db: Database; services: Services; first: Person }> {
  const config = readConfig({
    DATA_DIR: folder,
    UPLOADS_DIR: path.join(folder, 'uploads'),
    LOG_LEVEL: 'silent',
    ...settings,
  })
  const opened = await openServices(config)
  const services: Services = { ...opened, now: () => new Date(), log: pino({ level: 'silent' }) }
  const { db } = services
  if (await db('practices').first('id')) throw new Error('A bench fills a database that is empty.')
  const first = await openPractice(services)
  const each = Math.floor(vendors / count)
  await fillVendors(db, first.practiceId, each, services.now())
  await fillPractices(db, count - 1, each, services.now())
  return { db, services, first }
}

/** The list, the reading and the like of one practice with so many vendors. */
export function onePractice(vendors: number) {
  return practices(temporary(), 1, vendors)
}

function openPractice({ db, now }: Services): Promise<Person> {
  const practice = { practiceName: 'Maple Street', state: 'OH', timeZone: 'America/New_York' }
  const form = { ...practice, name: 'Priya', email: 'priya@example.org', password: PASSWORD }
  return createPractice(db, form, now().toISOString(), null)
}

export async function listening(app: {
  listen(port: number, host: string): net.Server
}): Promise<{ address: string; close: () => void }> {
  const server = app.listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
  return {
    address: `http://127.0.0.1:${(server.address() as net.AddressInfo).port}`,
    close: () => void server.close(),
  }
}

export async function signIn(address: string, person: Person): Promise<string> {
  const body = new URLSearchParams({ email: person.email, password: PASSWORD })
  const answer = await fetch(`${address}/sign-in`, { method: 'POST', body, redirect: 'manual' })
  return answer.headers.getSetCookie()[0]!.split(';')[0]!
}
