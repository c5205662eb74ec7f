import type { Actor, Person } from '../actor'
import type { Database } from '../database'
import { dateIn, shownDate } from '../dates'
import { confirmedReading, type Document } from '../documents/documents'
import type { BaaTerms, Evidence, Field } from '../reader/reader'
import type { KnownStep } from '../vendors/vendors'
import { agreementsOf } from './agreement'

/** A BAA that came in and that nobody has recorded. */
export interface Proposal {
  documentId: string
  vendorId: string
  name: string
  receivedAt: string
  /** It changes another agreement, so it holds only together with that one. */
  amends: boolean
}

/** What the document says of one thing, in words, with the place. */
export interface Finding {
  name: string
  value: string | null
  /** Why there is no value. */
  status: Field<unknown>['status']
  evidence: Evidence | null
}

/** What is filled in for signatures, at least. */
const SURE = 0.85

/** A BAA that came in counts only once a person has looked it over. */
export function proposalStep(
  { documentId, vendorId, name, receivedAt, amends }: Proposal,
  { timeZone }: Person,
): KnownStep {
  return {
    rank: 1,
    state: 'look',
    sentence: `${amends ? 'An amendment of the BAA' : 'A BAA'} came in and waits to be recorded.`,
    why: `“${name}”, received ${shownDate(dateIn(timeZone, receivedAt))}. What it says is filled in for you to check.`,
    label: 'Record it',
    href: `/vendors/${vendorId}/${amends ? 'amendments' : 'agreements'}/new?document=${documentId}`,
    // An amendment alone is no agreement, so it stands in for none.
    ...(amends ? {} : { about: 'baa' as const }),
  }
}

export type Prefill = Record<string, string>

/** Documents read as BAAs that came in after the last agreement of their vendor was recorded. */
export async function listProposals(db: Database, actor: Actor, vendorId?: string): Promise<Proposal[]> {
  const recorded = agreementsOf(db, actor).select('documentId').whereNotNull('documentId')
  const { practiceId } = actor
  const amended = db('amendments').where({ practiceId }).select('documentId').whereNotNull('documentId')
  const query = db<Document>('documents')
    .where({ practiceId, kind: 'baa', state: 'read', origin: null })
    .whereNotIn('id', recorded)
    .whereNotIn('id', amended)
  if (vendorId) void query.where({ vendorId })
  const documents = (await query.orderBy('receivedAt', 'desc').select('*')) as Document[]
  const last = await lastRecorded(db, actor)
  const open = documents.filter((one) => one.receivedAt > (last.get(one.vendorId) ?? ''))
  return Promise.all(
    open.map(async (document) => {
      const { id, vendorId, name, receivedAt } = document
      return { documentId: id, vendorId, name, receivedAt, amends: await isAmendment(db, document) }
    }),
  )
}

export async function isAmendment(db: Database, document: Document): Promise<boolean> {
  const warnings = (await confirmedReading(db, document))?.reading.warnings ?? []
  return warnings.some(({ code }) => code === 'baa-amends')
}

async function lastRecorded(db: Database, actor: Actor): Promise<Map<string, string>> {
  const rows = await agreementsOf(db, actor).groupBy('vendorId').select('vendorId').max({ at: 'recordedAt' })
  return new Map((rows as unknown as { vendorId: string; at: string }[]).map((row) => [row.vendorId, row.at]))
}

/** Words for the form. What the document doesn't state is left to the person. */
export function prefillFrom(baa: BaaTerms): Prefill {
  const words: Record<string, string | null> = {
    coveredEntity: baa.coveredEntity.value,
    businessAssociate: baa.businessAssociate.value,
    effective: baa.effective.value,
    ends: baa.expires.value,
    term: baa.term.value,
    renews: baa.autoRenews.value === true ? 'yes' : null,
    noticeDays: counted(baa.terminationNoticeDays.value),
    breachNoticeDays: counted(baa.breachNoticeDays.value),
    ...signaturesIn(baa),
  }
  return given(words)
}

/** An amendment mostly speaks of what it changes; only what is beyond doubt is filled in. */
export function amendmentFrom(baa: BaaTerms): Prefill {
  const ends = sure(baa.expires)
  const words: Record<string, string | null> = {
    effective: sure(baa.effective),
    term: ends ? 'fixed' : null,
    ends,
    renews: ends && sure(baa.autoRenews) === true ? 'yes' : null,
    noticeDays: counted(sure(baa.terminationNoticeDays)),
    breachNoticeDays: counted(sure(baa.breachNoticeDays)),
    ...signaturesIn(baa),
  }
  return given(words)
}

/** Without who signed it an agreement counts as unsigned, so only what is beyond doubt is filled in. */
function signaturesIn(baa: BaaTerms): Record<string, string | null> {
  return {
    coveredEntitySigner: sure(baa.coveredEntitySigner),
    coveredEntitySignedOn: sure(baa.coveredEntitySignedOn),
    businessAssociateSigner: sure(baa.businessAssociateSigner),
    businessAssociateSignedOn: sure(baa.businessAssociateSignedOn),
  }
}

function sure<T>(field: Field<T> | undefined): T | null {
  return field && field.confidence >= SURE ? field.value : null
}

function counted(days: number | null): string | null {
  return days === null ? null : String(days)
}

function given(words: Record<string, string | null>): Prefill {
  return Object.fromEntries(
    Object.entries(words).filter((entry): entry is [string, string] => entry[1] !== null),
  )
}

export function findingsOf(baa: BaaTerms): Finding[] {
  return [
    finding('Covered entity', baa.coveredEntity, (name) => name),
    finding('Business associate', baa.businessAssociate, (name) => name),
    finding('Effective date', baa.effective, shownDate),
    finding('Term', baa.term, (term) => TERMS[term]),
    finding('Ends', baa.expires, shownDate),
    finding('Renews by itself', baa.autoRenews, yesNo),
    finding('Notice to end it', baa.terminationNoticeDays, days),
    finding('Breach notice', baa.breachNoticeDays, days),
    finding('Signed for the practice', baa.signedByCoveredEntity, yesNo),
    finding('Signed for the vendor', baa.signedByBusinessAssociate, yesNo),
    ...signatureFindings(baa),
  ]
}

function signatureFindings(baa: BaaTerms): Finding[] {
  const name = (value: string) => value
  return [
    ...(baa.coveredEntitySigner
      ? [finding('Who signed for the practice', baa.coveredEntitySigner, name)]
      : []),
    ...(baa.coveredEntitySignedOn ? [finding('… on', baa.coveredEntitySignedOn, shownDate)] : []),
    ...(baa.businessAssociateSigner
      ? [finding('Who signed for the vendor', baa.businessAssociateSigner, name)]
      : []),
    ...(baa.businessAssociateSignedOn ? [finding('… on', baa.businessAssociateSignedOn, shownDate)] : []),
  ]
}

export const TERMS = {
  fixed: 'a fixed end',
  evergreen: 'no end date',
  'with-agreement': 'ends with the services agreement',
} as const

function finding<T>(name: string, field: Field<T>, shown: (value: T) => string): Finding {
  const value = field.value === null ? null : shown(field.value)
  return { name, value, status: field.status, evidence: field.evidence[0] ?? null }
}

const yesNo = (value: boolean) => (value ? 'yes' : 'no')
const days = (count: number) => `${count} days`
