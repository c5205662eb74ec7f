import type { ReportOutline } from '../outline'
import { whole, within, type Span } from '../outline/flow'
import type { AuditorReport } from './auditorReport'
import type { START } from './confidence'

export interface Place {
  from: keyof typeof START
  span: Span
}

const ASSERTION_LENGTH = 4000

/** Where a fact of the scope may stand, the most trusted first. */
export function placesOf(report: AuditorReport, outline: ReportOutline): Place[] {
  const opinions = report.opinions.map((span) => ({ from: 'auditor' as const, span }))
  const scope = report.scopeSentence ? [{ from: 'auditor' as const, span: report.scopeSentence }] : []
  const assertion = whole(outline.flowOf('assertion'))
  return [
    ...scope,
    ...opinions,
    { from: 'assertion' as const, span: within(assertion, 0, Math.min(assertion.end, ASSERTION_LENGTH)) },
    { from: 'cover' as const, span: whole(outline.flowOf('cover')) },
  ].filter(({ span }) => span.end > span.start)
}
