import fc from 'fast-check'
import { listEvents } from '../server/audit/audit'
import { chainOf, summaryOf } from '../server/agreements/chain'
import { agreementState, noticeDayOf, stretchEnd } from '../server/agreements/state'
import { termDates } from '../server/agreements/termDates'
import {
  endAgreement,
  listVersions,
  recordAgreement,
  agreementPanel,
  refreshSummaries,
  type Terms,
} from '../server/agreements/agreements'
import { addDays } from '../server/dates'
import { addVendor, baaStanding, findVendor, vendorCategories, type Vendor } from '../server/vendors/vendors'
import { prefillFrom } from '../server/agreements/proposal'
import type { BaaTerms, Field } from '../server/reader/reader'
import { addReadBaa } from './support/readBaa'
import { agreementWith, signedTerms } from './support/signedTerms'
import { openWorld, type World } from './support/world'

const TODAY = '2026-11-22'
const CATEGORY = vendorCategories[0]!.key

describe('the state of an agreement', () => {
  test.each([
    ['none', null],
    ['unsigned', { businessAssociateSigner: null }],
    ['not-yet', { effective: '2026-11-23' }],
    ['in-force', { effective: TODAY }],
    ['in-force', { ends: '2027-02-21' }],
    ['ending-soon', { ends: '2027-02-20' }],
    ['ending-soon', { ends: TODAY }],
    ['ended', { ends: '2026-11-21' }],
    ['ended', { endedOn: TODAY }],
    ['ending-soon', { endedOn: '2026-11-23' }],
    ['in-force', { ends: '2026-11-21', renewalMonths: 12 }],
    ['in-force', { term: 'evergreen', ends: null, reviewBy: '2026-01-01' }],
    ['in-force', { term: 'with-agreement', ends: null, servicesAgreement: 'MSA' }],
    ['in-force', { effective: null }],
    ['not-yet', { effective: null, coveredEntitySignedOn: '2027-01-01' }],
  ] as const)('%s: %j', (state, facts) => {
    const [version] = facts ? chainOf([agreementWith(facts)]) : []
    expect(agreementState(version ?? null, TODAY)).toBe(state)
  })

  test('a signed later version supersedes from its first day, an unsigned one never', () => {
    const chain = chainOf([
      agreementWith({}),
      agreementWith({ version: 2, effective: '2026-12-01', ends: null }),
    ])
    expect(agreementState(chain[0]!, '2026-11-30')).toBe('in-force')
    expect(agreementState(chain[0]!, '2026-12-01')).toBe('superseded')
    const draft = chainOf([
      agreementWith({}),
      agreementWith({ version: 2, effective: TODAY, coveredEntitySigner: null }),
    ])
    expect(agreementState(draft[0]!, '2027-01-01')).toBe('in-force')
  })

  test('a corrected version no longer counts, whatever it said', () => {
    const chain = chainOf([
      agreementWith({}),
      agreementWith({ version: 2, correctsId: 'v1', businessAssociateSigner: null }),
    ])
    expect(chain.map((one) => agreementState(one, TODAY))).toEqual(['corrected', 'unsigned'])
    expect(summaryOf(chain, TODAY)).toMatchObject({ agreementId: 'v2', baaSigned: 0 })
  })
})

test('the vendor’s row tells the same story as the agreement itself, on every day', () => {
  const day = fc.integer({ min: -400, max: 400 }).map((days) => addDays(TODAY, days))
  const facts = fc.record({
    effective: fc.option(day),
    ends: fc.option(day),
    endedOn: fc.option(day),
    renewalMonths: fc.constantFrom(null, null, 1, 12),
    businessAssociateSigner: fc.constantFrom('J. Alvarez', null),
  })
  fc.assert(
    fc.property(facts, (one) => {
      const chain = chainOf([agreementWith(one)])
      const vendor = { businessAssociate: 'yes', ...summaryOf(chain, TODAY) } as Vendor
      const word = baaStanding(vendor, TODAY).word.replace('look-over due', 'in force')
      expect(word.replace('not yet in force', 'not-yet').replace(' ', '-')).toBe(
        agreementState(chain[0]!, TODAY),
      )
    }),
    { numRuns: 500 },
  )
})

describe('what the vendor’s row says', () => {
  test('a renewal signed in time moves the end', () => {
    const chain = chainOf([
      agreementWith({ ends: '2026-12-31' }),
      agreementWith({ version: 2, effective: '2027-01-01', ends: '2027-12-31' }),
    ])
    expect(summaryOf(chain, TODAY)).toMatchObject({
      agreementId: 'v1',
      baaEffective: '2025-01-01',
      baaEnds: '2027-12-31',
    })
    expect(summaryOf(chain, '2027-01-01')).toMatchObject({ agreementId: 'v2', baaEnds: '2027-12-31' })
  })

  test('one that leaves a gap doesn’t', () => {
    const chain = chainOf([
      agreementWith({ ends: '2026-12-31' }),
      agreementWith({ version: 2, effective: '2027-01-02', ends: '2027-12-31' }),
    ])
    expect(summaryOf(chain, TODAY)).toMatchObject({ agreementId: 'v1', baaEnds: '2026-12-31' })
    expect(summaryOf(chain, '2027-01-01')).toMatchObject({ agreementId: 'v2', baaEffective: '2027-01-02' })
  })

  test('one that renews by itself has no end but a day for notice', () => {
    const chain = chainOf([agreementWith({ ends: '2026-12-31', renewalMonths: 12, noticeDays: 30 })])
    expect(summaryOf(chain, TODAY)).toMatchObject({ baaEnds: null, baaReviewBy: '2026-12-01' })
    expect(summaryOf(chain, '2027-01-01')).toMatchObject({ baaEnds: null, baaReviewBy: '2027-12-01' })
  })

  test('renewals are counted from the first end, so that a month’s last day stays it', () => {
    const [agreement] = chainOf([agreementWith({ ends: '2024-01-31', renewalMonths: 1, noticeDays: 0 })])
    expect(stretchEnd(agreement!, '2024-02-01')).toBe('2024-02-29')
    expect(stretchEnd(agreement!, '2024-03-01')).toBe('2024-03-31')
    expect(noticeDayOf(agreement!, '2024-03-01')).toBe('2024-03-31')
  })
})

test('each date comes with its reckoning', () => {
  const [fixed] = chainOf([agreementWith({ ends: '2027-06-30' })])
  const dates = Object.fromEntries(termDates(fixed!, TODAY).map(({ name, date }) => [name, date]))
  expect(dates).toEqual({
    'In force from': '2025-01-01',
    'Last day in force': '2027-06-30',
    'Keep until': '2033-06-30',
  })
  const [renewing] = chainOf([agreementWith({ ends: '2027-06-30', renewalMonths: 12, noticeDays: 60 })])
  const later = Object.fromEntries(termDates(renewing!, TODAY).map(({ name, date }) => [name, date]))
  expect(later).toMatchObject({
    'Renews on': '2027-07-01',
    'Last day to give notice': '2027-05-01',
    'Keep until': null,
  })
  const [replaced] = chainOf([agreementWith({}), agreementWith({ version: 2, effective: '2026-03-01' })])
  expect(termDates(replaced!, TODAY).at(-1)).toMatchObject({ name: 'Keep until', date: '2032-02-28' })
})

describe('through the front door', () => {
  let world: World
  let vendor: Vendor

  beforeEach(async () => {
    world = await openWorld()
    vendor = await addVendor(world.db, await world.actor('priya'), {
      name: 'Northwind e-Fax',
      category: CATEGORY,
    })
  })

  afterEach(() => world.close())

  test('a reviewer records an agreement; vendor, page and history say so', async () => {
    const rae = await world.as('rae')
    const form = await rae.get(`/vendors/${vendor.id}/agreements/new`).expect(200)
    expect(form.text).toContain('value="Maple Street Family Medicine"')
    expect(form.text).toContain('value="Northwind e-Fax"')
    const { headers } = await rae
      .post(`/vendors/${vendor.id}/agreements`)
      .type('form')
      .send(words())
      .expect(303)
    const page = await rae.get(headers.location!).expect(200)
    expect(page.text).toContain('in force')
    expect(page.text).toContain('30 Jun 2033')
    const actor = await world.actor('priya')
    const after = await findVendor(world.db, actor, vendor.id)
    expect(after).toMatchObject({ baaEffective: '2025-01-01', baaEnds: '2027-06-30', baaSigned: 1 })
    expect(baaStanding(after, TODAY)).toMatchObject({ state: 'good', word: 'in force' })
    expect((await listEvents(world.db, actor))[0]).toMatchObject({
      kind: 'baa.recorded',
      vendorId: vendor.id,
      actorName: 'Rae Lindqvist',
    })
    expect((await rae.get(`/vendors/${vendor.id}`).expect(200)).text).toContain('Version 1')
  })

  test.each([
    ['ends', { ends: '' }, 'Enter the last day in force'],
    ['ends', { ends: '2024-12-31' }, 'after the effective date'],
    ['effective', { effective: '2025-02-30' }, 'effective date'],
    ['term', { term: '' }, 'Say how it ends'],
    ['reviewBy', { term: 'evergreen' }, 'Choose a day to look it over'],
    ['servicesAgreement', { term: 'with-agreement' }, 'Name the agreement'],
    ['renewalMonths', { renews: 'yes' }, 'for how many months'],
    ['noticeDays', { noticeDays: 'soon' }, 'Enter days'],
    ['coveredEntitySigner', { coveredEntitySigner: '' }, 'Enter who signed'],
    ['businessAssociateSignedOn', { businessAssociateSignedOn: '2026-11-23' }, 'a day that has passed'],
    ['businessAssociate', { businessAssociate: '' }, 'vendor’s name'],
  ])('bad words in %s come back with a complaint', async (_field, wrong, complaint) => {
    const rae = await world.as('rae')
    const answer = await rae
      .post(`/vendors/${vendor.id}/agreements`)
      .type('form')
      .send({ ...words(), ...wrong, note: 'keep me' })
      .expect(422)
    expect(answer.text).toContain(complaint)
    expect(answer.text).toContain('keep me')
    expect(await listVersions(world.db, await world.actor('priya'), vendor.id)).toEqual([])
  })

  test('a correction stands beside what it corrects', async () => {
    const actor = await world.actor('rae')
    const first = await recordAgreement(world.db, actor, vendor.id, terms({}))
    const rae = await world.as('rae')
    const form = await rae.get(`/vendors/${vendor.id}/agreements/new?corrects=${first.id}`).expect(200)
    expect(form.text).toContain('value="2027-06-30"')
    const corrected = { ...words(), ends: '2028-06-30', correctsId: first.id }
    await rae.post(`/vendors/${vendor.id}/agreements`).type('form').send(corrected).expect(303)
    const versions = await listVersions(world.db, actor, vendor.id)
    expect(versions.map((one) => [one.version, one.ends, agreementState(one, TODAY)])).toEqual([
      [2, '2028-06-30', 'in-force'],
      [1, '2027-06-30', 'corrected'],
    ])
    expect((await findVendor(world.db, actor, vendor.id)).baaEnds).toBe('2028-06-30')
    expect((await listEvents(world.db, actor))[0]!.kind).toBe('baa.corrected')
    await rae.post(`/vendors/${vendor.id}/agreements`).type('form').send(corrected).expect(409)
  })

  test('an end is recorded once, with its reason', async () => {
    const actor = await world.actor('rae')
    const { id } = await recordAgreement(world.db, actor, vendor.id, terms({}))
    const rae = await world.as('rae')
    await rae.get(`/agreements/${id}/end`).expect(200)
    const wrong = await rae
      .post(`/agreements/${id}/end`)
      .type('form')
      .send({ endedOn: '2026-11-20', kind: '', reason: '' })
      .expect(422)
    expect(wrong.text).toContain('Say why it ended')
    expect(wrong.text).toContain('Choose what ends it')
    const kind = 'services-ended'
    const reason = 'Moved to another service.'
    await rae
      .post(`/agreements/${id}/end`)
      .type('form')
      .send({ endedOn: '2026-11-20', kind, reason })
      .expect(303)
    const after = await findVendor(world.db, actor, vendor.id)
    expect(baaStanding({ ...after, businessAssociate: 'yes' }, TODAY)).toMatchObject({
      state: 'bad',
      word: 'ended',
    })
    expect((await rae.get(`/agreements/${id}`)).text).toContain('19 Nov 2032')
    const kinds = (await listEvents(world.db, actor)).map(({ kind }) => kind)
    expect(kinds.slice(0, 2)).toEqual(['ending.recorded', 'baa.ended'])
    await rae
      .post(`/agreements/${id}/end`)
      .type('form')
      .send({ endedOn: '2026-11-21', kind, reason })
      .expect(409)
  })

  test('what was in force on a day can be asked, with why', async () => {
    const actor = await world.actor('rae')
    await recordAgreement(world.db, actor, vendor.id, terms({ effective: '2025-01-01', ends: '2027-06-30' }))
    await recordAgreement(world.db, actor, vendor.id, terms({ effective: '2026-03-01', ends: '2028-02-29' }))
    const sam = await world.as('sam')
    const on = async (day: string) => (await sam.get(`/vendors/${vendor.id}/agreements/on?day=${day}`)).text
    expect(await on('2026-02-28')).toMatch(/Version 1<\/a><\/h2>[^]*It began on 1 Mar 2026/)
    expect(await on('2026-03-01')).toMatch(/Version 2<\/a><\/h2>[^]*took its place on 1 Mar 2026/)
    expect(await on('2024-12-31')).toContain('none in force')
    await sam.get(`/vendors/${vendor.id}/agreements/on?day=soon`).expect(422)
  })

  test('what only time changes reaches the vendor’s row', async () => {
    const actor = await world.actor('rae')
    await recordAgreement(
      world.db,
      actor,
      vendor.id,
      terms({ ends: '2026-12-31', renewalMonths: 12, noticeDays: 30 }),
    )
    expect((await findVendor(world.db, actor, vendor.id)).baaReviewBy).toBe('2026-12-01')
    expect(await refreshSummaries(world.db, actor)).toBe(0)
    await refreshSummaries(world.db, { ...actor, today: '2027-01-01' })
    expect((await findVendor(world.db, actor, vendor.id)).baaReviewBy).toBe('2027-12-01')
    const second = await recordAgreement(
      world.db,
      actor,
      vendor.id,
      terms({ effective: '2027-03-01', ends: '2028-02-29' }),
    )
    expect((await findVendor(world.db, actor, vendor.id)).agreementId).not.toBe(second.id)
    const row = await findVendor(world.db, actor, vendor.id)
    const shownOn = async (today: string) =>
      (await agreementPanel.load(world.db, { ...actor, today }, row)).counting as { id: string } | null
    expect(await shownOn('2027-02-28')).not.toMatchObject({ id: second.id })
    expect(await shownOn('2027-03-01')).toMatchObject({ id: second.id })
    await refreshSummaries(world.db, { ...actor, today: '2027-03-01' })
    expect(await findVendor(world.db, actor, vendor.id)).toMatchObject({
      agreementId: second.id,
      baaEnds: '2028-02-29',
    })
    expect(await refreshSummaries(world.db, { ...actor, today: '2027-03-02' })).toBe(0)
  })

  test('a BAA that came in is proposed with its quotes, and recorded by a person alone', async () => {
    const actor = await world.actor('rae')
    const document = await addReadBaa(world, vendor.id)
    const rae = await world.as('rae')
    expect((await rae.get(`/vendors/${vendor.id}`)).text).toContain('nobody has recorded')
    const form = await rae.get(`/vendors/${vendor.id}/agreements/new?document=${document.id}`).expect(200)
    expect(form.text).toContain('This Agreement is effective as of January 1, 2025')
    expect(form.text).toContain(`/documents/${document.id}/pages/1`)
    expect(form.text).toContain('value="2025-01-01"')
    expect(await listVersions(world.db, actor, vendor.id)).toEqual([])
    const { headers } = await rae
      .post(`/vendors/${vendor.id}/agreements`)
      .type('form')
      .send({ ...words(), documentId: document.id })
      .expect(303)
    const page = await rae.get(headers.location!).expect(200)
    expect(page.text).toContain('Required, and not found')
    expect(page.text).toContain('You are told of security incidents')
    expect(page.text).toContain('implement appropriate safeguards')
    expect((await rae.get(`/vendors/${vendor.id}`)).text).not.toContain('nobody has recorded')
  })

  test('staff read and change nothing; others find nothing; visitors sign in', async () => {
    const actor = await world.actor('rae')
    const { id } = await recordAgreement(world.db, actor, vendor.id, terms({}))
    const sam = await world.as('sam')
    const page = await sam.get(`/agreements/${id}`).expect(200)
    expect(page.text).not.toContain('End it')
    await sam.get(`/vendors/${vendor.id}/agreements/new`).expect(403)
    await sam.post(`/vendors/${vendor.id}/agreements`).type('form').send(words()).expect(403)
    await sam.get(`/agreements/${id}/end`).expect(403)
    await sam.post(`/agreements/${id}/end`).expect(403)
    const otto = await world.as('otto')
    await otto.get(`/agreements/${id}`).expect(404)
    await otto.get(`/agreements/${id}/end`).expect(404)
    await otto
      .post(`/agreements/${id}/end`)
      .type('form')
      .send({ endedOn: TODAY, kind: 'other', reason: 'x' })
      .expect(404)
    await otto.get(`/vendors/${vendor.id}/agreements/new`).expect(404)
    await otto.post(`/vendors/${vendor.id}/agreements`).type('form').send(words()).expect(404)
    await world.visitor().get(`/agreements/${id}`).expect(303)
  })

  test('a document of another vendor or practice can’t be its paper', async () => {
    const rae = await world.actor('rae')
    const other = await addVendor(world.db, rae, { name: 'Other', category: CATEGORY })
    const document = await addReadBaa(world, other.id)
    await expect(
      recordAgreement(world.db, rae, vendor.id, terms({ documentId: document.id })),
    ).rejects.toMatchObject({ status: 409 })
    const otto = await world.actor('otto')
    const theirs = await addVendor(world.db, otto, { name: 'Theirs', category: CATEGORY })
    await expect(
      recordAgreement(world.db, otto, theirs.id, terms({ documentId: document.id })),
    ).rejects.toMatchObject({ status: 404 })
    const { id } = await recordAgreement(world.db, rae, vendor.id, terms({}))
    await expect(endAgreement(world.db, otto, id, { endedOn: TODAY, reason: 'x' })).rejects.toMatchObject({
      status: 404,
    })
  })
})

test('who signed is filled in from the paper only where the reader is sure', () => {
  const field = <T>(value: T, confidence: number): Field<T> => ({
    value,
    status: 'found',
    confidence,
    evidence: [],
  })
  const none: Field<never> = { value: null, status: 'not-stated', confidence: 0, evidence: [] }
  const names = ['coveredEntity', 'businessAssociate', 'effective', 'expires', 'term', 'autoRenews']
  const rest = [...names, 'terminationNoticeDays', 'breachNoticeDays'].map((name) => [name, none])
  const baa = {
    ...Object.fromEntries(rest),
    coveredEntitySigner: field('Priya Raman', 0.88),
    coveredEntitySignedOn: field('2026-11-20', 0.88),
    businessAssociateSigner: field('D. Okoye', 0.7),
  } as BaaTerms
  expect(prefillFrom(baa)).toEqual({
    coveredEntitySigner: 'Priya Raman',
    coveredEntitySignedOn: '2026-11-20',
  })
})

function words(): Record<string, string> {
  return {
    coveredEntity: 'Maple Street Family Medicine',
    businessAssociate: 'Northwind e-Fax, Inc.',
    effective: '2025-01-01',
    term: 'fixed',
    ends: '2027-06-30',
    coveredEntitySigner: 'Priya Raman',
    coveredEntitySignedOn: '2024-12-20',
    businessAssociateSigner: 'J. Alvarez',
    businessAssociateSignedOn: '2024-12-18',
  }
}

function terms(values: Partial<Terms>): Terms {
  return signedTerms({ ends: '2027-06-30', ...values })
}
