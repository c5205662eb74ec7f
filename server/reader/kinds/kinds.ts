import type { ReportOutline } from '../outline'
import { quotes } from '../outline/flow'
import type { Doc } from '../pages'
import { quoteAt } from '../quotes'
import type { DocumentKind, Field, Warning } from '../reading'
import { readAuditorReport } from '../soc2/auditorReport'
import { level } from '../soc2/confidence'
import { readSignature } from '../soc2/signature'
import { readType } from '../soc2/type'
import { recogniseBaa } from './baa'
import { recogniseHitrust, recogniseIso } from './certificates'
import { readComplete } from './complete'
import { readDraft } from './draft'
import {
  recogniseBridgeLetter,
  recogniseEngagement,
  recogniseGaps,
  recognisePentest,
  recogniseReadiness,
} from './letters'
import { recogniseOther } from './otherPapers'
import { paperOf, type Paper, type Recognition } from './paper'
import { recogniseSelfMade } from './selfMade'
import { recogniseSoc } from './soc'
import { recogniseGuidance, recogniseTemplate } from './template'

export interface Recognised {
  document: Field<DocumentKind>
  draft: Field<boolean>
  complete: Field<boolean>
  warnings: Warning[]
}

// The first that recognises the paper decides: those that only imitate a report stand before the report.
const RECOGNISERS: ((paper: Paper) => Recognition | null)[] = [
  recogniseTemplate,
  recogniseBridgeLetter,
  recogniseGaps,
  recogniseEngagement,
  recogniseReadiness,
  recogniseSoc,
  recogniseBaa,
  recogniseIso,
  recogniseHitrust,
  recognisePentest,
  recogniseOther,
  recogniseSelfMade,
  recogniseGuidance,
]

/** What kind of paper this is, whether it is a draft and whether it is all there. */
export function recognise(doc: Doc, outline: ReportOutline): Recognised {
  const document = kindOf(paperOf(doc, outline))
  const kind = document.value ?? 'other'
  const report = readAuditorReport(outline)
  const signed = kind === 'soc2' && readSignature(report, null).dates.length > 0
  const type1 = kind === 'soc2' && readType(report, outline).value === 'type-1'
  return {
    document,
    draft: readDraft(doc, outline, kind, signed),
    complete: doubted(readComplete(doc, outline, kind, type1), document),
    warnings: furtherReport(outline),
  }
}

/** Whether all is there depends on what it is, and on images that were read whole. */
function doubted(complete: Field<boolean>, { value, confidence }: Field<DocumentKind>): Field<boolean> {
  const most = value === 'soc2' ? 1 : confidence
  return { ...complete, confidence: Math.min(most, level(complete.confidence, complete.evidence)) }
}

/** Answers are those of the first report alone, and the reader of the page must know it. */
function furtherReport({ further }: ReportOutline): Warning[] {
  if (!further) return []
  const quote = quoteAt(further, 0, Math.min(120, further.text.length), 'unknown')
  const message = `Another report begins on page ${further.number}. Only the first was read: split the file and upload the other one by itself.`
  return [{ code: 'several-reports', message, evidence: quote ? [quote] : [] }]
}

function kindOf(paper: Paper): Field<DocumentKind> {
  for (const recogniser of RECOGNISERS) {
    const found = recogniser(paper)
    if (found)
      return {
        value: found.kind,
        status: 'found',
        confidence: level(found.confidence, found.evidence),
        evidence: found.evidence,
      }
  }
  return unknown(paper)
}

function unknown(paper: Paper): Field<DocumentKind> {
  const [first] = paper.doc.pages.filter((page) => page.text.trim() !== '')
  if (!first) return { value: null, status: 'unreadable', confidence: 0, evidence: [] }
  const quote = paperQuote(paper)
  return {
    value: quote.length > 0 ? 'other' : null,
    status: quote.length > 0 ? 'inferred' : 'unreadable',
    confidence: quote.length > 0 ? 0.6 : 0,
    evidence: quote,
  }
}

function paperQuote(paper: Paper) {
  return quotes({ ...paper.top, end: Math.min(paper.top.end, 200) })
}
