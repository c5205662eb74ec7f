import type { Provision } from '../../reading'
import { type Agreement, findSentences, missing, present, weak } from '../agreement'
import type { Sentence } from '../clauses'

const KEEPS =
  '(?:us(?:e|es|ing)|implement\\w*|maintain\\w*|keep\\w*|appl(?:y|ies|ying)|adopt\\w*|employ\\w*|establish\\w*|develop\\w*|put\\w*|have|has|having|provid\\w*|undertak\\w*|institut\\w*|tak(?:e|es|ing)|exercis\\w*|deploy\\w*|ensur\\w*|with|by|through|observ\\w*|in place)'
const SAFEGUARDS = new RegExp(
  `\\b${KEEPS}\\b[^.;]{0,140}\\b(?:safeguards|safeguarding measures|security measures|protections|controls)\\b|\\b(?:safeguards|security measures)\\b[^.;]{0,60}\\b(?:in place|implemented|maintained|applied|used|kept|employed|required)\\b|\\bsafeguards?\\b[^.;]{0,60}\\b(?:by|with|through|using)\\b[^.;]{0,80}\\b(?:means|measures)\\b`,
  'i',
)
const NAMED_SO = /\bsafeguards?\b|\bsecurity measures\b/i
const APPROPRIATE =
  /\b(?:appropriate(?:ly)?|suitable|adequate|sufficient|proper)\b|\badministrative\b[^.]{0,40}\b(?:technical|physical)\b|\btechnical\b[^.]{0,40}\b(?:organi[sz]ational|administrative|physical)\b|\ball (?:necessary |reasonable and necessary )?safeguards\b/i
const SECURITY_RULE =
  /\bsubpart\s+C(?:of)?\b|\b(?:HIPAA )?security (?:rule|standards|regulations?)\b|164\.3(?:0[246]|08(?!\(b\))|1[026])|\b(?:section |§ ?)?13401\b/i
const COMPLIES =
  /\bcompl(?:y|ies|ied|iance|ying|iant)\b|\bimplement|\bsafeguards?\b|\bmeets?\b|\bmeeting\b|\bsatisf|\bfollows?\b|\bobserves?\b|\babides?\b|\badheres?\b|\bfulfils?\b|\bin accordance with\b|\bas required by\b|\bconforms?\b/i

/** Where only subcontractors are to keep the rule, or a failure to keep it is to be reported. */
function isOfOthers({ text }: Sentence): boolean {
  const mine = text.search(SECURITY_RULE) >= 0 ? text.search(SECURITY_RULE) : text.search(NAMED_SO)
  const theirs = /\b(?:sub-?contractors?|agents?|downstream)\b/i.exec(text)?.index ?? -1
  const self = /\b(?:itself|and (?:its|any|all|each) (?:agents?|sub-?contractors?))\b/i.test(text)
  if (/\b(?:sub-?contractors|agents)\s+(?:shall|will|must|are)\b/i.test(text) && !self) return true
  return (
    theirs >= 0 &&
    theirs < mine &&
    !self &&
    /\b(?:agrees?|compl|bound|bind|require|ensure|impose|written)\b/i.test(text)
  )
}

const REPORTED =
  /\b(?:report|notify|notice)\b[^.]{0,80}\b(?:non-?compliance|failure to comply|violation of)\b/i

/** 45 CFR 164.504(e)(2)(ii)(B), its first half. */
export function safeguards(agreement: Agreement): Provision {
  const all = findSentences(agreement, { all: [SAFEGUARDS, NAMED_SO] }).filter(
    (sentence) => !isOfOthers(sentence),
  )
  const good = all.find(({ text }) => APPROPRIATE.test(text) && !isMinimal(text))
  if (good) return present(agreement, good)
  return all[0]
    ? weak(agreement, all[0], 'The safeguards are not called appropriate, nor are their kinds named.')
    : missing(agreement)
}

/** `such safeguards as it deems appropriate` */
function isMinimal(text: string): boolean {
  return /\bas (?:it|\w+ \w+|\w+) (?:deems?|considers?|finds?|sees?) (?:appropriate|fit|suitable)\b/i.test(
    text,
  )
}

/** 45 CFR 164.504(e)(2)(ii)(B), its second half, and 164.314(a)(2)(i)(A). */
export function securityRule(agreement: Agreement): Provision {
  const complies = findSentences(agreement, { all: [SECURITY_RULE, COMPLIES], none: [REPORTED] }).find(
    (sentence) => !isOfOthers(sentence),
  )
  if (complies) return present(agreement, complies)
  const old = findSentences(agreement, { all: [NAMED_SO] }).find((sentence) => !isOfOthers(sentence))
  return old
    ? weak(agreement, old, 'Safeguards without the Security Rule: wording from before 2013.')
    : missing(agreement)
}

/** 45 CFR 164.530(f). */
export function mitigation(agreement: Agreement): Provision {
  const found = findSentences(agreement, {
    all: [
      /\bmitigat(?:e|es|ed|ing|ion)\b|\b(?:lessen(?:s|ing)?|reduc(?:es?|ing)|minimi[sz](?:es?|ing)|limit(?:s|ing)?|contain(?:s|ing)?|repair|undo|remedy)\b[^.;]{0,50}\b(?:harm(?:ful)?|damage|adverse)\b/i,
    ],
    none: [/\bmitigat\w* (?:its|their|his) (?:own )?(?:damages|loss(?:es)?)\b/i],
  })
  return found[0] ? present(agreement, found[0]) : missing(agreement)
}
