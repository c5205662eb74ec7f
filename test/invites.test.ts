import request from 'supertest'
import { listEvents } from '../server/audit/audit'
import {
  listInvites,
  listOpenInvites,
  makeInviteLink,
  resendInvite,
  sendInvite,
  withdrawInvite,
} from '../server/invites/invites'
import { addVendor, type Vendor } from '../server/vendors/vendors'
import { recognise } from '../server/invites/recognised'
import type { DocumentKind, Reading } from '../server/reader/reader'
import { goodReading, read, unread } from './support/readings'
import { remindersPass } from '../server/reminders/reminders'
import { openWorld, type World } from './support/world'

let world: World
let vendor: Vendor

const asked = {
  purposes: [
    { kind: 'soc2' as const, words: null },
    { kind: 'baa' as const, words: null },
  ],
  contactName: 'Vera Stone',
  contactEmail: 'vera@larkhollow.example',
  message: 'We met in June.',
  days: 14,
}
const PDF = Buffer.from('%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n')

beforeEach(async () => {
  world = await openWorld()
  vendor = await addVendor(world.db, await world.actor('priya'), {
    name: 'Larkhollow CareBridge',
    category: 'ehr',
    contacts: [{ name: 'Vera Stone', email: 'vera@larkhollow.example' }],
  })
})
afterEach(() => world.close())

async function newLink(): Promise<{ inviteId: string; address: string }> {
  const made = await makeInviteLink(world.services, await world.actor('priya'), vendor, asked)
  return { inviteId: made.inviteId, address: new URL(made.link).pathname }
}

async function guestIn(address: string) {
  const guest = world.visitor()
  await guest.post(address).expect(303).expect('Location', '/invite')
  return guest
}

async function kinds(): Promise<string[]> {
  return (await listEvents(world.db, await world.actor('priya'), { vendorId: vendor.id })).map(
    (event) => event.kind,
  )
}

async function inviteRow(id: string) {
  return world.db('invites').where({ id }).first()
}

describe('asking', () => {
  const form = () => ({
    vendorId: vendor.id,
    purposes: ['soc2', 'baa'],
    contactName: 'Vera Stone',
    contactEmail: 'vera@larkhollow.example',
    message: 'We met in June.',
    days: '14',
  })

  test('the letter is seen before anything is sent', async () => {
    const priya = await world.as('priya')
    await priya
      .get(`/invites/new?vendor=${vendor.id}`)
      .expect(200)
      .expect(/Larkhollow CareBridge/)
    const page = await priya.post('/invites/preview').type('form').send(form()).expect(200)
    expect(page.text).toContain(
      'your current SOC 2 Type II report and the business associate agreement, signed',
    )
    expect(page.text).toContain('please by 6 Dec 2026')
    expect(page.text).toContain('We met in June.')
    expect(await world.db('invites')).toHaveLength(0)
  })

  test('sending queues one letter with the link, whose token is kept nowhere else', async () => {
    const priya = await world.as('priya')
    await priya
      .post('/invites')
      .type('form')
      .send({ ...form(), way: 'letter' })
      .expect(303)
    const [invite] = await listInvites(world.db, await world.actor('priya'), vendor.id)
    const letter = await world.db('letters').where({ kind: 'invite' }).first()
    const token = /\/i\/([\w-]{43})/.exec(String(letter.text))![1]!
    expect(JSON.stringify(await world.db('invites'))).not.toContain(token)
    expect(JSON.stringify(await world.db('events'))).not.toContain(token)
    expect(invite!.sentAt).not.toBeNull()
    expect(await kinds()).toContain('invite.sent')
    await priya
      .get(`/invites/${invite!.id}`)
      .expect(200)
      .expect(/Vera Stone/)
    await world
      .visitor()
      .get(`/i/${token}`)
      .expect(200)
      .expect(/Maple Street Family Medicine/)
  })

  test('a contact on file can be picked instead of typed', async () => {
    const contact = await world.db('contacts').where({ vendorId: vendor.id }).first()
    const priya = await world.as('priya')
    const picked = { ...form(), contactName: '', contactEmail: '', contact: contact.id, way: 'letter' }
    await priya.post('/invites').type('form').send(picked).expect(303)
    expect(await world.db('letters').where({ toEmail: 'vera@larkhollow.example' })).toHaveLength(1)
  })

  test('the link to copy is shown once', async () => {
    const priya = await world.as('priya')
    const page = await priya
      .post('/invites')
      .type('form')
      .send({ ...form(), way: 'link' })
      .expect(201)
    expect(page.text).toMatch(/\/i\/[\w-]{43}/)
    const [invite] = await listInvites(world.db, await world.actor('priya'), vendor.id)
    expect((await priya.get(`/invites/${invite!.id}`)).text).not.toMatch(/\/i\/[\w-]{43}/)
    expect(await world.db('letters')).toHaveLength(0)
    expect(await kinds()).toContain('invite.linkMade')
  })

  test('a wrong form comes back with its words and what to do', async () => {
    const priya = await world.as('priya')
    const wrong = {
      vendorId: vendor.id,
      purposes: 'other',
      contactName: 'Vera',
      contactEmail: 'vera',
      days: '400',
      message: 'kept words',
    }
    const page = await priya.post('/invites/preview').type('form').send(wrong).expect(422)
    expect(page.text).toContain('Enter the e-mail address of the person you ask')
    expect(page.text).toContain('Enter a number of days between 1 and 90')
    expect(page.text).toContain('kept words')
    const empty = await priya
      .post('/invites')
      .type('form')
      .send({ ...form(), purposes: [], way: 'letter' })
      .expect(422)
    expect(empty.text).toContain('Tick at least one thing to ask for')
    const other = await priya
      .post('/invites')
      .type('form')
      .send({ ...form(), purposes: 'other', way: 'letter' })
      .expect(422)
    expect(other.text).toContain('Say what else you need')
    expect(await world.db('invites')).toHaveLength(0)
  })

  test('staff may look and not ask; other practices find nothing; visitors sign in', async () => {
    const { inviteId } = await newLink()
    const [sam, otto] = [await world.as('sam'), await world.as('otto')]
    await sam.get(`/invites/${inviteId}`).expect(200)
    await sam
      .get('/invites')
      .expect(200)
      .expect(/Larkhollow/)
    await sam.get(`/invites/new?vendor=${vendor.id}`).expect(403)
    await sam
      .post('/invites')
      .type('form')
      .send({ ...form(), way: 'letter' })
      .expect(403)
    await sam.post(`/invites/${inviteId}/withdraw`).expect(403)
    await otto.get(`/invites/${inviteId}`).expect(404)
    await otto.get(`/invites/new?vendor=${vendor.id}`).expect(404)
    await otto
      .post('/invites')
      .type('form')
      .send({ ...form(), way: 'letter' })
      .expect(404)
    await otto.post(`/invites/${inviteId}/resend`).expect(404)
    await otto.post(`/invites/${inviteId}/withdraw`).expect(404)
    expect((await otto.get('/invites')).text).not.toContain('Larkhollow')
    await world
      .visitor()
      .get(`/invites/${inviteId}`)
      .expect(303)
      .expect('Location', /^\/sign-in/)
  })

  test('open requests leave out the finished, the withdrawn and the replaced', async () => {
    const priya = await world.actor('priya')
    const ids: string[] = []
    for (let n = 0; n < 3; n++) ids.push(await sendInvite(world.services, priya, vendor, asked))
    const all = await listOpenInvites(world.db, priya.practiceId)
    await withdrawInvite(
      world.db,
      priya,
      all.find((one) => one.id === ids[0])!,
    )
    const again = await resendInvite(
      world.services,
      priya,
      vendor,
      all.find((one) => one.id === ids[1])!,
      'letter',
    )
    const open = await listOpenInvites(world.db, priya.practiceId)
    expect(open.map((one) => one.id).sort()).toEqual([ids[2], again.inviteId].sort())
    expect(open[0]).toMatchObject({ vendorName: 'Larkhollow CareBridge', askedBy: 'Priya Raman' })
  })
})

describe('the link', () => {
  test('opening it, however often, changes nothing; the button does', async () => {
    const { inviteId, address } = await newLink()
    for (let n = 0; n < 3; n++) {
      await world.visitor().get(address).expect(200).expect('Referrer-Policy', 'no-referrer')
      await world.visitor().head(address).expect(200)
    }
    expect((await inviteRow(inviteId)).openedAt).toBeNull()
    expect(await world.db('guestSessions')).toHaveLength(0)
    await guestIn(address)
    await guestIn(address)
    expect((await inviteRow(inviteId)).openedAt).not.toBeNull()
    expect((await kinds()).filter((kind) => kind === 'invite.opened')).toHaveLength(1)
  })

  test('the cookie is for scripts’ eyes never, for this site alone, and stored as a hash', async () => {
    const { address } = await newLink()
    const answer = await world.visitor().post(address).expect(303)
    const cookie = String(answer.get('Set-Cookie')!.find((one) => one.startsWith('countersign-invite=')))
    expect(cookie).toMatch(/HttpOnly/)
    expect(cookie).toMatch(/SameSite=Strict/)
    const value = /=([^;]+)/.exec(cookie)![1]!
    const [session] = await world.db('guestSessions')
    expect(JSON.stringify(session)).not.toContain(value)
    expect(session.expiresAt).toBe('2026-11-23T03:00:00.000Z')
  })

  test('with TLS the cookie is bound to the host', async () => {
    const secure = await openWorld({ settings: { BASE_URL: 'https://desk.example' } })
    const owner = await secure.actor('priya')
    const own = await addVendor(secure.db, owner, { name: 'Larkhollow', category: 'ehr' })
    const { link } = await makeInviteLink(secure.services, owner, own, asked)
    const answer = await request(secure.app).post(new URL(link).pathname).expect(303)
    expect(String(answer.get('Set-Cookie'))).toMatch(/__Host-countersign-invite=.*Secure/)
    await secure.close()
  })

  test('a dead link says why and whom to ask', async () => {
    const priya = await world.actor('priya')
    const first = await newLink()
    const guest = await guestIn(first.address)
    const [invite] = await listInvites(world.db, priya, vendor.id)
    const { inviteId, link } = await resendInvite(world.services, priya, vendor, invite!, 'link')
    const replaced = await world.visitor().get(first.address).expect(410)
    expect(replaced.text).toContain('A newer link has taken its place')
    expect(replaced.text).toContain('Ask Priya Raman of Maple Street Family Medicine')
    await world.visitor().post(first.address).expect(410)
    await guest.get('/invite').expect(410)
    const newer = (await listInvites(world.db, priya, vendor.id)).find((one) => one.id === inviteId)!
    await world.visitor().get(new URL(link!).pathname).expect(200)
    await withdrawInvite(world.db, priya, newer)
    await world
      .visitor()
      .get(new URL(link!).pathname)
      .expect(410)
      .expect(/withdrawn the request/)
    expect(await kinds()).toEqual(expect.arrayContaining(['invite.resent', 'invite.withdrawn']))
  })

  test('it ends at midnight of its last day, and with it the guest’s page', async () => {
    const { address } = await newLink()
    world.clock.set('2026-12-07T04:59:00.000Z')
    const guest = await guestIn(address)
    await guest.get('/invite').expect(200)
    world.clock.set('2026-12-07T05:01:00.000Z')
    await guest.get('/invite').expect(410)
    await world
      .visitor()
      .get(address)
      .expect(410)
      .expect(/It ended on 6 Dec 2026/)
  })

  test('the guest’s page closes after twelve hours, and opens again by the link', async () => {
    const { address } = await newLink()
    const guest = await guestIn(address)
    world.clock.set('2026-11-23T03:00:01.000Z')
    await guest
      .get('/invite')
      .expect(410)
      .expect(/Open the link in your letter again/)
    await guestIn(address)
  })

  test('an unknown link is a 404 that helps', async () => {
    await world
      .visitor()
      .get('/i/nobody-made-this')
      .expect(404)
      .expect(/copied whole/)
    await world.visitor().post('/i/nobody-made-this').expect(404)
    await world.visitor().get('/invite').expect(410)
    await world.visitor().post('/invite/finish').expect(410)
    await world.visitor().post('/invite/files').attach('files', PDF, 'x.pdf').expect(410)
  })

  test('withdrawing takes back a letter that has not gone', async () => {
    const priya = await world.actor('priya')
    await sendInvite(world.services, priya, vendor, asked)
    const [invite] = await listInvites(world.db, priya, vendor.id)
    await withdrawInvite(world.db, priya, invite!)
    expect(await world.db('letters').first('state')).toEqual({ state: 'withdrawn' })
    await expect(withdrawInvite(world.db, priya, invite!)).rejects.toThrow('in the meantime')
  })
})

describe('the vendor', () => {
  test('delivers, sees a receipt, and is done', async () => {
    const { inviteId, address } = await newLink()
    const guest = await guestIn(address)
    const page = await guest.get('/invite').expect(200)
    expect(page.text).toContain('Maple Street Family Medicine asks you for 2 things')
    expect(page.text).toContain('We met in June.')
    await guest
      .post('/invite/files')
      .attach('files', PDF, 'Report 2026.pdf')
      .expect(303)
      .expect('Location', '/invite')
    const [document] = await world.db('documents')
    expect(document).toMatchObject({ inviteId, vendorId: vendor.id, uploaderName: 'Vera Stone' })
    const { body } = await guest.get('/invite/files').expect(200)
    expect(body.files[0]).toMatchObject({
      name: 'Report 2026.pdf',
      sha256: document.sha256,
      word: 'being read',
    })
    expect(body.isSettled).toBe(false)
    await guest.post('/invite/finish').type('form').send({ note: 'The BAA follows.' }).expect(303)
    const done = await guest.get('/invite').expect(200)
    expect(done.text).toContain('Thank you')
    expect(done.text).toContain(document.sha256)
    expect(await kinds()).toEqual(
      expect.arrayContaining(['invite.opened', 'document.received', 'invite.delivered', 'invite.finished']),
    )
    const receipt = await world.db('letters').where({ kind: 'invite.receipt' }).first()
    expect(receipt.toEmail).toBe('vera@larkhollow.example')
    expect(receipt.text).toContain(document.sha256)
    expect(
      await world.db('letters').where({ kind: 'invite.delivered', toEmail: world.email('priya') }),
    ).toHaveLength(1)
    expect((await world.db('letters').where({ kind: 'invite.finished' }).first()).text).toContain(
      'The BAA follows.',
    )
    expect(await inviteRow(inviteId)).toMatchObject({ note: 'The BAA follows.' })
  })

  test('the practice hears of the first file only, and follows the rest on the page', async () => {
    const { inviteId, address } = await newLink()
    const guest = await guestIn(address)
    await guest.post('/invite/files').attach('files', PDF, 'one.pdf').expect(303)
    await guest
      .post('/invite/files')
      .attach('files', Buffer.concat([PDF, Buffer.from('2')]), 'two.pdf')
      .expect(303)
    expect(await world.db('letters').where({ kind: 'invite.delivered' })).toHaveLength(1)
    const page = await (await world.as('priya')).get(`/invites/${inviteId}`).expect(200)
    expect(page.text).toContain('one.pdf')
    expect(page.text).toContain('two.pdf')
  })

  test('who leaves without a word gets the receipt once it has been quiet for an hour', async () => {
    const receipts = () =>
      world.db('letters').where({ kind: 'invite.receipt' }).orderBy('createdAt').pluck('text')
    const after = async (minutes: number) => {
      world.clock.set(new Date(world.clock.now().getTime() + minutes * 60_000).toISOString())
      await remindersPass(world.services)
    }
    const { address } = await newLink()
    const guest = await guestIn(address)
    await guest.post('/invite/files').attach('files', PDF, 'one.pdf').expect(303)
    await after(59)
    expect(await receipts()).toHaveLength(0)
    await after(1)
    await after(60)
    expect(await receipts()).toHaveLength(1)
    const more = Buffer.concat([PDF, Buffer.from('more')])
    await guest.post('/invite/files').attach('files', more, 'two.pdf').expect(303)
    await after(60)
    expect(await receipts()).toHaveLength(2)
    expect((await receipts())[1]).toMatch(/one\.pdf[^]*two\.pdf/)
    await guest.post('/invite/finish').type('form').send({ note: '' }).expect(303)
    await after(60)
    expect(await receipts()).toHaveLength(3)
  })

  test('the same file twice is one receipt', async () => {
    const { address } = await newLink()
    const guest = await guestIn(address)
    await guest.post('/invite/files').attach('files', PDF, 'one.pdf').expect(303)
    await guest.post('/invite/files').attach('files', PDF, 'copy.pdf').expect(303)
    const { body } = await guest.get('/invite/files')
    expect(body.files).toHaveLength(1)
  })

  test('a file that can’t be taken is told, and the others are kept', async () => {
    const { address } = await newLink()
    const guest = await guestIn(address)
    const page = await guest
      .post('/invite/files')
      .attach('files', PDF, 'fine.pdf')
      .attach('files', Buffer.from('hello'), 'notes.docx')
      .expect(422)
    expect(page.text).toContain('“notes.docx” is not a PDF')
    expect(page.text).toContain('fine.pdf')
    await guest
      .post('/invite/files')
      .field('x', 'y')
      .expect(422)
      .expect(/Choose at least one file/)
    expect(await world.db('documents')).toHaveLength(1)
  })

  test('done with nothing needs a word', async () => {
    const { address } = await newLink()
    const guest = await guestIn(address)
    await guest
      .post('/invite/finish')
      .type('form')
      .send({ note: '' })
      .expect(422)
      .expect(/Add a file first/)
    await guest.post('/invite/finish').type('form').send({ note: 'Our report is due in May.' }).expect(303)
    expect(await world.db('letters').where({ kind: 'invite.receipt' })).toHaveLength(0)
  })

  test('sees nothing of earlier requests, opens no file, and gets no further', async () => {
    const first = await newLink()
    const early = await guestIn(first.address)
    await early.post('/invite/files').attach('files', PDF, 'secret plan.pdf').expect(303)
    const guest = await guestIn((await newLink()).address)
    expect((await guest.get('/invite')).text).not.toContain('secret plan')
    const [document] = await world.db('documents')
    await guest
      .get(`/documents/${document.id}`)
      .expect(303)
      .expect('Location', /^\/sign-in/)
    await early
      .get(`/documents/${document.id}`)
      .expect(303)
      .expect('Location', /^\/sign-in/)
    await early
      .get('/vendors')
      .expect(303)
      .expect('Location', /^\/sign-in/)
  })

  test('someone signed in elsewhere acts as the guest and as nobody else', async () => {
    const { address } = await newLink()
    const otto = await world.as('otto')
    await otto.post(address).expect(303)
    await otto.post('/invite/files').attach('files', PDF, 'x.pdf').expect(303)
    expect(await world.db('documents').first('practiceId')).toEqual({ practiceId: vendor.practiceId })
    expect((await otto.get('/invite')).text).not.toContain('Oak Hill')
  })

  test('another site can’t act for the guest', async () => {
    const { address } = await newLink()
    const guest = await guestIn(address)
    await guest.post('/invite/finish').set('Sec-Fetch-Site', 'cross-site').expect(403)
  })
})

describe('what is said of a file', () => {
  const TODAY = '2026-11-22'
  const soc2 = [{ kind: 'soc2' as const, words: null }]
  const said = (given: Partial<Reading>, asked: Parameters<typeof recognise>[1] = soc2) =>
    recognise(goodReading(given), asked, TODAY)
  const kind = (word: DocumentKind) => ({ document: read(word) })

  test('the right report matches', () => {
    expect(said({})).toMatchObject({
      state: 'good',
      sentence: 'SOC 2 Type II, 1 Jul 2025 – 30 Jun 2026: matches what was asked.',
      answers: 'soc2',
    })
  })

  test('a Type I, a draft, an incomplete and an old one do not', () => {
    const typeOne = said({ reportType: read('type-1'), asOf: read('2025-08-15') })
    expect(typeOne.sentence).toContain('SOC 2 Type I as of 15 Aug 2025: the practice asked for a Type II')
    const old = said({ periodStart: read('2024-07-01'), periodEnd: read('2025-06-30') })
    const others = [typeOne, old, said({ draft: read(true) }), said({ complete: read(false) })]
    for (const one of others) expect(one).toMatchObject({ state: 'look', answers: null })
  })

  test.each([
    ['soc3', 'This looks like a SOC 3'],
    ['soc1', 'This looks like a SOC 1'],
    ['pentest', 'a penetration test'],
    ['bridge-letter', 'This looks like a bridge letter'],
    ['self-made-summary', 'without the auditor’s report'],
  ] as const)('a %s where a SOC 2 was asked for', (word, words) => {
    const given = said(kind(word))
    expect(given).toMatchObject({ state: 'look', answers: null })
    expect(given.sentence).toContain(words)
  })

  test('what was not asked for is kept and said so', () => {
    const asked = [{ kind: 'baa' as const, words: null }]
    expect(said({}, asked)).toMatchObject({ state: 'good', answers: null })
    expect(said(kind('baa'), asked)).toMatchObject({ answers: 'baa' })
    expect(said(kind('bridge-letter'), [{ kind: 'bridge-letter', words: null }])).toMatchObject({
      answers: 'bridge-letter',
    })
  })

  test('a BAA without the vendor’s signature is not the signed one', () => {
    const asked = [{ kind: 'baa' as const, words: null }]
    const baa = { signedByBusinessAssociate: read(false) } as NonNullable<Reading['baa']>
    expect(said({ ...kind('baa'), baa }, asked)).toMatchObject({ state: 'look', answers: null })
  })

  test('no guess is made', () => {
    const unknown = said({ document: read('soc2' as DocumentKind, 0.5) })
    expect(unknown.sentence).toContain('could not tell')
    expect(said({ document: unread() }).state).toBe('none')
    expect(said(kind('other'), [{ kind: 'other', words: 'your insurance' }])).toMatchObject({
      answers: 'other',
    })
    expect(said({ reportType: unread() }).sentence).toContain('could not tell whether it is a Type II')
  })
})
