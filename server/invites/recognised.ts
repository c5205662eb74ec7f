import { addMonths, shownDate, type PlainDate } from '../dates'
import type { DocumentKind, Field, Reading } from '../reader/reader'
import type { Purpose, PurposeKind } from './purposes'

const MEDIUM = 0.6
const STALE_MONTHS = 12

export interface Recognised {
  state: 'good' | 'look' | 'bad' | 'none'
  word: string
  sentence: string
  /** What was asked for and this file answers, if so. */
  answers: PurposeKind | null
}

/** What a file seems to be, for the vendor who sent it: held against what the practice asked for. */
export function recognise(reading: Reading, asked: Purpose[], today: PlainDate): Recognised {
  const kind = known(reading.document)
  if (kind === 'soc2') return reportRecognised(reading, wants(asked, 'soc2'), today)
  if (kind === 'baa') return baaRecognised(reading, wanted(asked, 'amend') ?? wanted(asked, 'baa'))
  if (kind === 'bridge-letter') return bridgeRecognised(wants(asked, 'bridge-letter'), wants(asked, 'soc2'))
  if (kind === null || kind === 'other') return unknownKind(asked)
  return another(`This looks like ${OTHER_KINDS[kind]}`, asked)
}

const OTHER_KINDS: Record<Exclude<DocumentKind, 'soc2' | 'baa' | 'bridge-letter' | 'other'>, string> = {
  soc1: 'a SOC 1, which is about financial reporting',
  soc3: 'a SOC 3, the public summary',
  'soc-cybersecurity': 'a SOC for Cybersecurity',
  'iso27001-certificate': 'an ISO 27001 certificate',
  'hitrust-letter': 'a HITRUST letter',
  pentest: 'a penetration test',
  'readiness-assessment': 'a readiness assessment',
  'engagement-letter': 'an engagement letter, written before the audit',
  'self-made-summary': 'a summary, without the auditor’s report',
  'guidance-or-template': 'a guide or a template',
}

/** Of a long scan, while most of its pages wait. */
export function seeming(reading: Reading): string {
  const kind = known(reading.document)
  return kind === 'soc1' || kind === 'soc3' ? OTHER_KINDS[kind] : `a ${nameOf(reading)}`
}

function reportRecognised(reading: Reading, isWanted: boolean, today: PlainDate): Recognised {
  const name = nameOf(reading)
  if (!isWanted)
    return good('recognised', `${name}: kept for the practice, though it did not ask for it.`, null)
  const fault = faultOf(reading, today)
  return fault ? look(`${name}: ${fault}`) : good('matches', `${name}: matches what was asked.`, 'soc2')
}

/** "SOC 2 Type II, 1 Apr 2025 – 31 Mar 2026" */
function nameOf(reading: Reading): string {
  const type = known(reading.reportType)
  if (type === 'type-1') return `SOC 2 Type I${dated(' as of ', known(reading.asOf))}`
  if (type === null) return 'SOC 2'
  const [start, end] = [known(reading.periodStart), known(reading.periodEnd)]
  return `SOC 2 Type II${start && end ? `, ${shownDate(start)} – ${shownDate(end)}` : dated(', to ', end)}`
}

function faultOf(reading: Reading, today: PlainDate): string | null {
  if (known(reading.reportType) === 'type-1')
    return 'the practice asked for a Type II. Add it if you have one.'
  if (known(reading.draft) === true) return 'it seems to be a draft. The practice asked for the final report.'
  if (known(reading.complete) === false)
    return 'parts of it seem to be missing. Add the whole report if you can.'
  const end = known(reading.periodEnd)
  if (end && addMonths(end, STALE_MONTHS) < today)
    return 'its period ended over a year ago. Add the current one if you have it.'
  if (known(reading.reportType) === null)
    return 'we could not tell whether it is a Type II. The practice will look.'
  return null
}

function baaRecognised(reading: Reading, answers: PurposeKind | null): Recognised {
  if (!answers)
    return good(
      'recognised',
      'A business associate agreement: kept for the practice, though it did not ask for it.',
      null,
    )
  const signed = reading.baa?.signedByBusinessAssociate
  if (signed && known(signed) === false)
    return look(
      'A business associate agreement, but your signature was not found on it. Add the signed copy.',
    )
  const next = answers === 'amend' ? 'the practice looks at it point by point.' : 'matches what was asked.'
  return good('matches', `A business associate agreement: ${next}`, answers)
}

function bridgeRecognised(isWanted: boolean, wantsReport: boolean): Recognised {
  if (isWanted) return good('matches', 'A bridge letter: matches what was asked.', 'bridge-letter')
  return wantsReport
    ? look('This looks like a bridge letter: the practice asked for the SOC 2 Type II report itself.')
    : good('recognised', 'A bridge letter: kept for the practice, though it did not ask for it.', null)
}

function unknownKind(asked: Purpose[]): Recognised {
  const isOther = wants(asked, 'other')
  const sentence = 'Received. We could not tell what it is, so the practice will look at it.'
  return {
    state: 'none',
    word: 'received',
    sentence: isOther ? 'Received. The practice will look at it.' : sentence,
    answers: isOther ? 'other' : null,
  }
}

function another(start: string, asked: Purpose[]): Recognised {
  if (wants(asked, 'soc2')) return look(`${start}. The practice asked for the full SOC 2 Type II report.`)
  return wants(asked, 'other')
    ? good('received', `${start}. The practice will look at it.`, 'other')
    : look(`${start}, which the practice did not ask for.`)
}

const good = (word: string, sentence: string, answers: PurposeKind | null): Recognised => ({
  state: 'good',
  word,
  sentence,
  answers,
})
const look = (sentence: string): Recognised => ({
  state: 'look',
  word: 'look again',
  sentence,
  answers: null,
})
const dated = (before: string, date: PlainDate | null) => (date ? `${before}${shownDate(date)}` : '')
const wanted = (asked: Purpose[], kind: PurposeKind) => (wants(asked, kind) ? kind : null)
const wants = (asked: Purpose[], kind: PurposeKind) => asked.some((purpose) => purpose.kind === kind)

function known<T>(field: Field<T>): T | null {
  return field.confidence >= MEDIUM ? field.value : null
}
