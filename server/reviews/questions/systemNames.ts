import type { SystemInUse } from './question'

export type Match = 'named' | 'perhaps' | 'not-named'

const GENERIC = new Set(
  'the a an of and for its our system systems platform platforms service services application applications app software solution solutions suite product products cloud saas hosted hosting inc llc ltd corp corporation company co'.split(
    ' ',
  ),
)

/** Whether a report’s systems include one of ours. Words are compared whole: “Care” is not in “CareBridge”. */
export function matchSystem(ours: SystemInUse, theirs: string[], vendorName: string): Match {
  const company = new Set(wordsOf(vendorName))
  const matches = [ours.name, ...ours.aliases].flatMap((name) =>
    theirs.map((their) => compare(wordsOf(name), wordsOf(their), company)),
  )
  return matches.includes('named') ? 'named' : matches.includes('perhaps') ? 'perhaps' : 'not-named'
}

function compare(ours: string[], theirs: string[], company: Set<string>): Match {
  if (ours.length === 0 || theirs.length === 0) return 'not-named'
  const shared = ours.filter((word) => theirs.includes(word))
  if (shared.length === 0) return 'not-named'
  const isWithin = shared.length === new Set(ours).size || shared.length === new Set(theirs).size
  const isDistinct = shared.some((word) => !company.has(word)) || ours.join(' ') === theirs.join(' ')
  return isWithin && isDistinct ? 'named' : 'perhaps'
}

function wordsOf(name: string): string[] {
  const plain = name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[®™℠’']/g, '')
  const words = plain.split(/[^\p{L}\p{N}+#]+/u).filter((word) => word && !GENERIC.has(word))
  return [...new Set(words)]
}
