/** Text as it is compared everywhere in the tests: plain quotes and dashes, white space collapsed. */
export function plain(text: string): string {
  return isPlain(text) ? text : made(text)
}

/** Most text is plain already, and looking is cheaper than seven replacements. */
function isPlain(text: string): boolean {
  let before = 32
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code < 32 || code > 126 || (code === 32 && before === 32)) return false
    before = code
  }
  return before !== 32 || text === ''
}

function made(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\u2018\u2019\u201b\u02bc]/g, "'")
    .replace(/[\u201c\u201d]/g, '"')
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/\u00ad/g, '')
    .replace(/\s+/g, ' ')
    .trim()
}

/** What is left when only letters and digits count. */
export function bare(text: string): string {
  return plain(text)
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()
}

const WORD = "(?:[\\w'/()-]+ )"
const NOUN =
  '(?:exception|deviation|finding|discrepanc(?:y|ie)|variance|anomal(?:y|ie)|non-?conformit(?:y|ie)|deficienc(?:y|ie)|control gap|weakness(?:e)?)'
const SOFT_NOUN =
  '(?:issue|error|failure|observation|matter|problem|concern|gap|instances? of non-?compliance)'
const ANY_NOUN = `(?:${NOUN}|${SOFT_NOUN})(?:s|es)?`
const SEEN = '(?:noted|identified|found|observed|detected|disclosed|reported|discovered|revealed)'
const BE = '(?:(?:was|were|is|are|has been|have been) )?'
const COUNT =
  '(?:(?:an?|the following|one|two|three|four|five|six|seven|eight|nine|ten|several|multiple|some|minor|\\d+|\\(\\d+\\)) )'
const TIME = '(?:period|year|quarter|months?|audit|examination|review window|engagement|window|timeframe)'

export const EXCEPTION_SEEN = new RegExp(`\\b${NOUN}s? ${BE}${SEEN}\\b`, 'g')
export const EXCEPTION_COUNTED = new RegExp(
  `\\b${COUNT}+(?:relevant |testing |control |test )?${NOUN}s?\\b(?! (?:report|handling|process|request|log|queue))`,
)
export const EXCEPTION_RAISED = new RegExp(
  `\\b(?:disclosed|revealed|identified|noted|resulted in|found|with|raised) ${COUNT}*(?:relevant |testing )?${NOUN}s?\\b`,
)
export const EXCEPTION_ALONE = new RegExp(
  `^${WORD}?${NOUN}s?(?: ?(?:#|no\\.?|number)? ?\\d+)?(?: (?:detail|description)s?)?\\s*(?:[.:;,!-]|\\(|$)`,
)
export const EXCEPTION_POINTER =
  /\b(?:see|refer(?:red)? to|as (?:described|noted) in|detailed (?:in|under)) (?:the )?(?:exception|deviation|finding)s?\b/
export const NOT_EFFECTIVE =
  /\b(?:not (?:been )?(?:fully |consistently )?(?:operat\w+|designed|suitably designed|performed|functioning)? ?(?:effective(?:ly)?|as (?:designed|described|intended|stated))|ineffective(?:ly)?|(?:partially|partly|not fully|non)[ -](?:effective|compliant|met|operating|satisfied|satisfactory)|unsatisfactory|not (?:satisfactory|met|compliant|achieved|satisfied|in place)|control (?:gap|failure|deficiency)|did not operate (?:effectively|as|consistently|properly|timely)|not (?:been )?(?:suitably|appropriately|adequately|properly) designed|no (?:[\w-]+ ){1,6}(?:existed|(?:was|were|had been) in (?:place|use)) (?:before|until|prior to|for the first|between|from))\b/
export const FAILED_ALONE =
  /^(?:control |test |tests )?(?:fail(?:ed|ure|s)?|exception|deviation|finding|non-?compliant|f)[.!]?$/
/** The control's own turn was due and went by: that is a failure, not a lack of occasion. */
export const MISSED =
  /\b(?:test|review|recertification|meeting|scan|assessment|exercise|training|restore|restoration|drill|audit|reconciliation|attestation)s? (?:that (?:was|were) )?(?:due|scheduled|required|planned|expected)\b[^.;]{0,60}\b(?:not|never) (?:\w+ )?(?:take place|taken place|occur|happen|held|performed|carried out|done|completed|conducted)\b|\bonly (?:one|two|three|\d+)\b[^.;]{0,40}\b(?:reviews?|tests?|meetings?|scans?|exercises?|assessments?)\b[^.;]{0,30}\b(?:held|performed|completed|conducted|carried out)\b/
export const RESOLVED =
  /^(?:[\w-]+ ){0,4}(?:exceptions|deviations|findings|discrepancies|variances|anomalies|deficiencies)[^.]{0,40}\b(?:were|are) (?:\w+ )?(?:resolved|tracked|investigated|escalated|corrected|remediated|followed up|reviewed|addressed|documented)\b/

export const PASS_NONE = new RegExp(
  `\\b(?:no|zero|0|nil|not any)(?: (?!exception|deviation)[\\w-]+(?:,| or| and)?){0,3} ${ANY_NOUN}\\b|\\bno ${ANY_NOUN}\\b`,
)
export const PASS_WITHOUT = new RegExp(`\\bwithout (?:[\\w-]+ ){0,3}${ANY_NOUN}\\b`)
export const PASS_DID_NOT = new RegExp(
  `\\b(?:did|does|do) not (?:note|identify|disclose|reveal|find|detect|result in|observe|uncover|produce|indicate) (?:any |an? )?(?:[\\w-]+ ){0,3}${ANY_NOUN}\\b`,
)
export const PASS_NOT_SEEN = new RegExp(`\\b${ANY_NOUN} (?:was|were|have been|has been) not ${SEEN}\\b`)
export const PASS_LABEL = new RegExp(
  `^${ANY_NOUN}(?: ${SEEN})?(?: in testing)? ?[:=-] ?(?:none|no|0|nil|zero|not noted)\\b`,
)
export const PASS_WORD =
  /^(?:(?:test )?pass(?:ed)?|satisfactory|satisfied|effective|(?:fully )?effective|operat(?:ing|ed) effectively|control (?:is |was )?(?:operating )?effective(?:ly)?|ok(?:ay)?|met|fully met|compliant|conforms?|conformant|nen|n\.e\.n\.|achieved|clean|successful|adequate|in place|tested|ne|p)[.!]?$/
export const PASS_NIL =
  /^(?:none|nil|no|zero|0)(?: (?:noted|identified|found|reported|observed|to report|to note|detected|in (?:the )?current|were noted|for (?:the|this) period|in (?:the|this) period))?\b[^a-z]*(?:$|in (?:the )?(?:current|this) (?:period|year))/
export const PASS_OPERATED =
  /\b(?:control|controls|activity|activities|it|procedure)\b[^.;]*\b(?:operat(?:ed|es|ing)|function(?:ed|s|ing)|performed) (?:effectively|as (?:designed|described|intended|stated|specified))|\boperat(?:ed|ing) (?:effectively|as (?:designed|described|intended))|\btested (?:satisfactorily|effectively|successfully)|\bnothing (?:to report|came to|of note|noted)|\btest (?:was )?passed\b/

export const BUT =
  /\b(?:except(?:ing)?(?!ion)(?: for| that| as)?|other than|aside from|apart from|save for|with the exception of|with the following exceptions?)\b/
/** "Except for 1 of 12 new hires, no exceptions noted." */
export const BUT_FIRST =
  /^(?:except(?:ing)?(?!ion)(?: for| that| as)?|other than|aside from|apart from|save for|with the exception of|with the following exceptions?)\b/
export const CONTRAST =
  /^(?:however|but|nevertheless|except(?!ion)|although|though|other than|apart from|with the exception)\b/
export const PRIOR =
  /\b(?:prior|previous|preceding|last|earlier)[ -](?:year|period|examination|audit|report|review|assessment)(?:'s)?\b/

export const NEVER_TESTABLE =
  /\b(?:(?:could|can|was|were) not (?:be )?(?:able to be )?tested|unable to (?:be )?test|no test(?:ing|s)? (?:could be|was|were) (?:possible|performed|conducted)|not able to (?:be )?test|not tested|no opportunity to)\b/
export const NOT_OPERATED: RegExp[] = [
  /\b(?:did|does|has|had|have) not (?:occur(?:red)?|operated?|arisen?|take place|take place|happen(?:ed)?|trigger(?:ed)?)\b(?! (?:effectively|as|consistently|properly|timely|for|until))/,
  /\b(?:was|were|been) not (?:triggered|invoked|operated|exercised|activated|applicable during|required to (?:operate|be performed|be executed)|called upon)\b/,
  /\b(?:population|sample) (?:was|of|size(?: was| of)?|is) (?:zero|0|nil|none|empty)\b|\b(?:zero|0|empty|no) population\b/,
  /\bno (?:such )?(?:occurrences?|events?|activity|transactions|activities)\b/,
  /\bno (?:such )?instances?\b(?! of (?:non|except|deviat|unauth|unapprov|late|missing))/,
  /\bnon-?occurrence\b|\bnot? operat(?:ed|ing) during\b|\bno occasion\b|\bno operation of the control\b|\bcontrol (?:was )?dormant\b/,
  new RegExp(
    `\\bthere (?:was|were|have been|had been) (?:no|zero|not any) ${WORD}{1,14}?(?:during|in|within|for|throughout|over) ${WORD}{0,5}${TIME}\\b`,
  ),
  new RegExp(
    `\\bno ${WORD}{1,12}?(?:occurred|took place|were required|was required|were requested|were reported|were identified|was identified|were processed|were made|were initiated|were hired|were terminated|were declared|was declared|were needed|were experienced|were recorded|were noted|were onboarded|were engaged|arose|existed|were received|were implemented|were added|were disposed|joined|left)\\b`,
  ),
  new RegExp(
    `\\b(?:during|in|throughout|within) (?:20\\d\\d|(?:the|this) ${TIME}),? (?:there (?:was|were) )?no ${WORD}{1,12}`,
  ),
  new RegExp(`^no ${WORD}{1,10}?(?:during|in|within|for|throughout) ${WORD}{0,5}${TIME}\\b`),
  new RegExp(`^(?:not applicable|n/a)\\b.{0,12}\\bno ${WORD}{1,10}?(?:during|in|within|for|throughout)\\b`),
]
/** "… did not operate, as there were no deficiencies": what there was none of gave no occasion. */
export const IDLE =
  /\b(?:did not (?:operate|occur)|no occasion|was not (?:tested|triggered|invoked)|could not be tested|no testing was)\b[^.;]*\b(?:as|because|since|due to)\b[^.;]*\bno\b|\b(?:as|because|since)\b[^.;]*\bno\b[^.;]*\b(?:did not (?:operate|occur)|no occasion|was not (?:tested|triggered)|could not be tested)\b/
/** An approval, a review, a piece of evidence that is missing is a failure of the control, not a lack of occasion. */
export const MISSING_WORK =
  /\bno (?:[\w-]+ ){0,3}(?:evidence|documentation|approvals?|reviews?|records?|logs?|polic(?:y|ies)|process(?:es)?|procedures?|backups?|training|assessments?|tests?|sign-?offs?|authorizations?|scans?|monitoring)\b/

export const NOT_TESTED =
  /\bnot (?:been )?tested\b|\bnot subject to test|\btest(?:ing|s)? (?:was|were) not (?:performed|possible|applicable)|\bno test(?:ing|s)? (?:was|were|could be) (?:performed|conducted)|\b(?:could|can) not be tested\b|\b(?:operat|perform|implement|schedul|occurr|execut)\w* (?:[\w-]+ ){0,3}(?:outside|after|before|prior to|subsequent to)(?: of)?(?: the)?(?: (?:end|start|beginning) of the)? (?:[\w-]+ ){0,3}period|\boutside (?:of )?the (?:examination|audit|review|reporting|testing|report) period|\bnot (?:yet )?(?:due|scheduled)\b/
export const OUT_OF_SCOPE =
  /\bcarved?[- ]?out\b|\b(?:out of|not in|outside(?: of)?|beyond)(?: the)? scope\b|\bnot (?:included|covered) in (?:the scope|this (?:report|examination)|the (?:scope|report|examination))|\b(?:is |are )?(?:the )?responsibility of (?:the |an? )?(?:third|sub-?service|aws|amazon|google|microsoft|azure|cloud|data ?cent)|\b(?:performed|managed|provided|covered|operated) by (?:the |a |its )?(?:sub-?service|aws|amazon|google|microsoft|azure)|\bexcluded from (?:the )?(?:scope|examination|report)|\bcategory (?:is |was )?not (?:included|in)/
