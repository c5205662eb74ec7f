import type { Provision } from '../../reading'
import { type Agreement, findSentences, missing, present, weak } from '../agreement'
import type { Sentence } from '../clauses'

const OTHERS =
  /\bsub-?contract(?:ors?|ed)\b|\bagents?\b|\bdownstream\b|\bsub-?processors?\b|\bthird part(?:y|ies)\b/i
const OLD =
  /\bagents?,? \(?including (?:but not limited to )?(?:a |any |its )?subcontractors?\b|\bagents?\b[^.]{0,50}\bto (?:whom|which) (?:it|\w+(?: \w+)?) (?:provides?|discloses?|gives?)\b/i
const HANDLE = /\b(?:creates?|receives?|maintains?|transmits?|has access to|have access to|handles?)\b/i
const SAME =
  /\b(?:the )?(?:exact )?same\b[^.]{0,80}\b(?:restrictions?|conditions?|terms|obligations|requirements|limitations|limits|provisions|duties|rules|promises|protections|as (?:it|us|we|those))\b|\b(?:restrictions?|conditions?|terms|obligations|requirements|duties|rules|promises)\b[^.]{0,60}\b(?:that (?:also )?(?:apply|bind)|which (?:apply|bind)|applicable to|as (?:apply|bind)|identical|imposed (?:up)?on|(?:contained|set (?:forth|out)) in this|of this (?:agreement|addendum|baa|contract|exhibit|rider|form))\b|\bidentical\b|\beverything (?:we|it|this)\b|\b(?:bound|governed) by (?:this|the terms of this)\b/i
const LOOSE =
  /\bsubstantially (?:similar|the same|equivalent)\b|\b(?:reasonable|similar|comparable|appropriate|customary|adequate) (?:\w+ )?(?:terms|restrictions|obligations|conditions|confidentiality|protections)\b|\b(?:restrictions|obligations|terms|protections|conditions)\b[^.]{0,30}\b(?:similar|comparable) to\b|\bmaterially (?:equivalent|similar)\b|\bin (?:all )?material respects\b/i
const AT_LEAST =
  /\b(?:no|not) less (?:stringent|restrictive|protective|strict)\b|\bat least as (?:stringent|restrictive|protective|strict)\b|\bas (?:stringent|protective|restrictive) as\b/i
const RULE =
  /\brequirements\b|\bwritten (?:\w+ )?(?:agreement|contract|subcontract)|\bin writing\b|164\.308\(b\)|164\.314|164\.504\(e\)|\bsecurity rule\b|\bsubpart C(?:of)?\b|\bbusiness associate (?:agreement|contract)\b/i
const NAMES_RULE = /164\.3|\bsecurity rule\b|\bsubpart C(?:of)?\b/i
const BINDS =
  /\bagree|\boblig|\bcompl(?:y|ies|iance)\b|\bbound\b|\bbinds?\b|\bensure|\bmake sure\b|\brequire|\bcontract(?:s|ually)?\b|\bimpose|\benters? into\b|\bobtain|\bhold|\bheld\b|\bpromise|\bsign|\bsubject\b|\bpass(?:es)? on\b|\bflow/i
const TERMS =
  /\b(?:restrictions?|conditions?|terms|obligations|requirements|limitations|limits|provisions|duties|rules|promises|protections|comply|bound|safeguards)\b/i

/** 45 CFR 164.504(e)(2)(ii)(D) and 164.502(e)(1)(ii). */
export function sameRestrictions(agreement: Agreement): Provision {
  const found = subcontracts(agreement)
  if (!found[0]) return missing(agreement)
  const loose = found.find(isLoose)
  if (loose) return weak(agreement, loose, 'The terms of subcontractors need not be the same.')
  const old = found.find(isOld)
  const same = found.find((sentence) => SAME.test(sentence.text) && !isOld(sentence))
  if (same) return present(agreement, same)
  if (old)
    return weak(
      agreement,
      old,
      'Wording from before 2013: agents to whom information is provided, not all who create, receive, maintain or transmit it.',
    )
  const least = found.find(({ text }) => AT_LEAST.test(text))
  if (least) return present(agreement, least, 'Terms at least as strict are asked for.')
  return weak(agreement, found[0], 'It does not ask for the same restrictions and conditions.')
}

function isLoose({ text }: Sentence): boolean {
  return LOOSE.test(text) && !SAME.test(text.replace(LOOSE, ''))
}

function isOld({ text }: Sentence): boolean {
  return OLD.test(text) && !HANDLE.test(text.replace(/\breceived from\b[^.]{0,80}/gi, ''))
}

/** 45 CFR 164.314(a)(2)(i)(B) and 164.308(b)(2). */
export function subcontractorSecurity(agreement: Agreement): Provision {
  const found = subcontracts(agreement)
  const good = found.find(
    (sentence) =>
      RULE.test(sentence.text) &&
      !(isOld(sentence) && !NAMES_RULE.test(sentence.text) && !/requirements/i.test(sentence.text)),
  )
  if (good && isLoose(good) && !NAMES_RULE.test(good.text))
    return weak(
      agreement,
      good,
      'The terms of subcontractors need not be the same, nor is the Security Rule named.',
    )
  if (good) return present(agreement, good)
  const safeguards = found.find(({ clause }) => /\bsafeguards\b/i.test(clause.text))
  return safeguards
    ? weak(agreement, safeguards, 'Safeguards are asked of subcontractors, but not the Security Rule.')
    : missing(agreement)
}

/** `Those engaged shall agree …` goes on from the sentence before it, under the clause's own title. */
function subcontracts(agreement: Agreement): Sentence[] {
  const named = ({ text, clause }: Sentence) =>
    OTHERS.test(text) ||
    ((OTHERS.test(clause.heading) || /\bothers\b|\banyone else\b|\bhelpers?\b/i.test(clause.heading)) &&
      /\b(?:anyone|whoever|everyone|anybody|they|those|each|such|people|persons|companies)\b/i.test(text)) ||
    (/\bsub-?contractors?\b|\bagents\b/i.test(clause.text) &&
      /\b(?:those|they|them|each|such|these|it)\b/i.test(text))
  return findSentences(agreement, {
    all: [BINDS, TERMS],
    none: [
      /\b(?:discovery|known to|workforce|officers?, (?:or )?employees?)\b|\b(?:assigns?|assignment|indemnif|relationship of the parties|independent contractors?)\b/i,
    ],
  }).filter(named)
}
