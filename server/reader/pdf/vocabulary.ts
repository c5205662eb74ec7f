import { plainText } from './plain'
import type { Mark } from './marks'

/** The words of the whole document, to tell a torn word from one with a real hyphen. */
export interface Vocabulary {
  keepsHyphen(before: string, after: string): boolean
  has(word: string): boolean
  /** Whether two halves are surely one word. */
  joins(before: string, after: string): boolean
}

const PREFIXES =
  /^(?:non|sub|self|third|multi|cross|anti|all|high|low|long|short|well|two|three|one|role|risk|cloud|web|real|end|off)$/i
/** Prefixes that are as often the first syllable of a plain word. */
const SYLLABLES = /^(?:in|on|co|ex|e|x|re|de|per|over|under)$/i
/** Tens before their units: "forty-five" days, the "twenty-first". */
const TENS = /^(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)$/i
/** The words that everything hangs on; none of them has a hyphen. */
const ANCHORS = new RegExp(
  String.raw`^(?:january|february|march|april|june|july|august|september|october|november|december|security|availability|` +
    String.raw`processing|integrity|confidential(?:ity|ly)?|privacy|descriptions?|presented|criteria|criterion|controls?|examin(?:ed|ation|ations)|` +
    String.raw`opinions?|effective(?:ness|ly)?|operat(?:ed|ing|ion|ions)|qualified|unqualified|adverse|material|respects?|auditors?|accountants?|` +
    String.raw`managements?|assertions?|responsib(?:le|ility|ilities)|complementary|organi[sz]ations?|exceptions?|deviations?|inspected|` +
    String.raw`inquired|observed|selected|throughout|periods?|suitab(?:le|ly|ility)|designed|reasonable|assurance|achieved|applicable|relevant|` +
    String.raw`commitments?|requirements?|protected|information|business|associates?|agreements?|certified|independent|performed|noted)$`,
)

export function vocabularyOf(pages: Mark[][]): Vocabulary {
  const words = new Set<string>()
  const texts = new Set(pages.flatMap((marks) => marks.map((mark) => mark.text)))
  for (const text of texts) if (!isTorn(text)) words.add(bare(text))
  return { keepsHyphen, joins, has: (word) => words.has(word.toLowerCase()) }

  function joins(before: string, after: string): boolean {
    const joined = (before + (/^\p{Ll}+/u.exec(after)?.[0] ?? ' ')).toLowerCase()
    return words.has(joined) || ANCHORS.test(joined)
  }

  function keepsHyphen(before: string, after: string): boolean {
    const next = /^[\p{L}\d]+/u.exec(after)?.[0] ?? ''
    const joined = (before + next).toLowerCase()
    const hyphened = `${before}-${next}`.toLowerCase()
    if (/\d$/.test(before) || /^[\p{Lu}\d]/u.test(next)) return true
    if (words.has(hyphened) || TENS.test(before)) return true
    if (words.has(joined) || ANCHORS.test(joined)) return false
    if (SYLLABLES.test(before)) return words.has(next.toLowerCase()) && next.length > 3
    return (
      PREFIXES.test(before) ||
      (words.has(before.toLowerCase()) && words.has(next.toLowerCase()) && next.length > 3)
    )
  }
}

/** The first half of a word at the end of its line is no word. */
function isTorn(text: string): boolean {
  return /\p{L}[-\u2010\u00AD]$/u.test(text)
}

function bare(text: string): string {
  return plainText(text)
    .toLowerCase()
    .replace(/^[^\p{L}\d]+|[^\p{L}\d]+$/gu, '')
}
