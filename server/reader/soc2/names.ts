const PLACEHOLDER =
  /^(?:the\s+)?(?:company|service organi[sz]ation|organi[sz]ation|management|entity|client|vendor|system|it|they|we|us|our|its|their)$/i

/** A name as written, without article, possessive, quotes and the short form in brackets. */
export function cleanName(raw: string): string | null {
  const name = raw
    .replace(/\s+/g, ' ')
    .replace(/\s*\((?:[^()]|\([^()]*\))*\)/g, '')
    .replace(
      /^(?:the\s+)?(?:management|board of directors|stakeholders|directors|owners|members?|shareholders|executive management)\s+(?:and\s+\S+\s+)*(?:of|at)\s+/i,
      '',
    )
    .replace(/^the\s+(?=[A-Z])(?!.*\b(?:Company|Group|Trust|Corporation)\b)/, '')
    .replace(/["“”]/g, '')
    .replace(/(?:'s)?,\s+an?\s+[^,]{2,60},?$/, '')
    .replace(/,?\s+and\s+(?:its|their)\s+(?:\w+[\s-]+)?(?:subsidiar|affiliate)\w*.*$/i, '')
    .replace(/'s?$/, '')
    .replace(/,?\s+management(?:'s)?$/i, '')
    .replace(/[\s,:;–-]+$/, '')
    .trim()
  const good =
    !/^(?:we|our|i)\s+(?:have|were|was|examin)|\b(?:en)?titled\b/i.test(name) &&
    name.length > 1 &&
    name.length < 120 &&
    /[A-Z0-9]/.test(name) &&
    !PLACEHOLDER.test(name)
  return good ? name : null
}

/** Whether two names may be of the same party: one is the other's short form. */
export function sameParty(a: string, b: string): boolean {
  const [x, y] = [core(a), core(b)]
  return (
    x !== '' &&
    y !== '' &&
    (x === y || x.startsWith(`${y} `) || y.startsWith(`${x} `) || x.replace(/ /g, '') === y.replace(/ /g, ''))
  )
}

function core(name: string): string {
  return name
    .toLowerCase()
    .replace(/&/g, ' and ')
    .replace(/[.,®™'"]/g, '')
    .replace(
      /\b(?:inc|incorporated|llc|llp|ltd|limited|corp|corporation|co|company|plc|gmbh|bv|nv|ab|ag|sa|pty|pbc|lp|the|pc|pllc|pa)\b/g,
      ' ',
    )
    .replace(/\s+/g, ' ')
    .trim()
}
