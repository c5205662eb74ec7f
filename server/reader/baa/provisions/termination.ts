import type { Provision } from '../../reading'
import { binds, isPracticeActing } from '../acts'
import { type Agreement, answer, missing, present, proof, weak } from '../agreement'
import type { Sentence } from '../clauses'

const RETURNS =
  /\b(?:return|returned|returns|destroys?|destroyed|destruction|purges?|deletes?|deleted|shreds?|erases?|erased|gives? back|given back|hands? back|disposes? of)\b/i
const INFORMATION =
  /\b(?:protected health information|e?phi|health information|(?:such|all|the|that|any|patients?'?|your|its) (?:\w+ )?information|information|data|records)\b/i
const AT_END =
  /\bterminat(?:e|ion|ed|es)\b|\bexpir(?:y|ation|es|ed)\b|\bconclusion\b|\bend of\b|\bend(?:s|ed|ing)?\b|\bceases?\b|\bover\b|\bcompletion\b|\bno longer (?:needed|required|necessary)\b|\bstops?\b|\bleaves?\b|\bfinish|\bclos(?:es?|ed|ing|ure)\b[^.]{0,20}\baccount/i

/** 45 CFR 164.504(e)(2)(ii)(J). Before 2013 it stood under (I). */
export function returnOrDestroy(agreement: Agreement): Provision {
  const found = allowed(agreement).filter(
    ({ text, clause }) =>
      RETURNS.test(text) &&
      (INFORMATION.test(text) || (INFORMATION.test(clause.heading) && /\b(?:it|them)\b/i.test(text))) &&
      (AT_END.test(text) ||
        /\b(?:then|afterwards?)\b/i.test(`${clause.heading} ${text}`) ||
        AT_END.test(`${clause.heading} ${clause.lead} ${clause.text}`)),
  )
  const duty = found.find((sentence) => {
    const { text } = sentence
    return (
      (binds(agreement.roles, sentence, false) || /\b(?:return|destroy)s\b/i.test(text)) &&
      !/\bwhen all\b|\bcertificate of destruction shall\b/i.test(text) &&
      !/\b(?:return|destruction)\b[^.;]{0,30}\b(?:is|are|be|not) (?:not )?(?:in)?feasible/i.test(
        text.slice(0, 60),
      )
    )
  })
  if (!duty) return missing(agreement)
  const around = nearby(agreement, duty)
  const note = faultOf(agreement, duty, around)
  return note
    ? weak(agreement, duty, note)
    : present(
        agreement,
        duty,
        /\bcop(?:y|ies)\b|\bback-?ups?\b/i.test(around) ? undefined : 'Copies are not spoken of.',
      )
}

function faultOf({ roles }: Agreement, { text }: Sentence, around: string): string | null {
  if (/164\.504\(e\)\(2\)\(ii\)\(I\)/i.test(around))
    return 'It cites (I), the letter that this duty had before 2013.'
  const request = new RegExp(
    `\\b(?:if|when|only (?:if|upon|on)|upon|at|on)\\s+(?:the\\s+)?(?:so\\s+)?(?:written\\s+)?(?:request(?:ed|s)?|${roles.coveredEntity.words}(?:'s)?\\s+(?:so\\s+)?(?:written\\s+)?(?:requests?|asks?|directs?|instructs?))`,
    'i',
  )
  const asked = request.exec(text)
  if (
    asked &&
    !/\bor\s+(?:earlier\s+)?$|\bor,\s*$|\b(?:destroy|delete|erase|shred)s?\b[^.;]*\bor,? (?:to )?return[^.;]{0,30}$/i.test(
      text.slice(0, asked.index),
    ) &&
    !/\bor\b[^.;]{0,30}\b(?:destroy|delete|return)\b/i.test(text.slice(asked.index, asked.index + 60)) &&
    !/\b(?:certif|format|manner)/i.test(text.slice(asked.index, asked.index + 80))
  )
    return 'Only on request.'
  if (
    !/\b(?:in)?feasibl[ey]\b|\bfeasibility\b|\bimpractic|(?:\bnot|n't) (?:be )?(?:reasonably )?(?:practicable|possible|practical|done|feasible)|\bneither\b[^.]{0,20}\b(?:possible|feasible|practicable)|\bimpossible\b|\bunable to\b|\bcan(?:not|'t) (?:be )?(?:return|destroy|done|do)|\bisn't (?:possible|feasible)/i.test(
      around,
    )
  )
    return 'It does not say what happens when return or destruction is not feasible.'
  if (
    !/\bextend|\bcontinue\b|\bprotect(?:s|ed|ing|ions?)?\b|\bsafeguards?\b|\blimit\b|\bremains?\b[^.]{0,20}\b(?:subject|bound)\b|\bapply\b|\bgoes? on\b|\bapplying\b|\bkeeps? (?:it )?(?:safe|protected)/i.test(
      around,
    )
  )
    return 'Protections are not extended to what is kept.'
  if (
    /\bmay (?:retain|keep)\b[^.]{0,40}\bcop(?:y|ies)\b/i.test(around) &&
    !/\b(?:not|no)\b[^.]{0,20}\bcop(?:y|ies)\b/i.test(around)
  )
    return 'The vendor may keep copies.'
  return null
}

/** The duty and what is said of it in the next paragraphs. */
function nearby({ clauses }: Agreement, { clause }: Sentence): string {
  const at = clauses.indexOf(clause)
  return clauses
    .slice(Math.max(0, at - 1), at + 8)
    .filter((one, index) => index > 0 || one.heading === clause.heading || at === 0)
    .map(({ text }) => text)
    .join(' ')
}

const FOR_CAUSE =
  /\bmaterial(?:ly)?\s+(?:term|breach|provision|obligation|violat)|\bviolat(?:e|ed|es|ion)\b|\bbreach(?:ed|es)?\b|\bfail(?:s|ed|ure)? to (?:comply|cure)|\bfor cause\b|\bnon-?compliance\b|\bdefault\b|\b(?:breaks?|broken|broke) (?:a|an|any|this|its|the)\b|\bdo(?:es)? not (?:comply|keep|follow)\b|\bnot (?:kept|keeping)\b/i
const ENDS =
  /\bterminat|\b(?:end|cancel|rescind)(?:s|ed)?\s+(?:this|the|our|its|all|any|both|immediately|at once|it)\b|\bcancel(?:l?ed|lation)?\b|\bbring\b[^.]{0,30}\bto an end\b/i
const MONEY = /\binsolven|\bbankrupt|\bfees?\b|\bpay(?:ment)?\b|\binvoice/i

/** 45 CFR 164.504(e)(2)(iii). */
export function terminationForCause(agreement: Agreement): Provision {
  const found = allowed(agreement).filter(
    ({ words }) =>
      ENDS.test(words) &&
      /\bmay\b|\bright\b|\bauthori[sz]e|\bentitled\b|\bshall (?:either|immediately|provide|notify)\b|\bcan\b|\bpermit|\bdiscretion\b|\bremed(?:y|ies) (?:is|are|shall be|includes?)\b/i.test(
        words,
      ),
  )
  const cause = found.filter(
    ({ text, words, clause }) =>
      FOR_CAUSE.test(words) || (clause.text.length < 900 && FOR_CAUSE.test(clause.text) && !MONEY.test(text)),
  )
  const forPractice = cause.find(
    (sentence) =>
      !(MONEY.test(sentence.text) && !/\bmaterial (?:term|breach)|\bviolat/i.test(sentence.text)) &&
      practiceMay(agreement, sentence),
  )
  if (forPractice) return present(agreement, forPractice)
  const atWill = found.find(
    (sentence) =>
      practiceMay(agreement, sentence) &&
      /\bwithout cause\b|\bany reason\b|\bany time\b|\bnotice\b/i.test(sentence.text) &&
      !MONEY.test(sentence.text),
  )
  if (atWill)
    return answer(
      'needs-a-person',
      proof(agreement, atWill),
      'The practice may end it, but a violation is not named as a ground.',
    )
  const other = found.find(({ text }) => FOR_CAUSE.test(text) || MONEY.test(text))
  return other ? weak(agreement, other, 'Only the vendor may end it, or only for money.') : missing(agreement)
}

// `may not terminate before the end of the license`; what follows `except` may still give the right.
const DENIED =
  /\b(?:(?:may|can|shall|will|must|is|are)(?: not|n't)|cannot|never|no right to|waives?)\b(?: be entitled to| have the right to|[^.;,]{0,30})\s(?:terminat|end|cancel)\w*(?![^.;]*\b(?:except|unless|until|other than|save|without|only)\b)/i

const NEVER =
  /\b(?:under no circumstances|in no (?:event|case))\b[^.;]{0,60}\b(?:terminat|end|cancel)|\btermination\b[^.;]{0,60}\b(?:is|are|be|shall|will|may) not (?:be )?(?:available|permitted|allowed)\b/i

/** `Covered Entity may terminate`, `either party may terminate`, `authorizes termination by Covered Entity`. */
function practiceMay(agreement: Agreement, sentence: Sentence): boolean {
  const { coveredEntity, businessAssociate } = agreement.roles
  const { text, clause } = sentence
  if (DENIED.test(text) || NEVER.test(text)) return false
  const says = (pattern: string) => new RegExp(pattern, 'i').test(text)
  if (
    says(
      `\\b(?:either|any|each|a|the (?:other|non-?breaching|injured|aggrieved)|non-?breaching)\\s+(?:party|side|of us)\\b`,
    )
  )
    return true
  if (says(`\\bterminat\\w*\\b[^.]{0,60}\\bby\\s+(?:the\\s+)?${coveredEntity.words}`)) return true
  if (
    new RegExp(
      `\\b${businessAssociate.words}\\s+(?:may|can|shall have the right to|is entitled to)\\s+(?:immediately\\s+)?(?:terminate|end|cancel)`,
      'i',
    ).test(text)
  )
    return new RegExp(
      `\\b${coveredEntity.words}\\s+(?:may|can)\\s+(?:\\w+\\s+)?(?:terminate|end|cancel)`,
      'i',
    ).test(text)
  return (
    isPracticeActing(agreement, sentence) ||
    new RegExp(`\\b${coveredEntity.words}\\b[^.;]{0,200}\\b(?:terminat|end|cancel)`, 'i').test(text) ||
    new RegExp(
      `\\b${coveredEntity.words}\\b[^.]{0,60}(?:may|shall|will)(?:\\s+(?:either|do one of the following))?:?\\s*$`,
      'i',
    ).test(clause.lead)
  )
}

/** 45 CFR 164.504(e)(1)(ii); the report to the Secretary went in 2013. */
export function cure(agreement: Agreement): Provision {
  const found = allowed(agreement)
  const old = found.find(
    ({ text }) =>
      /\breport\b[^.]{0,80}\b(?:secretary|HHS)\b/i.test(text) &&
      /\bterminat|\bfeasible\b|\bviolation\b|\bbreach\b/i.test(text) &&
      !/\bbooks\b/i.test(text),
  )
  if (old)
    return weak(
      agreement,
      old,
      'A report to the Secretary when termination is not feasible: wording from before 2013.',
    )
  const cures = found.find(
    ({ text }) =>
      /\bcur(?:e|ed|es|ing)\b|\bend(?:ed|s)? the violation\b|\bremed(?:y|ied|ies)\b|\b(?:fix(?:ed|es)?|put (?:it|this|things|that) right|correct(?:ed|s)?)\b[^.]{0,80}|\bmake good\b/i.test(
        text,
      ) &&
      (/\bbreach|\bviolat|\bdefault|\bfail/i.test(text) || /\bterminat/i.test(text)),
  )
  return cures ? present(agreement, cures) : missing(agreement)
}

function allowed({ sentences }: Agreement): Sentence[] {
  return sentences.filter(
    ({ clause, text }) => ['clause', 'practice'].includes(clause.topic) && !/\bsurviv(?:e|al)\b/i.test(text),
  )
}
