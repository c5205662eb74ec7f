import type { Transaction } from '../../server/database'
import { change, newId } from '../../server/database'
import type { Actor } from '../../server/actor'
import type { Document } from '../../server/documents/documents'
import type {
  DocumentKind,
  Evidence,
  Field,
  Opinion,
  Reading,
  TestException,
} from '../../server/reader/reader'
import { listReports, reportsAfterReading, type Report } from '../../server/reports/reports'
import type { Vendor } from '../../server/vendors/vendors'
import type { World } from './world'

const quote = (words: string, page = 3): Evidence => ({
  page,
  quote: words,
  section: 'auditor',
  source: 'text',
})

/** A field that was read with high confidence. */
export function read<T>(value: T, confidence = 0.95, words = String(value)): Field<T> {
  return { value, status: 'found', confidence, evidence: [quote(words)] }
}

/** A field without a value. */
export function unread<T>(status: Field<T>['status'] = 'not-stated'): Field<T> {
  return { value: null, status, confidence: 0.9, evidence: [] }
}

export const none = <T>(): Field<T[]> => ({
  value: [],
  status: 'stated-none',
  confidence: 0.95,
  evidence: [quote('none noted')],
})

export function failedTest(given: Partial<TestException> = {}): TestException {
  const response = { text: 'We fixed it.', page: 81 }
  return {
    control: 'AC-04',
    criteria: ['CC6.2'],
    text: 'Access was removed late.',
    tested: 25,
    failed: 1,
    page: 60,
    response,
    ...given,
  }
}

/** A clean SOC 2 Type II of twelve months up to 30 Jun 2026, of the CareBridge Platform. */
export function goodReading(given: Partial<Reading> = {}): Reading {
  return {
    schema: 1,
    file: { sha256: 'a'.repeat(64), bytes: 1000, pages: 96, encrypted: 'none', text: 'text' },
    document: read<DocumentKind>('soc2'),
    draft: read(false),
    complete: read(true),
    reportType: read('type-2'),
    asOf: unread('not-applicable'),
    periodStart: read('2025-07-01'),
    periodEnd: read('2026-06-30'),
    reportDate: read('2026-08-14'),
    serviceOrganization: read('Larkhollow Health Systems, Inc.'),
    serviceAuditor: read('Harrow & Pike LLP'),
    systems: read(['CareBridge Platform']),
    categories: read(['security', 'availability', 'confidentiality']),
    opinion: read<Opinion>('unqualified'),
    affectedCriteria: unread(),
    subserviceOrganizations: read([{ name: 'Amazon Web Services', method: 'carve-out' }]),
    cuecs: read([
      { text: 'Removing the access of people who left', page: 40, criteria: ['CC6.2'] },
      { text: 'Telling Larkhollow of incidents', page: 41, criteria: [] },
    ]),
    controlsTested: read(80),
    exceptions: none(),
    notOperated: none(),
    phi: read('in-scope'),
    frameworks: none(),
    warnings: [],
    ...given,
  }
}

/** A document of the vendor that was read as given, with its report. */
export async function addReadDocument(
  world: World,
  vendor: Vendor,
  reading: Reading,
): Promise<{ document: Document; report: Report }> {
  const actor = await world.actor('priya')
  const documentId = await change(world.db, (trx) => insertRead(trx, actor, vendor, reading))
  const document = (await world.db<Document>('documents').where({ id: documentId }).first())!
  const report = (await listReports(world.db, actor, vendor.id)).find((one) => one.documentId === documentId)!
  return { document, report }
}

async function insertRead(trx: Transaction, actor: Actor, vendor: Vendor, reading: Reading): Promise<string> {
  const id = newId()
  const { practiceId, id: vendorId } = vendor
  const kind = reading.document.value ?? 'other'
  const file = { name: 'Report.pdf', bytes: 1000, pages: 96, sha256: id.padEnd(64, '0'), wrappedKey: 'none' }
  const from = { uploadedBy: 'test', uploaderName: 'Priya Raman', receivedAt: actor.at }
  await trx('documents').insert({ id, practiceId, vendorId, ...file, ...from, state: 'read', kind })
  const readingId = newId()
  const kept = { readerVersion: '1', reading: JSON.stringify(reading), createdAt: actor.at, milliseconds: 1 }
  await trx('readings').insert({ id: readingId, practiceId, documentId: id, ...kept })
  await trx('documents').where({ id }).update({ readingId })
  const document = (await trx<Document>('documents').where({ id }).first())!
  await reportsAfterReading(trx, document, reading, actor)
  return id
}
