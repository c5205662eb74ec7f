import type { Reading, TestException } from '../../../../server/reader/reading'
import type { Sample } from '../sample'
import { isSameException, type Judgement } from './judge'

const HIGH = 0.85

/** Percent right, silent and wrong for each field, with the mistakes made at high confidence. */
export function fieldTable(judgements: Judgement[], naive: Judgement[]): string {
  const fields = [...new Set(judgements.map(({ field }) => field))]
  const head = row('field', 'papers', 'right', 'silent', 'wrong', 'wrong ≥0.85', 'naive right')
  return [head, ...[...fields, 'all'].map((field) => fieldRow(field, judgements, naive))].join('\n')
}

function fieldRow(field: string, judgements: Judgement[], naive: Judgement[]): string {
  const mine = judgements.filter((one) => field === 'all' || one.field === field)
  const count = (outcomes: string[], from = mine) =>
    from.filter(({ outcome }) => outcomes.includes(outcome)).length
  const high = mine.filter((one) => isWrong(one) && one.confidence >= HIGH).length
  const theirs = naive.filter((one) => field === 'all' || one.field === field)
  return row(
    field,
    String(mine.length),
    percent(count(['right']), mine.length),
    percent(count(['silent']), mine.length),
    percent(count(['wrong', 'invented']), mine.length),
    String(high),
    theirs.length ? percent(count(['right'], theirs), theirs.length) : '',
  )
}

/** What is silent, wrong, and wrong at high confidence in each house, and which fields. */
export function houseTable(results: { sample: Sample; judgements: Judgement[] }[]): string {
  const head = row('house', 'papers', 'values', 'silent', 'wrong', 'wrong ≥0.85')
  const houses = [...new Set(results.map(({ sample }) => sample.house))]
  return [head, ...houses.map((house) => houseLines(house, results))].join('\n')
}

function houseLines(house: string, results: { sample: Sample; judgements: Judgement[] }[]): string {
  const mine = results.filter(({ sample }) => sample.house === house)
  const all = mine.flatMap(({ judgements }) => judgements)
  const silent = all.filter(({ outcome }) => outcome === 'silent')
  const wrong = all.filter(isWrong)
  const high = wrong.filter(({ confidence }) => confidence >= HIGH)
  const counts = [mine, all, silent, wrong, high].map(({ length }) => String(length))
  return [
    row(`${house}${mine[0]!.sample.heldOut ? ' (held out)' : ''}`, ...counts),
    `  silent: ${byField(silent)}`,
    `  wrong: ${byField(wrong)}`,
    `  wrong at high confidence: ${byField(high)}`,
  ].join('\n')
}

function byField(judgements: Judgement[]): string {
  const fields = [...new Set(judgements.map(({ field }) => field))]
  const counted = fields.map((field) => `${field} ${judgements.filter((one) => one.field === field).length}`)
  return counted.join(', ') || 'none'
}

export function isWrong({ outcome }: Judgement): boolean {
  return outcome === 'wrong' || outcome === 'invented'
}

/** How often values of each band of confidence are right. */
export function calibrationTable(judgements: Judgement[]): string {
  const bands: [number, number][] = [
    [0, 0.6],
    [0.6, 0.85],
    [0.85, 0.9],
    [0.9, 0.95],
    [0.95, 1.01],
  ]
  const given = judgements.filter(
    ({ outcome, field, given }) => outcome !== 'silent' && field !== 'provisions' && given !== null,
  )
  const lines = bands.map(([low, high]) => {
    const inside = given.filter(({ confidence }) => confidence >= low && confidence < high)
    return row(
      `${low.toFixed(2)} to ${Math.min(high, 1).toFixed(2)}`,
      String(inside.length),
      percent(inside.filter((one) => !isWrong(one)).length, inside.length),
    )
  })
  return [row('confidence', 'values', 'right'), ...lines].join('\n')
}

export interface ExceptionCounts {
  found: number
  given: number
  expected: number
  numbers: number
  answered: number
}

type ExpectedException = { control: string; tested: number | null; failed: number | null; answered: boolean }

export function countExceptions(reading: Partial<Reading>, expected: unknown): ExceptionCounts {
  const given = reading.exceptions?.value ?? []
  const wanted = (expected ?? []) as ExpectedException[]
  const pairs = wanted.flatMap((one) => {
    const match = given.find((other) => isSameException(other, one))
    return match ? [{ one, match }] : []
  })
  return {
    found: pairs.length,
    given: given.length,
    expected: wanted.length,
    numbers: pairs.filter(({ one, match }) => sameNumbers(one, match)).length,
    answered: pairs.filter(({ one, match }) => one.answered === (match.response !== null)).length,
  }
}

function sameNumbers(one: ExpectedException, match: TestException): boolean {
  return one.tested === match.tested && one.failed === match.failed
}

export function exceptionLine(all: ExceptionCounts[]): string {
  const sum = (key: keyof ExceptionCounts) => all.reduce((total, counts) => total + counts[key], 0)
  const [found, given, expected] = [sum('found'), sum('given'), sum('expected')]
  return `exceptions: precision ${percent(found, given)}, recall ${percent(found, expected)}, numbers right ${percent(sum('numbers'), found)}, responses right ${percent(sum('answered'), found)} (${expected} exceptions)`
}

function percent(part: number, whole: number): string {
  return whole === 0 ? '–' : `${((100 * part) / whole).toFixed(1)} %`
}

function row(...cells: string[]): string {
  return cells.map((cell, index) => (index === 0 ? cell.padEnd(26) : cell.padStart(12))).join('')
}
