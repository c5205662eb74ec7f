import type { Span } from '../outline/flow'
import { flowOf, pageOf, within } from '../outline/flow'
import type { AuditorReport } from './auditorReport'
import { findDates, settle, toISO, type WrittenDate } from './dates'
import type { ISODate } from '../reading'
import { firmness, isProfession, looksLikeFirm } from './firmNames'
import { linesOf, type FlowLine } from './flowLines'
import { sameParty } from './names'
import { findPeriods } from './period'
import { sectionTitled } from '../outline/titles'

export interface Signature {
  firm: { name: string; where: Span; strength: number } | null
  /** Dates below (or above) the firm, in order; more than one when the report is dual dated. */
  dates: { date: WrittenDate; where: Span }[]
  /** The lines that stand under the report. */
  lines: FlowLine[]
}

const MOST_LINES = 14
const PLACE =
  /^(?:[A-Z][\w.'-]+(?:[\s-][A-Z][\w.'-]+){0,3}),\s+(?:[A-Z]{2}\b|[A-Z][a-z]+(?:\s[A-Z][a-z]+){0,2})(?:\s+\d{5}(?:-\d{4})?)?(?:,?\s+(?:USA|U\.S\.A?\.?|United States|Canada|United Kingdom|UK))?$/
const CONTINUES =
  /^(?:&|and\b|LLP|LLC|PLLC|P\.?C\.?|P\.?A\.?|CPAs?|(?:& )?Co(?:mpany|\.)?,?|Associates)(?:[,.\s]|$)/
const SIGNING = /^(?:this\s+report\s+(?:was|is)\s+)?(?:signed|issued|given|dated)\b/i
const SIGNER =
  /\b(?:by|for|on behalf of)\s+([A-Z][^,;]{1,60}?(?:,\s+(?:LLP|LLC|PLLC|P\.C\.|Inc\.))?)(?=[.,;]?\s*(?:$|\s(?:on|in|at)\s))/
const STATE =
  /,\s*(?:A[LKZR]|C[AOT]|D[EC]|FL|GA|HI|I[DLNA]|K[SY]|LA|M[EDAINSOT]|N[EVHJMYCD]|O[HKR]|PA|RI|S[CD]|T[NX]|UT|V[TA]|W[AVIY]|Alabama|Alaska|Arizona|Arkansas|California|Colorado|Connecticut|Delaware|Florida|Georgia|Hawaii|Idaho|Illinois|Indiana|Iowa|Kansas|Kentucky|Louisiana|Maine|Maryland|Massachusetts|Michigan|Minnesota|Mississippi|Missouri|Montana|Nebraska|Nevada|New Hampshire|New Jersey|New Mexico|New York|North Carolina|North Dakota|Ohio|Oklahoma|Oregon|Pennsylvania|Rhode Island|South Carolina|South Dakota|Tennessee|Texas|Utah|Vermont|Virginia|Washington|West Virginia|Wisconsin|Wyoming|Ontario|British Columbia|Quebec|Alberta|England|India|Ireland|Germany|Netherlands|Canada|United Kingdom|Australia|Israel|D\.C\.)\b/

/** The block under the auditor's report: firm, city and date, in lines or all on one. */
export function readSignature(
  report: AuditorReport,
  organization: string | null,
  lastDay: ISODate | null = null,
): Signature {
  const all = linesOf(report.flow)
  const lines = datedBlock(all, report, lastDay) ?? undatedBlock(all)
  const dates = datesIn(lines)
  const firm = firmIn(lines, organization)
  if (dates.length > 0 && firm) return { firm, dates, lines }
  const sentence = inSentence(all, report.opinions.at(-1)?.end ?? report.scope?.end ?? 0)
  if (sentence && dates.length === 0)
    return { firm: sentence.firm ?? firm, dates: datesIn([sentence.line]), lines: [sentence.line] }
  if (sentence?.firm && !firm) return { firm: sentence.firm, dates, lines }
  const top = letterhead(all, report)
  return {
    firm: firm ?? firmIn(top, organization),
    dates: dates.length > 0 ? dates : datesIn(top),
    lines: [...lines, ...top],
  }
}

/** Around the first line after the opinion that holds a date and is no sentence. */
function datedBlock(all: FlowLine[], report: AuditorReport, lastDay: ISODate | null): FlowLine[] | null {
  const from = report.opinions.at(-1)?.start ?? report.disclaimed?.start ?? report.scope?.end ?? 0
  const signed = all.flatMap((line, n) =>
    line.where.start >= from && signs(line.text, all[n - 1]?.text ?? '') ? [n] : [],
  )
  const later = signed.filter((n) => lastDay === null || isAfter(all[n]!.text, lastDay, report))
  const at =
    (later.length > 0 ? later : signed).find((n) => all.slice(Math.max(0, n - 5), n + 4).some(isFirmLine)) ??
    later[0] ??
    signed[0]
  if (at === undefined) return null
  let first = at
  const above = () => all[first - 1]!
  while (
    first > 0 &&
    at - first < 9 &&
    above().where.start > from &&
    !isBody(above().text) &&
    !isTail(above().text)
  )
    first--
  let last = at
  while (last + 1 < all.length && last - at < 5 && belongsBelow(all[at]!, all[last + 1]!)) last++
  return all.slice(first, last + 1)
}

/** "… to September 30, 2025.": the end of a sentence that began on the line above. */
function isTail(text: string): boolean {
  return /\b\d{4}[.;]$/.test(text)
}

function isAfter(text: string, lastDay: ISODate, { order }: AuditorReport): boolean {
  return findDates(text).some(
    (date) =>
      (settle(date, order) ?? '') > lastDay || date.readings.some((each) => (toISO(each) ?? '') > lastDay),
  )
}

function isFirmLine({ text }: FlowLine): boolean {
  return looksLikeFirm(text) && firmness(text) > 2
}

function signs(text: string, before: string): boolean {
  if (
    !dated(text) ||
    findPeriods(text, null).length > 0 ||
    /\b(?:throughout|period|through)\b|\d\.$/i.test(text)
  )
    return false
  const unfinished = before.length > 70 && !/[.:!]["')]*$/.test(before)
  return (
    !unfinished && !isBody(text.replace(/[-,(]?\s*\bexcept\b.*$/i, '')) && !/\bas (?:of|at)\b/i.test(text)
  )
}

function belongsBelow(signed: FlowLine, { text, where }: FlowLine): boolean {
  if (pageOf(where) !== pageOf(signed.where)) return false
  return !isBody(text) && sectionTitled(text) === null && !/^(?:section|page|part)\b/i.test(text)
}

function undatedBlock(all: FlowLine[]): FlowLine[] {
  const last = lastSentence(all)
  return all.slice(last + 1, last + 1 + MOST_LINES)
}

/** The last line of the body: the block below has no full sentences. */
function lastSentence(lines: FlowLine[]): number {
  let last = lines.length - 1
  while (last >= 0 && lines.length - last <= 40 && !isBody(lines[last]!.text)) last--
  return last
}

function isBody(text: string): boolean {
  if (/^(?:signed )?for and on behalf of [A-Z]/.test(text)) return false
  if (/\bas to which the date is\b|\bexcept (?:as to|for)\b.*\bdate\b/i.test(text)) return false
  const words = text.split(' ')
  const small = words.filter((word) => /^[a-z]{2,}/.test(word)).length
  return (
    (/[a-z)]\.["')]*$/.test(text) &&
      !/\b(?:Co|Inc|Ltd|P\.C|P\.A|N\.V|B\.V|U\.S)\.$/.test(text) &&
      small > 1) ||
    small > 4
  )
}

/** "Signed at Minneapolis on August 22, 2025, on behalf of Harrow & Lisle LLP." */
function inSentence(all: FlowLine[], from: number): { line: FlowLine; firm: Signature['firm'] } | null {
  for (const line of all.filter(({ where }) => where.start >= from)) {
    if (!SIGNING.test(line.text) || !dated(line.text)) continue
    const match = SIGNER.exec(line.text)
    const name = match?.[1]!.replace(/[.,;\s]+$/, '').replace(/\b(Inc|Ltd|Co)$/, '$1.')
    const start = match ? match.index + match[0].indexOf(match[1]!) : 0
    const firm =
      name && looksLikeFirm(name)
        ? { name, where: within(line.where, start, start + name.length), strength: firmness(name) }
        : null
    return { line, firm }
  }
  return null
}

function dated(text: string): boolean {
  return findDates(text).some((date) => date.readings[0]!.year !== null)
}

function datesIn(lines: FlowLine[]): Signature['dates'] {
  const first = lines[0]?.where
  const last = lines.at(-1)?.where
  if (!first || !last) return []
  const block = { flow: first.flow, start: first.start, end: last.end }
  const text = block.flow.text.slice(block.start, block.end)
  const periods = findPeriods(text, null)
  return findDates(text)
    .filter((date) => !periods.some((period) => date.start >= period.start && date.end <= period.end))
    .filter(
      (date) =>
        date.readings[0]!.year !== null &&
        !/\b(?:licen[cs]ed?\s+(?:\w+\s+)?(?:since|until|through|to|on|in)|expir\w+|valid)\b[^\n]{0,30}$/i.test(
          text.slice(0, date.start),
        ),
    )
    .map((date) => ({ date, where: within(block, date.start, date.end) }))
}

/** Some firms write city and date, or their name, above the report. */
function letterhead(lines: FlowLine[], report: AuditorReport): FlowLine[] {
  const start = report.scope?.start ?? 0
  return [...lines.filter((line) => line.where.end <= start).slice(0, 10), ...aboveHeading(report)]
}

function aboveHeading({ flow }: AuditorReport): FlowLine[] {
  const [first] = flow.pieces
  if (!first || first.from === 0 || first.from > 300) return []
  return linesOf(flowOf('auditor', [{ page: first.page, from: 0, to: first.from }]))
}

function firmIn(lines: FlowLine[], organization: string | null): Signature['firm'] {
  const candidates = lines.flatMap((line, n) =>
    [...overTwoLines(lines, n), ...namesIn(line)].map((name) => ({ ...name, line: n })),
  )
  const scored = candidates
    .filter(
      ({ name }) =>
        looksLikeFirm(name) &&
        !isPlace(name) &&
        !isPerson(name) &&
        !(organization && sameParty(name, organization)),
    )
    .map((each) => ({ ...each, strength: firmness(each.name) + (beforePlace(lines, each.line) ? 2 : 0) }))
  const best = scored.reduce<(typeof scored)[number] | null>(
    (a, b) => (a && a.strength >= b.strength ? a : b),
    null,
  )
  return best && best.strength > 1 ? { name: best.name, where: best.where, strength: best.strength } : null
}

/** "Harrow, Lisle and" over "Associates, P.C.": a name that cannot end or begin there goes on. */
function overTwoLines(lines: FlowLine[], n: number): { name: string; where: Span }[] {
  const [first, second] = [lines[n - 1], lines[n]]
  if (
    !first ||
    !second ||
    dated(first.text) ||
    isBody(first.text) ||
    pageOf(first.where) !== pageOf(second.where)
  )
    return []
  const open = /(?:\band|&)\s*$|,.*,\s*$/i.test(first.text) && !isPlace(first.text.replace(/,\s*$/, ''))
  if (!open && !CONTINUES.test(second.text)) return []
  const [name] = namesIn(second)
  return name && first.text.length < 70
    ? [{ name: `${first.text.trim()} ${name.name}`, where: { ...first.where, end: name.where.end } }]
    : []
}

function beforePlace(lines: FlowLine[], n: number): boolean {
  const rest = lines[n]!.text
  const next = lines[n + 1]?.text ?? ''
  return (
    isPlace(next) ||
    isProfession(next) ||
    dated(next) ||
    (dated(rest) && STATE.test(rest)) ||
    isPlace(next.replace(/[,-]?\s*$/, ''))
  )
}

/** A line may hold firm, city, state and date, parted by commas or dashes. */
function namesIn(line: FlowLine): { name: string; where: Span }[] {
  const [date] = findDates(line.text)
  let text = (date ? line.text.slice(0, date.start) : line.text).replace(/[\s,;|•·-]+$/, '')
  const lead =
    /^(?:\/s\/|signed(?:\s+by)?:|by:|(?:independent\s+)?(?:service\s+)?(?:auditor|firm|practitioner)(?:\s+name)?:|for and on behalf of|on behalf of|for(?= [A-Z])|sincerely,|[a-z][a-z ,'/()-]{1,40}:|-+)\s*/i.exec(
      text,
    )?.[0].length ?? 0
  text = text.slice(lead)
  const dash = text.search(/\s[-|•·]\s/)
  if (dash > 2) text = text.slice(0, dash)
  const state = STATE.exec(text)
  if (state) text = withoutCity(text.slice(0, state.index))
  const name = text.replace(/[\s,;|-]+$/, '').replace(/^["(]+|["]+$/g, '')
  return name === '' ? [] : [{ name, where: within(line.where, lead, lead + name.length) }]
}

function withoutCity(text: string): string {
  const comma = text.lastIndexOf(',')
  if (comma > 0) return text.slice(0, comma)
  return firmness(text) > 0 ? text : ''
}

function isPlace(text: string): boolean {
  const bare = text.replace(/,?\s*\b(?:\w+ \d{1,2}, \d{4}|\d{1,2} \w+ \d{4}).*$/, '').trim()
  return (PLACE.test(bare) && firmness(bare) < 3) || (STATE.test(bare) && firmness(bare) === 0)
}

function isPerson(text: string): boolean {
  if (/\b(?:LLP|LLC|PLLC|P\.?C|P\.?A|Inc|Ltd|Group)\b/.test(text)) return false
  return /^[A-Z][a-z]+(?:\s[A-Z]\.?)?(?:\s[A-Z][a-z'-]+){1,2},?\s+(?:CPA|CISA|CISSP|CIA|CA|RE|Partner|CCSFP)\b(?!s)/.test(
    text,
  )
}
