import type { Actor } from '../actor'
import { recordEvent } from '../audit/audit'
import { newId, type Transaction } from '../database'
import type { AfterReading, Document } from '../documents/documents'
import type { Field, Reading } from '../reader/reader'
import { REPORT_KINDS, type Report, type ReportKind } from './report'
import { noteReports } from './summary'

type Facts = Pick<
  Report,
  | 'kind'
  | 'type'
  | 'periodStart'
  | 'periodEnd'
  | 'reportDate'
  | 'opinion'
  | 'auditor'
  | 'exceptions'
  | 'draft'
>

/** Below it a value is a hint, and no list or reminder leans on a hint. */
const LEAST_CONFIDENCE = 0.6
const NOT_A_REPORT = 'It turned out to be no report.'

/** Makes the report of a document, or brings it in step with a newer reading or a correction. */
export const reportsAfterReading: AfterReading = async (trx, document, reading, actor) => {
  const report = await trx<Report>('reports').where({ documentId: document.id }).first()
  if (REPORT_KINDS.includes(document.kind ?? '')) await keep(trx, document, reading, actor, report)
  else if (report && !report.setAsideAt) await setAsideUnasked(trx, actor, report)
  if (report || REPORT_KINDS.includes(document.kind ?? '')) await noteReports(trx, document)
}

/** What a reading says, as far as it says it with confidence. */
export function factsOf(kind: ReportKind, reading: Reading): Facts {
  const type = kind === 'bridge-letter' || kind === 'soc3' ? null : known(reading.reportType)
  const isTypeOne = type === 'type-1'
  return {
    kind,
    type,
    periodStart: isTypeOne ? null : known(reading.periodStart),
    periodEnd: isTypeOne ? known(reading.asOf) : known(reading.periodEnd),
    reportDate: known(reading.reportDate),
    opinion: kind === 'bridge-letter' ? null : known(reading.opinion),
    auditor: known(reading.serviceAuditor),
    exceptions: known(reading.exceptions)?.length ?? null,
    draft: known(reading.draft) ? 1 : 0,
  }
}

async function keep(
  trx: Transaction,
  document: Document,
  reading: Reading,
  actor: Actor,
  before: Report | undefined,
) {
  const facts = factsOf(document.kind as ReportKind, reading)
  if (before) return update(trx, actor, before, facts)
  const { id: documentId, practiceId, vendorId } = document
  const report = { id: newId(), practiceId, vendorId, documentId, createdAt: actor.at, ...facts }
  await trx<Report>('reports').insert(report)
  await recordEvent(trx, actor, 'report.recognised', { reportId: report.id, documentId, ...facts }, vendorId)
}

async function update(trx: Transaction, actor: Actor, before: Report, facts: Facts) {
  const taken = before.setAsideReason === NOT_A_REPORT ? { setAsideAt: null, setAsideReason: null } : {}
  const changed = Object.entries({ ...facts, ...taken }).filter(
    ([name, value]) => before[name as keyof Report] !== value,
  )
  if (changed.length === 0) return
  await trx<Report>('reports')
    .where({ id: before.id })
    .update({ ...facts, ...taken })
  await recordEvent(
    trx,
    actor,
    'report.changed',
    { reportId: before.id, ...Object.fromEntries(changed) },
    before.vendorId,
  )
}

async function setAsideUnasked(trx: Transaction, actor: Actor, { id, vendorId }: Report) {
  await trx<Report>('reports').where({ id }).update({ setAsideAt: actor.at, setAsideReason: NOT_A_REPORT })
  await recordEvent(trx, actor, 'report.setAside', { reportId: id, reason: NOT_A_REPORT }, vendorId)
}

function known<T>(field: Field<T>): T | null {
  return field.confidence >= LEAST_CONFIDENCE ? field.value : null
}
