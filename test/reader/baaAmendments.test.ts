import { readBaa } from '../../server/reader/baa/baa'
import type { Doc, Line } from '../../server/reader/pages'

const parties =
  'between Alder Pediatrics, P.C. (“Covered Entity”) and Fernhill Billing, LLC (“Business Associate”)'
const signed = [
  'Alder Pediatrics, P.C. /s/ R. Ames March 3, 2026',
  'Fernhill Billing, LLC /s/ T. Birk March 3, 2026',
]

describe('a paper that changes another agreement says so', () => {
  test.each([
    ['First Amendment to the Business Associate Agreement', true],
    ['Amendment No. 2 to HIPAA Business Associate Agreement', true],
    ['Amendment to the BAA', true],
    ['Business Associate Agreement Amendment', true],
    ['HIPAA Rider to the Business Associate Agreement dated March 1, 2021', true],
    ['Amended and Restated Business Associate Agreement', false],
    ['Business Associate Agreement', false],
    ['Business Associate Addendum to the Master Services Agreement', false],
    ['HIPAA Addendum', false],
  ])('%s: %s', (title, expected) => {
    const { warnings } = readBaa(
      docOf([title, `This paper is made effective March 1, 2026 ${parties}.`, ...signed]),
    )
    expect(warnings.some(({ code }) => code === 'baa-amends')).toBe(expected)
  })

  test('an obligation to amend records in an agreement makes it no amendment', () => {
    const { warnings } = readBaa(
      docOf([
        'Business Associate Agreement',
        `This Agreement is made effective March 1, 2026 ${parties}.`,
        'Business Associate shall incorporate amendments under 45 CFR 164.526.',
        ...signed,
      ]),
    )
    expect(warnings.map(({ code }) => code)).not.toContain('baa-amends')
  })
})

function docOf(texts: string[]): Doc {
  const lines = texts.map((text, index): Line => {
    const box = { x: 72, y: 80 + index * 16, width: text.length * 5, height: 11 }
    return { ...box, text, words: [{ ...box, text }], size: 11, bold: false, running: false } as Line
  })
  const page = { number: 1, width: 612, height: 792, source: 'text' as const, lines, text: texts.join('\n') }
  return {
    pages: [{ ...page, stray: [], printed: null, certainty: 1, readable: true }],
    tables: [],
    bookmarks: [],
  }
}
