import type { Provision } from '../../reading'
import { type Agreement, answer, findSentences, missing, present, proof, weak } from '../agreement'

const OLD =
  /\bany agents?,? including (?:a |any )?subcontractors?\b|\bagents?,? including (?:a |any )?subcontractors?,? to whom\b/i
const SAME =
  /\bsame\b[^.]{0,60}\b(?:restrictions?|conditions?|terms|obligations|requirements|limitations|provisions)|\b(?:restrictions?|conditions?|terms|obligations|requirements)\b[^.]{0,50}\b(?:that apply|which apply|applicable|identical)\b|\bidentical\b/i
const LOOSE =
  /\bsubstantially (?:similar|the same)\b|\b(?:reasonable|similar|comparable|appropriate) (?:terms|restrictions|obligations|conditions|confidentiality)\b|\bmaterially (?:equivalent|similar)\b/i
const AT_LEAST =
  /\b(?:no|not) less (?:stringent|restrictive|protective|strict)\b|\bat least as (?:stringent|restrictive|protective|strict)\b|\bas (?:stringent|protective|restrictive) as\b/i
const RULE =
  /\brequirements\b|\bwritten (?:agreement|contract|subcontract)\b|\bin writing\b|164\.308\(b\)|164\.314|164\.504\(e\)|\bsecurity rule\b|\bsubpart C\b|\bbusiness associate (?:agreement|contract)\b/i

/** 45 CFR 164.504(e)(2)(ii)(D) and 164.502(e)(1)(ii). */
export function sameRestrictions(agreement: Agreement): Provision {
  const found = subcontracts(agreement)
  if (!found[0]) return missing(agreement)
  const loose = found.find(({ text }) => LOOSE.test(text) && !SAME.test(text.replace(LOOSE, '')))
  if (loose) return weak(agreement, loose, 'The terms of subcontractors need not be the same.')
  const old = found.find(({ text }) => OLD.test(text))
  if (old)
    return weak(
      agreement,
      old,
      'Wording from before 2013: agents to whom information is provided, not all who create, receive, maintain or transmit it.',
    )
  const same = found.find(({ text }) => SAME.test(text))
  if (same) return present(agreement, same)
  const least = found.find(({ text }) => AT_LEAST.test(text))
  if (least)
    return answer(
      'needs-a-person',
      proof(agreement, least),
      'Terms at least as strict are asked for, not the same ones.',
    )
  return weak(agreement, found[0], 'It does not ask for the same restrictions and conditions.')
}

/** 45 CFR 164.314(a)(2)(i)(B) and 164.308(b)(2). */
export function subcontractorSecurity(agreement: Agreement): Provision {
  const found = subcontracts(agreement)
  const good = found.find(
    ({ text }) =>
      RULE.test(text) && !(OLD.test(text) && !/164\.3|security rule|subpart C|requirements/i.test(text)),
  )
  if (good) return present(agreement, good)
  const safeguards = found.find(({ clause }) => /\bsafeguards\b/i.test(clause.text))
  return safeguards
    ? weak(agreement, safeguards, 'Safeguards are asked of subcontractors, but not the Security Rule.')
    : missing(agreement)
}

function subcontracts(agreement: Agreement) {
  return findSentences(agreement, {
    all: [
      /\bsub-?contractors?\b|\bagents?\b|\bdownstream\b/i,
      /\bagree|\bcompl(?:y|ies|iance)\b|\bbound\b|\bensure|\brequire|\bcontract(?:s|ually)?\b|\bimpose|\benter into\b|\bobtain/i,
    ],
    none: [/\b(?:discovery|known to|workforce|officers?, (?:or )?employees?)\b/i],
  }).filter(({ text }) =>
    /\b(?:restrictions?|conditions?|terms|obligations|requirements|comply|bound|safeguards)\b/i.test(text),
  )
}
