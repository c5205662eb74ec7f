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
const CODES = new RegExp(`[${[...LETTERS.keys()].join('')}]`, 'g')

/** Ligatures, quotes and dashes that come as control codes, as what they show. */
export function lettersOfCodes(text: string): string {
  return text.search(CODES) >= 0 ? text.replace(CODES, (code) => LETTERS.get(code) ?? code) : text
}
