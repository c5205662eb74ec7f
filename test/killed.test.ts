import { createHash, randomBytes } from 'node:crypto'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { createPractice } from '../server/accounts/accounts'
import { findChainFault } from '../server/audit/audit'
import { readConfig } from '../server/config'
import { change } from '../server/database'
import { fileBytes } from '../server/documents/vault'
import { makeInviteLink } from '../server/invites/invites'
import { queueLetter } from '../server/letters/letters'
import { openServices } from '../server/openServices'
import type { Services } from '../server/services'
import { savePracticeRules, usualRules } from '../server/reminders/rules'
import { addVendor } from '../server/vendors/vendors'
import type { Person } from '../server/actor'
import { pdfOf } from './support/files'
import { openPost } from './support/post'
import { dropDatabase, newDatabaseUrl } from './support/postgres'
import { over, runScript, startProgram, type Program } from './support/program'
import { PASSWORD } from './support/world'

declare const DATABASE: 'sqlite' | 'postgres'

// More of them by scripts/bench-kills.
const KILLS = Number(process.env.KILLS ?? 3)
const LONG_AGO = '2020-01-01T00:00:00.000Z'

jest.setTimeout(60_000 + KILLS * 20_000)

let folder: string
let settings: NodeJS.ProcessEnv
let services: Services
let priya: Person

beforeEach(async () => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'countersign-killed-'))
  const url = DATABASE === 'postgres' ? await newDatabaseUrl() : ''
  settings = { DATA_DIR: folder, UPLOADS_DIR: path.join(folder, 'uploads'), DATABASE_URL: url }
  services = await openServices(readConfig({ ...settings, LOG_LEVEL: 'error' }))
  const name = {
    practiceName: 'Maple Street',
    state: 'OH',
    timeZone: 'America/New_York',
    name: 'Priya Raman',
  }
  const form = { ...name, email: 'priya@maple.example', password: PASSWORD }
  priya = await createPractice(services.db, form, services.now().toISOString(), null)
})

afterEach(async () => {
  await services.db.destroy()
  if (settings.DATABASE_URL) await dropDatabase(settings.DATABASE_URL)
  fs.rmSync(folder, { recursive: true, force: true })
})

test('whatever was acknowledged before the program was killed is there afterwards, whole', async () => {
  const vendor = await addVendor(services.db, priya, { name: 'Cedar Backup', category: 'backup' })
  const acknowledged: string[] = []
  for (let round = 0; round < KILLS; round++) {
    const program = await startProgram(settings)
    const staff = uploadUntilKilled(
      `${program.address}/vendors/${vendor.id}/documents`,
      await signIn(program),
    )
    const link = await makeInviteLink(services, priya, vendor, ASKED)
    const guest = uploadUntilKilled(`${program.address}/invite/files`, await openRequest(program, link.link))
    await badMoment(round)
    await program.kill()
    acknowledged.push(...(await staff), ...(await guest))
    expect(await brokenPromises(acknowledged)).toEqual([])
  }
  expect(acknowledged.length).toBeGreaterThan(KILLS)
  const program = await startProgram(settings)
  const cookie = await signIn(program)
  const page = await fetch(`${program.address}/vendors/${vendor.id}`, { headers: { cookie } })
  expect(page.status).toBe(200)
  await program.stop()
  expect(await findChainFault(services.db, priya.practiceId)).toBeNull()
})

test('a letter that was under way goes again under the same name, and none is lost', async () => {
  const post = await openPost()
  await queueLetters(6)
  const cut = Math.max(2, KILLS)
  for (let round = 0; round <= cut; round++) {
    const sending = runScript('scripts/sendReminders', { ...settings, SMTP_URL: post.url })
    const ended = over(sending)
    if (round < cut) post.beforeYes(() => void sending.kill('SIGKILL'))
    await ended
    await services.db('letters').where({ state: 'claimed' }).update({ leaseUntil: LONG_AGO })
  }
  const counts = new Map<string, number>()
  for (const { messageId } of post.delivered) counts.set(messageId!, (counts.get(messageId!) ?? 0) + 1)
  const letters = await services.db('letters').select<{ messageId: string; state: string }[]>('*')
  expect(letters.map(({ state }) => state)).toEqual(Array(6).fill('sent'))
  expect([...counts.keys()].sort()).toEqual(letters.map(({ messageId }) => messageId).sort())
  // one more for each kill between the mail server’s yes and our row, and for nothing else
  expect(post.delivered).toHaveLength(6 + cut)
  await post.close()
})

test('a pass that is killed at any moment plans nothing twice and loses nothing; several at once neither', async () => {
  const post = await openPost()
  const quiet = { weekends: false, federalHolidays: false, holidays: [] }
  await savePracticeRules(services.db, priya, { ...usualRules, hour: 0, quiet }, 0)
  for (let number = 1; number <= 40; number++) await dueToday(number)
  const pass = (url: string) => runScript('scripts/sendReminders', { ...settings, SMTP_URL: url })
  const kills = KILLS + 2
  for (let round = 0; round < kills; round++) {
    const passes = [pass(post.url), pass(post.url)]
    const ended = passes.map(over)
    await pause(250 + Math.random() * 900)
    for (const one of passes) one.kill('SIGKILL')
    await Promise.all(ended)
    await services.db('letters').where({ state: 'claimed' }).update({ leaseUntil: LONG_AGO })
  }
  await services.db('letters').update({ nextAttemptAt: LONG_AGO }).whereIn('state', ['planned', 'deferred'])
  for (let round = 0; round < 2; round++) await Promise.all([1, 2, 3].map(() => over(pass(post.url))))
  await services.db('letters').update({ nextAttemptAt: LONG_AGO }).whereIn('state', ['planned', 'deferred'])
  await over(pass(post.url))
  const letters = await services.db('letters').whereNot({ state: 'withdrawn' })
  expect(letters.map(({ state }) => state)).toEqual(letters.map(() => 'sent'))
  const told = await services.db('reminderLines').pluck<string[]>('told')
  expect(new Set(told).size).toBe(40)
  expect(told).toHaveLength(40)
  const counts = new Map<string, number>()
  for (const { messageId } of post.delivered) counts.set(messageId!, (counts.get(messageId!) ?? 0) + 1)
  expect([...counts.keys()].sort()).toEqual(letters.map(({ messageId }) => messageId).sort())
  expect(post.delivered.length - counts.size).toBeLessThanOrEqual(kills * 2)
  expect(await findChainFault(services.db, priya.practiceId)).toBeNull()
  await post.close()
})

test('a reading that was under way begins again and stands there once', async () => {
  const vendor = await addVendor(services.db, priya, { name: 'Cedar Backup', category: 'backup' })
  const first = await startProgram(settings)
  const bytes = await pdfOf(
    ...Array.from({ length: 120 }, (_, page) => `Page ${page + 1}. ${WORDS.repeat(40)}`),
  )
  await send(`${first.address}/vendors/${vendor.id}/documents`, await signIn(first), bytes)
  await until(async () => (await job()).state === 'running')
  await pause(150)
  await first.kill()
  expect(await job()).toMatchObject({ state: 'running', attempts: 1 })
  await services.db('jobs').update({ leaseUntil: LONG_AGO })
  const second = await startProgram(settings)
  await until(async () => (await job()).state === 'done')
  await second.stop()
  expect(await job()).toMatchObject({ attempts: 2 })
  expect(await services.db('readings')).toHaveLength(1)
  expect(await services.db('events').where({ kind: 'document.read' })).toHaveLength(1)
  expect(await services.db('documents').pluck('state')).toEqual(['read'])
})

const WORDS = 'The service organization maintains controls over access, change and backup. '
const ASKED = {
  purposes: [{ kind: 'soc2' as const, words: null }],
  contactName: 'Lena Voss',
  contactEmail: 'lena@cedar.example',
  message: '',
  days: 14,
}

/** By turns: any moment, just when a file comes to its place, just when something is committed. */
async function badMoment(round: number): Promise<void> {
  await pause(300 + Math.random() * 900)
  const watched = [null, path.join(folder, 'uploads', priya.practiceId), folder][round % 3]
  if (!watched) return
  await new Promise<void>((resolve) => {
    const watcher = fs.watch(watched, (_event, name) => {
      if (watched === folder && !name?.endsWith('-wal')) return
      watcher.close()
      resolve()
    })
    // PostgreSQL keeps its log elsewhere.
    setTimeout(() => (watcher.close(), resolve()), 2000).unref()
  })
}

/** One file after the other; answers with the hashes of those that were acknowledged. */
async function uploadUntilKilled(address: string, cookie: string): Promise<string[]> {
  const acknowledged: string[] = []
  for (;;) {
    const bytes = Buffer.concat([Buffer.from('%PDF-1.7\n'), randomBytes(1000 + Math.random() * 300_000)])
    const status = await send(address, cookie, bytes).catch(() => null)
    if (status === null || status === 429) return acknowledged
    if (status !== 303) throw new Error(`an upload was answered ${status}`)
    acknowledged.push(hashOf(bytes))
  }
}

async function send(address: string, cookie: string, bytes: Buffer): Promise<number> {
  const body = new FormData()
  body.append('files', new Blob([new Uint8Array(bytes)]), `${randomBytes(4).toString('hex')}.pdf`)
  const answer = await fetch(address, { method: 'POST', body, headers: { cookie }, redirect: 'manual' })
  return answer.status
}

/** What is not as it was acknowledged; and rows whose file isn't there. */
async function brokenPromises(acknowledged: string[]): Promise<string[]> {
  const documents = await services.db('documents').select<Stored[]>('*')
  const known = new Set(documents.map(({ sha256 }) => sha256))
  const lost = acknowledged.filter((hash) => !known.has(hash)).map((hash) => `${hash} is lost`)
  const wrong = await Promise.all(
    documents.map(async (document) => {
      const bytes = await fileBytes(services, document).catch(() => null)
      return bytes && hashOf(bytes) === document.sha256 ? [] : [`${document.sha256} can’t be opened`]
    }),
  )
  return [...lost, ...wrong.flat()]
}

interface Stored {
  id: string
  practiceId: string
  wrappedKey: string
  sha256: string
}

async function signIn({ address }: Program): Promise<string> {
  const body = new URLSearchParams({ email: priya.email, password: PASSWORD })
  return cookieOf(await fetch(`${address}/sign-in`, { method: 'POST', body, redirect: 'manual' }))
}

async function openRequest({ address }: Program, link: string): Promise<string> {
  return cookieOf(await fetch(address + new URL(link).pathname, { method: 'POST', redirect: 'manual' }))
}

function cookieOf(answer: Response): string {
  const [cookie] = answer.headers.getSetCookie()
  if (!cookie) throw new Error(`no cookie came with ${answer.status}`)
  return cookie.split(';')[0]!
}

async function dueToday(number: number): Promise<void> {
  const { id } = await addVendor(services.db, priya, { name: `Vendor ${number}`, category: 'backup' })
  await services.db('vendors').where({ id }).update({ businessAssociate: 'no', reviewOn: priya.today })
}

async function queueLetters(count: number): Promise<void> {
  const at = services.now().toISOString()
  await change(services.db, async (trx) => {
    for (let number = 1; number <= count; number++) {
      await queueLetter(trx, {
        practiceId: priya.practiceId,
        kind: 'test.letter',
        uniqueKey: `letter ${number}`,
        to: { name: 'Priya', email: priya.email },
        dueOn: priya.today,
        at,
        subject: `Letter ${number}`,
        sentence: 'Something is due.',
        paragraphs: [],
        link: null,
      })
    }
  })
}

async function job(): Promise<{ state: string; attempts: number }> {
  return (await services.db('jobs').where({ kind: 'document.read' }).first()) as {
    state: string
    attempts: number
  }
}

async function until(holds: () => Promise<boolean>): Promise<void> {
  for (const end = Date.now() + 30_000; Date.now() < end; await pause(10)) if (await holds()) return
  throw new Error('it did not come to that')
}

function hashOf(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex')
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds))
}
