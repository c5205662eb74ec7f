import { createRequire } from 'node:module'
import path from 'node:path'
import { makePdf, type Paper } from './pdfMaking'

// A part of pdf.js is put beside the compiled files alone.
const built = createRequire(path.resolve(__dirname, '../../dist/server/reader/readDocument.js'))
const { lookAt } = built('./pdf/drawings') as typeof import('../../server/reader/pdf/drawings')
const { openPdf } = built('./pdf/openPdf') as typeof import('../../server/reader/pdf/openPdf')
const { readOpenPages } = built('./pdf/readPages') as typeof import('../../server/reader/pdf/readPages')
const { readCuecs } = built('./soc2/cuecs') as typeof import('../../server/reader/soc2/cuecs')
const { cuecPages } = built('./soc2/cuecs/places') as typeof import('../../server/reader/soc2/cuecs/places')

async function readDrawn(draw: (paper: Paper) => void) {
  const bytes = await makePdf((paper) => {
    paper.font('Helvetica-Bold').fontSize(13).text('Complementary User Entity Controls', 72, 80)
    paper.font('Helvetica').fontSize(10)
    paper.text(
      'Certain criteria can be met only if the following controls are in place at user entities.',
      72,
      100,
    )
    draw(paper)
    paper.font('Helvetica-Bold').fontSize(13).text('Changes to the System', 72, 600)
    paper.font('Helvetica').fontSize(10).text('There were none of note in the whole of the period.', 72, 620)
  })
  const open = await openPdf(bytes, undefined)
  try {
    const doc = await readOpenPages(open, bytes, {})
    const outline = { sectionOf: () => 'description' as const, pagesOf: () => doc.pages, listed: [] }
    await lookAt(doc, open.pdf, cuecPages(doc, outline))
    return readCuecs(doc, outline).value?.map(({ text, criteria }) => [text, criteria])
  } finally {
    await open.close()
  }
}

test('bullets that are drawn, not written, begin duties', async () => {
  const read = await readDrawn((paper) => {
    for (const [at, text] of [
      'use unique user names',
      'report lost devices at once',
      'close the browser',
    ].entries()) {
      paper.circle(80, 135 + 14 * at, 1.6).fill('black')
      paper.fillColor('black').text(text, 92, 130 + 14 * at)
    }
  })
  expect(read).toEqual([
    ['use unique user names', []],
    ['report lost devices at once', []],
    ['close the browser', []],
  ])
})

test('a criterion in a cell over two rows is that of both', async () => {
  const read = await readDrawn((paper) => {
    for (const y of [130, 150, 190, 210]) paper.moveTo(72, y).lineTo(500, y).stroke()
    paper.moveTo(172, 170).lineTo(500, 170).stroke()
    for (const x of [72, 172, 500]) paper.moveTo(x, 130).lineTo(x, 210).stroke()
    paper.font('Helvetica-Bold').text('Criteria', 78, 135).text('User Entity Controls', 178, 135)
    paper.font('Helvetica').text('CC6.1', 78, 165).text('C1.2', 78, 195)
    paper.text('Single sign-on is configured', 178, 155).text('Interface keys are rotated', 178, 175)
    paper.text('Deletion is asked for in writing', 178, 195)
  })
  expect(read).toEqual([
    ['Single sign-on is configured', ['CC6.1']],
    ['Interface keys are rotated', ['CC6.1']],
    ['Deletion is asked for in writing', ['C1.2']],
  ])
})

test('criteria in the middle of rows without lines are those of the duties beside them', async () => {
  const read = await readDrawn((paper) => {
    paper.font('Helvetica-Bold').text('Criteria', 78, 130).text('User Entity Controls', 178, 130)
    paper.font('Helvetica').text('CC6.1', 78, 157).text('CC7.3', 78, 187)
    const lines = [
      'User entities approve access',
      'before it is given.',
      'User entities report incidents',
      'within a day.',
    ]
    for (const [at, line] of lines.entries()) paper.text(line, 178, 150 + 14 * at + (at > 1 ? 2 : 0))
  })
  expect(read).toEqual([
    ['User entities approve access before it is given.', ['CC6.1']],
    ['User entities report incidents within a day.', ['CC7.3']],
  ])
})

test('a code at the middle of its text belongs to all of it, and the name of the column is no duty', async () => {
  const read = await readDrawn((paper) => {
    paper.font('Helvetica-Bold').text('CUEC #', 72, 130).text('Complementary user entity control', 130, 130)
    paper.font('Helvetica').text('User entities approve the list of persons', 130, 146)
    paper.text('CUEC-1', 72, 152).text('who may call up boxes.', 130, 158)
    paper.text('CUEC-2', 72, 176).text('User entities mark boxes with a date.', 130, 176)
  })
  expect(read).toEqual([
    ['User entities approve the list of persons who may call up boxes.', []],
    ['User entities mark boxes with a date.', []],
  ])
})

test('bullets that follow each other on one line are duties of their own', async () => {
  const read = await readDrawn((paper) => {
    paper.text('• User entities protect passwords. • User entities enable single sign-on.', 72, 130)
    paper.text('• User entities remove those who left.', 72, 146)
  })
  expect(read?.map(([text]) => text)).toEqual([
    'User entities protect passwords.',
    'User entities enable single sign-on.',
    'User entities remove those who left.',
  ])
})
