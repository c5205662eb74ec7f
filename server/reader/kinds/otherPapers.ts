import { textOf } from '../outline/flow'
import { recogniseSelfMade } from './selfMade'
import { byMarks, type Paper, type Recognition } from './paper'

const TITLES = [
  /\bISAE\s*(?:\(UK\)\s*)?3402\b|\bCSAE\s*3416\b|\bSAS\s*(?:No\.?\s*)?70\b|\bAAF\s*01\/06\b/i,
  /\battestation\s+of\s+compliance\b|\bPCI\s+DSS\b|\bPCI\s+security\s+standards\b/i,
  /\bconsensus\s+assessments?\s+initiative\b|\bCAIQ\b|\bsecurity\s+questionnaire\b|\bSIG\s+(?:lite|core)\b|\bVSAQ\b|\bHECVAT\b/i,
  /\binvoice\b|\bpurchase\s+order\b|\bquotation\b|\bamount\s+due\b/i,
  /\b(?:mutual\s+)?(?:non-?disclosure|confidentiality)\s+agreement\b|\bdata\s+(?:processing|protection)\s+(?:agreement|addendum)\b|\bdata\s+use\s+agreement\b|\bmaster\s+(?:services?|subscription)\s+agreement\b/i,
  /\bprivacy\s+(?:policy|notice)\b|\binformation\s+security\s+policy\b|\bterms\s+of\s+(?:service|use)\b|\bcertificate\s+of\s+(?:liability\s+)?insurance\b/i,
  /\bFedRAMP\b|\bCSA\s+STAR\b|\bcyber\s+essentials\b|\bC5\s+(?:report|attestation)\b|\bISO\s*(?:\/\s*IEC)?\s*(?:9001|27701|27017|27018|22301)\b/i,
]

/** Papers that are known and are none of the kinds that are asked for. */
export function recogniseOther(paper: Paper): Recognition | null {
  if (/\bSOC\s?[®™]?\s?[123]\b/.test(textOf(paper.top).slice(0, 300)) && paper.examined) return null
  const top = textOf(paper.top)
  const named = Math.min(...TITLES.map((title) => top.search(title)).filter((at) => at >= 0))
  const soc2 = top.search(/\bSOC\s?[®™]?\s?-?2\b/)
  if (soc2 >= 0 && soc2 < 120 && soc2 < named)
    return recogniseSelfMade(paper) ?? byMarks('other', paper.top, TITLES, 1, 0.6)
  return byMarks('other', paper.top, TITLES, 1, 0.85)
}
