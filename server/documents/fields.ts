import type { Reading, ReportFields } from '../reader/reading'

/** What a person may correct. */
export type CorrectableField =
  Exclude<keyof ReportFields, 'controlsTested' | 'notOperated' | 'frameworks'> | 'document' | 'draft'
