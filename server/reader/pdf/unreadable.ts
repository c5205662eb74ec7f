import type { Mark } from './marks'

const FEWEST_LETTERS = 50
const NOT_LETTERS = /[\uE000-\uF8FF\uFFFD\p{Cc}]/gu

export function hasLittleText(marks: Mark[]): boolean {
  return lettersOf(marks).length < FEWEST_LETTERS
}

/** Fonts without a way back to letters come out as other letters, or none. */
export function isGarbage(marks: Mark[]): boolean {
  const text = lettersOf(marks)
  if (text.length < FEWEST_LETTERS) return false
  if ((text.match(NOT_LETTERS) ?? []).length > text.length * 0.15) return true
  if (countLetters(text) < text.length * 0.5) return !/\.{20}|_{20}/.test(text)
  const words = marks.flatMap((mark) => mark.text.match(/^\p{L}{4,}/u) ?? [])
  const spoken = words.filter((word) => /[aeiouyàâäáéèêëíîïóôöúùûü]/i.test(word))
  return words.length >= 12 && spoken.length < words.length * 0.6
}

/** The share of one page's words that the other has too. */
export function sharedWords(of: Mark[], among: Mark[]): number {
  const known = new Set(among.map((mark) => bare(mark.text)))
  const words = of.map((mark) => bare(mark.text)).filter((word) => word.length > 2)
  if (words.length === 0) return 1
  return words.filter((word) => known.has(word)).length / words.length
}

function bare(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\d]/gu, '')
}

function countLetters(text: string): number {
  let count = 0
  for (const letter of text) {
    const code = letter.charCodeAt(0)
    const isAscii = code < 128
    const isLetter = (code > 47 && code < 58) || (code > 64 && code < 91) || (code > 96 && code < 123)
    if (isAscii ? isLetter : /[\p{L}\d]/u.test(letter)) count++
  }
  return count
}

function lettersOf(marks: Mark[]): string {
  return marks.map((mark) => mark.text).join('')
}
