import { field, nothing, type Doc, type Outline, type PageText } from '../pages'
import type { Evidence, Field } from '../reading'
import { evidenceOn } from './tests/evidence'

type Phi = 'in-scope' | 'excluded' | 'policy-only'

const TERM =
  /\b(?:e-?PHI|PHI|HIPAA|HITECH)\b(?! Air)|\b(?:electronic )?protected health (?:information|data)\b|\bbusiness associates?\b|\b45 CFR (?:Parts? )?16[024]\b|\bcovered entit(?:y|ies)\b|\bBAAs?\b/i
const DATA = /\b(?:ePHI|e-PHI|PHI)\b|protected health (?:information|data)/i
const EXCLUDED: RegExp[] = [
  /\b(?:do|does|did|will|shall|is|are|may|must|should|can)(?:n't| not|not) (?:\w+ ){0,4}(?:stor|process|transmit|collect|receiv|maintain|creat|handl|host|access|hold|contain|upload|submit|send|use|input|enter|place|permit|allow|intend|design|act|function|qualif|support|accept|provid|includ)\w*/i,
  /\b(?:no|not any|free of) (?:\w+ ){0,3}(?:e-?PHI|protected health information|PHI|BAAs?|business associate|such (?:addendum|agreement))\b/i,
  /\b(?:prohibit|forbid|forbidden|disallow|exclud|not permitted|not allowed|not intended|outside the (?:scope|boundary)|out of scope|not a business associate|neither)\w*\b/i,
]
const HANDLES =
  /\b(?:(?:stor|process|transmit|creat|receiv|maintain|hold|host|handl|contain|collect|access|includ|encrypt|resid|protect)\w*|at rest|acts? as (?:an? )?business associate|is (?:an? )?business associate|on behalf of)\b/i
const IS_ASSOCIATE =
  /\b(?:PHI|information|data|records|clients|customers)\b[^.;]{0,60}\bas (?:an? |its |their )?(?:HIPAA )?business associates?\b|\b(?:acts?|serves?|functions?|operates?|is|are|qualif\w+)(?: as)?(?: a| an)? ?(?:HIPAA )?business associates?\b|\bunder (?:\w+ )?(?:business associate (?:agreements?|addend\w+|contracts?)|BAAs?)\b|\bbusiness associate (?:agreements?|addend\w+) (?:\w+ ){0,3}(?:with|in force|executed|signed|are|is)/i
const POLICY =
  /\b(?:(?<!insurance )polic(?:y|ies)(?! (?:numbers?|holders?))|training|trained|law|laws|regulations?|regulatory|legal|legislation|statut\w+|such as|awareness|compliance (?:requirements|obligations|program)|standards?|frameworks?|guidelines?|e\.g\.)\b/i
const ABOUT_THE_SYSTEM =
  /\b(?:system|platform|service|services|application|product|database|databases|customers? data|data|we|company|vault|storage|environment|cluster|archive|module|boundary)\b/i

/** "Charts are PHI."; "this is PHI under HIPAA": a definition puts the term first. */
const IS_PHI =
  /\b(?:this|these|it|they|which|that|records|charts|images|files|messages|claims|headers|data|documents|notes|results|names|\w+s)\s+(?:is|are|constitutes?|counts?\s+as|qualif(?:y|ies)\s+as)\s+(?:therefore\s+|all\s+|also\s+)?(?:considered\s+|treated\s+as\s+)?(?:(?:e-?)?PHI|protected health information)\b/i

/** "Names, diagnoses and treatment (PHI)" */
const IN_BRACKETS =
  /\b(?:patient|diagnos|treatment|medical|health|clinical|claims|prescription)\w*\b[^.()]{0,60}\((?:e-?)?PHI\)/i

interface Said {
  kind: Phi
  strong: boolean
  page: PageText
  sentence: string
}

/** Whether protected health information lies inside the system's boundary. A name in a policy or a list of laws is not enough. */
export function readPhi(doc: Doc, outline: Outline): Field<Phi> {
  const description = outline.pagesOf('description')
  const pages = description.length ? description : outline.pagesOf('unknown')
  const said = [
    ...pages.flatMap((page) => saidOn(page)),
    ...tabled(doc, pages),
    ...additionalCriteria(outline),
  ]
  if (!said.length) return nothing(pages.length ? 'not-stated' : 'not-in-document')
  const inScope = said.filter((one) => one.kind === 'in-scope')
  const excluded = said.filter((one) => one.kind === 'excluded')
  if (inScope.some(isStrong) && excluded.some(isStrong)) return conflict(doc, outline, inScope, excluded)
  if (inScope.length && !excluded.some(isStrong)) return answer(doc, outline, 'in-scope', inScope)
  if (excluded.length) return answer(doc, outline, 'excluded', excluded)
  return answer(
    doc,
    outline,
    'policy-only',
    said.filter((one) => one.kind === 'policy-only'),
  )
}

/** A table of the data that the system holds has no verbs. */
function tabled(doc: Doc, pages: PageText[]): Said[] {
  return doc.tables
    .filter(({ columns }) => columns.some((cell) => /\bdata\b|\binformation\b/i.test(cell)))
    .flatMap(({ rows }) =>
      rows.flatMap(({ cells, page: number }) => {
        const page = pages.find((each) => each.number === number)
        const cell = cells.find((each) => DATA.test(each))
        const plainly = cell && !POLICY.test(cell) && !EXCLUDED.some((no) => no.test(cells.join(' ')))
        return page && plainly ? [{ kind: 'in-scope' as const, strong: false, page, sentence: cell }] : []
      }),
    )
}

function saidOn(page: PageText): Said[] {
  return sentencesOf(page.text).flatMap((sentence) => {
    if (!TERM.test(sentence)) return []
    const judged = judge(sentence)
    return judged ? [{ ...judged, page, sentence }] : []
  })
}

/** Criteria of the HIPAA Security Rule that the auditor examined as well put health information in scope. */
function additionalCriteria(outline: Outline): Said[] {
  return outline.pagesOf('auditor').flatMap((page) =>
    sentencesOf(page.text)
      .filter(
        (sentence) =>
          /HIPAA|45 CFR/.test(sentence) &&
          /\b(?:additional (?:subject matter|criteria)|also examined|implementation specifications?|(?:based on|to meet|met) the (?:\w+ ){0,5}HIPAA)/i.test(
            sentence,
          ),
      )
      .filter(
        (sentence) =>
          !/\b(?:not|no) (?:\w+ ){0,5}(?:examin|determin|opinion|legal|certif|compliance)/i.test(sentence),
      )
      .slice(0, 1)
      .map((sentence) => ({ kind: 'in-scope' as const, strong: false, page, sentence })),
  )
}

function judge(sentence: string): { kind: Phi; strong: boolean } | null {
  if (/\bNo (?:\w+ ){0,6}(?:incidents?|breach\w*|disclosures?)\b/i.test(sentence))
    return { kind: 'policy-only', strong: false }
  const positive = sentence.split(/;|, (?:but|while|whereas|and) /i).map((part) => handles(part))
  const denied = isDenied(sentence)
  if (positive.includes('strong') && !(denied && positive.length === 1))
    return { kind: 'in-scope', strong: true }
  if (denied) return { kind: 'excluded', strong: !isOnlyPart(sentence) }
  if (!denied && IN_BRACKETS.test(sentence)) return { kind: 'in-scope', strong: false }
  if (positive.includes('weak')) return { kind: 'in-scope', strong: false }
  return { kind: 'policy-only', strong: false }
}

function handles(part: string): 'strong' | 'weak' | null {
  if (isDenied(part)) return null
  if (
    IS_ASSOCIATE.test(part) &&
    !/\b(?:vendors?|suppliers?|third part|sub-?contractors?|sub-?service|if|where|unless|template|may)\b/i.test(
      part,
    )
  )
    return 'strong'
  if (
    IS_PHI.test(part) &&
    !/\b(?:if|when|whether|unless|may|would|any|polic(?:y|ies)(?! numbers?)|training)\b/i.test(part)
  )
    return 'strong'
  if (!DATA.test(part) || !HANDLES.test(part)) return null
  if (
    POLICY.test(part) &&
    !/\b(?:stores?|stored|process(?:es)?|transmits?|contain(?:s|ing)|at rest|resides?|hosts?|holds?|handles?|receives?|carr(?:y|ies)|keeps?)\b/i.test(
      part,
    )
  )
    return null
  if (
    /\b(?:polic(?:y|ies)(?! (?:numbers?|holders?))|training|employees? (?:are|must)|if|where applicable|may|could|would|such as)\b/i.test(
      part,
    )
  )
    return /\btraining|polic(?:y|ies)\b(?! numbers?)/i.test(part) ? null : 'weak'
  return ABOUT_THE_SYSTEM.test(part) ||
    /\b(?:stores?|stored|process(?:es)?|at rest|transmits?|holds?|handles?)\b/i.test(part)
    ? 'strong'
    : 'weak'
}

function isDenied(text: string): boolean {
  return (
    (DATA.test(text) || /\bBAAs?\b|business associate/i.test(text)) &&
    EXCLUDED.some((pattern) => pattern.test(text))
  )
}

/** "The marketing site holds no PHI" says nothing about the rest. */
function isOnlyPart(sentence: string): boolean {
  return /\b(?:marketing|training|website|web site|sites?|portals?|test|development|staging|sandbox|demo|corporate|logs?|backup|non-?production|laptops?|workstations?|e-?mail|removable|paper|analytics site|source code|ticket\w*|metadata)\b/i.test(
    sentence,
  )
}

function isStrong(one: Said): boolean {
  return one.strong
}

function answer(doc: Doc, outline: Outline, kind: Phi, said: Said[]): Field<Phi> {
  const best = [...said].sort((one, other) => Number(other.strong) - Number(one.strong)).slice(0, 3)
  const evidence = quotesOf(doc, outline, best)
  if (!evidence.length) return nothing('unreadable')
  const start = kind === 'policy-only' ? 0.7 : best[0]!.strong ? 0.85 : 0.65
  const agreed = best.filter(isStrong).length > 1 ? 0.05 : 0
  const ocr = evidence.some((one) => one.source === 'ocr') ? 0.15 : 0
  return field(best[0]!.strong ? 'found' : 'inferred', kind, start + agreed - ocr, evidence)
}

function conflict(doc: Doc, outline: Outline, inScope: Said[], excluded: Said[]): Field<Phi> {
  const sides = [
    { value: 'in-scope' as const, evidence: quotesOf(doc, outline, inScope.filter(isStrong).slice(0, 2)) },
    { value: 'excluded' as const, evidence: quotesOf(doc, outline, excluded.filter(isStrong).slice(0, 2)) },
  ].filter((side) => side.evidence.length)
  return {
    value: null,
    status: 'conflict',
    confidence: 0,
    evidence: sides.flatMap((side) => side.evidence),
    alternatives: sides,
  }
}

function quotesOf(doc: Doc, outline: Outline, said: Said[]): Evidence[] {
  return said.flatMap(({ page, sentence }) => evidenceOn(doc, outline, page.number, sentence) ?? [])
}

function sentencesOf(text: string): string[] {
  return text.split(/(?<=[.!?])\s+(?=[A-Z"(])|\n/).filter((sentence) => sentence.trim())
}
