import { laughingPdf } from '../scripts/fuzz/hostile'
import { startReading } from '../server/work'
import { labLink, once, pdfOf, send } from './support/files'
import { openWorld, type World } from './support/world'

let world: World

beforeAll(async () => {
  world = await openWorld({ settings: { LOG_LEVEL: 'silent' } })
})
afterAll(() => world.close())

test('while one document keeps the reader busy until its limits, pages answer and others are read', async () => {
  const vendor = await labLink(world)
  const stopReading = startReading(world.services)
  try {
    await send(world, vendor, [{ name: 'laughs.pdf', bytes: laughingPdf() }])
    await until(async () => (await jobs()).includes('running'))
    await send(world, vendor, [{ name: 'letter.pdf', bytes: await pdfOf('Dear practice, our lunch menu.') }])
    await until(async () => (await stateOf('letter.pdf')) === 'read')
    expect(await stateOf('laughs.pdf')).toBe('waiting')
    expect(await jobs()).toContain('running')
    const agent = await once(world, 'priya')
    for (const address of ['/', '/vendors', `/vendors/${vendor.id}`]) await agent.get(address).expect(200)
    expect(await stateOf('laughs.pdf')).toBe('waiting')
  } finally {
    await stopReading()
  }
})

function jobs(): Promise<string[]> {
  return world.db('jobs').pluck('state')
}

async function stateOf(name: string): Promise<string> {
  return (await world.db('documents').where({ name }).first('state')).state as string
}

async function until(holds: () => Promise<boolean>): Promise<void> {
  for (const end = Date.now() + 30_000; Date.now() < end;) {
    if (await holds()) return
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  throw new Error('it did not come to that')
}
