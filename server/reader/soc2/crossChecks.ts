import type { Doc, Outline } from '../pages'
import type { ReportFields, Warning } from '../reading'
import { aboutDates } from './checks/dates'
import { aboutFindings } from './checks/findings'
import { aboutScope } from './checks/scope'
import { aboutText } from './checks/text'

/** Doubts that the document alone gives rise to, in plain sentences; nothing here depends on today's date. */
export function crossChecks(fields: ReportFields, doc: Doc, outline: Outline): Warning[] {
  return [
    ...aboutDates(fields, outline),
    ...aboutScope(fields, doc, outline),
    ...aboutFindings(fields, doc, outline),
    ...aboutText(doc, outline),
  ]
}
