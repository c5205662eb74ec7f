import type { PageText } from '../pages'
import { isTesting } from './fallbacks'

const TOP = 500
const CRITERION = /\b(?:CC[1-9]|A1|C1|PI1|P[1-8])\.\d\b/g

/** The pages of the main document: papers merged in front of it or behind it, and a portal's terms, are left out. */
export function mainPages(pages: PageText[]): PageText[] {
  if (!pages.some(holdsExamination))
    return pages.filter((page, n) => !(n === 0 && pages.length > 1 && isTerms(page)))
  const own: PageText[] = []
  const first = pages.findIndex(holdsExamination)
  let foreign = false
  pages.forEach((page, n) => {
    if (beginsOther(page) && (n < first || !goesOn(pages.slice(n + 1)))) foreign = true
    else if (foreign && beginsReport(page)) foreign = false
    if (!foreign) own.push(page)
  })
  const kept = own.some(holdsExamination) ? own : pages
  const further = furtherReport(kept)
  return further ? kept.slice(0, kept.indexOf(further)) : kept
}

/** A page amid the report may speak of a portal or a certificate: criteria that follow it belong to the report. */
function goesOn(after: PageText[]): boolean {
  const next = after.findIndex(beginsReport)
  const between = next < 0 ? after : after.slice(0, next)
  return between.some(({ text }) => isTesting(text) || new Set(text.match(CRITERION)).size > 2)
}

/** The cover of a second report behind the first: its own title page, soon followed by an auditor who examined something. */
export function furtherReport(pages: PageText[]): PageText | null {
  const first = pages.findIndex(holdsExamination)
  const cover = pages.find(
    (page, n) =>
      first >= 0 && n > first + 2 && isTitlePage(page) && pages.slice(n + 1, n + 9).some(isLetterOfAuditor),
  )
  return cover ?? null
}

function isTitlePage(page: PageText): boolean {
  return (
    page.text.length < 900 &&
    COVER.test(page.text) &&
    /\btype\b|\breport\b/i.test(page.text) &&
    !/\bsection\b/i.test(page.text.slice(0, 80))
  )
}

function isLetterOfAuditor(page: PageText): boolean {
  return (
    holdsExamination(page) &&
    /\b(?:auditor|accountant|practitioner)s?'?s?'?\s+(?:assurance\s+)?report\b|\breport of\b/i.test(
      page.text.slice(0, TOP),
    )
  )
}

function holdsExamination(page: PageText): boolean {
  return /\bwe (?:have examined|were engaged to examine|examined)\b/i.test(page.text)
}

function beginsOther(page: PageText): boolean {
  if (holdsExamination(page)) return false
  const top = page.text.slice(0, TOP)
  return isTerms(page) || isCertificate(page, top) || isLetter(page, top)
}

/** A page that a portal puts in front of the download. */
export function isTerms(page: PageText): boolean {
  const text = page.text.slice(0, 3000)
  if (text.length > 2900) return false
  const marks = [
    /\b(?:was |been )?(?:downloaded|accessed|exported|generated) (?:by|from|on|for)\b/i,
    /\bterms of (?:use|access)\b|\bnon-?disclosure\b|\bconfidentiality (?:terms|notice|agreement)\b|\bclick-?through\b/i,
    /\b(?:trust|security|compliance|customer) (?:portal|cent(?:er|re)|hub)\b|\bdata ?room\b/i,
    /\breport (?:begins|starts|follows)\b|\bby (?:opening|accessing|downloading|viewing|clicking)\b/i,
  ]
  return marks.filter((mark) => mark.test(text)).length >= 2
}

function isCertificate(page: PageText, top: string): boolean {
  const certifies =
    /\b(?:this is to certify|hereby certif(?:y|ies)|certificate (?:of registration|number|no\b))/i
  return page.text.length < 4000 && certifies.test(page.text) && /\bcertificat/i.test(top)
}

function isLetter(page: PageText, top: string): boolean {
  const about =
    /\b(?:bridge|gap)[- ]letter\b|\battestation of penetration test|\bpenetration test(?:ing)? (?:attestation|summary letter)/i
  const hitrust = /\bHITRUST\b[^\n]{0,60}\b(?:certification|letter)\b/i
  const letter = /\b(?:to whom it may concern|dear|subject|re:|sincerely|dated?)\b/i
  return page.text.length < 6000 && ((about.test(top) && letter.test(page.text)) || startsWith(top, hitrust))
}

function startsWith(top: string, pattern: RegExp): boolean {
  const match = pattern.exec(top)
  return match !== null && match.index < 120
}

const COVER =
  /\bSOC\)?[\s®™]*2\b|\bservice organi[sz]ation controls?\b|\bsystem and organi[sz]ation controls?\b/i

function beginsReport(page: PageText): boolean {
  return (
    holdsExamination(page) ||
    (page.text.length < 1500 && COVER.test(page.text) && !/\bletter\b|\bcertif/i.test(page.text))
  )
}
