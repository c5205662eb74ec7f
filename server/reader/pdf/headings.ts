import { plainText } from './plain'
import { textOf } from './marks'
import type { Segment } from './marks'
import type { Baseline } from './segments'

const HEADING_WORDS = new RegExp(
  String.raw`^(?:the |our |applicable |relevant |related |trust services? |complementary |key |common |service |user |entity |` +
    String.raw`sub-?service |auditor'?s? |management'?s? |description of |summary of |details? of |type of |nature of |list of )*` +
    String.raw`(?:criteri(?:a|on)|controls?|ref(?:erence)?s?\b|id\b|no\b|number|#|tsc\b|tsp\b|cc\b|points? of focus|tests?\b|testing|results?|` +
    String.raw`exceptions?|deviations?|conclusions?|management|responses?|provisions?|organi[sz]ations?|vendors?|` +
    String.raw`activit(?:y|ies)|cuecs?|csocs?|responsibilit(?:y|ies)|requirements?|safeguards?|citations?|categor(?:y|ies)|` +
    String.raw`services?|descriptions?|procedures?|objectives?|findings?|status|standards?|sections?|area|method|` +
    String.raw`evidence|population|samples?|owner|frequency|date|name|role|risk|location|product|software|component|page|` +
    String.raw`system|tool|function|purpose|principles?|terms?|items?|severity|remediation|action|corrective|observations?|` +
    String.raw`opinion|outcome|hitrust|hipaa|regulation|commitments?|expected|carved?|inclusive|tested)(?![a-z-])`,
  'i',
)

// Each row is asked about once for itself and again for those above it.
const known = new WeakMap<Baseline, boolean>()

/** A row of short cells of which at least two read like the headings of a table. */
export function isHeadingRow(row: Baseline): boolean {
  const answer = known.get(row) ?? readsLikeHeadings(row)
  known.set(row, answer)
  return answer
}

function readsLikeHeadings(row: Baseline): boolean {
  if (row.length < 2 || !row.every(isShort)) return false
  const matching = row.filter((segment) => isHeadingCell(segment))
  return matching.length >= 2 && matching.length >= row.length / 2
}

/** Lines of two columns of prose may read like headings, but have more of the same right above. */
export function isHeadingAt(rows: Baseline[], at: number): boolean {
  const row = rows[at]!
  if (!isHeadingRow(row)) return false
  const above = rows[at - 1]
  if (!above || above.length < 2 || row.every((segment) => segment.bold)) return true
  return (
    row[0]!.base - above[0]!.base > 1.7 * row[0]!.size || above.every((segment) => isHeadingCell(segment))
  )
}

/** Of a heading with centred cells the first line may hold one cell only. */
export function headingIsNear(rows: Baseline[], at: number): boolean {
  return [1, 2].some((step) => {
    const row = rows[at + step]
    return (
      row !== undefined &&
      isHeadingAt(rows, at + step) &&
      row[0]!.base - rows[at]![0]!.base < 1.5 * row[0]!.size
    )
  })
}

export function isHeadingCell(segment: Segment): boolean {
  const text = plainText(textOf(segment))
  return /^[\p{Lu}#(]/u.test(text) && HEADING_WORDS.test(text) && isShort(segment)
}

function isShort(segment: Segment): boolean {
  if (segment.text.length > 61) return false
  const text = textOf(segment).replace(/^(No|Ref|Ctrl|Req)\.$/, '$1')
  return text.length <= 60 && text.split(' ').length <= 8 && !/[.;,:]$|[.;] |\.{3}|\d{3}/.test(text)
}

const REFERENCE = /^(?=[^\s,;:)]*\d|[A-Z]+ [A-Z]*\d)[A-Z][A-Z0-9]*(?:[-._ ][A-Z0-9]*)*[.]?(?=[\s,;:]|$)/
const RUNNING_NUMBER = /^\(?\d{1,3}(?:\.\d{1,3}){0,3}[.)]?$/

/** Control references, criteria, running numbers. */
export function looksLikeId(text: string): boolean {
  return text.length <= 40 && (REFERENCE.test(text) || RUNNING_NUMBER.test(text))
}
