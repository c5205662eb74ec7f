import { change } from '../server/database'
import {
  claimJob,
  finishJob,
  LEASE_SECONDS,
  LeaseLost,
  MAX_ATTEMPTS,
  queueJob,
  startWorker,
  type Job,
  type JobHandler,
} from '../server/jobs/jobs'
import { openWorld, TODAY, type World } from './support/world'

const KIND = 'test.work'

let world: World

beforeAll(async () => {
  world = await openWorld({ cast: false, settings: { LOG_LEVEL: 'silent' } })
})
beforeEach(async () => {
  world.clock.set(TODAY)
  await world.db('jobs').delete()
})
afterAll(() => world.close())

const queue = (count = 1) =>
  change(world.db, async (trx) => {
    for (let n = 0; n < count; n++) await queueJob(trx, KIND, { n }, TODAY)
  })
const jobs = () => world.db<Job>('jobs').orderBy('createdAt')
const later = (seconds: number) => new Date(Date.parse(TODAY) + seconds * 1000)
const claim = (worker: string, at = new Date(TODAY)) => claimJob(world.db, worker, [KIND], at)
const ended = (handler: Partial<JobHandler> & { run: JobHandler['run'] }) =>
  startWorker(world.services, { [KIND]: handler })

test('many workers at once do every job once', async () => {
  await queue(30)
  const done: string[] = []
  const handler = {
    run: async (job: Job) => {
      done.push(job.id)
      await change(world.db, (trx) => finishJob(trx, job, TODAY))
    },
  }
  const stops = Array.from({ length: 4 }, () => ended(handler))
  await until(async () => (await jobs()).every(({ state }) => state === 'done'))
  await Promise.all(stops.map((stop) => stop()))
  expect(done).toHaveLength(30)
  expect(new Set(done).size).toBe(30)
})

test('claims at the same moment give one job to one worker', async () => {
  await queue()
  const claimed = await Promise.all(Array.from({ length: 8 }, (_, n) => claim(`worker ${n}`)))
  expect(claimed.filter(Boolean)).toHaveLength(1)
})

test('a job of a crashed worker is taken over once its lease ran out, and not before', async () => {
  await queue()
  const lost = (await claim('crashed'))!
  expect(await claim('other', later(LEASE_SECONDS - 1))).toBeUndefined()
  const again = (await claim('other', later(LEASE_SECONDS + 1)))!
  expect(again).toMatchObject({ id: lost.id, attempts: 2, lockedBy: 'other' })
})

test.each([
  ['an hour and more', '2026-11-22T16:00:01.000Z'],
  ['years', '2031-01-01T00:00:00.000Z'],
])(
  'what a clock that was %s ahead claimed, put off or queued is taken up all the same',
  async (_how, ahead) => {
    await queue(3)
    const [claimed, putOff, queued] = (await jobs()).map(({ id }) => world.db('jobs').where({ id }))
    await claimed!.update({ state: 'running', lockedBy: 'gone', leaseUntil: ahead, attempts: 1 })
    await putOff!.update({ runAt: ahead, attempts: 1 })
    await queued!.update({ runAt: ahead })
    const done: string[] = []
    const run = async (job: Job) => {
      done.push(job.id)
      await change(world.db, (trx) => finishJob(trx, job, TODAY))
    }
    const stop = ended({ run })
    await until(async () => (await jobs()).every(({ state }) => state === 'done'))
    await stop()
    expect(new Set(done).size).toBe(3)
    expect(done).toHaveLength(3)
  },
)

test('a lease of this minute and a wait of some minutes stay as they are', async () => {
  await queue(2)
  await claim('working')
  const soon = later(LEASE_SECONDS * 10).toISOString()
  await world.db('jobs').where({ state: 'waiting' }).update({ runAt: soon })
  expect(await claim('other')).toBeUndefined()
  expect(await claim('other', later(LEASE_SECONDS - 1))).toBeUndefined()
})

test('who lost the lease can’t make its work count', async () => {
  await queue()
  const lost = (await claim('slow'))!
  const taken = (await claim('other', later(LEASE_SECONDS + 1)))!
  await expect(change(world.db, (trx) => finishJob(trx, lost, TODAY))).rejects.toThrow(LeaseLost)
  await change(world.db, (trx) => finishJob(trx, taken, TODAY))
  await expect(change(world.db, (trx) => finishJob(trx, taken, TODAY))).rejects.toThrow(LeaseLost)
})

test('a failure is tried again later, with longer waits, and then given up', async () => {
  await queue()
  const givenUp: string[] = []
  const stop = ended({
    run: () => Promise.reject(new Error('the reader broke')),
    giveUp: async (_trx, job) => void givenUp.push(job.id),
  })
  const waits: number[] = []
  for (let attempt = 1; attempt <= MAX_ATTEMPTS; attempt++) {
    await until(async () => {
      const [job] = await jobs()
      return job!.attempts === attempt && job!.state !== 'running'
    })
    const [job] = await jobs()
    expect(job!.error).toBe('the reader broke')
    if (attempt === MAX_ATTEMPTS) break
    waits.push(Date.parse(job!.runAt) - world.clock.now().getTime())
    world.clock.set(job!.runAt)
  }
  await stop()
  expect(waits).toEqual([...waits].sort((a, b) => a - b))
  expect(waits[0]).toBeGreaterThan(0)
  expect((await jobs())[0]).toMatchObject({ state: 'failed' })
  expect(givenUp).toHaveLength(1)
})

test('a job that ends the program every time is given up too', async () => {
  await queue()
  for (let crash = 0; crash < MAX_ATTEMPTS; crash++) {
    await claim('crashing', later(crash * 100))
  }
  world.clock.set(later(MAX_ATTEMPTS * 100).toISOString())
  let ran = 0
  const stop = ended({ run: async () => void ran++ })
  await until(async () => (await jobs())[0]!.state === 'failed')
  await stop()
  expect(ran).toBe(0)
})

test('a stop waits for what runs, claims no more, and hands back what takes too long', async () => {
  await queue(1)
  const started = signal()
  const stop = ended({
    run: async (_job, { signal: end }) => {
      started.give()
      await new Promise((_, reject) => end.addEventListener('abort', () => reject(new Error('ended'))))
    },
  })
  await started.given
  await queue(1)
  await stop()
  expect((await jobs()).map(({ state, attempts }) => [state, attempts])).toEqual([
    ['waiting', 0],
    ['waiting', 0],
  ])
}, 15_000)

test('progress is told while it runs', async () => {
  await queue()
  const told = signal()
  const stop = ended({
    run: async (job, running) => {
      running.tell({ page: 3, pages: 9 })
      await told.given
      await change(world.db, (trx) => finishJob(trx, job, TODAY))
    },
  })
  await until(async () => (await jobs())[0]!.progress !== null)
  expect(JSON.parse((await jobs())[0]!.progress!)).toEqual({ page: 3, pages: 9 })
  told.give()
  await until(async () => (await jobs())[0]!.state === 'done')
  await stop()
})

function signal() {
  let give = () => {}
  const given = new Promise<void>((resolve) => (give = resolve))
  return { give: () => give(), given }
}

async function until(isSo: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 300; tries++) {
    if (await isSo()) return
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
  throw new Error('it did not come to that')
}
