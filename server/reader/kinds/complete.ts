import type { ReportOutline } from '../outline'
import { isAsserting, isTesting, OPINES } from '../outline'
import { quotes, whole, within, flowOf } from '../outline/flow'
import { quoteAt } from '../quotes'
import type { Doc, PageText } from '../pages'
import type { DocumentKind, Evidence, Field, Section } from '../reading'

const CUT =
  /\b(?:section|part|appendix|pages?)\s+(?:[ivx]{1,4}|[a-h]|\d{1,3}(?:\s*(?:-|–|to|through)\s*\d{1,3})?|one|two|three|four|five|six)\b(?:\s*[,:(–-]?\s*["(][^")\n]{1,120}[")]|\s*[:–-]\s*[^.\n]{1,100}?)?,?\s*(?:(?:has|have|was|were|is|are)\s+)?(?:been\s+)?(?:intentionally\s+|deliberately\s+)?(?:omitted|removed|redacted|withheld|excluded\s+from\s+this\s+(?:copy|version)|not\s+included\s+in\s+this\s+(?:copy|version|extract|excerpt))\b|\b(?:this|the\s+(?:following|remaining|next))\s+(?:section|pages?|part|appendix)\s+(?:(?:has|have|was|were|is|are)\s+)?(?:been\s+)?(?:intentionally\s+|deliberately\s+)?(?:omitted|removed|redacted|withheld)\b|\b(?:intentionally|deliberately)\s+(?:omitted|removed|redacted|withheld)\b|\[\s*redacted\s*\]|█{3,}|\bredacted\s+(?:version|copy)\b/i
const DESCRIBES =
  /\b(?:boundaries of the system|infrastructure|software|procedures|network|database|founded|headquartered|clients|customers|employees|control environment|risk assessment|monitoring|information and communication|principal service commitments|system requirements|subservice organi[sz]ations?)\b/gi
const STATES =
  /\b(?:we|management|the board|the undersigned)\b[^\n.]{0,160}\b(?:assert|confirm|state|declare|represent|stand behind)\w*\b[^\n.]{0,240}\b(?:description|controls)\b/i
const ESSENTIAL: Section[] = ['auditor', 'assertion', 'description', 'tests']

/** Whether all sections named in the contents, or essential to the kind, are in the file. */
export function readComplete(
  doc: Doc,
  outline: ReportOutline,
  kind: DocumentKind,
  type1: boolean,
): Field<boolean> {
  const last = lastPage(outline)
  const missing = [...missingSections(outline, last), ...cutOut(outline), ...gaps(outline.own)]
  if (missing.length > 0)
    return {
      value: false,
      status: 'found',
      confidence: beyond(outline, last) ? 0.9 : 0.75,
      evidence: missing.slice(0, 4),
    }
  const first = firstWords(doc)
  if (first.length === 0) return { value: null, status: 'unreadable', confidence: 0, evidence: [] }
  const { value, confidence } =
    kind === 'soc2' ? ofReport(outline, last, type1) : { value: true, confidence: 0.85 }
  return { value, status: 'inferred', confidence, evidence: first }
}

/** Parts that a report cannot do without; management's assertion alone is seldom cut out, but often worded in its own way. */
function ofReport(
  outline: ReportOutline,
  last: number,
  type1: boolean,
): { value: boolean; confidence: number } {
  const essential = ESSENTIAL.filter((section) => !(type1 && section === 'tests'))
  const unheaded = essential.filter((section) => !isThere(outline, section))
  const absent = unheaded.filter((section) => !speaks(outline, section))
  const fits = reaches(outline, last)
  const grave = absent.filter((section) => section !== 'assertion' && !(section === 'description' && fits))
  if (grave.length > 0 && !fits)
    return { value: false, confidence: absent.length > 1 && outline.own.length < 12 ? 0.85 : 0.7 }
  if (absent.length > 0 || !OPINES.test(outline.flowOf('auditor').text))
    return { value: true, confidence: fits ? 0.75 : 0.6 }
  if (unheaded.length > 0) return { value: true, confidence: fits ? 0.85 : 0.75 }
  return { value: true, confidence: fits || outline.listed.length > 2 ? 0.9 : 0.85 }
}

/** The contents name the parts of a report, and the file has pages up to the last of them. */
function reaches({ listed }: ReportOutline, last: number): boolean {
  const numbers = listed.map(({ printedPage }) => Number(printedPage)).filter((number) => number > 0)
  return listed.length > 2 && numbers.length > 2 && Math.max(...numbers) <= last
}

/** The number printed on the last page, or its place in the file where none are printed. */
function lastPage({ own }: ReportOutline): number {
  const printed = own.map((page) => Number(page.printed)).filter((number) => number > 0)
  return printed.length > own.length / 2 ? Math.max(...printed) : own.length
}

/** The file ends before the page that the contents give, so the section cannot be in it. */
function beyond(outline: ReportOutline, last: number): boolean {
  const absent = outline.listed.filter((entry) => !entry.present)
  return absent.length === 0 || absent.some(({ printedPage }) => Number(printedPage) > last)
}

function isThere(outline: ReportOutline, section: Section): boolean {
  return outline.flowOf(section).text.length > 60
}

/** What a section says shows that it is there under a heading of its own making. */
function speaks(outline: ReportOutline, section: Section): boolean {
  const pages = outline.own.filter((page) => !['cover', 'contents'].includes(outline.sectionOf(page.number)))
  return pages.some(({ text }) => holds(section, text))
}

function holds(section: Section, text: string): boolean {
  switch (section) {
    case 'auditor':
      return /\bwe (?:have examined|examined|were engaged to examine)\b/i.test(text)
    case 'assertion':
      return (
        isAsserting(text) ||
        (STATES.test(text) && !/\bwe (?:have )?examined\b|\bin our opinion\b/i.test(text))
      )
    case 'tests':
      return isTesting(text)
    default:
      return (text.match(DESCRIBES) ?? []).length > 2 && !/\bin our opinion\b/i.test(text) && !isTesting(text)
  }
}

function missingSections(outline: ReportOutline, last: number): Evidence[] {
  const contents = whole(outline.flowOf('contents'))
  const absent = outline.listed.filter((entry) => {
    const page = Number(entry.printedPage)
    if (entry.present || (entry.section !== 'other' && isThere(outline, entry.section))) return false
    if (page > 0) return page > last
    return entry.section !== 'other' && entry.section !== 'assertion' && !speaks(outline, entry.section)
  })
  return absent.flatMap((entry) => {
    const at = contents.flow.text.indexOf(entry.title.slice(0, 40))
    return quotes(within(contents, Math.max(0, at), at < 0 ? 120 : at + Math.min(entry.title.length, 200)))
  })
}

function cutOut(outline: ReportOutline): Evidence[] {
  const flow = flowOf(
    'other',
    outline.own.map((page) => ({ page })),
  )
  const match = CUT.exec(flow.text)
  if (!match) return []
  const sentence = flow.text.slice(Math.max(0, match.index - 60), match.index + match[0].length + 40)
  const control =
    /\b(?:data|records?|access|users?|media|personal|customers?|accounts?|devices?|equipment)\b/i.test(
      sentence,
    ) && !/\bsection|\bredacted\s+(?:version|copy)|█|\[/i.test(match[0])
  return control ? [] : quotes(within(whole(flow), match.index, match.index + match[0].length))
}

/** Printed page numbers that jump, or "page 7 of 42" on the last page. */
function gaps(pages: PageText[]): Evidence[] {
  const last = pages.at(-1)
  const running = last?.lines.find((line) => /\bpage\s+\d+\s+of\s+\d+\b/i.test(line.text))
  const [, here, of] = /\bpage\s+(\d+)\s+of\s+(\d+)/i.exec(running?.text ?? '') ?? []
  if (last && here && of && Number(here) < Number(of) - 1) return firstOf(last)
  const numbers = pages
    .map((page) => ({ page, printed: Number(page.printed) }))
    .filter(({ printed }) => printed > 0)
  for (let n = 1; n < numbers.length; n++) {
    const [before, now] = [numbers[n - 1]!, numbers[n]!]
    const skipped = now.printed - before.printed - (now.page.number - before.page.number)
    if (
      skipped > 1 &&
      numbers.slice(n).filter((each) => each.printed - now.printed === each.page.number - now.page.number)
        .length > 1
    )
      return firstOf(now.page)
  }
  return []
}

function firstOf(page: PageText): Evidence[] {
  const quote = quoteAt(page, 0, Math.min(page.text.length, 120), 'unknown')
  return quote ? [quote] : []
}

function firstWords(doc: Doc): Evidence[] {
  const page = doc.pages.find((each) => each.text.trim() !== '')
  return page ? firstOf(page) : []
}
