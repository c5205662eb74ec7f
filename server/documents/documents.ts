export { findDocument, latestReading, listDocuments, listInviteDocuments, listReadings } from './document'
export type { Document, DocumentState, FailureCode, StoredReading } from './document'
export { complaintAbout, receiveDocument, receiveDocuments, type Receipt } from './receive'
export type { AfterReading } from './afterReading'
export { correctReading } from './correct'
export {
  confirmedReading,
  confirmReading,
  listCorrections,
  type Confirmed,
  type Correction,
} from './corrections'
export { isBeingRead, READING_JOB, readAgain, readingJob, readWithPassword } from './reading'
export { openDocument, noteView } from './open'
export { sweepTemporary } from './vault'
