import { createHash } from 'node:crypto'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { createPractice } from '../server/accounts/accounts'
import { recordAgreement } from '../server/agreements/agreements'
import { readConfig } from '../server/config'
import { addDays, dateIn } from '../server/dates'
import { openServices } from '../server/openServices'
import { listComing, remindersPass } from '../server/reminders/reminders'
import type { Services } from '../server/services'
import { addVendor } from '../server/vendors/vendors'
import { over, runScript } from './support/program'
import { signedTerms } from './support/signedTerms'
import { PASSWORD } from './support/world'

const ZONE = 'America/New_York'
const TODAY = dateIn(ZONE, new Date())

let folder: string
let services: Services
let practiceId: string

beforeEach(async () => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'countersign-rehearsed-'))
  services = await openServices(readConfig({ ...settings(), LOG_LEVEL: 'error' }))
  const practice = { practiceName: 'Maple Street', state: 'OH', timeZone: ZONE, name: 'Priya Raman' }
  const form = { ...practice, email: 'priya@maple.example', password: PASSWORD }
  const priya = await createPractice(services.db, form, services.now().toISOString(), null)
  practiceId = priya.practiceId
  for (const name of ['Northwind e-Fax', 'Cedar Backup']) {
    const vendor = await addVendor(services.db, priya, { name, category: 'backup' })
    await services.db('vendors').where({ id: vendor.id }).update({ businessAssociate: 'yes' })
    const terms = signedTerms({ businessAssociate: name, ends: addDays(TODAY, 120) })
    await recordAgreement(services.db, priya, vendor.id, terms)
  }
})

afterEach(async () => {
  await services.db.destroy()
  fs.rmSync(folder, { recursive: true, force: true })
})

test('prints each letter of a year by its day, to whom, with subject and lines; as the forecast has them, and leaves the data as it is', async () => {
  await remindersPass(services)
  const to = addDays(TODAY, 365)
  const before = await everything()
  const { text, complaint } = await rehearse('--from', TODAY, '--to', to, '--practice', 'Maple Street')
  expect(complaint).toBe('')
  expect(await everything()).toBe(before)
  const coming = await listComing(services, { practiceId }, { to })
  expect(coming.length).toBeGreaterThan(10)
  expect(text).toContain(`Maple Street, America/New_York: ${coming.length} letters from ${TODAY} to ${to}`)
  expect([...text.matchAll(/^(\d{4}-\d\d-\d\d) {2}/gm)].map((match) => match[1])).toEqual([
    ...new Set(coming.map(({ on }) => on)),
  ])
  const several = coming.find(({ lines }) => lines.length > 1)!
  expect(several.subject).toMatch(/, and 1 more$/)
  const written = several.lines.map(({ subject }) => `      - ${subject}\n`).join('')
  expect(text).toContain(
    `  to Priya Raman <priya@maple.example>, list of the day\n    ${several.subject}\n${written}`,
  )
  expect(text).toContain('last day\n    Cedar Backup: the BAA ends today')
})

test('days that are over are rehearsed as if nothing had been told', async () => {
  const from = addDays(TODAY, -40)
  const { text } = await rehearse('--from', from, '--to', addDays(TODAY, 100))
  expect(text).toMatch(/the BAA ends in (90|9[1-4]) days/)
})

test('refuses what isn’t two days in order, and a practice that isn’t there', async () => {
  expect((await rehearse('--from', TODAY)).complaint).toContain('scripts/rehearse-reminders --from')
  expect((await rehearse('--from', '2027-02-30', '--to', '2027-03-01')).complaint).toContain('--from')
  expect((await rehearse('--from', TODAY, '--to', TODAY, '--practice', 'Oak')).complaint).toContain(
    'There is no practice named Oak.',
  )
})

async function rehearse(...words: string[]): Promise<{ text: string; complaint: string }> {
  const child = runScript('scripts/rehearseReminders', settings(), words)
  const [out, err]: [Buffer[], Buffer[]] = [[], []]
  child.stdout!.on('data', (chunk: Buffer) => out.push(chunk))
  child.stderr!.on('data', (chunk: Buffer) => err.push(chunk))
  await over(child)
  return { text: Buffer.concat(out).toString(), complaint: Buffer.concat(err).toString() }
}

function settings() {
  return { DATA_DIR: folder, UPLOADS_DIR: path.join(folder, 'uploads') }
}

/** A hash over every row of every table. */
async function everything(): Promise<string> {
  const hash = createHash('sha256')
  const tables = await services
    .db('sqlite_master')
    .where({ type: 'table' })
    .orderBy('name')
    .pluck<string[]>('name')
  for (const table of tables) hash.update(JSON.stringify([table, await services.db(table)]))
  return hash.digest('hex')
}
