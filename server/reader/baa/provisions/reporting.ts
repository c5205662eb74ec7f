import type { Provision } from '../../reading'
import {
  type Agreement,
  answer,
  findSentence,
  findSentences,
  missing,
  present,
  proof,
  weak,
} from '../agreement'
import { calendarDays, daysOf } from '../amounts'
import type { Sentence } from '../clauses'
import { breachClocks } from '../breachClock'
import { REPORT } from '../words'

const NOT_ALLOWED =
  /\b(?:not|n't) (?:provided for|permit(?:ted)?|authori[sz]ed?|allow(?:ed)?|contemplated|in (?:accordance|compliance|keeping)|covered|provide for)\b|n't (?:permit|allow|authori[sz]e|provide for)|\bin (?:violation|breach|contravention) of\b|\bother(?:wise)? than (?:as|those|what)\b|\bcontrary to\b|\b(?:unauthori[sz]ed|improper|impermissible|inappropriate|prohibited|unpermitted|non-?permitted|wrongful)\b|\binconsistent with\b|\boutside (?:of )?(?:this|the|what)\b|\bviolates?\b/i
// Who else may tell whom: recipients with their assurances, subcontractors, witnesses of a crime.
const OTHERS_TELL =
  /\breasonable assurances?\b|164\.502\(j\)|\breport violations? of law\b|\b(?:recipient|person|whoever)\b[^.;]{0,120}\b(?:notif|report|tell|inform)|\bsub-?contractors?\b[^.;]{0,120}\b(?:to|shall|will|must|agrees? to|that they) (?:promptly |immediately )?(?:report|notify|inform|tell)\b(?![^.]*\bCovered Entity\b)/i
const LONGEST_DAYS = 60

/** 45 CFR 164.504(e)(2)(ii)(C). */
export function reportUses(agreement: Agreement): Provision {
  const found = findSentence(agreement, {
    all: [REPORT, /\b(?:use|uses|used|disclosures?|disclosed|acquisition|access)\b/i, NOT_ALLOWED],
    none: [OTHERS_TELL, /\bmitigat\w*\b(?![^.]*\breport)/i, /^\W*if\b[^,]*\bdisclos\w*[^,]*$/i],
  })
  return found ? present(agreement, found) : missing(agreement)
}

/** 45 CFR 164.504(e)(2)(ii)(C) and 164.410. */
export function reportBreaches(agreement: Agreement): Provision {
  const found = findSentences(agreement, {
    all: [REPORT, /\bbreach(?:es)?\b|164\.410/i],
    none: [NOT_BREACH_OF_DATA, OTHERS_TELL, /\bbreach(?:es)? of confidentiality\b(?![^]*\bunsecured\b)/i],
  })
  const unsecured = found.find(({ words }) => /\bunsecured\b|164\.4(?:0[24]|10)/i.test(words))
  if (unsecured) return present(agreement, unsecured)
  if (!found[0]) return missing(agreement, 'Wording from before 2013 has no duty on breaches.')
  if (definesBreach(agreement)) return present(agreement, found[0])
  const information = found.find(({ words }) =>
    /\bbreach(?:es)? of\b[^.]{0,40}(?:information|PHI|data)|\bbreach notification\b/i.test(words),
  )
  return weak(
    agreement,
    information ?? found[0],
    'It does not say breaches of unsecured protected health information.',
  )
}

export const NOT_BREACH_OF_DATA =
  /\bmaterial breach\b|\bbreach of (?:this|the|any|its|their) (?:\w+ )?(?:agreement|addendum|contract|lease|warranty|duty|polic(?:y|ies)|term|provision|obligation|confidentiality)|\bcure(?:d)?\b|\bconfidentiality of the information has been breached\b/i

/** `"Breach" has the meaning of 45 CFR 164.402`, or all words that the HIPAA rules define have their meaning. */
function definesBreach({ sentences }: Agreement): boolean {
  return sentences.some(({ text, clause }) => {
    const asInRules =
      /164\.402|\bsame meanings?\b|\bmeanings?\b[^.]{0,80}\b(?:HIPAA|45 C\.?F\.?R)|\bHIPAA rules\b|\bas (?:defined|they are defined|used) (?:in|by|under)\b[^.]{0,40}\b(?:HIPAA|45 C\.?F\.?R)/i.test(
        text,
      )
    const all =
      /\b(?:all|other|any|capitali[sz]ed)?\s*(?:terms|words)\b/i.test(text) &&
      /\bmeanings?\b|\bdefined\b|\bmean\b/i.test(text) &&
      /\bHIPAA\b|45 C\.?F\.?R/i.test(text)
    return (all && asInRules) || (clause.topic === 'definitions' && /\bbreach\b/i.test(text) && asInRules)
  })
}

const UNSUCCESSFUL =
  /\bunsuccessful\b|\battempt(?:s|ed)?\b|\bfail(?:s|ed)?\b|\bpings?\b|\bport scans?\b|\btrivial\b/i

/** 45 CFR 164.314(a)(2)(i)(C): any incident, though unsuccessful attempts may be summed up. */
export function securityIncidents(agreement: Agreement): Provision {
  const found = findSentences(agreement, {
    all: [REPORT, /\bsecurity (?:incidents?|events?)\b/i],
    none: [/^[^]*\bsub-?contractors?\b[^.;]{0,120}\breport[^]*\bto Business Associate\b/i],
  })
  if (!found[0]) return missing(agreement)
  const narrow = narrowed(agreement, found)
  return narrow
    ? weak(agreement, narrow, 'Only successful incidents are to be reported.')
    : present(agreement, found[0])
}

function narrowed({ sentences }: Agreement, found: Sentence[]): Sentence | undefined {
  const defined = sentences.find(
    ({ text, clause }) =>
      clause.topic === 'definitions' &&
      /^\W*(?:[\w.()]+\s+)?"?security incident\b/i.test(text.trim()) &&
      /\b(?:only )?successful\b|\bresult(?:s|ed|ing)? in\b/i.test(text) &&
      !UNSUCCESSFUL.test(text.replace(/\bsuccessful/gi, '')) &&
      !/\battempted\b/i.test(text),
  )
  const only = found.find(
    ({ text }) =>
      /(?<!un)(?<!or )\bsuccessful security incidents?\b|\bonly\b[^.]{0,40}\bsuccessful\b|\bsecurity incidents? (?:(?:of which it becomes aware )?(?:that|which)) (?:\w+ )?(?:results?|resulted|leads?|led|causes?|caused|involves?|compromises?|compromised|affects?|affected|is successful|are successful|succeeds?)\b|\bsecurity incidents? (?:resulting in|involving actual|leading to)\b|\b(?:confirmed|actual) security incidents?\b/i.test(
        text,
      ) && !/\bunsuccessful\b|\battempted or successful\b/i.test(text),
  )
  const excluded = sentences.find(
    ({ text }) =>
      /\bsecurity incidents?"?\b[^.]{0,60}\b(?:do(?:es)? not include|shall not include|excludes?|not be (?:deemed|considered))\b[^.]{0,80}(?:unsuccessful|attempt)/i.test(
        text,
      ) ||
      (/\b(?:no (?:report|notice|notification)|(?:not|n't) (?:be )?(?:required to |need to |have to )?(?:report|notify|tell))\b[^.]{0,60}\b(?:unsuccessful|attempts?)\b|\b(?:unsuccessful|attempts?)\b[^.]{0,60}\b(?:need not|not (?:be )?(?:reported|reportable)|are excluded)\b/i.test(
        text,
      ) &&
        !/\bfurther|additional|this (?:section|paragraph|agreement)\b/i.test(text)),
  )
  return defined ?? only ?? excluded
}

/** 45 CFR 164.410(b). */
export function breachDeadline(agreement: Agreement): Provision {
  const clocks = breachClocks(agreement)
  const late = clocks.find(({ amount }) => calendarDays(amount) > LONGEST_DAYS)
  if (late)
    return weak(
      agreement,
      late.sentence,
      `${daysOf(late.amount)} ${late.amount.business ? 'business ' : ''}days are more than the ${LONGEST_DAYS} that the law allows.`,
    )
  const confirmed = clocks.find(({ starts }) => starts === 'confirmation')
  if (confirmed)
    return weak(
      agreement,
      confirmed.sentence,
      'The clock starts when the breach is confirmed, not when it is discovered.',
    )
  if (clocks[0])
    return present(
      agreement,
      clocks[0].sentence,
      clocks[0].amount.business ? 'The days are business days.' : undefined,
    )
  return withoutNumber(agreement)
}

function withoutNumber(agreement: Agreement): Provision {
  const about = {
    all: [REPORT, /\bbreach(?:es)?\b|\buse or disclosure\b|\bsecurity incident/i],
    none: [NOT_BREACH_OF_DATA],
  }
  const soon = findSentences(agreement, about).find(({ text }) =>
    /\bwithout unreasonable delay\b|\bimmediate(?:ly)?\b|164\.410\(b\)|\bsame day\b/i.test(text),
  )
  if (soon) return present(agreement, soon, 'No number of days is stated.')
  const vague = findSentences(agreement, about).find(({ text }) =>
    /\bprompt(?:ly)?\b|\bas soon as\b|\breasonable time\b|\btimely\b|\bquickly\b|\bwithout (?:undue )?delay\b|\bat once\b/i.test(
      text,
    ),
  )
  return vague
    ? answer('weak', proof(agreement, vague), 'Prompt is not a deadline.')
    : missing(agreement, 'No deadline is stated.')
}
