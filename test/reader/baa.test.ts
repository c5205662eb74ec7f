import { type Block, heading, page, type Paper, plainLook, text } from '../../scripts/papers/paper'
import { typeset } from '../../scripts/papers/typeset'
import { type BaaReading, readBaa } from '../../server/reader/baa/baa'
import { provisionTable } from '../../server/reader/baa/provisionTable'
import { findQuote } from '../../server/reader/quotes'
import { isFailure, readPagesInCage } from '../../server/reader/reader'
import type { Doc } from '../../server/reader/pages'
import type { Evidence, Field } from '../../server/reader/reading'
import { type AgreementText, agreements } from './baaTexts'

const results = { p: 'present', w: 'weak', m: 'missing', n: 'needs-a-person' }

describe.each(agreements)('$name', (agreement) => {
  let doc: Doc
  let reading: BaaReading
  beforeAll(async () => {
    doc = await docOf(agreement)
    reading = readBaa(doc)
  })

  test('each provision is judged as a careful reader would', () => {
    const wanted = Object.entries(agreement.provisions).map(([id, letter]) => [id, results[letter]])
    const given = wanted.map(([id]) => [id, reading.provisions[id!]!.result])
    expect(Object.fromEntries(given)).toEqual(Object.fromEntries(wanted))
  })

  test('the terms are read, or left open', () => {
    const wanted = agreement.terms ?? {}
    const given = Object.keys(wanted).map((name) => [name, fieldOf(reading, name).value])
    expect(Object.fromEntries(given)).toEqual(wanted)
  })

  test('every answer is quoted from its page', () => {
    for (const evidence of evidenceOf(reading)) {
      expect(findQuote(doc.pages[evidence.page - 1]!, evidence.quote)).not.toBeNull()
    }
  })
})

test('every entry of the table has an answer', async () => {
  const reading = readBaa(await docOf(agreements[0]!))
  expect(Object.keys(reading.provisions).sort()).toEqual(provisionTable.map(({ id }) => id))
})

test('a provision is missing once its paragraph is taken out', async () => {
  const [whole] = agreements
  const found = [
    ['B04', '(a) Not use'],
    ['B06', '(b) Use'],
    ['B08', '(c) Report'],
    ['B10', '(d) Ensure'],
    ['B12', '(e) Make'],
    ['B13', '(f) Make'],
    ['B14', '(g) Maintain'],
    ['B15', '(h) To the extent'],
    ['B16', '(i) Make'],
    ['B18', '(b) Termination for Cause'],
    ['B17', '(c) Obligations Upon'],
  ]
  const doc = await docOf(whole!)
  for (const [id, start] of found) {
    const { provisions } = readBaa(withoutParagraph(doc, start!))
    expect([id, provisions[id!]!.result]).toEqual([id, 'missing'])
  }
})

async function docOf(agreement: AgreementText): Promise<Doc> {
  const doc = await readPagesInCage(await typeset(paperOf(agreement)))
  if (isFailure(doc)) throw new Error(doc.error.message)
  return doc
}

function withoutParagraph(doc: Doc, start: string): Doc {
  const pages = doc.pages.map(({ places, text: words, ...rest }) => {
    void places
    return {
      ...rest,
      text: words
        .split('\n')
        .filter((line) => !line.startsWith(start))
        .join('\n'),
    }
  })
  return { ...doc, pages }
}

function fieldOf({ baa }: BaaReading, name: string): Field<unknown> {
  return baa[name as keyof typeof baa]!
}

function evidenceOf({ provisions, baa, warnings }: BaaReading): Evidence[] {
  return [...Object.values(provisions), ...Object.values(baa), ...warnings].flatMap(
    ({ evidence }) => evidence,
  )
}

function paperOf({ text: lines }: AgreementText): Paper {
  const blocks: Block[] = []
  const sides = lines.filter((line) => line.startsWith('> ')).map(sideOf)
  let placed = false
  for (const line of lines) {
    if (line === '') blocks.push(page)
    else if (line.startsWith('# ')) blocks.push(heading(2, line.slice(2)))
    else if (!line.startsWith('> ')) blocks.push(text(line))
    else if (!placed) placed = blocks.push({ is: 'signatures', sides }) > 0
  }
  return { title: 'Agreement', look: plainLook, header: '', footer: '', firstNumbered: 1, blocks }
}

function sideOf(line: string) {
  const [party, ...entries] = line.slice(2).split(' | ')
  return { party: party!, lines: entries.map((entry) => ({ label: '', value: entry })) }
}
