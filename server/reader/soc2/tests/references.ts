const PART = '(?:[A-Z]{1,6}\\d{0,5}[a-z]?|\\d{1,5}[a-z]?|[a-z](?![A-Za-z]))'

/**
 * A control's reference is one word with a digit in it, to its last part: CC6-TS-030 and CC6.2-b begin with a series or a criterion and
 * are neither.
 */
export const WHOLE = `(?:[A-Z]{1,6}\\d{0,5}|\\d{1,2}(?=\\.))(?<=\\d|(?=[-_.A-Za-z]*\\d))(?:[-_.]${PART}|\\/\\d{1,3}){1,5}(?![\\w/]|[-_.]\\w)`

const ALONE = new RegExp(`^(?=[^\\d]*\\d)${WHOLE}$`)
const TORN = new RegExp(`^((?=[^\\d]*\\d)${WHOLE}) (\\d{1,3}[a-z]?)$`)

const CRITERIA = /^(?:(?:CC|PI|A|C|P)\d\.\d{1,2}(?:-|$))+$/

export function isWhole(text: string): boolean {
  return ALONE.test(text) && !CRITERIA.test(text)
}

/** "LW.3" over "4" in a narrow cell of its own is LW.34. */
export function untorn(text: string): string {
  return text
    .replace(/(?<=[-_.]) (?=\w)/g, '')
    .replace(/(?<=\d) (?=[-_]\w{1,3}$)/, '')
    .replace(TORN, '$1$2')
}
