import { clearSpent } from '../server/spent'
import { openWorld } from './support/world'

test('what has served goes, what is alive stays, and the record is never touched', async () => {
  const world = await openWorld()
  const priya = await world.as('priya')
  await world
    .visitor()
    .post('/forgotten')
    .type('form')
    .send({ email: world.email('rae') })
    .expect(200)
  while ((await world.db('letters').where({ kind: 'account.reset' })).length === 0)
    await new Promise((resolve) => setTimeout(resolve, 20))
  const events = (await world.db('events')).length
  await clearSpent(world.services)
  await priya.get('/account').expect(200)
  world.clock.set('2027-01-30T15:00:00Z')
  await clearSpent(world.services)
  expect(await world.db('sessions')).toEqual([])
  expect(await world.db('accountLinks')).toEqual([])
  expect((await world.db('events')).length).toBeGreaterThanOrEqual(events)
  await world.close()
})
