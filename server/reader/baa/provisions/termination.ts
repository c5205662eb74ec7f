import type { Provision } from '../../reading'
import { type Agreement, answer, isPracticeActing, missing, present, proof, weak } from '../agreement'
import type { Sentence } from '../clauses'

const RETURNS = /\b(?:return|returned|returns|destroy|destroyed|destruction|purge|delete)\b/i
const INFORMATION =
  /\b(?:protected health information|e?phi|health information|such information|all information|data)\b/i
const AT_END =
  /\bterminat(?:e|ion|ed|es)\b|\bexpir(?:y|ation|es|ed)\b|\bconclusion\b|\bend of\b|\bends?\b|\bceases?\b/i

/** 45 CFR 164.504(e)(2)(ii)(J). Before 2013 it stood under (I). */
export function returnOrDestroy(agreement: Agreement): Provision {
  const found = allowed(agreement).filter(
    ({ text, clause }) =>
      RETURNS.test(text) &&
      INFORMATION.test(text) &&
      (AT_END.test(text) || AT_END.test(`${clause.heading} ${clause.lead} ${clause.text}`)),
  )
  const duty = found.find(
    ({ text, clause }) =>
      /\b(?:shall|will|must|agrees?)\b/i.test(`${text} ${clause.lead}`) && !/\bwhen all\b/i.test(text),
  )
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
    `\\b(?:if|when|only (?:if|upon|on)|upon|at|on)\\s+(?:the\\s+)?(?:so\\s+)?(?:written\\s+)?(?:request(?:ed|s)?|${roles.coveredEntity.words}(?:'s)?\\s+(?:so\\s+)?(?:written\\s+)?requests?)`,
    'i',
  )
  const asked = request.exec(text)
  if (
    asked &&
    !/\bor\s+(?:earlier\s+)?$|\bor,\s*$/i.test(text.slice(0, asked.index)) &&
    !/\b(?:certif|format|manner)/i.test(text.slice(asked.index, asked.index + 80))
  )
    return 'Only on request.'
  if (
    !/\b(?:in)?feasible\b|\bfeasibility\b|\bimpractic|\bnot (?:practicable|possible)|\bunable to\b/i.test(
      around,
    )
  )
    return 'It does not say what happens when return or destruction is not feasible.'
  if (
    !/\bextend|\bcontinue\b|\bprotections?\b|\bsafeguards\b|\blimit\b|\bremain(?:s)? subject\b|\bapply\b/i.test(
      around,
    )
  )
    return 'Protections are not extended to what is kept.'
  return null
}

/** The duty and what is said of it in the next paragraphs. */
function nearby({ clauses }: Agreement, { clause }: Sentence): string {
  const at = clauses.indexOf(clause)
  return clauses
    .slice(at, at + 8)
    .map(({ text }) => text)
    .join(' ')
}

const FOR_CAUSE =
  /\bmaterial(?:ly)?\s+(?:term|breach|provision|obligation|violat)|\bviolat(?:e|ed|es|ion)\b|\bbreach(?:ed|es)?\b|\bfail(?:s|ed|ure)? to (?:comply|cure)|\bfor cause\b|\bnoncompliance\b|\bdefault\b/i
const MONEY = /\binsolven|\bbankrupt|\bfees?\b|\bpay(?:ment)?\b|\binvoice/i

/** 45 CFR 164.504(e)(2)(iii). */
export function terminationForCause(agreement: Agreement): Provision {
  const found = allowed(agreement).filter(
    ({ text }) =>
      /\bterminat/i.test(text) &&
      /\bmay\b|\bright\b|\bauthori[sz]e|\bentitled\b|\bshall (?:either|immediately|provide|notify)\b|\bcan\b|\bpermit|\bdiscretion\b/i.test(
        text,
      ),
  )
  const cause = found.filter(
    ({ text, clause }) =>
      FOR_CAUSE.test(text) || (clause.text.length < 900 && FOR_CAUSE.test(clause.text) && !MONEY.test(text)),
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

/** `Covered Entity may terminate`, `either party may terminate`, `authorizes termination by Covered Entity`. */
function practiceMay(agreement: Agreement, sentence: Sentence): boolean {
  const { coveredEntity, businessAssociate } = agreement.roles
  const { text, clause } = sentence
  const says = (pattern: string) => new RegExp(pattern, 'i').test(text)
  if (says(`\\b(?:either|any|each|a|the (?:other|non-?breaching)|non-?breaching)\\s+party\\b`)) return true
  if (says(`\\bterminat\\w*\\b[^.]{0,60}\\bby\\s+(?:the\\s+)?${coveredEntity.words}`)) return true
  if (
    new RegExp(
      `\\b${businessAssociate.words}\\s+(?:may|shall have the right to|is entitled to)\\s+(?:immediately\\s+)?terminate`,
      'i',
    ).test(text)
  )
    return new RegExp(`\\b${coveredEntity.words}\\s+may\\s+terminate`, 'i').test(text)
  return (
    isPracticeActing(agreement, sentence) ||
    new RegExp(`\\b${coveredEntity.words}\\b[^.;]{0,200}\\b(?:terminat)`, 'i').test(text) ||
    new RegExp(`\\b${coveredEntity.words}\\b[^.]{0,60}(?:may|shall):?\\s*$`, 'i').test(clause.lead)
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
      /\bcur(?:e|ed|es|ing)\b|\bend(?:ed)? the violation\b|\bremed(?:y|ied)\b/i.test(text) &&
      (/\bbreach|\bviolat|\bdefault|\bfail/i.test(text) || /\bterminat/i.test(text)),
  )
  return cures ? present(agreement, cures) : missing(agreement)
}

function allowed({ sentences }: Agreement): Sentence[] {
  return sentences.filter(
    ({ clause, text }) => ['clause', 'practice'].includes(clause.topic) && !/\bsurviv(?:e|al)\b/i.test(text),
  )
}
