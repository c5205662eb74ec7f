import {
  addColleague,
  changeColleague,
  deactivateColleague,
  listColleagues,
} from '../server/accounts/accounts'
import { endAgreement, recordAgreement, type Terms } from '../server/agreements/agreements'
import { listEvents } from '../server/audit/audit'
import { change, newId } from '../server/database'
import { addDays } from '../server/dates'
import { sendDueLetters, type Letter } from '../server/letters/letters'
import { mattersOf, type VendorToRemind } from '../server/reminders/matters'
import { planReminders, remindersPass } from '../server/reminders/reminders'
import { calendarOf, federalHolidays } from '../server/reminders/calendar'
import { events } from '../server/reminders/events'
import { currentStage, datedStages, weeklyStages } from '../server/reminders/schedule'
import { addVendor, findVendor, noteOnVendor, vendorCategories, type Vendor } from '../server/vendors/vendors'
import { openPost, type Post } from './support/post'
import { signedTerms } from './support/signedTerms'
import { openWorld, type World } from './support/world'

const CATEGORY = vendorCategories[0]!.key
const BASE = '2027-02-28'
const MONDAY = '2026-11-23T15:00:00.000Z'
const everyDay = calendarOf({ weekends: false, federalHolidays: false, holidays: [] })
const weekdays = calendarOf({ weekends: true, federalHolidays: true, holidays: [] })
const ends = events.baaEnds.rule

describe('schedules', () => {
  test.each([
    ['2026-11-29', null],
    ['2026-11-30', 'd90'],
    ['2026-12-29', 'd90'],
    ['2026-12-30', 'd60'],
    ['2027-02-21', 'd7'],
    ['2027-02-28', 'd0'],
    ['2027-03-06', 'd0'],
    ['2027-03-07', 'w1'],
    ['2028-02-27', 'w52'],
  ])('on %s the stage is %s', (today, name) => {
    expect(stageAt(today, everyDay)).toBe(name)
  })

  test.each([
    ['2027-02-11', 'd30'],
    ['2027-02-12', 'd14'],
    ['2027-02-19', 'd7'],
    ['2027-02-25', 'd7'],
    ['2027-02-26', 'q0'],
    ['2027-02-28', 'd0'],
    ['2027-03-04', 'd0'],
    ['2027-03-05', 'w1'],
  ])('with quiet weekends, on %s it is %s: nothing comes late', (today, name) => {
    expect(stageAt(today, weekdays)).toBe(name)
  })

  test('federal holidays are those of the calendar of 2027 and 2028', () => {
    expect(federalHolidays(2027)).toEqual([
      ...['2027-01-01', '2027-01-18', '2027-02-15', '2027-05-31', '2027-06-18', '2027-07-05'],
      ...['2027-09-06', '2027-10-11', '2027-11-11', '2027-11-25', '2027-12-24', '2027-12-31'],
    ])
    expect(federalHolidays(2028).slice(0, 6)).toEqual([
      ...['2027-12-31', '2028-01-17', '2028-02-21', '2028-05-29', '2028-06-19', '2028-07-04'],
    ])
  })

  test('a practice that is always closed still gets its letters', () => {
    const holidays = Array.from({ length: 60 }, (_unused, day) => addDays('2027-01-01', day))
    const closed = calendarOf({ weekends: true, federalHolidays: true, holidays })
    expect(closed.onOrBefore('2027-02-15')).toBe('2027-02-15')
  })

  function stageAt(day: string, calendar: typeof everyDay): string | null {
    const stages = [
      ...datedStages(BASE, ends, 'urgent', calendar),
      ...weeklyStages(BASE, ends, day, calendar),
    ]
    return currentStage(stages, day)?.name ?? null
  }
})

describe('what a vendor’s facts call for', () => {
  const TODAY = '2026-11-22'
  const fine = {
    agreementId: 'a',
    baaSigned: 1,
    baaEffective: '2025-01-01',
    baaEnds: '2027-02-28',
    determinedOn: '2026-11-01',
  }

  test.each([
    ['a BAA with an end', fine, ['baaEnds 2027-02-28']],
    ['one that has ended', { ...fine, baaEnds: '2026-11-01' }, ['baaEnds 2026-11-01']],
    [
      'one that was ended on purpose',
      { ...fine, baaEnds: '2026-10-31', baaEndedOn: '2026-11-01' },
      ['baaMissing 2026-11-01'],
    ],
    ['one without an end', { ...fine, baaEnds: null, baaReviewBy: '2027-01-01' }, ['baaReview 2027-01-01']],
    [
      'one that renews by itself',
      {
        ...fine,
        baaEnds: null,
        baaReviewBy: '2027-01-01',
        baaNoticeBy: '2027-01-01',
        baaRenewsOn: '2027-03-02',
      },
      ['baaNotice 2027-01-01', 'baaRenews 2027-03-02'],
    ],
    [
      'one whose day for notice has passed',
      {
        ...fine,
        baaEnds: null,
        baaReviewBy: '2026-11-21',
        baaNoticeBy: '2026-11-21',
        baaRenewsOn: '2027-03-02',
      },
      ['baaRenews 2027-03-02'],
    ],
    ['one that isn’t signed', { ...fine, baaSigned: 0 }, ['baaMissing 2026-11-01']],
    ['none', { determinedOn: '2026-11-01' }, ['baaMissing 2026-11-01']],
    ['none, and none needed', { businessAssociate: 'no' as const }, []],
    ['none, and nobody has said', { businessAssociate: null }, []],
    ['an archived vendor', { ...fine, archivedAt: '2026-11-01T00:00:00Z' }, []],
    [
      'a report',
      { ...fine, baaEnds: null, reportId: 'r', reportEnd: '2026-03-31' },
      ['reportAgeing 2026-12-31', 'reportStale 2027-03-31'],
    ],
    [
      'a bridged report',
      { ...fine, baaEnds: null, reportId: 'r', reportEnd: '2026-03-31', bridgedUntil: '2027-06-30' },
      ['reportAgeing 2026-12-31', 'reportStale 2027-06-30', 'bridgeEnds 2027-06-30'],
    ],
    ['a review date', { ...fine, baaEnds: null, reviewOn: '2027-05-01' }, ['reviewDue 2027-05-01']],
    [
      'a refused vendor',
      {
        ...fine,
        baaEnds: null,
        reviewOn: '2027-05-01',
        decision: 'refused' as const,
        reportId: 'r',
        reportEnd: '2026-03-31',
      },
      [],
    ],
  ])('%s', (_name, facts, expected) => {
    const matters = mattersOf(vendorWith(facts), TODAY)
    expect(matters.map(({ kind, base }) => `${kind} ${base}`)).toEqual(expected)
  })
})

describe('a year of passes', () => {
  let world: World
  let post: Post
  let vendor: Vendor

  beforeEach(async () => {
    post = await openPost()
    world = await openWorld({ settings: { SMTP_URL: post.url, BASE_URL: 'http://desk.example' } })
    world.clock.set(MONDAY)
    vendor = await associate('Northwind e-Fax')
  })

  afterEach(async () => {
    await world.close()
    await post.close()
  })

  test('each stage is shown once, in the morning of its day, until the BAA is renewed', async () => {
    await recordAgreement(world.db, await world.actor('rae'), vendor.id, terms({ ends: '2027-02-28' }))
    const seen = await passDaily('2026-11-23', 110)
    expect(seen).toEqual([
      ['2026-11-30', 'Northwind e-Fax: the BAA ends in 90 days'],
      ['2026-12-30', 'Northwind e-Fax: the BAA ends in 60 days'],
      ['2027-01-29', 'Northwind e-Fax: the BAA ends in 30 days'],
      ['2027-02-12', 'Northwind e-Fax: the BAA ends in 16 days'],
      ['2027-02-19', 'Northwind e-Fax: the BAA ends in 9 days'],
      ['2027-02-26', 'Northwind e-Fax: the BAA ends in 2 days'],
      ['2027-02-28', 'Northwind e-Fax: the BAA ends today'],
      ['2027-03-05', 'Northwind e-Fax: the BAA ended 5 days ago'],
      ['2027-03-12', 'Northwind e-Fax: the BAA ended 12 days ago'],
    ])
    await recordAgreement(
      world.db,
      await world.actor('rae'),
      vendor.id,
      terms({ effective: '2027-03-12', ends: '2028-03-11' }),
    )
    expect(await passDaily('2027-03-13', 200)).toEqual([])
  }, 60_000)

  test('the hour is eight in the practice’s own zone, summer and winter', async () => {
    await recordAgreement(world.db, await world.actor('rae'), vendor.id, terms({ ends: '2027-04-11' }))
    for (const [pass, dueOn, hour] of [
      ['2027-02-10T05:30:00Z', '2027-02-10', '2027-02-10T13:00:00.000Z'],
      ['2027-03-26T04:30:00Z', '2027-03-26', '2027-03-26T12:00:00.000Z'],
      ['2027-04-11T20:00:00Z', '2027-04-11', '2027-04-11T20:00:00.000Z'],
    ] as const) {
      world.clock.set(pass)
      await planReminders(world.services)
      const letter = (await letters()).find((one) => one.dueOn === dueOn)
      expect(letter?.nextAttemptAt).toBe(hour)
      world.clock.set(hour)
      expect((await sendDueLetters(world.services)).sent).toBe(1)
    }
  })

  test('passes that were missed send one letter, the most recent', async () => {
    await recordAgreement(world.db, await world.actor('rae'), vendor.id, terms({ ends: '2027-02-28' }))
    world.clock.set('2027-02-17T15:00:00Z')
    expect(await planReminders(world.services)).toEqual({ planned: 1, withdrawn: 0 })
    const [letter] = await letters()
    expect(letter).toMatchObject({ dueOn: '2027-02-17', subject: 'Northwind e-Fax: the BAA ends in 11 days' })
    expect(await planReminders(world.services)).toEqual({ planned: 0, withdrawn: 0 })
  })

  test('several passes at once plan each letter once', async () => {
    await recordAgreement(world.db, await world.actor('rae'), vendor.id, terms({ ends: '2026-12-20' }))
    await Promise.all([1, 2, 3].map(() => planReminders(world.services)))
    expect(await letters()).toHaveLength(1)
  })

  test('what no longer holds is withdrawn before it goes, and comes again if it holds again', async () => {
    const rae = await world.actor('rae')
    const first = await recordAgreement(world.db, rae, vendor.id, terms({ ends: '2026-12-20' }))
    await planReminders(world.services)
    const second = await recordAgreement(
      world.db,
      rae,
      vendor.id,
      terms({ correctsId: first.id, ends: '2028-12-20' }),
    )
    expect(await planReminders(world.services)).toEqual({ planned: 0, withdrawn: 1 })
    expect((await sendDueLetters(world.services)).sent).toBe(0)
    await recordAgreement(world.db, rae, vendor.id, terms({ correctsId: second.id, ends: '2026-12-20' }))
    expect(await planReminders(world.services)).toEqual({ planned: 1, withdrawn: 0 })
    expect((await letters()).map(({ state }) => state).sort()).toEqual(['planned', 'withdrawn'])
  })

  test('a later stage takes the place of one that still waits', async () => {
    await post.close()
    await recordAgreement(world.db, await world.actor('rae'), vendor.id, terms({ ends: '2027-02-28' }))
    await passDaily('2026-11-30', 1)
    await passDaily('2026-12-30', 1)
    const waiting = (await letters()).filter(({ state }) => state !== 'withdrawn')
    expect(waiting.map(({ dueOn }) => dueOn)).toEqual(['2026-12-30'])
    post = await openPost()
  })

  test('administrators and whom they chose get letters; newcomers don’t get old ones', async () => {
    const priya = await world.actor('priya')
    await recordAgreement(world.db, await world.actor('rae'), vendor.id, terms({ ends: '2026-12-20' }))
    const agent = await world.as('priya')
    expect((await agent.get('/letters/readers').expect(200)).text).toContain('Sam Ortiz')
    const sam = (await listColleagues(world.db, priya.practiceId)).find(({ name }) => name === 'Sam Ortiz')!
    await agent.post('/letters/readers').type('form').send({ readers: sam.id }).expect(303)
    expect((await listEvents(world.db, priya))[0]!.kind).toBe('colleague.changed')
    await planReminders(world.services)
    expect((await letters()).map(({ toEmail }) => toEmail).sort()).toEqual([
      'priya@maple.example',
      'sam@maple.example',
    ])

    await change(world.db, (trx) =>
      addColleague(trx, priya, { name: 'New', email: 'new@maple.example', role: 'administrator' }),
    )
    expect(await planReminders(world.services)).toEqual({ planned: 0, withdrawn: 0 })
    await changeColleague(world.db, priya, sam.id, { role: 'staff', getsLetters: false })
    expect(await planReminders(world.services)).toEqual({ planned: 0, withdrawn: 1 })
    await deactivateColleague(world.db, priya, sam.id)
  })

  test('a business associate without a BAA is named every week', async () => {
    await world.db('determinations').insert(determination(vendor))
    const seen = await passDaily('2026-11-23', 20)
    expect(seen).toEqual([
      ['2026-11-27', 'Northwind e-Fax: no BAA in force'],
      ['2026-12-04', 'Northwind e-Fax: no BAA in force'],
      ['2026-12-11', 'Northwind e-Fax: no BAA in force'],
    ])
    const mail = post.delivered[0]!
    expect(mail.text).toMatch(
      /^Northwind e-Fax is a business associate, and no business associate agreement with it is in force\./,
    )
    expect(mail.text).toContain(`http://desk.example/letters/due/${vendor.id}/baaMissing.`)
  })

  test('reports, reviews, requests and conditions have their days', async () => {
    const rae = await world.actor('rae')
    await recordAgreement(
      world.db,
      rae,
      vendor.id,
      terms({ term: 'evergreen', ends: null, reviewBy: '2027-12-01' }),
    )
    await change(world.db, (trx) =>
      noteOnVendor(trx, vendor.id, { reportId: 'r', reportEnd: '2026-03-05', reviewOn: '2027-01-10' }),
    )
    await world.db('invites').insert(invite(vendor, rae.personId))
    const seen = await passDaily('2026-11-23', 60)
    expect(seen).toEqual([
      ['2026-12-02', 'Northwind e-Fax hasn’t answered your request'],
      ['2026-12-04', 'Northwind e-Fax hasn’t answered your request, and 1 more'],
      ['2026-12-11', 'Northwind e-Fax: the next review is due in 30 days'],
      ['2027-01-08', 'Northwind e-Fax: the next review is due in 2 days'],
      ['2027-01-15', 'Northwind e-Fax: the next review was due 5 days ago'],
    ])
  }, 60_000)

  test.each([
    ['2028-02-29', { reportId: 'r', reportEnd: '2027-05-31' }],
    ['2028-02-29', { baaEnds: '2028-05-29', agreementId: 'a', baaSigned: 1 }],
    ['2028-02-29', { reviewOn: '2028-03-30' }],
    ['2028-02-29', { baaNoticeBy: '2028-04-29', baaReviewBy: '2028-04-29' }],
    ['2028-02-29', { reportId: 'r', reportEnd: '2027-12-31', bridgedUntil: '2028-03-30' }],
  ])('nothing that is due on %s is passed over: %j', async (today, facts) => {
    await change(world.db, (trx) =>
      noteOnVendor(trx, vendor.id, { agreementId: 'a', baaSigned: 1, ...facts }),
    )
    world.clock.set(`${today}T12:00:00Z`)
    expect((await planReminders(world.services)).planned).toBe(1)
  })

  test('a pass leaves its heartbeat and the record says what was planned', async () => {
    await recordAgreement(world.db, await world.actor('rae'), vendor.id, terms({ ends: '2026-12-20' }))
    await remindersPass(world.services)
    const beat = await world
      .db('heartbeats')
      .where({ name: 'reminders' })
      .first<{ at: string; detail: string }>()
    expect(beat).toMatchObject({ at: world.clock.now().toISOString(), detail: '{"planned":1,"withdrawn":0}' })
    const [event] = await listEvents(world.db, await world.actor('priya'))
    expect(event).toMatchObject({ kind: 'reminders.planned', actorKind: 'program' })
    await remindersPass(world.services)
  })

  test('an agreement that renews by itself is announced before the day for notice, each time round', async () => {
    const rae = await world.actor('rae')
    await recordAgreement(
      world.db,
      rae,
      vendor.id,
      terms({ ends: '2026-12-31', renewalMonths: 12, noticeDays: 10 }),
    )
    const name = 'Northwind e-Fax'
    expect(await passDaily('2026-11-23', 45)).toEqual([
      ['2026-11-23', `${name}: notice has to be given within 28 days`],
      ['2026-12-07', `${name}: notice has to be given within 14 days`],
      ['2026-12-14', `${name}: notice has to be given within 7 days`],
      ['2026-12-21', `${name}: today is the last day to give notice`],
      ['2026-12-31', `${name}: the BAA renews by itself tomorrow`],
    ])
    expect(await findVendor(world.db, rae, vendor.id)).toMatchObject({
      baaNoticeBy: '2027-12-21',
      baaReviewBy: '2027-12-21',
      baaRenewsOn: '2028-01-01',
    })
  })

  test('the coming year can be read beforehand', async () => {
    const agreement = await recordAgreement(
      world.db,
      await world.actor('rae'),
      vendor.id,
      terms({ ends: '2027-02-28' }),
    )
    const sam = await world.as('sam')
    const page = await sam.get('/letters/coming').expect(200)
    expect(page.text).toContain('Northwind e-Fax: the BAA ends in 90 days')
    expect(page.text).toContain('28 Feb 2027')
    expect(page.text).toContain('Northwind e-Fax: the BAA ended 5 days ago')
    expect((await (await world.as('otto')).get('/letters/coming').expect(200)).text).not.toContain(
      'Northwind',
    )
    await endAgreement(world.db, await world.actor('rae'), agreement.id, {
      endedOn: '2026-11-22',
      reason: 'Moved on',
    })
    expect((await sam.get('/letters/coming')).text).toContain('no BAA in force')
  })

  test('who gets letters is for administrators', async () => {
    for (const who of ['sam', 'rae'] as const) {
      const agent = await world.as(who)
      await agent.get('/letters/readers').expect(403)
      await agent.post('/letters/readers').expect(403)
    }
    await world.visitor().get('/letters/readers').expect(303)
    await world.visitor().get('/letters/coming').expect(303)
    const ottos = await world.actor('otto')
    const priya = await world.as('priya')
    const [theirs] = await listColleagues(world.db, ottos.practiceId)
    await priya.post('/letters/readers').type('form').send({ readers: theirs!.id }).expect(303)
    expect((await listColleagues(world.db, ottos.practiceId))[0]).toMatchObject({ getsLetters: 0 })
  })

  async function associate(name: string): Promise<Vendor> {
    const priya = await world.actor('priya')
    const { id } = await addVendor(world.db, priya, { name, category: CATEGORY })
    await world.db('vendors').where({ id }).update({ businessAssociate: 'yes' })
    return findVendor(world.db, priya, id)
  }

  /** A pass at noon of each day, with what arrived. */
  async function passDaily(from: string, days: number): Promise<string[][]> {
    const arrived: string[][] = []
    for (let day = 0; day < days; day++) {
      const today = addDays(from, day)
      world.clock.set(`${today}T17:00:00.000Z`)
      const before = post.delivered.length
      await remindersPass(world.services)
      await sendDueLetters(world.services)
      const fresh = post.delivered.slice(before).map((mail) => [today, mail.subject!])
      const reminders = fresh.filter(([, subject]) => !subject!.startsWith('Your reminders work'))
      arrived.push(...reminders.sort((a, b) => a[1]!.localeCompare(b[1]!)))
    }
    return arrived
  }

  async function letters(): Promise<Letter[]> {
    return world.db<Letter>('letters').where('kind', 'like', 'reminder.%').orderBy('dueOn')
  }
})

function vendorWith(facts: Partial<VendorToRemind>): VendorToRemind {
  const unknown = {
    agreementId: null,
    baaEffective: null,
    baaEnds: null,
    baaReviewBy: null,
    baaNoticeBy: null,
    baaRenewsOn: null,
    baaEndedOn: null,
    baaSigned: null,
    reportId: null,
    reportType: null,
    reportEnd: null,
    reportOpinion: null,
    reportExceptions: null,
    bridgedUntil: null,
    decisionId: null,
    decision: null,
    decidedAt: null,
    reviewOn: null,
    openReviewId: null,
    archivedAt: null,
    determinedOn: null,
    createdAt: '2026-01-01T00:00:00.000Z',
  }
  return {
    id: 'v',
    name: 'Northwind',
    category: CATEGORY,
    businessAssociate: 'yes',
    ...unknown,
    ...facts,
  } as VendorToRemind
}

function terms(values: Partial<Terms>): Terms {
  return signedTerms({ ends: '2027-06-30', ...values })
}

function determination(vendor: Vendor) {
  const { id: vendorId, practiceId } = vendor
  const words = { answers: '[]', outcome: 'yes', reason: 'x', citation: 'x', decidedBy: 'Priya' }
  return { id: newId(), practiceId, vendorId, ...words, decidedAt: '2026-11-22T15:00:00.000Z' }
}

function invite({ id: vendorId, practiceId }: Vendor, createdBy: string) {
  const at = '2026-11-22T15:00:00.000Z'
  const contact = { contactName: 'J. Alvarez', contactEmail: 'j@northwind.example', message: '' }
  const row = {
    id: newId(),
    practiceId,
    vendorId,
    purposes: '[{"kind":"soc2"}]',
    ...contact,
    tokenHash: newId(),
  }
  return { ...row, createdBy, createdAt: at, sentAt: at, expiresAt: '2026-12-06T05:00:00.000Z' }
}
