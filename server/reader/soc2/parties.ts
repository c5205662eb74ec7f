import type { Span } from '../outline/flow'
import { introduced, type NamedParty } from './nameLists'
import { sameParty } from './names'

export type Source = 'auditor' | 'description'
export interface Party extends NamedParty {
  from: Source
  others: NamedParty[]
}

/** The same party under its full name, its short form and its initials is one; the fullest name stays. */
export function joined(parties: Party[]): Party[] {
  const result: Party[] = []
  for (const party of parties) {
    const same = result.find((other) => isSame(other, party))
    if (!same) result.push({ ...party })
    else {
      if (isNews(same, party)) same.others.push(party)
      if (!same.alias && party.alias) same.alias = party.alias
      if (isShortOf(same.name, party.name))
        Object.assign(same, { name: party.name, where: party.where, alias: party.alias ?? same.name })
    }
  }
  return result
}

/** A party known by its initials alone gets the name that they were introduced with. */
export function spellOut(party: Party, texts: Span[]): void {
  if (!/^[A-Z][A-Za-z0-9]{1,7}$/.test(party.name)) return
  const full = texts.map((span) => introduced(span, party.name)).find((found) => found !== null)
  if (full && full.name !== party.name) Object.assign(party, full)
  else lengthen(party, texts)
}

/** "relies on Microsoft Azure": a name of one word may be the end of the one that was used first. */
function lengthen(party: Party, texts: Span[]): void {
  const pattern = new RegExp(
    `\\b(?:uses?|utili[sz]es?|relies\\s+(?:up)?on|hosted\\s+(?:by|on|in|at)|runs\\s+on)\\s+((?:[A-Z][\\w&-]*\\s+){1,3}${party.name})\\b`,
  )
  for (const span of texts) {
    const match = pattern.exec(span.flow.text)
    if (!match) continue
    const start = match.index + match[0].length - match[1]!.length
    const where = { flow: span.flow, start, end: start + match[1]!.length }
    return void Object.assign(party, { name: match[1]!.replace(/\s+/g, ' '), where, alias: party.name })
  }
}

function isNews({ name, where, others }: Party, party: Party): boolean {
  const known = [{ name, where }, ...others]
  return !known.some((other) => other.name === party.name && other.where.flow === party.where.flow)
}

function isSame(a: Party, b: Party): boolean {
  const [x, y] = [
    [a.name, a.alias],
    [b.name, b.alias],
  ].map((names) => names.filter((name) => name !== null)) as [string[], string[]]
  return x.some((one) => y.some((two) => sameParty(one, two) || isShortOf(one, two) || isShortOf(two, one)))
}

function isShortOf(short: string, long: string): boolean {
  const words = long.replace(/,?\s+(?:Inc|LLC|Ltd|Corp|Corporation|Limited)\.?$/i, '').split(/\s+/)
  const initials = words.map((word) => word[0]).join('')
  return (
    (short.length > 1 && short === initials) ||
    (long.length > short.length && long.toLowerCase().startsWith(`${short.toLowerCase()} `)) ||
    (long.length > short.length &&
      words.length > 1 &&
      words.at(-1)!.toLowerCase() === short.toLowerCase() &&
      short.length > 3)
  )
}

/** A company with a suffix of its own and more words than ours is a sister, not a short form of us. */
export function isOwn(name: string, ours: string): boolean {
  const longer =
    name.length > ours.length && /[\s,](?:Inc|LLC|Ltd|Limited|Corp|GmbH|B\.V|N\.V|AB|AG)\.?$/.test(name)
  return sameParty(ours, name) && !longer
}
