import { listEvents } from '../server/audit/audit'
import { recordAgreement } from '../server/agreements/agreements'
import { addContact, addVendor, type Vendor } from '../server/vendors/vendors'
import { addReadBaa } from './support/readBaa'
import { openWorld, type World } from './support/world'

let world: World
let vendor: Vendor
let paper: { id: string }
const to = { contact: '', contactName: 'Jo Alvarez', contactEmail: 'jo@northwind.example', days: '14' }
const present = (quote: string) => ({
  result: 'present',
  evidence: [{ page: 1, quote, section: 'other', source: 'text', boxes: [[0.1, 0.1, 0.5, 0.02]] }],
})

beforeEach(async () => {
  world = await openWorld()
  const rae = await world.actor('rae')
  vendor = await addVendor(world.db, rae, { name: 'Northwind e-Fax', category: 'billing' })
  paper = await addReadBaa(world, vendor.id)
})
afterEach(() => world.close())

const letter = () => ({ ...to, document: paper.id, points: ['B09', 'B10'], text_B10: 'Bring it up to date.' })

test('the letter asks for what is missing or weak, with its rule and what the paper says', async () => {
  const rae = await world.as('rae')
  const form = (await rae.get(`/shortfalls/new?document=${paper.id}`).expect(200)).text
  expect(form).toMatch(/value="B09" checked/)
  expect(form).toMatch(/value="B10" checked/)
  expect(form).toMatch(/value="B20"(?! checked)/)
  expect(form).not.toContain('value="B05"')
  expect(form).toContain('164.314(a)(2)(i)(C)). We did not find it in your paper.')
  expect(form).toContain('Your paper says on page 2: “any agent to whom it provides”')
})

test('it is shown before it goes, can be changed, and goes through a link', async () => {
  const rae = await world.as('rae')
  const nothing = { ...letter(), points: [] }
  const wrong = await rae.post('/shortfalls/preview').type('form').send(nothing).expect(422)
  expect(wrong.text).toContain('Tick at least one point')
  const seen = (await rae.post('/shortfalls/preview').type('form').send(letter()).expect(200)).text
  expect(seen).toContain('2. Bring it up to date.')
  const again = await rae
    .post('/shortfalls')
    .type('form')
    .send({ ...letter(), way: 'change' })
    .expect(200)
  expect(again.text).toContain('Bring it up to date.</textarea>')
  expect(await world.db('shortfalls')).toHaveLength(0)
  await rae
    .post('/shortfalls')
    .type('form')
    .send({ ...letter(), way: 'letter' })
    .expect(303)
  const [mail] = await world.db('letters').where({ kind: 'invite' })
  expect(mail.subject).toContain('asks you to change the business associate agreement')
  expect(mail.text).toContain('1. Please add that you report to us any security incident')
  expect(mail.text).toContain('2. Bring it up to date.')
  const kinds = (await listEvents(world.db, await world.actor('rae'))).map(({ kind }) => kind)
  expect(kinds).toEqual(expect.arrayContaining(['shortfall.asked', 'invite.sent']))
})

async function sendLetter(): Promise<{ id: string; inviteId: string }> {
  const rae = await world.as('rae')
  await rae
    .post('/shortfalls')
    .type('form')
    .send({ ...letter(), way: 'letter' })
    .expect(303)
  const { id } = await world.db('shortfalls').orderBy('createdAt', 'desc').first()
  return { id, inviteId: (await world.db('invites').where({ aboutId: id }).first()).id }
}

test('the answer is held against it point by point, and Today says so', async () => {
  const { id, inviteId } = await sendLetter()
  const rae = await world.as('rae')
  expect((await rae.get(`/shortfalls/${id}`)).text).toContain('no answer yet')
  const provisions = {
    B05: { result: 'missing', evidence: [] },
    B09: present('shall report any security incident'),
    B10: { result: 'weak', evidence: [] },
  }
  await addReadBaa(world, vendor.id, { provisions, inviteId, at: '2026-11-22T15:10:00.000Z', name: 'v2.pdf' })
  world.clock.set('2026-11-22T15:20:00.000Z')
  const page = (await rae.get(`/shortfalls/${id}`).expect(200)).text
  expect(page).toContain('1 of 2 settled')
  expect(page).toContain('shall report any security incident')
  expect(page).toContain('still weak')
  expect(page).toContain('In the old paper, and not found in the new one')
  expect((await rae.get('/')).text).toContain('the answer about the BAA is here, 1 of 2 points settled')
  expect((await rae.get(`/vendors/${vendor.id}`)).text).toContain(`/shortfalls/${id}`)
  const { id: answer } = await world.db('documents').where({ name: 'v2.pdf' }).first()
  const next = (await rae.get(`/shortfalls/new?document=${answer}&follows=${id}`).expect(200)).text
  expect(next).toMatch(/value="B10" checked/)
  expect(next).not.toMatch(/value="B05" checked/)
  const follow = { ...to, document: answer, follows: id, points: ['B10'], way: 'letter' }
  await rae.post('/shortfalls').type('form').send(follow).expect(303)
  expect((await rae.get('/')).text).not.toContain('the answer about the BAA is here')
  expect(await world.db('shortfalls').where({ id }).first()).toMatchObject({ closedBy: 'Rae Lindqvist' })
})

test('an agreement that came before the letter is no answer to it', async () => {
  const { id } = await sendLetter()
  await addReadBaa(world, vendor.id, { at: '2026-11-22T14:00:00.000Z', provisions: { B09: present('x') } })
  expect((await (await world.as('rae')).get(`/shortfalls/${id}`)).text).toContain('no answer yet')
})

test('a person settles a point with a reason, once, and closes the letter', async () => {
  const { id } = await sendLetter()
  const rae = await world.as('rae')
  const settle = (note: string) =>
    rae.post(`/shortfalls/${id}/settle`).type('form').send({ provision: 'B09', note })
  const complaint = (await settle('').expect(422)).text
  expect(complaint).toContain('Say where it stands')
  expect(complaint).toContain('href="#field-note_B09"')
  await settle('It stands in exhibit C.').expect(303)
  await settle('Again.').expect(409)
  expect((await rae.get(`/shortfalls/${id}`)).text).toContain('1 of 2 settled')
  await rae.post(`/shortfalls/${id}/close`).type('form').send({ note: 'Counsel agrees.' }).expect(303)
  await rae.post(`/shortfalls/${id}/close`).type('form').send({}).expect(409)
  const kinds = (await listEvents(world.db, await world.actor('rae'))).map(({ kind }) => kind)
  expect(kinds.slice(0, 2)).toEqual(['shortfall.closed', 'shortfall.settled'])
})

test('staff reads it and sends nothing; another practice finds nothing', async () => {
  const { id } = await sendLetter()
  const sam = await world.as('sam')
  await sam.get(`/shortfalls/${id}`).expect(200)
  await sam.get(`/shortfalls/new?document=${paper.id}`).expect(403)
  const otto = await world.as('otto')
  await otto.get(`/shortfalls/${id}`).expect(404)
  await otto.get(`/shortfalls/new?document=${paper.id}`).expect(404)
  await otto
    .post('/shortfalls')
    .type('form')
    .send({ ...letter(), way: 'letter' })
    .expect(404)
})

test('the agreement’s page sorts its provisions, shows each on its page, and offers the letter', async () => {
  const rae = await world.actor('rae')
  const { id } = await recordAgreement(world.db, rae, vendor.id, {
    ...{ documentId: paper.id, correctsId: null, coveredEntity: 'Maple', businessAssociate: 'Northwind' },
    ...{ effective: '2026-01-01', term: 'evergreen', ends: null, reviewBy: '2027-01-01', note: null },
    ...{ servicesAgreement: null, renewalMonths: null, noticeDays: null },
    ...{ coveredEntitySigner: 'P', coveredEntitySignedOn: null },
    ...{ businessAssociateSigner: 'J', businessAssociateSignedOn: null },
  })
  const page = (await (await world.as('rae')).get(`/agreements/${id}`).expect(200)).text
  const order = [
    'Required, and not found',
    'There, but weak',
    'Good practice, and not found',
    '<strong>Found',
  ]
  expect(order.map((words) => page.indexOf(words))).toEqual(
    order.map((words) => page.indexOf(words)).sort((a, b) => a - b),
  )
  expect(page).toMatch(/<h3>Telling you<\/h3>/)
  expect(page).toContain(`/documents/${paper.id}/pages/2?field=provisions.B10`)
  expect(page).toContain(`/documents/${paper.id}/pages/2/image`)
  expect(page).toContain(`/shortfalls/new?document=${paper.id}`)
})

test('the vendor sees the points behind its link, and its paper answers them', async () => {
  const { link } = await linkTo()
  const guest = world.visitor()
  await guest.post(new URL(link).pathname).expect(303)
  const page = (await guest.get('/invite').expect(200)).text
  expect(page).toContain('asks you to change the agreement')
  expect(page).toContain('2. Bring it up to date.')
})

async function linkTo(): Promise<{ link: string }> {
  const made = await (
    await world.as('rae')
  )
    .post('/shortfalls')
    .type('form')
    .send({ ...letter(), way: 'link' })
  expect(made.status).toBe(201)
  return { link: /value="(http[^"]+\/i\/[^"]+)"/.exec(made.text)![1]! }
}

test('the contact chosen is the one who is asked', async () => {
  const rae = await world.actor('rae')
  const contact = await addContact(world.db, rae, vendor, {
    name: 'Ines Falk',
    email: 'ines@northwind.example',
  })
  const body = { ...letter(), contactName: '', contactEmail: '', contact: contact.id, way: 'letter' }
  await (await world.as('rae')).post('/shortfalls').type('form').send(body).expect(303)
  expect((await world.db('invites').first()).contactEmail).toBe('ines@northwind.example')
})
