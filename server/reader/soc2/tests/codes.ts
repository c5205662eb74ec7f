import type { PageText, Table } from '../../pages'
import { sameReference } from './exceptions'
import { roleOf } from './columns'
import { startOf } from './heads'
import { classify, type Outcome } from './results'
import { outcomeOf, type TestRow } from './rows'
import { type Said, saidOn } from './said'
import { plain } from './wording'

const LONGEST_CODE = 6
const LONGEST_POINTER = 60
const LEGEND =
  /(?:^|[\s(.;,|])([A-Z]{1,4}|(?:[A-Z]\.){2,4}|[A-Z]\/[A-Z]|[✓✔✗✘○●◯*])\s*(?:=|:|-|–|means|denotes|stands for|indicates)\s*([A-Za-z][^.;=|]{2,120})/g
const NUMBERED =
  /\b(exceptions?|ex|e|deviations?|dev|d|findings?|f|observations?|notes?|n)?[\s.#-]*(?:no\.? ?)?\(?(\d{1,2})\)?(?!\s*(?:of|out|\/|%|\d))/i
const NOTE = /^(?:note|exception|deviation|finding|observation)\s*(?:no\.? ?|#)?\(?\d{1,2}\)?\s*[:.)–-]/i
const NEXT_NOTE = new RegExp(`(?<=[.!?]["')]?)\\s+(?=${NOTE.source.slice(1)})`, 'i')
const RESPONSE = /^management(?:'s|s')? (?:response|comment|reply)s?\s*[:.-]/i
const SAID = ['pass', 'exception', 'not-operated', 'not-tested', 'out-of-scope']

/** Results given as codes, which a legend explains, or as the number of an exception that is told elsewhere. */
export function explain(rows: TestRow[], pages: PageText[], tables: Table[]): void {
  const short = rows.filter((row) => isCode(row) || isPointer(row) || startsWithCode(row))
  if (!short.length) return
  const said = piecesOf(saidOn(pages))
  const legend = legendIn(said)
  for (const row of short) {
    if (!isPointer(row) && startsWithCode(row)) {
      row.outcome = legend.get(row.result.split(' ')[0]!) ?? row.outcome
      continue
    }
    const told =
      isPointer(row) || !legend.has(row.result) ? (listed(row, tables) ?? elsewhere(row, said)) : null
    if (told) {
      row.result = `${isCode(row) ? '' : `${row.result} `}${told.text}`.trim()
      row.outcome = row.outcome === 'exception' ? row.outcome : outcomeOf(row)
      row.page = told.page
    } else if (isCode(row)) row.outcome = legend.get(plain(row.result)) ?? row.outcome
  }
}

function isCode({ result }: TestRow): boolean {
  return result.length <= LONGEST_CODE && classify(result) === 'ambiguous'
}

/** "N.O. Nobody left": the code first, then a word about it. */
function startsWithCode({ result, outcome }: TestRow): boolean {
  return outcome === 'ambiguous' && /^(?:(?:[A-Z]\.){2,4}|[A-Z]{2,4}) [A-Z]/.test(result)
}

/** A list of findings names the code or the control in one cell and tells in another what was found. */
function listed(row: TestRow, tables: Table[]): { text: string; page: number } | null {
  for (const { columns, rows } of tables) {
    const roles = columns.map(roleOf)
    for (const { cells, page } of rows) {
      const texts = cells.map(plain)
      const code = texts.some((text) => text === row.result || numberAlone(text, row))
      const named = row.control !== null && texts.some((text) => sameReference(text, row.control))
      if (!(code && (isCode(row) || isPointer(row))) && !(named && isPointer(row))) continue
      const found =
        texts.find((text) => text.length > 15 && classify(text, 'Exceptions') === 'exception') ??
        texts.find((text, at) => text.length > 15 && roles[at] === 'result')
      if (found && found !== row.result && (code || !row.result.includes(found))) return { text: found, page }
    }
  }
  return null
}

/** "2" in a column of numbers for "Exception 2". */
function numberAlone(text: string, { result }: TestRow): boolean {
  return /^#?\d{1,2}\.?$/.test(text) && numberOf(result) === `e${text.replace(/\D/g, '')}`
}

/** "Exception 2", "Exception noted, see below": what was found is told in another place. */
function isPointer({ result, outcome }: TestRow): boolean {
  return outcome === 'exception' && result.length <= LONGEST_POINTER && !/\d+ (?:out )?of \d+/.test(result)
}

/** Notes close to each other run into one paragraph; what management says to a note belongs to it. */
function piecesOf(said: Said[]): Said[] {
  const pieces: Said[] = []
  for (const piece of said.flatMap((one) => one.text.split(NEXT_NOTE).map((text) => ({ ...one, text })))) {
    const last = pieces.at(-1)
    if (last && RESPONSE.test(piece.text) && NOTE.test(last.text)) last.text = `${last.text} ${piece.text}`
    else pieces.push(piece)
  }
  return pieces
}

function legendIn(said: Said[]): Map<string, Outcome> {
  const legend = new Map<string, Outcome>()
  for (const { text } of said) {
    for (const [, code, meaning] of text.matchAll(LEGEND)) {
      const outcome = classify(meaning!)
      if (SAID.includes(outcome) && !legend.has(code!)) legend.set(code!, outcome)
    }
  }
  return legend
}

function elsewhere(row: TestRow, said: Said[]): { text: string; page: number } | null {
  const number = numberOf(row.result)
  for (const one of said) {
    if (row.result.includes(one.text)) continue
    const own = definition(one.text, number, row)
    if (own && !row.result.includes(own)) return { text: own, page: one.page }
  }
  return null
}

function definition(text: string, number: string | null, row: TestRow): string | null {
  const match = number ? NUMBERED.exec(text.slice(0, 24)) : null
  if (match && match.index === 0 && keyOf(match) === number) {
    const rest = withoutReference(text.slice(match[0].length).replace(/^[\s:.)–-]+/, ''))
    return rest.length > 15 && classify(rest, 'Exceptions') !== 'pass' ? rest : null
  }
  const start = row.control ? startOf(text) : null
  const named = start?.ref === row.control && text.length < 1200 && start
  return named && classify(named.rest) === 'exception' && named.rest.length > row.result.length
    ? named.rest
    : null
}

function withoutReference(text: string): string {
  return startOf(text)?.rest ?? text
}

function numberOf(text: string): string | null {
  const match = NUMBERED.exec(text)
  return match && !isCount(text, match) ? keyOf(match) : null
}

/** "2 deviations" counts them; "Deviation 2" names one. */
function isCount(text: string, match: RegExpExecArray): boolean {
  return !match[1] && /^\)? +[a-z]/.test(text.slice(match.index + match[0].length))
}

/** "E1", "Exception 1" and "Ex. #1" are the same. */
function keyOf([, word, number]: RegExpExecArray): string {
  return `${(word ?? '').slice(0, 1).toLowerCase()}${number}`
}
