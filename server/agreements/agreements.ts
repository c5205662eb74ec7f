import type { Actor, Person, Program } from '../actor'
import { recordEvent } from '../audit/audit'
import type { Knex } from 'knex'
import { change, newId, type Database, type Transaction } from '../database'
import type { PlainDate } from '../dates'
import { Conflict } from '../errors'
import { findDocument } from '../documents/documents'
import { findVendor, noteOnVendor } from '../vendors/vendors'
import { agreementsOf, findAgreement, type Agreement, type Terms } from './agreement'
import { chainOf, listVersions, summaryOf } from './chain'

export { findAgreement, isSigned, type Agreement, type Term, type Terms } from './agreement'
export { listVersions, summariesAhead, type Version } from './chain'
export { agreementState, isInForce, lastDayOf, type AgreementState } from './state'
export { termDates, type TermDate } from './termDates'
export { listProposals, proposalStep, type Proposal } from './proposal'
export { agreementPanel } from './panel'
export { isShortfall, listProvisions, type ShownProvision } from './provisions'
export type { AgreementPanel } from './agreementPanel'

/** Records what the paper says as the next version; those before it stay as they are. */
export async function recordAgreement(
  db: Database,
  actor: Person | Program,
  vendorId: string,
  terms: Terms,
): Promise<Agreement> {
  return change(db, async (trx) => {
    const vendor = await findVendor(trx, actor, vendorId)
    if (terms.documentId) await refuseOtherVendors(trx, actor, vendor.id, terms.documentId)
    const earlier = await agreementsOf(trx, actor).where({ vendorId })
    const corrected = terms.correctsId ? correctable(earlier, terms.correctsId) : null
    const agreement = {
      ...terms,
      id: newId(),
      practiceId: actor.practiceId,
      vendorId,
      version: Math.max(0, ...earlier.map(({ version }) => version)) + 1,
      endedOn: corrected?.endedOn ?? null,
      endReason: corrected?.endReason ?? null,
      recordedBy: actor.name,
      recordedAt: actor.at,
    }
    await trx<Agreement>('agreements').insert(agreement)
    await noteOnVendor(trx, vendorId, summaryOf(chainOf([...earlier, agreement]), actor.today))
    const { id: agreementId, version } = agreement
    await recordEvent(
      trx,
      actor,
      corrected ? 'baa.corrected' : 'baa.recorded',
      { agreementId, version, ...terms },
      vendorId,
    )
    return agreement
  })
}

/** @param endedOn the first day on which it is no longer in force */
export async function endAgreement(
  db: Database,
  actor: Person,
  id: string,
  ending: { endedOn: string; reason: string },
): Promise<Agreement> {
  const agreement = await findAgreement(db, actor, id)
  return change(db, async (trx) => {
    const { endedOn, reason: endReason } = ending
    const open = trx<Agreement>('agreements').where({ id, endedOn: null })
    if ((await open.update({ endedOn, endReason })) !== 1)
      throw new Conflict('It was ended already. To change that, record a correction.')
    await refreshSummary(trx, actor, agreement.vendorId)
    const { version } = agreement
    await recordEvent(
      trx,
      actor,
      'baa.ended',
      { agreementId: id, version, endedOn, reason: endReason },
      agreement.vendorId,
    )
    return { ...agreement, endedOn, endReason }
  })
}

/** Brings the vendor's row up to date with its agreements. Call inside a transaction. */
export async function refreshSummary(
  trx: Transaction,
  actor: Pick<Actor, 'practiceId' | 'today'>,
  vendorId: string,
): Promise<void> {
  await noteOnVendor(trx, vendorId, summaryOf(await listVersions(trx, actor, vendorId), actor.today))
}

/** What only the passing of days changes: a later version comes into force, a renewal moves the day for notice. */
export async function refreshSummaries(
  db: Database,
  actor: Pick<Actor, 'practiceId' | 'today'>,
): Promise<number> {
  const { practiceId, today } = actor
  const turned = (await db('vendors')
    .join('agreements', 'agreements.vendorId', 'vendors.id')
    .where({ 'vendors.practiceId': practiceId, 'vendors.archivedAt': null })
    .where(
      (either) =>
        void either
          .where(renewed(db, today))
          .orWhere(cameIntoForce(db, today))
          .orWhere(leftToAnother(db, today)),
    )
    .distinct('vendors.id')) as { id: string }[]
  for (const { id } of turned) await change(db, (trx) => refreshSummary(trx, actor, id))
  return turned.length
}

function renewed(db: Database, today: PlainDate) {
  return (query: Knex.QueryBuilder) =>
    void query
      .whereNotNull('agreements.renewalMonths')
      .where(
        (either) =>
          void either
            .where('vendors.baaReviewBy', '<', today)
            .orWhere('vendors.baaRenewsOn', '<', today)
            .orWhere(writtenBefore(db)),
      )
}

/** The row is older than its columns for notice and renewal. */
function writtenBefore(db: Database) {
  return (query: Knex.QueryBuilder) =>
    void query
      .whereNotNull('agreements.ends')
      .whereNull('vendors.baaNoticeBy')
      .where('agreements.id', db.ref('vendors.agreementId'))
}

/** What counted has ended, and a later version stands behind it. */
function leftToAnother(db: Database, today: PlainDate) {
  return (query: Knex.QueryBuilder) =>
    void query
      .where('agreements.version', '>', 1)
      .whereNot('agreements.id', db.ref('vendors.agreementId'))
      .where('vendors.baaEnds', '<', today)
}

function cameIntoForce(db: Database, today: PlainDate) {
  return (query: Knex.QueryBuilder) =>
    void query
      .where('agreements.version', '>', 1)
      .whereNot('agreements.id', db.ref('vendors.agreementId'))
      .whereNotNull('agreements.coveredEntitySigner')
      .whereNotNull('agreements.businessAssociateSigner')
      .where('agreements.effective', '<=', today)
      .where('agreements.effective', '>', db.ref('vendors.baaEffective'))
}

function correctable(earlier: Agreement[], correctsId: string): Agreement {
  const corrected = earlier.find((one) => one.id === correctsId)
  if (!corrected || earlier.some((one) => one.correctsId === correctsId)) {
    throw new Conflict('Someone corrected that version already. Open the newest one and correct that.')
  }
  return corrected
}

async function refuseOtherVendors(
  trx: Transaction,
  actor: Actor,
  vendorId: string,
  documentId: string,
): Promise<void> {
  const document = await findDocument(trx, actor, documentId)
  if (document.vendorId !== vendorId) throw new Conflict('That document belongs to another vendor.')
}
