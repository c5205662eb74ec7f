import PDFDocument from 'pdfkit'
import { longReport } from '../scripts/papers/longReport'
import { makeSoc2Pdf } from '../scripts/papers/papers'
import { renderPageInCage } from '../server/reader/reader'
import { startReading } from '../server/work'
import { labLink, once, send } from './support/files'
import { openWorld, type World } from './support/world'

jest.setTimeout(400_000)

const WIDTH = 1500
const PAGES = 10

let world: World
beforeAll(async () => (world = await openWorld()))
afterAll(() => world.close())

test('a long scan shows first answers while the rest is read, through a stop, and then the whole reading', async () => {
  const vendor = await labLink(world)
  const answer = await send(world, vendor, [{ name: 'scan.pdf', bytes: await longScan() }], 'sam')
  const at = answer.headers.location!
  const agent = await once(world, 'sam')
  const told = async () => (await agent.get(`${at}/progress`).expect(200)).body as Told
  let page = ''
  await whileReading(async () => {
    const now = await told()
    if (now.answers === 0) return false
    expect(now).toMatchObject({ done: false, state: 'waiting', pages: PAGES })
    expect(now.page).toBeLessThan(PAGES)
    page = (await agent.get(at).expect(200)).text
    expect(await world.db('reports')).toHaveLength(0)
    expect(await world.db('readings')).toHaveLength(0)
    await agent.get(`${at}/pages/5?field=opinion`).expect(200)
    await (await once(world, 'rae')).get(`${at}/corrections/opinion`).expect(404)
    return true
  })
  expect(page).toContain('First answers')
  expect(page).toContain('Unqualified')
  expect(page).toContain('Harrow &amp; Pike LLP')
  expect(page).toContain('They count nowhere yet')
  expect(page).toContain('http-equiv="refresh" content="15"')
  expect(page).not.toContain('Open the report')
  expect(page).not.toMatch(/Exceptions|corrections\//)

  // The program stopped meanwhile, and goes on.
  await whileReading(async () => (await told()).done)
  expect(await told()).toMatchObject({ done: true, state: 'read', answers: 0 })
  const read = (await agent.get(at).expect(200)).text
  expect(read).toContain('What it says')
  expect(read).not.toContain('First answers')
  expect(await world.db('readings')).toHaveLength(1)
  expect(await world.db('reports')).toHaveLength(1)
  expect(await world.db('jobs').whereNotNull('firstAnswers')).toHaveLength(0)
})

interface Told {
  done: boolean
  page: number
  pages: number
  answers: number
}

/** The first pages of a report, as pictures. */
async function longScan(): Promise<Buffer> {
  const report = await makeSoc2Pdf(longReport(40))
  const pdf = new PDFDocument({ autoFirstPage: false, margin: 0 })
  const chunks: Buffer[] = []
  pdf.on('data', (chunk: Buffer) => chunks.push(chunk))
  const done = new Promise((resolve) => pdf.on('end', resolve))
  for (let page = 1; page <= PAGES; page++) {
    const picture = await renderPageInCage(report, page, { width: WIDTH })
    pdf.addPage().image(picture, 0, 0, { width: 612, height: 792 })
  }
  pdf.end()
  await done
  return Buffer.concat(chunks)
}

/** Reads until it is so, then stops as the program does. */
async function whileReading(isSo: () => Promise<boolean>): Promise<void> {
  const stop = startReading(world.services)
  try {
    for (const end = Date.now() + 200_000; !(await isSo());) {
      if (Date.now() > end) throw new Error('it did not come')
      await new Promise((resolve) => setTimeout(resolve, 200))
    }
  } finally {
    await stop()
  }
}
