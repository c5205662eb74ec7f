import type { BaaTerms, Field, Reading } from '../reader/reader'
import type { Confirmed, Correction } from './corrections'
import { evidenceLink } from './evidence'
import { isCorrectable, type CorrectableField } from './fields'
import { baaNames, fieldNames, shownValue, sureness, type FieldName } from './words'

export interface Quote {
  quote: string
  page: number
  link: string
  fromPicture: boolean
}

/** One field as a page shows it. */
export interface FieldView {
  name: string
  label: string
  shown: string
  /** For lists, each for itself. */
  items: string[] | null
  sure: { state: 'good' | 'look' | 'bad' | 'none'; word: string }
  quotes: Quote[]
  alternatives: { shown: string; quotes: Quote[] }[]
  correction: Correction | null
  correctable: boolean
}

const MAX_QUOTES = 3

export function fieldView(documentId: string, { reading, corrected }: Confirmed, name: FieldName): FieldView {
  const correction = corrected[name as CorrectableField] ?? null
  return {
    ...view(documentId, name, name, fieldNames[name], reading[name], correction),
    correctable: isCorrectable(name),
  }
}

/** Terms of a BAA; corrections to them are made where the agreement is recorded. */
export function baaViews(documentId: string, reading: Reading): FieldView[] {
  if (!reading.baa) return []
  const names = Object.keys(baaNames) as (keyof BaaTerms)[]
  return names.flatMap((name) => {
    const field = reading.baa![name]
    return field ? [view(documentId, `baa.${name}`, name, baaNames[name], field, null)] : []
  })
}

export function quotesOf(documentId: string, path: string, evidence: Field<unknown>['evidence']): Quote[] {
  return evidence.slice(0, MAX_QUOTES).map(({ quote, page, source }, at) => ({
    quote,
    page,
    link: evidenceLink(documentId, path, page, at),
    fromPicture: source === 'ocr',
  }))
}

function view(
  documentId: string,
  path: string,
  name: string,
  label: string,
  field: Field<unknown>,
  correction: Correction | null,
): FieldView {
  // Words of people don't stand on a page; what the reader had said is an alternative then.
  const alternatives = (field.alternatives ?? []).map((one, at) => ({
    shown: shownValue(name, one.value),
    quotes:
      correction && at === 0
        ? quotesOf(documentId, path, one.evidence)
        : quotesOf(documentId, `${path}.alternatives.${at}`, one.evidence),
  }))
  return {
    name: path,
    label,
    shown:
      correction && field.value === null
        ? 'Not stated in the document'
        : capital(shownValue(name, field.value)),
    items: Array.isArray(field.value) ? field.value.map((item) => shownValue(name, [item])) : null,
    sure: correction ? { state: 'good', word: `Corrected by ${correction.personName}` } : sureness(field),
    quotes: quotesOf(documentId, path, field.evidence),
    alternatives,
    correction,
    correctable: false,
  }
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1)
}
