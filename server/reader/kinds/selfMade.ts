import { byMarks, has, type Paper, type Recognition } from './paper'

const BOASTS = [
  /[✅🔒✔☑🎉🛡]|\bPASSED\b/u,
  /\bSOC\s*2\s*(?:type\s*(?:1|2|i{1,2})\s*)?(?:certified|certification|certificate|compliant|accredited)\b|\bcertified\s+until\b|\bcertificate\s+id\b|\bfully\s+compliant\b/i,
  /\b(?:overall|compliance|security)\s+(?:score|rating|status)\b|\b\d{2,3}(?:\.\d)?\s?%\s+(?:compliant|compliance|passed|complete)/i,
  /\[(?:independent|name of|insert)[^\]]{0,40}(?:firm|auditor|CPA)[^\]]{0,20}\]|\bauditor\s*:\s*(?:\[|tbd|pending|internal)/i,
  /\b(?:un)?qualified\s+opinion\b/i,
  /\btotal\s+controls?\s+(?:tested)?\b|\bcontrols?\s+(?:passed|failed)\b/i,
  /\b(?:compliance|executive)\s+(?:report|summary|overview)\b|\bself[\s-](?:assessment|attestation|assessed)\b|\bsummary\s+of\s+(?:our|the)\s+(?:soc|audit)/i,
]

/** A company's own account of a SOC 2, without an auditor who says "we have examined". */
export function recogniseSelfMade(paper: Paper): Recognition | null {
  if (paper.examined || !has(paper.front, /\bSOC\s?-?2\b|\btrust\s+services\s+criteria\b/i)) return null
  return byMarks('self-made-summary', paper.front, BOASTS, 2, 0.85)
}
