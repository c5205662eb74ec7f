import type { Actor } from '../actor'
import type { Database } from '../database'
import type { PlainDate } from '../dates'
import { NotFound } from '../errors'
import { lastSignature, type Agreement, type Term } from './agreement'

/** How an agreement ends, as a whole: an amendment that changes one of these states them all. */
export interface EndTerms {
  term: Term
  ends: PlainDate | null
  renewalMonths: number | null
  servicesAgreement: string | null
  reviewBy: PlainDate | null
}

/** What is not named stays as it was. */
export interface Changes {
  end?: EndTerms
  noticeDays?: number
  breachNoticeDays?: number
}

/** A paper that changes an agreement without taking its place. It is never edited; a wrong one is corrected by another or withdrawn. */
export interface Amendment {
  id: string
  practiceId: string
  vendorId: string
  agreementId: string
  /** Counts from 1 for each agreement. */
  number: number
  /** The amendment that was recorded wrongly and that this one stands in for. */
  correctsId: string | null
  documentId: string | null
  effective: PlainDate | null
  changes: Changes
  /** Whatever else it changes, in words; '' where nothing. */
  summary: string
  coveredEntitySigner: string | null
  coveredEntitySignedOn: PlainDate | null
  businessAssociateSigner: string | null
  businessAssociateSignedOn: PlainDate | null
  note: string | null
  recordedBy: string
  recordedAt: string
  withdrawnAt: string | null
  withdrawnBy: string | null
  withdrawnReason: string | null
}

/** What a person states when recording an amendment. */
export type AmendmentForm = Pick<
  Amendment,
  | ('correctsId' | 'documentId' | 'effective' | 'changes' | 'summary' | 'note')
  | (
      | 'coveredEntitySigner'
      | 'coveredEntitySignedOn'
      | 'businessAssociateSigner'
      | 'businessAssociateSignedOn'
    )
>

export type AmendmentRow = Omit<Amendment, 'changes'> & { changes: string }

export async function listAmendments(
  db: Database,
  { practiceId }: Pick<Actor, 'practiceId'>,
  vendorIds: string[],
): Promise<Amendment[]> {
  const rows = await db<AmendmentRow>('amendments').where({ practiceId }).whereIn('vendorId', vendorIds)
  return rows.map(amendmentOf)
}

/** @throws NotFound */
export async function findAmendment(db: Database, actor: Actor, id: string): Promise<Amendment> {
  const row = await db<AmendmentRow>('amendments').where({ practiceId: actor.practiceId, id }).first()
  if (!row) throw new NotFound('amendment')
  return amendmentOf(row)
}

/** The day from which it would hold: its effective date, else the last signature; null when neither was recorded. */
export function startOfAmendment(amendment: Amendment): PlainDate | null {
  return amendment.effective ?? lastSignature(amendment)
}

/** With the words of an amendment that changes how the agreement ends, its notice, or its breach notice. */
export function amendedTerms(terms: Agreement, { end, ...counts }: Changes): Agreement {
  return { ...terms, ...end, ...counts }
}

function amendmentOf(row: AmendmentRow): Amendment {
  return { ...row, changes: JSON.parse(row.changes) as Changes }
}
