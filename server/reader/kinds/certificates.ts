import { textOf } from '../outline/flow'
import { byMarks, has, type Paper, type Recognition } from './paper'

const ISO = [
  /\bISO\s*(?:\/\s*IEC)?\s*27001\b/i,
  /\bcertificate\b|\bhereby\s+certif|\bthis\s+is\s+to\s+certify\b|\bregistration\b/i,
  /\bstatement\s+of\s+applicability\b|\bSoA\b/i,
  /\bcertificate\s+(?:no\b|number|id|registration)|\bregistration\s+(?:no|number)/i,
  /\b(?:expir(?:y|es|ation)|valid\s+(?:until|to|from|through)|date\s+of\s+(?:issue|expiry)|issue\s+date|recertification)\b/i,
  /\b(?:accredit(?:ed|ation)|certification\s+body|UKAS|ANAB|DAkkS|RvA|registrar)\b/i,
]
const HITRUST = [
  /\bHITRUST\b/,
  /\b(?:r2|i1|e1)\b|\bCSF\b/,
  /\bcertif(?:ied|ication)\b|\bvalidated\s+assessment\b/i,
  /\bexternal\s+assessor\b|\bassessor\s+organi[sz]ation\b|\brepresentation\s+from\s+management\b/i,
  /\bvalid\s+for\s+(?:a\s+period\s+of\s+)?(?:one|two|\d)\s+years?\b|\binterim\s+assessment\b|\bcertification\s+criteria\b/i,
]

export function recogniseIso(paper: Paper): Recognition | null {
  const certificate = has(paper.front, /\bcertificate\b|\bthis\s+is\s+to\s+certify\b|\bhereby\s+certif/i)
  if (paper.outline.own.length > 8 || !certificate || !has(paper.front, ISO[0]!)) return null
  if (/\b(?:letter|policy|report|manual|statement of applicability)\b/i.test(textOf(paper.top).slice(0, 80)))
    return null
  return byMarks('iso27001-certificate', paper.front, ISO, 3, 0.93)
}

export function recogniseHitrust(paper: Paper): Recognition | null {
  const titled = /\bHITRUST\b/.test(textOf(paper.top))
  return titled && has(paper.front, HITRUST[2]!)
    ? byMarks('hitrust-letter', paper.front, HITRUST, 3, 0.92)
    : null
}
