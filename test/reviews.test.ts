import { listEvents } from '../server/audit/audit'
import { correctReading } from '../server/documents/documents'
import type { Field } from '../server/reader/reader'
import { reportsAfterReading, type Report } from '../server/reports/reports'
import { POLICY, type Facts } from '../server/reviews/questions/question'
import { suggestAll } from '../server/reviews/questions/questions'
import { matchSystem } from '../server/reviews/questions/systemNames'
import { listOpenConditions, listReviewsWaiting, QUESTIONS, startReview } from '../server/reviews/reviews'
import { addVendor, findVendor, type Vendor } from '../server/vendors/vendors'
import { addReadDocument, failedTest, goodReading, none, read, unread } from './support/readings'
import { openWorld, type World } from './support/world'

function factsOf(given: Partial<Facts> = {}): Facts {
  return {
    reading: goodReading(),
    vendor: {
      name: 'Larkhollow',
      systems: [{ name: 'CareBridge', aliases: [] }],
      businessAssociate: true,
      hostsPhi: true,
    },
    agreement: { state: 'in-force', effective: '2026-01-01', ends: '2028-12-31' },
    previousEnd: '2025-06-30',
    previousReading: null,
    bridges: [],
    policy: POLICY,
    today: '2026-11-22',
    ...given,
  }
}

const suggest = (id: string, given: Partial<Facts> = {}) => suggestAll(factsOf(given))[id]!
const withReading = (given: Parameters<typeof goodReading>[0]) => ({ reading: goodReading(given) })
const doubted = <T>(field: Field<T>, confidence: number): Field<T> => ({ ...field, confidence })

describe('suggestions', () => {
  test('a good report with all in order', () => {
    const all = suggestAll(factsOf())
    expect(Object.entries(all).map(([id, one]) => [id, one.verdict, one.prefill])).toEqual([
      ['type', 'meets', 'meets'],
      ['recent', 'meets', 'meets'],
      ['scope', 'meets', null],
      ['findings', 'meets', null],
      ['criteria', 'meets', 'meets'],
      ['baa', 'meets', 'meets'],
      ['tasks', 'look-closer', null],
    ])
  })

  test('without a reading only the BAA can be judged', () => {
    const all = suggestAll(factsOf({ reading: null }))
    expect(QUESTIONS.filter(({ id }) => all[id]!.verdict === 'cant-tell').map(({ id }) => id)).toEqual([
      'type',
      'recent',
      'scope',
      'findings',
      'criteria',
      'tasks',
    ])
    expect(all.baa!.verdict).toBe('meets')
  })

  test('every one with something against it says what would change that', () => {
    const bad = suggestAll(
      factsOf({
        reading: goodReading({ document: read('soc3') }),
        agreement: { state: 'none', effective: null, ends: null },
      }),
    )
    for (const one of Object.values(bad))
      if (one.verdict === 'does-not-meet') expect(one.whatWouldChange).toBeTruthy()
  })

  describe('1, the type', () => {
    test('a Type I does not meet it, and says of which day it speaks', () => {
      const typeOne = { reportType: read('type-1' as const), asOf: read('2025-08-15') }
      const given = suggest('type', withReading(typeOne))
      expect(given).toMatchObject({ verdict: 'does-not-meet', prefill: 'does-not-meet' })
      expect(given.sentence).toContain('15 Aug 2025')
    })

    test.each([
      ['soc3', 'SOC 3'],
      ['soc1', 'financial reporting'],
      ['bridge-letter', 'bridge letter'],
      ['pentest', 'penetration test'],
      ['self-made-summary', 'itself'],
      ['baa', 'business associate agreement'],
    ] as const)('a %s is named as what it is', (kind, words) => {
      const given = suggest('type', withReading({ document: read(kind) }))
      expect(given.verdict).toBe('does-not-meet')
      expect(given.sentence).toContain(words)
    })

    test('a draft is none yet; missing parts want a closer look', () => {
      expect(suggest('type', withReading({ draft: read(true) })).verdict).toBe('does-not-meet')
      expect(suggest('type', withReading({ complete: read(false) })).verdict).toBe('look-closer')
    })

    test('a conflict shows both places', () => {
      const conflict = {
        ...unread<'type-1' | 'type-2'>('conflict'),
        alternatives: [read('type-1' as const), read('type-2' as const)].map(({ value, evidence }) => ({
          value: value!,
          evidence,
        })),
      }
      const given = suggest('type', withReading({ reportType: conflict }))
      expect(given.verdict).toBe('look-closer')
      expect(given.evidence.map((one) => one.field)).toEqual([
        'reportType.alternatives.0',
        'reportType.alternatives.1',
      ])
    })

    test.each([
      [0.95, 'meets', 'meets'],
      [0.85, 'meets', 'meets'],
      [0.84, 'meets', null],
      [0.6, 'meets', null],
      [0.59, 'cant-tell', null],
    ])('with confidence %p it is %p, ticked in advance: %p', (confidence, verdict, prefill) => {
      expect(
        suggest('type', withReading({ reportType: doubted(read('type-2' as const), confidence) })),
      ).toMatchObject({ verdict, prefill })
    })
  })

  describe('2, the age', () => {
    test.each([
      ['2027-03-30', 'meets'],
      ['2027-03-31', 'look-closer'],
      ['2027-06-30', 'look-closer'],
      ['2027-07-01', 'does-not-meet'],
    ])('a period to 30 Jun 2026 seen on %s: %s', (today, verdict) => {
      expect(suggest('recent', { today }).verdict).toBe(verdict)
    })

    test('a bridge letter of at most three months lets a person weigh a stale report, and never makes it fine', () => {
      const today = '2027-08-15'
      const short = [{ from: '2027-07-01', until: '2027-09-30' }]
      const long = [{ from: '2026-07-01', until: '2027-09-30' }]
      const over = [{ from: '2027-05-01', until: '2027-07-31' }]
      expect(suggest('recent', { today, bridges: short })).toMatchObject({
        verdict: 'look-closer',
        prefill: null,
      })
      expect(suggest('recent', { today, bridges: long })).toMatchObject({ verdict: 'does-not-meet' })
      expect(suggest('recent', { today, bridges: long }).sentence).toContain('more than 3 months')
      expect(suggest('recent', { today, bridges: over })).toMatchObject({ verdict: 'does-not-meet' })
    })

    test.each([
      ['2026-04-02', '2026-03-31', 'look-closer', 'too short'],
      ['2026-04-01', null, 'meets', 'usual for a first report'],
      ['2026-04-01', '2026-03-31', 'look-closer', 'isn’t the first'],
      ['2026-01-01', '2025-12-31', 'meets', 'recent'],
      ['2025-07-01', '2025-06-30', 'meets', 'recent'],
      ['2025-06-30', '2025-06-29', 'look-closer', 'longer than a year'],
    ])('a period from %s, the one before to %s: %s', (start, previousEnd, verdict, words) => {
      const given = suggest('recent', { ...withReading({ periodStart: read(start) }), previousEnd })
      expect(given.verdict).toBe(verdict)
      expect(given.sentence).toContain(words)
    })

    test('days that no report covers are counted', () => {
      const one = suggest('recent', { previousEnd: '2025-06-29' })
      expect(one.verdict).toBe('look-closer')
      expect(one.sentence).toContain('1 day before it is covered by no report')
      expect(suggest('recent', { previousEnd: '2025-03-31' }).sentence).toContain(
        '91 days before it are covered by no report.',
      )
      expect(suggest('recent', { previousEnd: '2025-03-30' }).sentence).toContain('a long gap')
      expect(suggest('recent', { previousEnd: '2025-08-31' }).sentence).not.toContain('covered by no report')
    })

    test('a Type I is as old as its day', () => {
      const typeOne = withReading({
        reportType: read('type-1'),
        asOf: read('2025-10-01'),
        periodEnd: unread('not-applicable'),
        periodStart: unread('not-applicable'),
      })
      expect(suggest('recent', typeOne).verdict).toBe('does-not-meet')
    })

    test('no date, or two, are for a person', () => {
      expect(suggest('recent', withReading({ periodEnd: unread() })).verdict).toBe('cant-tell')
      expect(suggest('recent', withReading({ periodEnd: unread('conflict') })).verdict).toBe('look-closer')
      expect(suggest('recent', { today: '2026-01-01' }).verdict).toBe('look-closer')
    })
  })

  describe('3, the scope', () => {
    test.each([
      ['CareBridge', [], 'CareBridge Platform', 'named'],
      ['CareBridge Cloud', [], 'CareBridge® application', 'named'],
      ['Care', [], 'CareBridge Platform', 'not-named'],
      ['Chartly', ['CareBridge'], 'CareBridge Platform', 'named'],
      ['Larkhollow Billing', [], 'Larkhollow CareBridge', 'perhaps'],
      ['Larkhollow CareBridge', [], 'Larkhollow platform', 'perhaps'],
      ['Care Bridge', [], 'Care Bridge Imaging', 'named'],
      ['Platform', [], 'CareBridge Platform', 'not-named'],
    ])('%s (%j) in a report on %s: %s', (name, aliases, theirs, match) => {
      expect(matchSystem({ name, aliases: aliases as string[] }, [theirs], 'Larkhollow')).toBe(match)
    })

    test('another system does not meet it; one of several missing wants a look', () => {
      expect(suggest('scope', withReading({ systems: read(['PayTrail']) })).verdict).toBe('does-not-meet')
      expect(suggest('scope', withReading({ systems: doubted(read(['PayTrail']), 0.7) })).verdict).toBe(
        'look-closer',
      )
      const systems = [
        { name: 'CareBridge', aliases: [] },
        { name: 'PayTrail', aliases: [] },
      ]
      expect(suggest('scope', { vendor: { ...factsOf().vendor, systems } }).verdict).toBe('look-closer')
    })

    test('PHI decides with it', () => {
      expect(suggest('scope', withReading({ phi: read('excluded') })).verdict).toBe('does-not-meet')
      expect(suggest('scope', withReading({ phi: read('policy-only') })).verdict).toBe('look-closer')
      expect(suggest('scope', withReading({ phi: unread() })).verdict).toBe('look-closer')
    })

    test('without systems of ours nobody can tell', () => {
      expect(suggest('scope', { vendor: { ...factsOf().vendor, systems: [] } }).verdict).toBe('cant-tell')
    })

    test('what is carved out is named', () => {
      const given = suggest('scope')
      expect(given.sentence).toContain('Amazon Web Services: carved out')
      expect(given.points[0]).toMatchObject({ text: 'Amazon Web Services', tag: { word: 'carved out' } })
    })
  })

  describe('4, the findings', () => {
    test.each([
      ['qualified', 'look-closer'],
      ['adverse', 'does-not-meet'],
      ['disclaimer', 'does-not-meet'],
    ] as const)('an opinion that is %s: %s', (opinion, verdict) => {
      const given = suggest(
        'findings',
        withReading({ opinion: read(opinion), affectedCriteria: read(['CC6.2', 'CC6.3']) }),
      )
      expect(given).toMatchObject({ verdict, prefill: null })
      expect(given.sentence).toContain('CC6.2 and CC6.3')
    })

    test('exceptions want a look even under a clean opinion, and carry their weight', () => {
      const exceptions = read([
        failedTest({ tested: 25, failed: 9 }),
        failedTest({ control: 'X-1', criteria: ['CC1.1'], response: null }),
      ])
      const given = suggest('findings', withReading({ exceptions }))
      expect(given.verdict).toBe('look-closer')
      expect(given.sentence).toContain('2 exceptions, 1 answered by management')
      expect(given.points.map((one) => one.tag?.word)).toEqual(['high', 'medium'])
      expect(given.points[0]).toMatchObject({ page: 60 })
    })

    test('one that comes again weighs more', () => {
      const exceptions = read([failedTest()])
      const previousReading = goodReading({ exceptions })
      const word = (given: Partial<Facts>) =>
        suggest('findings', { ...withReading({ exceptions }), ...given }).points[0]!.tag!.word
      expect(word({})).toBe('medium')
      expect(word({ previousReading })).toBe('high')
    })

    test('tests that are missing or unreadable are no clean tests', () => {
      expect(suggest('findings', withReading({ exceptions: unread('not-in-document') })).verdict).toBe(
        'look-closer',
      )
      expect(suggest('findings', withReading({ exceptions: unread('unreadable') })).verdict).toBe('cant-tell')
      expect(suggest('findings', withReading({ opinion: unread('unreadable') })).verdict).toBe('cant-tell')
    })

    test('what never ran is said', () => {
      const notOperated = read([{ control: 'IR-2', text: 'No incidents occurred', page: 70 }])
      expect(suggest('findings', withReading({ notOperated })).sentence).toContain(
        '1 control had no occasion',
      )
    })
  })

  test('5, the criteria: what is expected depends on hosting', () => {
    const categories = read(['security', 'confidentiality' as const]) as Field<
      ('security' | 'confidentiality')[]
    >
    expect(suggest('criteria', withReading({ categories }))).toMatchObject({
      verdict: 'look-closer',
      prefill: null,
    })
    expect(
      suggest('criteria', {
        ...withReading({ categories }),
        vendor: { ...factsOf().vendor, hostsPhi: false },
      }).verdict,
    ).toBe('meets')
    expect(suggest('criteria', withReading({ categories: read(['availability']) }))).toMatchObject({
      verdict: 'does-not-meet',
    })
    expect(suggest('criteria', withReading({ categories: unread() })).verdict).toBe('cant-tell')
    expect(
      suggest('criteria', withReading({ categories: doubted(goodReading().categories, 0.8) })).prefill,
    ).toBeNull()
  })

  test.each([
    ['in-force', 'meets'],
    ['ending-soon', 'look-closer'],
    ['unsigned', 'does-not-meet'],
    ['not-yet', 'does-not-meet'],
    ['ended', 'does-not-meet'],
    ['none', 'does-not-meet'],
  ] as const)('6, a BAA that is %s: %s', (state, verdict) => {
    expect(
      suggest('baa', { agreement: { state, effective: '2026-12-01', ends: '2027-01-31' } }).verdict,
    ).toBe(verdict)
  })

  test('6, no BAA is needed of a vendor that is no business associate', () => {
    const agreement = { state: 'none' as const, effective: null, ends: null }
    expect(
      suggest('baa', { agreement, vendor: { ...factsOf().vendor, businessAssociate: false } }).verdict,
    ).toBe('meets')
  })

  test('7, our tasks', () => {
    expect(suggest('tasks').points).toHaveLength(2)
    expect(suggest('tasks', withReading({ cuecs: none() }))).toMatchObject({
      verdict: 'meets',
      prefill: 'meets',
    })
    expect(suggest('tasks', withReading({ cuecs: unread() })).verdict).toBe('cant-tell')
  })
})

describe('a review', () => {
  let world: World
  let vendor: Vendor
  let report: Report

  beforeEach(async () => {
    world = await openWorld()
    vendor = await addVendor(world.db, await world.actor('priya'), {
      name: 'Larkhollow CareBridge',
      category: 'ehr',
      systems: [{ name: 'CareBridge' }],
    })
    report = (await addReadDocument(world, vendor, goodReading())).report
  })
  afterEach(() => world.close())

  const allMeet = () => Object.fromEntries(QUESTIONS.map(({ id }) => [`${id}_answer`, 'meets']))
  const approval = {
    decision: 'approved',
    reason: 'Clean, recent, and it covers what we use.',
    reviewOn: '2027-11-22',
  }

  async function begin(): Promise<string> {
    return (await startReview(world.db, await world.actor('rae'), report.id)).id
  }

  async function events(): Promise<string[]> {
    return (await listEvents(world.db, await world.actor('priya'), { vendorId: vendor.id })).map(
      (event) => event.kind,
    )
  }

  const current = async () => findVendor(world.db, await world.actor('priya'), vendor.id)

  test('starts from the vendor’s report, once', async () => {
    const rae = await world.as('rae')
    const first = await rae.post('/reviews').type('form').send({ reportId: report.id }).expect(303)
    const again = await rae.post('/reviews').type('form').send({ vendorId: vendor.id }).expect(303)
    expect(again.headers.location).toBe(first.headers.location)
    expect((await events()).filter((kind) => kind === 'review.started')).toHaveLength(1)
    expect((await current()).openReviewId).toBe(String(first.headers.location).split('/').at(-1))
    const page = await rae.get(String(first.headers.location)).expect(200)
    expect(page.text).toContain('1. Is it a SOC 2, and Type II?')
    expect(page.text).toContain('page 3')
    expect(page.text).toContain('0</span> of 7 answered')
  })

  test('a link from elsewhere leads to one button, or to the review that is open', async () => {
    const rae = await world.as('rae')
    await rae
      .get(`/reviews/new?vendor=${vendor.id}`)
      .expect(200)
      .expect(/Begin the review/)
    expect(await world.db('reviews')).toHaveLength(0)
    const id = await begin()
    await rae.get(`/reviews/new?report=${report.id}`).expect(303).expect('Location', `/reviews/${id}`)
    await (await world.as('otto')).get(`/reviews/new?report=${report.id}`).expect(404)
    await (await world.as('sam')).get(`/reviews/new?report=${report.id}`).expect(403)
  })

  test('a vendor without a report has nothing to review', async () => {
    const bare = await addVendor(world.db, await world.actor('priya'), { name: 'Bare', category: 'ehr' })
    await (await world.as('rae')).post('/reviews').type('form').send({ vendorId: bare.id }).expect(409)
  })

  test('answers are kept, and every change of mind with them', async () => {
    const id = await begin()
    const rae = await world.as('rae')
    await rae
      .post(`/reviews/${id}/answers`)
      .type('form')
      .send({ type_answer: 'meets', baa_answer: 'asked', baa_note: 'By mail' })
      .expect(303)
    const seen = await world.db('answers').where({ question: 'baa' }).first()
    await rae
      .post(`/reviews/${id}/answers`)
      .type('form')
      .send({ baa_answer: 'meets', baa_note: 'They sent it', baa_seen: seen.id })
      .expect(303)
    const rows = await world.db('answers').where({ reviewId: id, question: 'baa' }).orderBy('at')
    expect(rows).toHaveLength(2)
    const page = await rae.get(`/reviews/${id}`).expect(200)
    expect(page.text).toContain('2</span> of 7 answered')
    expect(page.text).toContain('One earlier answer')
    expect((await events()).filter((kind) => kind === 'review.answered')).toHaveLength(3)
  })

  test('saving an old page does not undo what a colleague answered since', async () => {
    const id = await begin()
    const [rae, priya] = [await world.as('rae'), await world.as('priya')]
    await rae.post(`/reviews/${id}/answers`).type('form').send({ type_answer: 'meets' }).expect(303)
    const seen = (await world.db('answers').first('id')).id
    world.clock.set('2026-11-22T15:05:00.000Z')
    await priya
      .post(`/reviews/${id}/answers`)
      .type('form')
      .send({ type_answer: 'does-not-meet', type_seen: seen })
      .expect(303)
    await rae
      .post(`/reviews/${id}/answers`)
      .type('form')
      .send({ type_answer: 'meets', type_seen: seen, recent_answer: 'meets' })
      .expect(303)
    const rows = await world.db('answers').where({ question: 'type' }).orderBy('at')
    expect(rows.map((row) => row.answer)).toEqual(['meets', 'does-not-meet'])
  })

  test('one alone can be saved, and a script hears it as JSON', async () => {
    const id = await begin()
    const rae = await world.as('rae')
    const sent = { ...allMeet(), only: 'scope' }
    const { body } = await rae
      .post(`/reviews/${id}/answers`)
      .set('Accept', 'application/json')
      .type('form')
      .send(sent)
      .expect(200)
    expect(body.answered).toBe(1)
    expect(await world.db('answers').select('question')).toEqual([{ question: 'scope' }])
  })

  test('accepting needs a reason; the words stay', async () => {
    const id = await begin()
    const rae = await world.as('rae')
    const page = await rae
      .post(`/reviews/${id}/answers`)
      .type('form')
      .send({ type_answer: 'accepted', recent_answer: 'meets', recent_note: 'kept note' })
      .expect(422)
    expect(page.text).toContain('Write the reason why you accept it')
    expect(page.text).toContain('kept note')
    expect(await world.db('answers')).toHaveLength(0)
    await rae.post(`/reviews/${id}/answers`).type('form').send({ type_answer: 'perhaps' }).expect(422)
  })

  test('what was read alone never counts as an answer', async () => {
    const id = await begin()
    const rae = await world.as('rae')
    const page = await rae.post(`/reviews/${id}/decision`).type('form').send(approval).expect(422)
    expect(page.text).toContain('Answer question 4: What did the auditor find?')
    expect(page.text).toContain('Clean, recent, and it covers what we use.')
    expect(await world.db('decisions')).toHaveLength(0)
  })

  test('is signed with who, when and where from, and shows on the vendor', async () => {
    const id = await begin()
    const rae = await world.as('rae')
    await rae
      .post(`/reviews/${id}/decision`)
      .type('form')
      .send({ ...allMeet(), ...approval })
      .expect(303)
      .expect('Location', `/reviews/${id}/memo`)
    const decision = await world.db('decisions').first()
    expect(decision).toMatchObject({
      decision: 'approved',
      personName: 'Rae Lindqvist',
      at: '2026-11-22T15:00:00.000Z',
      reviewOn: '2027-11-22',
    })
    expect(decision.ip).toBeTruthy()
    expect(await current()).toMatchObject({
      decision: 'approved',
      decisionId: decision.id,
      reviewOn: '2027-11-22',
      openReviewId: null,
    })
    expect(await events()).toContain('decision.made')
    const memo = await rae.get(`/reviews/${id}/memo`).expect(200)
    for (const words of ['Rae Lindqvist', 'Clean, recent', 'SHA-256', '22 Nov 2027', 'CareBridge Platform'])
      expect(memo.text).toContain(words)
    await rae.get(`/reviews/${id}`).expect(303)
    await rae
      .get(`/vendors/${vendor.id}`)
      .expect(200)
      .expect(/approved/)
  })

  test('once signed nothing about it changes', async () => {
    const id = await begin()
    const rae = await world.as('rae')
    await rae
      .post(`/reviews/${id}/decision`)
      .type('form')
      .send({ ...allMeet(), ...approval })
      .expect(303)
    await rae
      .post(`/reviews/${id}/decision`)
      .type('form')
      .send({ ...allMeet(), ...approval, decision: 'refused' })
      .expect(409)
    await rae.post(`/reviews/${id}/answers`).type('form').send({ type_answer: 'asked' }).expect(409)
    await correctReading(
      world.db,
      await world.actor('rae'),
      report.documentId,
      { field: 'opinion', value: 'adverse', note: 'Page 5' },
      [reportsAfterReading],
    )
    const memo = await rae.get(`/reviews/${id}/memo`).expect(200)
    expect(memo.text).toContain('The opinion is unqualified')
    expect(memo.text).not.toContain('adverse')
  })

  test('conditions and tasks have an owner and a date, and are done once', async () => {
    const id = await begin()
    const rae = await world.as('rae')
    const conditional = {
      ...allMeet(),
      ...approval,
      decision: 'approved-with-conditions',
      conditionText1: 'Send the next report',
      conditionOwner1: 'Larkhollow',
      conditionDue1: '2027-02-01',
      task: ['1'],
      taskOwner: 'Sam Ortiz',
      taskDue: '2026-12-22',
    }
    await rae.post(`/reviews/${id}/decision`).type('form').send(conditional).expect(303)
    const open = await listOpenConditions(world.db, vendor.practiceId)
    expect(open.map(({ kind, text, owner, due }) => ({ kind, text, owner, due }))).toEqual([
      { kind: 'task', text: 'Telling Larkhollow of incidents', owner: 'Sam Ortiz', due: '2026-12-22' },
      { kind: 'condition', text: 'Send the next report', owner: 'Larkhollow', due: '2027-02-01' },
    ])
    const done = `/reviews/conditions/${open[0]!.id}/done`
    await rae.post(done).type('form').send({ note: 'Wrote the procedure' }).expect(303)
    await rae.post(done).expect(409)
    expect(await world.db('conditions').where({ id: open[0]!.id }).first()).toMatchObject({
      doneBy: 'Rae Lindqvist',
      doneNote: 'Wrote the procedure',
    })
    expect(await events()).toContain('condition.met')
    await (await world.as('otto')).post(`/reviews/conditions/${open[1]!.id}/done`).expect(404)
    await (await world.as('sam')).post(`/reviews/conditions/${open[1]!.id}/done`).expect(403)
  })

  test.each([
    [{ decision: '' }, 'Choose what you decide'],
    [{ reason: ' ' }, 'Write the reason'],
    [{ reviewOn: '2027-11-23' }, 'Choose a day up to 22 Nov 2027'],
    [{ reviewOn: '2026-11-22' }, 'Choose a day after today'],
    [{ decision: 'approved-with-conditions' }, 'Write at least one condition'],
    [{ conditionText1: 'Something' }, 'You wrote conditions'],
    [
      { decision: 'approved-with-conditions', conditionText1: 'Something', conditionDue1: '2026-11-21' },
      'Say who sees to it',
    ],
    [{ task: '0' }, 'Say who sees to the ticked tasks'],
  ])('a decision with %j is sent back: %s', async (wrong, complaint) => {
    const id = await begin()
    const page = await (
      await world.as('rae')
    )
      .post(`/reviews/${id}/decision`)
      .type('form')
      .send({ ...allMeet(), ...approval, ...wrong })
      .expect(422)
    expect(page.text).toContain(complaint)
    expect(await world.db('decisions')).toHaveLength(0)
  })

  test('the next one starts from the last one’s answers, but never for what needs a hand', async () => {
    const first = await begin()
    const rae = await world.as('rae')
    await rae
      .post(`/reviews/${first}/decision`)
      .type('form')
      .send({
        ...allMeet(),
        ...approval,
        tasks_answer: 'not-applicable',
        tasks_note: 'IT does them',
        scope_note: 'Same module',
      })
      .expect(303)
    world.clock.set('2026-11-22T15:30:00.000Z')
    const second = await begin()
    expect(second).not.toBe(first)
    const page = await rae.get(`/reviews/${second}`).expect(200)
    expect(page.text).toMatch(/name="tasks_answer" value="not-applicable" checked/)
    expect(page.text).toContain('IT does them')
    expect(page.text).not.toMatch(/name="scope_answer" value="\w[\w-]*" checked/)
    expect(page.text).toContain('Last review: meets, by Rae Lindqvist')
    expect(page.text).toContain('0</span> of 7 answered')
  })

  test('a newer report lays the open review aside', async () => {
    const first = await begin()
    const newer = await addReadDocument(
      world,
      vendor,
      goodReading({ periodStart: read('2025-10-01'), periodEnd: read('2026-09-30') }),
    )
    const second = await startReview(world.db, await world.actor('rae'), newer.report.id)
    expect((await world.db('reviews').where({ id: first }).first()).closedAt).not.toBeNull()
    expect(second.previousReviewId).toBe(first)
    expect(await events()).toContain('review.laidAside')
    await (
      await world.as('rae')
    )
      .get(`/reviews/${first}/memo`)
      .expect(200)
      .expect(/Laid aside without a decision/)
  })

  test('reviews wait until they are decided', async () => {
    const waiting = () => listReviewsWaiting(world.db, vendor.practiceId)
    expect(await waiting()).toMatchObject([
      { vendorName: 'Larkhollow CareBridge', reportId: report.id, reviewId: null, answered: 0 },
    ])
    const id = await begin()
    const rae = await world.as('rae')
    await rae
      .post(`/reviews/${id}/answers`)
      .type('form')
      .send({ type_answer: 'meets', recent_answer: 'meets' })
      .expect(303)
    expect(await waiting()).toMatchObject([{ reviewId: id, answered: 2 }])
    await rae
      .get('/reviews')
      .expect(200)
      .expect(/2 of 7 answered/)
    await rae
      .post(`/reviews/${id}/decision`)
      .type('form')
      .send({ ...allMeet(), ...approval })
      .expect(303)
    expect(await waiting()).toEqual([])
  })

  test('staff read, other practices find nothing, visitors sign in', async () => {
    const id = await begin()
    const [sam, otto] = [await world.as('sam'), await world.as('otto')]
    const page = await sam.get(`/reviews/${id}`).expect(200)
    expect(page.text).not.toContain('Sign the decision')
    await sam.get(`/reviews/${id}/memo`).expect(200)
    await sam.post('/reviews').type('form').send({ reportId: report.id }).expect(403)
    await sam.post(`/reviews/${id}/answers`).type('form').send({ type_answer: 'meets' }).expect(403)
    await sam.post(`/reviews/${id}/decision`).type('form').send(approval).expect(403)
    for (const address of [`/reviews/${id}`, `/reviews/${id}/memo`]) await otto.get(address).expect(404)
    await otto.post('/reviews').type('form').send({ reportId: report.id }).expect(404)
    await otto.post('/reviews').type('form').send({ vendorId: vendor.id }).expect(404)
    await otto.post(`/reviews/${id}/answers`).type('form').send({ type_answer: 'meets' }).expect(404)
    await otto.post(`/reviews/${id}/decision`).type('form').send(approval).expect(404)
    await world
      .visitor()
      .get(`/reviews/${id}`)
      .expect(303)
      .expect('Location', /^\/sign-in/)
  })
})
