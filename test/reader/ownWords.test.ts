import { readInCage } from '../../server/reader/reader'
import { judged } from '../support/papers/bench/judge'
import { pdfOf } from '../support/papers/cached'
import { samples } from '../support/papers/samples'

const own = samples.filter((sample) => sample.own)

test('a letter of 2014 without headings gives type, period, date, firm, categories and opinion', async () => {
  const sample = own.find(({ name }) => name === 'continental qualified in a letter')!
  const fields =
    'document reportType periodStart periodEnd reportDate serviceAuditor categories opinion'.split(' ')
  const judgements = judged((await readInCage(await pdfOf(sample))) as never, sample.expected)
  const mine = judgements.filter(({ field }) => fields.includes(field))
  expect(mine.map(({ field, outcome }) => [field, outcome])).toEqual(
    expect.arrayContaining(fields.map((field) => [field, 'right'])),
  )
})

test('about half of the papers with words of their own are kept for checking, and no two share a name', () => {
  const kept = own.filter(({ heldOut }) => heldOut)
  expect(kept.length / own.length).toBeGreaterThan(0.4)
  expect(kept.length / own.length).toBeLessThan(0.6)
  expect(new Set(samples.map(({ name }) => name)).size).toBe(samples.length)
})
