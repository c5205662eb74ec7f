const MONTHS = 'January February March April May June July August September October November December'.split(
  ' ',
)

/** '2026-03-31' as 'March 31, 2026'. */
export function longDate(iso: string): string {
  const [year, month, day] = iso.split('-')
  return `${MONTHS[Number(month) - 1]} ${Number(day)}, ${year}`
}

/** '2026-03-31' as '31 March 2026'. */
export function dayFirst(iso: string): string {
  const [year, month, day] = iso.split('-')
  return `${Number(day)} ${MONTHS[Number(month) - 1]} ${year}`
}

/** '2026-03-31' as '03/31/2026'. */
export function slashed(iso: string): string {
  const [year, month, day] = iso.split('-')
  return `${month}/${day}/${year}`
}

export function joined(words: string[], last = 'and'): string {
  if (words.length < 3) return words.join(` ${last} `)
  return `${words.slice(0, -1).join(', ')}, ${last} ${words.at(-1)}`
}

export function titled(words: string): string {
  return words.replace(/\b[a-z]/g, (letter) => letter.toUpperCase()).replace(/\bAnd\b/g, 'and')
}

export function possessive(name: string): string {
  return name.endsWith('s') ? `${name}’` : `${name}’s`
}
