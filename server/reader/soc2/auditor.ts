import type { ReportOutline } from '../outline'
import { quotes, textOf, whole, within, type Span } from '../outline/flow'
import type { Field } from '../reading'
import { agree, certain, level, START } from './confidence'
import { findDates } from './dates'
import { firmness, isKnownFirm, looksLikeFirm } from './firmNames'
import { linesOf } from './flowLines'
import { cleanName, sameParty } from './names'
import type { Signature } from './signature'

const PREPARED =
  /\b(?:prepared|issued|examined|audited|conducted|performed|attested)\s+by\s*:?\s+([A-Z0-9][^\n]{2,70})|\b(?:independent\s+)?service\s+auditor(?:'s\s+name)?\s*:\s*([A-Z0-9][^\n]{2,70})|\bindependent service auditors?'?s? report (?:issued |provided |prepared )?by\s+([A-Z0-9][^\n]{2,70})/i

/** The firm that signs; the cover and the letterhead may confirm it, and name it when it signs with a picture. */
export function readAuditor(
  signature: Signature,
  outline: ReportOutline,
  organization: string | null,
): Field<string> {
  const cover = onCover(outline, organization)
  const { firm } = signature
  if (!firm) {
    if (cover) return agree([{ value: cover.name, where: cover.where, from: 'cover' }])
    const twice = namedTwice(signature, outline, organization)
    return twice ? certain(twice.text, twice.where, 0.75) : letterheadOnly(outline, organization)
  }
  const evidence = quotes(firm.where)
  if (evidence.length === 0) return { value: null, status: 'unreadable', confidence: 0, evidence: [] }
  const agrees = cover !== null && sameParty(cover.name, firm.name)
  const weak = firm.strength < 5 && !isKnownFirm(firm.name) ? 0.1 : 0
  return {
    value: firm.name,
    status: 'found',
    confidence: level(START.auditor + (agrees ? 0.05 : 0) - weak, evidence),
    evidence,
  }
}

/** A line under the report that does not sound like a firm, and stands by itself on the cover too. */
function namedTwice({ lines }: Signature, outline: ReportOutline, organization: string | null) {
  const covers = new Set(linesOf(outline.flowOf('cover')).map(({ text }) => text.toLowerCase()))
  return lines.find(
    ({ text }) =>
      covers.has(text.toLowerCase()) &&
      looksLikeFirm(text) &&
      findDates(text).length === 0 &&
      !/\bSOC\b|,\s+[A-Z][a-z]+$/.test(text) &&
      !(organization && sameParty(text, organization)),
  )
}

function onCover(outline: ReportOutline, organization: string | null): { name: string; where: Span } | null {
  const cover = whole(outline.flowOf('cover'))
  const match = PREPARED.exec(textOf(cover))
  const raw = match?.[1] ?? match?.[2] ?? match?.[3]
  const name = raw ? cleanName(raw.replace(/\s+[-–|]\s.*$/, '')) : null
  if (match && raw && name && looksLikeFirm(name) && !(organization && sameParty(name, organization))) {
    const start = match.index + match[0].indexOf(raw)
    return { name, where: within(cover, start, start + name.length) }
  }
  return firmLine(cover, organization)
}

function firmLine(cover: Span, organization: string | null): { name: string; where: Span } | null {
  const line = linesOf(cover.flow).find(
    ({ text }) =>
      /\b(?:LLP|PLLC|CPAs?|Certified Public Accountants|P\.C\.|Assurance|Auditors)\b/.test(text) &&
      looksLikeFirm(text) &&
      firmness(text) > 2 &&
      !(organization && sameParty(text, organization)),
  )
  return line ? { name: line.text, where: line.where } : null
}

/** A running header inside the auditor's report is its letterhead. */
function letterheadOnly(outline: ReportOutline, organization: string | null): Field<string> {
  const flow = outline.flowOf('auditor')
  const head = linesOf(flow)
    .slice(0, 6)
    .find(
      ({ text }) =>
        looksLikeFirm(text) && firmness(text) > 2 && !(organization && sameParty(text, organization)),
    )
  if (!head)
    return {
      value: null,
      status: flow.text === '' ? 'not-in-document' : 'not-stated',
      confidence: 0,
      evidence: [],
    }
  const evidence = quotes(head.where)
  return {
    value: evidence.length > 0 ? head.text : null,
    status: evidence.length > 0 ? 'found' : 'unreadable',
    confidence: evidence.length > 0 ? level(0.7, evidence) : 0,
    evidence,
  }
}
