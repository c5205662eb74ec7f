import { shownDate } from '../dates'
import type { BaaTerms, Field, Progress as ReadProgress, Reading, Status } from '../reader/reader'
import type { Document, FailureCode } from './document'
import { categoryNames, kindNames, methodNames, opinionNames, phiNames, typeNames } from './names'

/** The fields that say one thing each, in the order in which people ask. */
export const fieldNames = {
  document: 'What it is',
  draft: 'A draft',
  complete: 'Complete',
  serviceOrganization: 'About',
  serviceAuditor: 'Auditor',
  reportType: 'Type',
  asOf: 'As of',
  periodStart: 'Period from',
  periodEnd: 'Period to',
  reportDate: 'Signed on',
  opinion: 'Opinion',
  affectedCriteria: 'Criteria the opinion excepts',
  systems: 'Systems described',
  categories: 'Categories',
  phi: 'Health information (PHI)',
  subserviceOrganizations: 'Firms it relies on (subservice organizations)',
  controlsTested: 'Controls tested',
  exceptions: 'Exceptions',
  notOperated: 'Controls with no occasion to operate',
  cuecs: 'What the customer must do (CUECs)',
  frameworks: 'Other frameworks',
} as const

export const baaNames: Record<keyof BaaTerms, string> = {
  coveredEntity: 'Covered entity',
  businessAssociate: 'Business associate',
  effective: 'In force from',
  expires: 'Ends',
  term: 'Term',
  autoRenews: 'Renews by itself',
  terminationNoticeDays: 'Notice to end it, in days',
  breachNoticeDays: 'Breach notice, in days',
  signedByCoveredEntity: 'Signed by the covered entity',
  signedByBusinessAssociate: 'Signed by the business associate',
  coveredEntitySigner: 'Who signed for the covered entity',
  coveredEntitySignedOn: 'Signed for the covered entity on',
  businessAssociateSigner: 'Who signed for the business associate',
  businessAssociateSignedOn: 'Signed for the business associate on',
}

export type FieldName = keyof typeof fieldNames

const termNames = {
  fixed: 'until a fixed date',
  evergreen: 'until someone ends it',
  'with-agreement': 'as long as the services agreement',
}

const statusWords: Record<Exclude<Status, 'found'>, string> = {
  inferred: 'Follows from what is stated',
  'stated-none': 'The document says there are none',
  'not-stated': 'Looked for, and not stated',
  'not-applicable': 'Doesn’t apply to this kind of document',
  'not-in-document': 'The part that would say so isn’t in this file',
  conflict: 'The document contradicts itself here',
  unreadable: 'Could not be read; look for it yourself',
}

/** How sure, in words and as one of the four states. */
export function sureness(field: Field<unknown>): { state: 'good' | 'look' | 'bad' | 'none'; word: string } {
  if (field.status === 'conflict') return { state: 'bad', word: statusWords.conflict }
  if (field.status === 'unreadable') return { state: 'look', word: statusWords.unreadable }
  if (field.value === null)
    return { state: 'none', word: statusWords[field.status as 'not-stated'] ?? 'Not known' }
  const said = field.status === 'found' ? 'Stated' : statusWords[field.status]
  if (field.confidence >= 0.85) return { state: 'good', word: said }
  return {
    state: 'look',
    word: field.confidence >= 0.6 ? `${said}; compare it with the page` : 'Uncertain; read the page yourself',
  }
}

/** A value as a person would say it; "–" for none. */
export function shownValue(name: string, value: unknown): string {
  if (value === null || value === undefined) return '–'
  if (typeof value === 'boolean') return value ? 'Yes' : 'No'
  if (Array.isArray(value))
    return value.length === 0 ? 'None' : value.map((one) => shownItem(name, one)).join(', ')
  return shownWord(name, String(value))
}

/** "Reading page 12 of 96" and what may follow. */
export function progressSentence(progress: string | null): { sentence: string; page: number; pages: number } {
  const told = (progress ? JSON.parse(progress) : {}) as Partial<ReadProgress>
  const { page = 0, pages = 0, step } = told
  if (pages === 0) return { sentence: 'Waiting to be read. This usually begins within seconds.', page, pages }
  if (step === 'ocr')
    return { sentence: `Its pages are pictures, and are read one by one: ${page} of ${pages}.`, page, pages }
  if (page >= pages)
    return { sentence: `All ${pages} pages are read; now their meaning is worked out.`, page, pages }
  return { sentence: `Reading page ${page} of ${pages}.`, page, pages }
}

/** What happened and what to do. */
export const failureWords: Record<FailureCode, string> = {
  'not-a-pdf': 'It calls itself a PDF but isn’t one inside. Ask for the file again, saved as a PDF.',
  damaged: 'The file is damaged, as happens when a download breaks off. Ask for it again; this copy is kept.',
  empty: 'The PDF has no pages. Ask for the file again.',
  'too-large':
    'It has more pages or text than is read at once. Ask for the report alone, without attachments, or read it yourself.',
  'timed-out': 'Reading it took longer than is allowed. Try again; if it happens twice, read it yourself.',
  'password-required': 'It opens only with a password. Ask the sender for the password, then give it below.',
  'reader-failed':
    'The reader stopped each time it tried. The file is kept: try again, or download it and read it yourself.',
  'broken-file':
    'What is stored differs from what was received. Nothing of it is shown; restore it from a backup.',
}

export function shownKind(document: Pick<Document, 'kind' | 'state'>): string {
  if (document.kind) return kindNames[document.kind]
  return document.state === 'failed' ? 'Could not be read' : 'Not read yet'
}

export function shownSize(bytes: number): string {
  if (bytes < 1000) return `${bytes} bytes`
  return bytes < 1_000_000 ? `${Math.round(bytes / 1000)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`
}

export interface Difference {
  name: string
  before: string
  after: string
}

/** What a newer reading says otherwise. */
export function differencesBetween(before: Reading, after: Reading): Difference[] {
  const names = Object.keys(fieldNames) as FieldName[]
  const all = names.map((name) => ({
    name: fieldNames[name],
    before: shownValue(name, before[name].value),
    after: shownValue(name, after[name].value),
  }))
  return all.filter((one) => one.before !== one.after)
}

function shownItem(name: string, item: unknown): string {
  if (typeof item === 'string') return shownWord(name, item)
  const {
    name: called,
    method,
    text,
  } = item as { name?: string; method?: keyof typeof methodNames; text?: string }
  if (called) return method ? `${called}, ${methodNames[method]}` : called
  return `“${text ?? ''}”`
}

function shownWord(name: string, word: string): string {
  if (/^\d{4}-\d{2}-\d{2}$/.test(word)) return shownDate(word)
  const names: Record<string, Record<string, string>> = {
    document: kindNames,
    reportType: typeNames,
    opinion: opinionNames,
    categories: categoryNames,
    phi: phiNames,
    term: termNames,
  }
  return names[name]?.[word] ?? word
}
