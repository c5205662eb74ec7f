import { field, nothing } from '../pages'
import type { Field, ISODate } from '../reading'
import { findDates, numericOrder, settle } from '../soc2/dates'
import { type Agreement, proof } from './agreement'
import { pageAt } from './flow'
import type { Signing } from './signatures'

interface Candidate {
  iso: ISODate
  start: number
  end: number
  confidence: number
}

const BEFORE: [RegExp, number][] = [
  [
    /\beffective date\b"?\)?\s*(?:of this (?:agreement|addendum|baa)\s*)?(?:is|shall be|means|:|-|as)?\s*(?:the\s+)?$/i,
    0.92,
  ],
  [/\beffective(?:\s+as\s+of|\s+on(?:\s+(?:and|or)\s+after)?|\s+from|:)?\s*(?:the\s+)?$/i, 0.9],
  [/\b(?:with )?effect (?:from|as of|on)\s+(?:the\s+)?$/i, 0.9],
  [
    /\b(?:entered into|made(?: and entered into)?|executed|dated|is made|entered)\b[^.]{0,40}?(?:\bas of\b|\bon\b|\bthis\b|\beffective\b)?\s*(?:the\s+)?$/i,
    0.88,
  ],
  [/\bas of\s+(?:the\s+)?$/i, 0.86],
  [
    /\b(?:takes effect|commences?|begins?|starts?|applies|in (?:effect|force))\b[^.]{0,30}\b(?:on|from|as of|since)\s+(?:the\s+)?$/i,
    0.88,
  ],
]
// Another paper, or a law.
const NOT_THIS =
  /\b(?:services?|master|underlying|subscription|license|original|prior|previous|existing|certain|lease|purchase|consulting)\s+(?:\w+\s+){0,3}(?:agreement|contract|addendum|baa|msa)\b[^.]{0,60}$|\b(?:amends|supersedes|replaces)\b[^.]{0,70}$|\b(?:act|rule|regulations?|law|hitech|omnibus|published|enacted|compliance date)\b[^.]{0,40}$|\b(?:expires?|until|through|terminat\w+|ends?|expiration)\b[^.]{0,20}$/i

const BY_A_SIGNATURE = /^\W*(?:dated?|date signed)\s*:?\s*$/i

// `supplements the Contract of April 18, 2005`, in an amendment above all.
const OTHER_PAPER =
  /\b(?:the|that|their|our|its|an?|said|such|certain)\s+(?:"?[A-Za-z][\w-]*"?\s+){0,6}(?:agreement|contract|addendum|baa|order|terms)\b[^.;]{0,50}$/i

/** The day on which it takes effect; never the date of another agreement or of a law. */
export function effectiveDate(agreement: Agreement, signing: Signing): Field<ISODate> {
  const candidates = statedDates(agreement)
  const best = Math.max(...candidates.map(({ confidence }) => confidence))
  const top = candidates.filter(({ confidence }) => confidence === best)
  const isos = [...new Set(top.map(({ iso }) => iso))]
  if (isos.length > 1) return conflict(agreement, top)
  if (top[0]) return found(agreement, top[0], candidates)
  const above = dateOnTop(agreement)
  if (above) return found(agreement, above, [])
  return onLastSignature(agreement, signing)
}

function statedDates({ flow }: Agreement): Candidate[] {
  const order = numericOrder(flow.text)
  return findDates(flow.text).flatMap((date, index, all) => {
    const paragraph = Math.max(flow.text.lastIndexOf('\n', date.start) + 1, all[index - 1]?.end ?? 0)
    const before = flow.text.slice(Math.max(paragraph, date.start - 140), date.start)
    const after = flow.text.slice(date.end, date.end + 40)
    const iso = settle(date, order ?? 'month-first')
    if (!iso) return []
    const named =
      /^\s*,?\s*\((?:the\s+|this\s+|its\s+)?"(?:[\w-]+ ){0,3}(?:effective|commencement|start) date"/i.test(
        after,
      )
        ? 0.93
        : 0
    if (!named && (NOT_THIS.test(before) || BY_A_SIGNATURE.test(before))) return []
    if (!named && OTHER_PAPER.test(before) && !isOwn(before)) return []
    const rule = BEFORE.find(([pattern]) => pattern.test(before))
    const confidence = Math.max(named, rule?.[1] ?? 0)
    const doubt = (date.readings.length > 1 && !order ? 0.2 : 0) + (date.repaired ? 0.1 : 0)
    return confidence ? [{ iso, start: date.start, end: date.end, confidence: confidence - doubt }] : []
  })
}

const TOP = 700

/** `Date: October 3, 2022` between the title and the first clause of a form. */
function dateOnTop({ flow }: Agreement): Candidate | null {
  const order = numericOrder(flow.text)
  const date = findDates(flow.text.slice(0, TOP)).find(
    ({ start }) =>
      !/\/s\/|\bby:|\bsign|_{4}/i.test(flow.text.slice(0, start)) &&
      /(?:^|\n|\s)(?:date|dated)(?: of (?:this )?(?:agreement|contract))?\s*:?\s*$/i.test(
        flow.text.slice(Math.max(0, start - 40), start),
      ),
  )
  const iso = date ? settle(date, order ?? 'month-first') : null
  return date && iso ? { iso, start: date.start, end: date.end, confidence: 0.8 } : null
}

/** `This Amendment to the Agreement takes effect on …` speaks of itself after the other paper. */
function isOwn(before: string): boolean {
  const other = OTHER_PAPER.exec(before)!
  return (
    /\b(?:effective|takes? effect|in effect|commences?|begins?)\b[^.;]{0,20}$/i.test(before) ||
    /\bthis\b[^.;]{0,60}$/i.test(before.slice(other.index)) ||
    (/^an?\b/i.test(other[0]) === false &&
      /\bthis (?:business associate |HIPAA )?(?:agreement|addendum|contract|baa)\b[^.;]*$/i.test(before) &&
      !/\b(?:amend|supplement|modif|replac|supersed|restat|under|pursuant|to|in)\w*\b[^.;]*$/i.test(
        before.slice(before.search(/\bthis\b/i)),
      ))
  )
}

function found(agreement: Agreement, date: Candidate, all: Candidate[]): Field<ISODate> {
  const others = all.filter(
    ({ iso }) => iso !== date.iso && Math.abs(Date.parse(iso) - Date.parse(date.iso)) > 0,
  )
  const scanned = pageAt(agreement.flow, date.start)?.source === 'ocr' ? 0.15 : 0
  const evidence = proof(agreement, date)
  if (!evidence.length) return nothing('unreadable')
  const doubt = others.some(({ confidence }) => confidence >= 0.86) ? 0.1 : 0
  return field('found', date.iso, Math.round((date.confidence - scanned - doubt) * 100) / 100, evidence)
}

function conflict(agreement: Agreement, top: Candidate[]): Field<ISODate> {
  const alternatives = top
    .map((date) => ({ value: date.iso, evidence: proof(agreement, date) }))
    .filter(({ evidence }) => evidence.length)
  return { ...nothing<ISODate>('conflict'), alternatives }
}

/** `effective on the date of the last signature`. */
function onLastSignature(
  { flow, roles }: Agreement,
  { coveredEntity, businessAssociate }: Signing,
): Field<ISODate> {
  const own = onOneSignature(flow.text, [
    [roles.coveredEntity.words, coveredEntity],
    [roles.businessAssociate.words, businessAssociate],
  ])
  if (own) return own
  const says =
    /\b(?:effective|takes effect|commence)\b[^.]{0,80}\b(?:last|latest|later)\b[^.]{0,60}(?:\b(?:signature|signed|signs|signing|execut\w+|signator(?:y|ies))\b|\bdates?\b[^.,]{0,30}\b(?:below|beneath|hereto)\b)|\bdate of the last signature\b/i.test(
      flow.text,
    )
  const dates = [coveredEntity.date, businessAssociate.date]
  if (!says || dates.some((date) => date === null)) return nothing('not-stated')
  const last = dates.map((date) => date!).sort((one, other) => other.iso.localeCompare(one.iso))[0]!
  return field('inferred', last.iso, 0.86, last.evidence)
}

/** `effective as of the date signed by Covered Entity below` */
function onOneSignature(text: string, sides: [string, Signing['coveredEntity']][]): Field<ISODate> | null {
  const side = sides.find(([words]) =>
    new RegExp(
      `\\b(?:effective|takes effect|commence\\w*|as of|begins)\\b[^.]{0,60}\\b(?:date|day)\\b[^.]{0,30}\\b(?:signed|signature|executed|execution)\\b[^.]{0,20}\\b(?:by|of)\\s+(?:the\\s+)?${words}(?!\\s+and\\b)`,
      'i',
    ).test(text),
  )
  const date = side?.[1].date
  return date ? field('inferred', date.iso, 0.8, date.evidence) : null
}
