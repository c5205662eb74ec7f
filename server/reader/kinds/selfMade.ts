import { textOf } from '../outline/flow'
import { byMarks, has, type Paper, type Recognition } from './paper'

const BOASTS = [
  /[✅🔒✔☑🎉🛡]|\bPASSED\b/u,
  /\bSOC\s*2\s*(?:type\s*(?:1|2|i{1,2})\s*)?(?:certified|certification|certificate|compliant|accredited)\b|\bfully\s+compliant\b/i,
  /\bcertified\s+until\b|\bcertificate\s+(?:id|no|number)\b|\bvalid\s+(?:until|through)\b/i,
  /\b(?:overall|compliance|security)\s+(?:score|rating|status)\b|\b\d{2,3}(?:\.\d)?\s?%\s+(?:of\s+(?:all\s+)?controls\s+)?(?:compliant|compliance|passed|passing|complete|effective|met)/i,
  /\[(?:independent|name of|insert)[^\]]{0,40}(?:firm|auditor|CPA)[^\]]{0,20}\]|\bauditor\s*:\s*(?:\[|tbd|pending|internal)/i,
  /\b(?:un)?qualified\s+opinion\b/i,
  /\btotal\s+controls?\s+(?:tested)?\b|\bcontrols?\s+(?:passed|failed)\b/i,
  /\b(?:compliance|executive)\s+(?:report|summary|overview)\b|\bself[\s-](?:assessment|attestation|assessed)\b|\bsummary\s+of\s+(?:our|the)\s+(?:soc|audit)/i,
]
const TOLD = [
  /\bopinion\s*(?::|[-–—]|was|of)?\s*(?:an?\s+)?un(?:qualified|modified)\b/i,
  /\b(?:audit|reporting|report|observation)\s+(?:window|period)\s*:/i,
  /\bexceptions?(?:\s+noted)?\s*:\s*(?:\d|none)/i,
  /:\s*pass(?:ed|ing)?\b/i,
  /\baudit(?:or|\s+firm)?\s*:/i,
  /\b(?:this|the)\s+summary\b|\bprepared\s+(?:this\s+summary\s+)?(?:by|for)\s+(?:the\s+)?(?:security|compliance|trust|prospects|customers)\b/i,
  /\bwe\s+are\s+(?:\w+\s+)?SOC\s*2\b|\bsuccessfully\s+(?:completed|passed)\b/i,
]

/** A company's own account of a SOC 2, without an auditor who says "we have examined". */
export function recogniseSelfMade(paper: Paper): Recognition | null {
  if (paper.examined || !has(paper.front, /\bSOC\s?-?2\b|\btrust\s+services\s+criteria\b/i)) return null
  const titled = /\bSOC\s?-?2\b/i.test(textOf(paper.top).slice(0, 120))
  return (
    byMarks('self-made-summary', paper.front, BOASTS, 2, 0.85) ??
    (titled ? byMarks('self-made-summary', paper.front, [...BOASTS, ...TOLD], 3, 0.8) : null)
  )
}
