import fs from 'node:fs'
import path from 'node:path'
import { addColleague, createPractice } from '../server/accounts/accounts'
import { hashPassword } from '../server/accounts/passwords'
import { environmentWithFile, readConfig } from '../server/config'
import { change } from '../server/database'
import { dateIn } from '../server/dates'
import { openServices } from '../server/openServices'
import type { Services } from '../server/services'
import { startReading } from '../server/work'
import { actorOn, type Desk } from './demo/desk'
import { addDemoVendors } from './demo/vendors'

const PASSWORD = 'harbor lantern seven plums'
const TIME_ZONE = 'America/New_York'
const COLLEAGUES = [
  { name: 'Rae Lindqvist', email: 'rae@maple.example', role: 'reviewer' as const },
  { name: 'Sam Ortiz', email: 'sam@maple.example', role: 'staff' as const },
]

void main().catch((error: unknown) => {
  process.stderr.write(`${(error as Error).stack ?? String(error)}\n`)
  process.exit(1)
})

/** Makes the example practice once; a started one that was never finished is made anew. */
async function main(): Promise<void> {
  const config = readConfig({ ...environmentWithFile(), LOG_LEVEL: 'error' })
  const done = path.join(config.dataDir, 'demo.made')
  if (!fs.existsSync(done)) {
    fs.rmSync(config.dataDir, { recursive: true, force: true })
    process.stdout.write(
      'Making the example practice: eight vendors with real reports to read. This takes a minute or two, once.\n',
    )
    const opened = await openServices(config)
    await makePractice(opened)
    await opened.db.destroy()
    fs.writeFileSync(done, new Date().toISOString())
  }
  process.stdout.write(
    `Sign in as priya@maple.example (administrator), rae@maple.example (reviewer) or sam@maple.example (staff).\nThe password of all three: ${PASSWORD}\n`,
  )
}

async function makePractice(opened: Services): Promise<void> {
  const real = opened.now()
  let clock = real
  const services = { ...opened, now: () => clock }
  const today = dateIn(TIME_ZONE, real)
  const goTo = (date: string) => void (clock = date === today ? real : new Date(`${date}T17:00:00.000Z`))
  goTo(`${Number(today.slice(0, 4)) - 2}-01-12`)
  const people = await addPeople(services)
  const desk: Desk = {
    services,
    today,
    goTo,
    priya: () => actorOn(services, people.priya),
    rae: () => actorOn(services, people.rae),
  }
  const stopReading = startReading(services)
  await addDemoVendors(desk)
  await stopReading()
}

async function addPeople(services: Services) {
  const { db } = services
  const form = {
    practiceName: 'Maple Street Family Medicine',
    state: 'OH',
    timeZone: TIME_ZONE,
    name: 'Priya Raman',
    email: 'priya@maple.example',
    password: PASSWORD,
  }
  const priya = await createPractice(db, form, services.now().toISOString(), '127.0.0.1')
  const passwordHash = await hashPassword(PASSWORD)
  const joined = []
  for (const who of COLLEAGUES) {
    const account = await change(db, (trx) => addColleague(trx, priya, who))
    await db('people').where({ id: account.id }).update({ passwordHash })
    joined.push({ personId: account.id, practiceId: priya.practiceId })
  }
  return { priya, rae: joined[0]! }
}
