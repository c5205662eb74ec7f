import { findChainFault, recordEvent, type Event } from '../server/audit/audit'
import { change } from '../server/database'
import { openWorld, type World } from './support/world'

let world: World

beforeEach(async () => {
  world = await openWorld()
  const priya = await world.actor('priya')
  for (const name of ['=HYPERLINK("http://evil")', '+1', '-2', '@sum', 'plain']) {
    await change(world.db, (trx) => recordEvent(trx, priya, 'vendor.registered', { name }))
  }
})
afterEach(() => world.close())

test('each event says who, what, when and from where', async () => {
  const page = (await (await world.as('sam')).get('/history').expect(200)).text
  expect(page).toContain('Vendor registered: plain')
  expect(page).toContain('Priya Raman')
  expect(page).toContain('22 Nov 2026, 10:00')
  expect(page).toContain('127.0.0.1')
})

test('the seal holds, and each kind of tampering breaks it at the right place', async () => {
  const { practiceId } = await world.actor('priya')
  const events = world.db<Event>('events').where({ practiceId })
  expect(await findChainFault(world.db, practiceId)).toBeNull()
  const fifth = (await events.clone().where({ number: 5 }).first())!
  await events.clone().where({ number: 5 }).update({ actorName: 'Somebody Else' })
  expect(await findChainFault(world.db, practiceId)).toEqual({ number: 5, fault: 'its words were changed' })
  await events.clone().where({ number: 5 }).update({ actorName: fifth.actorName })
  expect(await findChainFault(world.db, practiceId)).toBeNull()
  await events.clone().where({ number: 5 }).delete()
  expect(await findChainFault(world.db, practiceId)).toEqual({ number: 6, fault: 'event 5 is missing' })
})

test('the seal is shown to administrators in words', async () => {
  const priya = await world.as('priya')
  expect((await priya.get('/history/check').expect(200)).text).toContain('The seal holds')
  await world.db('events').where({ number: 2 }).update({ data: '{}' })
  const otto = await world.as('otto')
  expect((await otto.get('/history/check').expect(200)).text).toContain('The seal holds')
  expect((await priya.get('/history/check').expect(200)).text).toContain('The seal is broken at event 2')
})

test('the file for spreadsheets holds every event and no formula', async () => {
  const priya = await world.as('priya')
  const answer = await priya.get('/history/history.csv').expect(200)
  expect(answer.headers['content-disposition']).toContain('attachment')
  const lines = answer.text.trim().split('\n')
  expect(lines).toHaveLength(
    1 + (await world.db('events').where({ practiceId: (await world.actor('priya')).practiceId })).length,
  )
  for (const line of lines) for (const cell of line.split(',')) expect(cell).not.toMatch(/^"?[=+\-@]/)
  await (await world.as('sam')).get('/history/history.csv').expect(403)
})

test('two changes at the same moment take two numbers', async () => {
  const priya = await world.actor('priya')
  const many = Array.from({ length: 20 }, (_unused, index) =>
    change(world.db, (trx) => recordEvent(trx, priya, 'vendor.changed', { index })),
  )
  await Promise.all(many)
  expect(await findChainFault(world.db, priya.practiceId)).toBeNull()
})

test('another practice’s events are not shown', async () => {
  expect((await (await world.as('otto')).get('/history')).text).not.toContain('Vendor registered')
})
