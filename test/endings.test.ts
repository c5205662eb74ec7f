import { listEvents } from '../server/audit/audit'
import { recordAgreement, type Agreement, type Terms } from '../server/agreements/agreements'
import { addVendor, type Vendor } from '../server/vendors/vendors'
import { addReadBaa } from './support/readBaa'
import { signedTerms } from './support/signedTerms'
import { openWorld, type World } from './support/world'

let world: World
let vendor: Vendor
let agreement: Agreement

const provisions = {
  B17: {
    result: 'present',
    evidence: [{ page: 3, quote: 'shall return or destroy all', section: 'other', source: 'text' }],
  },
  B05: { result: 'missing', evidence: [] },
}

beforeEach(async () => {
  world = await openWorld()
  const rae = await world.actor('rae')
  const systems = [{ name: 'SignalFax', phi: 'faxed records' }]
  vendor = await addVendor(world.db, rae, { name: 'Northwind', category: 'billing', systems })
  const paper = await addReadBaa(world, vendor.id, { provisions })
  agreement = await recordAgreement(world.db, rae, vendor.id, terms({ documentId: paper.id }))
})
afterEach(() => world.close())

function terms(given: Partial<Terms>): Terms {
  const undated = { coveredEntitySignedOn: null, businessAssociateSignedOn: null }
  return signedTerms({ ends: '2027-12-31', ...undated, ...given })
}

const task = (at: number, what: string) => ({
  [`task${at}_what`]: what,
  [`task${at}_way`]: 'either',
  [`task${at}_dueOn`]: '2026-12-01',
  [`task${at}_responsible`]: 'Rae Lindqvist',
})
const words = () => ({
  ...{ endedOn: '2026-11-20', kind: 'services-ended', reason: 'We moved.' },
  ...{ ...task(0, 'Faxes in SignalFax'), ...task(2, 'Backups') },
})

async function ended(): Promise<string> {
  const rae = await world.as('rae')
  const { headers } = await rae.post(`/agreements/${agreement.id}/end`).type('form').send(words()).expect(303)
  return headers.location!
}

test('the form offers a task for each system, and the end lists what comes back and what goes on', async () => {
  const rae = await world.as('rae')
  const form = (await rae.get(`/agreements/${agreement.id}/end`).expect(200)).text
  expect(form).toContain('Patient information in SignalFax: faxed records')
  const page = (await rae.get(await ended()).expect(200)).text
  for (const words of [
    'Faxes in SignalFax',
    'Backups',
    'shall return or destroy all',
    '19 Nov 2032',
    '2 open',
  ])
    expect(page).toContain(words)
  expect((await rae.get(`/agreements/${agreement.id}`)).text).toContain('Faxes in SignalFax; Backups')
  const kinds = (await listEvents(world.db, await world.actor('rae'))).map(({ kind }) => kind)
  expect(kinds.slice(0, 2)).toEqual(['ending.recorded', 'baa.ended'])
})

test('for a breach it asks what was done to have it put right; a task wants its day', async () => {
  const rae = await world.as('rae')
  const body = { ...words(), kind: 'breach', task0_dueOn: '' }
  const wrong = (await rae.post(`/agreements/${agreement.id}/end`).type('form').send(body).expect(422)).text
  expect(wrong).toContain('Say what was done to have it put right')
  expect(wrong).toContain('Enter the day by which it should be done')
  expect(wrong).toContain('Faxes in SignalFax')
  expect(await world.db('endings')).toHaveLength(0)
  const right = { ...words(), kind: 'breach', cure: 'We wrote twice.' }
  await rae.post(`/agreements/${agreement.id}/end`).type('form').send(right).expect(303)
})

test('Today names what is due, louder once it is late', async () => {
  await ended()
  const rae = await world.as('rae')
  expect((await rae.get('/')).text).toContain('patient information is still to be returned or destroyed')
  world.clock.set('2026-12-02T15:00:00.000Z')
  const later = await world.as('rae')
  expect((await later.get(await url())).text).toContain('overdue')
})

test('a person marks a task as done with what became of it, once', async () => {
  const at = await ended()
  const rae = await world.as('rae')
  const { id } = await world.db('returnTasks').where({ what: 'Backups' }).first()
  const mark = (body: object) => rae.post(`${at}/tasks/${id}/done`).type('form').send(body)
  expect((await mark({ outcome: 'infeasible' }).expect(422)).text).toContain('Say why')
  await mark({ outcome: 'destroyed', method: 'Tapes shredded', doneOn: '2026-11-21' }).expect(303)
  await mark({ outcome: 'destroyed' }).expect(409)
  expect((await rae.get(at)).text).toContain('Tapes shredded')
  await rae.post(`${at}/close`).type('form').send({}).expect(409)
  const more = { what: 'Paper', way: 'return', dueOn: '2026-12-05', responsible: 'Sam Ortiz' }
  await rae
    .post(`${at}/tasks`)
    .type('form')
    .send({ ...more, dueOn: 'soon' })
    .expect(422)
  await rae.post(`${at}/tasks`).type('form').send(more).expect(303)
  expect((await rae.get(at)).text).toContain('Sam Ortiz sees to it')
})

test('the vendor certifies through its link, and a person accepts it', async () => {
  const at = await ended()
  const rae = await world.as('rae')
  const ask = { contactName: 'Jo Alvarez', contactEmail: 'jo@northwind.example', days: '14', way: 'link' }
  const made = await rae.post(`${at}/certificate`).type('form').send(ask).expect(201)
  const guest = world.visitor()
  await guest.post(new URL(/value="(http[^"]+\/i\/[^"]+)"/.exec(made.text)![1]!).pathname).expect(303)
  expect((await guest.get('/invite').expect(303)).headers.location).toBe('/invite/destruction')
  const page = (await guest.get('/invite/destruction').expect(200)).text
  expect(page).toContain('Faxes in SignalFax')
  expect(page).not.toContain('We moved.')
  const empty = (
    await guest
      .post('/invite/destruction')
      .type('form')
      .send({ outcome0: 'destroyed', outcome1: 'infeasible' })
      .expect(422)
  ).text
  for (const words of [
    'Say how',
    'Enter the day on which it was done',
    'Say why it is not feasible',
    'Tick this to certify it',
  ])
    expect(empty).toContain(words)
  const form = {
    ...{ outcome0: 'destroyed', method0: 'Wiped after NIST SP 800-88', doneOn0: '2026-11-21' },
    ...{ outcome1: 'infeasible', because1: 'The tapes are shared.', certify: 'yes' },
    ...{ signerName: 'Jo Alvarez', signerTitle: 'Privacy Officer' },
  }
  await guest.post('/invite/destruction').type('form').send(form).expect(303)
  expect((await guest.get('/invite/destruction')).text).toContain('Thank you, Jo Alvarez.')
  expect((await rae.get('/')).text).toContain('a certificate of return or destruction waits for you')
  expect((await rae.get(at)).text).toContain('The tapes are shared.')
  await rae.post(`${at}/accept`).expect(303)
  await rae.post(`${at}/accept`).expect(409)
  const done = (await rae.get(at)).text
  expect(done).toContain('not feasible; protected further')
  expect(done).toContain('on the vendor’s certificate')
  await rae.post(`${at}/close`).type('form').send({ note: 'All seen.' }).expect(303)
  expect((await rae.get('/')).text).not.toContain('returned or destroyed')
  const kinds = (await listEvents(world.db, await world.actor('rae'))).map(({ kind }) => kind)
  for (const kind of [
    'ending.certificateAsked',
    'ending.certified',
    'ending.certificateAccepted',
    'ending.taskDone',
    'ending.closed',
  ])
    expect(kinds).toContain(kind)
  expect(await world.db('letters').where({ kind: 'ending.certified' })).not.toHaveLength(0)
})

test('a certificate that is wrong goes back, and the vendor sees why', async () => {
  const at = await ended()
  const rae = await world.as('rae')
  const ask = { contactName: 'Jo', contactEmail: 'jo@northwind.example', days: '14', way: 'link' }
  const made = await rae.post(`${at}/certificate`).type('form').send(ask).expect(201)
  const guest = world.visitor()
  await guest.post(new URL(/value="(http[^"]+\/i\/[^"]+)"/.exec(made.text)![1]!).pathname).expect(303)
  const form = {
    outcome0: 'never-held',
    outcome1: 'never-held',
    certify: 'yes',
    signerName: 'Jo A',
    signerTitle: 'CEO',
  }
  await guest.post('/invite/destruction').type('form').send(form).expect(303)
  await rae.post(`${at}/refuse`).type('form').send({ refusal: '' }).expect(422)
  await rae.post(`${at}/refuse`).type('form').send({ refusal: 'You held faxes for a year.' }).expect(303)
  expect((await guest.get('/invite/destruction')).text).toContain('You held faxes for a year.')
  await guest.post('/invite/destruction').type('form').send(form).expect(303)
  expect(await world.db('returnCertificates')).toHaveLength(2)
})

test('an agreement that ran out has the same duties', async () => {
  const rae = await world.actor('rae')
  const old = await recordAgreement(
    world.db,
    rae,
    vendor.id,
    terms({ effective: '2024-01-01', ends: '2024-12-31' }),
  )
  const agent = await world.as('rae')
  expect((await agent.get(`/agreements/${old.id}`)).text).toContain('Nobody has listed yet')
  expect((await agent.get(`/agreements/${old.id}/end`)).text).toContain('value="2025-01-01"')
})

test('staff reads it and changes nothing; a link for other things opens no certificate', async () => {
  const at = await ended()
  const sam = await world.as('sam')
  await sam.get(at).expect(200)
  await sam.post(`${at}/accept`).expect(403)
  await (await world.as('otto')).get(at).expect(404)
  await world.visitor().get('/invite/destruction').expect(410)
})

async function url(): Promise<string> {
  return `/endings/${(await world.db('endings').first()).id}`
}
