import type { Provision } from '../../reading'
import { type Agreement, findSentences, missing, present, type Wanted, weak } from '../agreement'
import { amountsIn, calendarDays, daysOf } from '../amounts'

const LONGEST_DAYS = 30
const GIVES =
  /\b(?:make|makes|making|provide|provides|furnish|give|permit|allow|respond|forward|incorporate|maintain|document|keep|amend|available|accommodate|comply|assist|transmit|deliver)\b/i

/** 45 CFR 164.504(e)(2)(ii)(E) and 164.524. */
export function access(agreement: Agreement): Provision {
  const cited = found(agreement, { all: [/164\.524/, GIVES] })
  const named = found(agreement, {
    all: [
      /\baccess\b|\bcop(?:y|ies)\b|\binspect/i,
      /\bdesignated record set\b|\bindividuals?(?:'s|')?\b|\bpatients?\b/i,
      GIVES,
    ],
    none: [/164\.52[68]|\bsafeguard|\bbreach\b|\bsecretary\b/i],
  })
  const sentence = cited ?? named
  if (!sentence) return missing(agreement)
  const slow = amountsIn(sentence.text).find(
    (amount) => calendarDays(amount) > LONGEST_DAYS && amount.unit !== 'year',
  )
  return slow
    ? weak(
        agreement,
        sentence,
        `${daysOf(slow)} ${slow.business ? 'business ' : ''}days leave the practice no time to answer within ${LONGEST_DAYS}.`,
      )
    : present(agreement, sentence)
}

/** 45 CFR 164.504(e)(2)(ii)(F) and 164.526. */
export function amendment(agreement: Agreement): Provision {
  const sentence =
    found(agreement, { all: [/164\.526/, GIVES] }) ??
    found(agreement, {
      all: [
        /\bamend(?:ment|ments|ed|ing)?\b|\bcorrections?\b/i,
        /\b(?:protected health information|e?phi|designated record set|health information)\b/i,
        GIVES,
      ],
      none: [
        /\bamend(?:ment of)? this\b|\bthis (?:agreement|addendum)\b[^.]{0,30}\bamended\b|\bas amended\b|\bparties\b/i,
      ],
    })
  return sentence ? present(agreement, sentence) : missing(agreement)
}

/** 45 CFR 164.504(e)(2)(ii)(G) and 164.528. */
export function accounting(agreement: Agreement): Provision {
  const sentence = found(agreement, {
    all: [/164\.528|\baccounting\b[^.]{0,60}\bdisclos|\bdisclos\w*\b[^.]{0,60}\baccounting\b/i, GIVES],
  })
  return sentence ? present(agreement, sentence) : missing(agreement)
}

/** 45 CFR 164.504(e)(2)(ii)(H), new in 2013. */
export function delegatedDuties(agreement: Agreement): Provision {
  const sentence = found(agreement, {
    all: [
      /\b(?:carr(?:y|ies|ied|ying) out|perform(?:s|ing|ance)?|delegat\w+|discharg\w+|fulfil\w*)\b/i,
      /\b(?:obligations?|duty|duties|responsibilit(?:y|ies))\b/i,
      /\bsubpart E\b|\bprivacy rule\b/i,
      /\bcomply|\bcomplies|\bcompliance|\bobserve|\bmeet\b/i,
    ],
  })
  return sentence ? present(agreement, sentence) : missing(agreement)
}

function found(agreement: Agreement, wanted: Wanted) {
  return findSentences(agreement, wanted)[0]
}
