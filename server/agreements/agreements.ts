import type { Person, Program } from '../actor'
import { recordEvent } from '../audit/audit'
import { change, newId, type Database } from '../database'
import { Conflict } from '../errors'
import { findVendor, noteOnVendor } from '../vendors/vendors'
import { agreementsOf, findAgreement, type Agreement, type Terms } from './agreement'
import { listAmendments } from './amendment'
import { chainOf, summaryOf } from './chain'
import { refuseOtherVendors } from './paper'
import { refreshSummary } from './refresh'

export { findAgreement, isSigned, type Agreement, type Term, type Terms } from './agreement'
export { listUnsignedAmendments, recordAmendment, unsignedStep, withdrawAmendment } from './amendments'
export { type AmendmentForm } from './amendment'
export { refreshSummaries } from './refresh'
export { findVersion, listVersions, summariesAhead, type Version } from './chain'
export { agreementState, isInForce, lastDayOf, type AgreementState } from './state'
export { termDates, type TermDate } from './termDates'
export { listProposals, proposalStep, type Proposal } from './proposal'
export { agreementPanel } from './panel'
export { amendedIn } from './provisionsOn'
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
    const amendments = await listAmendments(trx, actor, [vendorId])
    const corrected = terms.correctsId ? correctable(earlier, terms.correctsId) : null
    const agreement = {
      ...terms,
      breachNoticeDays: terms.breachNoticeDays ?? null,
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
    await noteOnVendor(trx, vendorId, summaryOf(chainOf([...earlier, agreement], amendments), actor.today))
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

function correctable(earlier: Agreement[], correctsId: string): Agreement {
  const corrected = earlier.find((one) => one.id === correctsId)
  if (!corrected || earlier.some((one) => one.correctsId === correctsId)) {
    throw new Conflict('Someone corrected that version already. Open the newest one and correct that.')
  }
  return corrected
}
