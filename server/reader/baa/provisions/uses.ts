import type { Provision } from '../../reading'
import {
  type Agreement,
  answer,
  findSentence,
  findSentences,
  HEALTH_INFORMATION,
  missing,
  present,
  proof,
  weak,
} from '../agreement'

const USE = /\b(?:use|uses|using|used|disclose|disclosures?|access)\b/i
const BLANKET =
  /\bany (?:lawful|legal|business|legitimate) purposes?\b|\bits (?:own )?(?:business|commercial) purposes\b|\bat its (?:sole )?discretion\b/i
const NAMED =
  /\b(?:(?:services?|master|underlying|subscription|license|licence|software|principal|main|primary|customer|support|consulting|hosting|participation)\s+)+(?:agreement|contract|terms|arrangement)s?\b|\bstatement of work\b|\bterms of (?:service|use)\b|\b(?:agreement|contract|MSA|SOW)s? (?:between|dated|under which)\b|\bthe MSA\b/i
const LISTED =
  /\b(?:following (?:services|functions|purposes|activities)|services?:|purposes?:|limited to|consist(?:s|ing) of|namely|including|such as|in connection with (?:the )?[a-z]+ing|(?:solely|only) (?:to|for) [a-z]+(?:ing)?\b|to provide [a-z]|for (?:the purposes? of )?(?:billing|hosting|storing|processing|transcri|claims|scheduling|payment|support|coding))/i
const OWN =
  /\bmanagement and administra|\bproper management\b|\bde-?identif|\baggregat|\bminimum necessary\b|\bsubcontractor|\breport\b/i

/** 45 CFR 164.504(e)(2)(i). */
export function permittedUses(agreement: Agreement): Provision {
  const all = [USE, HEALTH_INFORMATION]
  const found = findSentences(agreement, { all, permission: true }).filter(
    ({ text }) => permits(text) && (!OWN.test(text) || /\b(?:solely|only) (?:to|for)\b/i.test(text)),
  )
  const blanket = found.find(({ text }) => BLANKET.test(text) && !/\bnot\b/.test(text))
  if (blanket) return weak(agreement, blanket, 'A blanket permission names no purposes.')
  const lists = found.find(
    ({ text, clause }) =>
      LISTED.test(text) && !onlyNamed(text) && (!/:\s*$/.test(text) || clause.lead === ''),
  )
  if (lists) return present(agreement, lists)
  const named = found.find(({ text }) => NAMED.test(text))
  if (named)
    return answer(
      'needs-a-person',
      proof(agreement, named),
      'The uses are those of another agreement: see that it is on file.',
    )
  const listed = agreement.clauses.find(
    ({ heading, text, topic }) =>
      topic === 'clause' &&
      /\b(?:permitted|authorized) (?:uses?|purposes?)\b/i.test(heading) &&
      text.length > 40 &&
      !OWN.test(text) &&
      !/\bnot (?:use|disclose)/i.test(text),
  )
  if (found[0])
    return answer(
      'needs-a-person',
      proof(agreement, found[0]),
      'It permits uses, but the purposes are not plain.',
    )
  if (listed)
    return answer(
      'needs-a-person',
      proof(agreement, listed),
      'The purposes stand under a heading and are not plain.',
    )
  return missing(agreement, 'No purposes are stated; a heading alone does not count.')
}

function permits(text: string): boolean {
  if (/\bnot (?:use|permitted|disclose|further)/i.test(text))
    return /\bmay (?:only )?(?:use|disclose|access)\b/i.test(text)
  return /\bmay\b|\bonly\b|\bpermitted\b|\bas necessary\b|\bauthori[sz]ed\b|\bsolely\b/i.test(text)
}

/** Only a reference, with no purposes beside it. */
function onlyNamed(text: string): boolean {
  const without = text.replace(new RegExp(NAMED.source, 'gi'), '')
  return (
    NAMED.test(text) &&
    !/\bfollowing\b|\bnamely\b|\bincluding\b|\bsuch as\b|services?:/i.test(without) &&
    !/\bto (?:bill|host|store|process|transcribe|schedule|submit)\b/i.test(without)
  )
}

/** 45 CFR 164.504(e)(2)(i)(A) and (e)(4). */
export function ownManagement(agreement: Agreement): Provision {
  const found = findSentences(agreement, {
    all: [
      /\b(?:proper )?management\b[^.]{0,40}\badministrat|\blegal responsibilities\b/i,
      /\b(?:use|disclose)/i,
    ],
    permission: true,
  })
  if (!found.length) return missing(agreement, 'It may be left out.')
  const discloses = found.filter(({ text }) => /\bdisclos/i.test(text) && !/\bnot disclose\b/i.test(text))
  const assured = found.some(({ clause }) =>
    /\breasonable assurances?\b|\brequired by law\b|\bas required by\b/i.test(clause.text),
  )
  const business = found.find(({ text }) =>
    /\bbusiness purposes\b|\bany (?:other )?(?:lawful )?purpose/i.test(text),
  )
  if (business)
    return weak(agreement, business, 'It goes beyond management, administration and legal duties.')
  if (discloses[0] && !assured)
    return weak(
      agreement,
      discloses[0],
      'Disclosure without being required by law and without assurances from the recipient.',
    )
  return present(agreement, found[0]!)
}

/** 45 CFR 164.504(e)(2)(i)(B). */
export function dataAggregation(agreement: Agreement): Provision {
  const found = findSentence(agreement, { all: [/\baggregat(?:e|ion|ed|ing)\b/i], permission: true })
  if (!found) return missing(agreement, 'It may be left out.')
  const forPractice = /\bhealth ?care operations\b|164\.501|164\.504\(e\)\(2\)\(i\)\(B\)/i.test(found.text)
  const forItself =
    /\b(?:its|their) own\b|\bits (?:products?|customers|services|business)\b|\bimprove\b|\bbenchmark|\bcommerciali|\bsell\b/i.test(
      found.text,
    )
  if (forItself) return weak(agreement, found, 'Aggregation for the vendor’s own ends.')
  if (/\bnot\b[^.]{0,60}\baggregat/i.test(found.text) || forPractice) return present(agreement, found)
  return answer(
    'needs-a-person',
    proof(agreement, found),
    'It does not say that aggregation is for the practice’s operations.',
  )
}

/** 45 CFR 164.504(e)(2)(ii)(A). */
export function noOtherUse(agreement: Agreement): Provision {
  const no =
    /\bnot\s+(?:to\s+)?(?:[\w,]+\s+){0,5}?(?:use|disclose|access)|\bneither use\b|\brefrain from\b|\bprohibited from using\b/i
  const bounds =
    /\b(?:other than|except|unless|beyond|only|in (?:any|a) manner|not (?:expressly )?(?:permitted|authori[sz]ed))\b/i
  const allowed = /\b(?:permitted|required|allowed|authori[sz]ed|provided for|set forth|necessary)\b/i
  const negative = findSentences(agreement, {
    all: [no, bounds, allowed, /\b(?:use|disclos)/i],
    none: [/\bde-?identif|\bminimum necessary\b|\bSubpart E of 45 CFR Part 164 if done by\b|\bif done by\b/i],
  })
  const only = findSentences(agreement, {
    all: [
      /\b(?:use|disclos)\w*\b[^.]{0,80}\bonly\b|\bonly\b[^.]{0,30}\b(?:use|disclos)|\bsolely\b/i,
      /\b(?:as (?:expressly )?(?:permitted|required|authori[sz]ed|allowed)|required by law)\b/i,
      HEALTH_INFORMATION,
    ],
    none: [OWN, BLANKET],
    permission: true,
  })
  const found =
    negative.find(({ text }) => HEALTH_INFORMATION.test(text) || /\binformation\b/i.test(text)) ?? only[0]
  return found ? present(agreement, found) : missing(agreement)
}

/** 45 CFR 164.502(b). */
export function minimumNecessary(agreement: Agreement): Provision {
  const found = findSentence(agreement, {
    all: [/\bminimum (?:amount )?necessary\b|\bleast (?:amount of )?information\b/i],
    permission: true,
  })
  return found ? present(agreement, found) : missing(agreement)
}

/** 45 CFR 164.514(a)-(c). */
export function deIdentification(agreement: Agreement): Provision {
  const found = findSentences(agreement, { all: [/\bde-?identif/i], permission: true })
  const all = found.map(({ clause }) => clause.text).join(' ')
  if (!found[0]) return missing(agreement, 'Nothing is said of it.')
  const refused = found.find(({ text }) =>
    /\bnot\b[^.]{0,60}\bde-?identif|\bde-?identif\w*\b[^.]{0,80}\b(?:prohibited|not (?:allowed|permitted))|\bno right to de-?identif/i.test(
      text,
    ),
  )
  if (refused) return present(agreement, refused, 'It is refused, or needs consent.')
  const sold = found.find(({ clause }) =>
    /\bsell\b|\bsale\b|\bcommerciali[sz]e|\blicen[cs]e\b|\btrain(?:ing)?\b[^.]{0,60}\bmodels?\b|\bmachine learning\b|\bartificial intelligence\b|\bany (?:lawful )?purpose/i.test(
      clause.text,
    ),
  )
  if (sold && !/\bnot (?:sell|commercial|license|train)/i.test(sold.clause.text))
    return weak(agreement, sold, 'The vendor may make its own use of de-identified data.')
  return /164\.514|\bsolely\b|\bonly\b|\blimited to\b/i.test(all)
    ? present(agreement, found[0])
    : answer('needs-a-person', proof(agreement, found[0]), 'It is allowed without limits in words.')
}
