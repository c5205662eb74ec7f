import { readBaa } from '../../server/reader/baa/baa'
import { recognise } from '../../server/reader/kinds/kinds'
import { makeOutline } from '../../server/reader/outline'
import type { Doc, PageText } from '../../server/reader/pages'
import { forms } from './baaForms'
import { absent, agreementAround, present, terms, weak } from './baaWordings'

const cases = (list: Record<string, string[]>) =>
  Object.entries(list).flatMap(([id, clauses]) => clauses.map((clause) => [id, clause] as const))

test.each(cases(present))('%s is present in: %s', (id, clause) => {
  const { provisions } = readBaa(docOf(agreementAround(clause)))
  expect(provisions[id]).toMatchObject({ result: 'present' })
  expect(provisions[id]!.evidence.length).toBeGreaterThan(0)
})

test.each(cases(weak))('%s is weak in: %s', (id, clause) => {
  expect(readBaa(docOf(agreementAround(clause))).provisions[id]).toMatchObject({ result: 'weak' })
})

test.each(cases(absent))('%s is not found in: %s', (id, clause) => {
  expect(readBaa(docOf(agreementAround(clause))).provisions[id]!.result).not.toBe('present')
})

test.each(terms)('the terms of: $clause', ({ clause, wanted }) => {
  const { baa } = readBaa(docOf(agreementAround(clause)))
  const given = Object.keys(wanted).map((name) => [name, baa[name as keyof typeof baa]?.value])
  expect(Object.fromEntries(given)).toEqual(wanted)
})

test.each(forms)('$name', ({ kind, missing, paragraphs }) => {
  const doc = docOf(paragraphs)
  expect(recognise(doc, makeOutline(doc)).document.value).toBe(kind)
  if (kind !== 'baa') return
  const { provisions } = readBaa(doc)
  const left = Object.keys(provisions).filter((id) => provisions[id]!.result === 'missing')
  expect(left.join(' ')).toBe(missing)
})

function docOf(paragraphs: string[]): Doc {
  const page: PageText = {
    number: 1,
    width: 612,
    height: 792,
    source: 'text',
    lines: [],
    text: paragraphs.join('\n').replaceAll('’', "'").replace(/[“”]/g, '"'),
    stray: [],
    printed: null,
    certainty: 1,
    readable: true,
  }
  return { pages: [page], tables: [], bookmarks: [] }
}
