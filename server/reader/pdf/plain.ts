const REPLACEMENTS: [RegExp, string][] = [
  [/[\u2018\u2019\u201A\u201B\u2032\u00B4\u02BC\u0060]/g, "'"],
  [/[\u201C\u201D\u201E\u201F\u2033\u00AB\u00BB]/g, '"'],
  [/[\u2010-\u2015\u2212\u00AD\uFE58\uFE63\uFF0D]/g, '-'],
  [/[\uF0B7\uF0A7\u25CF\u25AA\u25E6\u2023\u2043\uF0D8\uF076]/g, '•'],
  [/[\u200B-\u200F\u2060\uFEFF\u202A-\u202E]/g, ''],
]
// Footnote marks; NFKC would turn them into digits glued to the year before.
const RAISED_DIGITS = /[\u00B9\u00B2\u00B3\u2070\u2074-\u2079]/g
const PLAIN_ASCII = /^[\x20-\x7E]*$/

/** NFKC, plain quotes and dashes, no soft hyphens; white space is left alone. */
export function plainText(text: string): string {
  if (PLAIN_ASCII.test(text) && !text.includes('`')) return text
  let plain = text
    .replace(/\u00AD/g, '')
    .replace(RAISED_DIGITS, '')
    .normalize('NFKC')
  for (const [pattern, replacement] of REPLACEMENTS) plain = plain.replace(pattern, replacement)
  return plain
}

export function collapsed(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}
