import { makeBridgeLetterPdf, makeSoc2Pdf, type Soc2Facts } from '../scripts/papers/papers'
import type { TestException } from '../server/reader/reading'
import { coverage, listReports, severityOf, summaryOf, type Report } from '../server/reports/reports'
import { findVendor, type Vendor } from '../server/vendors/vendors'
import { labLink, once, pdfOf, send, workThrough } from './support/files'
import { openWorld, type World } from './support/world'

const TODAY = '2026-11-22'
const facts: Soc2Facts = {
  organization: 'Larkhollow Health Systems, Inc.',
  short: 'Larkhollow',
  system: 'CareBridge Platform',
  auditor: 'Harrow & Pike LLP',
  city: 'Columbus, Ohio',
  type: 'type-2',
  period: { start: '2025-04-01', end: '2026-03-31' },
  reportDate: '2026-05-22',
  categories: ['security', 'availability', 'confidentiality'],
  opinion: 'unqualified',
  affectedCriteria: [],
  exceptions: [
    {
      control: 'AC-04',
      text: 'For 4 of 25 terminations selected, access was removed between 9 and 41 days after the date of termination.',
      response: 'Management has automated the removal of access.',
    },
  ],
  subservice: [{ name: 'Amazon Web Services', method: 'carve-out', does: 'hosting' }],
  cuecs: [
    {
      text: 'User entities are responsible for removing the access of their own leavers.',
      criteria: ['CC6.2'],
    },
  ],
  phi: 'in-scope',
}

let world: World
let vendor: Vendor
let report: Report

beforeAll(async () => {
  world = await openWorld()
  vendor = await labLink(world)
  const letter = await makeBridgeLetterPdf({
    organization: facts.organization,
    short: facts.short,
    system: facts.system,
    auditor: facts.auditor,
    period: facts.period!,
    gap: { start: '2026-04-01', end: '2026-08-31' },
    date: '2026-09-02',
    signer: { name: 'Dana Okoye', title: 'Chief Information Security Officer' },
  })
  await send(world, vendor, [
    { name: 'soc2.pdf', bytes: await makeSoc2Pdf(facts) },
    { name: 'bridge.pdf', bytes: letter },
    { name: 'minutes.pdf', bytes: await pdfOf('Minutes of a meeting about chairs.') },
  ])
  await workThrough(world)
  report = (await reports()).find(({ kind }) => kind === 'soc2')!
}, 120_000)
afterAll(() => world.close())

const reports = async () => listReports(world.db, await world.actor('priya'), vendor.id)
const summary = async () => findVendor(world.db, await world.actor('priya'), vendor.id)
const eventsOf = async (kind: string) => world.db('events').where({ kind })

describe('from a file to a report', () => {
  test('a SOC 2 and a bridge letter become reports, other papers don’t', async () => {
    expect((await reports()).map(({ kind }) => kind).sort()).toEqual(['bridge-letter', 'soc2'])
    expect(report).toMatchObject({
      type: 'type-2',
      periodStart: '2025-04-01',
      periodEnd: '2026-03-31',
      opinion: 'unqualified',
      exceptions: 1,
      draft: 0,
    })
    expect(await eventsOf('report.recognised')).toHaveLength(2)
  })

  test('the vendor’s row sums them up, the letter cut to three months', async () => {
    expect(await summary()).toMatchObject({
      reportId: report.id,
      reportType: 'type-2',
      reportEnd: '2026-03-31',
      reportOpinion: 'unqualified',
      reportExceptions: 1,
      bridgedUntil: '2026-06-30',
    })
  })

  test('its page says the verdict first, then every field with words and page', async () => {
    const page = await (await once(world, 'sam')).get(`/reports/${report.id}`).expect(200)
    expect(page.text).toContain(
      '<h1>SOC 2 Type II, 1 Apr 2025 – 31 Mar 2026, unqualified, 1 exception in access control</h1>',
    )
    expect(page.text).toContain('carried on by a bridge letter to 30 Jun 2026')
    expect(page.text).toContain('4 of 25')
    expect(page.text).toContain('Management has automated the removal of access')
    expect(page.text).toContain(`/documents/${report.documentId}/pages/`)
    expect(page.text).not.toContain('/corrections/')
    expect(page.text).not.toMatch(/confidence|0\.\d\d/)
  })

  test('the quote is marked on its page', async () => {
    const agent = await once(world, 'sam')
    const page = await agent.get(`/reports/${report.id}`)
    const [, address] = /href="(\/documents\/[^"]+field=opinion[^"]*)"/.exec(page.text)!
    const shown = await agent.get(address!.replaceAll('&amp;', '&')).expect(200)
    expect(shown.text).toContain('<rect class="first"')
    expect(shown.text).toContain('<mark>')
  })

  test('the vendor’s page lists reports and documents', async () => {
    const page = await (await once(world, 'sam')).get(`/vendors/${vendor.id}`).expect(200)
    for (const words of ['SOC 2 Type II', 'Bridge letter', 'minutes.pdf', 'counts now'])
      expect(page.text).toContain(words)
  })
})

describe('corrections', () => {
  let minute = 0
  beforeEach(() => world.clock.set(`2026-11-22T15:0${minute++}:30.000Z`))

  test('stand beside the reading, win, and change the summary', async () => {
    const rae = await once(world, 'rae')
    const at = `/documents/${report.documentId}/corrections/opinion`
    expect((await rae.get(`${at}?from=report`).expect(200)).text).toContain('Correct: Opinion')
    const answer = await rae
      .post(at)
      .type('form')
      .send({ value: 'qualified', note: 'Page 4 excepts CC6.2.', from: 'report' })
    expect([answer.status, answer.headers.location]).toEqual([303, `/reports/of/${report.documentId}`])
    expect((await summary()).reportOpinion).toBe('qualified')
    const page = await rae.get(`/reports/${report.id}`)
    expect(page.text).toContain('Corrected by Rae Lindqvist')
    expect(page.text).toContain('Page 4 excepts CC6.2.')
    expect(page.text).toContain('Read in the document: unqualified')
    const [stored] = await world.db('readings').where({ documentId: report.documentId })
    expect(JSON.parse(stored.reading).opinion.value).toBe('unqualified')
    expect(await eventsOf('reading.corrected')).toHaveLength(1)
    expect(await eventsOf('report.changed')).toHaveLength(1)
  })

  test('win over a newer reading too', async () => {
    await (await once(world, 'priya')).post(`/documents/${report.documentId}/reading`).expect(303)
    await workThrough(world)
    expect((await summary()).reportOpinion).toBe('qualified')
  })

  test('of a list need their page on every line', async () => {
    const rae = await once(world, 'rae')
    const at = `/documents/${report.documentId}/corrections/exceptions`
    const refused = await rae.post(at).type('form').send({ value: 'Access was late', note: 'x' }).expect(422)
    expect(refused.text).toContain('Begin every line with its page')
    expect(refused.text).toContain('Access was late')
    await rae
      .post(at)
      .type('form')
      .send({ value: '31: Access was late (CC6.2)\n40: A backup failed (A1.2)', note: 'Two, not one.' })
      .expect(303)
    expect((await summary()).reportExceptions).toBe(2)
  })

  test('leave lines that were not touched as they are, and can say that there are none', async () => {
    const rae = await once(world, 'rae')
    const at = `/documents/${report.documentId}/corrections/exceptions`
    const form = await rae.get(at)
    const lines = /<textarea[^>]*name="value"[^>]*>([^<]*)</.exec(form.text)![1]!
    await rae
      .post(at)
      .type('form')
      .send({ value: `${lines}\n41: One more (CC7.2)`, note: 'A third.' })
      .expect(303)
    expect((await summary()).reportExceptions).toBe(3)
    world.clock.set('2026-11-22T15:15:00.000Z')
    await rae.post(at).type('form').send({ value: '', none: 'yes', note: 'All withdrawn.' }).expect(303)
    expect((await rae.get(`/reports/${report.id}`)).text).toContain('no exceptions</h1>')
  })

  test('ask for a value and a reason', async () => {
    const rae = await once(world, 'rae')
    const at = `/documents/${report.documentId}/corrections`
    const none = await rae
      .post(`${at}/periodEnd`)
      .type('form')
      .send({ value: '31.3.2026', note: '' })
      .expect(422)
    expect(none.text).toContain('Enter a date')
    expect(none.text).toContain('31.3.2026')
    expect(none.text).toContain('Say why')
    await rae.get(`${at}/controlsTested`).expect(404)
    await rae.get(`${at}/constructor`).expect(404)
  })

  test('that the document doesn’t say leaves the value open', async () => {
    const rae = await once(world, 'rae')
    await rae
      .post(`/documents/${report.documentId}/corrections/phi`)
      .type('form')
      .send({ value: '', notStated: 'yes', note: 'Nowhere.' })
      .expect(303)
    expect((await rae.get(`/reports/${report.id}`)).text).toContain('Not stated in the document')
  })

  test('of the kind turn a report into none, and back', async () => {
    const rae = await once(world, 'rae')
    const at = `/documents/${report.documentId}/corrections/document`
    await rae.post(at).type('form').send({ value: 'other', note: 'It is a flyer.' }).expect(303)
    expect((await summary()).reportId).toBeNull()
    world.clock.set('2026-11-22T15:20:00.000Z')
    await rae.post(at).type('form').send({ value: 'soc2', note: 'No flyer after all.' }).expect(303)
    expect((await summary()).reportId).toBe(report.id)
  })
})

describe('setting aside', () => {
  test('needs a reason, is on record, and can be undone', async () => {
    const rae = await once(world, 'rae')
    const empty = await rae
      .post(`/reports/${report.id}/set-aside`)
      .type('form')
      .send({ reason: ' ' })
      .expect(422)
    expect(empty.text).toContain('Say why it doesn’t count')
    await rae
      .post(`/reports/${report.id}/set-aside`)
      .type('form')
      .send({ reason: 'Another vendor’s.' })
      .expect(303)
    expect(await summary()).toMatchObject({ reportId: null, bridgedUntil: null })
    expect(await eventsOf('report.setAside')).toHaveLength(2)
    await rae.post(`/reports/${report.id}/set-aside`).type('form').send({ reason: 'Again.' }).expect(409)
    await rae.post(`/reports/${report.id}/take-back`).expect(303)
    expect((await summary()).reportId).toBe(report.id)
  })
})

describe('walls', () => {
  test('staff look and change nothing', async () => {
    const sam = await once(world, 'sam')
    await sam.get(`/reports/of/${report.documentId}`).expect(302)
    await sam.post(`/reports/${report.id}/set-aside`).type('form').send({ reason: 'x' }).expect(403)
    await sam.post(`/reports/${report.id}/take-back`).expect(403)
    await sam
      .post(`/documents/${report.documentId}/corrections/opinion`)
      .type('form')
      .send({ value: 'adverse', note: 'x' })
      .expect(403)
  })

  test('Otto finds nothing, a visitor must sign in', async () => {
    const otto = await once(world, 'otto')
    await otto.get(`/reports/${report.id}`).expect(404)
    await otto.get(`/reports/of/${report.documentId}`).expect(404)
    await otto.post(`/reports/${report.id}/set-aside`).type('form').send({ reason: 'x' }).expect(404)
    await otto.post(`/reports/${report.id}/take-back`).expect(404)
    expect((await world.visitor().get(`/reports/${report.id}`)).headers.location).toContain('/sign-in')
  })
})

describe('coverage', () => {
  test('says what covers which days, and which days nothing covers', () => {
    const { spans, gaps } = coverage(
      [
        made({ periodStart: '2024-01-01', periodEnd: '2024-12-31' }),
        made({ periodStart: '2025-02-01', periodEnd: '2026-01-31' }),
        made({ kind: 'bridge-letter', type: null, periodStart: '2026-02-01', periodEnd: '2026-03-15' }),
      ],
      '2026-03-20',
    )
    expect(spans.map(({ from, to, by }) => [from, to, by])).toEqual([
      ['2024-01-01', '2024-12-31', 'report'],
      ['2025-02-01', '2026-01-31', 'report'],
      ['2026-02-01', '2026-03-15', 'bridge-letter'],
    ])
    expect(gaps).toEqual([
      { from: '2025-01-01', to: '2025-01-31', days: 31 },
      { from: '2026-03-16', to: '2026-03-20', days: 5 },
    ])
  })

  test.each([
    ['without its report', [letter('2026-02-01', '2026-04-30')], []],
    ['far after its report', [made({ periodEnd: '2025-01-31' }), letter('2026-02-01', '2026-04-30')], []],
    [
      'longer than three months',
      [made({ periodEnd: '2026-01-31' }), letter('2026-02-01', '2026-12-31')],
      ['2026-04-30'],
    ],
    [
      'without its first day',
      [made({ periodEnd: '2026-01-31' }), letter(null, '2026-03-31')],
      ['2026-03-31'],
    ],
    [
      'with a draft report',
      [made({ periodEnd: '2026-01-31', draft: 1 }), letter('2026-02-01', '2026-03-31')],
      [],
    ],
  ])('a bridge letter %s', (_what, all, ends) => {
    const bridges = coverage(all, TODAY).spans.filter(({ by }) => by === 'bridge-letter')
    expect(bridges.map(({ to }) => to)).toEqual(ends)
  })
})

describe('the report that counts', () => {
  test('is the newest, and a Type I only where no Type II of the year before it is there', () => {
    const old = made({ id: 'old', periodEnd: '2024-06-30' })
    const tested = made({ id: 'tested', periodEnd: '2026-01-31' })
    const day = made({ id: 'day', type: 'type-1', periodStart: null, periodEnd: '2026-06-30' })
    expect(summaryOf([old, tested, day]).reportId).toBe('tested')
    expect(summaryOf([old, day]).reportId).toBe('day')
  })

  test('is none of the drafts, the set aside, the SOC 1s and SOC 3s', () => {
    const none = [
      made({ draft: 1 }),
      made({ setAsideAt: TODAY }),
      made({ kind: 'soc1' }),
      made({ kind: 'soc3' }),
    ]
    expect(summaryOf(none)).toEqual({
      reportId: null,
      reportType: null,
      reportEnd: null,
      reportOpinion: null,
      reportExceptions: null,
      bridgedUntil: null,
    })
  })
})

describe('how grave an exception is', () => {
  test.each([
    ['the opinion excepts it', { criteria: ['CC6.2'] }, ['CC6.2'], false, 'critical'],
    ['access failed in more than a tenth', { criteria: ['CC6.2'], tested: 25, failed: 4 }, [], false, 'high'],
    [
      'access failed, how often is unknown',
      { criteria: ['CC6.2'], tested: null, failed: null },
      [],
      false,
      'high',
    ],
    ['access failed once in fifty', { criteria: ['CC6.2'], tested: 50, failed: 1 }, [], false, 'medium'],
    ['governance failed once', { criteria: ['CC1.4'], tested: 25, failed: 1 }, [], false, 'medium'],
    ['the same failed the year before', { criteria: ['CC1.4'], tested: 25, failed: 1 }, [], true, 'high'],
    [
      'tested again without exceptions',
      { criteria: ['CC1.4'], tested: 25, failed: 1, text: 'We retested it without exceptions.' },
      [],
      false,
      'low',
    ],
    [
      'an answer alone',
      { criteria: ['CC1.4'], tested: 25, failed: 1, response: { text: 'Fixed.', page: 2 } },
      [],
      false,
      'medium',
    ],
  ])('%s', (_what, part, affected, repeated, severity) => {
    const exception: TestException = {
      control: 'X-1',
      text: '',
      tested: 25,
      failed: 1,
      page: 1,
      response: null,
      ...part,
    }
    expect(severityOf(exception, affected, repeated)).toBe(severity)
  })
})

function letter(periodStart: string | null, periodEnd: string): Report {
  return made({ kind: 'bridge-letter', type: null, periodStart, periodEnd })
}

function made(part: Partial<Report>): Report {
  const end = part.periodEnd ?? '2026-03-31'
  return {
    id: 'made',
    practiceId: 'p',
    vendorId: 'v',
    documentId: 'd',
    kind: 'soc2',
    createdAt: TODAY,
    type: 'type-2',
    periodStart: `${Number(end.slice(0, 4)) - 1}${end.slice(4)}`,
    periodEnd: end,
    reportDate: null,
    opinion: 'unqualified',
    auditor: null,
    exceptions: 0,
    draft: 0,
    setAsideAt: null,
    setAsideReason: null,
    ...part,
  }
}
