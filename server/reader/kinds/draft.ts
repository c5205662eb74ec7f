import type { ReportOutline } from '../outline'
import { quotes, whole, within, flowOf } from '../outline/flow'
import { quoteAt } from '../quotes'
import type { Doc, PageText } from '../pages'
import type { DocumentKind, Evidence, Field } from '../reading'

const MARK =
  /^\W*(?:(?:preliminary|confidential|working|final)\W+)?draft\b(?:\W|$)|\bdraft\s*(?:[-–—|:]|for\s+(?:discussion|review|internal)|report\b|copy\b|not\s+(?:for|to)|only\b|v?\d)|\b(?:discussion|preliminary)\s+draft\b|\bnot\s+to\s+be\s+relied\s+upon\b/i
const PLACEHOLDER =
  /\[\s*(?:TBD|TBC|TODO|DATE|date of report|report date|signature[^\]]{0,40}|insert[^\]]{0,60}|name[^\]]{0,30}|city[^\]]{0,30}|to be (?:inserted|determined|completed|confirmed|added)[^\]]{0,30}|auditor[^\]]{0,30}|firm[^\]]{0,30}|month[^\]]{0,20}|xx+|•+|_+|\.{3,})\s*\]|\bperiod[^.\n]{0,60}\bTBD\b/i
const UNSIGNED =
  /\b(?:signature|signed)\s+(?:page\s+)?(?:to\s+(?:be\s+)?(?:inserted|follow|come)|pending|intentionally\s+(?:left\s+)?blank)\b|\b(?:unsigned|not\s+yet\s+signed)\b/i

/** A draft shows it in a watermark, a footer, a placeholder or a missing signature; talk of drafts in the text is none. */
export function readDraft(
  doc: Doc,
  outline: ReportOutline,
  kind: DocumentKind,
  signed: boolean,
): Field<boolean> {
  const marks = [...doc.pages.flatMap(markedPage), ...placeholders(outline, kind)]
  const evidence = marks.flatMap((mark) => mark.evidence).slice(0, 4)
  if (marks.length > 0 && evidence.length > 0)
    return { value: true, status: 'found', confidence: 0.9, evidence }
  if (marks.length > 0) return { value: true, status: 'inferred', confidence: 0.8, evidence: anyWords(doc) }
  const first = anyWords(doc)
  if (first.length === 0) return { value: null, status: 'unreadable', confidence: 0, evidence: [] }
  return { value: false, status: 'inferred', confidence: signed ? 0.9 : 0.75, evidence: first }
}

interface Mark {
  evidence: Evidence[]
}

function markedPage(page: PageText): Mark[] {
  const stray = page.stray.some((text) => /^\W*d\s*r\s*a\s*f\s*t\b/i.test(text) || MARK.test(text))
  const joined = /draft/i.test(page.stray.join('').replace(/\s/g, '')) && page.stray.join('').length < 60
  const lines = page.lines.filter(
    (line) => (line.running || isAlone(line.text)) && MARK.test(line.text) && !isProse(line.text),
  )
  const quoted = lines.flatMap((line) => {
    const at = page.text.indexOf(line.text)
    const quote = at < 0 ? null : quoteAt(page, at, at + line.text.length, 'unknown')
    return quote ? [quote] : []
  })
  return stray || joined || lines.length > 0 ? [{ evidence: quoted }] : []
}

function isAlone(text: string): boolean {
  return text.length < 80 && /^\W*(?:draft|preliminary draft|discussion draft)\b/i.test(text)
}

/** "Draft policies are reviewed" is a control, not a mark. */
function isProse(text: string): boolean {
  return /\bdraft\s+(?:polic|version|document|procedure|agreement|contract|plan|minutes|chang|code|release|response)|\b(?:is|are|was|were|reviews?|reviewed|prepares?|approves?|approved)\b/i.test(
    text.replace(/not\s+to\s+be/i, ''),
  )
}

function placeholders(outline: ReportOutline, kind: DocumentKind): Mark[] {
  const flow =
    kind === 'soc2' || kind === 'soc1' || kind === 'soc3'
      ? auditorAndFront(outline)
      : flowOf(
          'other',
          outline.own.slice(0, 30).map((page) => ({ page })),
        )
  return (kind === 'baa' ? [] : [PLACEHOLDER, UNSIGNED]).flatMap((pattern) => {
    const match = pattern.exec(flow.text)
    return match
      ? [{ evidence: quotes(within(whole(flow), match.index, match.index + match[0].length)) }]
      : []
  })
}

function auditorAndFront(outline: ReportOutline) {
  const parts = (['cover', 'auditor', 'assertion'] as const).flatMap(
    (section) => outline.flowOf(section).pieces,
  )
  return flowOf(
    'auditor',
    parts.map(({ page, from, length }) => ({ page, from, to: from + length })),
  )
}

function anyWords(doc: Doc): Evidence[] {
  const page = doc.pages.find((each) => each.text.trim() !== '')
  const quote = page && quoteAt(page, 0, Math.min(page.text.length, 120), 'unknown')
  return quote ? [quote] : []
}
