import { execFileSync, spawnSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { listVersions } from '../server/agreements/agreements'
import { findChainFault, listEvents } from '../server/audit/audit'
import { fileBytes, findDocument, latestReading } from '../server/documents/documents'
import { addDraft, usualTerms, type DraftTerms } from '../server/drafts/drafts'
import { checkSeal } from '../server/signing/seal/checkSeal'
import { sendToSign } from '../server/signing/send'
import { findPractice } from '../server/accounts/accounts'
import { mattersToday } from '../server/reminders/facts'
import { planReminders } from '../server/reminders/reminders'
import { findSigning } from '../server/signing/signing'
import { addVendor, baaStanding, findVendor, type Vendor } from '../server/vendors/vendors'
import { once, workThrough } from './support/files'
import { openWorld, type World } from './support/world'

let world: World
let vendor: Vendor

beforeEach(async () => {
  world = await openWorld()
  vendor = await addVendor(world.db, await world.actor('priya'), {
    name: 'Larkhollow CareBridge',
    category: 'ehr',
    service: 'hosting of the electronic health record',
    contacts: [{ name: 'Dana Okoye', email: 'dana@larkhollow.example' }],
  })
})
afterEach(() => world.close())

const SIGNED = { name: 'Dana Okoye', title: 'Privacy Officer', authority: 'yes', consent: 'yes' }

function terms(values: Partial<DraftTerms> = {}): DraftTerms {
  const usual = usualTerms(
    'Maple Street Family Medicine',
    'Larkhollow Health Systems, Inc.',
    'hosting',
    '2027-11-22',
  )
  return { ...usual, ...values }
}

async function sent(values: Partial<DraftTerms> = {}) {
  const priya = await world.actor('priya')
  const draft = await addDraft(world.db, priya, vendor.id, terms(values))
  const to = { contactName: 'Dana Okoye', contactEmail: 'dana@larkhollow.example', message: '', days: 14 }
  const { signingId, link } = await sendToSign(world.services, priya, draft, vendor, to, 'link')
  const address = new URL(link!).pathname
  return { signingId, draft, address, guest: await guestIn(address) }
}

async function guestIn(address: string) {
  const guest = world.visitor().set('User-Agent', 'Phone/1.0')
  await guest.post(address).expect(303)
  return guest
}

async function kinds(): Promise<string[]> {
  const events = await listEvents(world.db, await world.actor('priya'), { vendorId: vendor.id })
  return events.map((event) => event.kind)
}

const signing = async (id: string) => findSigning(world.db, await world.actor('priya'), id)
const letters = (kind: string) =>
  world.db('letters').where({ kind }).select('toEmail', 'subject', 'text', 'html')

async function bothSign(values: Partial<DraftTerms> = {}) {
  const made = await sent(values)
  await made.guest.post('/invite/sign').type('form').send(SIGNED).expect(303)
  world.clock.set('2026-11-23T16:00:00.000Z')
  await (
    await once(world, 'priya')
  )
    .post(`/signings/${made.signingId}/countersign`)
    .type('form')
    .send({ ...SIGNED, name: 'Priya Raman', title: 'Practice manager' })
    .expect(303)
  await workThrough(world)
  return made
}

function verify(name: string, bytes: Buffer | null): { status: number | null; out: string } {
  const file = path.join(world.folder, name)
  if (bytes) fs.writeFileSync(file, bytes)
  const env = { ...process.env, DATA_DIR: world.services.config.dataDir }
  const { status, stdout } = spawnSync('scripts/verify', [file], { cwd: path.resolve(__dirname, '..'), env })
  return { status, out: stdout.toString() }
}

async function sealedBytes(signingId: string): Promise<Buffer> {
  const { sealedDocumentId } = await signing(signingId)
  const document = await findDocument(world.db, await world.actor('priya'), sealedDocumentId!)
  return fileBytes(world.services, document)
}

async function calledToMind() {
  const { practiceId } = await world.actor('priya')
  const practice = await findPractice(world.db, practiceId)
  const matters = []
  for await (const some of mattersToday(world.db, practice, world.clock.now(), () => 0)) matters.push(...some)
  return matters.filter(({ kind }) => kind === 'signingOpen')
}

test('one that isn’t signed yet is called to mind every week, by whoever it waits for, until both have signed', async () => {
  const { signingId, address } = await sent()
  const [matter] = await calledToMind()
  expect(matter).toMatchObject({ base: '2026-11-22', detail: 'with the vendor', about: signingId })
  world.clock.set('2026-11-30T16:00:00.000Z')
  await planReminders(world.services)
  const [letter] = await world
    .db('letters')
    .where('subject', 'like', '%signed yet%')
    .select('subject', 'text')
  expect(letter.subject).toContain('the BAA isn’t signed yet')
  expect(letter.text).toContain('waits for the vendor’s signature, since 22 Nov 2026')
  const due = new URL(/http\S+letters\/due\/\S+/.exec(letter.text)![0]).pathname
  const page = await (await once(world, 'priya')).get(due).expect(200)
  expect(page.text).toContain(`/signings/${signingId}`)
  const guest = await guestIn(address)
  await guest.post('/invite/sign').type('form').send(SIGNED).expect(303)
  expect(await calledToMind()).toMatchObject([{ base: '2026-11-30', detail: 'countersign' }])
  const own = { ...SIGNED, name: 'Priya Raman', title: 'Practice manager' }
  const priya = await once(world, 'priya')
  await priya.post(`/signings/${signingId}/countersign`).type('form').send(own).expect(303)
  expect(await calledToMind()).toEqual([])
})

test('one that was declined or taken back waits for nobody', async () => {
  const { guest } = await sent()
  await guest
    .post('/invite/sign/decline')
    .type('form')
    .send({ declineReason: 'Our own paper alone.' })
    .expect(303)
  expect(await calledToMind()).toEqual([])
})

describe('writing one', () => {
  const words = () => {
    const filled = Object.entries(terms()).filter(([, value]) => value !== null)
    return Object.fromEntries(
      filled.map(([name, value]) => [name, Array.isArray(value) ? value : String(value)]),
    )
  }

  test('it is seen before it is saved, and saved as a draft that can be changed', async () => {
    const rae = await once(world, 'rae')
    await rae
      .get(`/vendors/${vendor.id}/drafts/new`)
      .expect(200)
      .expect(/hosting of the electronic health record/)
    const preview = await rae
      .post(`/vendors/${vendor.id}/drafts`)
      .type('form')
      .send({ ...words(), then: 'preview', breachDays: '20', riders: ['TX'] })
      .expect(200)
    expect(preview.text).toContain('no case later than 20 calendar days after discovery')
    expect(preview.text).toContain('then only 10 remain to you')
    expect(preview.text).toContain('Health and Safety Code chapter 181')
    expect(await world.db('drafts')).toHaveLength(0)
    const saved = await rae.post(`/vendors/${vendor.id}/drafts`).type('form').send(words()).expect(303)
    const page = await rae.get(saved.headers.location!).expect(200)
    expect(page.text).toContain('You hear of a breach at most 10 days after the vendor discovers it.')
    expect(page.text).toContain('This is no legal advice.')
    const paper = await rae.get(`${saved.headers.location}/paper`).expect(200).expect('Content-Type', /pdf/)
    expect(String(paper.headers['content-disposition'])).toContain('not signed.pdf')
    await rae
      .post(saved.headers.location!)
      .type('form')
      .send({ ...words(), breachDays: '5' })
      .expect(303)
    expect(JSON.parse((await world.db('drafts').first()).terms)).toMatchObject({ breachDays: 5 })
    expect(await kinds()).toEqual(expect.arrayContaining(['draft.written', 'draft.changed']))
  })

  test('what can’t be agreed is refused, with the words kept', async () => {
    const rae = await once(world, 'rae')
    const wrong = { ...words(), breachDays: '61', services: '', reviewBy: '2026-01-01' }
    const page = await rae.post(`/vendors/${vendor.id}/drafts`).type('form').send(wrong).expect(422)
    expect(page.text).toContain('the law allows no more (45 CFR 164.410(b))')
    expect(page.text).toContain('Say what the vendor does for you')
    expect(page.text).toContain('Choose a day to come')
    expect(page.text).toContain('value="61"')
    const fixed = { ...words(), term: 'fixed', ends: '2026-11-01' }
    await rae
      .post(`/vendors/${vendor.id}/drafts`)
      .type('form')
      .send(fixed)
      .expect(422)
      .expect(/after the first one/)
    await (
      await once(world, 'sam')
    )
      .post(`/vendors/${vendor.id}/drafts`)
      .type('form')
      .send(words())
      .expect(403)
  })

  test('once sent it stays as it was; a copy is changed instead', async () => {
    const { draft } = await sent()
    const rae = await once(world, 'rae')
    await rae.get(`/drafts/${draft.id}/edit`).expect(303).expect('Location', `/drafts/${draft.id}`)
    await rae.post(`/drafts/${draft.id}`).type('form').send(words()).expect(409)
    const copy = await rae.post(`/drafts/${draft.id}/copy`).expect(303)
    await rae
      .get(copy.headers.location!)
      .expect(200)
      .expect(/Change the draft/)
  })
})

describe('signing', () => {
  test('vendor and practice sign, and the paper is sealed, read, recorded and sent to both', async () => {
    const { guest, signingId } = await sent({ effective: '2026-11-20' })
    await guest.get('/invite').expect(303).expect('Location', '/invite/sign')
    const page = await guest.get('/invite/sign').expect(200)
    expect(page.text).toContain('Maple Street Family Medicine asks you to sign an agreement')
    await guest.get('/invite/sign/paper').expect(200).expect('Content-Type', /pdf/)
    await guest.get('/invite/sign/pages/1').expect(200).expect('Content-Type', /png/)
    await guest.get('/invite/sign/pages/99').expect(404)
    await guest.post('/invite/sign').type('form').send(SIGNED).expect(303)
    expect((await guest.get('/invite/sign')).text).toContain('Thank you, Dana Okoye. You have signed.')
    expect(await letters('signing.signed')).toMatchObject([{ toEmail: 'priya@maple.example' }])

    const priya = await once(world, 'priya')
    expect((await priya.get('/')).text).toContain('the BAA is signed by the vendor and waits for you.')
    await priya
      .get(`/signings/${signingId}/countersign`)
      .expect(200)
      .expect(/Dana Okoye, Privacy Officer/)
    const mine = { ...SIGNED, name: 'Priya Raman', title: 'Practice manager' }
    await priya.post(`/signings/${signingId}/countersign`).type('form').send(mine).expect(303)
    expect((await signing(signingId)).state).toBe('being sealed')
    await workThrough(world)

    const done = await signing(signingId)
    expect(done.state).toBe('signed by both')
    const actor = await world.actor('priya')
    const [version] = await listVersions(world.db, actor, vendor.id)
    expect(version).toMatchObject({
      id: done.agreementId,
      documentId: done.sealedDocumentId,
      effective: '2026-11-20',
      term: 'evergreen',
      reviewBy: '2027-11-22',
      coveredEntitySigner: 'Priya Raman',
      coveredEntitySignedOn: '2026-11-22',
      businessAssociateSigner: 'Dana Okoye',
    })
    expect(baaStanding(await findVendor(world.db, actor, vendor.id), actor.today)).toMatchObject({
      state: 'good',
    })
    const reading = (await latestReading(world.db, done.sealedDocumentId!))!.reading
    expect(Object.values(reading.provisions!).map(({ result }) => result)).toEqual(Array(26).fill('present'))
    expect(reading.baa!.signedByBusinessAssociate).toMatchObject({ value: true })

    expect(await letters('signing.completed')).toMatchObject([{ toEmail: 'priya@maple.example' }])
    const copy = (await letters('invite')).find(({ subject }) => subject.startsWith('Your copy'))
    const link = new URL(/https?:\/\/\S+/.exec(copy.text)![0]).pathname
    const fetched = await (await guestIn(link)).get('/invite/sign/paper').buffer().expect(200)
    expect(checkSeal(fetched.body as Buffer).state).toBe('intact')
    expect((await guest.get('/invite/sign')).text).toContain('The agreement is signed by both')
    expect((await priya.get('/')).text).not.toMatch(/waits for you|waits to be recorded/)
    expect(await kinds()).toEqual(
      expect.arrayContaining([
        'signing.sent',
        'signing.signed',
        'signing.countersigned',
        'signing.completed',
        'baa.recorded',
      ]),
    )
    expect(await findChainFault(world.db, actor.practiceId)).toBeNull()
  })

  test('the practice may sign first, and what it drew is kept', async () => {
    const { guest, signingId } = await sent()
    const drawing = JSON.stringify([
      [
        [0, 0.5],
        [0.2, 0.1],
        [0.4, 0.9],
        [0.7, 0.3],
        [1, 0.5],
      ],
    ])
    const mine = { ...SIGNED, name: 'Priya Raman', title: 'Owner', way: 'drawn', drawing }
    const priya = await once(world, 'priya')
    await priya.post(`/signings/${signingId}/countersign`).type('form').send(mine).expect(303)
    await priya.post(`/signings/${signingId}/countersign`).type('form').send(mine).expect(409)
    expect((await signing(signingId)).state).toBe('with the vendor')
    await guest.post('/invite/sign').type('form').send(SIGNED).expect(303)
    await guest.post('/invite/sign').type('form').send(SIGNED).expect(303)
    await workThrough(world)
    expect((await signing(signingId)).state).toBe('signed by both')
    expect(await world.db('signatures')).toHaveLength(2)
    expect((await world.db('signatures').where({ side: 'coveredEntity' }).first()).drawing).toBe(drawing)
    expect(await world.db('agreements')).toHaveLength(1)
  })

  test('a sealing that failed in every attempt says so, stands on Today, and is tried again', async () => {
    const { guest, signingId } = await sent()
    await guest.post('/invite/sign').type('form').send(SIGNED).expect(303)
    const priya = await once(world, 'priya')
    const mine = { ...SIGNED, name: 'Priya Raman', title: 'Owner' }
    await priya.post(`/signings/${signingId}/countersign`).type('form').send(mine).expect(303)
    await priya.post(`/signings/${signingId}/seal-again`).expect(409)
    const finishedAt = world.clock.now().toISOString()
    await world.db('jobs').where({ kind: 'signing.seal' }).update({ state: 'failed', finishedAt })
    expect((await priya.get(`/signings/${signingId}`)).text).toContain('could not be sealed')
    expect((await priya.get('/')).text).toContain('is signed by both and could not be sealed')
    world.clock.set(new Date(world.clock.now().getTime() + 1000).toISOString())
    await priya.post(`/signings/${signingId}/seal-again`).expect(303)
    expect(await kinds()).toContain('signing.sealingRetried')
    expect((await priya.get(`/signings/${signingId}`)).text).not.toContain('could not be sealed')
    await priya.post(`/signings/${signingId}/seal-again`).expect(409)
    await workThrough(world)
    expect((await signing(signingId)).state).toBe('signed by both')
  })

  test('without name, ticks or strokes nothing is signed, and who types is shown it again', async () => {
    const { guest } = await sent()
    const page = await guest
      .post('/invite/sign')
      .type('form')
      .send({ name: '', title: 'CISO', way: 'drawn', drawing: '[]' })
      .expect(422)
    for (const words of [
      'Enter your full name',
      'Tick this, or have it passed on',
      'Tick this to sign here',
      'Draw your signature',
    ])
      expect(page.text).toContain(words)
    expect(page.text).toContain('value="CISO"')
    expect(await world.db('signatures')).toHaveLength(0)
  })

  test('administrators alone sign for the practice', async () => {
    const { signingId } = await sent()
    await (
      await once(world, 'rae')
    )
      .post(`/signings/${signingId}/countersign`)
      .type('form')
      .send(SIGNED)
      .expect(403)
    await (
      await once(world, 'otto')
    )
      .post(`/signings/${signingId}/countersign`)
      .type('form')
      .send(SIGNED)
      .expect(404)
  })

  test('the vendor declines, and the practice is told why', async () => {
    const { guest, signingId } = await sent()
    await guest.post('/invite/sign/decline').type('form').send({ declineReason: '' }).expect(422)
    await guest
      .post('/invite/sign/decline')
      .type('form')
      .send({ declineReason: 'We use our own paper.' })
      .expect(303)
    expect((await guest.get('/invite/sign')).text).toContain('You have declined.')
    await guest.post('/invite/sign').type('form').send(SIGNED).expect(409)
    const [letter] = await letters('signing.declined')
    expect(letter.text).toContain('We use our own paper.')
    const priya = await once(world, 'priya')
    expect((await priya.get('/')).text).toContain('the vendor declined to sign the BAA.')
    expect((await priya.get(`/signings/${signingId}`)).text).toContain('We use our own paper.')
  })

  test('the vendor asks for a change, and the practice sends a new one', async () => {
    const { guest, signingId, draft } = await sent()
    await guest.post('/invite/sign/change').type('form').send({ change: '3.4: 30 days, please.' }).expect(303)
    const rae = await once(world, 'rae')
    expect((await rae.get(`/signings/${signingId}`)).text).toContain('3.4: 30 days, please.')
    const copy = await rae.post(`/drafts/${draft.id}/copy`).expect(303)
    const copyId = copy.headers.location!.split('/')[2]!
    const to = {
      draftId: copyId,
      contactName: 'Dana Okoye',
      contactEmail: 'dana@larkhollow.example',
      days: '14',
      way: 'letter',
    }
    const again = await rae.post('/signings').type('form').send(to).expect(303)
    expect(again.headers.location).toMatch(/^\/signings\//)
    await rae.post('/signings').type('form').send(to).expect(409)
    expect((await letters('invite')).at(-1)).toMatchObject({
      subject: expect.stringContaining('asks you to sign'),
    })
    expect(await kinds()).toContain('signing.changeAsked')
  })

  test('the vendor passes it on: the new link works, the old one and its session are dead', async () => {
    const { guest, signingId } = await sent()
    const to = { forwardName: 'Lee Park', forwardEmail: 'lee@larkhollow.example' }
    await guest.post('/invite/sign/forward').type('form').send({ forwardName: 'Lee' }).expect(422)
    await guest
      .post('/invite/sign/forward')
      .type('form')
      .send(to)
      .expect(200)
      .expect(/Passed on to Lee Park/)
    await guest.get('/invite/sign').expect(410)
    const letter = (await letters('invite')).find(({ toEmail }) => toEmail === 'lee@larkhollow.example')
    const lee = await guestIn(new URL(/https?:\/\/\S+/.exec(letter.text)![0]).pathname)
    await lee
      .post('/invite/sign')
      .type('form')
      .send({ ...SIGNED, name: 'Lee Park' })
      .expect(303)
    expect((await signing(signingId)).signatures.businessAssociate).toMatchObject({
      name: 'Lee Park',
      email: 'lee@larkhollow.example',
      browser: 'Phone/1.0',
    })
    const page = await (await once(world, 'priya')).get(`/signings/${signingId}`)
    expect(page.text).toContain('Dana Okoye passed it on to Lee Park')
  })

  test('taken back, it can’t be signed and its link is dead', async () => {
    const { guest, signingId } = await sent()
    await (await once(world, 'rae')).post(`/signings/${signingId}/withdraw`).expect(303)
    await guest.post('/invite/sign').type('form').send(SIGNED).expect(410)
    await (
      await once(world, 'priya')
    )
      .post(`/signings/${signingId}/countersign`)
      .type('form')
      .send(SIGNED)
      .expect(409)
    expect((await signing(signingId)).state).toBe('withdrawn')
  })
})

describe('the seal', () => {
  test('any byte that is changed, added or cut off shows', async () => {
    const { signingId } = await bothSign()
    const sealed = await sealedBytes(signingId)
    expect(checkSeal(sealed)).toMatchObject({ state: 'intact', sealedAt: '2026-11-23T16:00:00.000Z' })
    const places = Array.from({ length: sealed.length }, (_, at) => at).filter((at) => at % 61 === 0)
    const contents = sealed.indexOf('/Contents <')
    const near = Array.from({ length: 700 }, (_, at) => contents - 60 + at)
    const unseen = [...places, ...near].filter((at) => {
      const other = Buffer.from(sealed)
      other[at]! ^= 1
      return checkSeal(other).state === 'intact'
    })
    expect(unseen).toEqual([])
    expect(checkSeal(Buffer.concat([sealed, Buffer.from('\n% more')])).state).toBe('changed')
    expect(checkSeal(sealed.subarray(0, -1)).state).toBe('changed')
    expect(checkSeal(Buffer.from('%PDF-1.7\n')).state).toBe('unsealed')
  })

  test('scripts/verify says so from the file alone', async () => {
    const { signingId } = await bothSign()
    const sealed = await sealedBytes(signingId)
    expect(verify('whole.pdf', sealed)).toMatchObject({
      status: 0,
      out: expect.stringMatching(/intact.*2026-11-23 16:00:00 UTC.*It is the certificate of this desk/s),
    })
    const changed = Buffer.from(sealed)
    changed[sealed.length - 100]! ^= 1
    expect(verify('changed.pdf', changed)).toMatchObject({
      status: 1,
      out: expect.stringContaining('It was changed'),
    })
    const plain = Buffer.from('%PDF-1.7\n%%EOF\n')
    expect(verify('plain.pdf', plain)).toMatchObject({ status: 2, out: expect.stringContaining('no seal') })
    expect(verify('gone.pdf', null).status).toBe(2)
  })

  test('its key is made once, for the owner’s eyes, and unreadable without the master key', async () => {
    await bothSign()
    const file = path.join(world.services.config.dataDir, 'seal.json')
    expect(fs.statSync(file).mode & 0o777).toBe(0o600)
    const before = fs.readFileSync(file, 'utf8')
    expect(before).toContain('BEGIN CERTIFICATE')
    expect(before).not.toContain('PRIVATE KEY')
    await bothSign()
    expect(fs.readFileSync(file, 'utf8')).toBe(before)
  })

  test('a certificate that was given is used instead', async () => {
    const folder = world.services.config.dataDir
    const openssl = (...given: string[]) => execFileSync('openssl', given, { cwd: folder, stdio: 'ignore' })
    openssl(
      'req',
      '-x509',
      '-newkey',
      'rsa:2048',
      '-nodes',
      '-subj',
      '/CN=Maple Street seal',
      '-keyout',
      'k.pem',
      '-out',
      'c.pem',
    )
    openssl(
      'pkcs12',
      '-export',
      '-inkey',
      'k.pem',
      '-in',
      'c.pem',
      '-passout',
      'pass:plum',
      '-out',
      'seal.p12',
    )
    Object.assign(world.services.config, {
      sealP12: path.join(folder, 'seal.p12'),
      sealP12Passphrase: 'plum',
    })
    const { signingId } = await bothSign()
    const check = checkSeal(await sealedBytes(signingId))
    expect(check.state).toBe('intact')
    expect(check.certificate!.subject).toContain('Maple Street seal')
  })
})
