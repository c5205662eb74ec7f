const SMALL =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  )
const TENS = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ')
const HUNDRED = 'one hundred'
const UNITS = SMALL.slice(1, 10).join('|')
const NAMES = `(?:${HUNDRED}(?: and)?\\s+)?(?:(?:${TENS.join('|')})(?:[\\s-](?:${UNITS}))?|${SMALL.slice(1).reverse().join('|')})|${HUNDRED}`
const AMOUNT = new RegExp(
  `\\b(?:(${NAMES})\\s*)?(?:\\(?(\\d{1,3})\\)?)?[\\s-]*((?:consecutive|calendar|business|working|full)\\s+)?(day|hour|week|month|year)s?\\b`,
  'gi',
)

const ORDINALS: Record<string, number> = {
  next: 1,
  first: 1,
  second: 2,
  third: 3,
  fourth: 4,
  fifth: 5,
  sixth: 6,
  seventh: 7,
  eighth: 8,
  ninth: 9,
  tenth: 10,
  fifteenth: 15,
  twentieth: 20,
  thirtieth: 30,
}
const ORDINAL = new RegExp(
  `\\b(${Object.keys(ORDINALS).join('|')})(?:\\s*\\(\\d{1,2}(?:st|nd|rd|th)?\\))?\\s+((?:consecutive|calendar|business|working|full)\\s+)?day\\b`,
  'gi',
)

export interface Amount {
  start: number
  end: number
  number: number
  unit: 'day' | 'hour' | 'week' | 'month' | 'year'
  business: boolean
}

/** `ten (10) business days`, `72 hours`; a word and a figure that disagree are no amount. */
export function amountsIn(text: string): Amount[] {
  return [...counted(text), ...ordinal(text)]
}

/** `no later than the third business day after …` */
function ordinal(text: string): Amount[] {
  return [...text.matchAll(ORDINAL)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    number: ORDINALS[match[1]!.toLowerCase()]!,
    unit: 'day',
    business: /business|working/i.test(match[2] ?? ''),
  }))
}

function counted(text: string): Amount[] {
  return [...text.matchAll(AMOUNT)].flatMap((match) => {
    const [whole, word, figure, kind, unit] = match
    const named = word ? valueOf(word.toLowerCase()) : undefined
    const number = figure ? Number(figure) : named
    if (number === undefined || (named !== undefined && figure && named !== number)) return []
    const business = /business|working/i.test(kind ?? '')
    return [
      {
        start: match.index,
        end: match.index + whole.length,
        number,
        unit: unit!.toLowerCase() as Amount['unit'],
        business,
      },
    ]
  })
}

/** `sixty-five`, `one hundred and twenty` */
function valueOf(words: string): number {
  const parts = words.split(/[\s-]+/).filter((part) => part !== 'and')
  const hundred = parts[1] === 'hundred' ? 100 : 0
  return parts
    .slice(hundred ? 2 : 0)
    .map((part) => (SMALL.includes(part) ? SMALL.indexOf(part) : (TENS.indexOf(part) + 2) * 10))
    .reduce((sum, value) => sum + value, hundred)
}

/** Days as the agreement counts them: hours become whole days, business days stay as they are. */
export function daysOf({ number, unit }: Amount): number {
  return {
    hour: Math.ceil(number / 24),
    day: number,
    week: number * 7,
    month: number * 30,
    year: number * 365,
  }[unit]
}

/** The longest that this can last on a calendar. */
export function calendarDays(amount: Amount): number {
  return amount.business ? Math.ceil((daysOf(amount) * 7) / 5) : daysOf(amount)
}
