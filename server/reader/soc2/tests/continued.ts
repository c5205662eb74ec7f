import type { Layout } from './columns'
import { headOf, isContinued, withoutContinued } from './heads'
import { classify } from './results'
import { ownCriteria, type TestRow, textOf } from './rows'
import { plain } from './wording'

/** In the middle of a sentence, and not the first point of a list. */
const GOES_ON = /^(?!\(?[a-z]{1,2}[.)] )[a-z,;(]/

/** A row whose cells run on from the row above: over a page break, or set apart without a reference of its own. */
export function belongsToLast(last: TestRow, cells: string[], layout: Layout, page: number): boolean {
  const ref = plain(textOf(cells, layout, 'ref'))
  const activity = textOf(cells, layout, 'control')
  const test = textOf(cells, layout, 'test')
  const result = textOf(cells, layout, 'result')
  if (isContinued(ref) && (!last.control || withoutContinued(ref).startsWith(last.control))) return true
  const filled = cells.filter(Boolean)
  if (filled.length === 1 && isDetailAlone(filled[0]!)) return true
  if (ref && (ref !== last.control || (result && last.result))) return false
  if (isDetail(result) || isDetail(activity) || isDetail(test)) return true
  if (!activity) return !last.result || !test || !result || isUnfinished(last, test, result, page)
  if (ref || ownCriteria(cells, layout) || headOf('', '', activity, true).control) return false
  if (!last.result && !result) return true
  return page > last.lastPage
    ? isOpen(last, activity, result)
    : GOES_ON.test(activity) && !/^[A-Z]/.test(result)
}

/** What says nothing by itself ends what was said above. */
function isUnfinished(last: TestRow, test: string, result: string, page: number): boolean {
  if (classify(result, last.heading) === 'ambiguous') return true
  return page > last.lastPage && isOpen(last, test, result)
}

function isOpen(last: TestRow, text: string, result: string): boolean {
  if (!last.result) return true
  if (GOES_ON.test(text) || GOES_ON.test(result)) return true
  return !result && !/[.!?:)]$/.test(last.activity)
}

function isDetail(text: string): boolean {
  return /^(?:exception|deviation) (?:details?|description)\b|^(?:management|(?:the )?company|entity)'?s?'? (?:response|comment|reply)/i.test(
    plain(text),
  )
}

/** What stands alone below a row and begins with a label. */
function isDetailAlone(text: string): boolean {
  return (
    isDetail(text) ||
    /^(?:exceptions?|deviations?|findings?)(?: noted| \d{1,2})?\s*[:-](?! ?(?:none|no|0|nil)\b)/i.test(
      plain(text),
    )
  )
}

export function append(last: TestRow, cells: string[], layout: Layout, page: number): void {
  const alone = cells.filter(Boolean).length === 1
  cells.forEach((cell, at) => {
    if (!cell) return
    if (isDetail(cell) || (alone && isDetailAlone(cell))) return appendDetail(last, cell, page)
    const role = layout.roles[at]
    if (role === 'control') last.activity = join(last.activity, cell)
    else if (role === 'test') last.test = join(last.test, cell)
    else if (role === 'result') appendResult(last, cell, page)
    else if (role === 'response') appendResponse(last, cell, page)
    else if (role === 'ref') last.control ??= headOf('', cell, '', true).control
  })
  last.lastPage = page
}

function appendDetail(last: TestRow, text: string, page: number): void {
  if (/^(?:management|(?:the )?company|entity)/i.test(text)) appendResponse(last, text, page)
  else appendResult(last, text, page)
}

function appendResult(last: TestRow, text: string, page: number): void {
  if (!last.result) last.page = page
  last.result = join(last.result, text)
}

function appendResponse(last: TestRow, text: string, page: number): void {
  if (!last.response) last.responsePage = page
  last.response = join(last.response, text)
}

function join(first: string, second: string): string {
  return first ? `${first} ${second}` : second
}
