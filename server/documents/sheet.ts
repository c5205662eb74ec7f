import type { Person } from '../actor'
import type { Database } from '../database'
import { findJob } from '../jobs/jobs'
import { READER_VERSION, type Reading } from '../reader/reader'
import { findVendor, type Vendor } from '../vendors/vendors'
import { confirmReading, listCorrections, type Confirmed } from './corrections'
import { findDocument, listReadings, type Document, type StoredReading } from './document'
import { baaViews, fieldView, type FieldView } from './fieldViews'
import { firstReading } from './firstReading'
import { isBeingRead } from './reading'
import {
  differencesBetween,
  failureWords,
  progressSentence,
  shownKind,
  shownSize,
  type Difference,
  type FieldName,
} from './words'

/** All that the page of one document shows. */
export interface DocumentSheet {
  document: Document
  vendor: Vendor
  kind: string
  size: string
  beingRead: boolean
  progress: Progress
  failure: string | null
  readings: StoredReading[]
  differences: Difference[]
  /** A newer reader is there than the one that read it last. */
  outdated: boolean
  fields: FieldView[]
  /** What a long scan says as far as it is read; empty once it is read whole. */
  firstAnswers: FieldView[]
}

export interface Progress {
  done: boolean
  state: Document['state']
  sentence: string
  page: number
  pages: number
  /** How many first answers there are. */
  answers: number
}

const ALWAYS: FieldName[] = ['document', 'draft', 'serviceOrganization']
const REPORT: FieldName[] = [
  'serviceAuditor',
  'reportType',
  'asOf',
  'periodStart',
  'periodEnd',
  'reportDate',
  'opinion',
]
/** In the order in which a report is read. */
const FIRST: FieldName[] = [
  ...ALWAYS,
  ...REPORT,
  'affectedCriteria',
  'systems',
  'categories',
  'subserviceOrganizations',
  'cuecs',
]

export async function documentSheet(db: Database, actor: Person, documentId: string): Promise<DocumentSheet> {
  const document = await findDocument(db, actor, documentId)
  const readings = await listReadings(db, document.id)
  const [latest, before] = readings
  const first = await firstReading(db, document)
  const confirmed = latest ? confirmReading(latest.reading, await listCorrections(db, document.id)) : null
  return {
    document,
    vendor: await findVendor(db, actor, document.vendorId),
    kind: shownKind({ ...document, kind: first?.document.value ?? document.kind }),
    size: shownSize(document.bytes),
    beingRead: await isBeingRead(db, document),
    progress: await progressOf(db, document),
    failure: document.failureCode ? failureWords[document.failureCode] : null,
    readings,
    differences: latest && before ? differencesBetween(before.reading, latest.reading) : [],
    outdated: latest !== undefined && latest.readerVersion !== String(READER_VERSION),
    fields: confirmed ? shownFields(document, confirmed) : [],
    firstAnswers: first ? firstFields(document, first) : [],
  }
}

export async function progressOf(db: Database, document: Document): Promise<Progress> {
  const job = await findJob(db, document.jobId)
  const done = job?.state !== 'waiting' && job?.state !== 'running'
  const told = progressSentence(job?.progress ?? null)
  const slow =
    job?.state === 'waiting' && job.attempts > 0 ? 'The reader stopped and will try again shortly.' : null
  const first = job?.firstAnswers ? (JSON.parse(job.firstAnswers) as Reading) : null
  const answers = first && !document.readingId ? firstFields(document, first).length : 0
  return { done, state: document.state, ...told, sentence: slow ?? told.sentence, answers }
}

function firstFields(document: Document, reading: Reading): FieldView[] {
  const known = FIRST.filter((name) => reading[name].value !== null || reading[name].status === 'conflict')
  // Corrections are made to what was read whole.
  return known.map((name) => ({
    ...fieldView(document.id, { reading, corrected: {} }, name),
    correctable: false,
  }))
}

function shownFields(document: Document, confirmed: Confirmed): FieldView[] {
  const names = document.kind === 'baa' ? ALWAYS.slice(0, 2) : [...ALWAYS, ...REPORT]
  const general = names.map((name) => fieldView(document.id, confirmed, name))
  const telling = general.filter((one) => one.name === 'document' || one.sure.state !== 'none')
  return [...telling, ...baaViews(document.id, confirmed.reading)]
}
