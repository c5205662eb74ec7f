import type { Database } from '../database'
import type { Field, Reading } from '../reader/reader'
import { latestReading, type Document } from './document'
import type { CorrectableField } from './fields'

/** A person's word beside the reader's: newer ones win, none is ever changed. */
export interface Correction {
  id: string
  documentId: string
  field: CorrectableField
  /** JSON; null says that the document doesn't state it. */
  value: string
  note: string
  personId: string
  personName: string
  at: string
}

export interface Confirmed {
  reading: Reading
  /** The correction that made each corrected field what it is. */
  corrected: Partial<Record<CorrectableField, Correction>>
}

/** Oldest first. */
export async function listCorrections(db: Database, documentId: string): Promise<Correction[]> {
  return db<Correction>('corrections').where({ documentId }).orderBy('at').orderBy('id')
}

/** What counts: the newest reading with people's corrections in place of what they correct. Null while it wasn't read. */
export async function confirmedReading(db: Database, document: Document): Promise<Confirmed | null> {
  const stored = await latestReading(db, document.id)
  return stored ? confirmReading(stored.reading, await listCorrections(db, document.id)) : null
}

export function confirmReading(reading: Reading, corrections: Correction[]): Confirmed {
  const corrected: Confirmed['corrected'] = {}
  for (const correction of corrections) corrected[correction.field] = correction
  const fields = Object.entries(corrected).map(([name, { value }]) => {
    return [name, correctedField(reading[name as CorrectableField], JSON.parse(value))] as const
  })
  return { reading: { ...reading, ...Object.fromEntries(fields) }, corrected }
}

/** What the reader had said stays visible as the alternative. */
function correctedField(field: Field<unknown>, value: unknown): Field<unknown> {
  const before = field.value === null ? [] : [{ value: field.value, evidence: field.evidence }]
  const alternatives = [...before, ...(field.alternatives ?? [])]
  const isNone = Array.isArray(value) && value.length === 0
  const status = value === null ? 'not-stated' : isNone ? 'stated-none' : 'found'
  return { value, status, confidence: 1, evidence: [], alternatives }
}
