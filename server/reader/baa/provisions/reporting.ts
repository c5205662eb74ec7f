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

export const REPORT =
  /\b(?:report|reports|reporting|notify|notifies|notification|notice|inform|advise|disclose to)\b/i
const NOT_ALLOWED =
  /\bnot (?:provided for|permitted|authori[sz]ed|allowed|in accordance)|\bin violation\b|\bother than (?:as|those)\b|\bcontrary to\b|\b(?:unauthori[sz]ed|improper|impermissible|inappropriate|prohibited)\b|\binconsistent with\b/i
const LONGEST_DAYS = 60

/** 45 CFR 164.504(e)(2)(ii)(C). */
export function reportUses(agreement: Agreement): Provision {
  const found = findSentence(agreement, {
    all: [REPORT, /\b(?:use|uses|disclosures?|acquisition|access)\b/i, NOT_ALLOWED],
  })
  return found ? present(agreement, found) : missing(agreement)
}

/** 45 CFR 164.504(e)(2)(ii)(C) and 164.410. */
export function reportBreaches(agreement: Agreement): Provision {
  const found = findSentences(agreement, { all: [REPORT, /\bbreach(?:es)?\b/i], none: [NOT_BREACH_OF_DATA] })
  const unsecured = found.find(({ text }) => /\bunsecured\b|164\.4(?:0[24]|10)/i.test(text))
  if (unsecured) return present(agreement, unsecured)
  if (!found[0]) return missing(agreement, 'Wording from before 2013 has no duty on breaches.')
  if (definesBreach(agreement)) return present(agreement, found[0])
  const information = found.find(({ text }) =>
    /\bbreach(?:es)? of\b[^.]{0,40}(?:information|PHI|data)|\bbreach notification\b/i.test(text),
  )
  return weak(
    agreement,
    information ?? found[0],
    'It does not say breaches of unsecured protected health information.',
  )
}

export const NOT_BREACH_OF_DATA =
  /\bmaterial breach\b|\bbreach of (?:this|the|any) (?:\w+ )?(?:agreement|addendum|contract|term|provision|obligation|confidentiality)|\bcure(?:d)?\b|\bconfidentiality of the information has been breached\b/i

function definesBreach({ sentences }: Agreement): boolean {
  return sentences.some(
    ({ text, clause }) =>
      clause.topic === 'definitions' &&
      /\bbreach\b/i.test(text) &&
      /164\.402|\bsame meaning\b|\bmeanings?\b[^.]{0,60}\bHIPAA\b|\bHIPAA rules\b/i.test(text),
  )
}

const UNSUCCESSFUL = /\bunsuccessful\b|\battempt(?:s|ed)?\b|\bpings?\b|\bport scans?\b|\btrivial\b/i

/** 45 CFR 164.314(a)(2)(i)(C): any incident, though unsuccessful attempts may be summed up. */
export function securityIncidents(agreement: Agreement): Provision {
  const found = findSentences(agreement, { all: [REPORT, /\bsecurity incidents?\b/i] })
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
      /(?<!un)(?<!or )\bsuccessful security incidents?\b|\bonly\b[^.]{0,40}\bsuccessful\b|\bsecurity incidents? (?:that|which) (?:results?|resulted|is successful|are successful)/i.test(
        text,
      ) && !/\bunsuccessful\b|\battempted or successful\b/i.test(text),
  )
  const excluded = sentences.find(
    ({ text }) =>
      /\bsecurity incidents?"?\b[^.]{0,60}\b(?:does not include|shall not include|excludes?|not be (?:deemed|considered))\b[^.]{0,80}(?:unsuccessful|attempt)/i.test(
        text,
      ) ||
      (/\bno (?:report|notice|notification)\b[^.]{0,60}\bunsuccessful\b/i.test(text) &&
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
    /\bprompt(?:ly)?\b|\bas soon as\b|\breasonable time\b|\btimely\b/i.test(text),
  )
  return vague
    ? answer('weak', proof(agreement, vague), 'Prompt is not a deadline.')
    : missing(agreement, 'No deadline is stated.')
}
