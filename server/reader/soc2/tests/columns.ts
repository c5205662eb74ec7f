import { isCriterion } from '../criteria'
import { isWhole, untorn } from './references'
import { classify } from './results'
import { plain } from './wording'
import { remembered } from '../../remembered'

export type Role = 'criteria' | 'ref' | 'control' | 'test' | 'result' | 'response' | 'other'

export interface Layout {
  roles: Role[]
  headings: string[]
}

const REFERENCE =
  /^(?:control )?#?\(?[A-Z]{0,6}[-_. ]{0,2}(?:[A-Z]{1,5}[-_.])?\d{1,4}(?:[.\-_][A-Z]?\d{1,4}){0,4}[a-z]?\)?[.:]?$/i
/** A series of criteria, over the table of its controls. */
const SERIES = /^CC[1-9]$/
const SERIES_HEADING = /^(?:cc[1-9]|a1|c1|pi1|p[1-8])(?:\.0)?$/
const RESPONSE =
  /\bresponses?\b|\bmanagement'?s? (?:comments?|actions?|repl)|\b(?:comments?|reply|reaction|answer|explanation) (?:of|by|from) (?!(?:the |our )?(?:service )?auditors?)|\bremediation|\bcorrective action/
const RESULT =
  /\bresults?\b|\bexceptions?\b|\bdeviations?\b|\bconclusions?\b|\bfindings?\b|\boutcome|^(?:operating )?effective(?:ness|ly)?\??$|\bpass ?\/ ?fail|^status$|^opinion$/
const TEST =
  /\btests?\b|\btesting\b|\bprocedures? (?:performed|applied)|\bauditor'?s? (?:procedures?|evaluation)|\bhow tested|\baudit procedures?/
const REF =
  /^(?:control |ctrl |ctl )?(?:#|no\b|nos\b|number|ref\b|refs\b|reference|id\b|ids\b|identifier|code)|^(?:control|activity) ?(?:#|no\b|id\b|ref)|^ref\b|^#$/
const CRITERIA =
  /^(?:applicable |related |relevant |mapped )?(?:trust services? )?(?:criteri(?:a|on)|tsc|tsp|cc\b|principle|common criteria|category)|\btrust services criteri|\btsc\b|\bcriteri(?:a|on)(?: (?:ref|#|no|number|id)\w*)?$/
const TEST_STEP =
  /^(?:\(?[\da-z][.)] )?(?:for (?:a|the|each|one|\d+) |inspected|inquired|observed|re-?performed|examined|selected|obtained|per inquiry|reviewed|corroborated|interviewed|inquiry|inspection|observation)/i
const CONTROL = /\bcontrols?\b|\bactivit(?:y|ies)\b|\bdescription\b/

export const roleOf = remembered((heading): Role => {
  const text = plain(heading).toLowerCase()
  if (text.length > 160 || !text) return 'other'
  if (RESPONSE.test(text) && !/\btests? results?\b|\bresults?\b/.test(text)) return 'response'
  if (RESULT.test(text)) return 'result'
  if (TEST.test(text)) return 'test'
  if (REF.test(text)) return 'ref'
  if ((CRITERIA.test(text) && !/^controls? /.test(text)) || SERIES_HEADING.test(text)) return 'criteria'
  return CONTROL.test(text) ? 'control' : 'other'
})

/** A row of headings: at least two cells that name different columns, and none that reads like contents. */
export function isHeadingRow(cells: string[]): boolean {
  const filled = cells.map(plain).filter(Boolean)
  if (filled.length < 2 || filled.some((cell) => cell.length > 140)) return false
  const roles = filled.map(roleOf).filter((role) => role !== 'other')
  const different = new Set(roles).size
  const named = roles.length >= filled.length - 1 || (different >= 3 && roles.length >= filled.length * 0.6)
  const own = different >= 3 ? filled.filter((cell) => !SERIES_HEADING.test(cell.toLowerCase())) : filled
  return different >= 2 && named && !own.some(isContents)
}

/** The part each column plays, from its heading and, where that says little, from what stands under it. */
export function layoutOf(headings: string[], body: string[][]): Layout {
  const roles = headings.map(roleOf)
  keepOne(roles, headings)
  const columns = headings.map((_, at) => body.map((row) => plain(row[at] ?? '')).filter(Boolean))
  columns.forEach((cells, at) => {
    if (roles[at] === 'control' && mostly(cells, isReference)) roles[at] = 'ref'
    if (roles[at] === 'ref' && cells.length > 1 && mostly(cells, isCriterion)) roles[at] = 'criteria'
    if (roles[at] === 'ref' && mostly(cells, (cell) => cell.length > 45)) roles[at] = 'control'
    if (
      roles[at] === 'result' &&
      cells.length > 2 &&
      !mostly(cells, (cell) => isOutcome(cell, headings[at]!) || isCode(cell, cells), 0.3)
    )
      roles[at] = 'other'
  })
  keepOneReference(roles, headings)
  if (!roles.includes('result') && columns.length > 2) guessResult(roles, columns)
  if (roles.includes('result')) guessOthers(roles, columns)
  return { roles, headings }
}

export const isReference = remembered(
  (text) =>
    text.length <= 28 && !SERIES.test(text) && (REFERENCE.test(plain(text)) || isWhole(untorn(plain(text)))),
)

/** The same column of text runs on where a page begins without headings. */
export function fitsLayout(layout: Layout, body: string[][]): boolean {
  const at = layout.roles.indexOf('result')
  const cells = body.map((row) => row[at] ?? '').filter((cell) => cell.trim())
  return cells.length > 0 && cells.some((cell) => isOutcome(cell, layout.headings[at] ?? ''))
}

function isContents(cell: string): boolean {
  if (/^(?:exceptions?|deviations?|findings?)(?: (?:noted|identified|found))?$/i.test(cell)) return false
  return (
    isReference(cell) || isCriterion(cell) || (/[.!?]$/.test(cell) && cell.length > 40) || isOutcome(cell, '')
  )
}

function isOutcome(cell: string, heading: string): boolean {
  return ['pass', 'exception', 'not-operated', 'not-tested', 'out-of-scope'].includes(classify(cell, heading))
}

/** A few letters that come again and again, which a legend explains. */
function isCode(cell: string, cells: string[]): boolean {
  return /^[A-Z✓●○./-]{1,5}\d?$/.test(cell) && cells.filter((one) => one === cell).length > 2
}

/** "Tests of controls and results" beside "Results": only the one that names nothing else is the result. */
function keepOne(roles: Role[], headings: string[]): void {
  const results = roles.flatMap((role, at) => (role === 'result' ? [at] : []))
  if (results.length < 2) return
  const pure = results.filter(
    (at) =>
      !TEST.test(
        headings[at]!.toLowerCase().replace(/results? of (?:the )?(?:tests?|testing)|tests? results?/g, ''),
      ),
  )
  const kept = pure.at(-1) ?? results.at(-1)
  for (const at of results)
    if (at !== kept) roles[at] = TEST.test(headings[at]!.toLowerCase()) ? 'test' : 'other'
}

/** "No." beside "Control": a running number of the list is not the control's. */
function keepOneReference(roles: Role[], headings: string[]): void {
  const refs = roles.flatMap((role, at) => (role === 'ref' ? [at] : []))
  const named = refs.filter((at) => /\bcontrol|\bactivity/i.test(headings[at]!))
  if (refs.length < 2 || named.length !== 1) return
  for (const at of refs) if (at !== named[0]) roles[at] = 'other'
}

function guessResult(roles: Role[], columns: string[][]): void {
  const fits = (at: number) => columns[at]!.length > 1 && mostly(columns[at]!, (cell) => isOutcome(cell, ''))
  const at = roles.findLastIndex((role, n) => (role === 'other' || role === 'response') && fits(n))
  if (at >= 0) roles[at] = 'result'
}

/** Without headings the contents tell: references, criteria, steps of a test, and the longest text is the control. */
function guessOthers(roles: Role[], columns: string[][]): void {
  const guess = (role: Role, fits: (cells: string[]) => boolean) => {
    const at = roles.includes(role)
      ? -1
      : columns.findIndex((cells, n) => roles[n] === 'other' && cells.length > 0 && fits(cells))
    if (at >= 0) roles[at] = role
  }
  guess('criteria', (cells) => mostly(cells, (cell) => isCriterion(cell.slice(0, 5).trim())))
  guess('ref', (cells) => mostly(cells, isReference) && !mostly(cells, isCriterion))
  guess('test', (cells) => mostly(cells, (cell) => TEST_STEP.test(cell), 0.5))
  guess('control', (cells) => mostly(cells, (cell) => cell.length > 30))
}

function mostly(cells: string[], test: (cell: string) => boolean, share = 0.6): boolean {
  return cells.length > 0 && cells.filter(test).length >= cells.length * share
}
