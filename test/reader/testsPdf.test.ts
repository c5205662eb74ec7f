import type { Browser } from 'playwright-core'
import { openBrowser, printed, readFrom, scoreOf } from './support/testsHarness'
import { HEADS, html, type Look, makeControls, pdfkit } from './support/testsPapers'

jest.setTimeout(120_000)

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

const heads = (at: number) =>
  Object.fromEntries(Object.entries(HEADS).map(([role, names]) => [role, names[at % names.length]!]))
const all = ['criteria', 'ref', 'control', 'test', 'result']
const most = ['ref', 'control', 'test', 'result']

const printedLooks: [string, Look][] = [
  ['a ruled portrait table', { columns: all, ruled: 'all' }],
  [
    'a landscape table with criteria over several rows',
    { columns: all, landscape: true, ruled: 'all', group: 'rowspan' },
  ],
  ['a table per criterion without rules', { columns: most, ruled: 'none', group: 'heading', font: 'serif' }],
  [
    'rows over pages under headings that stand only once',
    { columns: most, ruled: 'rows', repeatHead: false, breakRows: true, responses: 'prose' },
  ],
  ['responses in a table of their own', { columns: all, ruled: 'all', landscape: true, responses: 'table' }],
  [
    'responses in a column',
    { columns: [...most, 'response'], ruled: 'all', landscape: true, responses: 'column' },
  ],
  ['blocks', { columns: most, form: 'blocks', responses: 'inline', font: 'serif' }],
  ['forms, one for each control', { columns: most, form: 'labelled' }],
  ['a list', { columns: most, form: 'list' }],
]

test.each(printedLooks)('printed by a browser: %s', async (name, look) => {
  const told = makeControls(name.length, 44, name.length % 2 ? 'letters' : 'threePart')
  const { answer } = await readFrom(await printed(browser, html(told, look, heads(name.length))))
  expectAll(told, answer, (look.responses ?? 'none') !== 'none')
})

const drawnLooks: [string, Look][] = [
  ['ruled, rows over pages', { columns: all, ruled: 'all', breakRows: true }],
  ['lines below rows, landscape', { columns: most, ruled: 'rows', landscape: true }],
  ['no rules, headings once', { columns: all, ruled: 'none', repeatHead: false, landscape: true }],
]

test.each(drawnLooks)('drawn cell by cell: %s', async (name, look) => {
  const told = makeControls(name.length, 60, 'dotted')
  const { answer } = await readFrom(new Uint8Array(await pdfkit(told, look, heads(name.length))))
  expectAll(told, answer, false)
})

function expectAll(
  told: Parameters<typeof scoreOf>[0],
  answer: Parameters<typeof scoreOf>[1],
  responses: boolean,
) {
  const score = scoreOf(told, answer, responses)
  expect(score.expected).toBeGreaterThan(0)
  expect(score).toMatchObject({ found: score.expected, invented: [], missed: [], unanswered: [] })
  expect(score.controls[1]).toBe(told.length)
  expect(answer.exceptions.evidence).toHaveLength(score.expected)
}
