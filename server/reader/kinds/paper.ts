import type { ReportOutline } from '../outline'
import { flowOf, quotes, textOf, whole, within, type Flow, type Span } from '../outline/flow'
import type { Doc } from '../pages'
import type { DocumentKind, Evidence } from '../reading'

/** The views of a document that tell its kind. */
export interface Paper {
  doc: Doc
  outline: ReportOutline
  /** Title and first lines. */
  top: Span
  /** The first pages; what a paper is, it says early. */
  front: Span
  /** All pages of the main document. */
  all: Span
  /** What an auditor examined, in the auditor's own words; empty when nobody says so. */
  examined: Span | null
}

export interface Recognition {
  kind: DocumentKind
  confidence: number
  evidence: Evidence[]
}

const FRONT_PAGES = 6
const TOP_LENGTH = 700
const LONGEST = 1_500_000

export function paperOf(doc: Doc, outline: ReportOutline): Paper {
  const pages = outline.own
  const front = whole(
    flowOf(
      'other',
      pages.slice(0, FRONT_PAGES).map((page) => ({ page })),
    ),
  )
  const all = whole(
    limited(
      flowOf(
        'other',
        pages.map((page) => ({ page })),
      ),
    ),
  )
  return {
    doc,
    outline,
    top: within(front, 0, topLength(pages[0]?.text ?? '')),
    front,
    all,
    examined: examinedIn(all),
  }
}

/** All marks that are found, each as evidence. */
export function marksIn(span: Span, patterns: RegExp[]): Evidence[][] {
  const text = textOf(span)
  return patterns.flatMap((pattern) => {
    const match = pattern.exec(text)
    return match ? [quotes(within(span, match.index, match.index + match[0].length))] : []
  })
}

/** Recognised when at least `least` of the marks are there. */
export function byMarks(
  kind: DocumentKind,
  span: Span,
  patterns: RegExp[],
  least: number,
  confidence: number,
): Recognition | null {
  const marks = marksIn(span, patterns)
  const evidence = marks.flat()
  return marks.length >= least && evidence.length > 0
    ? { kind, confidence, evidence: evidence.slice(0, 4) }
    : null
}

export function has(span: Span, pattern: RegExp): boolean {
  return pattern.test(textOf(span))
}

export function count(span: Span, pattern: RegExp): number {
  return (textOf(span).match(new RegExp(pattern, pattern.flags.includes('i') ? 'gi' : 'g')) ?? []).length
}

const EXAMINED =
  /\bwe\s+(?:have\s+)?(?:also\s+)?(?:examined|were\s+engaged\s+to\s+(?:examine|perform)|(?:have\s+been|were)\s+engaged\s+to\s+(?:examine|report\s+on))\b/gi

function examinedIn(all: Span): Span | null {
  for (const match of textOf(all).matchAll(EXAMINED)) {
    if (/["'‘“]\s?$/.test(textOf(all).slice(0, match.index).slice(-2))) continue
    const span = within(all, match.index, match.index + 3000)
    if (/\b(?:description|assertion|controls|program|statement)\b/i.test(textOf(span).slice(0, 700)))
      return span
  }
  return null
}

function limited(flow: Flow): Flow {
  return { ...flow, text: flow.text.slice(0, LONGEST) }
}

function topLength(text: string): number {
  return Math.min(text.length, TOP_LENGTH)
}
