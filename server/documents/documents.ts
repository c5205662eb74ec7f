export type { AfterReading } from './afterReading'
export { correctReading } from './correct'
export {
  confirmedReading,
  confirmReading,
  listCorrections,
  type Confirmed,
  type Correction,
} from './corrections'
export { findDocument, latestReading, listDocuments, listInviteDocuments, listReadings } from './document'
export type { Document, DocumentState, FailureCode, StoredReading } from './document'
export { evidenceLink, evidenceOf } from './evidence'
export { firstReading } from './firstReading'
export type { CorrectableField } from './fields'
export { categoryNames, kindNames, methodNames, opinionNames, phiNames, typeNames } from './names'
export { baaViews, fieldView, quotesOf, type FieldView, type Quote } from './fieldViews'
export { keepMadePdf } from './made'
export { noteView, openDocument } from './open'
export { pageImages, type PageImages } from './pageImages'
export { isBeingRead, readAgain, readWithPassword } from './reading'
export { READING_JOB, readingJob } from './readingJob'
export { complaintAbout, receiveDocument, receiveDocuments, type Receipt } from './receive'
export { progressOf, type Progress } from './sheet'
export { findStoredFaults, listOrphans, listStoredFiles } from './stored'
export { fileBytes, sweepTemporary } from './vault'
export { failureWords, fieldNames, shownKind, shownSize, shownValue, sureness, type FieldName } from './words'
