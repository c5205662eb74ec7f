import { fractionIn } from './numbers'

const FELL_SHORT = [
  /\b(?:was|were|is|are|had|has|have|been|being|did|does|do|could)(?:n't| not) (?:\w+ ){0,2}(?:perform|complet|document|approv|evidenc|availab|retain|remov|revok|disabl|obtain|provid|sign|timely|review|updat|conduct|execut|encrypt|configur|enabl|maintain|record|notif|deactivat|terminat|restrict|follow|receiv|enforc|acknowledg|test|patch|remediat|resolv|contain|includ|have|meet|match|locat|support|recertif|enrol|assign|authoriz|authoris|present|demonstrat|finish|formal|properly|appropriate|consistent|within|on time|investigat|log|track|clos|issu|attend|take|submit|occur (?:within|on)|kept|keep|granted|reflect|correspond)\w*/,
  /\b(?:was|were|had) not (?:been )?(?:(?!noted|found|identified|observed|affected|impacted|needed|required|used|compromised|accessed|exploited|intended|extended|expected|limited|subject|tested|triggered|invoked|operated|exercised|activated|called)\w+ed|carried out|taken place|held|done|made|given|sent|shown|run|put|brought|drawn up|written|withdrawn|taken away|seen to)\b/,
  /\b(?:lacked|lacking|lacks|missing|absent|absence of|omitted|overdue|untimely|not timely|late|delayed|belated|expired|incomplete|unapproved|unauthorized|undocumented|unsupported|inappropriate|insufficient|excessive|instead of|failed to|failed|exceed(?:ed|ing)?|unable to (?:provide|locate|evidence|obtain|demonstrate)|beyond the|neglected)\b/,
  /\b(?:no|without) (?:[\w-]+ ){0,3}(?:evidence|documentation|approvals?|records?|sign-?off|authorization|ticket|justification)\b/,
  /\bretained (?:\w+ ){0,3}access\b|\bremained (?:active|enabled|open|in place)\b|\bstill (?:had|active|enabled)\b/,
  /\b(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|several)(?: \(\d+\))? (?:\w+ )?(?:(?:business|calendar|working) )?(?:days?|hours?|weeks?|months?) (?:after|late|past|beyond|later|overdue)\b/,
  /\bno (?:[\w-]+ ){0,3}(?:approvals?|reviews?|backups?|training|assessments?|tests?|sign-?offs?|scans?|meetings?) (?:was|were|had been) (?:performed|completed|conducted|obtained|documented|held|run|executed)\b/,
  /\b(?:completed|performed|signed|approved|removed|revoked|disabled|reviewed|obtained|patched|resolved|done|executed) (?:[\w-]+ ){0,3}after (?:the |their |his |her |its )?(?:[\w-]+ ){0,3}(?:dates?|start|hire|release|deployment|deadline|termination|implementation|onboarding)\b/,
  /\bon(?:ly)? the (?:\w+) (?:business |calendar |working )?day\b|\bafter (?:the )?(?:\d+|due date|deadline|required)|\bonly (?:\d+|one|two|three)\b/,
]
const TEST_STEP =
  /^(?:for (?:a|the|each|one|all) (?:\w+ ){0,3}?(?:sample|selection)[^,]*, )?(?:we )?(?:inspected|inquired|observed|reperformed|re-performed|examined|selected|obtained|verified|reviewed|corroborated|queried|per inquiry|inspection of|inquiry of)\b/
const AIM =
  /\bto (?:determine|ascertain|verify|confirm|validate|ensure|assess|corroborate|evaluate|understand)\b/
const FOUND = /\b(?:noted|determined|identified|found|disclosed|observed) that\b/

/** "For 23 of 25 changes approval was documented" alone says too little. */
const WENT_WELL =
  /\b(?:was|were|is|are|had|have|has|been) (?:(?:all|also|properly|duly|fully|timely|appropriately) )?(?:approved|authori[sz]ed|complet|document|evidenced|in place|obtained|performed|provided|removed|retained|revoked|disabled|reviewed|signed|tested|timely|encrypted|enabled|configured|selected|inspected|appropriate)\w*\b(?! (?:\w+ ){0,6}(?:late|after|later|only|but|without|on (?:the )?(?:\w+ )?day)\b)/

/** Words that tell of a failed item although no exception is named. Soft ones yield to an explicit "no exceptions noted". */
export function failureIn(clause: string): 'strong' | 'soft' | null {
  if (TEST_STEP.test(clause) && (AIM.test(clause) || !FOUND.test(clause))) return null
  const fellShort = FELL_SHORT.some((pattern) => pattern.test(clause))
  const fraction = fractionIn(clause)
  const some = fraction !== null && fraction.failed > 0 && fraction.failed < fraction.tested
  if (fraction && !some && fraction.failed === 0) return null
  if (some && !TEST_STEP.test(clause) && (fellShort || !WENT_WELL.test(clause))) return 'strong'
  return fellShort ? 'soft' : null
}
