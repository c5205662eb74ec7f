// TeX's two old encodings; fonts of theirs without names for their letters give the bare codes.
const LETTERS = new Map([
  ['\u000B', 'ff'],
  ['\u000C', 'fi'],
  ['\u000E', 'ffi'],
  ['\u000F', 'ffl'],
  ['\u0010', '“'],
  ['\u0011', '”'],
  ['\u0015', '–'],
  ['\u0016', '—'],
  ['\u001B', 'ff'],
  ['\u001C', 'fi'],
  ['\u001D', 'fl'],
  ['\u001E', 'ffi'],
  ['\u001F', 'ffl'],
])
// Lone signs of symbol fonts, which have places of their own instead of letters.
const SIGNS = new Map([
  ['\uF0FC', '✓'],
  ['\uF0FB', '✗'],
  ['\uF0FE', '☑'],
  ['\uF0FD', '☒'],
  ['\uF0A8', '☐'],
  ['\uF06F', '☐'],
])
const LONE_SIGN = /^[\u0080-\u009F\uE000-\uF8FF]$/
const CODES = new RegExp(`[${[...LETTERS.keys()].join('')}]`, 'g')

/** Ligatures, quotes, dashes and signs that come as bare codes, as what they show. */
export function lettersOfCodes(text: string): string {
  return isPlain(text) ? text : ligaturesOf(signsOf(text))
}

function isPlain(text: string): boolean {
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code < 0x20 || (code > 0x7e && code < 0xa0) || code > 0x17f) return false
  }
  return true
}

/** Ligatures whose letters came out with their two bytes turned around, or as the letter that stands at their place in the font. */
function ligaturesOf(text: string): string {
  return text
    .replace(/[\u4100-\u7A00]/g, (letter) => {
      const code = letter.charCodeAt(0)
      return code % 256 === 0 && /[A-Za-z]/.test(String.fromCharCode(code >> 8))
        ? String.fromCharCode(code >> 8)
        : letter
    })
    .replace(/(?<=[a-z])[ƟƩƫ]|[ƟƩƫ](?=[a-z])/g, (letter) => ({ Ɵ: 'ti', Ʃ: 'tt', ƫ: 'tti' })[letter]!)
}

function signsOf(text: string): string {
  if (LONE_SIGN.test(text.trim())) return SIGNS.get(text.trim()) ?? '•'
  return text.search(CODES) >= 0 ? text.replace(CODES, (code) => LETTERS.get(code) ?? code) : text
}
