import { randomBytes } from 'node:crypto'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { Readable } from 'node:stream'
import { createPractice } from '../server/accounts/accounts'
import { readConfig } from '../server/config'
import { receiveDocument } from '../server/documents/documents'
import { sealUpload } from '../server/http/uploads'
import { openServices } from '../server/openServices'
import { addVendor } from '../server/vendors/vendors'
import { over, runScript } from './support/program'
import { PASSWORD } from './support/world'

jest.setTimeout(60_000)

let folder: string

beforeEach(async () => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'countersign-backup-'))
  await fillDesk()
})
afterEach(() => fs.rmSync(folder, { recursive: true, force: true }))

test('what was backed up is restored with its key, and holds', async () => {
  const backedUp = await run('backup', 'desk', at('copy'))
  expect(backedUp.said).toContain('1 database and 2 documents')
  expect(backedUp.said).toContain('The key is not in it')
  expect(fs.readdirSync(at('copy')).sort()).toEqual(['countersign.db', 'manifest.json', 'uploads'])
  expect(await run('restore', 'fresh', at('copy'), '--key', at('desk/master.key'))).toMatchObject({ code: 0 })
  const verified = await run('verify', 'fresh')
  expect(verified).toMatchObject({ code: 0 })
  expect(verified.said).toContain('Maple Street: the history is whole.')
  expect(verified.said).toContain('2 of 2 documents are there as they were received.')
})

test('the certificate of the seal goes with it, once there is one', async () => {
  fs.writeFileSync(at('desk/seal.json'), '{"certificate":"…"}')
  await run('backup', 'desk', at('copy'))
  await run('restore', 'fresh', at('copy'), '--key', at('desk/master.key'))
  expect(fs.readFileSync(at('fresh/seal.json'), 'utf8')).toBe('{"certificate":"…"}')
})

test('nothing is written over, and nothing restored from a damaged copy or with another key', async () => {
  await run('backup', 'desk', at('copy'))
  const again = await run('backup', 'desk', at('copy'))
  expect(again).toMatchObject({ code: 1 })
  expect(again.said).toContain('is not empty')
  const filled = await run('restore', 'desk', at('copy'), '--key', at('desk/master.key'))
  expect(filled.said).toContain('filled already')
  fs.writeFileSync(at('other.key'), randomBytes(32).toString('base64'))
  expect((await run('restore', 'fresh', at('copy'), '--key', at('other.key'))).said).toContain(
    'not the key of this',
  )
  expect((await run('restore', 'fresh', at('copy'))).said).toContain('Without its key')
  const [file] = storedIn('copy/uploads')
  fs.appendFileSync(file!, 'x')
  const damaged = await run('restore', 'fresh', at('copy'), '--key', at('desk/master.key'))
  expect(damaged).toMatchObject({ code: 1 })
  expect(damaged.said).toContain('damaged')
  expect(fs.existsSync(at('fresh/countersign.db'))).toBe(false)
})

test('a lost file, a changed event and a file that nobody knows are told', async () => {
  expect(await run('verify', 'desk')).toMatchObject({ code: 0 })
  const [first, second] = storedIn('desk/uploads')
  const orphan = path.join(path.dirname(first!), 'nobodys.enc')
  fs.copyFileSync(first!, orphan)
  const listed = await run('verify', 'desk')
  expect(listed).toMatchObject({ code: 0 })
  expect(listed.said).toContain('nobodys.enc')
  fs.rmSync(first!)
  fs.appendFileSync(second!, 'x')
  const lost = await run('verify', 'desk')
  expect(lost).toMatchObject({ code: 1 })
  expect(lost.said).toContain('0 of 2 documents')
  const services = await desk()
  await services.db('events').where({ number: 2 }).update({ data: '{}' })
  await services.db.destroy()
  expect((await run('verify', 'desk')).said).toContain('the history is broken at event 2')
})

function desk() {
  return openServices(readConfig({ ...settingsOf('desk'), LOG_LEVEL: 'silent' }))
}

async function fillDesk(): Promise<void> {
  const services = await desk()
  const form = { practiceName: 'Maple Street', state: 'OH', timeZone: 'America/New_York', name: 'Priya' }
  const account = { ...form, email: 'priya@maple.example', password: PASSWORD }
  const priya = await createPractice(services.db, account, services.now().toISOString(), null)
  const vendor = await addVendor(services.db, priya, { name: 'Cedar Backup', category: 'backup' })
  for (const name of ['one.pdf', 'two.pdf']) {
    const bytes = Buffer.concat([Buffer.from('%PDF-1.7\n'), randomBytes(5000)])
    const upload = await sealUpload(services, priya.practiceId, name, Readable.from([bytes]))
    await receiveDocument(services, priya, vendor.id, upload)
  }
  await services.db.destroy()
}

async function run(
  script: string,
  which: string,
  ...words: string[]
): Promise<{ code: number; said: string }> {
  const child = runScript(`scripts/${script}`, settingsOf(which), words)
  const heard: Buffer[] = []
  child.stdout!.on('data', (chunk: Buffer) => heard.push(chunk))
  child.stderr!.on('data', (chunk: Buffer) => heard.push(chunk))
  await over(child)
  return { code: child.exitCode ?? -1, said: Buffer.concat(heard).toString() }
}

function settingsOf(which: string): NodeJS.ProcessEnv {
  return { DATA_DIR: at(which), UPLOADS_DIR: at(`${which}/uploads`), DATABASE_URL: '' }
}

function storedIn(where: string): string[] {
  const files = fs.readdirSync(at(where), { recursive: true }).map(String)
  return files
    .filter((file) => file.endsWith('.enc'))
    .map((file) => path.join(at(where), file))
    .sort()
}

function at(name: string): string {
  return path.join(folder, name)
}
