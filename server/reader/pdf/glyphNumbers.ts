/* eslint-disable no-control-regex -- such fonts give control characters for letters */
const FIRST = 3
const LAST = 97
const TO_ASCII = 29
const SAMPLED_LETTERS = 6000
const FEWEST_WORDS = 6
const COMMON =
  /^(?:the|of|and|to|in|for|or|is|are|a|by|with|that|on|as|from|at|be|was|not|no|its|we|our|through)$/
const WORD = /^[(“"]?[A-Za-z]+(?:[’'-][A-Za-z]+)*[.,;:)”"]*$/

/**
 * What is learned of the fonts of a file without names for their letters: such a font gives the numbers of its glyphs, and in most
 * TrueType fonts 3 is the blank and the letters follow in the order of ASCII.
 */
export interface NumberedFonts {
  /** Pieces of text as the file gives them, by font; only of fonts that may be numbered. */
  samples: Map<string, string[]>
  numbered: Set<string>
  /** Their companions, which hold a quote, a dash or a ligature each. */
  companions: Set<string>
}

export function noNumberedFonts(): NumberedFonts {
  return { samples: new Map(), numbered: new Set(), companions: new Set() }
}

/** A blank comes as 3 only from a numbered font; its companions draw single signs. */
export function noteFont(fonts: NumberedFonts, font: string, text: string) {
  const known = fonts.samples.get(font)
  if (!known && !/[\u0001-\u001F]|^[^\w\s]$/.test(text)) return
  const pieces = known ?? []
  if (!known) fonts.samples.set(font, pieces)
  if (pieces.length < SAMPLED_LETTERS / 10) pieces.push(text.slice(0, 200))
}

/** Sorts the fonts that were noted; true when some are numbered, and then the pages have to be read anew. */
export function learnNumbers(fonts: NumberedFonts): boolean {
  for (const [font, pieces] of fonts.samples) {
    if (isNumbered(pieces)) fonts.numbered.add(font)
  }
  if (fonts.numbered.size === 0) return false
  for (const [font, pieces] of fonts.samples) {
    if (fonts.numbered.has(font)) continue
    if (pieces.every((piece) => piece.trim().length <= 2)) fonts.companions.add(font)
    else if (isSpelled(pieces)) fonts.numbered.add(font)
  }
  return true
}

/** Text of a numbered font as letters. Signs that came as white space are guessed from where they stand. */
export function lettersOfNumbers(text: string): string {
  const signed = text
    .replace(/(^|\u0003) (?=[^\u0003 ])/g, '$1\u000B')
    .replace(/(?<=[^\u0003 ]) (?=\u0003|$|[\u000F\u0011\u001D\u001E])/g, '\u000C')
    .replace(/\u0003 \u0003/g, '\u0003\u0009\u0003')
  return Array.from(signed, letterOf).join('')
}

/** What a companion's sign must be between these two letters. */
export function signBetween(before: string, after: string): string {
  const [letterBefore, letterAfter] = [/[\p{L}\d]$/u.test(before), /^[\p{L}\d]/u.test(after)]
  if (/[\p{L}\d.]$/u.test(before) && /^s\b/.test(after)) return '’'
  if (letterBefore && letterAfter) return /\p{L}$/u.test(before) && /^\p{Ll}/u.test(after) ? 'fi' : '-'
  if (letterAfter) return '“'
  if (/[\p{L}\d.,;)]$/u.test(before)) return /s$/.test(before) && /^ \p{Ll}/u.test(after) ? '’' : '”'
  return '–'
}

/** The sign whose glyph pdf.js takes for white space, by its width in sizes. */
export function signOfWidth(width: number, before: string, after: string): string {
  if (width > 0.85 && width < 1.15) return '—'
  if (width > 0.45 && width < 0.65) return '–'
  if (width < 0.25 || width > 0.45) return ' '
  if (/[^\s(]$/.test(before)) return /^\p{L}/u.test(after) ? ' ' : ')'
  return /^\S/.test(after) ? '(' : ' '
}

function letterOf(sign: string): string {
  const code = sign.charCodeAt(0)
  if (code >= FIRST && code <= LAST && sign !== ' ') return String.fromCharCode(code + TO_ASCII)
  return code < FIRST || code > LAST ? '' : sign
}

function isNumbered(pieces: string[]): boolean {
  if (!pieces.some((piece) => piece.includes('\u0003'))) return false
  const words = wordsOf(pieces.map(lettersOfNumbers))
  const common = words.filter((word) => COMMON.test(word)).length
  return words.length >= FEWEST_WORDS && common >= words.length * 0.08
}

/** Headings hold few of the common words. */
function isSpelled(pieces: string[]): boolean {
  const words = wordsOf(pieces.map(lettersOfNumbers))
  const spelled = words.filter((word) => /^(?:[A-Z]?[a-z]+|[A-Z]+)$/.test(word) && /[aeiouy]/i.test(word))
  const raw = wordsOf(pieces).filter((word) => /^[A-Z]?[a-z]*[aeiouy][a-z]*$/.test(word))
  return words.length > 0 && spelled.length >= words.length * 0.5 && raw.length < spelled.length
}

function wordsOf(texts: string[]): string[] {
  return texts
    .flatMap((text) => text.split(/\s+/))
    .filter((word) => WORD.test(word))
    .map((word) => word.replace(/^[(“"]|[.,;:)”"]+$/g, ''))
}
