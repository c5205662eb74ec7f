import http from 'node:http'
import type { AddressInfo } from 'node:net'
import { remindersPass } from '../server/reminders/reminders'
import { openWorld, type World } from './support/world'

const HOUR_MS = 3_600_000

let world: World

afterEach(() => world.close())

test('while passes happen /health is as ever and no page speaks of it', async () => {
  world = await openWorld()
  await remindersPass(world.services)
  later(25)
  await world.visitor().get('/health').expect(200, 'ok\n')
  expect((await (await world.as('priya')).get('/vendors')).text).not.toContain('Reminders have stopped')
})

test('25 hours without one: /health fails with the reason, and every page tells administrators, nobody else', async () => {
  world = await openWorld()
  await remindersPass(world.services)
  const last = world.clock.now().toISOString()
  later(25.1)
  const [priya, rae, sam] = [await world.as('priya'), await world.as('rae'), await world.as('sam')]
  await world.visitor().get('/health').expect(503, `no reminder pass since ${last}\n`)
  for (const page of ['/', '/vendors', '/history', '/account'])
    expect((await priya.get(page)).text).toContain('Reminders have stopped')
  for (const other of [rae, sam]) expect((await other.get('/')).text).not.toContain('Reminders have stopped')
  await remindersPass(world.services)
  await world.visitor().get('/health').expect(200)
  expect((await priya.get('/')).text).not.toContain('Reminders have stopped')
})

test('a desk on which none ever ended counts from its first practice; a beat from far ahead is none', async () => {
  world = await openWorld()
  await world.visitor().get('/health').expect(200)
  later(26)
  await world.visitor().get('/health').expect(503)
  later(24 * 400)
  await remindersPass(world.services)
  later(-24 * 400)
  await world.visitor().get('/health').expect(503)
})

test('a practice whose pass fails keeps the heartbeat away, and the others are served all the same', async () => {
  world = await openWorld({ settings: { LOG_LEVEL: 'silent' } })
  const { db } = world
  const { practiceId } = await world.actor('priya')
  await db('practices').where({ id: practiceId }).update({ timeZone: 'Mars/Olympus' })
  await expect(remindersPass(world.services)).rejects.toThrow('The reminders of a practice failed.')
  expect(await db('heartbeats')).toEqual([])
  await db('practices').where({ id: practiceId }).update({ timeZone: 'America/New_York' })
  await remindersPass(world.services)
  expect(await db('heartbeats')).toHaveLength(1)
})

test('HEARTBEAT_URL is asked after a pass that ended well, and holds up nothing where it fails or hangs', async () => {
  const asked: string[] = []
  let answer: (res: http.ServerResponse) => void = (res) => res.end('thanks')
  const watcher = http.createServer((req, res) => {
    asked.push(`${req.method} ${req.url}`)
    answer(res)
  })
  await new Promise<void>((resolve) => watcher.listen(0, '127.0.0.1', resolve))
  const HEARTBEAT_URL = `http://127.0.0.1:${(watcher.address() as AddressInfo).port}/ping/desk`
  world = await openWorld({ settings: { HEARTBEAT_URL, LOG_LEVEL: 'silent' } })
  await remindersPass(world.services)
  expect(asked).toEqual(['GET /ping/desk'])
  answer = (res) => res.writeHead(500).end()
  await remindersPass(world.services)
  answer = () => undefined
  const begun = Date.now()
  await remindersPass(world.services)
  expect(Date.now() - begun).toBeLessThan(9000)
  await world.db('practices').update({ timeZone: 'Mars/Olympus' })
  await expect(remindersPass(world.services)).rejects.toThrow()
  expect(asked).toHaveLength(3)
  watcher.closeAllConnections()
  await new Promise((resolve) => watcher.close(resolve))
  await world.db('practices').update({ timeZone: 'America/New_York' })
  await remindersPass(world.services)
  await world.visitor().get('/health').expect(200)
}, 30_000)

function later(hours: number): void {
  world.clock.set(new Date(world.clock.now().getTime() + hours * HOUR_MS).toISOString())
}
