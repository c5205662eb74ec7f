import { newId } from '../../server/database'
import type { Evidence, Field } from '../../server/reader/reader'
import type { World } from './world'

/** A document that was received and read as a BAA, for pages that start from a reading. */
export async function addReadBaa(
  world: World,
  vendorId: string,
  given: {
    provisions?: Record<string, unknown>
    warnings?: unknown[]
    inviteId?: string
    at?: string
    name?: string
  } = {},
): Promise<{ id: string }> {
  const { practiceId, personId, name, ...priya } = await world.actor('priya')
  const at = given.at ?? priya.at
  const [id, readingId] = [newId(), newId()]
  await world.db('documents').insert({
    id,
    practiceId,
    vendorId,
    inviteId: given.inviteId ?? null,
    name: given.name ?? 'Northwind BAA.pdf',
    bytes: 1000,
    pages: 4,
    sha256: id.padEnd(64, '0'),
    wrappedKey: '',
    uploadedBy: personId,
    uploaderName: name,
    receivedAt: at,
    state: 'read',
    kind: 'baa',
    readingId,
  })
  const reading = JSON.stringify({
    schema: 1,
    document: found('baa', 'Business Associate Agreement'),
    baa,
    provisions: given.provisions ?? provisions,
    warnings: given.warnings ?? [],
  })
  const row = {
    id: readingId,
    practiceId,
    documentId: id,
    readerVersion: '1',
    reading,
    createdAt: at,
    milliseconds: 5,
  }
  await world.db('readings').insert(row)
  return { id }
}

const baa = {
  coveredEntity: found('Maple Street Family Medicine', 'Maple Street Family Medicine (“Covered Entity”)'),
  businessAssociate: found('Northwind e-Fax, Inc.', 'Northwind e-Fax, Inc. (“Business Associate”)'),
  effective: found('2025-01-01', 'This Agreement is effective as of January 1, 2025'),
  expires: found('2027-06-30', 'and shall terminate on June 30, 2027', 3),
  term: found('fixed', 'and shall terminate on June 30, 2027', 3),
  autoRenews: missing(),
  terminationNoticeDays: missing(),
  breachNoticeDays: found(10, 'within ten (10) days', 2),
  signedByCoveredEntity: found(true, 'By: Priya Raman', 4),
  signedByBusinessAssociate: missing(),
}

const provisions = {
  B05: { result: 'present', evidence: [evidence('shall implement appropriate safeguards', 2)] },
  B09: { result: 'missing', evidence: [] },
  B10: {
    result: 'weak',
    evidence: [evidence('any agent to whom it provides', 2)],
    note: 'Wording from before 2013.',
  },
  B20: { result: 'missing', evidence: [] },
}

function found<T>(value: T, quote: string, page = 1): Field<T> {
  return { value, status: 'found', confidence: 0.9, evidence: [evidence(quote, page)] }
}

function missing(): Field<never> {
  return { value: null, status: 'not-stated', confidence: 0.9, evidence: [] }
}

function evidence(quote: string, page: number): Evidence {
  return { page, quote, section: 'other', source: 'text' }
}
