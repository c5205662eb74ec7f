import type { Line, PageText } from '../pages'
import { collapsed, plainText } from '../pdf/plain'

/** What stands side by side on one baseline: wide gaps, of justified text or capitals set apart, do not part it. */
export interface TextRow {
  text: string
  size: number
  bold: boolean
  /** In the page's text. */
  start: number
  end: number
}

/** The rows of a page in reading order, running headers and footers left out. */
export function rowsOf(page: PageText): TextRow[] {
  const places = placesOf(page)
  const rows: { row: TextRow; last: Line }[] = []
  for (const line of page.lines) {
    const place = line.running ? undefined : places.get(line)
    if (!place) continue
    const before = rows.at(-1)
    const text = collapsed(plainText(line.text))
    if (before && isBeside(before.last, line)) {
      before.row.text += ` ${text}`
      before.row.end = Math.max(before.row.end, place.end)
      before.last = line
    } else rows.push({ row: { text, size: line.size, bold: line.bold, ...place }, last: line })
  }
  return rows.map(({ row }) => row)
}

function isBeside(left: Line, right: Line): boolean {
  return (
    Math.abs(left.y + left.height - right.y - right.height) < Math.max(left.height, right.height) * 0.35 &&
    right.x > left.x
  )
}

function placesOf(page: PageText): Map<Line, { start: number; end: number }> {
  return page.places ? known(page) : searched(page)
}

function known(page: PageText): Map<Line, { start: number; end: number }> {
  const found = new Map<Line, { start: number; end: number }>()
  for (const { line, start, end } of page.places!) {
    const place = found.get(line)
    if (place) place.end = Math.max(place.end, end)
    else found.set(line, { start, end })
  }
  return found
}

function searched(page: PageText): Map<Line, { start: number; end: number }> {
  const found = new Map<Line, { start: number; end: number }>()
  let cursor = 0
  for (const line of page.lines) {
    const text = collapsed(plainText(line.text))
    const at = line.running || text === '' ? -1 : page.text.indexOf(text, cursor)
    if (at < 0) continue
    cursor = at + text.length
    found.set(line, { start: at, end: cursor })
  }
  return found
}
