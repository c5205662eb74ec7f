import type { Person } from '../actor'
import { recordEvent } from '../audit/audit'
import { change, newId, type Database } from '../database'
import { Conflict } from '../errors'
import { findAmendment, type Amendment, type AmendmentForm, type AmendmentRow } from './amendment'
import type { JudgedAmendment } from './amended'
import { refuseOtherVendors } from './paper'
import { refreshSummary } from './refresh'
import { changeWords } from './amendmentWords'
import { findVersion, type Version } from './chain'

/** Stands beside the agreement and those before it; what it changes follows from its signatures and its day. */
export async function recordAmendment(
  db: Database,
  actor: Person,
  agreementId: string,
  form: AmendmentForm,
): Promise<JudgedAmendment> {
  return change(db, async (trx) => {
    const version = await findVersion(trx, actor, agreementId)
    const { vendorId } = version
    if (version.correctedById)
      throw new Conflict('That version was corrected. Open the newest one and amend that.')
    if (form.documentId) await refuseOtherVendors(trx, actor, vendorId, form.documentId)
    if (form.correctsId) refuseSpent(version, form.correctsId)
    const row = rowOf(actor, version, form)
    await trx<AmendmentRow>('amendments').insert(row)
    await refreshSummary(trx, actor, vendorId)
    await recordEvent(
      trx,
      actor,
      form.correctsId ? 'amendment.corrected' : 'amendment.recorded',
      {
        amendmentId: row.id,
        agreementId,
        version: version.version,
        number: row.number,
        ...form,
        says: changeWords(form),
      },
      vendorId,
    )
    return (await findVersion(trx, actor, agreementId)).amendments.find(({ id }) => id === row.id)!
  })
}

/** For one that should never have been recorded. It stays readable, and changes nothing from now on. */
export async function withdrawAmendment(
  db: Database,
  actor: Person,
  id: string,
  reason: string,
): Promise<Amendment> {
  return change(db, async (trx) => {
    const { agreementId, vendorId } = await findAmendment(trx, actor, id)
    const version = await findVersion(trx, actor, agreementId)
    const amendment = version.amendments.find((one) => one.id === id)
    if (amendment?.correctedById) throw new Conflict('It was corrected. Withdraw the correction instead.')
    const withdrawn = { withdrawnAt: actor.at, withdrawnBy: actor.name, withdrawnReason: reason }
    const open = trx<AmendmentRow>('amendments').where({ id, withdrawnAt: null })
    if ((await open.update(withdrawn)) !== 1) throw new Conflict('Someone withdrew it already.')
    await refreshSummary(trx, actor, vendorId)
    const { number } = amendment ?? (await findAmendment(trx, actor, id))
    const data = { amendmentId: id, agreementId, version: version.version, number, reason }
    await recordEvent(trx, actor, 'amendment.withdrawn', data, vendorId)
    return findAmendment(trx, actor, id)
  })
}

function rowOf(actor: Person, version: Version, { changes, ...form }: AmendmentForm): AmendmentRow {
  const { practiceId, name: recordedBy, at: recordedAt } = actor
  return {
    ...form,
    ...{ id: newId(), practiceId, vendorId: version.vendorId, agreementId: version.id },
    number: Math.max(0, ...version.amendments.map(({ number }) => number)) + 1,
    changes: JSON.stringify(changes),
    ...{ recordedBy, recordedAt, withdrawnAt: null, withdrawnBy: null, withdrawnReason: null },
  }
}

function refuseSpent({ amendments }: Version, correctsId: string): void {
  const corrected = amendments.find(({ id }) => id === correctsId)
  if (!corrected || corrected.correctedById || corrected.withdrawnAt)
    throw new Conflict('Someone corrected or withdrew that amendment already. Open the newest one.')
}
