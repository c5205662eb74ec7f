import { plainText } from './plain'
import type { Mark } from './marks'

/** The words of the whole document, to tell a torn word from one with a real hyphen. */
export interface Vocabulary {
  keepsHyphen(before: string, after: string): boolean
  has(word: string): boolean
}

const PREFIXES =
  /^(?:non|sub|self|third|multi|cross|anti|co|ex|all|high|low|long|short|well|two|three|one|role|risk|cloud|web|real|in|off|on|end|e|x)$/i

export function vocabularyOf(pages: Mark[][]): Vocabulary {
  const words = new Set<string>()
  const texts = new Set(pages.flatMap((marks) => marks.map((mark) => mark.text)))
  for (const text of texts) words.add(bare(text))
  return { keepsHyphen, has: (word) => words.has(word.toLowerCase()) }

  function keepsHyphen(before: string, after: string): boolean {
    const next = /^[\p{L}\d]+/u.exec(after)?.[0] ?? ''
    const joined = (before + next).toLowerCase()
    const hyphened = `${before}-${next}`.toLowerCase()
    if (/\d$/.test(before) || /^[\p{Lu}\d]/u.test(next)) return true
    if (words.has(hyphened)) return true
    if (words.has(joined)) return false
    if (MONTHS.test(joined)) return false
    return (
      PREFIXES.test(before) ||
      (words.has(before.toLowerCase()) && words.has(next.toLowerCase()) && next.length > 3)
    )
  }
}

const MONTHS = /^(january|february|march|april|june|july|august|september|october|november|december)$/

function bare(text: string): string {
  return plainText(text)
    .toLowerCase()
    .replace(/^[^\p{L}\d]+|[^\p{L}\d]+$/gu, '')
}
