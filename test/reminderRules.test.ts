import { listColleagues } from '../server/accounts/accounts'
import { recordAgreement } from '../server/agreements/agreements'
import { listEvents } from '../server/audit/audit'
import { change } from '../server/database'
import { addDays, instantOf } from '../server/dates'
import { sendDueLetters, type Letter } from '../server/letters/letters'
import { freshenDue } from '../server/reminders/plan'
import { remindersPass } from '../server/reminders/reminders'
import { listVersionsOf, practiceRules } from '../server/reminders/rules'
import { addVendor, findVendor, listContacts, noteOnVendor, type Vendor } from '../server/vendors/vendors'
import { openPost, type Post } from './support/post'
import { signedTerms } from './support/signedTerms'
import { openWorld, type World } from './support/world'

const ZONE = 'America/New_York'

let world: World
let post: Post
let vendor: Vendor

beforeEach(async () => {
  post = await openPost()
  world = await openWorld({ settings: { SMTP_URL: post.url, BASE_URL: 'http://desk.example' } })
  at('2026-11-23')
  vendor = await associate('Northwind e-Fax')
})

afterEach(async () => {
  await world.close()
  await post.close()
})

describe('one letter a day', () => {
  test('lists what is somebody’s, the most urgent first, each with its one link; HTML and text say the same', async () => {
    await endsOn(vendor, '2026-12-23')
    const other = await associate('Brightline Billing')
    await change(world.db, (trx) =>
      noteOnVendor(trx, other.id, { agreementId: 'a', baaSigned: 1, reportId: 'r', reportEnd: '2026-02-23' }),
    )
    const third = await associate('Cedar Backup')
    await world
      .db('determinations')
      .insert({ ...determination(third), decidedAt: '2026-11-01T12:00:00.000Z' })
    const [mail, ...more] = await pass()
    expect(more).toEqual([])
    expect(mail!.subject).toBe('Cedar Backup: no BAA in force, and 2 more')
    const names = ['Cedar Backup', 'Northwind e-Fax', 'Brightline Billing']
    for (const words of [mail!.text!, mail!.html!.replace(/<[^>]+>/g, ' ')]) {
      const places = names.map((name) => words.indexOf(name, words.indexOf('Three things')))
      expect(places).toEqual([...places].sort((a, b) => a - b))
      expect(words).toContain('Three things need you, the most urgent first.')
    }
    const links = [...mail!.html!.matchAll(/href="([^"]+)"/g)].map(([, url]) => url!)
    expect(links).toHaveLength(3)
    for (const url of links) {
      expect(mail!.text).toContain(url)
      const page = await (await world.as('priya')).get(url.replace('http://desk.example', '')).expect(200)
      expect(page.text).toContain('Put it off')
    }
    expect(mail!.html).not.toMatch(/<img|<script|https?:\/\/(?!desk\.example)/)
    expect(await pass()).toEqual([])
  })

  test('what is settled before the letter goes isn’t in it, and what came since is', async () => {
    at('2026-11-23', 1)
    const second = await associate('Brightline Billing')
    const agreement = await endsOn(vendor, '2026-12-23')
    await endsOn(second, '2026-12-23')
    await remindersPass(world.services)
    expect((await reminders())[0]!.subject).toMatch(/and 1 more$/)
    const third = await associate('Cedar Backup')
    await endsOn(third, '2026-12-07')
    await endsOn(vendor, '2028-12-23', agreement.id)
    at('2026-11-23')
    await freshenDue(world.services)
    await sendDueLetters(world.services)
    expect(post.delivered).toHaveLength(1)
    expect(post.delivered[0]!.text).toContain('Cedar Backup')
    expect(post.delivered[0]!.text).not.toContain('Northwind')
    expect(await reminders()).toHaveLength(1)
  })

  test('what comes after the letter of the day waits for the next, and a letter that couldn’t go takes it up', async () => {
    await endsOn(vendor, '2026-12-23')
    expect(await pass()).toHaveLength(1)
    const second = await associate('Brightline Billing')
    await endsOn(second, '2026-12-23')
    expect(await pass()).toEqual([])
    at('2026-11-24')
    post.set(450)
    expect(await pass()).toEqual([])
    const third = await associate('Cedar Backup')
    await endsOn(third, '2026-12-24')
    at('2026-11-25')
    post.set('accepts')
    const [mail, ...more] = await pass()
    expect(more).toEqual([])
    expect(mail!.subject).toBe('Brightline Billing: the BAA ends in 28 days, and 1 more')
    expect(await reminders()).toHaveLength(2)
  })

  test('a last day comes alone, on a Sunday too, to every administrator', async () => {
    const second = await associate('Brightline Billing')
    await endsOn(vendor, '2026-11-29')
    await endsOn(second, '2026-12-29')
    await ownedBy(vendor, 'rae')
    at('2026-11-27')
    await pass()
    at('2026-11-29')
    expect((await pass()).map(({ subject, to }) => [to![0]!.address, subject]).sort()).toEqual([
      ['priya@maple.example', 'Northwind e-Fax: the BAA ends today'],
      ['rae@maple.example', 'Northwind e-Fax: the BAA ends today'],
    ])
  })

  test('a list to somebody who is no administrator can be stopped, a last day can’t', async () => {
    await ownedBy(vendor, 'sam')
    await endsOn(vendor, '2026-12-23')
    const [mail] = await pass()
    expect(mail!.to![0]!.address).toBe('sam@maple.example')
    const header = mail!.headers.find(({ key }) => key === 'list-unsubscribe')
    expect(header?.value).toBe('<http://desk.example/letters/mine>')
    expect(mail!.text).toContain('http://desk.example/letters/mine')
    const sam = await world.as('sam')
    expect((await sam.get('/letters/mine').expect(200)).text).toContain('Stop them')
    await sam.post('/letters/mine/stop').expect(303)
    expect(await lastEvent()).toBe('reminderLetters.stopped')
    at('2026-12-09')
    expect((await pass()).map(({ to }) => to![0]!.address)).toEqual(['priya@maple.example'])
    at('2026-12-23')
    const urgent = await pass()
    expect(urgent.map(({ to }) => to![0]!.address)).toEqual(['priya@maple.example'])
    expect(urgent[0]!.headers.some(({ key }) => key === 'list-unsubscribe')).toBe(false)
    await (await world.as('sam')).post('/letters/mine/start').expect(303)
    expect(await lastEvent()).toBe('reminderLetters.started')
  })

  test('letters of earlier versions that wait are withdrawn, and what they said comes in the list', async () => {
    await endsOn(vendor, '2026-12-23')
    await remindersPass(world.services)
    const [old] = await reminders()
    await world.db('reminderLines').delete()
    await world
      .db('letters')
      .where({ id: old!.id })
      .update({ kind: 'reminder.baaEnds', uniqueKey: 'reminder.baaEnds of old' })
    expect(await remindersPass(world.services)).toEqual({ planned: 1, withdrawn: 1 })
  })
})

describe('whom', () => {
  test('who looks after the vendor; whom next when nobody acts', async () => {
    await ownedBy(vendor, 'rae')
    await endsOn(vendor, '2027-02-21')
    const seen: string[][] = []
    for (let day = '2026-11-23'; day < '2027-02-20'; day = addDays(day, 1)) {
      at(day)
      seen.push(
        ...(await pass()).map(({ to, text }) => [
          day,
          to![0]!.name,
          /so you are told too/.test(text!) ? 'too' : '',
        ]),
      )
    }
    expect(seen.sort(byDayAndName)).toEqual(
      [
        ['2026-11-23', 'Rae Lindqvist', ''],
        ['2026-12-23', 'Rae Lindqvist', ''],
        ['2027-01-22', 'Rae Lindqvist', ''],
        ['2027-01-22', 'Priya Raman', 'too'],
        ['2027-02-05', 'Priya Raman', ''],
        ['2027-02-05', 'Rae Lindqvist', ''],
        ['2027-02-12', 'Priya Raman', ''],
        ['2027-02-12', 'Rae Lindqvist', ''],
        ['2027-02-19', 'Priya Raman', ''],
        ['2027-02-19', 'Rae Lindqvist', ''],
      ].sort(byDayAndName),
    )
  }, 60_000)

  test('somebody who has left gets nothing, and the administrators do', async () => {
    await ownedBy(vendor, 'rae')
    await endsOn(vendor, '2026-12-23')
    const { personId } = await world.actor('rae')
    await world.db('memberships').where({ personId }).update({ deactivatedAt: '2026-11-22T00:00:00.000Z' })
    expect((await pass()).map(({ to }) => to![0]!.address)).toEqual(['priya@maple.example'])
  })
})

describe('the rules of a practice', () => {
  test('are read in plain words, changed by administrators alone, and kept as versions', async () => {
    const priya = await world.as('priya')
    const page = await priya.get('/letters/rules').expect(200)
    expect(page.text).toContain('90, 60, 30, 14 and 7 days before, on the day itself and every week after it')
    await priya.get('/letters/rules/event?kind=reportStale').expect(200)
    const form = {
      kind: 'baaEnds',
      version: '0',
      on: 'yes',
      days: '0 45, 10',
      to: ['administrators', 'reviewers'],
    }
    const preview = await priya
      .post('/letters/rules/event')
      .type('form')
      .send({ ...form, way: 'preview' })
      .expect(200)
    expect(preview.text).toContain('45 and 10 days before and on the day itself')
    expect(preview.text).toContain('Rae Lindqvist gets')
    const { practiceId } = await world.actor('priya')
    expect((await practiceRules(world.db, practiceId)).version).toBe(0)
    await priya
      .post('/letters/rules/event')
      .type('form')
      .send({ ...form, way: 'save' })
      .expect(303)
    const saved = await practiceRules(world.db, practiceId)
    expect(saved).toMatchObject({ version: 1, personName: 'Priya Raman' })
    expect(saved.rules.events.baaEnds).toEqual({
      on: true,
      before: [45, 10, 0],
      weekly: false,
      to: ['administrators', 'reviewers'],
      next: null,
    })
    expect(await lastEvent()).toBe('reminderRules.changed')
    await priya
      .post('/letters/rules/event')
      .type('form')
      .send({ ...form, way: 'save' })
      .expect(409)
    await priya
      .post('/letters/rules/event')
      .type('form')
      .send({ ...form, version: '1', days: '5', way: 'save' })
      .expect(303)
    expect(await listVersionsOf(world.db, practiceId, null)).toHaveLength(2)
    await endsOn(vendor, '2026-11-28')
    expect((await pass()).map(({ to }) => to![0]!.address).sort()).toEqual([
      'priya@maple.example',
      'rae@maple.example',
    ])
  })

  test.each([
    [{ days: '5, x' }, 'Enter days before the date'],
    [{ days: '400' }, 'between 0 and 365'],
    [{ days: '' }, 'at least one day'],
    [{ to: [] }, 'Tick at least one'],
    [{ to: ['nobody'] }, 'Choose among your colleagues'],
    [{ nextTo: 'administrators', nextDays: '0' }, 'Enter after how many days'],
    [{ nextTo: 'nobody', nextDays: '5' }, 'Choose among your colleagues'],
  ])('%j is answered with what to do, and the words are kept', async (wrong, complaint) => {
    const priya = await world.as('priya')
    const form = {
      kind: 'baaEnds',
      version: '0',
      on: 'yes',
      days: '17',
      to: ['readers'],
      way: 'save',
      ...wrong,
    }
    const page = await priya.post('/letters/rules/event').type('form').send(form).expect(422)
    expect(page.text).toContain(complaint)
    expect(page.text).toContain(`value="${'days' in wrong ? wrong.days : '17'}"`)
  })

  test('the hour, the quiet days and the days of the practice’s own', async () => {
    const priya = await world.as('priya')
    await priya.get('/letters/rules/times').expect(200)
    const form = { version: '0', hour: '6', weekends: 'yes', holidays: '2026-11-23', askBaaDays: '60' }
    const bad = await priya
      .post('/letters/rules/times')
      .type('form')
      .send({ ...form, holidays: '24 Dec' })
      .expect(422)
    expect(bad.text).toContain('Write each day like 2026-12-24: “24” isn’t one')
    expect(bad.text).toContain('24 Dec')
    await priya
      .post('/letters/rules/times')
      .type('form')
      .send({ ...form, hour: '24' })
      .expect(422)
    const preview = await priya
      .post('/letters/rules/times')
      .type('form')
      .send({ ...form, way: 'preview' })
      .expect(200)
    expect(preview.text).toContain('on one day of your own')
    await priya.post('/letters/rules/times').type('form').send(form).expect(303)
    await endsOn(vendor, '2026-12-23')
    expect(await pass()).toEqual([])
    at('2026-11-24', 1)
    await remindersPass(world.services)
    expect((await reminders())[0]!.nextAttemptAt).toBe(instantOf('2026-11-24', 6, ZONE))
  })

  test('are not for reviewers, staff, visitors or another practice', async () => {
    for (const who of ['rae', 'sam'] as const) await (await world.as(who)).get('/letters/rules').expect(403)
    await world.visitor().get('/letters/rules').expect(303)
    const otto = await world.as('otto')
    const form = { kind: 'baaEnds', version: '0', on: 'yes', days: '1', to: ['readers'], way: 'save' }
    await otto.post('/letters/rules/event').type('form').send(form).expect(303)
    const { practiceId } = await world.actor('priya')
    expect((await practiceRules(world.db, practiceId)).version).toBe(0)
  })
})

describe('the rules of a vendor', () => {
  test('who looks after it, an event of its own, and back again', async () => {
    const rae = await world.as('rae')
    const { personId } = await world.actor('sam')
    const path = `/vendors/${vendor.id}/reminders`
    await rae.get(path).expect(200)
    await rae.post(path).type('form').send({ version: '0', ownerId: personId }).expect(303)
    expect((await rae.get(`/vendors/${vendor.id}`)).text).toContain(
      '<strong>Sam Ortiz</strong> looks after this vendor',
    )
    const form = { kind: 'baaEnds', version: '1', on: 'yes', days: '30', to: 'owner' }
    await rae
      .post(`${path}/event`)
      .type('form')
      .send({ ...form, days: 'soon' })
      .expect(422)
    await rae
      .post(`${path}/event`)
      .type('form')
      .send({ ...form, way: 'preview' })
      .expect(200)
    await rae
      .post(`${path}/event`)
      .type('form')
      .send({ ...form, way: 'save' })
      .expect(303)
    expect((await rae.get(path)).text).toContain('for this vendor')
    await endsOn(vendor, '2027-01-11')
    expect(await pass()).toEqual([])
    at('2026-12-11')
    expect((await pass()).map(({ to }) => to![0]!.address)).toEqual(['sam@maple.example'])
    const later = await world.as('rae')
    await later.get(`${path}/event?kind=baaEnds`).expect(200)
    await later.post(`${path}/event`).type('form').send({ kind: 'baaEnds', way: 'reset' }).expect(303)
    expect((await later.get(path)).text).not.toContain('>for this vendor<')
  })

  test('refuse strangers and a consent without a contact; staff and another practice stay out', async () => {
    const rae = await world.as('rae')
    const path = `/vendors/${vendor.id}/reminders`
    const { personId } = await world.actor('otto')
    const page = await rae
      .post(path)
      .type('form')
      .send({ version: '0', ownerId: personId, consent: 'yes' })
      .expect(422)
    expect(page.text).toContain('Choose among your colleagues')
    expect(page.text).toContain('Choose whom to ask')
    await (await world.as('sam')).get(path).expect(403)
    await (await world.as('otto')).get(path).expect(404)
    await (await world.as('otto')).post(path).type('form').send({ version: '0' }).expect(404)
  })
})

describe('put off, handed over', () => {
  test('snoozed until a day, with a reason that Today and the forecast show; then it comes again', async () => {
    await ownedBy(vendor, 'rae')
    await endsOn(vendor, '2027-02-21')
    const [mail] = await pass()
    const path = linkIn(mail!.text!)
    const rae = await world.as('rae')
    const before = await listEvents(world.db, await world.actor('priya'))
    await rae.get(path).expect(200)
    expect(await listEvents(world.db, await world.actor('priya'))).toEqual(before)
    const bad = await rae
      .post(`${path}/snooze`)
      .type('form')
      .send({ until: '2026-11-23', reason: 'My own words' })
      .expect(422)
    expect(bad.text).toContain('My own words')
    await rae.post(`${path}/snooze`).type('form').send({ until: '2027-05-01', reason: 'x' }).expect(422)
    await rae
      .post(`${path}/snooze`)
      .type('form')
      .send({ until: '2027-01-09', reason: 'Counsel looks at it' })
      .expect(303)
    expect(await lastEvent()).toBe('reminder.snoozed')
    for (const page of ['/', '/letters/coming', '/letters/mine', `/vendors/${vendor.id}`, path])
      expect((await rae.get(page).expect(200)).text).toContain('Counsel looks at it')
    at('2026-12-23')
    expect(await pass()).toEqual([])
    at('2027-01-09')
    expect(await pass()).toEqual([])
    at('2027-01-11')
    const [back] = await pass()
    expect(back!.text).toContain('You put this off until 9 Jan 2027: Counsel looks at it')
    expect((await (await world.as('rae')).get('/').expect(200)).text).not.toContain('Counsel looks at it')
  })

  test('a last day comes all the same, and so does what falls to the next in line', async () => {
    await ownedBy(vendor, 'rae')
    await endsOn(vendor, '2026-12-23')
    const [mail] = await pass()
    const path = linkIn(mail!.text!)
    const rae = await world.as('rae')
    await rae.post(`${path}/snooze`).type('form').send({ until: '2027-01-29', reason: 'Later' }).expect(303)
    at('2026-12-09')
    expect((await pass()).map(({ to }) => to![0]!.name)).toEqual(['Priya Raman'])
    at('2026-12-23')
    expect((await pass()).map(({ to }) => to![0]!.name).sort()).toEqual(['Priya Raman', 'Rae Lindqvist'])
  })

  test('handed to a colleague, who reads why, and taken back', async () => {
    await ownedBy(vendor, 'rae')
    await endsOn(vendor, '2026-12-23')
    const [mail] = await pass()
    const path = linkIn(mail!.text!)
    const rae = await world.as('rae')
    const sam = await world.actor('sam')
    await rae
      .post(`${path}/hand-over`)
      .type('form')
      .send({ toPersonId: 'nobody', handReason: 'x' })
      .expect(422)
    const { personId } = await world.actor('otto')
    await rae
      .post(`${path}/hand-over`)
      .type('form')
      .send({ toPersonId: personId, handReason: 'x' })
      .expect(422)
    const form = { toPersonId: sam.personId, handReason: 'Sam knows them', handUntil: '' }
    await rae.post(`${path}/hand-over`).type('form').send(form).expect(303)
    expect(await lastEvent()).toBe('reminder.handedOver')
    const [handed] = await pass()
    expect(handed!.to![0]!.name).toBe('Sam Ortiz')
    expect(handed!.text).toContain('Rae Lindqvist handed this to you: Sam knows them')
    expect((await rae.get('/')).text).toContain('Rae Lindqvist handed it to Sam Ortiz')
    const held = await world.db('reminderHolds').first<{ id: string }>('id')
    await (await world.as('otto')).post(`/letters/holds/${held!.id}/end`).expect(404)
    await rae.post(`/letters/holds/${held!.id}/end`).expect(303)
    expect(await lastEvent()).toBe('reminder.resumed')
    at('2026-12-09')
    expect((await pass()).map(({ to }) => to![0]!.name).sort()).toEqual(['Priya Raman', 'Rae Lindqvist'])
  })

  test('its page is of this practice alone, and says when it is settled', async () => {
    const agreement = await endsOn(vendor, '2026-12-23')
    const [mail] = await pass()
    const path = linkIn(mail!.text!)
    await (await world.as('otto')).get(path).expect(404)
    await world.visitor().get(path).expect(303)
    await endsOn(vendor, '2028-12-23', agreement.id)
    expect((await (await world.as('sam')).get(path).expect(200)).text).toContain('This is settled')
  })
})

describe('the letters of a last day', () => {
  test('are silenced by two administrators, not by one', async () => {
    await secondAdministrator()
    const [first, spared] = [await associate('Cedar Backup'), await associate('Brightline Billing')]
    await endsOn(first, '2026-11-24')
    await endsOn(vendor, '2026-11-25')
    await endsOn(spared, '2026-11-25')
    expect(await pass()).toHaveLength(2)
    const priya = await world.as('priya')
    await priya
      .post('/letters/rules/silences')
      .type('form')
      .send({ until: '2020-01-01', reason: '' })
      .expect(422)
    for (const { id: vendorId } of [first, vendor]) {
      const form = { vendorId, until: '2026-12-31', reason: 'We have moved away' }
      await priya.post('/letters/rules/silences').type('form').send(form).expect(303)
    }
    expect(await lastEvent()).toBe('silence.asked')
    at('2026-11-24')
    expect(await subjects()).toEqual(['Cedar Backup: the BAA ends today', 'Cedar Backup: the BAA ends today'])
    const asked = await world
      .db('reminderSilences')
      .where({ vendorId: vendor.id })
      .first<{ id: string }>('id')
    const path = `/letters/silences/${asked!.id}`
    await (await world.as('priya')).post(`${path}/confirm`).expect(403)
    await (await world.as('otto')).post(`${path}/confirm`).expect(404)
    await (await world.as('rae')).post(`${path}/confirm`).expect(303)
    expect(await lastEvent()).toBe('silence.confirmed')
    at('2026-11-25')
    const told = 'Brightline Billing: the BAA ends today'
    expect(await subjects()).toEqual([told, told])
    await (await world.as('priya')).post(`${path}/end`).expect(303)
    expect(await lastEvent()).toBe('silence.ended')
    const again = 'Northwind e-Fax: the BAA ends today'
    expect(await subjects()).toEqual([again, again])
  })

  test('go although the rule is switched off', async () => {
    const priya = await world.as('priya')
    const form = { kind: 'baaEnds', version: '0', days: '', way: 'save' }
    await priya.post('/letters/rules/event').type('form').send(form).expect(303)
    await endsOn(vendor, '2026-11-24')
    expect(await pass()).toEqual([])
    at('2026-11-24')
    expect((await pass()).map(({ subject }) => subject)).toEqual(['Northwind e-Fax: the BAA ends today'])
  })

  test('a practice with one administrator is told that it can’t', async () => {
    expect((await (await world.as('priya')).get('/letters/rules')).text).toContain(
      'You are the only administrator',
    )
  })
})

describe('the vendor’s contact', () => {
  test('is asked once, in time, on a link, where the practice and a person consented', async () => {
    const priya = await world.as('priya')
    await priya
      .post(`/vendors/${vendor.id}/contacts`)
      .type('form')
      .send({ name: 'J. Alvarez', email: 'j@northwind.example' })
      .expect(303)
    const [contact] = await listContacts(world.db, vendor)
    const path = `/vendors/${vendor.id}/reminders`
    await priya
      .post(path)
      .type('form')
      .send({ version: '0', consent: 'yes', contactId: contact!.id })
      .expect(303)
    await endsOn(vendor, '2027-02-24')
    at('2026-12-28')
    expect((await pass()).map(({ to }) => to![0]!.name)).toEqual(['Priya Raman'])
    const later = await world.as('priya')
    expect((await later.get('/letters/coming').expect(200)).text).not.toContain('is asked for its')
    const times = { version: '0', hour: '8', askBaaDays: '50', asksContacts: 'yes', weekends: 'yes' }
    await later.post('/letters/rules/times').type('form').send(times).expect(303)
    expect((await later.get('/letters/coming')).text).toContain('Northwind e-Fax is asked for its signed BAA')
    at('2027-01-05', 7)
    await remindersPass(world.services)
    expect(await world.db('invites')).toEqual([])
    at('2027-01-05')
    const [mail, ...more] = await pass()
    expect(more).toEqual([])
    expect(mail!.to![0]!.address).toBe('j@northwind.example')
    expect(mail!.text).toContain(
      'Priya Raman of Maple Street Family Medicine asks Northwind e-Fax for the business associate agreement',
    )
    const link = /http:\/\/desk\.example(\/i\/\S+)/.exec(mail!.text!)![1]!
    await world.visitor().get(link).expect(200)
    const [sent] = (await listEvents(world.db, await world.actor('priya'), { limit: 9 })).filter(
      ({ kind }) => kind === 'invite.sent',
    )
    expect(sent).toMatchObject({ actorKind: 'program', actorName: 'Countersign' })
    expect(sent!.data).toContain('Priya Raman consented on 23 Nov 2026')
    at('2027-01-06')
    await pass()
    expect(await world.db('invites')).toHaveLength(1)
  })
})

async function pass() {
  const before = post.delivered.length
  await remindersPass(world.services)
  await sendDueLetters(world.services)
  return post.delivered.slice(before).filter(({ subject }) => !subject!.startsWith('Your reminders work'))
}

async function subjects() {
  return (await pass()).map(({ subject }) => subject)
}

function at(day: string, hour = 9): void {
  world.clock.set(instantOf(day, hour, ZONE))
}

async function associate(name: string): Promise<Vendor> {
  const priya = await world.actor('priya')
  const { id } = await addVendor(world.db, priya, { name, category: 'billing' })
  await world.db('vendors').where({ id }).update({ businessAssociate: 'yes' })
  return findVendor(world.db, priya, id)
}

async function endsOn({ id }: Vendor, ends: string, correctsId: string | null = null) {
  return recordAgreement(world.db, await world.actor('rae'), id, signedTerms({ ends, correctsId }))
}

async function ownedBy({ id }: Vendor, who: 'rae' | 'sam'): Promise<void> {
  const { personId } = await world.actor(who)
  const priya = await world.as('priya')
  await priya
    .post(`/vendors/${id}/reminders`)
    .type('form')
    .send({ version: '0', ownerId: personId })
    .expect(303)
}

async function secondAdministrator(): Promise<void> {
  const priya = await world.as('priya')
  const { practiceId } = await world.actor('priya')
  const rae = (await listColleagues(world.db, practiceId)).find(({ name }) => name === 'Rae Lindqvist')!
  await priya.post(`/account/colleagues/${rae.id}`).type('form').send({ role: 'administrator' }).expect(303)
}

async function reminders(): Promise<Letter[]> {
  return world
    .db<Letter>('letters')
    .where('kind', 'like', 'reminder.%')
    .whereNot({ state: 'withdrawn' })
    .orderBy('createdAt')
}

async function lastEvent(): Promise<string> {
  return (await listEvents(world.db, await world.actor('priya'), { limit: 1 }))[0]!.kind
}

function linkIn(text: string): string {
  return /http:\/\/desk\.example(\/letters\/due\/\S+)/.exec(text)![1]!
}

function byDayAndName(a: string[], b: string[]): number {
  return a[0]!.localeCompare(b[0]!) || a[1]!.localeCompare(b[1]!)
}

function determination({ id, practiceId }: Vendor) {
  const said = { answers: '{}', outcome: 'yes', reason: 'r', citation: 'c', decidedBy: 'Priya' }
  return { id: `of ${id}`, practiceId, vendorId: id, ...said }
}
