import { type Agreement, findSentences } from './agreement'
import { type Amount, amountsIn } from './amounts'
import type { Sentence } from './clauses'
import { REPORT as TELLS } from './words'

export interface Clock {
  amount: Amount
  sentence: Sentence
  starts: 'discovery' | 'confirmation' | 'unsaid'
}

const BREACH =
  /\bbreach(?:es)?\b|\b(?:use|uses) (?:or|and) disclosures?\b|\bsecurity incidents?\b|\b(?:such|the|this|its|that|any|each) (?:written |initial )?(?:report|notice|notification|event|incident)\b/i
const OTHER_CLOCK =
  /\bcure(?:d|s)?\b|\bmaterial breach\b|\bterminat(?:e|es|ion)\b|\bterminate this\b|\baccounting\b|\bdesignated record\b|\bamendment\b|\bmedia\b|\bnot(?:ify|ice|ification) (?:of |to )?(?:the )?(?:affected )?individuals\b|\bquarterly\b|\bmonthly\b|\bretain\b|\bupon request\b/i
// The first notice has its clock, what comes after it another.
const LATER_REPORT = /\bsupplement|\bfollow-?up\b|\b(?:final|full|complete|detailed) (?:written )?report\b/i
const BOUND =
  /\b(?:within|inside|later than|more than|exceed(?:ing)?|not to exceed|before|in|of|at most|maximum of|up to|beyond|by)\s+(?:a period of\s+|the\s+)?$/i

/** The deadlines for telling of a breach, those on breaches before those on other events. */
export function breachClocks(agreement: Agreement): Clock[] {
  const sentences = findSentences(agreement, { all: [BREACH], none: [OTHER_CLOCK] }).filter(
    ({ words, clause }) => TELLS.test(words) || TELLS.test(clause.text),
  )
  const clocks = sentences.flatMap((sentence) =>
    amountsIn(sentence.text)
      .filter(
        ({ start, end, unit }) =>
          unit !== 'year' &&
          (unit !== 'month' || /^[^.;]{0,40}\b(?:discover|aware|breach)/i.test(sentence.text.slice(end))) &&
          BOUND.test(sentence.text.slice(0, start)) &&
          !LATER_REPORT.test(sentence.text.slice(0, start)),
      )
      .map((amount) => ({ amount, sentence, starts: startOf(sentence.text, amount) })),
  )
  const onBreaches = clocks.filter(({ sentence }) => /\bbreach/i.test(sentence.words))
  const own = onBreaches.filter((clock) =>
    onBreaches.some((other) => other !== clock && other.sentence === clock.sentence),
  )
  const others = own.filter((clock) => !/\bbreach/i.test(stretch(clock, own)))
  const rest = onBreaches.filter((clock) => !others.includes(clock))
  return rest.length ? rest : onBreaches.length ? onBreaches : clocks
}

/** `incidents within 24 hours and breaches within 15 days`: the words since the clock before. */
function stretch({ amount, sentence }: Clock, all: Clock[]): string {
  const before = all
    .filter((other) => other.sentence === sentence && other.amount.end <= amount.start)
    .map((other) => other.amount.end)
  return sentence.text.slice(Math.max(0, ...before), amount.start)
}

function startOf(text: string, { end }: Amount): Clock['starts'] {
  const after = text.slice(end, end + 160)
  if (
    /^[^.;]{0,60}\b(?:confirm(?:s|ed|ation|ing)?|determin(?:es|ed|ation|ing)|conclu(?:des|ded|sion|ding)|complet(?:es?|ed|ion|ing)|investigat(?:es|ed|ion|ing)|verif(?:ies|ied|ication))\b/i.test(
      after,
    )
  )
    return 'confirmation'
  return /\bdiscover(?:y|s|ed|ing)?\b|\baware\b|\bknown?\b|\blearn/i.test(text) ? 'discovery' : 'unsaid'
}
