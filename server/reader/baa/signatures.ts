import { field, nothing } from '../pages'
import { quoteAt, findQuote } from '../quotes'
import type { Line, PageText } from '../pages'
import type { Evidence, Field, ISODate } from '../reading'
import { findDates, numericOrder, settle } from '../soc2/dates'
import type { Agreement } from './agreement'
import { type Certificate, findCertificate } from './certificate'
import { isWritten } from './handwriting'
import { escaped, type Side } from './roles'
import { type Block, signatureBlocks } from './signatureLines'

export interface Signing {
  coveredEntity: SideSigned
  businessAssociate: SideSigned
  /** All that stand beside a signature, those of an amendment included. */
  dates: { iso: ISODate; evidence: Evidence[] }[]
  clickThrough: boolean
}

export interface SideSigned {
  field: Field<boolean>
  date: { iso: ISODate; evidence: Evidence[] } | null
  /** Of the person; only where somebody has signed. */
  signer: { name: string; evidence: Evidence[] } | null
}

/** Who signed. A rule without words is a missing signature only where the paper is text and the date is blank as well. */
export function readSignatures(agreement: Agreement): Signing {
  const blocks = signatureBlocks(agreement.flow)
  const certificate = findCertificate(agreement.flow)
  const sides = sideOf(agreement, blocks)
  const coveredEntity = signed(agreement, sides.covered, certificate, blocks)
  const businessAssociate = signed(agreement, sides.associate, certificate, blocks)
  return {
    coveredEntity: leftBlank(coveredEntity, sides.covered, businessAssociate),
    businessAssociate: leftBlank(businessAssociate, sides.associate, coveredEntity),
    dates: blocks.flatMap((block) => (block.sign.state === 'filled' ? (dateOf(agreement, block) ?? []) : [])),
    clickThrough: /\b(?:by )?click(?:ing|s)?\b[^.]{0,80}\b(?:accept|agree)/i.test(agreement.flow.text),
  }
}

/** Where one side typed its signature, a bare rule over the other's date is no signature. */
function leftBlank(mine: SideSigned, block: Block | null, other: SideSigned): SideSigned {
  const bare =
    mine.field.value === null &&
    block?.sign.state === 'empty' &&
    !block.page.scanned &&
    block.page.source === 'text'
  const typed = other.field.value === true && /\/s\//.test(other.field.evidence[0]?.quote ?? '')
  const evidence = bare && typed ? quoteOf(block.sign.page, block.sign.line) : null
  return evidence ? { ...mine, field: field('inferred', false, 0.7, [evidence]) } : mine
}

function sideOf({ roles }: Agreement, blocks: Block[]): { covered: Block | null; associate: Block | null } {
  const owners = blocks.map((block) => ownerOf(block, roles.coveredEntity, roles.businessAssociate))
  const at = (owner: 'covered' | 'associate') => blocks[owners.indexOf(owner)] ?? null
  const unknown = blocks.filter((_block, index) => owners[index] === null)
  const covered = at('covered')
  const associate = at('associate')
  const left = unknown.length === 1 && blocks.length === 2 ? unknown[0]! : null
  return { covered: covered ?? (associate ? left : null), associate: associate ?? (covered ? left : null) }
}

/** The nearest line above, or else beside or below, that names a side. */
function ownerOf(block: Block, covered: Side, associate: Side): 'covered' | 'associate' | null {
  const own = { ...block.sign.line, text: beforeSigning(block) }
  if (own.text.length > 3 && names(own, covered) !== names(own, associate))
    return names(own, covered) ? 'covered' : 'associate'
  const heads = block.above.slice(0, 8)
  const prose = heads.findIndex(({ text }) => PROSE.test(text))
  for (const line of [...(prose < 0 ? heads : heads.slice(0, prose)), ...block.below]) {
    const [isCovered, isAssociate] = [names(line, covered), names(line, associate)]
    if (isCovered !== isAssociate) return isCovered ? 'covered' : 'associate'
  }
  return null
}

/** The party may stand on the line itself, before the signature. */
function beforeSigning({ sign }: Block): string {
  const at = sign.state === 'filled' ? sign.line.text.indexOf(sign.value) : -1
  return at > 0 ? sign.line.text.slice(0, at) : ''
}

const PROSE =
  /\b(?:shall|will|may|agrees?|between|hereby|provided|disclos\w+|parties|representatives?|witness)\b|\b[a-z]{3,}\.$/

function names(line: Line, { words, party }: Side): boolean {
  if (line.text.length > 110) return false
  const short = party?.name ? escaped(party.name.split(/,|\b(?:Inc|LLC|Ltd|Corp|P\.)/)[0]!.trim()) : null
  return (
    new RegExp(`\\b${words}(?![\\w])`, 'i').test(line.text) ||
    (short !== null && short.length > 3 && new RegExp(`\\b${short}\\b`, 'i').test(line.text))
  )
}

function signed(
  agreement: Agreement,
  block: Block | null,
  certificate: Certificate | null,
  blocks: Block[],
): SideSigned {
  if (!block) return { field: withoutBlock(certificate), date: null, signer: null }
  const mine = block.name?.value || block.sign.value
  const signer = certificate?.signers.find(({ name }) => mine && shares(name, mine))
  const date = dateOf(agreement, block) ?? signer?.date ?? null
  const judged = signer
    ? certified(signer.evidence)
    : judgedBlock(block, date !== null, certificate, isWritten(block, blocks))
  return { field: judged, date, signer: judged.value === true ? signerOf(block) : null }
}

function certified(evidence: Evidence): Field<boolean> {
  return field('found', true, 0.92, [evidence])
}

/** The printed name, else the words on the line where they are a name. */
function signerOf({ page, name, sign }: Block): SideSigned['signer'] {
  for (const entry of [name, sign]) {
    const words = entry?.state === 'filled' ? personIn(entry.value) : ''
    const evidence = PERSON.test(words) && entry ? quoteOf(page, entry.line) : null
    if (evidence) return { name: words, evidence: [evidence] }
  }
  return null
}

function personIn(value: string): string {
  const date = findDates(value)[0]?.start ?? value.length
  return value
    .slice(0, date)
    .replace(NOT_THE_NAME, '')
    .replace(/\s*\((?:signed|sgd\.?)\)/i, '')
    .replace(/[\s,;|]+(?:date[d:]*)?\s*$/i, '')
    .trim()
}

const NOT_THE_NAME = /^(?:\/s\/|(?:docusigned|e-?signed|(?:electronically |digitally )?signed) by:?)\s*/i
const PERSON = /^[\p{Lu}][\p{L}.'’-]*(?:\s+[\p{L}.'’-]+){1,4}(?:,?\s+[\p{L}.]{2,8})?$/u

function judgedBlock(
  block: Block,
  dated: boolean,
  certificate: Certificate | null,
  written: boolean | null,
): Field<boolean> {
  const evidence = quoteOf(block.sign.page, block.sign.line)
  const seen = block.page.source === 'ocr' ? 0.12 : 0
  if (!evidence) return nothing('unreadable')
  if (block.sign.state === 'filled') {
    const typed = filled(block, dated, evidence, seen)
    return typed.confidence < 0.75 && written ? byHand(block, evidence) : typed
  }
  if (written) return byHand(block, evidence)
  if (certificate?.completed) return field('inferred', true, 0.7, [evidence])
  const named = block.name?.state === 'filled'
  if (written === false && block.page.source === 'ocr' && !dated && !named && block.date)
    return field('inferred', false, 0.8, [evidence])
  if (block.page.source === 'ocr' || block.page.scanned || dated) return nothing('unreadable')
  const blanks = [block.name, block.date].filter((entry) => entry?.state === 'empty').length
  if (block.sign.state === 'absent')
    return block.date && block.date.state !== 'filled'
      ? field('found', false, 0.7, [evidence])
      : nothing('unreadable')
  return field('found', false, block.date ? (blanks ? 0.9 : 0.86) : 0.75, [evidence])
}

/** Ink where a signature belongs; surer where the name and the day are filled in as well. */
function byHand({ name, date }: Block, evidence: Evidence): Field<boolean> {
  const whole = name?.state === 'filled' && date?.state === 'filled'
  return field('inferred', true, whole ? 0.86 : 0.75, [evidence])
}

function filled({ sign, name }: Block, dated: boolean, evidence: Evidence, seen: number): Field<boolean> {
  const value = sign.value
  if (/\[|\bsign here\b|\bsignature\b|\binsert\b|^\{\{|\\s\d\\/i.test(value) && !/signed/i.test(value))
    return field('found', false, 0.8 - seen, [evidence])
  const stamped =
    /^[\p{Lu}][\p{L}.'’ -]+\((?:[A-Z][a-z]{2,8} \d{1,2}, \d{4}|\d{1,4}[-/]\d{1,2}[-/]\d{1,4})/u.test(value)
  if (
    stamped ||
    /\/s\/|\((?:signed|sgd\.?)\)|\b(?:docusigned|e-?signed|electronically signed|digitally signed|signed by)\b/i.test(
      value,
    )
  )
    return field('found', true, 0.93 - seen, [evidence])
  const person = /^[\p{Lu}][\p{L}.'’-]+(?:\s+[\p{L}.'’-]+){1,4}(?:,?\s+[\p{L}.]{2,8})?$/u.test(value)
  if (!person)
    return seen && /\p{L}{2}/u.test(value)
      ? field('inferred', true, 0.6, [evidence])
      : field('inferred', true, 0.55, [evidence])
  return field('found', true, (dated ? (name?.state === 'filled' ? 0.88 : 0.86) : 0.7) - seen, [evidence])
}

/** No place to sign was found for this side. */
function withoutBlock(certificate: Certificate | null): Field<boolean> {
  const [first] = certificate?.signers ?? []
  return certificate?.completed && certificate.signers.length > 1 && first
    ? field('inferred', true, 0.8, certificate.signers.map(({ evidence }) => evidence).slice(0, 2))
    : nothing('not-stated')
}

const ON_THE_LINE = /\bdate:?\s*\d|\d{4}[./-]\d{2}|(?:\/s\/|\(signed\)).*\b\d{4}\b/i
const DATE_ALONE =
  /^(?:(?:[A-Z][a-z]{2,8}\.? \d{1,2},? \d{4}|\d{1,2} [A-Z][a-z]{2,8} \d{4}|\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4}))(?:[\s|,]+(?:at )?\d{1,2}:\d{2}.{0,20})?$/

function dateOf({ flow }: Agreement, block: Block): SideSigned['date'] {
  const { date, sign } = block
  const stamp = block.below.find(({ text }) => DATE_ALONE.test(text))
  const line =
    date?.state === 'filled'
      ? date
      : ON_THE_LINE.test(sign.value)
        ? sign
        : stamp && sign.state === 'filled'
          ? { page: block.page, line: stamp, value: stamp.text }
          : null
  const found = line ? findDates(line.value)[0] : undefined
  const iso = found ? settle(found, numericOrder(flow.text) ?? 'month-first') : null
  const evidence = line && iso ? quoteOf(line.page, line.line) : null
  return iso && evidence ? { iso, evidence: [evidence] } : null
}

function quoteOf(page: PageText, line: Line): Evidence | null {
  const place = findQuote(page, line.text)
  return place ? quoteAt(page, place.start, place.end, 'other') : null
}

function shares(one: string, other: string): boolean {
  const last = one.split(' ').at(-1)!.toLowerCase()
  return (
    last.length > 2 &&
    other.toLowerCase().includes(last) &&
    other.toLowerCase().includes(one.split(' ')[0]!.toLowerCase())
  )
}
