import { PDFDocument as LibDocument, degrees, StandardFonts } from '@cantoo/pdf-lib'
import type { Doc } from '../../server/reader/pages'
import { findQuote, quoteAt } from '../../server/reader/quotes'
import { isFailure, readPagesInCage } from '../../server/reader/reader'
import { drawRow, makePdf, onePage } from './pdfMaking'

jest.setTimeout(90_000)

const PROSE =
  'The Company restricts logical access to production systems through role-based access control, multi-factor ' +
  'authentication and quarterly access reviews performed by the owners of each system. '

async function read(bytes: Buffer, password?: string): Promise<Doc> {
  const doc = await readPagesInCage(bytes, { password })
  if (isFailure(doc)) throw new Error(doc.error.code)
  return doc
}

function evidence(doc: Doc, text: string, page = 1) {
  const found = doc.pages[page - 1]!.text.indexOf(text)
  expect(found).toBeGreaterThanOrEqual(0)
  return quoteAt(doc.pages[page - 1]!, found, found + text.length, 'auditor')!
}

test('words have their places, and a quote has boxes where it stands', async () => {
  const doc = await read(
    await makePdf((paper) => paper.fontSize(12).text('In our opinion, in all material respects', 100, 200)),
  )
  const { boxes, quote } = evidence(doc, 'opinion, in all')
  expect(quote).toBe('opinion, in all')
  expect(boxes).toHaveLength(1)
  const [x, y, width, height] = boxes![0]!
  expect(x * 612).toBeGreaterThan(125)
  expect(x * 612).toBeLessThan(145)
  expect(y * 792).toBeGreaterThan(195)
  expect((y + height) * 792).toBeLessThan(218)
  expect(width * 612).toBeGreaterThan(60)
  expect(width * 612).toBeLessThan(95)
})

test('a quote over two lines has a box for each', async () => {
  const doc = await read(await makePdf((paper) => paper.fontSize(11).text(PROSE.repeat(2), { width: 300 })))
  expect(evidence(doc, PROSE.trim()).boxes!.length).toBeGreaterThan(1)
})

test('paragraphs are kept apart by a newline, lines by a blank', async () => {
  const doc = await read(
    await makePdf((paper) =>
      paper.fontSize(11).text(PROSE.trim()).moveDown().text('Our responsibility is to express an opinion.'),
    ),
  )
  expect(doc.pages[0]!.text).toBe(`${PROSE.trim()}\nOur responsibility is to express an opinion.`)
})

test('the number of a list item stands before its text, though it is set larger and a little lower', async () => {
  const items = [
    'report any use of which it becomes aware to the practice',
    'keep the books open to the Secretary',
  ]
  const doc = await read(
    await makePdf((paper) => {
      for (const [at, item] of items.entries()) {
        const y = 100 + 30 * at
        paper.fontSize(12).text(String(at + 1), 72, y, { lineBreak: false })
        paper.fontSize(10).text(item, 90, y - 0.5, { width: 160 })
      }
    }),
  )
  expect(doc.pages[0]!.text.replace(/\n/g, ' ')).toBe(`1 ${items[0]} 2 ${items[1]}`)
})

test('two columns are read one after the other', async () => {
  const doc = await read(
    await makePdf((paper) =>
      paper.fontSize(10).text(PROSE.repeat(12), { columns: 2, columnGap: 20, height: 200 }),
    ),
  )
  expect(doc.pages[0]!.text.replace(/\n/g, ' ')).toContain(PROSE.repeat(6).trim())
  expect(doc.tables).toHaveLength(0)
})

test('a word torn at the end of a line is joined, a real hyphen stays', async () => {
  const doc = await read(
    await makePdf((paper) => {
      paper
        .fontSize(11)
        .text('throughout the period Janu-', 72, 100)
        .text('ary 1, 2025 to December 31, 2025, by a sub-', 72, 114)
      paper
        .text('service organization. Each subservice organization and each sub-service', 72, 128)
        .text('provider is named. Breaches are told of within forty-', 72, 142)
        .text('five (45) days.', 72, 156)
    }),
  )
  expect(doc.pages[0]!.text).toContain('the period January 1, 2025 to')
  expect(doc.pages[0]!.text).toContain('a sub-service organization')
  expect(doc.pages[0]!.text).toContain('within forty-five (45) days')
  expect(evidence(doc, 'January 1, 2025').quote).toBe('Janu- ary 1, 2025')
  expect(findQuote(doc.pages[0]!, 'Janu- ary 1, 2025')).not.toBeNull()
})

test('a footnote mark is not read as a part of the year', async () => {
  const doc = await read(
    await makePdf((paper) => {
      paper.fontSize(11).text('April 1, 2019 to March 31, 2020', 72, 100, { lineBreak: false })
      const x = 72 + paper.widthOfString('April 1, 2019 to March 31, 2020')
      paper.fontSize(6).text('1', x, 99, { lineBreak: false })
      paper.fontSize(11).text(', to provide reasonable assurance', x + 4, 100, { lineBreak: false })
    }),
  )
  expect(doc.pages[0]!.text).toContain('March 31, 2020, to provide')
})

test('small capitals and detached first letters are put together', async () => {
  const doc = await read(
    await makePdf((paper) => {
      paper.fontSize(12).text('A', 72, 100, { lineBreak: false })
      const x = 72 + paper.widthOfString('A')
      paper.fontSize(9).text('UGUST 1, 2024', x, 102.2, { lineBreak: false })
      paper.fontSize(10).text('•F', 72, 140, { lineBreak: false })
      paper.text('inancial services', 72 + paper.widthOfString('•F') + 2, 140, { lineBreak: false })
    }),
  )
  expect(doc.pages[0]!.text).toContain('AUGUST 1, 2024')
  expect(doc.pages[0]!.text).toContain('• Financial services')
})

test('headers and footers are marked and give the printed number', async () => {
  const doc = await read(
    await makePdf((paper) => {
      for (let page = 1; page <= 5; page++) {
        if (page > 1) paper.addPage()
        paper.fontSize(8).text('Acme, Inc. SOC 2 Report', 72, 36, { lineBreak: false })
        paper.fontSize(11).text(`${PROSE}Chapter ${page}.`, 72, 90)
        if (page > 2) paper.fontSize(8).text(String(page - 2), 300, 705, { lineBreak: false })
      }
    }),
  )
  expect(doc.pages.map((page) => page.printed)).toEqual([null, null, '1', '2', '3'])
  expect(doc.pages[2]!.text).not.toContain('Acme')
  expect(doc.pages[2]!.lines.filter((line) => line.running)).toHaveLength(2)
})

test.each([0, 90, 180, 270])(
  'a page turned by %i degrees is read upright, boxes are as displayed',
  async (angle) => {
    const pdf = await LibDocument.create()
    const page = pdf.addPage([612, 792])
    page.drawText('In our opinion, the description presents the system', {
      x: 72,
      y: 700,
      size: 12,
      font: await pdf.embedFont(StandardFonts.Helvetica),
    })
    page.setRotation(degrees(angle))
    const doc = await read(Buffer.from(await pdf.save()))
    expect(doc.pages[0]!.text).toBe('In our opinion, the description presents the system')
    expect(doc.pages[0]!.stray).toEqual([])
    const [x, y] = evidence(doc, 'In our opinion').boxes![0]!
    const near = { 0: [0.12, 0.1], 90: [0.9, 0.12], 180: [0.77, 0.88], 270: [0.1, 0.72] }[angle]!
    expect(Math.abs(x - near[0]!)).toBeLessThan(0.06)
    expect(Math.abs(y - near[1]!)).toBeLessThan(0.06)
  },
)

test('a vertical watermark stays out of the text', async () => {
  const doc = await read(
    await makePdf((paper) => {
      paper.fontSize(11).text(PROSE.repeat(3))
      paper
        .save()
        .rotate(-90, { origin: [30, 500] })
        .fontSize(9)
        .text('SOC 2 REPORT 8c1d2e-77a0', 30, 500, { lineBreak: false })
        .restore()
    }),
  )
  expect(doc.pages[0]!.text).not.toContain('8c1d2e')
  expect(doc.pages[0]!.stray.join(' ')).toContain('8c1d2e-77a0')
})

test('ligatures, curly quotes and dashes are plain in the text', async () => {
  const doc = await read(
    onePage('BT /F1 12 Tf 72 700 Td (Service Auditor\\222s \\223Report\\224 \\226 Privacy) Tj ET'),
  )
  expect(doc.pages[0]!.text).toBe('Service Auditor\'s "Report" - Privacy')
  expect(findQuote(doc.pages[0]!, 'Auditor’s “Report” –  Privacy')).not.toBeNull()
  expect(findQuote(doc.pages[0]!, 'Auditors Report')).toBeNull()
})

const COLUMNS = [
  { x: 54, width: 50 },
  { x: 112, width: 170 },
  { x: 290, width: 140 },
  { x: 440, width: 118 },
]

test('a table goes on over pages, its repeated heading is no row', async () => {
  const doc = await read(await makePdf((paper) => drawTable(paper, 24, 6)))
  expect(doc.tables).toHaveLength(1)
  const [table] = doc.tables
  expect(table!.columns).toEqual(['Control', 'Control Activity', 'Test Performed', 'Results of Tests'])
  expect(table!.rows.map((row) => row.cells[0])).toEqual(
    Array.from({ length: 24 }, (_, at) => `AC-${at + 1}`),
  )
  expect(table!.rows[3]!.cells[3]).toBe(
    'Exception noted. For 2 of 25 users sampled, access was not removed within 24 hours.',
  )
  expect(table!.lastPage).toBeGreaterThan(1)
})

test('rows set close together are still rows', async () => {
  const doc = await read(await makePdf((paper) => drawTable(paper, 8, 1)))
  expect(doc.tables[0]!.rows).toHaveLength(8)
})

test('a row that breaks over the page is one row', async () => {
  const doc = await read(
    await makePdf((paper) => {
      paper.fontSize(9).font('Helvetica-Bold')
      drawRow(paper, COLUMNS, ['Control', 'Control Activity', 'Test Performed', 'Results'], 600)
      paper.font('Helvetica')
      drawRow(paper, COLUMNS, ['AC-1', PROSE, 'Inspected the listing.', 'No exceptions noted.'], 620)
      drawRow(
        paper,
        COLUMNS,
        ['AC-2', 'Changes are approved before', 'Inspected a sample of changes to', 'No exceptions noted.'],
        690,
      )
      paper.addPage().font('Helvetica-Bold')
      drawRow(paper, COLUMNS, ['Control', 'Control Activity', 'Test Performed', 'Results'], 72)
      paper.font('Helvetica')
      drawRow(paper, COLUMNS, ['', 'they are deployed.', 'determine that each was approved.', ''], 90)
      drawRow(paper, COLUMNS, ['AC-3', PROSE, 'Inspected the policy.', 'No exceptions noted.'], 120)
    }),
  )
  expect(doc.tables).toHaveLength(1)
  expect(doc.tables[0]!.rows.map((row) => row.cells[0])).toEqual(['AC-1', 'AC-2', 'AC-3'])
  expect(doc.tables[0]!.rows[1]!.cells[1]).toBe('Changes are approved before they are deployed.')
  expect(doc.tables[0]!.rows[1]!.page).toBe(1)
})

test('a table on a landscape page keeps its rows', async () => {
  const doc = await read(await makePdf((paper) => drawTable(paper, 8, 5), { layout: 'landscape' }))
  expect(doc.pages[0]!.width).toBe(792)
  expect(doc.tables[0]!.rows.map((row) => row.cells[0])).toContain('AC-8')
})

function drawTable(paper: Parameters<typeof drawRow>[0], count: number, gap: number) {
  paper.fontSize(9)
  let y = 72
  const heading = () => {
    paper.font('Helvetica-Bold')
    y +=
      drawRow(paper, COLUMNS, ['Control', 'Control Activity', 'Test Performed', 'Results of Tests'], y) +
      gap +
      3
    paper.font('Helvetica')
  }
  heading()
  for (let at = 1; at <= count; at++) {
    const result =
      at % 4
        ? 'No exceptions noted.'
        : 'Exception noted. For 2 of 25 users sampled, access was not removed within 24 hours.'
    if (y > paper.page.height - 130) {
      paper.addPage()
      y = 72
      heading()
    }
    y +=
      drawRow(
        paper,
        COLUMNS,
        [`AC-${at}`, PROSE, 'Inspected a sample of users to determine that access was approved.', result],
        y,
      ) + gap
  }
}
