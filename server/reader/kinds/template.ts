import { byMarks, count, type Paper, type Recognition } from './paper'

const ILLUSTRATIVE = [
  /\b20X[XY0-9]\b/,
  /\b(?:XYZ|ABC)\s+(?:service\s+organi[sz]ation|company|corp(?:oration)?|inc\b|cloud)|\bexample\s+(?:service\s+organi[sz]ation|company|co\b)/i,
  /\[\s*(?:insert\s+)?(?:company|client|service\s+organi[sz]ation|organi[sz]ation|vendor|entity|covered\s+entity|auditor|firm|system|service)(?:\s*'s)?(?:\s+(?:name|legal name|here|name here))?\s*\]|<\s*(?:company|client|service organization)(?:\s+name)?\s*>|\{\{\s*\w+\s*\}\}/i,
  /\bnon-?authoritative\b/i,
  /\billustrative\s+(?:type|report|example|soc|service|management|opinion|description|assertion)|\bfor\s+illustrative\s+purposes\b/i,
  /\b(?:this|sample|free)\s+template\b|\btemplate\s+(?:for|to)\b|\b(?:report|letter|agreement|assertion|addendum|policy|plan|questionnaire|contract)\s+template\b|\binstructions?\s+(?:for|to)\s+(?:using|completing)\b|\bsample\s+(?:business\s+associate\s+agreement|soc|report)\b/i,
  /\b(?:authoritative\s+guidance|practice\s+aid|audit\s+(?:and\s+accounting\s+)?guide|guide\s+to\s+(?:soc|understanding)|what\s+is\s+(?:a\s+)?soc\s*2|frequently\s+asked\s+questions|e-?book|checklist\s+for)\b/i,
  /\bAmerican\s+Institute\s+of\s+(?:Certified\s+Public\s+Accountants|CPAs)[^.]{0,60}(?:all\s+rights|copyright)|(?:copyright|©)[^.\n]{0,30}(?:AICPA|American\s+Institute)/i,
]
/** The department's sample, or one after it, before anybody made it an agreement. */
const SAMPLE = [
  /\bsample\s+(?:business\s+associate\s+)?(?:agreement|contract|addendum)?\s*provisions\b/i,
  /\b(?:these|the)\s+sample\s+provisions\b|\bthis\s+document\s+includes\s+sample\b/i,
  /\[\s*Option\s+1\b/i,
  /\bprovided\s+(?:only\s+)?(?:for\s+information|as\s+(?:a|an)\s+(?:example|sample|starting))|\breviewed?\s+by\s+(?:your\s+)?(?:own\s+)?(?:legal\s+)?counsel\s+before\b/i,
  /\bwords\s+or\s+phrases\s+contained\s+in\s+brackets\b|\breplace\s+(?:the|all)\s+(?:text|words|bracketed)\b/i,
]
/** Who teaches speaks of any report, a report of itself. */
const TEACHING = [
  /\ban?\s+SOC\s*[123]\s+(?:type\s+\w+\s+)?(?:report|examination|audit)\s+(?:has|contains|is|consists|includes|covers|describes|will|can|should|may)\b/i,
  /\ban?\s+(?:un)?(?:qualified|adverse|modified)\s+opinion\s+(?:means|is|says|tells|indicates|signals)\b/i,
  /\b(?:a\s+)?type\s+(?:1|i|one)\b[^.]{0,60}\b(?:is|covers|looks|reports|describes|evaluates|tests)\b[\s\S]{0,160}\btype\s+(?:2|ii|two)\b/i,
  /\b(?:explained|how\s+to\s+(?:read|prepare|choose|get|pass|use|review)|what\s+(?:is|are)\s+an?\b|step\s+by\s+step|getting\s+started)\b/i,
  /\b(?:the|your)\s+(?:practitioner|service\s+organization|auditor)\s+(?:should|may\s+want|would|needs?\s+to)\b|\bpoints\s+of\s+focus\s*:/i,
]
const LOUD =
  /\b20X[XY0-9]\b|\b(?:XYZ|ABC)\s+(?:service|company|corp)|\[\s*(?:insert\s+)?(?:company|client|service\s+organi[sz]ation)(?:\s+name)?\s*\]/i

/** Perfect wording about nobody: guidance, illustrative reports, blank forms. */
export function recogniseTemplate(paper: Paper): Recognition | null {
  const sample = byMarks('guidance-or-template', paper.front, SAMPLE, 2, 0.9)
  if (sample) return sample
  const several = byMarks('guidance-or-template', paper.front, ILLUSTRATIVE, 2, 0.9)
  if (several) return several
  if (count(paper.all, LOUD) > 2) return byMarks('guidance-or-template', paper.all, [LOUD], 1, 0.9)
  return null
}

/** An article or booklet about such reports: it talks of them and has none of their parts. */
export function recogniseGuidance(paper: Paper): Recognition | null {
  const taught = paper.examined ? null : byMarks('guidance-or-template', paper.front, TEACHING, 2, 0.8)
  return taught ?? byMarks('guidance-or-template', paper.front, ILLUSTRATIVE.slice(3), 1, 0.75)
}
