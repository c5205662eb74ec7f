const WORDS: Record<string, number> = {
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
  fourteen: 14,
  fifteen: 15,
  twenty: 20,
  'twenty-four': 24,
  'twenty four': 24,
  thirty: 30,
  'thirty-six': 36,
  forty: 40,
  'forty-five': 45,
  'forty-eight': 48,
  'forty eight': 48,
  sixty: 60,
  'seventy-two': 72,
  'seventy two': 72,
  ninety: 90,
  'one hundred twenty': 120,
  'one hundred eighty': 180,
}
const NAMES = Object.keys(WORDS)
  .sort((one, other) => other.length - one.length)
  .join('|')
const AMOUNT = new RegExp(
  `\\b(?:(${NAMES})\\s*)?(?:\\(?(\\d{1,3})\\)?)?[\\s-]*((?:consecutive|calendar|business|working|full)\\s+)?(day|hour|week|month|year)s?\\b`,
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
  return [...text.matchAll(AMOUNT)].flatMap((match) => {
    const [whole, word, figure, kind, unit] = match
    const named = word ? WORDS[word.toLowerCase()] : undefined
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
