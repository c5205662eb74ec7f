import type { SubserviceOrganization } from '../reader/reader'
import type { Subcontractor } from './list'

/** no-baa: touches PHI without a BAA. not-listed: relied on in the SOC 2, and not listed. carved-out: left out of the SOC 2, so its controls were tested by nobody here. */
export type GapKind = 'no-baa' | 'not-listed' | 'carved-out'

export interface ChainGap {
  kind: GapKind
  name: string
  sentence: string
}

/** What a SOC 2 says of those it relies on, with the names they go by. */
export interface Relied extends SubserviceOrganization {
  link: string | null
}

/** @param entries null while the vendor has stated nothing; then nobody can be said to be left out of its list */
export function gapsIn(entries: Subcontractor[] | null, relied: Relied[]): ChainGap[] {
  const listed = entries ?? []
  return [
    ...listed.filter(({ phi, baa }) => phi !== 'no' && baa !== 'yes').map(withoutBaa),
    ...(entries
      ? relied.filter(({ name }) => !listed.some((one) => isSame(one.name, name))).map(unlisted)
      : []),
    ...relied.filter(({ method }) => method === 'carve-out').map(carvedOut),
  ]
}

/** "Amazon Web Services, Inc." and "Amazon Web Services (AWS)" are one. */
export function isSame(a: string, b: string): boolean {
  const [one, other] = [namesOf(a), namesOf(b)]
  return one.some((name) => other.includes(name))
}

function withoutBaa({ name, phi, baa }: Subcontractor): ChainGap {
  const touches = phi === 'yes' ? 'touches patient information' : 'may touch patient information'
  const has =
    baa === 'no' ? 'the vendor has no BAA with it' : 'the vendor didn’t say whether it has a BAA with it'
  return { kind: 'no-baa', name, sentence: `${name} ${touches}, and ${has}.` }
}

function unlisted({ name }: Relied): ChainGap {
  return {
    kind: 'not-listed',
    name,
    sentence: `${name} stands in the vendor’s SOC 2 report, and not on its list.`,
  }
}

function carvedOut({ name }: Relied): ChainGap {
  const sentence = `${name} is carved out of the vendor’s SOC 2 report: its controls were not tested there, so its own report is needed to see them.`
  return { kind: 'carved-out', name, sentence }
}

const FORMS = /[,.]|\b(inc|llc|ltd|corp|corporation|company|co|limited|plc|gmbh|the)\b/g

function namesOf(name: string): string[] {
  const short = [...name.matchAll(/\(([^)]+)\)/g)].map((match) => match[1]!)
  return [name.replace(/\([^)]*\)/g, ' '), ...short]
    .map((one) => one.toLowerCase().replace(FORMS, ' ').replace(/\s+/g, ' ').trim())
    .filter((one) => one.length > 1)
}
