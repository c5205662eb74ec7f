import type { Knex } from 'knex'
import type { Actor } from '../actor'
import { change, type Database, type Transaction } from '../database'
import type { PlainDate } from '../dates'
import { noteOnVendor } from '../vendors/vendors'
import { listVersions, summaryOf } from './chain'

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
          .orWhere(leftToAnother(db, today))
          .orWhere('vendors.baaTurnsOn', '<=', today),
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
      // An amendment may have taken the renewal out, and its own turns stand in a column.
      .whereNotExists(db('amendments').where('vendorId', db.ref('vendors.id')).select('id'))
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
