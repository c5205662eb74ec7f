import type { Person } from '../actor'
import type { Database } from '../database'
import { daysBetween } from '../dates'
import {
  confirmedReading,
  evidenceLink,
  fieldView,
  findDocument,
  quotesOf,
  type Confirmed,
  type Document,
  type FieldName,
  type FieldView,
  type Quote,
} from '../documents/documents'
import { NotFound } from '../errors'
import type { Cuec, NotOperated, Reading, Warning } from '../reader/reader'
import { findVendor, type Vendor } from '../vendors/vendors'
import { bridgedUntil } from './coverage'
import { listReports, type Report } from './report'
import { ratedExceptions, type Rated } from './severity'
import { verdictLine } from './verdict'

type Linked<T> = T & { link: string }

/** All that the page of one report shows. */
export interface ReportSheet {
  report: Report
  document: Document
  vendor: Vendor
  verdict: string
  bridged: string | null
  facts: FieldView[]
  exceptionField: FieldView
  exceptions: (Linked<Rated> & { responseLink: string | null })[]
  cuecField: FieldView
  cuecs: Linked<Cuec>[]
  subservice: FieldView
  notOperated: Linked<NotOperated>[]
  warnings: (Warning & { quotes: Quote[] })[]
  /** What a person has to look for because the reader could not. */
  unread: FieldView[]
}

const FACTS: FieldName[] = [
  'document',
  'reportType',
  'asOf',
  'periodStart',
  'periodEnd',
  'opinion',
  'affectedCriteria',
  'serviceOrganization',
  'serviceAuditor',
  'reportDate',
  'systems',
  'categories',
  'phi',
  'controlsTested',
  'frameworks',
  'draft',
  'complete',
]
const LETTER_FACTS: FieldName[] = [
  'document',
  'periodStart',
  'periodEnd',
  'serviceOrganization',
  'serviceAuditor',
  'reportDate',
  'draft',
]
const OPEN = ['unreadable', 'conflict', 'not-in-document', 'not-stated']

export async function reportSheet(db: Database, actor: Person, report: Report): Promise<ReportSheet> {
  const document = await findDocument(db, actor, report.documentId)
  const confirmed = await confirmedReading(db, document)
  if (!confirmed) throw new NotFound('reading of this report')
  const reports = await listReports(db, actor, report.vendorId)
  const { reading } = confirmed
  const shown = (name: FieldName) => fieldView(document.id, confirmed, name)
  return {
    report,
    document,
    vendor: await findVendor(db, actor, report.vendorId),
    verdict: verdictLine(report, reading),
    bridged: report.kind === 'soc2' ? bridgedUntil(report, reports) : null,
    facts: factNames(report)
      .filter((name) => !isBeside(name, confirmed))
      .map(shown),
    exceptionField: shown('exceptions'),
    exceptions: exceptionsOf(document.id, reading, await readingBefore(db, actor, report, reports)),
    cuecField: shown('cuecs'),
    cuecs: linked(document.id, 'cuecs', reading.cuecs.value ?? []),
    subservice: shown('subserviceOrganizations'),
    notOperated: linked(document.id, 'notOperated', reading.notOperated.value ?? []),
    warnings: reading.warnings.map((one, at) => ({
      ...one,
      quotes: quotesOf(document.id, `warnings.${at}`, one.evidence),
    })),
    unread: unreadNames(report, confirmed).map(shown),
  }
}

function factNames(report: Report): FieldName[] {
  return report.kind === 'bridge-letter' ? LETTER_FACTS : FACTS
}

/** Dates of the other type, and criteria where nothing was excepted, are no news. */
function isBeside(name: FieldName, { reading, corrected }: Confirmed): boolean {
  if (name in corrected) return false
  const field = reading[name]
  const type = reading.reportType.value
  if (field.status === 'not-applicable') return true
  if (name === 'asOf') return type === 'type-2'
  if (name === 'periodStart' || name === 'periodEnd') return type === 'type-1'
  return (
    (name === 'affectedCriteria' || name === 'frameworks') &&
    field.value === null &&
    field.status === 'not-stated'
  )
}

function unreadNames(report: Report, confirmed: Confirmed): FieldName[] {
  const all =
    report.kind === 'bridge-letter'
      ? LETTER_FACTS
      : ([...FACTS, 'exceptions', 'cuecs', 'subserviceOrganizations'] as FieldName[])
  return all.filter(
    (name) =>
      !(name in confirmed.corrected) &&
      !isBeside(name, confirmed) &&
      OPEN.includes(confirmed.reading[name].status),
  )
}

function exceptionsOf(
  documentId: string,
  reading: Reading,
  before: Reading | null,
): ReportSheet['exceptions'] {
  return linked(documentId, 'exceptions', ratedExceptions(reading, before)).map((one) => ({
    ...one,
    responseLink: one.response ? evidenceLink(documentId, 'exceptions', one.response.page) : null,
  }))
}

function linked<T extends { page: number }>(documentId: string, field: string, all: T[]): Linked<T>[] {
  return all.map((one) => ({ ...one, link: evidenceLink(documentId, field, one.page) }))
}

/** Of the report that ended before this one began. */
async function readingBefore(
  db: Database,
  actor: Person,
  report: Report,
  reports: Report[],
): Promise<Reading | null> {
  const earlier = reports.filter(
    (one) =>
      one.kind === report.kind &&
      one.id !== report.id &&
      !one.setAsideAt &&
      one.periodEnd &&
      report.periodEnd &&
      daysBetween(one.periodEnd, report.periodEnd) > 0,
  )
  const [before] = earlier
  return before
    ? ((await confirmedReading(db, await findDocument(db, actor, before.documentId)))?.reading ?? null)
    : null
}
