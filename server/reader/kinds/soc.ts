import { matchIn, quotes, textOf, within } from '../outline/flow'
import type { DocumentKind, Evidence } from '../reading'
import { has, marksIn, type Paper, type Recognition } from './paper'

const TRUST_CRITERIA =
  /\btrust\s+services?\s+(?:criteria|principles|categor)|\bTSP\s+(?:section\s+)?100|\bdescription\s+criteria\b|\bDC\s+(?:section\s+)?200/i
const OPINION = /\bin\s+our\s+opinion\b|\b(?:do\s+not|not)\s+express,?\s+an\s+opinion\b/i
const TITLES: [DocumentKind, RegExp][] = [
  [
    'soc2',
    /\bSOC\)?\s?[\s®™SM-]{0,4}2\b|\bSOC2\b|\bservice\s+organization\s+controls?\s+2\b|\borganization\s+controls?\s+2\b/i,
  ],
  ['soc1', /\bSOC\)?\s?[\s®™-]{0,3}1\b|\bSOC1\b/i],
  ['soc3', /\bSOC\)?\s?[\s®™-]{0,3}3\b|\bSOC3\b/i],
  ['soc-cybersecurity', /\bSOC\s+for\s+cybersecurity\b/i],
]

/** Reports of an auditor on a service organization's controls, told apart by what was examined. */
export function recogniseSoc(paper: Paper): Recognition | null {
  if (!paper.examined) return withoutExamination(paper)
  const text = textOf(paper.examined)
  if (isAboutSomethingElse(text)) return null
  const kind = examinedKind(text, title(paper))
  if (!kind || (kind === 'soc1' && isForeign(paper))) return null
  const examined = quotes(within(paper.examined, 0, 380))
  const titled = title(paper)
  const opinion = has(paper.all, OPINION)
  const start = opinion ? 0.9 : 0.75
  const agrees = titled === kind ? 0.07 : titled === null ? 0 : -0.2
  return {
    kind,
    confidence: Math.round((start + agrees) * 100) / 100,
    evidence: [...examined, ...titleEvidence(paper, kind)],
  }
}

/** The same work under the standards of another country, unless the paper calls itself a SOC 1 too. */
function isForeign(paper: Paper): boolean {
  return (
    has(paper.front, /\b(?:ISAE\s*3402|CSAE\s*3416|AAF\s*01\/\d\d|SAS\s*(?:No\.?\s*)?70|IDW\s*PS\s*951)\b/) &&
    !has(paper.front, /\bSOC\)?\s?[\s®™-]{0,3}1\b|\bSOC1\b|\bAT-C\s+(?:section\s+)?320\b|\bSSAE\b/)
  )
}

function examinedKind(text: string, titled: DocumentKind | null): DocumentKind | null {
  const first = text.slice(0, 1400)
  if (/\bcyber-?security\s+risk\s+management\s+program/i.test(first)) return 'soc-cybersecurity'
  if (/\bproduction,\s+manufacturing,?\s+or\s+distribution\b|\bDC\s+section\s+300/i.test(first)) return null
  const financial = /\binternal\s+controls?\s+over\s+financial\s+reporting\b|\bcontrol\s+objectives\b/i.test(
    text,
  )
  const trust = TRUST_CRITERIA.test(text)
  const scope = /^[\s\S]*?[a-z)]\.(?=\s+[A-Z])/.exec(text)?.[0] ?? text
  if (/\bcontrol\s+objectives\b/i.test(scope) && !TRUST_CRITERIA.test(scope) && titled !== 'soc2')
    return /\bISAE\s*3402|\bCSAE\s*3416/.test(text) ? null : 'soc1'
  const described = /\bdescriptions?\b/i.test(first)
  if (isAboutAssertion(first) && (trust || titled === 'soc3')) return 'soc3'
  if (financial && !/\btrust\s+services?\s+(?:criteria|principles)/i.test(text))
    return /\bISAE\s*3402|\bCSAE\s*3416/.test(text) ? null : 'soc1'
  if (described && (trust || titled === 'soc2')) return 'soc2'
  if (
    described &&
    /\brelevant\s+to\s+(?:the\s+)?(?:security|availability|confidentiality|privacy|processing)/i.test(text)
  )
    return 'soc2'
  if (/\bmaintained,?[^.]{0,80}\beffective\s+controls\b/i.test(text) && trust) return 'soc3'
  return null
}

/** A SOC 3 examines management's assertion that controls were effective, not a description of the system. */
function isAboutAssertion(first: string): boolean {
  const assertion = /^\s*we\s+have\s+(?:also\s+)?examined\s+(?:the\s+)?(?:\S+\s+){0,14}?assertion\b/i.exec(
    first,
  )
  return (
    assertion !== null &&
    !/\bdescription\s+of\s+(?:its|the|their)\b[^.]{0,200}\bbased\s+on\s+the\s+criteria\s+for\s+a\s+description/i.test(
      first.slice(0, assertion[0].length + 200),
    ) &&
    !/\bdescription\b/i.test(assertion[0])
  )
}

function isAboutSomethingElse(text: string): boolean {
  return (
    /^[^.]{0,400}\b(?:financial\s+statements|balance\s+sheet|agreed-upon\s+procedures|HITRUST\s+validated)\b/i.test(
      text.slice(0, 500),
    ) && !TRUST_CRITERIA.test(text)
  )
}

/** Pages cut out of a report may lack the auditor's first words: description, assertion or tests still show what it was. */
function withoutExamination(paper: Paper): Recognition | null {
  const marks = marksIn(paper.all, [
    /\bindependent\s+service\s+auditors?'?s?'?\s+report\b/i,
    /\bin\s+our\s+opinion,/i,
    /\bservice\s+commitments\s+and\s+system\s+requirements\b/i,
    /\bapplicable\s+trust\s+services?\s+criteria\b|\btrust\s+services?\s+criteria\s+relevant\s+to\b/i,
    /\bcomplementary\s+(?:user\s+entity|subservice\s+organi[sz]ation)\s+controls\b/i,
    /\bwe\s+have\s+prepared\s+the\s+(?:accompanying\s+)?description\b/i,
    /\b(?:no\s+exceptions?\s+noted|tests?\s+of\s+controls?)\b/i,
    /\bdescription\s+criteria\b/i,
  ])
  const titled = title(paper)
  const parts = new Set(paper.outline.listed.map(({ section }) => section))
  const listed = (['auditor', 'assertion', 'description', 'tests'] as const).filter((part) => parts.has(part))
  const objectives = has(paper.all, /\bcontrol\s+objectives\b/i) && has(paper.all, /\bin\s+our\s+opinion\b/i)
  if (titled === 'soc1' && (objectives || marks.length > 3))
    return { kind: titled, confidence: 0.8, evidence: titleEvidence(paper, titled) }
  if (titled === 'soc3') return null
  if (titled === 'soc2' && listed.length > 2 && marks.length > 0)
    return {
      kind: titled,
      confidence: 0.85,
      evidence: [...titleEvidence(paper, titled), ...marks.flat()].slice(0, 4),
    }
  if (marks.length < (titled === 'soc2' ? 3 : 5)) return null
  const confidence = Math.min(0.85, 0.55 + marks.length * 0.05)
  return { kind: 'soc2', confidence, evidence: marks.flat().slice(0, 4) }
}

function title(paper: Paper): DocumentKind | null {
  const named = TITLES.flatMap(([kind, pattern]) => {
    const match = pattern.exec(textOf(paper.top))
    return match ? [{ kind, at: match.index }] : []
  })
  return named.sort((a, b) => a.at - b.at)[0]?.kind ?? null
}

function titleEvidence(paper: Paper, kind: DocumentKind): Evidence[] {
  const pattern = TITLES.find(([name]) => name === kind)?.[1]
  const match = pattern && matchIn(paper.top, pattern)
  return match ? quotes(match) : []
}
