const MARK = /(?:[:;,.] (?:and |or )?|\b(?:for|to|following|and|or) )\((\d{1,2}|[a-z]|[ivx]{1,4})\) /gi
const LEAD =
  /^(.*?\b(?:responsible for|(?:responsible|required|expected|obligated|have|has|need|needs|are|is) to|should|must|shall))(?: the following:?|:)?\s+(.+)$/is
const CLAUSE = /^(?:[a-z]+ing\b|(?:for|to) [a-z])/
const FEWEST = 3

export interface Clauses {
  /** The words before the first clause, which stand for each of them. */
  lead: string
  clauses: string[]
  /** Each clause has a letter or number of its own. */
  marked: boolean
}

/** Several duties in one sentence, told apart by marks in brackets or by semicolons. */
export function clausesOf(sentence: string): Clauses | null {
  return markedClauses(sentence) ?? listedClauses(sentence)
}

/** A list begins in the middle of a line, so that marks at the starts of lines are only some of its marks. */
export function beginsInLine(text: string): boolean {
  return /\S (?:\(1\)|\(a\)|\(i\)) .*[;,] (?:and |or )?(?:\(2\)|\(b\)|\(ii\)) /i.test(text)
}

function markedClauses(sentence: string): Clauses | null {
  const marks = [...sentence.matchAll(MARK)]
  if (marks.length < 2 || !/^(?:1|a|i)$/i.test(marks[0]![1]!)) return null
  const clauses = marks.map((mark, at) =>
    ended(sentence.slice(mark.index + mark[0].length, marks[at + 1]?.index ?? sentence.length)),
  )
  const before = sentence.slice(0, marks[0]!.index + marks[0]![0].indexOf('('))
  return { lead: before.replace(/(?: the following)?:?\s*$/i, '').trim(), clauses, marked: true }
}

function listedClauses(sentence: string): Clauses | null {
  const [, lead = '', rest = ''] = LEAD.exec(sentence) ?? []
  const parts = rest.split(/;\s+(?:(?:and|or)\s+)?/).filter(Boolean)
  if (parts.length < FEWEST || !parts.slice(1).every((part) => CLAUSE.test(part))) return null
  return { lead, clauses: parts.map((part) => ended(part.replace(/^(?:for|to) /, ''))), marked: false }
}

function ended(clause: string): string {
  return clause.trim().replace(/[;,.]?(?:\s+(?:and|or))?[;,.]?$/, '')
}
