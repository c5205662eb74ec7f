import fs from 'node:fs'
import http from 'node:http'
import type { AddressInfo } from 'node:net'
import path from 'node:path'
import type { Document } from '../server/documents/documents'
import { openDocument, sweepTemporary } from '../server/documents/documents'
import { cleanName } from '../server/http/fileNames'
import type { Vendor } from '../server/vendors/vendors'
import { filesUnder, labLink, lockedPdf, once, pdfOf, send, workThrough } from './support/files'
import { openWorld, type World } from './support/world'

const CANARY = 'CANARY-7f3a9-PATIENTS'

let world: World
let vendor: Vendor

beforeAll(async () => {
  world = await openWorld({ settings: { MAX_UPLOAD_MB: '1' } })
  vendor = await labLink(world)
})
afterAll(() => world.close())

const uploads = () => world.services.config.uploadsDir
const newest = async () => (await world.db<Document>('documents').orderBy('receivedAt', 'desc').first())!
const documentNamed = async (name: string) => (await world.db<Document>('documents').where({ name }).first())!
const eventsOf = async (kind: string) => world.db('events').where({ kind }).orderBy('number')

describe('sending', () => {
  test('a file comes back byte for byte, and its way is on record', async () => {
    const bytes = await pdfOf('A plain letter.', 'Its second page.')
    const answer = await send(world, vendor, [{ name: 'letter.pdf', bytes }])
    expect(answer.status).toBe(303)
    const agent = await once(world, 'sam')
    const back = await agent.get(`${answer.headers.location}/download`).buffer().parse(whole).expect(200)
    expect(Buffer.compare(back.body as Buffer, bytes)).toBe(0)
    expect(back.headers).toMatchObject({
      'content-type': 'application/pdf',
      'content-disposition': `attachment; filename="letter.pdf"; filename*=UTF-8''letter.pdf`,
      'content-security-policy': "default-src 'none'; sandbox",
      'x-content-type-options': 'nosniff',
    })
    const document = await documentNamed('letter.pdf')
    expect(JSON.parse((await eventsOf('document.received'))[0].data)).toMatchObject({
      sha256: document.sha256,
      bytes: bytes.length,
    })
    expect(await eventsOf('document.downloaded')).toHaveLength(1)
  })

  test('nothing of what it says is on the disk in plain', async () => {
    const bytes = Buffer.concat([await pdfOf('hello'), Buffer.from(`\n%${CANARY}\n`)])
    await send(world, vendor, [{ name: `canary.pdf`, bytes }])
    const leaks = filesUnder(world.folder).filter((file) => fs.readFileSync(file).includes(CANARY))
    expect(leaks).toEqual([])
    await until(() => filesUnder(path.join(uploads(), 'tmp')).length === 0)
  })

  test('several at once, each for itself: the good one is kept, the bad ones are told why', async () => {
    const good = await pdfOf('The good one.')
    const answer = await send(world, vendor, [
      { name: 'good.pdf', bytes: good },
      { name: 'notes.docx', bytes: Buffer.from('PK\u0003\u0004 word') },
      { name: 'nothing.pdf', bytes: Buffer.alloc(0) },
    ])
    expect(answer.status).toBe(422)
    expect(answer.text).toContain('“notes.docx” is not a PDF. Save or print it as a PDF and send that.')
    expect(answer.text).toContain('“nothing.pdf” is empty.')
    expect(answer.text).toContain('good.pdf</a>')
    expect(await documentNamed('notes.docx')).toBeUndefined()
    expect(await documentNamed('good.pdf')).toMatchObject({ vendorId: vendor.id })
    await until(() => filesUnder(path.join(uploads(), 'tmp')).length === 0)
  })

  test('junk before the mark of a PDF is taken, as PDF readers do', async () => {
    const bytes = Buffer.concat([Buffer.from('junk from a scanner\r\n'), await pdfOf('After junk.')])
    expect((await send(world, vendor, [{ name: 'junk.pdf', bytes }])).status).toBe(303)
  })

  test('the same file again is told and not kept twice', async () => {
    const bytes = await pdfOf('Sent twice.')
    const first = await send(world, vendor, [{ name: 'once.pdf', bytes }])
    const files = filesUnder(uploads()).length
    const second = await send(world, vendor, [{ name: 'twice.pdf', bytes }])
    expect(second.headers.location).toBe(first.headers.location)
    expect(filesUnder(uploads())).toHaveLength(files)
    expect(await documentNamed('twice.pdf')).toBeUndefined()
    expect(await eventsOf('document.receivedAgain')).toHaveLength(1)
  })

  test('one file at the same moment twice is still one document', async () => {
    const bytes = await pdfOf('A double click.')
    await Promise.all([1, 2, 3].map((n) => send(world, vendor, [{ name: `click${n}.pdf`, bytes }])))
    const rows = await world.db('documents').where('name', 'like', 'click%')
    expect(rows).toHaveLength(1)
  })

  test('too large: 413, a sentence, nothing kept', async () => {
    const before = filesUnder(uploads()).length
    const bytes = Buffer.concat([await pdfOf('Large.'), Buffer.alloc(1_100_000, 32)])
    const answer = await send(world, vendor, [{ name: 'large.pdf', bytes }])
    expect(answer.status).toBe(413)
    expect(answer.text).toContain('“large.pdf” is larger than 1 MB, the most that is taken. Nothing was kept')
    expect(filesUnder(uploads())).toHaveLength(before)
  })

  test('no file, too many files and a broken body each get a sentence', async () => {
    const agent = await once(world, 'priya')
    const none = await agent.post(`/vendors/${vendor.id}/documents`).field('note', 'x').expect(422)
    expect(none.text).toContain('Choose at least one PDF.')
    const many = await send(
      world,
      vendor,
      Array.from({ length: 21 }, (_, n) => ({ name: `${n}.pdf`, bytes: Buffer.from('%PDF-') })),
    )
    expect(many.status).toBe(422)
    expect(many.text).toContain('Send at most 20 files at a time.')
    const broken = await agent
      .post(`/vendors/${vendor.id}/documents`)
      .set('content-type', 'multipart/form-data; boundary=x')
      .send(
        '--x\r\nContent-Disposition: form-data; name="files"; filename="a.pdf"\r\n\r\n%PDF-1.7 and no end',
      )
    expect(broken.status).toBe(422)
    await until(() => filesUnder(path.join(uploads(), 'tmp')).length === 0)
  })

  test('an upload that breaks off leaves nothing', async () => {
    const server = world.app.listen(0)
    const before = filesUnder(uploads()).length
    const agent = await once(world, 'priya')
    const cookie = cookieOf(agent)
    await breakOff((server.address() as AddressInfo).port, `/vendors/${vendor.id}/documents`, cookie)
    await until(() => filesUnder(path.join(uploads(), 'tmp')).length === 0)
    expect(filesUnder(uploads())).toHaveLength(before)
    server.close()
  })

  test('what a crash left half-way is swept at the next start, what is young is not', async () => {
    const old = path.join(uploads(), 'tmp', 'old.part')
    const young = path.join(uploads(), 'tmp', 'young.part')
    for (const file of [old, young]) fs.writeFileSync(file, 'half')
    fs.utimesSync(old, new Date(0), new Date(0))
    expect(await sweepTemporary(world.services.config)).toBe(1)
    expect(filesUnder(path.join(uploads(), 'tmp'))).toEqual([young])
    fs.rmSync(young)
  })
})

describe('names', () => {
  test('of any language come right', async () => {
    const name = 'Ärztebericht 年度報告 – Müller.pdf'
    const answer = await send(world, vendor, [{ name, bytes: await pdfOf('Names.') }])
    expect(await documentNamed(name)).toBeDefined()
    const agent = await once(world, 'priya')
    const page = await agent.get(answer.headers.location!).expect(200)
    expect(page.text).toContain(name)
    const back = await agent.get(`${answer.headers.location}/download`)
    const exact = /filename\*=UTF-8''(.+)$/.exec(back.headers['content-disposition']!)![1]!
    expect(decodeURIComponent(exact)).toBe(name)
  })

  test.each([
    ['../../etc/passwd.pdf', 'passwd.pdf'],
    ['C:\\Users\\x\\report.pdf', 'report.pdf'],
    ['safe\u202Efdp.exe', 'safefdp.exe'],
    ['a\r\nSet-Cookie: x=1.pdf', 'aSet-Cookie: x=1.pdf'],
    ['\u0000\u200b', 'Unnamed.pdf'],
    ['..', 'Unnamed.pdf'],
  ])('%j is shown as %j', (given, shown) => expect(cleanName(given)).toBe(shown))

  test('long ones are cut, with their ending kept', () => {
    const name = cleanName(`${'x'.repeat(400)}.pdf`)
    expect(name).toHaveLength(200)
    expect(name.endsWith('….pdf')).toBe(true)
  })

  test('markup in a name is words', async () => {
    const answer = await send(world, vendor, [
      { name: '<img src=x onerror=alert(1)>.pdf', bytes: await pdfOf('Markup.') },
    ])
    const page = await (await once(world, 'priya')).get(answer.headers.location!)
    expect(page.text).not.toContain('<img src=x')
  })
})

describe('what is stored', () => {
  test.each([
    ['one bit flipped', (file: string) => flip(file, 200)],
    ['its tag flipped', (file: string) => flip(file, -1)],
    ['cut short', (file: string) => fs.truncateSync(file, 100)],
    ['gone', (file: string) => fs.rmSync(file)],
    ['swapped for another file', (file: string) => fs.copyFileSync(otherFile(file), file)],
  ])('%s: a sentence, and no byte of it', async (what, damage) => {
    const answer = await send(world, vendor, [
      { name: `${what}.pdf`, bytes: await pdfOf(`Whole until ${what}.`) },
    ])
    const id = answer.headers.location!.split('/').at(-1)!
    damage(filesUnder(uploads()).find((file) => file.endsWith(`${id}.enc`))!)
    const back = await (await once(world, 'priya')).get(`/documents/${id}/download`)
    expect(back.status).toBe(500)
    expect(back.text).toContain('What is stored differs from what was received')
    expect(back.text).not.toContain('%PDF')
  })

  test('another practice’s key and id open nothing', async () => {
    const answer = await send(world, vendor, [{ name: 'mine.pdf', bytes: await pdfOf('Mine alone.') }])
    const id = answer.headers.location!.split('/').at(-1)!
    await expect(openDocument(world.services, await world.actor('otto'), id)).rejects.toThrow('moved')
  })
})

describe('reading', () => {
  test('a document is read beside the pages, with progress, and its page says what it is', async () => {
    const answer = await send(world, vendor, [
      { name: 'read me.pdf', bytes: await pdfOf('Minutes of a meeting about chairs.') },
    ])
    const agent = await once(world, 'sam')
    const at = answer.headers.location!
    const waiting = await agent.get(at).expect(200)
    expect(waiting.text).toContain('Waiting to be read.')
    expect(waiting.text).toContain('http-equiv="refresh"')
    expect((await agent.get(`${at}/progress`)).body).toMatchObject({ done: false, state: 'waiting' })
    await workThrough(world)
    expect((await agent.get(`${at}/progress`)).body).toMatchObject({ done: true, state: 'read' })
    const read = await agent.get(at).expect(200)
    expect(read.text).toContain('What it says')
    expect(read.text).not.toContain('http-equiv="refresh"')
    const document = await documentNamed('read me.pdf')
    expect(document).toMatchObject({ state: 'read', pages: 1 })
    const events = await eventsOf('document.read')
    expect(events.filter((event) => event.data.includes(document.id))).toHaveLength(1)
  })

  test('a damaged one says so and can be tried again', async () => {
    const answer = await send(world, vendor, [
      { name: 'damaged.pdf', bytes: Buffer.from('%PDF-1.7\nnothing that holds') },
    ])
    await workThrough(world)
    const agent = await once(world, 'sam')
    const page = await agent.get(answer.headers.location!).expect(200)
    expect(page.text).toContain('It could not be read')
    expect(page.text).toContain('Try again')
    await agent.post(`${answer.headers.location}/reading`).expect(303)
    expect((await documentNamed('damaged.pdf')).state).toBe('waiting')
    expect(await eventsOf('document.readingAsked')).toHaveLength(1)
    await workThrough(world)
    expect(await documentNamed('damaged.pdf')).toMatchObject({ state: 'failed', failureCode: 'damaged' })
  })

  test('a locked one asks for its password, uses it once and keeps it nowhere', async () => {
    const password = 'once-only-4711'
    const answer = await send(world, vendor, [
      { name: 'locked.pdf', bytes: await lockedPdf(password, 'Behind the lock.') },
    ])
    await workThrough(world)
    const agent = await once(world, 'sam')
    const page = await agent.get(answer.headers.location!).expect(200)
    expect(page.text).toContain('Password of the file')
    const none = await agent
      .post(`${answer.headers.location}/password`)
      .type('form')
      .send({ password: '' })
      .expect(422)
    expect(none.text).toContain('Enter the password')
    const wrong = await agent
      .post(`${answer.headers.location}/password`)
      .type('form')
      .send({ password: 'guess' })
    expect(wrong.status).toBe(422)
    expect(wrong.text).toContain('doesn’t open it')
    await agent.post(`${answer.headers.location}/password`).type('form').send({ password }).expect(303)
    expect(await documentNamed('locked.pdf')).toMatchObject({ state: 'read', failureCode: null })
    for (const table of ['jobs', 'events', 'documents', 'readings']) {
      expect(JSON.stringify(await world.db(table).select())).not.toContain(password)
    }
  })

  test('reading again keeps what was read before', async () => {
    const document = await documentNamed('read me.pdf')
    await world.db('readings').where({ documentId: document.id }).update({ readerVersion: '0' })
    world.clock.set('2026-11-22T15:30:00.000Z')
    const agent = await once(world, 'priya')
    expect((await agent.get(`/documents/${document.id}`)).text).toContain('A newer reader is here')
    await agent.post(`/documents/${document.id}/reading`).expect(303)
    await workThrough(world)
    expect(await world.db('readings').where({ documentId: document.id })).toHaveLength(2)
    expect((await agent.get(`/documents/${document.id}`)).text).toContain('Read before')
  })
})

describe('pages as evidence', () => {
  test('a page is drawn once, kept sealed and served as a picture', async () => {
    const document = await documentNamed('read me.pdf')
    const agent = await once(world, 'sam')
    const page = await agent.get(`/documents/${document.id}/pages/1?field=document&at=0`).expect(200)
    expect(page.text).toContain(`/documents/${document.id}/pages/1/image`)
    const image = await agent.get(`/documents/${document.id}/pages/1/image`).expect(200)
    expect(image.headers).toMatchObject({ 'content-type': 'image/png', 'x-content-type-options': 'nosniff' })
    expect((image.body as Buffer).subarray(1, 4).toString()).toBe('PNG')
    const kept = filesUnder(uploads()).filter((file) => file.includes(`pages/${document.id}`))
    expect(kept).toHaveLength(1)
    expect(fs.readFileSync(kept[0]!).includes('PNG')).toBe(false)
    const again = await agent.get(`/documents/${document.id}/pages/1/image`).expect(200)
    expect(Buffer.compare(again.body as Buffer, image.body as Buffer)).toBe(0)
    const views = (await eventsOf('document.viewed')).filter((event) => event.data.includes(document.id))
    expect(views).toHaveLength(1)
  })

  test('a page that isn’t there is no page', async () => {
    const document = await documentNamed('read me.pdf')
    const agent = await once(world, 'sam')
    for (const page of ['0', '2', '-1', '1e3', '99999999']) {
      await agent.get(`/documents/${document.id}/pages/${page}`).expect(404)
      await agent.get(`/documents/${document.id}/pages/${page}/image`).expect(404)
    }
  })
})

describe('walls', () => {
  test('Otto finds none of it, and his try leaves nothing', async () => {
    const document = await documentNamed('read me.pdf')
    const otto = await once(world, 'otto')
    const at = `/documents/${document.id}`
    for (const address of [
      at,
      `${at}/progress`,
      `${at}/download`,
      `${at}/pages/1`,
      `${at}/pages/1/image`,
      `${at}/corrections/document`,
    ]) {
      await otto.get(address).expect(404)
    }
    for (const address of [`${at}/reading`, `${at}/password`, `${at}/corrections/document`]) {
      await otto.post(address).type('form').send({ password: 'x', value: 'other', note: 'x' }).expect(404)
    }
    await otto.get(`/vendors/${vendor.id}/documents/new`).expect(404)
    const before = filesUnder(uploads()).length
    expect(
      (await send(world, vendor, [{ name: 'otto.pdf', bytes: await pdfOf('Otto.') }], 'otto')).status,
    ).toBe(404)
    expect(filesUnder(uploads())).toHaveLength(before)
  })

  test('staff may send and look, and not correct', async () => {
    const answer = await send(world, vendor, [{ name: 'sams.pdf', bytes: await pdfOf('From Sam.') }], 'sam')
    expect(answer.status).toBe(303)
    expect(await documentNamed('sams.pdf')).toMatchObject({ uploaderName: 'Sam Ortiz' })
    const sam = await once(world, 'sam')
    await sam.get(`/vendors/${vendor.id}/documents/new`).expect(200)
    await sam.get(`${answer.headers.location}/corrections/document`).expect(403)
    await sam.post(`${answer.headers.location}/corrections/document`).expect(403)
  })

  test('a visitor must sign in', async () => {
    const visitor = world.visitor()
    for (const address of [`/documents/${(await newest()).id}`, `/vendors/${vendor.id}/documents/new`]) {
      expect((await visitor.get(address)).headers.location).toContain('/sign-in')
    }
  })
})

function whole(answer: unknown, done: (error: Error | null, body: Buffer) => void): void {
  const response = answer as NodeJS.ReadableStream
  const chunks: Buffer[] = []
  response.on('data', (chunk: Buffer) => chunks.push(chunk))
  response.on('end', () => done(null, Buffer.concat(chunks)))
}

function flip(file: string, at: number): void {
  const bytes = fs.readFileSync(file)
  const index = at < 0 ? bytes.length + at : at
  bytes[index] = bytes[index]! ^ 1
  fs.writeFileSync(file, bytes)
}

function otherFile(file: string): string {
  return filesUnder(path.dirname(file)).find((other) => other !== file && other.endsWith('.enc'))!
}

function cookieOf(agent: Awaited<ReturnType<World['as']>>): string {
  const jar = (agent as unknown as { jar: { getCookies(access: unknown): { toValueString(): string }[] } })
    .jar
  const access = { domain: '127.0.0.1', path: '/', secure: false, script: false }
  return jar
    .getCookies(access)
    .map((cookie) => cookie.toValueString())
    .join('; ')
}

function breakOff(port: number, at: string, cookie: string): Promise<void> {
  const headers = { cookie, 'content-type': 'multipart/form-data; boundary=x', 'content-length': '900000' }
  return new Promise((resolve) => {
    const request = http.request({ port, path: at, method: 'POST', headers })
    request.on('error', () => resolve())
    request.write('--x\r\nContent-Disposition: form-data; name="files"; filename="a.pdf"\r\n\r\n%PDF-1.7')
    request.write(Buffer.alloc(200_000, 65))
    void until(() => filesUnder(path.join(uploads(), 'tmp')).length > 0).then(() => request.destroy())
  })
}

async function until(isSo: () => boolean): Promise<void> {
  for (let tries = 0; tries < 200 && !isSo(); tries++) await new Promise((resolve) => setTimeout(resolve, 20))
  expect(isSo()).toBe(true)
}
