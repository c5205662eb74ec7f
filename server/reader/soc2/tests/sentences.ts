import { failureIn } from './failures'
import { fractionIn } from './numbers'
import { classify } from './results'
import { plain } from './wording'
import { remembered } from '../../remembered'

const STEP =
  /^(?:\(?[\da-z]{1,2}[.)] )?(?:for (?:a|the|each|one|all|\d+) (?:[\w-]+ ){0,4}?(?:sample|selection|population)?[^,]{0,80}, )?(?:we |the (?:service )?auditors? )?(?:also )?(?:inspected|inquired|enquired|observed|re-?performed|examined|selected|obtained|verified|reviewed|corroborated|queried|interviewed|compared|recalculated|tested|traced|read|per inquiry|inspection of|inquiry of|observation of|made inquiries)\b/i
const NAMES_IT =
  /\b(?:exceptions?|deviations?|findings?|discrepanc(?:y|ies)|anomal(?:y|ies)|issues? (?:was|were)|not operating|operat(?:ing|ed) effectively|not tested|not (?:be )?tested|did not (?:operate|occur)|no (?:such )?(?:occurrences?|instances?|events?))\b/i
const WORD_ALONE =
  /^(?:pass(?:ed)?|fail(?:ed)?|satisfactory|unsatisfactory|effective|ineffective|not effective|none(?: noted)?|ne|n\/e)\b[ .–-]*/i

/** A step of the auditor's: "Inspected …", "For a sample of 25 new hires, compared …". */
export const saysTest = remembered(
  (sentence) =>
    STEP.test(plain(sentence)) &&
    !/\b(?:noted|found|determined|identified) that (?!the control)/i.test(sentence),
)

/** A sentence that gives the result of a test by itself, wherever it stands. */
export const saysFinding = remembered((sentence): boolean => {
  const text = plain(sentence)
  const outcome = classify(text)
  if (outcome === 'pass')
    return (NAMES_IT.test(text) && !saysTest(text)) || (text.length < 30 && WORD_ALONE.test(text))
  if (outcome === 'not-operated' || outcome === 'not-tested') return NAMES_IT.test(text) || text.length < 120
  if (outcome !== 'exception' || saysTest(text)) return false
  return (
    NAMES_IT.test(text) ||
    WORD_ALONE.test(text) ||
    (fractionIn(text) !== null && failureIn(text.toLowerCase()) !== null)
  )
})
