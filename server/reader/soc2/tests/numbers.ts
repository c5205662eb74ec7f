import { plain } from './wording'

const UNITS =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  )
const TENS = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ')
const SPELLED = `(?:${TENS.join('|')})(?:[- ](?:${UNITS.slice(1, 10).join('|')}))?|${UNITS.slice().reverse().join('|')}`
const NUMBER = `(?:(?:${SPELLED})(?: ?\\(\\d{1,5}\\))?|\\d{1,3}(?:,\\d{3})+|\\d{1,5})`
const FRACTION = new RegExp(
  `(?<![\\w.,$/-])(${NUMBER})(?: (?!(?:of|to|and|from|in|on|for|at|with|by|${NUMBER})\\b)[\\w'-]+){0,3}? ?(?:out of|of|/)(?: (?:the|a|an|our|these|those))?(?: (?:total|sample|samples|selection|selected|population|sampled))?(?: (?:size|population))?(?: of)?(?: (?:the|total))? ?(${NUMBER})(?![\\w/%-]|\\.\\d|,\\d)`,
  'gi',
)
const SAMPLING =
  /(?:sample (?:size )?of|sampled?|selected|selection of|inspected|examined|tested|obtained|reviewed|for a sample of|population of)[^.;:,]{0,12}$/i
/** "12% of the sample (3 of 25 employees)" */
const SHARE = /% of (?:the |our )?(?:sample|selection|population|items)[^.;:,]{0,20}$/i
const DATE_PART =
  /\/\d+\/|\d\/\d+\/|\b(?:january|february|march|april|may|june|july|august|september|october|november|december) ?$/i
const SAMPLE = new RegExp(
  `(?:samples? (?:size )?(?:of|consisting of|was)|selected(?: a (?:\\w+ )?sample of)?|sampled|selection of|for|inspected|tested|examined)(?: (?:the|a|all|total|total of|random|haphazard|judgmental|of))* (${NUMBER})(?![\\w%/-]|\\.\\d| (?:${'days?|hours?|minutes?|months?|years?|weeks?|quarters?|business|calendar|working'})\\b)`,
  'i',
)
const FAILED = new RegExp(
  `(?:^|\\b(?:for|noted|that|in|with|and|:|identified|found) )(?:that )?(${NUMBER}) (?!(?:business|calendar|working|days?|hours?|weeks?|months?|minutes?|years?|percent|of)\\b)(?:[a-z])`,
  'i',
)

/** "None of the two reviews had been performed", "All six developers held …". */
const EVERY = new RegExp(
  `\\b(?:none|neither|all|each)(?: of)?(?: the)? (${NUMBER})(?= [a-z])(?! (?:business|calendar|working|days?|hours?|weeks?|months?|years?|percent)\\b)`,
  'i',
)

export interface Fraction {
  failed: number
  tested: number
}

/** "3 of 40", "two (2) out of twenty-five (25)", "1/25": how many failed of how many. Sample sizes ("a sample of 25 of 118") are passed over. */
export function fractionIn(text: string): Fraction | null {
  const words = plain(text)
  for (const match of words.matchAll(FRACTION)) {
    const before = words.slice(Math.max(0, match.index - 40), match.index)
    const failed = numberOf(match[1]!)
    const tested = numberOf(match[2]!)
    const samples = SAMPLING.test(before) && !SHARE.test(before)
    if (samples || DATE_PART.test(before) || isDate(words, match) || failed > tested || !tested) continue
    return { failed, tested }
  }
  return null
}

/** Sample size and failed items of an exception, from what was found and, failing that, from the test. */
export function countsOf(result: string, test: string): { tested: number | null; failed: number | null } {
  const fraction = fractionIn(result)
  if (fraction) return fraction
  const every = EVERY.exec(plain(result))
  if (every) return { tested: numberOf(every[1]!), failed: numberOf(every[1]!) }
  const failed = failedIn(plain(result))
  const tested = /\bsample/i.test(result)
    ? (sampleIn(plain(result)) ?? sampleIn(plain(test)))
    : sampleIn(plain(test))
  return { tested: tested !== null && failed !== null && failed > tested ? null : tested, failed }
}

export function numberOf(text: string): number {
  const digits = /\d[\d,]*/.exec(text)
  if (digits) return Number(digits[0].replace(/,/g, ''))
  return text
    .toLowerCase()
    .split(/[- ]/)
    .reduce(
      (sum, word) =>
        sum + (TENS.includes(word) ? (TENS.indexOf(word) + 2) * 10 : Math.max(0, UNITS.indexOf(word))),
      0,
    )
}

function isDate(text: string, match: RegExpMatchArray): boolean {
  return match[0].includes('/') && /^\s?\/|^\s?\d{4}/.test(text.slice(match.index! + match[0].length))
}

function failedIn(result: string): number | null {
  const counted = new RegExp(
    `(${NUMBER}) (?:relevant |control |testing |minor )?(?:exceptions?|deviations?|findings?|instances?)\\b`,
    'i',
  ).exec(result)
  if (counted) return numberOf(counted[1]!)
  const match = FAILED.exec(
    result.replace(
      /\b(?:a |the )?(?:samples?|selection) (?:size )?of (?:the )?\S+(?: of (?:the )?\S+)?/gi,
      '',
    ),
  )
  return match ? numberOf(match[1]!) : null
}

function sampleIn(test: string): number | null {
  const match = SAMPLE.exec(test)
  return match ? numberOf(match[1]!) || null : null
}
