import { listEvents } from '../server/audit/audit'
import { gapsIn, isSame, type Subcontractor } from '../server/subcontractors/subcontractors'
import { addVendor, findVendor, type Vendor } from '../server/vendors/vendors'
import { addReadDocument, goodReading, read } from './support/readings'
import { openWorld, type World } from './support/world'

const sub = (given: Partial<Subcontractor>): Subcontractor => ({
  ...{ name: 'Stackline', service: null, country: null, phi: 'yes', baa: 'yes', baaOn: null },
  ...given,
})

describe('gaps in the chain', () => {
  const kinds = (entries: Subcontractor[] | null, relied: Parameters<typeof gapsIn>[1] = []) =>
    gapsIn(entries, relied).map(({ kind }) => kind)

  test('whoever touches patient information, or may, needs a BAA', () => {
    expect(kinds([sub({ baa: 'no' })])).toEqual(['no-baa'])
    expect(kinds([sub({ baa: 'unknown' })])).toEqual(['no-baa'])
    expect(kinds([sub({ phi: 'unknown', baa: 'no' })])).toEqual(['no-baa'])
    expect(kinds([sub({ phi: 'no', baa: 'no' })])).toEqual([])
    expect(kinds([sub({})])).toEqual([])
  })

  test('whom the SOC 2 relies on should be listed, once there is a list', () => {
    const relied = [{ name: 'Amazon Web Services, Inc. (AWS)', method: 'inclusive' as const, link: null }]
    expect(kinds(null, relied)).toEqual([])
    expect(kinds([], relied)).toEqual(['not-listed'])
    expect(kinds([sub({ name: 'AWS' })], relied)).toEqual([])
  })

  test('a carve-out needs a report of its own', () => {
    expect(kinds([sub({})], [{ name: 'Stackline', method: 'carve-out', link: null }])).toEqual(['carved-out'])
  })

  test.each([
    ['Amazon Web Services', 'Amazon Web Services, Inc.', true],
    ['AWS', 'Amazon Web Services (AWS)', true],
    ['Google', 'Google Cloud', false],
    ['Acme', 'Acme Backup LLC', false],
  ])('%s and %s: %s', (a, b, same) => expect(isSame(a, b)).toBe(same))
})

describe('through the front door', () => {
  let world: World
  let vendor: Vendor
  beforeEach(async () => {
    world = await openWorld()
    vendor = await addVendor(world.db, await world.actor('rae'), { name: 'Northwind', category: 'billing' })
    const subserviceOrganizations = read([{ name: 'Amazon Web Services', method: 'carve-out' as const }])
    await addReadDocument(world, vendor, goodReading({ subserviceOrganizations }))
    vendor = await findVendor(world.db, await world.actor('rae'), vendor.id)
  })
  afterEach(() => world.close())

  async function guestOfLink() {
    const ask = { contactName: 'Jo', contactEmail: 'jo@northwind.example', days: '14', way: 'link' }
    const rae = await world.as('rae')
    const made = await rae.post(`/vendors/${vendor.id}/subcontractors/ask`).type('form').send(ask).expect(201)
    const guest = world.visitor()
    await guest.post(new URL(/value="(http[^"]+\/i\/[^"]+)"/.exec(made.text)![1]!).pathname).expect(303)
    expect((await guest.get('/invite').expect(303)).headers.location).toBe('/invite/subcontractors')
    return guest
  }

  const row = { name0: 'Stackline', service0: 'Hosting', phi0: 'yes', baa0: 'no', baaOn0: '', country0: 'US' }

  test('what the SOC 2 relies on is proposed before the vendor has listed anybody', async () => {
    const page = (await (await world.as('sam')).get(`/vendors/${vendor.id}/subcontractors`).expect(200)).text
    expect(page).toContain('Amazon Web Services')
    expect(page).toContain('proposed')
    expect(page).toContain('field=subserviceOrganizations')
  })

  test('the vendor lists them through its link, saved as it goes, and the gaps show', async () => {
    const guest = await guestOfLink()
    const save = (body: object) => guest.post('/invite/subcontractors').type('form').send(body)
    expect((await save({ ...row, baaOn0: 'soon', way: 'save' }).expect(422)).text).toContain('Enter the day')
    await save({ ...row, way: 'save' }).expect(303)
    expect((await guest.get('/invite/subcontractors')).text).toContain('value="Stackline"')
    const rae = await world.as('rae')
    const page = `/vendors/${vendor.id}/subcontractors`
    expect((await rae.get(page)).text).not.toContain('Stackline')
    expect((await save({ ...row, way: 'done' }).expect(422)).text).toContain('Enter your title')
    expect((await save({ way: 'done', title: 'CEO' }).expect(422)).text).toContain('tick that nobody does')
    await save({ ...row, way: 'done', title: 'Privacy Officer' }).expect(303)
    expect((await guest.get('/invite/subcontractors')).text).toContain('Your list is with')
    const shown = (await rae.get(page).expect(200)).text
    expect(shown).toContain('Stackline touches patient information, and the vendor has no BAA with it.')
    expect(shown).toContain('and not on its list')
    expect(shown).toContain('is carved out')
    expect((await rae.get(`/vendors/${vendor.id}`)).text).toContain('the vendor has no BAA with it')
    expect((await rae.get('/')).text).toContain('3 gaps in who stands behind it')
    expect((await listEvents(world.db, await world.actor('rae')))[0]!.kind).toBe('subcontractors.stated')
  })

  test('a newer list stands beside the old one, with what changed', async () => {
    const guest = await guestOfLink()
    const send = (body: object) =>
      guest
        .post('/invite/subcontractors')
        .type('form')
        .send({ ...body, way: 'done', title: 'CEO' })
        .expect(303)
    await send(row)
    await send({
      ...row,
      baa0: 'yes',
      baaOn0: '2026-01-05',
      name1: 'AWS (Amazon Web Services)',
      phi1: 'yes',
      baa1: 'yes',
    })
    const page = (await (await world.as('rae')).get(`/vendors/${vendor.id}/subcontractors`)).text
    expect(page).toContain('Version 2')
    expect(page).toContain('AWS (Amazon Web Services) is new; Stackline changed')
    expect(await world.db('subcontractorLists')).toHaveLength(2)
  })

  test('a person answers a gap with a reason', async () => {
    const rae = await world.as('rae')
    const answer = (reason: string) =>
      rae
        .post(`/vendors/${vendor.id}/subcontractors/answers`)
        .type('form')
        .send({ kind: 'carved-out', name: 'Amazon Web Services', reason })
    expect((await answer('').expect(422)).text).toContain('Say why it can stand')
    await answer('Its own SOC 2 is on file.').expect(303)
    const page = (await rae.get(`/vendors/${vendor.id}/subcontractors`)).text
    expect(page).toContain('Its own SOC 2 is on file.')
    expect(page).toContain('answered')
    expect((await listEvents(world.db, await world.actor('rae')))[0]!.kind).toBe('chain.answered')
  })

  test('staff asks nobody; others find nothing', async () => {
    await (await world.as('sam')).post(`/vendors/${vendor.id}/subcontractors/ask`).expect(403)
    await (await world.as('otto')).get(`/vendors/${vendor.id}/subcontractors`).expect(404)
    await world.visitor().get('/invite/subcontractors').expect(410)
  })
})
