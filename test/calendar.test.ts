import ICAL from 'ical.js'
import { recordAgreement, type Terms } from '../server/agreements/agreements'
import { listEvents } from '../server/audit/audit'
import { deactivateColleague, listColleagues } from '../server/accounts/accounts'
import { addDays } from '../server/dates'
import { sendDueLetters } from '../server/letters/letters'
import { icsOf } from '../server/reminders/ics'
import { remindersPass } from '../server/reminders/reminders'
import { addVendor, type Vendor } from '../server/vendors/vendors'
import { openPost, type Post } from './support/post'
import { signedTerms } from './support/signedTerms'
import { openWorld, type Who, type World } from './support/world'

let world: World
let post: Post
let vendor: Vendor

beforeEach(async () => {
  post = await openPost()
  world = await openWorld({ settings: { SMTP_URL: post.url, BASE_URL: 'http://desk.example' } })
  world.clock.set('2026-11-23T15:00:00.000Z')
  vendor = await addVendor(world.db, await world.actor('priya'), {
    name: 'Northwind, e-Fax; & Söhne Gesellschaft für Dokumentenübertragung mit beschränkter Haftung',
    category: 'billing',
  })
  await world.db('vendors').where({ id: vendor.id }).update({ businessAssociate: 'yes' })
})

afterEach(async () => {
  await world.close()
  await post.close()
})

test('a person’s dates, whole days with alarms, in the form that calendars read', async () => {
  await record({ ends: '2027-02-28' })
  const address = await makeAddress('priya')
  const answer = await world.visitor().get(address).expect(200)
  expect(answer.headers['content-type']).toMatch(/^text\/calendar; charset=utf-8/)
  expect(answer.headers['set-cookie']).toBeUndefined()
  expect(answer.headers['referrer-policy']).toBe('no-referrer')
  const [event] = eventsOf(answer.text)
  expect(event).toMatchObject({ date: '2027-02-28', allDay: true, sequence: 0 })
  expect(event!.title).toBe(`${vendor.name}: the BAA ends`)
  expect(event!.alarms).toEqual(['-P6DT15H', '-PT15H'])
  expect(event!.url).toMatch(/^http:\/\/desk\.example\/letters\/due\//)
})

test('lines are folded at 75 octets and end as RFC 5545 has it; letters of any script survive', async () => {
  await record({ ends: '2027-02-28' })
  const { text } = await world.visitor().get(await makeAddress('priya'))
  const lines = text.split('\r\n')
  expect(text).not.toMatch(/(?<!\r)\n/)
  expect(lines.filter((line) => Buffer.byteLength(line) > 75)).toEqual([])
  expect(text.replace(/\r\n /g, '')).toContain('SUMMARY:Northwind\\, e-Fax\\; & Söhne')
})

test('a date that moves keeps its name and counts one further; what ends vanishes, and comes back under the same name', async () => {
  const first = await record({ ends: '2027-02-28' })
  const address = await makeAddress('priya')
  const before = (await dates(address))[0]!
  await remindersPass(world.services)
  expect(await dates(address)).toEqual([before])
  world.clock.set('2026-11-24T15:00:00.000Z')
  const second = await record({ ends: '2027-03-31', correctsId: first.id })
  await remindersPass(world.services)
  const [after, ...more] = await dates(address)
  expect(more).toEqual([])
  expect(after).toMatchObject({ uid: before.uid, date: '2027-03-31', sequence: 1 })
  expect(after!.stamp > before.stamp).toBe(true)
  const third = await record({ term: 'evergreen', ends: null, correctsId: second.id })
  await remindersPass(world.services)
  expect(await dates(address)).toEqual([])
  await record({ ends: '2027-03-31', correctsId: third.id })
  await remindersPass(world.services)
  expect((await dates(address))[0]).toMatchObject({ uid: before.uid, sequence: 2 })
})

test('only whoever is told of a date has it', async () => {
  await record({ ends: '2027-02-28' })
  expect(await dates(await makeAddress('priya'))).toHaveLength(1)
  expect(await dates(await makeAddress('sam'))).toEqual([])
  expect(await dates(await makeAddress('otto'))).toEqual([])
})

test('the address is shown once, kept as a hash alone, and stops when it is made anew, revoked, or its owner leaves', async () => {
  const first = await makeAddress('rae')
  const token = /calendar\/([\w-]{43})\.ics/.exec(first)![1]!
  expect(JSON.stringify(await world.db('calendarFeeds'))).not.toContain(token)
  const rae = await world.as('rae')
  expect((await rae.get('/account/calendar').expect(200)).text).not.toContain(token)
  const second = await makeAddress('rae')
  await world.visitor().get(first).expect(404)
  await world.visitor().get(second).expect(200)
  await rae.post('/account/calendar/revoke').expect(303)
  await world.visitor().get(second).expect(404)
  expect((await listEvents(world.db, await world.actor('priya')))[0]!.kind).toBe('calendar.revoked')
  const third = await makeAddress('rae')
  expect((await listEvents(world.db, await world.actor('priya')))[0]!.kind).toBe('calendar.made')
  const priya = await world.actor('priya')
  const member = (await listColleagues(world.db, priya.practiceId)).find(({ name }) => name.startsWith('Rae'))
  await deactivateColleague(world.db, priya, member!.id)
  await world.visitor().get(third).expect(404)
  await world.visitor().get('/calendar/nobody-has-this.ics').expect(404)
})

test('a letter with a date brings it along, under the name that the feed uses', async () => {
  await record({ ends: '2026-12-20' })
  const [own] = await dates(await makeAddress('priya'))
  await remindersPass(world.services)
  await sendDueLetters(world.services)
  const [mail] = post.to('priya@maple.example')
  expect(mail!.attachments.map(({ filename }) => filename)).toEqual(['date.ics'])
  expect(mail!.attachments[0]!.mimeType).toBe('text/calendar')
  const text = new TextDecoder().decode(mail!.attachments[0]!.content as ArrayBuffer)
  expect(eventsOf(text)).toEqual([own])
  expect(text).toContain('METHOD:PUBLISH')
})

test('a letter about what has passed brings none', async () => {
  await record({ effective: '2024-01-01', ends: '2026-11-01' })
  await remindersPass(world.services)
  await sendDueLetters(world.services)
  expect(post.delivered).toHaveLength(1)
  expect(post.delivered[0]!.attachments).toEqual([])
})

test('what is put off moves, what is handed over goes to whom it was handed, and each change counts', async () => {
  const evergreen = { term: 'evergreen', ends: null, reviewBy: '2026-12-20' } as const
  await record(evergreen)
  const [own, colleagues] = [await makeAddress('priya'), await makeAddress('rae')]
  const [before] = await dates(own)
  expect(before).toMatchObject({ date: '2026-12-20', sequence: 0 })
  const rae = await world.actor('rae')
  const path = new URL(before!.url).pathname
  const priya = await world.as('priya')
  const later = { until: '2027-01-15', reason: 'Their counsel is away.' }
  await priya.post(`${path}/snooze`).type('form').send(later).expect(303)
  const [moved] = await dates(own)
  expect(moved).toMatchObject({ uid: before!.uid, date: '2027-01-15', sequence: 1, url: before!.url })
  expect(moved!.title).toContain('put off from 20 Dec 2026')
  expect(moved!.title).not.toContain('counsel')
  const [hold] = await world.db('reminderHolds').select('id')
  await priya.post(`/letters/holds/${hold.id}/end`).expect(303)
  expect((await dates(own))[0]).toMatchObject({ date: '2026-12-20', sequence: 2 })
  expect(await dates(colleagues)).toEqual([])
  const handed = { toPersonId: rae.personId, handReason: 'She knows them.' }
  await priya.post(`${path}/hand-over`).type('form').send(handed).expect(303)
  expect(await dates(own)).toEqual([])
  expect((await dates(colleagues))[0]).toMatchObject({ uid: before!.uid, date: '2026-12-20' })
})

test('a last day stays with those who are told of it, whatever was put off or handed over', async () => {
  await record({ ends: '2027-02-28' })
  const [own, colleagues] = [await makeAddress('priya'), await makeAddress('rae')]
  const [before] = await dates(own)
  const priya = await world.as('priya')
  const rae = await world.actor('rae')
  const handed = { toPersonId: rae.personId, handReason: 'She knows them.' }
  await priya
    .post(`${new URL(before!.url).pathname}/hand-over`)
    .type('form')
    .send(handed)
    .expect(303)
  expect((await dates(own))[0]).toMatchObject({ date: '2027-02-28' })
  expect((await dates(colleagues))[0]).toMatchObject({ date: '2027-02-28' })
})

test.each(['2028-02-29', '2027-03-14', '2027-11-07', '2026-12-31'])(
  '%s stays that day, wherever the machine stands',
  (date) => {
    const day = {
      uid: 'x@countersign',
      title: 'x',
      date,
      sequence: 0,
      at: '2026-11-23T15:00:00.000Z',
      url: 'http://x/',
    }
    expect(icsOf([day], 'x', 'feed')).toContain(`DTSTART;VALUE=DATE:${date.replaceAll('-', '')}\r\n`)
  },
)

async function record(values: Partial<Terms>) {
  const terms = signedTerms({ ends: addDays('2026-11-23', 30), ...values })
  return recordAgreement(world.db, await world.actor('priya'), vendor.id, terms)
}

async function makeAddress(who: Who): Promise<string> {
  const page = await (await world.as(who)).post('/account/calendar').expect(201)
  return new URL(/value="([^"]+\.ics)"/.exec(page.text)![1]!).pathname
}

async function dates(address: string) {
  return eventsOf((await world.visitor().get(address).expect(200)).text)
}

function eventsOf(text: string) {
  const calendar = new ICAL.Component(ICAL.parse(text) as unknown[])
  return calendar.getAllSubcomponents('vevent').map((one) => {
    const event = new ICAL.Event(one)
    return {
      uid: event.uid,
      title: event.summary,
      date: event.startDate.toString(),
      allDay: event.startDate.isDate,
      sequence: event.sequence,
      stamp: String(one.getFirstPropertyValue('dtstamp')),
      url: String(one.getFirstPropertyValue('url')),
      alarms: one
        .getAllSubcomponents('valarm')
        .map((alarm) => String(alarm.getFirstPropertyValue('trigger'))),
    }
  })
}
