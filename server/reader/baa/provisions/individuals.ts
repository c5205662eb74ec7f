import type { Provision } from '../../reading'
import {
  type Agreement,
  answer,
  findSentences,
  missing,
  present,
  proof,
  type Wanted,
  weak,
} from '../agreement'
import { amountsIn, calendarDays, daysOf } from '../amounts'
import type { Sentence } from '../clauses'

const LONGEST_DAYS = 30
const GIVES =
  /\b(?:makes?|making|made|provid(?:e|es|ing)|furnish(?:es)?|suppl(?:y|ies)|gives?|given|grants?|affords?|permits?|allows?|lets?|responds?|forwards?|incorporates?|maintains?|documents?|keeps?|amends?|available|accommodates?|assists?|transmits?|delivers?|carr(?:y|ies) out|records?|logs?|tracks?|corrects?|accounts?|hands?|turns? over|produces?|sends?|appends?|links?|honou?rs?|fulfil(?:l?s)?|attach(?:es)?|enters?|cooperates?|helps?|returns?|have|can|incorporated|documented|amended|provided|furnished|recorded|corrected|carried out|accounted|kept|given)\b/i
const COMPLIES = /\bcompl(?:y|ies)\b/i
const PASSES_ON =
  /\b(?:forward|refer|direct|send|pass|transmit|redirect)\w*\b[^.;]{0,60}\brequests?\b|\brequests?\b[^.;]{0,60}\b(?:forwarded|referred|directed|passed)\b|\bnotify\b[^.;]{0,60}\brequests?\b/i
const REFERS =
  /\b(?:refer|direct|redirect|send)s?\b[^.;]{0,30}\b(?:individuals?|patients?|persons?|them|him or her)\b[^.;]{0,20}\bto\b/i
const HOLDS_NONE =
  /\b(?:not|no|n't)\b[^.;]{0,80}\b(?:maintain|hold|keep|possess|have)\w*\b[^.;]{0,60}\bdesignated record set/i

/** 45 CFR 164.504(e)(2)(ii)(E) and 164.524. */
export function access(agreement: Agreement): Provision {
  const cited = { all: [/164\.524/, GIVES] }
  const named = {
    all: [
      /\baccess\b|\bcop(?:y|ies)\b|\binspect|\b(?:see|view|obtain)\b|\bavailable\b/i,
      /\bdesignated record sets?\b|\bindividuals?(?:'s|')?\b|\bpatients?\b/i,
      GIVES,
    ],
    none: [
      /\bsafeguard|\bbreach|\bsecretary\b|\bde-?identif|\bincidents?\b|\bminimum\b|\b(?:limit|restrict|control|prevent|revoke|terminate)s?\b[^.;]{0,40}\baccess\b/i,
      /^(?![^]*(?:164\.524|\bdesignated record|\brequests?\b|\brights?\b))[^]*(?:\b(?:authori[sz]ed|only) (?:\w+ )?(?:individuals?|persons?)\b|\b(?:workforce|employees|staff|personnel)\b|\blogs?\b[^.;]{0,20}\baccess\b)/i,
      /^(?![^]*\b(?:for|to|of|give|gives|provide) (?:\w+ )?(?:access|cop(?:y|ies)|inspect\w*)\b)[^]*(?:164\.52[68]|\baccounting\b)/i,
    ],
  }
  const theirs = {
    all: [
      /\b(?:individuals?|patients?)\b[^.;]{0,30}\b(?:may|can|has the right to|have the right to)\b[^.;]{0,30}\b(?:inspect|cop(?:y|ies)|obtain|see|access)\b/i,
    ],
    permission: true,
  }
  const referred = { all: [/\baccess\b|164\.524/i, REFERS] }
  const found = [cited, named, theirs, referred]
    .flatMap((wanted) => findSentences(agreement, wanted))
    .filter(
      (sentence) =>
        !/\bamend(?:ment|ments)?\b/i.test(sentence.text) ||
        /\baccess\b|164\.524|\bcop(?:y|ies)\b|\bsee\b/i.test(sentence.text),
    )
  const given = found.find(({ text }) => !isPassedOn(text) && !HOLDS_NONE.test(text))
  const sentence = given ?? found[0]
  if (!sentence) return byReference(agreement, /164\.524/)
  if (!given && HOLDS_NONE.test(sentence.text)) return holdsNone(agreement, sentence)
  if (!given)
    return weak(agreement, sentence, 'Requests are passed on, but the information is not made available.')
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

function isPassedOn(text: string): boolean {
  return (
    (PASSES_ON.test(text) || REFERS.test(text)) &&
    !/\b(?:makes?|made|provides?|gives?|grants?|furnish|affords?|lets?|allows?|permits?)\b/i.test(
      text.replace(
        /\bmade? (?:directly )?(?:to|by)\b|\b(?:makes?|provides?) (?:a|any|such|the) requests?\b/gi,
        '',
      ),
    )
  )
}

function holdsNone(agreement: Agreement, sentence: Sentence): Provision {
  return answer(
    'needs-a-person',
    proof(agreement, sentence),
    'It says that the vendor holds no designated record set: see whether that is so.',
  )
}

/** `shall comply with 45 CFR 164.524` says what the law says, not what the vendor does. */
function byReference(agreement: Agreement, citation: RegExp): Provision {
  const named = findSentences(agreement, { all: [citation, COMPLIES] })[0]
  return named
    ? answer(
        'needs-a-person',
        proof(agreement, named),
        'The rule is named, but not what the vendor does for it.',
      )
    : missing(agreement)
}

/** 45 CFR 164.504(e)(2)(ii)(F) and 164.526. */
export function amendment(agreement: Agreement): Provision {
  const sentence =
    found(agreement, { all: [/164\.526/, GIVES] }) ??
    found(agreement, {
      all: [
        /\bamend(?:ment|ments|ed|ing|s)?\b|\bcorrect(?:s|ed|ions?)?\b/i,
        /\b(?:protected (?:health )?information|e?phi|designated record sets?|health information|records?|(?:patients?'?|the|such) information)\b/i,
        GIVES,
      ],
      none: [
        /\bamend(?:ment of|s|ed)? (?:this|the) (?:agreement|addendum|baa|contract)\b|\b(?:this|the) (?:agreement|addendum|baa|contract)\b[^.]{0,40}\b(?:amended|amendment)\b|\bas amended\b|\bthe parties\b|\bcorrective\b|\bbreach/i,
      ],
    })
  const passed = sentence
    ? undefined
    : found(agreement, { all: [/\brequests?\b[^.;]{0,40}\bamend(?:ment|ments)?\b/i, PASSES_ON] })
  if (passed) return weak(agreement, passed, 'Requests are passed on, but the amendment is not made.')
  if (!sentence) return byReference(agreement, /164\.526/)
  if (HOLDS_NONE.test(sentence.text) && !/164\.526/.test(sentence.text)) return holdsNone(agreement, sentence)
  return isPassedOn(sentence.text) && !/\b(?:incorporat|carr(?:y|ies) out|amends?\b)/i.test(sentence.text)
    ? weak(agreement, sentence, 'Requests are passed on, but the amendment is not made.')
    : present(agreement, sentence)
}

/** 45 CFR 164.504(e)(2)(ii)(G) and 164.528. */
export function accounting(agreement: Agreement): Provision {
  const sentence = found(agreement, {
    all: [
      /164\.528|\baccount(?:ing|s)?\b[^.]{0,60}\bdisclos|\bdisclos\w*\b[^.]{0,100}\baccount(?:ing|s)?\b|\b(?:list|log|record) of (?:all |any |its |the )?disclosures\b|\b(?:log|record|document|track)s? (?:all |any |each |every |its |such |the )?disclosures?\b/i,
      GIVES,
    ],
  })
  return sentence ? present(agreement, sentence) : byReference(agreement, /164\.528/)
}

/** 45 CFR 164.504(e)(2)(ii)(H), new in 2013. */
export function delegatedDuties(agreement: Agreement): Provision {
  const sentence = found(agreement, {
    all: [
      /\b(?:carr(?:y|ies|ied|ying) out|perform(?:s|ed|ing|ance)?|delegat\w+|discharg\w+|fulfil\w*|tak(?:e|es|ing) (?:on|over)|assum\w+|undertak\w+|does|do|acts? for|in the place)\b/i,
      /\b(?:obligations?|duty|duties|responsibilit(?:y|ies)|functions?)\b/i,
      /\bsubpart\s+E(?:of)?\b|\bprivacy (?:rule|standards|regulations?)\b|\b(?:HIPAA|federal privacy) (?:rules?|requirements)\b/i,
      /\bcompl(?:y|ies|ied|iance|ying)\b|\bobserv\w*|\bmeets?\b|\bfollows?\b|\bkeeps? to\b|\babides?\b|\badheres?\b|\bin accordance with\b|\bsatisf|\bconform|\bsame (?:requirements|rules|way)\b/i,
    ],
    none: [
      /\bwould (?:not )?(?:violate|be (?:a|in) violation)/i,
      /\bsub-?contractors? (?:that|who|which)\b/i,
    ],
  })
  return sentence && isPracticesDuty(agreement, sentence) ? present(agreement, sentence) : missing(agreement)
}

/** A duty of the practice, not of the vendor or of both. */
function isPracticesDuty({ roles }: Agreement, { text }: Sentence): boolean {
  return (
    new RegExp(`\\b${roles.coveredEntity.words}\\b`, 'i').test(text) ||
    /\bdelegat|\byours?\b|\bour (?:patients|behalf)\b/i.test(text)
  )
}

function found(agreement: Agreement, wanted: Wanted) {
  return findSentences(agreement, wanted)[0]
}
