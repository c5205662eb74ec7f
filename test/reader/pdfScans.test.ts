import { createCanvas, loadImage } from '@napi-rs/canvas'
import type { Doc } from '../../server/reader/pages'
import { mendedCode } from '../../server/reader/pdf/ocrWords'
import { quoteAt } from '../../server/reader/quotes'
import { isFailure, readPagesInCage, renderPageInCage } from '../../server/reader/reader'
import { drawRow, makePdf } from './pdfMaking'

jest.setTimeout(90_000)

const COLUMNS = [
  { x: 72, width: 50 },
  { x: 130, width: 200 },
  { x: 345, width: 190 },
]

async function read(bytes: Buffer, steps: string[] = []): Promise<Doc> {
  const doc = await readPagesInCage(bytes, { onProgress: ({ step }) => steps.push(step) })
  if (isFailure(doc)) throw new Error(doc.error.code)
  return doc
}

/** The first page as a picture, turned a little, with noise. */
async function scanOf(bytes: Buffer, turned: number): Promise<Buffer> {
  const picture = await loadImage(await renderPageInCage(bytes, 1, { width: 1700 }))
  const canvas = createCanvas(picture.width, picture.height)
  const context = canvas.getContext('2d')
  context.fillStyle = '#f6f6f2'
  context.fillRect(0, 0, canvas.width, canvas.height)
  context.translate(canvas.width / 2, canvas.height / 2)
  context.rotate((turned * Math.PI) / 180)
  context.drawImage(picture, -canvas.width / 2, -canvas.height / 2)
  return canvas.toBuffer('image/jpeg', 75)
}

function sheet(): Promise<Buffer> {
  return makePdf((paper) => {
    paper
      .fontSize(12)
      .text('In our opinion, the controls operated effectively throughout the period.', 72, 90)
    paper.font('Helvetica-Bold').fontSize(10)
    drawRow(paper, COLUMNS, ['Control', 'Test Performed', 'Results of Tests'], 140)
    paper.font('Helvetica')
    drawRow(
      paper,
      COLUMNS,
      [
        'AC-1',
        'Inspected a sample of terminated users to determine that access was removed.',
        'No exceptions noted.',
      ],
      165,
    )
    drawRow(
      paper,
      COLUMNS,
      [
        'AC-2',
        'Inspected the backup logs of a sample of days.',
        'Exception noted. For 2 of 25 days the backup had failed.',
      ],
      215,
    )
    for (const y of [135, 157, 205, 250]) paper.moveTo(66, y).lineTo(545, y).stroke()
    for (const x of [66, 124, 339, 545]) paper.moveTo(x, 135).lineTo(x, 250).stroke()
  })
}

test('a page scanned askew is recognised, with its table and the places of its words', async () => {
  const picture = await scanOf(await sheet(), 0.8)
  const steps: string[] = []
  const doc = await read(
    await makePdf((paper) => paper.image(picture, 0, 0, { width: 612, height: 792 }), { margin: 0 }),
    steps,
  )
  const [page] = doc.pages
  expect(page!.source).toBe('ocr')
  expect(page!.certainty).toBeGreaterThan(0.8)
  expect(steps).toContain('ocr')
  const at = page!.text.indexOf('controls operated effectively')
  const { boxes, source } = quoteAt(page!, at, at + 29, 'auditor')!
  expect(source).toBe('ocr')
  expect(Math.abs(boxes![0]![1] - 90 / 792)).toBeLessThan(0.015)
  expect(doc.tables[0]!.rows.map((row) => row.cells[0])).toEqual(['AC-1', 'AC-2'])
  expect(doc.tables[0]!.rows[1]!.cells[2]).toContain('For 2 of 25 days')
})

test.each([90, 180])('a page that lies turned by %i degrees is read upright', async (turned) => {
  const picture = await loadImage(await scanOf(await sheet(), 1.5))
  const side = turned === 90
  const canvas = side
    ? createCanvas(picture.height, picture.width)
    : createCanvas(picture.width, picture.height)
  const context = canvas.getContext('2d')
  context.translate(canvas.width / 2, canvas.height / 2)
  context.rotate((turned * Math.PI) / 180)
  context.drawImage(picture, -picture.width / 2, -picture.height / 2)
  const [width, height] = side ? [792, 612] : [612, 792]
  const jpeg = canvas.toBuffer('image/jpeg', 75)
  const doc = await read(
    await makePdf((paper) => paper.image(jpeg, 0, 0, { width, height }), {
      margin: 0,
      size: [width, height],
    }),
  )
  expect(doc.pages[0]!.text).toContain('controls operated effectively throughout the period')
  expect(doc.tables[0]!.rows.map((row) => row.cells[0])).toEqual(['AC-1', 'AC-2'])
})

test('bold letters and bullets are seen in the image', async () => {
  const words = await makePdf((paper) => {
    paper.fontSize(11).font('Helvetica-Bold').text('Complementary user entity controls', 72, 90)
    paper.font('Helvetica').text('User entities are responsible for the following controls.', 72, 110)
    const items = ['approving and removing their own users', 'protecting the devices of their workforce']
    items.forEach((item, line) =>
      paper
        .circle(84, 144 + line * 15, 2)
        .fill('black')
        .text(item, 100, 139 + line * 15),
    )
  })
  const picture = await scanOf(words, 0)
  const doc = await read(
    await makePdf((paper) => paper.image(picture, 0, 0, { width: 612, height: 792 }), { margin: 0 }),
  )
  const { lines } = doc.pages[0]!
  expect(lines.filter((line) => line.bold).map((line) => line.text)).toEqual([
    'Complementary user entity controls',
  ])
  expect(lines.filter((line) => line.text.startsWith('•'))).toHaveLength(2)
})

test('letters and digits that look alike are told apart in references', () => {
  const seen = ['CCl.1', 'CcC2.3', '(CC6.l,', 'TS-1C2', 'AC-O4', 'A-101', 'SOC-2', 'pre-2018']
  expect(seen.map(mendedCode)).toEqual([
    'CC1.1',
    'CC2.3',
    '(CC6.1,',
    'TS-IC2',
    'AC-04',
    'A-101',
    'SOC-2',
    'pre-2018',
  ])
})

test('a hidden text layer that says something else is not believed', async () => {
  const picture = await scanOf(await sheet(), 0)
  const doc = await read(
    await makePdf(
      (paper) => {
        paper.image(picture, 0, 0, { width: 612, height: 792 })
        paper.addContent('3 Tr')
        paper
          .fontSize(10)
          .text('wholly different words that nobody can see on this sheet '.repeat(8), 50, 80, { width: 500 })
      },
      { margin: 0 },
    ),
  )
  expect(doc.pages[0]!.text).not.toContain('wholly different')
  expect(doc.pages[0]!.text).toContain('operated effectively')
})
