import type { Provision } from '../../reading'
import { type Agreement, findSentence, findSentences, missing, present, weak } from '../agreement'

const SAFEGUARDS = /\bsafeguards?\b|\bsecurity measures\b|\bprotections?\b[^.]{0,40}\bprevent\b/i
const SECURITY_RULE =
  /\bsubpart C\b|\b(?:HIPAA )?security (?:rule|standards|regulations)\b|164\.3(?:0[2468]|1[0246])/i

const SUBCONTRACTED = /\bsub-?contractors?\b[^.]{0,240}\b(?:agree|comply|compliance)/i

/** 45 CFR 164.504(e)(2)(ii)(B), its first half. */
export function safeguards(agreement: Agreement): Provision {
  const all = findSentences(agreement, { all: [SAFEGUARDS], none: [SUBCONTRACTED] })
  const good = all.find(({ text }) =>
    /\bappropriate\b|\badministrative\b[^.]{0,40}\btechnical\b|\ball (?:necessary )?safeguards\b|\bsuitable\b/i.test(
      text,
    ),
  )
  if (good) return present(agreement, good)
  return all[0]
    ? weak(agreement, all[0], 'The safeguards are not called appropriate, nor are their kinds named.')
    : missing(agreement)
}

/** 45 CFR 164.504(e)(2)(ii)(B), its second half, and 164.314(a)(2)(i)(A). */
export function securityRule(agreement: Agreement): Provision {
  const complies = findSentence(agreement, {
    all: [SECURITY_RULE, /\bcompl(?:y|ies|iance|ying)\b|\bimplement|\bsafeguards?\b|\bmeet\b|\bsatisf/i],
    none: [SUBCONTRACTED],
  })
  if (complies) return present(agreement, complies)
  const old = findSentence(agreement, { all: [SAFEGUARDS] })
  return old
    ? weak(agreement, old, 'Safeguards without the Security Rule: wording from before 2013.')
    : missing(agreement)
}

/** 45 CFR 164.530(f). */
export function mitigation(agreement: Agreement): Provision {
  const found = findSentence(agreement, { all: [/\bmitigat(?:e|ing|ion)\b/i] })
  return found ? present(agreement, found) : missing(agreement)
}
