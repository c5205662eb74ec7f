import fc from 'fast-check'
import { listEvents, sentenceOf } from '../server/audit/audit'
import type { Agreement } from '../server/agreements/agreement'
import type { Amendment } from '../server/agreements/amendment'
import { stepOn } from '../server/agreements/amended'
import {
  listVersions,
  recordAgreement,
  recordAmendment,
  refreshSummaries,
  withdrawAmendment,
  type AmendmentForm,
  type Terms,
} from '../server/agreements/agreements'
import { chainOf, summaryOf } from '../server/agreements/chain'
import { agreementState, isInForce, lastDayOf, noticeDayOf, stretchEnd } from '../server/agreements/state'
import { termDates } from '../server/agreements/termDates'
import { addDays, addMonths, type PlainDate } from '../server/dates'
import { mattersAhead, mattersToday } from '../server/reminders/facts'
import { findPractice } from '../server/accounts/accounts'
import { addVendor, baaStanding, findVendor, vendorCategories, type Vendor } from '../server/vendors/vendors'
import { addReadBaa } from './support/readBaa'
import { agreementWith, signedTerms } from './support/signedTerms'
import { openWorld, type World } from './support/world'

const TODAY = '2026-11-22'
const MARCH = '2026-03-03'
const FIXED = { term: 'fixed', renewalMonths: null, servicesAgreement: null, reviewBy: null } as const

describe('the terms on a day', () => {
  test('are those of the agreement, then those of each amendment in its turn', () => {
    const version = amended({ ends: '2026-12-31', noticeDays: 30 }, [
      { effective: '2026-06-01', changes: { noticeDays: 90 } },
      { effective: MARCH, changes: { noticeDays: 60, breachNoticeDays: 5 } },
    ])
    const on = (day: PlainDate) => {
      const { noticeDays, breachNoticeDays } = stepOn(version, day).terms
      return [noticeDays, breachNoticeDays]
    }
    expect(on('2026-03-02')).toEqual([30, null])
    expect(on(MARCH)).toEqual([60, 5])
    expect(on('2026-06-01')).toEqual([90, 5])
    expect(version.amendments.map(({ number }) => number)).toEqual([2, 1])
  })

  test('follow the one recorded later where two begin on one day', () => {
    const version = amended({}, [
      { effective: MARCH, changes: { noticeDays: 60 } },
      { effective: MARCH, changes: { noticeDays: 45 } },
    ])
    expect(stepOn(version, MARCH).terms.noticeDays).toBe(45)
  })

  test.each([
    ['unsigned', { businessAssociateSigner: null }],
    ['undated', { effective: null, coveredEntitySignedOn: null, businessAssociateSignedOn: null }],
    ['withdrawn', { withdrawnAt: '2026-04-01T00:00:00Z' }],
    ['after-end', { effective: '2027-07-02' }],
    ['after-end', { effective: '2027-06-01', coveredEntitySignedOn: '2027-07-02' }],
    ['counts', { effective: '2027-07-01', coveredEntitySignedOn: '2027-06-30' }],
    ['counts', { effective: null }],
    ['counts', { effective: '2024-01-01' }],
  ] as const)('%s: %j', (effect, facts) => {
    const changes = { end: { ...FIXED, ends: '2030-12-31' }, noticeDays: 10 }
    const version = amended({ ends: '2027-06-30' }, [{ changes, ...facts }])
    expect(version.amendments[0]!.effect).toBe(effect)
    expect(lastDayOf(version)).toBe(effect === 'counts' ? '2030-12-31' : '2027-06-30')
  })

  test('an agreement that was ended takes no amendment after its end', () => {
    const changes = { end: { ...FIXED, ends: '2030-12-31' } }
    const before = amended({ endedOn: '2026-05-01' }, [{ changes }])
    expect([before.amendments[0]!.effect, lastDayOf(before)]).toEqual(['counts', '2026-04-30'])
    const after = amended({ endedOn: '2026-03-03' }, [{ changes }])
    expect(after.amendments[0]!.effect).toBe('after-end')
  })

  test('a superseded version keeps what amended it before, and takes nothing after', () => {
    const chain = chainOf(
      [agreementWith({}), agreementWith({ version: 2, effective: '2026-06-01' })],
      [
        amendmentWith({ changes: { noticeDays: 60 } }),
        amendmentWith({ number: 2, effective: '2026-06-01', changes: { noticeDays: 90 } }),
      ],
    )
    expect(chain[0]!.amendments.map(({ effect }) => effect)).toEqual(['counts', 'after-replacement'])
    expect(stepOn(chain[0]!, '2026-05-31').terms.noticeDays).toBe(60)
    expect(stepOn(chain[1]!, '2026-07-01').terms.noticeDays).toBeNull()
  })

  test('a correction of the agreement keeps its amendments, a correction of an amendment takes its place', () => {
    const chain = chainOf(
      [agreementWith({}), agreementWith({ version: 2, correctsId: 'v1' })],
      [
        amendmentWith({ id: 'a', changes: { noticeDays: 60 } }),
        amendmentWith({
          id: 'b',
          number: 2,
          correctsId: 'a',
          agreementId: 'v2',
          changes: { noticeDays: 45 },
        }),
      ],
    )
    expect(chain[1]!.amendments.map(({ id, effect }) => [id, effect])).toEqual([
      ['a', 'corrected'],
      ['b', 'counts'],
    ])
    expect(stepOn(chain[1]!, MARCH).terms.noticeDays).toBe(45)
  })
})

describe('the dates that follow', () => {
  test('each names the amendment that it comes from', () => {
    const end = { ...FIXED, ends: '2028-12-31', renewalMonths: 12 }
    const version = amended({ ends: '2026-12-31', noticeDays: 30 }, [
      { effective: MARCH, changes: { end } },
      { effective: '2026-05-04', changes: { noticeDays: 60 } },
    ])
    const dates = Object.fromEntries(
      termDates(version, TODAY).map(({ name, date, why }) => [name, [date, why]]),
    )
    expect(dates['Last day in force']).toEqual([
      '2028-12-31',
      'Then it renews by itself for a year, unless someone gives notice, by the amendment of 3 Mar 2026.',
    ])
    expect(dates['Last day to give notice']).toEqual([
      '2028-11-01',
      '60 days before 31 Dec 2028, by the amendment of 4 May 2026.',
    ])
    expect(dates['Renews on']![0]).toBe('2029-01-01')
  })

  test('an extension signed ahead moves the end before it takes effect', () => {
    const version = amended({ ends: '2026-12-31' }, [
      { effective: '2027-01-01', changes: { end: { ...FIXED, ends: '2027-12-31' } } },
    ])
    expect(summaryOf([version], TODAY)).toMatchObject({ baaEnds: '2027-12-31', baaTurnsOn: '2027-01-01' })
    expect(agreementState(version, '2027-01-01')).toBe('in-force')
    expect(termDates(version, TODAY).at(-1)).toMatchObject({ name: 'Keep until', date: '2033-12-31' })
  })

  test('notice is given by the terms of the day on which it is given', () => {
    const renewing = { ends: '2026-12-31', renewalMonths: 12, noticeDays: 30 }
    const longer = (effective: PlainDate) => amended(renewing, [{ effective, changes: { noticeDays: 60 } }])
    expect(noticeDayOf(longer('2026-10-01'), TODAY)).toBe('2026-11-01')
    // From 25 November on 60 days are asked for, which are gone by then: the day before was the last.
    expect(noticeDayOf(longer('2026-11-25'), TODAY)).toBe('2026-11-24')
    expect(noticeDayOf(longer('2026-12-15'), TODAY)).toBe('2026-12-01')
    expect(noticeDayOf(longer('2026-12-15'), '2027-01-01')).toBe('2027-11-01')
    const shorter = amended(renewing, [{ effective: '2026-12-10', changes: { noticeDays: 10 } }])
    expect(noticeDayOf(shorter, TODAY)).toBe('2026-12-21')
  })

  test('one that makes it renew, and one that stops it', () => {
    const renews = amended({ ends: '2026-12-31', noticeDays: 30 }, [
      { effective: '2026-12-01', changes: { end: { ...FIXED, ends: '2026-12-31', renewalMonths: 12 } } },
    ])
    expect([lastDayOf(renews), stretchEnd(renews, TODAY)]).toEqual([null, '2026-12-31'])
    const stops = amended({ ends: '2026-12-31', renewalMonths: 12 }, [
      { effective: '2027-05-01', changes: { end: { ...FIXED, ends: '2027-08-31' } } },
    ])
    expect([stretchEnd(stops, TODAY), lastDayOf(stops)]).toEqual(['2026-12-31', '2027-08-31'])
    expect(stretchEnd(stops, '2027-01-01')).toBeNull()
  })
})

describe('for any agreement and any amendments', () => {
  const day = fc.integer({ min: -500, max: 700 }).map((days) => addDays(TODAY, days))
  const end = fc.record({
    term: fc.constant('fixed' as const),
    ends: day,
    renewalMonths: fc.constantFrom(null, null, 1, 6, 12),
    servicesAgreement: fc.constant(null),
    reviewBy: fc.constant(null),
  })
  const evergreen = day.map((reviewBy) => ({
    ...{ term: 'evergreen' as const, ends: null, renewalMonths: null, servicesAgreement: null },
    reviewBy,
  }))
  const changes = fc.record(
    {
      end: fc.oneof(end, evergreen),
      noticeDays: fc.integer({ min: 0, max: 120 }),
      breachNoticeDays: fc.integer({ min: 1, max: 60 }),
    },
    { requiredKeys: [] },
  )
  const amendment = fc.record({
    effective: fc.option(day),
    changes,
    businessAssociateSigner: fc.constantFrom('J. Alvarez', 'J. Alvarez', null),
    businessAssociateSignedOn: fc.option(day),
    withdrawnAt: fc.constantFrom(null, null, null, '2026-01-01T00:00:00Z'),
  })
  const base = fc.record({
    effective: day,
    ends: fc.option(day),
    endedOn: fc.option(day, { freq: 4 }),
    renewalMonths: fc.constantFrom(null, null, 1, 12),
    noticeDays: fc.option(fc.integer({ min: 0, max: 90 })),
  })
  const life = fc.tuple(base, fc.array(amendment, { maxLength: 4 }))

  test('what doesn’t count changes no date of it', () => {
    fc.assert(
      fc.property(life, day, ([facts, amendments], today) => {
        const version = amended(facts, amendments)
        const counted = version.amendments.filter(({ effect }) => effect === 'counts')
        const alone = chainOf([agreementWith(facts)], counted)[0]!
        expect(termDates(version, today)).toEqual(termDates(alone, today))
        expect(summaryOf([version], today)).toEqual(summaryOf([alone], today))
      }),
      { numRuns: 400 },
    )
  })

  test('the order in which they were recorded matters only where they begin on one day', () => {
    fc.assert(
      fc.property(life, ([facts, amendments]) => {
        const starts = amended(facts, amendments).amendments.map(({ from }) => from)
        fc.pre(new Set(starts).size === starts.length)
        const turned = amended(facts, amendments.toReversed())
        const bare = ({ steps }: typeof turned) => steps.map(({ from, terms }) => ({ from, terms }))
        expect(bare(turned)).toEqual(bare(amended(facts, amendments)))
      }),
      { numRuns: 400 },
    )
  })

  test('it is in force from its first to its last day without a hole, by the terms of each of these days', () => {
    fc.assert(
      fc.property(life, day, ([facts, amendments], today) => {
        const version = amended(facts, amendments)
        const last = lastDayOf(version)
        const inside = today >= facts.effective && (last === null || today <= last)
        expect(isInForce(version, today)).toBe(inside)
        const { terms } = stepOn(version, today)
        if (inside && terms.ends !== null && terms.renewalMonths === null && terms.endedOn === null) {
          const next = version.steps.find(({ from }) => from !== null && from > today)
          expect(terms.ends >= today || (next !== undefined && next.from! <= addDays(terms.ends, 1))).toBe(
            true,
          )
        }
      }),
      { numRuns: 600 },
    )
  })

  test('the last day for notice is the last one on which it still reaches the end in time', () => {
    fc.assert(
      fc.property(life, day, ([facts, amendments], today) => {
        const version = amended(facts, amendments)
        const end = stretchEnd(version, today)
        fc.pre(end !== null && isInForce(version, today))
        const inTime = (on: PlainDate) => {
          const { terms } = stepOn(version, on)
          return terms.renewalMonths !== null && addDays(on, terms.noticeDays ?? 0) <= end!
        }
        const notice = noticeDayOf(version, today)!
        for (let on = end!; on > notice; on = addDays(on, -1)) expect(inTime(on)).toBe(false)
        if (version.steps[0]!.terms.renewalMonths !== null) expect(inTime(notice)).toBe(true)
      }),
      { numRuns: 400 },
    )
  })

  test('the row of the vendor turns on the day that it names, and not before', () => {
    fc.assert(
      fc.property(life, fc.option(base), ([facts, amendments], later) => {
        const versions = [agreementWith(facts)]
        if (later) versions.push(agreementWith({ ...later, id: 'v2', version: 2 }))
        const chain = chainOf(versions, numbered(amendments))
        const { baaTurnsOn, baaAsOf, ...now } = summaryOf(chain, TODAY)
        expect(baaAsOf).toBe(TODAY)
        const until = baaTurnsOn ?? addMonths(TODAY, 9)
        for (let on = TODAY; on < until && on < addMonths(TODAY, 9); on = addDays(on, 1)) {
          const { baaTurnsOn: _turns, baaAsOf: _asOf, ...then } = summaryOf(chain, on)
          expect(then).toEqual(now)
        }
      }),
      { numRuns: 300 },
    )
  })
})

describe('through the front door', () => {
  let world: World
  let vendor: Vendor
  let agreement: Agreement

  beforeEach(async () => {
    world = await openWorld()
    const rae = await world.actor('rae')
    vendor = await addVendor(world.db, rae, { name: 'Northwind e-Fax', category: vendorCategories[0]!.key })
    await world.db('vendors').update({ businessAssociate: 'yes' })
    agreement = await recordAgreement(world.db, rae, vendor.id, terms({ ends: '2026-12-31' }))
  })

  afterEach(() => world.close())

  test('a reviewer records one; vendor, list, page, calendar and history follow', async () => {
    const rae = await world.as('rae')
    const form = await rae.get(`/agreements/${agreement.id}/amendments/new`).expect(200)
    expect(form.text).toContain('It ends on 31 Dec 2026, and doesn’t renew by itself')
    const { headers } = await post(rae, agreement.id, words()).expect(303)
    const page = await rae.get(headers.location!).expect(200)
    expect(page.text).toContain('It ends on 31 Dec 2028')
    expect(page.text).toContain('It has changed the agreement since 3 Mar 2026.')
    const actor = await world.actor('priya')
    const after = await findVendor(world.db, actor, vendor.id)
    expect(after).toMatchObject({ baaEnds: '2028-12-31', nextOn: '2028-12-31' })
    expect(baaStanding(after, TODAY)).toMatchObject({ state: 'good', detail: 'to 31 Dec 2028' })
    expect((await rae.get('/vendors')).text).toContain('31 Dec 2028')
    expect((await rae.get('/')).text).not.toContain('31 Dec 2026')
    const own = await rae.get(`/vendors/${vendor.id}`)
    expect(own.text).toContain('The fixed end by the amendment of 3 Mar 2026')
    expect(own.text).toContain('with an amendment')
    const [event] = await listEvents(world.db, actor)
    expect(sentenceOf(event!)).toBe(
      'Recorded amendment 1 of the BAA, version 1: It ends on 31 Dec 2028, and doesn’t renew by itself; You are told of a breach within 5 days; Adds the new portal.',
    )
    expect((await rae.get(`/agreements/${agreement.id}`)).text).toContain('by the amendment of 3 Mar 2026')
  })

  test('reminders and the forecast follow, on the day and ahead of it', async () => {
    const rae = await world.actor('rae')
    await recordAmendment(world.db, rae, agreement.id, {
      ...amendmentTerms(),
      effective: '2026-12-15',
      changes: { end: { ...FIXED, ends: '2027-01-31' } },
    })
    const practice = await findPractice(world.db, rae.practiceId)
    const now = world.clock.now()
    const due = []
    for await (const some of mattersToday(world.db, practice, now, () => 100)) due.push(...some)
    expect(due.map(({ kind, base }) => [kind, base])).toEqual([['baaEnds', '2027-01-31']])
    const spans = []
    for await (const some of mattersAhead(world.db, practice, now, '2027-03-01', () => 100))
      spans.push(...some)
    const ends = spans.flatMap(({ matters }) => matters.filter(({ kind }) => kind === 'baaEnds'))
    expect(new Set(ends.map(({ base }) => base))).toEqual(new Set(['2027-01-31']))
  })

  test('what is signed ahead reaches the vendor’s row on its day', async () => {
    const rae = await world.actor('rae')
    const renewing = { ...FIXED, ends: '2026-12-31', renewalMonths: 12 }
    const changes = { end: renewing, noticeDays: 20 }
    await recordAmendment(world.db, rae, agreement.id, { ...amendmentTerms(), changes })
    const later = { ...amendmentTerms(), effective: '2027-02-01', changes: { noticeDays: 60 } }
    await recordAmendment(world.db, rae, agreement.id, later)
    const row = () => findVendor(world.db, rae, vendor.id)
    expect(await row()).toMatchObject({ baaNoticeBy: '2026-12-11', baaRenewsOn: '2027-01-01', baaEnds: null })
    expect(await refreshSummaries(world.db, rae)).toBe(0)
    await refreshSummaries(world.db, { ...rae, today: '2027-01-02' })
    expect(await row()).toMatchObject({ baaNoticeBy: '2027-11-01', baaRenewsOn: '2028-01-01' })
    await refreshSummaries(world.db, { ...rae, today: '2027-02-01' })
    expect(await row()).toMatchObject({ baaNoticeBy: '2027-11-01' })
    expect(await refreshSummaries(world.db, { ...rae, today: '2027-02-02' })).toBe(0)
  })

  test.each([
    ['nothing', { term: 'unchanged', breachNoticeDays: '', summary: '' }, 'Say what it changes'],
    ['no end', { ends: '' }, 'Enter the last day in force'],
    ['an end before it begins', { ends: '2026-02-01' }, 'after the effective date'],
    ['a day before the agreement', { effective: '2024-12-31' }, 'on which the agreement had begun'],
    ['a signature to come', { businessAssociateSignedOn: '2026-11-23' }, 'a day that has passed'],
    ['a date without a name', { coveredEntitySigner: '' }, 'Enter who signed'],
    ['no look-over', { term: 'evergreen', reviewBy: '' }, 'Choose a day to look it over'],
    ['no number', { noticeDays: 'soon' }, 'Enter days'],
  ])('%s comes back with a complaint', async (_what, wrong, complaint) => {
    const rae = await world.as('rae')
    const answer = await post(rae, agreement.id, { ...words(), ...wrong, note: 'keep me' }).expect(422)
    expect(answer.text).toContain(complaint)
    expect(answer.text).toContain('keep me')
    expect((await listVersions(world.db, await world.actor('rae'), vendor.id))[0]!.amendments).toEqual([])
  })

  test('an unsigned one is kept and changes nothing, until a correction says who signed', async () => {
    const rae = await world.as('rae')
    const unsigned = { ...words(), businessAssociateSigner: '', businessAssociateSignedOn: '' }
    const { headers } = await post(rae, agreement.id, unsigned).expect(303)
    const page = await rae.get(headers.location!)
    expect(page.text).toContain('It changes nothing yet, because not both sides have signed')
    expect((await rae.get('/')).text).toContain('an amendment of the BAA isn’t signed by both sides')
    expect((await rae.get(`/vendors/${vendor.id}`)).text).toContain('An amendment of the BAA isn’t signed')
    const actor = await world.actor('rae')
    expect(await findVendor(world.db, actor, vendor.id)).toMatchObject({ baaEnds: '2026-12-31' })
    const correctsId = headers.location!.split('/').at(-1)!
    const again = await rae.get(`/agreements/${agreement.id}/amendments/new?corrects=${correctsId}`)
    expect(again.text).toContain('value="2028-12-31"')
    await post(rae, agreement.id, { ...words(), correctsId }).expect(303)
    expect(await findVendor(world.db, actor, vendor.id)).toMatchObject({ baaEnds: '2028-12-31' })
    expect((await rae.get(headers.location!)).text).toContain('See the correction')
    expect((await rae.get('/')).text).not.toContain('an amendment of the BAA')
    await post(rae, agreement.id, { ...words(), correctsId }).expect(409)
    expect((await listEvents(world.db, actor))[0]!.kind).toBe('amendment.corrected')
  })

  test('one recorded in error is withdrawn with its reason, once, and stays readable', async () => {
    const rae = await world.as('rae')
    const { headers } = await post(rae, agreement.id, words()).expect(303)
    const at = headers.location!
    const wrong = await rae.post(`${at}/withdraw`).type('form').send({ reason: ' ' }).expect(422)
    expect(wrong.text).toContain('Say what was wrong')
    const reason = 'It belongs to another vendor.'
    await rae.post(`${at}/withdraw`).type('form').send({ reason }).expect(303)
    const actor = await world.actor('rae')
    expect(await findVendor(world.db, actor, vendor.id)).toMatchObject({ baaEnds: '2026-12-31' })
    const page = await rae.get(at)
    expect(page.text).toContain(`Rae Lindqvist withdrew it: ${reason}`)
    expect(page.text).toContain('It ends on 31 Dec 2028')
    await rae.post(`${at}/withdraw`).type('form').send({ reason }).expect(409)
    expect(sentenceOf((await listEvents(world.db, actor))[0]!)).toContain('Withdrew amendment 1 of the BAA')
  })

  test('the terms of a day long past are shown with what they come from', async () => {
    const rae = await world.as('rae')
    await post(rae, agreement.id, words()).expect(303)
    const on = async (day: string) => (await rae.get(`/vendors/${vendor.id}/agreements/on?day=${day}`)).text
    expect(await on('2026-03-02')).toMatch(/It ends on 31 Dec 2026[^]*as first agreed[^]*not yet in effect/)
    expect(await on(MARCH)).toMatch(
      /It ends on 31 Dec 2028[^]*by the amendment of 3 Mar 2026[^]*Adds the new portal/,
    )
  })

  test('one after the end says so, and a corrected agreement takes none', async () => {
    const rae = await world.as('rae')
    const late = { ...words(), effective: '2027-02-01' }
    const { headers } = await post(rae, agreement.id, late).expect(303)
    expect((await rae.get(headers.location!)).text).toContain('the agreement’s last day was 31 Dec 2026')
    const actor = await world.actor('rae')
    await recordAgreement(world.db, actor, vendor.id, terms({ correctsId: agreement.id }))
    await post(rae, agreement.id, words()).expect(409)
    expect((await rae.get(headers.location!)).text).toContain('version 2')
  })

  test('a paper that amends is proposed as an amendment, and what it brings shows among the provisions', async () => {
    const paper = await addReadBaa(world, vendor.id, { at: '2024-12-01T12:00:00.000Z', name: 'BAA.pdf' })
    const rae = await world.actor('rae')
    await recordAgreement(world.db, rae, vendor.id, terms({ correctsId: agreement.id, documentId: paper.id }))
    const [version] = await listVersions(world.db, rae, vendor.id)
    world.clock.set('2026-11-22T16:00:00.000Z')
    const document = await addReadBaa(world, vendor.id, {
      at: '2026-11-22T16:00:00.000Z',
      name: 'Amendment.pdf',
      warnings: [{ code: 'baa-amends', message: '', evidence: [] }],
      provisions: {
        B09: {
          result: 'present',
          evidence: [{ page: 1, quote: 'any security incident', section: 'other', source: 'text' }],
        },
        B05: { result: 'missing', evidence: [] },
      },
    })
    const agent = await world.as('rae')
    expect((await agent.get(`/vendors/${vendor.id}`)).text).toContain('An amendment of the BAA came in')
    expect((await agent.get('/')).text).toContain(`amendments/new?document=${document.id}`)
    const { headers } = await agent
      .get(`/vendors/${vendor.id}/amendments/new?document=${document.id}`)
      .expect(303)
    expect(headers.location).toBe(`/agreements/${version!.id}/amendments/new?document=${document.id}`)
    const form = await agent.get(headers.location!).expect(200)
    expect(form.text).toContain('value="10"')
    const before = await agent.get(`/agreements/${version!.id}`)
    expect(before.text).not.toContain('any security incident')
    await post(agent, version!.id, { ...words(), documentId: document.id }).expect(303)
    const after = await agent.get(`/agreements/${version!.id}`)
    expect(after.text).toMatch(/any security incident/)
    expect(after.text).toContain('implement appropriate safeguards')
    expect(after.text).toContain(`/documents/${document.id}/pages/1?field=provisions.B09`)
    expect((await agent.get(`/vendors/${vendor.id}`)).text).not.toContain('nobody has recorded')
    const letter = await agent.get(`/shortfalls/new?document=${paper.id}`).expect(200)
    expect(letter.text).not.toContain('B09')
  })

  test('staff read and change nothing; others find nothing; visitors sign in', async () => {
    const rae = await world.actor('rae')
    const { id } = await recordAmendment(world.db, rae, agreement.id, amendmentTerms())
    const sam = await world.as('sam')
    expect((await sam.get(`/amendments/${id}`).expect(200)).text).not.toContain('Withdraw it')
    await sam.get(`/agreements/${agreement.id}/amendments/new`).expect(403)
    await post(sam, agreement.id, words()).expect(403)
    await sam.post(`/amendments/${id}/withdraw`).type('form').send({ reason: 'x' }).expect(403)
    const otto = await world.as('otto')
    await otto.get(`/amendments/${id}`).expect(404)
    await otto.get(`/agreements/${agreement.id}/amendments/new`).expect(404)
    await otto.get(`/vendors/${vendor.id}/amendments/new`).expect(404)
    await post(otto, agreement.id, words()).expect(404)
    await otto.post(`/amendments/${id}/withdraw`).type('form').send({ reason: 'x' }).expect(404)
    await world.visitor().get(`/amendments/${id}`).expect(303)
    const theirs = await world.actor('otto')
    await expect(withdrawAmendment(world.db, theirs, id, 'x')).rejects.toMatchObject({ status: 404 })
    const other = await addVendor(world.db, rae, { name: 'Other', category: vendorCategories[0]!.key })
    const document = await addReadBaa(world, other.id)
    await expect(
      recordAmendment(world.db, rae, agreement.id, { ...amendmentTerms(), documentId: document.id }),
    ).rejects.toMatchObject({ status: 409 })
  })
})

type Agent = Awaited<ReturnType<World['as']>>

function post(agent: Agent, agreementId: string, form: Record<string, string>) {
  return agent.post(`/agreements/${agreementId}/amendments`).type('form').send(form)
}

function words(): Record<string, string> {
  return {
    effective: MARCH,
    term: 'fixed',
    ends: '2028-12-31',
    breachNoticeDays: '5',
    summary: 'Adds the new portal.',
    coveredEntitySigner: 'Priya Raman',
    coveredEntitySignedOn: '2026-03-01',
    businessAssociateSigner: 'J. Alvarez',
    businessAssociateSignedOn: '2026-03-02',
  }
}

function amendmentTerms(): AmendmentForm {
  const {
    id: _id,
    practiceId: _p,
    vendorId: _v,
    agreementId: _a,
    number: _n,
    ...rest
  } = amendmentWith({
    changes: { noticeDays: 60 },
  })
  const {
    recordedBy: _b,
    recordedAt: _at,
    withdrawnAt: _w,
    withdrawnBy: _wb,
    withdrawnReason: _wr,
    ...form
  } = rest
  return form
}

function amended(facts: Partial<Agreement>, amendments: Partial<Amendment>[]) {
  return chainOf([agreementWith(facts)], numbered(amendments))[0]!
}

function numbered(amendments: Partial<Amendment>[]): Amendment[] {
  return amendments.map((one, at) => amendmentWith({ id: `a${at + 1}`, number: at + 1, ...one }))
}

function amendmentWith(values: Partial<Amendment>): Amendment {
  return {
    id: `a${values.number ?? 1}`,
    practiceId: 'p',
    vendorId: 'v',
    agreementId: 'v1',
    number: 1,
    correctsId: null,
    documentId: null,
    effective: MARCH,
    changes: {},
    summary: '',
    coveredEntitySigner: 'Priya Raman',
    coveredEntitySignedOn: '2026-03-01',
    businessAssociateSigner: 'J. Alvarez',
    businessAssociateSignedOn: '2026-03-02',
    note: null,
    recordedBy: 'Rae',
    recordedAt: '2026-03-04T00:00:00.000Z',
    withdrawnAt: null,
    withdrawnBy: null,
    withdrawnReason: null,
    ...values,
  }
}

function terms(values: Partial<Terms>): Terms {
  return signedTerms({ ends: '2027-06-30', ...values })
}
