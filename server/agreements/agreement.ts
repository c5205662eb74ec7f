import type { Actor } from '../actor'
import type { Database } from '../database'
import type { PlainDate } from '../dates'
import { NotFound } from '../errors'

/** evergreen: no end, so it is looked over by a date. with-agreement: ends when the named services agreement does. */
export type Term = 'fixed' | 'evergreen' | 'with-agreement'

/** A business associate agreement (BAA) as recorded. Only an ending is ever added; anything else is a version of its own. */
export interface Agreement {
  id: string
  practiceId: string
  vendorId: string
  documentId: string | null
  /** Counts from 1 for each vendor. */
  version: number
  /** The version that was recorded wrongly and that this one stands in for. */
  correctsId: string | null
  coveredEntity: string
  businessAssociate: string
  effective: PlainDate | null
  term: Term
  /** The last day in force, where the term is fixed. */
  ends: PlainDate | null
  reviewBy: PlainDate | null
  servicesAgreement: string | null
  /** It renews by itself for so many months; null where it doesn't. */
  renewalMonths: number | null
  noticeDays: number | null
  /** Days within which the vendor tells of a breach; null where nobody has recorded it. */
  breachNoticeDays: number | null
  coveredEntitySigner: string | null
  coveredEntitySignedOn: PlainDate | null
  businessAssociateSigner: string | null
  businessAssociateSignedOn: PlainDate | null
  /** The first day on which it was no longer in force, where it was ended before its time. */
  endedOn: PlainDate | null
  endReason: string | null
  note: string | null
  recordedBy: string
  recordedAt: string
}

/** What a person states when recording a version. */
export type Terms = Omit<Agreement, Kept | 'breachNoticeDays'> & Partial<Pick<Agreement, 'breachNoticeDays'>>

type Kept =
  'id' | 'practiceId' | 'vendorId' | 'version' | 'endedOn' | 'endReason' | 'recordedBy' | 'recordedAt'
type Signatures = Pick<
  Agreement,
  'coveredEntitySigner' | 'coveredEntitySignedOn' | 'businessAssociateSigner' | 'businessAssociateSignedOn'
>

/** Every agreement query starts here, so that no practice can reach another's. */
export function agreementsOf(db: Database, actor: Pick<Actor, 'practiceId'>) {
  return db<Agreement>('agreements').where({ practiceId: actor.practiceId })
}

export async function findAgreement(db: Database, actor: Actor, id: string): Promise<Agreement> {
  const agreement = await agreementsOf(db, actor).where({ id }).first()
  if (!agreement) throw new NotFound('agreement')
  return agreement
}

export function isSigned(
  paper: Pick<Signatures, 'coveredEntitySigner' | 'businessAssociateSigner'>,
): boolean {
  return paper.coveredEntitySigner !== null && paper.businessAssociateSigner !== null
}

/** Its effective date, else the day of the last signature; null when neither was recorded. */
export function startOf(agreement: Agreement): PlainDate | null {
  return agreement.effective ?? lastSignature(agreement)
}

export function lastSignature({
  coveredEntitySignedOn,
  businessAssociateSignedOn,
}: Pick<Signatures, 'coveredEntitySignedOn' | 'businessAssociateSignedOn'>): PlainDate | null {
  const days = [coveredEntitySignedOn, businessAssociateSignedOn].filter((date) => date !== null)
  return days.sort().at(-1) ?? null
}
