import type { Provision } from '../../reading'
import {
  type Agreement,
  answer,
  findSentence,
  findSentences,
  HEALTH_INFORMATION,
  missing,
  present,
  proof,
  weak,
} from '../agreement'
import type { Clause } from '../clauses'

const USE =
  /\b(?:use|uses|using|used|disclose[sd]?|disclosures?|access(?:es|ed)?|shares?|handles?|process(?:es)?|creates?|receives?|maintains?|transmits?|views?|cop(?:y|ies)|works? with|stores?)\b/i
const BLANKET =
  /\bany (?:and all )?(?:(?:lawful|legal|business|legitimate|other|commercial)\s+){0,3}purposes?(?: (?:it|that|whatsoever))?\b|\bits (?:own )?(?:business|commercial) purposes\b|\bat its (?:sole )?discretion\b|\bas it (?:sees|deems) (?:fit|appropriate|necessary)\b/i
const NAMED =
  /\b(?:(?:services?|master|underlying|subscription|license|licence|software|principal|main|primary|customer|support|consulting|hosting|participation|managed)\s+)+(?:agreement|contract|terms|arrangement|order)s?\b|\bstatement of work\b|\b(?:terms of (?:service|use)|online terms)\b|\b(?:agreement|contract|MSA|SOW)s? (?:between|dated|under which)\b|\bthe MSA\b/i
const VAGUE =
  '(?:perform|provide|carry|fulfil|fulfill|meet|satisfy|the|its|our|any|do|render|furnish|deliver|comply|make\\s+(?:available|any|the|such|use|disclosures?|amendments?|it|its)|help|enable|effect|exercise|or|and)'
const LISTED = new RegExp(
  [
    '\\bpurposes\\b[^.;:]{0,60}\\bare(?: these)?:?\\s|\\bfollowing (?:services|functions|purposes|activities|work)\\b|\\b(?:services?|purposes?|functions|activities|work):|\\blimited to\\b|\\bconsist(?:s|ing) of\\b|\\bnamely\\b|\\bincluding\\b|\\bsuch as\\b',
    `\\b(?:in connection with|for|of|by)\\s+(?:the\\s+)?(?:purposes? of\\s+)?[a-z-]{3,}ing\\b`,
    `\\b(?:solely |only |strictly |exclusively |as (?:needed|necessary|required) )?to\\s+(?!${VAGUE}\\b|use|disclos|or\\b|and\\b)[a-z-]{3,}[\\s,]`,
    '\\bto (?:perform|provide|render|furnish|deliver)\\s+(?:the\\s+|its\\s+)?(?!services?\\b|functions|obligations|duties|such|activities|its|the|any|all|those|certain|various|other|these)[a-z-]+,?\\s+(?:(?:and\\s+)?[a-z-]+,?\\s+){0,7}?services?\\b(?! agreement)',
    `\\b(?:solely|only|exclusively|strictly) for (?!(?:the |its |their |our |those |such |these |this |that |any |all |lawful |legitimate |business |commercial |permitted |internal |own )*(?:purposes?|services?|business|use|uses|ends?|benefit|${VAGUE})\\b|the (?:purposes?|services?)\\b)(?:the )?[a-z-]{4,}\\b`,
    '\\bfor (?:the purposes? of )?(?:billing|claims|payment|support|coding|transcription|scheduling|storage|destruction|shredding)\\b',
  ].join('|'),
  'i',
)
const OWN =
  /\bmanagement\b[^.;]{0,20}\badministra|\bproper management\b|\bde-?identif|\baggregat|\bminimum necessary\b|\bsub-?contractor|\breport\b|\blegal responsibilit/i
const THIS_WORK = /\bfor (?:that|this|these|such|the following) (?:work|purposes?|services?|tasks?|jobs?)\b/i
const USES =
  /\b(?:permitted|authori[sz]ed|allowed|agreed)?\s*(?:uses?|purposes?)\b|\bwhat\b[^?\n]*\b(?:may|can|for|do|with)\b|\bscope\b/i

/** 45 CFR 164.504(e)(2)(i). */
export function permittedUses(agreement: Agreement): Provision {
  const found = findSentences(agreement, { all: [USE], permission: true }).filter(
    ({ words, clause }) =>
      (HEALTH_INFORMATION.test(words) ||
        (/\b(?:it|them)\b/i.test(words) && HEALTH_INFORMATION.test(clause.heading))) &&
      permits(words) &&
      (!OWN.test(ownPart(words)) || /\b(?:solely|only) (?:to|for)\b/i.test(words)),
  )
  const blanket = found.find(({ text }) => isBlanket(text))
  if (blanket) return weak(agreement, blanket, 'A blanket permission names no purposes.')
  const blank = found.find(({ text }) => /\b(?:to|for|purposes?|services?)\b:?\s*(?:\[|_{3,}|<)/i.test(text))
  if (blank) return weak(agreement, blank, 'The purposes were left blank.')
  const lists = found.find(
    (sentence) =>
      (LISTED.test(ownPart(sentence.text)) &&
        !onlyNamed(ownPart(sentence.text)) &&
        (!/:\s*$/.test(sentence.text) || sentence.clause.lead === '')) ||
      (THIS_WORK.test(sentence.text) &&
        (sentence.start > sentence.clause.start || sentence.text.search(THIS_WORK) > 60)),
  )
  if (lists) return present(agreement, lists)
  const work = worksUnderTitle(agreement)
  if (work) return present(agreement, work)
  const named = found.find(({ text }) => NAMED.test(text))
  if (named)
    return answer(
      'needs-a-person',
      proof(agreement, named),
      'The uses are those of another agreement: see that it is on file.',
    )
  const listed = agreement.clauses.find(
    ({ heading, text, topic }) =>
      topic === 'clause' &&
      /\b(?:permitted|authorized) (?:uses?|purposes?)\b/i.test(heading) &&
      text.length > 40 &&
      !OWN.test(text) &&
      !/\bnot (?:use|disclose)/i.test(text),
  )
  if (found[0])
    return answer(
      'needs-a-person',
      proof(agreement, found[0]),
      'It permits uses, but the purposes are not plain.',
    )
  if (listed)
    return answer(
      'needs-a-person',
      proof(agreement, listed),
      'The purposes stand under a heading and are not plain.',
    )
  return missing(agreement, 'No purposes are stated; a heading alone does not count.')
}

/** What comes before `and for its own proper management`. */
function ownPart(text: string): string {
  const own = OWN.exec(text)?.index ?? text.length
  return own > 60 &&
    /\b(?:use|disclos|handle)/i.test(text.slice(0, own - 20)) &&
    /(?:,|\band)\s+[\w ()]{0,44}$/i.test(text.slice(0, own))
    ? text.slice(0, own)
    : text
}

function isBlanket(text: string): boolean {
  const blanket = BLANKET.exec(text)
  return (
    blanket !== null &&
    !/\b(?:not|no|never|nor|neither)\b|n't\b/i.test(text) &&
    !/\b(?:permitted|allowed|required|authori[sz]ed)\b(?! (?:by|under) (?:applicable )?(?:law|HIPAA))/i.test(
      text.slice(blanket.index, blanket.index + 60),
    )
  )
}

/** Under a title such as `Uses` the vendor's work may be told in its own verbs. */
function worksUnderTitle({ roles, sentences }: Agreement) {
  const work = new RegExp(
    `\\b${roles.businessAssociate.words}\\s+(?:may|is (?:permitted|authori[sz]ed|allowed) to|will|shall)\\s+(?:only\\s+|solely\\s+)?(?!not\\b|use\\b|disclose\\b|only\\b|also\\b|be\\b|perform\\b|provide\\b|limit\\b|report\\b|comply\\b)[a-z]+\\b[^.]{20,}`,
    'i',
  )
  return sentences.find(
    ({ text, clause }) =>
      clause.topic === 'clause' && USES.test(clause.heading) && work.test(text) && !OWN.test(text),
  )
}

/** `shall not use or disclose PHI except to collect and destroy it` names the purpose as well. */
const EXCEPT_TO =
  /\bnot (?:to )?(?:use|disclose|access)\b[^.;]{0,80}\b(?:except|other than|save|unless|but only)\s+(?:as (?:needed|necessary|required) )?to (?!(?:the extent|be|comply|perform (?:its|the|his) (?:obligations|duties|services))\b)[a-z]{3,}/i

function permits(text: string): boolean {
  if (EXCEPT_TO.test(text)) return true
  if (/\b(?:not|never)\s+(?:\w+ ){0,2}(?:use|permitted|disclose|further|share)|\bno other use\b/i.test(text))
    return /\bmay (?:only |solely )?(?:use|disclose|access|handle|maintain|receive|create|transmit|store|view|process)\b/i.test(
      text,
    )
  return /\bmay\b|\bonly\b|\bpermitted\b|\bas necessary\b|\bauthori[sz]e[ds]?\b|\bsolely\b|\ballowed\b|\bcan\b|\bshall (?:only )?(?:use|disclose)\b|\bwill (?:only )?(?:use|disclose)\b|\buses? (?:and (?:discloses?|shares?) )?(?:\w+ ){0,3}(?:information|PHI|ePHI|data|records)\b[^.;]{0,60}\b(?:to|for)\b/i.test(
    text,
  )
}

/** Only a reference, with no purposes beside it. */
function onlyNamed(text: string): boolean {
  const without = text.replace(new RegExp(NAMED.source, 'gi'), '')
  return NAMED.test(text) && !LISTED.test(without)
}

// The law as a condition of disclosing; `as required by law, and for our management` only lists one more purpose.
const ASSURED =
  /\b(?:reasonable|written|satisfactory) (?:written )?assurances?\b|\bassur(?:es|ed)\b|\bpromises?\b|\b(?:disclosures?|it|they) (?:is|are|be|being)(?: \w+)? required by (?:the )?law\b|\b(?:provided|only|if|when|where|so long as|as long as|unless)\b[^.;]{0,100}\b(?:required by (?:the )?law|law requires)\b|\bdisclos\w*\b[^.;]{0,120}\b(?:management|administration|responsibilities|purposes|ends|reasons)\b[^.;]{0,60}\b(?:as required by|required by (?:the )?law|law requires)\b(?!,? (?:and|or) (?:for|to)\b)/i

const OWN_REFUSED =
  /\b(?:not|never|nor)\b[^.;]{0,80}\b(?:management|administrat\w+|legal responsibilities)\b(?![^.;]*\b(?:except|unless|other than|but)\b)/i

/** 45 CFR 164.504(e)(2)(i)(A) and (e)(4). */
export function ownManagement(agreement: Agreement): Provision {
  const found = findSentences(agreement, {
    all: [
      /\b(?:proper )?management\b[^.]{0,40}\badministrat|\blegal responsibilities\b|\b(?:its|our|their) (?:own|proper) (?:internal |proper )?(?:management|administration)\b/i,
      /\b(?:use|disclos|share)/i,
    ],
    permission: true,
  })
  if (!found.length) return missing(agreement, 'It may be left out.')
  if (found.every(({ text }) => OWN_REFUSED.test(text))) return missing(agreement, 'It is refused.')
  const discloses = found.filter(({ text }) => /\bdisclos/i.test(text) && !/\bnot disclose\b/i.test(text))
  const assured = found.some(({ clause }) => ASSURED.test(around(agreement, clause)))
  const business = found.find(({ text }) =>
    /\bbusiness purposes\b|\bany (?:other )?(?:lawful )?purpose/i.test(text),
  )
  if (business)
    return weak(agreement, business, 'It goes beyond management, administration and legal duties.')
  if (discloses[0] && !assured)
    return weak(
      agreement,
      discloses[0],
      'Disclosure without being required by law and without assurances from the recipient.',
    )
  return present(agreement, found[0]!)
}

/** The clause and the items that follow from it. */
function around({ clauses }: Agreement, clause: Clause): string {
  const at = clauses.indexOf(clause)
  const same =
    /\bmanagement\b|\badministrat|\blegal responsibilit|\b(?:such|these|those|the foregoing) (?:disclos|purposes?)|\brecipient|\bperson\b|\bassur/i
  return clauses
    .slice(Math.max(0, at - 1), at + 4)
    .filter((one) => one === clause || one.lead === clause.text || same.test(one.text))
    .map(({ text }) => text)
    .join(' ')
}

/** 45 CFR 164.504(e)(2)(i)(B). */
export function dataAggregation(agreement: Agreement): Provision {
  const found = findSentence(agreement, {
    all: [
      /\bdata aggregation\b|\baggregat(?:es?|ing|ion)\b[^.;]{0,40}\b(?:PHI|information|data|records|services|it|for|relat\w+)\b|\b(?:PHI|information|data|it|records)\b[^.;]{0,40}\baggregat/i,
    ],
    none: [
      /\bin (?:the )?aggregate\b|\baggregate (?:of|amount|liability|report|summary|basis)\b|\baggregated (?:report|summary)/i,
    ],
    permission: true,
  })
  if (!found) return missing(agreement, 'It may be left out.')
  if (
    /\b(?:not|never|nor|nothing)\b[^.;]{0,80}\baggregat/i.test(found.text) &&
    !/\baggregat[^.;]*\b(?:except|unless|other than|but)\b/i.test(found.text)
  )
    return present(agreement, found, 'It is refused.')
  const forPractice =
    /\bhealth ?care operations?\b|\byour operations\b|164\.501|164\.504\(e\)\(2\)\(i\)\(B\)/i.test(found.text)
  const forItself =
    /\b(?:its|their) own\b|\bits (?:other )?(?:products?|customers|clients|services|business)\b|\blicens(?:es?|ing)\b|\bimprove\b|\bbenchmark|\bcommerciali|\bsell\b/i.test(
      found.text,
    )
  if (forItself) return weak(agreement, found, 'Aggregation for the vendor’s own ends.')
  if (forPractice) return present(agreement, found)
  return answer(
    'needs-a-person',
    proof(agreement, found),
    'It does not say that aggregation is for the practice’s operations.',
  )
}

const BAN =
  /\bnot, [^,;.]{3,80},\s+(?:use|disclose)\b|\b(?:not|never)\s+(?:to\s+)?(?:[\w,]+\s+){0,5}?(?:use|disclose|access|share|handle|permit (?:any|the) (?:use|disclos))|n't\s+(?:\w+\s+){0,3}?(?:use|disclose|share|handle)|\bneither (?:be )?used?\b|\b(?:under|in) no (?:circumstances?|event|case)\b[^.;]{0,50}\b(?:use|disclose)\b|\brefrains?\b|\b(?:prohibited|forbidden|barred) from (?:using|disclosing)\b|\bno (?:other |further )?(?:use|disclosure|purpose)|\bin no (?:other )?(?:way|manner)\b|\bfor no other (?:purpose|reason)|\bfor (?:nothing|no purpose) (?:else|other)\b|\b(?:any|all|every) (?:other )?(?:use|disclosure|uses|uses? (?:or|and) disclosures?)\b[^.]{0,100}\b(?:is|are|be) (?:strictly )?(?:prohibited|forbidden|not (?:permitted|allowed))/i
const BOUNDS =
  /\b(?:other than|otherwise than|except|save|unless|beyond|only|apart from|but|than|without|in (?:any|a) (?:other )?(?:manner|way)|other|not (?:permit|allow|authori[sz]e|provide)\b|not (?:expressly |specifically )?(?:permitted|authori[sz]ed|allowed|provided for))\b/i
const ALLOWED =
  /\b(?:permit(?:s|ted)?|requires?|required|allow(?:s|ed)?|authori[sz]e[sd]?|provide[sd]? (?:for|in|by|herein)|set (?:forth|out)|necessary|specified|described|stated|contemplated|lets?|agreed|says?)\b/i
const BY_CONTRACT =
  /\b(?:a law|agreement|addendum|contract|baa|form|exhibit|rider|terms|amendment|appendix|attachment|schedule|letter|arrangement|herein|hereunder|hereby|hereof|law|laws|consent|in writing|above|below|permitted|section \d)\b/i
const NARROW =
  /\bde-?identif|\bminimum necessary\b|\bSubpart E of 45 CFR Part 164 if done by\b|\bif (?:it were )?(?:done|made|used|disclosed) by\b|\b(?:if|were) .{0,40} did it\b|\bwould (?:not )?violate\b|\bmarketing\b|\bfund-?raising\b|\b(?:sell|sale)\b|\boutside (?:of )?the United States\b|\boffshore\b|\bgenetic\b|\bremuneration\b|\bsub-?contractors?\b[^.]{0,60}\bagree/i

/** 45 CFR 164.504(e)(2)(ii)(A). */
export function noOtherUse(agreement: Agreement): Provision {
  const negative = findSentences(agreement, {
    all: [BAN, BOUNDS, ALLOWED, /\b(?:use|disclos|shar|handl|look|see\b|view|access)/i, BY_CONTRACT],
    none: [NARROW, /\bmanagement and administra/i],
    permission: true,
  }).filter(
    ({ text }) =>
      !/\b(?:report|notify|tell|mitigate|inform)\b/i.test(text.slice(0, BAN.exec(text)?.index ?? 0)),
  )
  const only = findSentences(agreement, {
    all: [
      /\b(?:use|disclos|shar|handl)\w*\b[^.]{0,80}\b(?:only|solely|exclusively)\b|\b(?:only|solely|exclusively)\b[^.]{0,30}\b(?:use|disclos|shar|handl)/i,
      /\b(?:as|in the (?:way|manner)|when|where|if|what|to the extent) (?:\w+ ){0,6}?(?:expressly |specifically )?(?:permits?|permitted|requires?|required|authori[sz]e[sd]?|allows?|allowed|lets?|agreed|says?|set (?:forth|out)|provided)\b|required by law/i,
      BY_CONTRACT,
      HEALTH_INFORMATION,
    ],
    none: [
      OWN,
      BLANKET,
      new RegExp(
        `^(?![^]*\\b(?:only|solely|except) as (?:expressly )?(?:permitted|required|allowed))[^]*(?:${NARROW.source})`,
        'i',
      ),
      /\b(?:services? agreement|to (?:perform|provide) (?:the |its )?(?:services|functions))\b/i,
    ],
    permission: true,
  })
  const found =
    negative.find(
      ({ words }) =>
        HEALTH_INFORMATION.test(words) ||
        /\b(?:use|disclose|share) (?:it|them)\b|\bno (?:other |further )?(?:use|disclosure)|\b(?:any|all) other uses?\b|\bfor nothing else\b|\b(?:it|they) (?:may|shall|will|must|can) (?:not|only) be (?:used|disclosed|shared)/i.test(
          words,
        ),
    ) ?? only[0]
  return found ? present(agreement, found) : missing(agreement)
}

/** 45 CFR 164.502(b). */
export function minimumNecessary(agreement: Agreement): Provision {
  const found = findSentence(agreement, {
    all: [
      /\bminimum (?:amount |extent |information |PHI )?(?:that is |which is )?(?:necessary|needed|required)\b|\bthe least\b[^.]{0,50}\b(?:requires?|needs?|needed|necessary)\b|\bleast (?:amount of )?(?:PHI|information|protected health information)\b[^.]{0,40}\b(?:needed|necessary|required)|\b(?:only (?:the|what)|no more (?:\w+ ){0,2}?than)\b[^.]{0,50}\b(?:minimum|needed?s?|necessary)\b/i,
    ],
    none: [
      /\b(?:as (?:the |a )?minimum|at a minimum)\b/i,
      new RegExp(
        `\\b${agreement.roles.coveredEntity.words}(?:'s?|s') (?:own )?(?:requests?|uses?|disclosures?)\\b(?![^.;]*\\b${agreement.roles.businessAssociate.words}\\b)`,
        'i',
      ),
    ],
    permission: true,
  })
  return found ? present(agreement, found) : missing(agreement)
}

/** 45 CFR 164.514(a)-(c). */
export function deIdentification(agreement: Agreement): Provision {
  const found = findSentences(agreement, { all: [/\bde-?identif|\banonymi[sz]/i], permission: true })
  const all = found.map(({ clause }) => clause.text).join(' ')
  if (!found[0]) return missing(agreement, 'Nothing is said of it.')
  const refused = found.find(({ text }) =>
    /\b(?:not|never|nor|neither)\b[^.;]{0,80}\b(?:de-?identif|anonymi[sz])|n't[^.;]{0,60}\bde-?identif|\bde-?identif\w*\b[^.;]{0,80}\b(?:prohibited|forbidden|not (?:allowed|permitted))|\bno right to de-?identif|\bnothing\b[^.;]{0,80}\b(?:permits?|allows?|authori[sz]es?)\b[^.;]{0,80}\bde-?identif/i.test(
      text,
    ),
  )
  if (refused) return present(agreement, refused, 'It is refused, or needs consent.')
  const sold = found.find(({ clause }) =>
    /\bsell\b|\bsale\b|\bcommerciali[sz]e|\blicen[cs]e\b|\btrain(?:ing)?\b[^.]{0,60}\b(?:models?|algorithms?|AI|systems?)\b|\bmachine learning\b|\bartificial intelligence\b|\bany (?:lawful |other |business )?purposes?\b|\bits own (?:products?|purposes?|business)|\bmarket (?:its|our|their|new)\b|\b(?:improve|develop|enhance) (?:and \w+ )?(?:its|our|their|new) products?\b|\bwithout (?:restriction|limit)|\b(?:product|new) development\b|\bcommercial(?:ly)? (?:purposes?|us)/i.test(
      clause.text,
    ),
  )
  if (sold && !/(?:\b(?:not|never)|n't) (?:\w+ )?(?:sell|commercial|license|train)/i.test(sold.clause.text))
    return weak(agreement, sold, 'The vendor may make its own use of de-identified data.')
  return /164\.514|\bsolely\b|\bonly\b|\blimited to\b/i.test(all)
    ? present(agreement, found[0])
    : answer('needs-a-person', proof(agreement, found[0]), 'It is allowed without limits in words.')
}
