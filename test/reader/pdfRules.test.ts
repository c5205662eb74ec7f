import { isFailure, readPagesInCage } from '../../server/reader/reader'
import { makePdf, type Paper } from './pdfMaking'

jest.setTimeout(90_000)

const HEADINGS = ['Control', 'Control activity', 'Test', 'Result']
const COLUMNS = [72, 122, 272, 422, 540]

test('one control with two tests, its cells in the middle of both, is told from its lines', async () => {
  const pdf = await makePdf((paper) => {
    row(paper, 72, 24, HEADINGS)
    for (let n = 0; n < 6; n++) {
      const top = 96 + n * 80
      frame(paper, [0, 1, 2], top, 80)
      frame(paper, [2, 3, 4], top, 40)
      frame(paper, [2, 3, 4], top + 40, 40)
      write(paper, 0, top + 34, `AC-0${n + 1}`)
      write(paper, 1, top + 34, `Access ${n} is reviewed each quarter`)
      write(paper, 2, top + 4, 'Inquired of the owner')
      write(paper, 3, top + 4, 'No exceptions noted.')
      write(paper, 2, top + 44, 'Inspected the review')
      write(paper, 3, top + 44, n === 3 ? 'For 1 of 4 quarters no review was held.' : 'No exceptions noted.')
    }
  })
  const tables = await tablesIn(pdf)
  expect(tables).toHaveLength(1)
  expect(tables[0]!.columns).toEqual(HEADINGS)
  expect(tables[0]!.rows).toHaveLength(12)
  expect(tables[0]!.rows[6]!.cells.slice(0, 2)).toEqual(['AC-04', 'Access 3 is reviewed each quarter'])
  expect(tables[0]!.rows[7]!.cells).toEqual([
    '',
    '',
    'Inspected the review',
    'For 1 of 4 quarters no review was held.',
  ])
})

test('where only lines across are drawn, they part the rows', async () => {
  const pdf = await makePdf((paper) => {
    for (const [at, heading] of HEADINGS.entries()) write(paper, at, 76, heading)
    for (let n = 0; n <= 6; n++)
      paper
        .moveTo(72, 92 + n * 50)
        .lineTo(540, 92 + n * 50)
        .stroke()
    for (let n = 0; n < 6; n++) {
      const top = 92 + n * 50
      write(paper, 0, top + 19, `AC-0${n + 1}`)
      write(paper, 1, top + 4, `Access ${n} is reviewed by the owners of the systems in each quarter`)
      write(paper, 2, top + 12, 'Inspected the reviews of two quarters')
      write(paper, 3, top + 19, 'No exceptions noted.')
    }
  })
  const tables = await tablesIn(pdf)
  expect(tables[0]!.rows.map(({ cells }) => cells[0])).toEqual([
    'AC-01',
    'AC-02',
    'AC-03',
    'AC-04',
    'AC-05',
    'AC-06',
  ])
  expect(tables[0]!.rows.every(({ cells }) => cells.every(Boolean))).toBe(true)
})

async function tablesIn(pdf: Buffer) {
  const doc = await readPagesInCage(pdf)
  if (isFailure(doc)) throw new Error(doc.error.code)
  return doc.tables
}

function row(paper: Paper, top: number, height: number, cells: string[]) {
  frame(paper, [0, 1, 2, 3, 4], top, height)
  for (const [at, cell] of cells.entries()) write(paper, at, top + 4, cell)
}

/** Lines down at some edges of columns, and across above and below. */
function frame(paper: Paper, edges: number[], top: number, height: number) {
  const [left, right] = [COLUMNS[edges[0]!]!, COLUMNS[edges.at(-1)!]!]
  for (const y of [top, top + height]) paper.moveTo(left, y).lineTo(right, y).stroke()
  for (const edge of edges)
    paper
      .moveTo(COLUMNS[edge]!, top)
      .lineTo(COLUMNS[edge]!, top + height)
      .stroke()
}

function write(paper: Paper, column: number, y: number, text: string) {
  const width = COLUMNS[column + 1]! - COLUMNS[column]! - 8
  paper.fontSize(9).text(text, COLUMNS[column]! + 4, y, { width })
}
