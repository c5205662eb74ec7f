import { createCanvas } from '@napi-rs/canvas'
import { typeset } from '../../scripts/papers/typeset'
import type { Doc, Row } from '../../server/reader/pages'
import { lettersOfCodes } from '../../server/reader/pdf/codes'
import { evenLight } from '../../server/reader/pdf/evenLight'
import { findQuote, quoteAt } from '../../server/reader/quotes'
import { isFailure, readInCage, readPagesInCage } from '../../server/reader/reader'
import { judged } from '../support/papers/bench/judge'
import { expectedOf } from '../support/papers/expected'
import { paperOf } from '../support/papers/houses/house'
import { ledger } from '../support/papers/houses/ledger'
import { byLetters, byWordsAstray, inTurnedForms } from '../support/papers/producers/reprint'
import { qualified } from '../support/papers/sets/companies'
import { drawRow, makePdf, onePage, type Paper } from './pdfMaking'

jest.setTimeout(90_000)

async function read(bytes: Buffer): Promise<Doc> {
  const doc = await readPagesInCage(bytes)
  if (isFailure(doc)) throw new Error(doc.error.code)
  return doc
}

async function textOf(draw: (paper: Paper) => void): Promise<string> {
  return (await read(await makePdf(draw))).pages[0]!.text
}

async function rowsOf(draw: (paper: Paper) => void): Promise<string[][]> {
  return (await read(await makePdf(draw))).tables.flatMap(({ rows }) => rows.map(({ cells }: Row) => cells))
}

const facts = qualified(3, { topics: 2, categories: ['security'] })
const paper = typeset(paperOf(ledger, facts))

test.each([
  ['letter by letter without blanks', byLetters],
  ['word by word in a wild order', byWordsAstray],
  ['in forms on turned pages', inTurnedForms],
])('a report drawn %s is read as any other', async (_, reprint) => {
  const reading = await readInCage(await reprint(await paper), {})
  if (isFailure(reading)) throw new Error(reading.error.code)
  const wrong = judged(reading as never, expectedOf(ledger, facts)).filter(
    ({ outcome }) => outcome !== 'right',
  )
  expect(wrong).toEqual([])
})

test('a hyphen that is drawn by itself joins its word', async () => {
  const draw = (paper: Paper) => {
    paper.fontSize(11).text('relevant to security and confi', 72, 100, { lineBreak: false })
    paper.text('-', 72 + paper.widthOfString('relevant to security and confi') + 1.9, 100, {
      lineBreak: false,
    })
    paper.text('dentiality, as set out here.', 72, 114)
  }
  expect(await textOf(draw)).toContain('security and confidentiality, as')
  const page = (await read(await makePdf(draw))).pages[0]!
  const start = page.text.indexOf('confidentiality')
  expect(findQuote(page, quoteAt(page, start, start + 15, 'auditor')!.quote)).not.toBeNull()
})

test('a half of a torn word does not pass for a word of its own', async () => {
  const text = await textOf((paper) => {
    paper
      .fontSize(11)
      .text('for security and confi-', 72, 100)
      .text('dentiality of what customers en-', 72, 114)
    paper.text('trust to it, and sub-', 72, 128).text('service organizations. Its sub-service list.', 72, 142)
  })
  expect(text).toContain('confidentiality of what customers entrust to it, and sub-service')
})

test('rows set as close as lines are parted where a line could have taken the next word', async () => {
  const rows = await rowsOf((paper) => {
    const lines = [
      ['Subservice organization', 'Service', 'Criteria'],
      ['Nordhaven Colocation AB', 'data center space', 'CC6.4, CC7.2'],
      ['Snowpeak Email Ltd.', 'delivery of e-mail', 'CC6.4'],
    ]
    paper
      .fontSize(11)
      .text(
        'The following organizations are carved out of the description of the system of the company.',
        72,
        80,
      )
    lines.forEach((cells, line) => {
      paper.font(line ? 'Helvetica' : 'Helvetica-Bold')
      cells.forEach((cell, at) =>
        paper.text(cell, [72, 262, 440][at], 120 + line * 13.6, { lineBreak: false }),
      )
    })
  })
  expect(rows).toEqual([
    ['Nordhaven Colocation AB', 'data center space', 'CC6.4, CC7.2'],
    ['Snowpeak Email Ltd.', 'delivery of e-mail', 'CC6.4'],
  ])
})

test('a reference too long for its column is one reference', async () => {
  const columns = [
    { x: 72, width: 30 },
    { x: 120, width: 180 },
    { x: 320, width: 200 },
  ]
  const rows = await rowsOf((paper) => {
    paper.fontSize(10).font('Helvetica-Bold')
    let y = 100 + drawRow(paper, columns, ['Ref.', 'Control activity', 'Results of tests'], 100)
    paper.font('Helvetica')
    for (const number of [1, 2, 3]) {
      const words = 'Access to production systems is reviewed each quarter by the owner of the system.'
      y += drawRow(paper, columns, [`TS-\nGV${number}`, words, 'No exceptions noted.'], y)
    }
  })
  expect(rows.map(([reference]) => reference)).toEqual(['TS-GV1', 'TS-GV2', 'TS-GV3'])
})

test('neighbouring columns with little room between them stay two', async () => {
  const rows = await rowsOf((paper) => {
    const lines = [
      ['Control', 'Results of testing', 'Tests performed'],
      ['AC-01', 'No relevant', 'Inspected the list of'],
      ['', 'exceptions noted.', 'users and its date.'],
      ['AC-02', 'No relevant', 'Inspected the review'],
      ['', 'exceptions noted.', 'of the last quarter.'],
    ]
    const tests = 130 + paper.fontSize(10).font('Helvetica-Bold').widthOfString('Results of testing') + 4.4
    lines.forEach((cells, line) => {
      paper.font(line ? 'Helvetica' : 'Helvetica-Bold')
      const y = 100 + line * 12 + Math.floor((line + 1) / 2) * 8
      cells.forEach((cell, at) => cell && paper.text(cell, [72, 130, tests][at], y, { lineBreak: false }))
    })
  })
  expect(rows).toEqual([
    ['AC-01', 'No relevant exceptions noted.', 'Inspected the list of users and its date.'],
    ['AC-02', 'No relevant exceptions noted.', 'Inspected the review of the last quarter.'],
  ])
})

test('a short line set to both edges is one line', async () => {
  const text = await textOf((paper) => {
    const long = 'The company restricts access to production systems through roles, and reviews it.'
    paper.fontSize(11)
    const right = 72 + paper.widthOfString(long)
    for (const line of [0, 1, 2]) paper.text(long, 72, 100 + line * 14, { lineBreak: false })
    const words = ['Krone', 'Lindner', 'GmbH']
    const room = right - 72 - words.reduce((sum, word) => sum + paper.widthOfString(word), 0)
    let x = 72
    for (const word of words) {
      paper.text(word, x, 142, { lineBreak: false })
      x += paper.widthOfString(word) + room / 2
    }
  })
  expect(text).toContain('Krone Lindner GmbH')
})

test('the items of a list whose bullets are drawings stay apart', async () => {
  const items = [
    'Approving their own users. [CC6.1]',
    'Encrypting what they send out by other ways than ours. [CC6.7]',
  ]
  const text = await textOf((paper) => {
    paper
      .fontSize(11)
      .text(
        'User entities are responsible for these controls, which the company assumed in its design:',
        72,
        86,
      )
    items.forEach((item, line) =>
      paper
        .circle(84, 118 + line * 14, 1.5)
        .fill('black')
        .text(item, 94, 112 + line * 14),
    )
  })
  expect(text).toContain(items.join('\n'))
})

test('bare codes, turned bytes and signs are read as what they show', () => {
  expect(lettersOfCodes('Con\u001Cdentiality \u0015 e\u001Bective')).toBe('Confidentiality – effective')
  expect(lettersOfCodes('Sec琀椀on, Microso昀琀')).toBe('Section, Microsoft')
  expect(lettersOfCodes('\uF0FC')).toBe('✓')
  expect(lettersOfCodes('\u0088')).toBe('•')
  expect(lettersOfCodes('北京 Krone')).toBe('北京 Krone')
})

test('a font that gives only the numbers of its glyphs is read all the same', async () => {
  const numbered = (words: string) =>
    Array.from(words, (letter) => (letter.charCodeAt(0) - 29).toString(16).padStart(2, '0')).join('')
  const lines = [
    'We have examined the description of the system of Krone, Inc.',
    'throughout the period January 1, 2025 to December 31, 2025,',
    'and the design of the controls that are stated in it for security.',
  ]
  const shown = lines.map((line, at) => `1 0 0 1 72 ${700 - 14 * at} Tm <${numbered(line)}> Tj`).join('\n')
  const doc = await read(onePage(`BT /F1 11 Tf ${shown} ET`))
  expect(doc.pages[0]!.text).toBe(lines.join(' '))
  // Guessed letters cost the confidence that seen ones cost.
  expect(doc.pages[0]!.source).toBe('ocr')
})

test('a shadow over a photographed page leaves white paper and black ink', () => {
  const canvas = createCanvas(400, 200)
  const context = canvas.getContext('2d')
  for (let x = 0; x < 400; x++) {
    const light = 130 + Math.round(x / 4)
    context.fillStyle = `rgb(${light},${light},${light})`
    context.fillRect(x, 0, 1, 200)
  }
  context.fillStyle = '#282828'
  context.fillRect(43, 100, 3, 8)
  const { data } = evenLight(canvas).getContext('2d').getImageData(0, 0, 400, 200)
  const brightness = (x: number, y: number) => data[4 * (y * 400 + x) + 1]!
  expect([brightness(5, 50), brightness(200, 50), brightness(395, 150)].every((light) => light > 225)).toBe(
    true,
  )
  expect(brightness(44, 104)).toBeLessThan(110)
})
