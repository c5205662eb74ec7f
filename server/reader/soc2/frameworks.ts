import { field, nothing, type Doc, type Outline, type PageText } from '../pages'
import type { Evidence, Field, Framework } from '../reading'
import { evidenceOn } from './tests/evidence'
import { plain } from './tests/wording'

type Nature = Framework['nature']
interface Seen {
  name: string
  nature: Nature
  page: number
  quote: string
  from: 'auditor' | 'cover' | 'elsewhere'
}

const NAMES: [string, RegExp][] = [
  ['HITRUST CSF', /\bHITRUST(?: CSF)?\b(?: CSF)?(?:,? ?(?:v|version )\d+(?:\.\d+){0,2})?/i],
  [
    'HIPAA Security Rule',
    /\bHIPAA\b(?: Security(?: Rule)?)?|\bHealth Insurance Portability and Accountability Act\b|\bHIPAA ?\/ ?HITECH\b/i,
  ],
  [
    'CSA CCM',
    /\bCSA (?:CCM|Cloud Controls? Matrix)\b|\bCloud Controls? Matrix\b|\bCSA STAR\b|\bCloud Security Alliance\b|\bCCM v\d/i,
  ],
  ['NIST CSF', /\bNIST (?:CSF|Cybersecurity Framework)\b/i],
  ['NIST SP 800-53', /\bNIST(?: SP| Special Publication)? ?800-53\b/i],
  ['NIST SP 800-171', /\bNIST(?: SP| Special Publication)? ?800-171\b/i],
  ['ISO/IEC 27001', /\bISO ?(?:\/ ?IEC)? ?27001(?::\d{4})?/i],
  ['ISO/IEC 27701', /\bISO ?(?:\/ ?IEC)? ?27701(?::\d{4})?/i],
  [
    'BSI C5',
    /\b(?:BSI )?C5(?::\d{4})?\b(?= (?:criteria|catalog|requirements|basic))|\bCloud Computing Compliance (?:Criteria|Controls) Catalog/i,
  ],
  ['PCI DSS', /\bPCI[ -]?DSS\b/i],
  ['GDPR', /\bGDPR\b|\bGeneral Data Protection Regulation\b/i],
  ['FedRAMP', /\bFedRAMP\b/i],
  ['MARS-E', /\bMARS-E\b/i],
]
const EXAMINED =
  /\balso examined\b|\badditional (?:subject matter|criteria)\b|\bin our opinion\b|\bwe have examined\b|\brequirements? (?:of|in|set forth in) the\b.*\bset forth\b|\bSOC 2\+|\bcriteria (?:set forth in|of|in|established (?:by|in))\b/i
const NOT_THIS = /\b(?:no|not|nor|neither|without|n't)\b/i
const PLUS = /\bSOC 2(?: ?®)?(?: Type (?:1|2|I|II))? ?(?:\+|plus|and|with|&)/i
const MAPPING = /\b(?:mapping|mapped|map|crosswalk|cross-?reference|aligned|alignment|correlation)\b/i
const LETTER =
  /\b(?:certification letter|certificate of (?:registration|compliance)|has (?:been )?(?:met the|achieved|earned)[^.]{0,60}certif|hereby certif\w+|is certified (?:for|to)|certificate number|certified status)\b/i

/** Other rules that the report deals with beside the trust services criteria: with an opinion, as a table only, or as a certificate. */
export function readFrameworks(doc: Doc, outline: Outline): Field<Framework[]> {
  const seen = [
    ...fromAuditor(outline),
    ...fromCover(outline),
    ...fromCertificates(doc, outline),
    ...fromMappings(doc, outline),
  ]
  if (!seen.length) return nothing(outline.pagesOf('auditor').length ? 'not-stated' : 'not-in-document')
  const kept = NAMES.flatMap(([name]) => strongest(seen.filter((one) => one.name === name)))
  const quoted = kept
    .map((one) => ({ one, evidence: evidenceOn(doc, outline, one.page, one.quote) }))
    .filter(({ evidence }) => evidence)
  if (!quoted.length) return nothing('unreadable')
  const value = quoted.map(({ one: { name, nature } }) => ({ name, nature }))
  const sure = Math.min(...quoted.map(({ one }) => sureOf(one, seen)))
  return field(
    'found',
    value,
    sure,
    quoted.map(({ evidence }) => evidence as Evidence),
  )
}

/** The auditor who examined something else names it where it was examined and again in the opinion; the cover may be the second. */
function sureOf({ name, from, nature }: Seen, seen: Seen[]): number {
  const times = seen.filter((one) => one.name === name && (one.from === 'auditor' || one.from === 'cover'))
  if (from === 'auditor') return times.length > 1 ? 0.88 : 0.75
  if (from === 'cover') return 0.6
  return nature === 'certification' ? 0.75 : 0.7
}

function strongest(seen: Seen[]): Seen[] {
  const order: Nature[] = ['opinion', 'certification', 'mapping-only']
  const best = order.map((nature) => seen.find((one) => one.nature === nature)).find(Boolean)
  if (!best) return []
  const examined = seen.some((one) => one.from === 'auditor')
  // A title alone promises an opinion; a mapping table and no word from the auditor shows that there is none.
  const mapping = seen.find((one) => one.nature === 'mapping-only')
  return best.from === 'cover' && !examined && mapping ? [mapping] : [best]
}

function fromAuditor(outline: Outline): Seen[] {
  return outline.pagesOf('auditor').flatMap((page) =>
    sentencesOf(page).flatMap((sentence) => {
      if (!EXAMINED.test(sentence) || isDenied(sentence)) return []
      return namesIn(sentence).map((name) => seenAs(name, 'opinion', page, sentence, 'auditor'))
    }),
  )
}

/** Denials speak of certification or legal compliance; they say nothing against an opinion elsewhere. */
function isDenied(sentence: string): boolean {
  if (
    /\b(?:certif|validated assessment|legal determination|compliance with)\b/i.test(sentence) &&
    NOT_THIS.test(sentence)
  )
    return true
  return /\b(?:express no opinion|not express an opinion|did not examine|no opinion|not (?:a )?part of|not subject(?:ed)? to|not been subjected)\b/i.test(
    sentence,
  )
}

function fromCover(outline: Outline): Seen[] {
  return outline.pagesOf('cover').flatMap((page) => {
    if (!PLUS.test(page.text) && !/\badditional criteria\b/i.test(page.text)) return []
    const lines = page.text.split('\n').filter((line) => !NOT_THIS.test(line) && !/\bcertified\b/i.test(line))
    return lines.flatMap((line) => namesIn(line).map((name) => seenAs(name, 'opinion', page, line, 'cover')))
  })
}

function fromCertificates(doc: Doc, outline: Outline): Seen[] {
  const pages = doc.pages.filter((page) => ['other', 'unknown'].includes(outline.sectionOf(page.number)))
  return pages.flatMap((page) => {
    const sentence = sentencesOf(page).find(
      (one) => LETTER.test(one) && !NOT_THIS.test(one) && namesIn(page.text.slice(0, 1500)).length,
    )
    const names = sentence
      ? namesIn(sentence).length
        ? namesIn(sentence)
        : namesIn(page.text.slice(0, 1500)).slice(0, 1)
      : []
    return names.map((name) => seenAs(name, 'certification', page, sentence!, 'elsewhere'))
  })
}

function fromMappings(doc: Doc, outline: Outline): Seen[] {
  const pages = doc.pages.filter((page) =>
    ['description', 'tests', 'other', 'unknown'].includes(outline.sectionOf(page.number)),
  )
  const headings = pages.flatMap((page) =>
    page.lines
      .filter(
        (line) =>
          !line.running &&
          line.text.length < 140 &&
          (line.bold || !/[.,;]$/.test(line.text)) &&
          MAPPING.test(line.text),
      )
      .flatMap((line) =>
        namesIn(plain(line.text)).map((name) => seenAs(name, 'mapping-only', page, line.text, 'elsewhere')),
      ),
  )
  const tables = doc.tables.flatMap((table) => {
    const page = pages.find((one) => one.number === table.firstPage)
    if (!page || table.rows.length < 2) return []
    return table.columns.flatMap((cell) =>
      namesIn(cell).map((name) => seenAs(name, 'mapping-only' as const, page, cell, 'elsewhere')),
    )
  })
  return [...headings, ...tables]
}

function namesIn(text: string): string[] {
  return NAMES.filter(([, pattern]) => pattern.test(text)).map(([name]) => name)
}

function seenAs(name: string, nature: Nature, page: PageText, quote: string, from: Seen['from']): Seen {
  return { name, nature, page: page.number, quote: plain(quote), from }
}

function sentencesOf(page: PageText): string[] {
  return page.text.split(/(?<=[.!?])\s+(?=[A-Z"(])|\n/).filter((sentence) => sentence.trim())
}
