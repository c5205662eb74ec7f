import { flowOf, quotes, whole, within, type Span } from '../outline/flow'
import type { Doc } from '../pages'
import { nothing } from '../pages'
import type { Field, Warning } from '../reading'
import { certain } from './confidence'
import { findDates, numericOrder, settle, daysBetween } from './dates'
import { cleanName } from './names'
import { findPeriods, type Period } from './period'
import type { ReportReading } from './fields'
import { withoutReport } from './withoutReport'

/** A bridge letter says for which days management speaks; it never lengthens the report it refers to. */
export function readLetter(doc: Doc): ReportReading {
  const letter = whole(
    flowOf(
      'other',
      doc.pages.slice(0, 3).map((page) => ({ page })),
    ),
  )
  const text = letter.flow.text
  const order = numericOrder(text)
  const periods = findPeriods(text, order)
  const own = periods.find((period) => isReports(text, period))
  const bridged = periods.find((period) => isBridged(text, period, own)) ?? since(letter, own)
  const fields = withoutReport('not-applicable')
  fields.periodStart = bridged ? dated(letter, bridged, bridged.from) : nothing('not-stated')
  fields.periodEnd = bridged ? dated(letter, bridged, bridged.to) : nothing('not-stated')
  fields.serviceAuditor = auditor(letter)
  fields.serviceOrganization = organization(letter)
  return { fields, warnings: own ? [ownPeriod(letter, own)] : [] }
}

function dated(letter: Span, period: Period, value: string): Field<string> {
  return certain(
    value,
    within(letter, period.start, period.end),
    period.inferred ? 0.7 : 0.85,
    period.inferred ? 'inferred' : 'found',
  )
}

function isReports(text: string, { start, end }: Period): boolean {
  const before = text.slice(Math.max(0, start - 240), start)
  const after = text.slice(end, end + 120)
  const about =
    /\b(?:examined|audited|issued|completed|most\s+recent|latest|last|report(?:ed)?|examination|covered|covering)\b/i
  return (
    (about.test(before) || /\breport\b/i.test(after)) &&
    !isOfLetter(before) &&
    !/\b(?:next|upcoming|will\s+cover)\b[^.]*$/i.test(before)
  )
}

function isOfLetter(before: string): boolean {
  return /(?:\b(?:bridge|gap)\s+(?:letter|period)|\bthis\s+letter|\bcomfort\s+letter|\bsubject\b|\bre:|\bsince\b)[^.\n]{0,80}$/i.test(
    before.slice(-120),
  )
}

function isBridged(text: string, period: Period, own: Period | undefined): boolean {
  if (own && period.from === own.from) return false
  const before = text.slice(Math.max(0, period.start - 200), period.start)
  if (/\b(?:next|upcoming|subsequent)\b[^.]*$|\bwill\s+cover\b[^.]*$/i.test(before)) return false
  return (
    isOfLetter(before) ||
    (own !== undefined && daysBetween(own.to, period.from) >= 0 && daysBetween(own.to, period.from) < 45)
  )
}

/** "… no changes since March 31, 2026", with the letter's own date or "through June 30, 2026". */
function since(letter: Span, own: Period | undefined): Period | null {
  const text = letter.flow.text
  const dates = findDates(text).map((date) => ({ ...date, iso: settle(date, numericOrder(text)) }))
  const start = dates.find((date) => /\bsince\s+(?:the\s+)?$/i.test(text.slice(0, date.start)))
  const end = dates.find(
    (date) =>
      date !== start &&
      /\b(?:through|to|until|as\s+of)\s+(?:the\s+date\s+of\s+this\s+letter,?\s+)?$/i.test(
        text.slice(0, date.start),
      ) &&
      date.iso !== own?.to &&
      date.start !== own?.start,
  )
  if (!start?.iso || !end?.iso || end.iso <= start.iso) return null
  const [first, last] = start.start < end.start ? [start, end] : [end, start]
  return { from: start.iso, to: end.iso, start: first.start, end: last.end, repaired: false, inferred: true }
}

function auditor(letter: Span): Field<string> {
  const text = letter.flow.text
  const firm =
    "([A-Z][\\w&.,'+ -]{1,70}?(?:LLP|LLC|PLLC|P\\.C\\.|CPAs?|N\\.V\\.|Inc\\.)|[A-Z][\\w&.'+-]*(?:\\s(?:[A-Z&+][\\w&.'+-]*)){0,4})"
  const patterns = [
    new RegExp(
      `${firm}(?:,[^.\\n]{1,80},)?\\s+(?:has\\s+|have\\s+)?(?:examined|audited|issued|performed|conducted|completed)\\b`,
    ),
    new RegExp(
      `\\b(?:performed|issued|examined|audited|conducted|prepared|completed)\\s+by\\s+(?:our\\s+[a-z ]{3,40},\\s+)?${firm}`,
    ),
    new RegExp(`\\b(?:auditor|audit firm|CPA firm),?\\s+${firm}`),
  ]
  for (const pattern of patterns) {
    const match = pattern.exec(text)
    const name = match && cleanName(match[1]!)
    const start = match ? match.index + match[0].indexOf(match[1]!) : 0
    if (name && !/^(?:We|Our|The|Management|It|This)\b/.test(name))
      return certain(name, within(letter, start, start + match[1]!.length), 0.75)
  }
  return nothing('not-stated')
}

function organization(letter: Span): Field<string> {
  const text = letter.flow.text
  const suffixed =
    /(?:^|\n|\s)([A-Z][\w&.'-]*(?:\s[A-Z&][\w&.'-]*){0,5},?\s(?:Inc\.?|LLC|Ltd\.?|Limited|Corp\.?|Corporation|GmbH|B\.V\.|N\.V\.|PLC))(?=[\s,.('"]|$)/.exec(
      text,
    )
  const named =
    /(?:^|\n)\s*([A-Z][\w&.' -]{2,60}?)\s+(?:has\s+(?:undergone|completed|obtained|engaged)|engaged|provides|maintains)\b/.exec(
      text,
    )
  const match = suffixed ?? named
  const name = match && cleanName(match[1]!)
  if (!match || !name) return nothing('not-stated')
  const start = match.index + match[0].indexOf(match[1]!)
  return certain(name, within(letter, start, start + match[1]!.length), 0.7)
}

function ownPeriod(letter: Span, own: Period): Warning {
  const message = `The report this letter follows covers ${own.from} to ${own.to}; the letter does not extend it.`
  return {
    code: 'bridge-letter-report-period',
    message,
    evidence: quotes(within(letter, own.start, own.end)),
  }
}
