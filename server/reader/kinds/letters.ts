import { textOf } from '../outline/flow'
import { byMarks, has, type Paper, type Recognition } from './paper'

const BRIDGE = [
  /\b(?:bridge|gap|comfort|continuity)\s+letter\b/i,
  /\b(?:no|any|not|nothing|without|unaware)\b[^.]{0,60}\bchanges?\b|\bhas\s+not\s+(?:materially\s+)?changed\b/i,
  /\bnot\s+(?:intended\s+(?:to\s+be\s+|as\s+)?)?a\s+(?:substitute|replacement)\b|\b(?:not|n't)\s+(?:\w+\s+){0,3}(?:replace|substitute|stand\s+in)\b|\bin\s+place\s+of\s+the\s+report\b/i,
  /\bto\s+the\s+best\s+of\s+(?:our|my|its|management's)\s+knowledge\b/i,
  /\b(?:since|from|subsequent\s+to)\s+(?:then\b|that\s+date\b|the\s+end\s+of|\w+\s+\d{1,2},\s+\d{4}|\d{1,2}\s+\w+\s+\d{4})/i,
  /\b(?:next|new|upcoming)\s+(?:soc|examination|audit|report)/i,
  /\b(?:report|examination|audit)\b[^.\n]{0,40}\b(?:covers?|covered|covering|ended|period\s*:)|\breport\s+period\s*:/i,
  /\bneither\b[^.]{0,80}\bnor\b[^.]{0,60}\bprocedures\b|\bnot\s+(?:been\s+)?(?:examined|audited|tested|reviewed)\s+by\b|\b(?:has|have)\s+not\s+(?:performed|examined|audited)\b/i,
  /\bperiod\s+(?:covered\s+by|of)\s+this\s+(?:letter|representation|statement)\b|\bcontinu\w+\s+to\s+(?:operate|function)\b|\bgone\s+on\s+operating\b/i,
  /\b(?:last|latest|most\s+recent|previous)\s+(?:[\w-]+\s+){0,5}(?:report|examination|audit)\b/i,
]
const ABOUT_REPORT =
  /\bSOC\b|\b(?:examined|audited)\b[^.]{0,120}\bperiod\b|\bservice\s+auditor'?s?\s+report\b/i
const LETTER =
  /\b(?:dear|to\s+whom|to\s*:|subject\s*:|re\s*:|sincerely|regards|customers?|clients?|signed|management\s+(?:is|has|represents?|confirms?)|we\s+(?:confirm|represent))\b/i
const ENGAGEMENT = [
  /\b(?:have|has)\s+been\s+engaged\b|\bengaged\s+(?:by|us|our firm)\b|\bhas\s+engaged\b/i,
  /\bengagement\s+letter\b|\bterms\s+of\s+(?:our|the|this)\s+engagement\b|\bconfirm\s+(?:our|the)\s+(?:understanding|engagement|terms)\b/i,
  /\b(?:does\s+not|not)\s+(?:provide|constitute|express)\s+(?:any\s+)?(?:\w+\s+){0,4}assurance\b/i,
  /\b(?:fieldwork|examination|report|audit|we|issuance)\b[^.]{0,80}\b(?:is\s+expected|will\s+(?:begin|be|perform|examine|commence|issue|conduct)|scheduled|anticipated|is\s+(?:currently\s+)?in\s+progress|underway|planned)\b/i,
  /\bour\s+(?:fees?|responsibilit\w+|objectives?)\b/i,
]
const AHEAD =
  /\bservices\s+(?:that\s+|which\s+)?we\s+(?:will|shall|are\s+to)\s+(?:provide|perform)\b|\b(?:examination|engagement)\s+(?:will|shall)\s+be\s+(?:conducted|performed|made)\b|\bwe\s+(?:will|shall|are\s+to)\s+(?:examine|conduct|perform|audit|report|issue|express)\b|\bwe\s+(?:expect|plan|intend|anticipate)\s+(?:to\s+)?(?:issue|issuing|examine|begin|conduct|complete|express)|\b(?:retained|appointed|engaged|hired|selected|contracted(?:\s+with)?)\s+(?:us|our\s+firm|the\s+firm|[A-Z][^.\n]{2,60}?)\s+(?:to|for)\s+(?:perform|conduct|examine|complete|provide|an?|its|the)\b|\b(?:is|are)\s+not\s+(?:yet\s+)?(?:complete|finished)\b/i
const TERMS = [
  ...ENGAGEMENT,
  AHEAD,
  /\bour\s+(?:\w+\s+){0,2}examination\s+(?:will|is\s+to)\b|\bwe\s+are\s+pleased\s+to\s+confirm\b|\bsets?\s+out\s+the\s+terms\b/i,
  /\b(?:observation|examination|audit)\s+period\b/i,
  /\b(?:no|nor)\s+(?:opinion|assurance)\b|\bgives?\s+no\s+assurance\b/i,
  /\bengaged\s+to\s+(?:perform|examine|conduct|issue)\b|\bengages?\s+(?:us|our\s+firm|the\s+firm|[A-Z]\w+)\s+to\b/i,
  /\bfees?\b[^.]{0,60}(?:[$€£\d]|\bhours\b)|\b(?:invoiced?|billed|retainer)\b/i,
  /\bsign(?:ed)?\s+(?:the\s+enclosed\s+\w+\s+)?and\s+return\b|\b(?:acknowledge|agree|accept)\s+by\s+signing\b|\b(?:acknowledged|accepted|agreed)(?:\s+and\s+\w+)?\s*(?::|by\b)|\byour\s+understanding\b/i,
  /\b(?:deliverables?|statement\s+of\s+work|scope\s+of\s+(?:services|work))\b/i,
  /\b(?:report|we|auditor|firm|examination)\s+will\s+(?:\w+\s+)?(?:contain|perform|examine|issue|express|cover|include|be)\b/i,
  /\bterms\s+(?:on|of|under)\s+(?:which|our|this|the)\b/i,
]
const PROBED = [
  /\bOWASP\b|\bCVSS\b|\bPTES\b|\bOSSTMM\b|\bOSCP\b|\bCREST\b|\bNIST\s+SP\s*800-115\b|\bWSTG\b/,
  /\b(?:critical|high)\b[\s\S]{0,120}\b(?:medium|moderate|low)\b/i,
  /\bre-?test|\bremediat|\btried\b[^.]{0,40}\bagain\b|\b(?:been|as|was|were)\s+(?:closed|fixed|resolved)\b/i,
  /\b(?:security\s+)?test(?:ing|s)?\s+(?:of\s+[^.]{2,60}\s+)?(?:took\s+place|was\s+(?:carried\s+out|conducted|performed)|ran\s+from|between)\b|\bcarr(?:y|ied)\s+out\s+(?:\w+\s+)?security\s+test/i,
  /\btesters?\b|\btest\s+accounts?\b|\b(?:black|gr[ae]y|white)[\s-]box\b|\bfrom\s+the\s+outside\b|\bexploit/i,
  /\bvulnerabilit|\bweakness/i,
]
const PENTEST = [
  /\bpenetration\s+test(?:ing|s)?\b|\bpen-?test\b|\bethical\s+hack/i,
  /\bOWASP\b|\bCVSS\b|\bPTES\b|\bOSSTMM\b|\bNIST\s+SP\s*800-115\b|\bWSTG\b/i,
  /\b(?:critical|high|medium|low|informational)\b[\s\S]{0,60}\b(?:findings?|vulnerabilit|severity|risk|issues?)|\bfindings?\b/i,
  /\bre-?test(?:ed|ing)?\b|\bremediat/i,
  /\bmethodolog|\bexploit|\bblack[\s-]box|\bgr[ae]y[\s-]box|\btest(?:ing)?\s+(?:window|period)|\btesters?\b/i,
]
const READINESS = [
  /\b(?:readiness|gap|pre-?audit|pre-?examination|maturity)\s+(?:assessment|analysis|review|report)\b|\bpre-?assessment\b/i,
  /\b(?:not|partially|mostly|fully)\s+(?:ready|implemented|in\s+place|met)\b|\bgaps?\s+(?:identified|summary|found|remediation)\b|\bgap\s+summary\b|\bgap\s*:|\bclos(?:e|ing)\s+(?:the\s+|these\s+)?gaps\b/i,
  /\b(?:no|not)\s+(?:\w+\s+){0,3}(?:opinion|assurance)\b|\bconsulting\s+(?:service|engagement)\b|\bnot\s+an\s+(?:examination|audit|attestation)\b/i,
  /\brecommend(?:ed|ation|ations|s)?\b|\bremediation\s+(?:plan|roadmap|timeline)\b/i,
]

/** Management's word for the time after a report. */
export function recogniseBridgeLetter(paper: Paper): Recognition | null {
  const titled = has(paper.front, /\b(?:bridge|gap)\s+letter\b/i) && has(paper.front, BRIDGE[1]!)
  if (paper.outline.own.length > 4 || !has(paper.front, ABOUT_REPORT)) return null
  const told = titled || (has(paper.front, BRIDGE[1]!) && has(paper.front, LETTER))
  return told && !isReport(paper)
    ? byMarks('bridge-letter', paper.front, BRIDGE, titled ? 2 : 4, titled ? 0.95 : 0.85)
    : null
}

/** An auditor's letter about work still to be done. */
export function recogniseEngagement(paper: Paper): Recognition | null {
  const titled = has(paper.top, /\bengagement\s+letter\b/i)
  const engaged =
    has(paper.front, /\bengag(?:ed|ement|es?)\b|\bstatement\s+of\s+work\b/i) || has(paper.front, AHEAD)
  if (!engaged || isReport(paper)) return null
  const named = has(paper.front, /\b(?:have|has)\s+been\s+engaged\b|\bhas\s+engaged\b|\bengagement\b/i)
  const letter = named ? byMarks('engagement-letter', paper.front, ENGAGEMENT, titled ? 1 : 2, 0.9) : null
  if (letter) return letter
  const examination = has(paper.front, /\bSOC\b|\bexamination\b/)
  return examination
    ? byMarks('engagement-letter', paper.front, TERMS, has(paper.front, AHEAD) ? 3 : 4, 0.85)
    : null
}

export function recognisePentest(paper: Paper): Recognition | null {
  if (/\b(?:policy|procedures?|standard|plan|programme?|manual)\b/i.test(textOf(paper.top).slice(0, 70)))
    return null
  const titled =
    /\bpen(?:etration)?[\s-]*test|\bsecurity\s+(?:assessment|test)|\bvulnerability\s+assessment/i.test(
      textOf(paper.top),
    )
  if (titled && has(paper.front, PENTEST[0]!)) return byMarks('pentest', paper.front, PENTEST, 2, 0.92)
  return has(paper.front, PROBED[0]!) ? byMarks('pentest', paper.front, PROBED, 4, 0.85) : null
}

/** What was found to be wanting shows that the work is done, whatever is said of its terms. */
export function recogniseGaps(paper: Paper): Recognition | null {
  return READINESS[0]!.test(textOf(paper.top).slice(0, 500)) && has(paper.front, READINESS[1]!)
    ? recogniseReadiness(paper)
    : null
}

export function recogniseReadiness(paper: Paper): Recognition | null {
  const titled = READINESS[0]!.test(textOf(paper.top).slice(0, 500))
  const about = has(paper.front, /\bSOC\b|\btrust\s+services\b|\bcriteria\b/i)
  return about && !isReport(paper)
    ? byMarks('readiness-assessment', paper.front, READINESS, titled ? 2 : 3, titled ? 0.93 : 0.75)
    : null
}

/** An auditor who has examined, or could not, gives a report and no letter about one. */
function isReport(paper: Paper): boolean {
  const opinion = /\bin\s+our\s+opinion\b[\s,:]+(?:in\s+all|except|because)/i
  return (
    has(paper.all, opinion) || has(paper.all, /\bwe\s+(?:have\s+examined|were\s+engaged\s+to\s+examine)\b/i)
  )
}
