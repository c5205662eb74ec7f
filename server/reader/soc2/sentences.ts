import { within, type Span, textOf } from '../outline/flow'

const ABBREVIATION =
  /(?:\b(?:Inc|Corp|Co|Ltd|Pvt|Pte|Pty|L\.L\.C|P\.C|P\.A|S\.A|B\.V|N\.V|A\.G|U\.S|U\.K|No|Nos|Mr|Ms|Mrs|Dr|St|vs|e\.g|i\.e|etc|cf|al|approx|Sec|Art|Fig|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)|\b[A-Z]|\bd\/b\/a)\.$/i
const LIST_MARK = /(?:^|\s)\(?(?:[a-z]|[ivx]{1,4}|\d{1,2})\.$/i

/** Sentences of a span, in order. A heading in a line of its own is a sentence of its own. */
export function sentencesOf(span: Span): Span[] {
  const text = textOf(span)
  const sentences: Span[] = []
  const ends = /[.!?]["')\]]*(?=\s)|\n/g
  let start = 0
  for (let match = ends.exec(text); match; match = ends.exec(text)) {
    const end = match.index + match[0].length
    if (!isEnd(text, start, match.index, end)) continue
    if (text.slice(start, end).trim() !== '') sentences.push(within(span, start, end))
    start = end
  }
  if (text.slice(start).trim() !== '') sentences.push(within(span, start, text.length))
  return sentences
}

function isEnd(text: string, start: number, mark: number, end: number): boolean {
  const before = text.slice(Math.max(start, mark - 20), mark + 1)
  const after = text.slice(end, end + 3).trimStart()
  if (text[mark] === '\n') return endsLine(text.slice(start, mark), after)
  if (ABBREVIATION.test(before)) return endsName(text, start, mark, end)
  return !LIST_MARK.test(before) && /^(?:["'“([•A-Z0-9]|[a-z][A-Z])/.test(after)
}

/** "… and Snowpeak Email Ltd. The description …": a name's dot that also ends the sentence. */
function endsName(text: string, start: number, mark: number, end: number): boolean {
  const company = /\b(?:Inc|Corp|Ltd|P\.C|B\.V|N\.V|etc)\.$/i.test(
    text.slice(Math.max(start, mark - 8), mark + 1),
  )
  return (
    company &&
    /^\s+(?:The|Our|We|This|These|In|It|As|Management|Complementary|Subservice)\b/.test(
      text.slice(end, end + 20),
    )
  )
}

function endsLine(line: string, after: string): boolean {
  return (
    /[.!?:;]["')\]]*\s*$/.test(line) ||
    (line.trim().length < 90 && /^["“([•A-Z]/.test(after) && !/[,–-]\s*$/.test(line))
  )
}
