import type { Actor } from '../actor'
import type { Database } from '../database'
import { NotFound } from '../errors'
import type { DocumentKind, ReadErrorCode, Reading } from '../reader/reader'

/** waiting: to be read, or being read. failed: kept, but could not be read. */
export type DocumentState = 'waiting' | 'read' | 'failed'
export type FailureCode = ReadErrorCode | 'reader-failed' | 'broken-file'

/** What the desk made itself: a paper that waits for signatures, or a finished one under seal. */
export type DocumentOrigin = 'to-sign' | 'sealed'

export interface Document {
  id: string
  practiceId: string
  vendorId: string
  inviteId: string | null
  name: string
  bytes: number
  pages: number | null
  /** Of the file as it was sent, in hex. */
  sha256: string
  wrappedKey: string
  /** A person's id, or the invite's for a guest. */
  uploadedBy: string
  uploaderName: string
  receivedAt: string
  state: DocumentState
  /** As read, or as a person corrected it; null while not read. */
  kind: DocumentKind | null
  /** Of the last attempt to read it; an earlier reading stays what it was. */
  failureCode: FailureCode | null
  failure: string | null
  readingId: string | null
  /** Its reading job, the last one. */
  jobId: string | null
  /** null: it came in. */
  origin: DocumentOrigin | null
}

export interface StoredReading {
  id: string
  documentId: string
  readerVersion: string
  reading: Reading
  createdAt: string
  milliseconds: number
}

type ReadingRow = Omit<StoredReading, 'reading'> & { practiceId: string; reading: string }

/** A guest finds what came in by their own request. @throws NotFound for everyone else's. */
export async function findDocument(db: Database, actor: Actor, documentId: string): Promise<Document> {
  const document = await documentsOf(db, actor).where({ id: documentId }).first()
  if (!document) throw new NotFound('document')
  return document
}

/** Newest first. */
export async function listDocuments(db: Database, actor: Actor, vendorId: string): Promise<Document[]> {
  return documentsOf(db, actor).where({ vendorId }).orderBy('receivedAt', 'desc').orderBy('id')
}

/** Oldest first. */
export async function listInviteDocuments(db: Database, actor: Actor, inviteId: string): Promise<Document[]> {
  return documentsOf(db, actor).where({ inviteId }).orderBy('receivedAt').orderBy('id')
}

/** As the reader saw it, without corrections. Null while it wasn't read. The id must come from a document that the actor found. */
export async function latestReading(db: Database, documentId: string): Promise<StoredReading | null> {
  return (await listReadings(db, documentId))[0] ?? null
}

/** Newest first. */
export async function listReadings(db: Database, documentId: string): Promise<StoredReading[]> {
  const rows = await db<ReadingRow>('readings')
    .where({ documentId })
    .orderBy('createdAt', 'desc')
    .orderBy('id')
  return rows.map((row) => ({ ...row, reading: JSON.parse(row.reading) as Reading }))
}

/** Every query of documents starts here, so that no practice and no guest can reach another's. */
export function documentsOf(db: Database, actor: Actor) {
  const query = db<Document>('documents').where({ practiceId: actor.practiceId })
  return actor.kind === 'guest' ? query.where({ inviteId: actor.inviteId }) : query
}
