import type { Actor, Person } from '../actor'
import { recordEvent } from '../audit/audit'
import { change, newId, type Database } from '../database'
import type { PlainDate } from '../dates'
import { Conflict } from '../errors'
import type { KnownStep } from '../vendors/vendors'
import { findAmendment, type Amendment, type AmendmentForm, type AmendmentRow } from './amendment'
import type { JudgedAmendment } from './amended'
import { refuseOtherVendors } from './paper'
import { refreshSummary } from './refresh'
import { agreementState } from './state'
import { changeWords } from './amendmentWords'
import { findVersion, listVersions, type Version } from './chain'

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

/** Of agreements that still stand, those that change nothing yet for want of a signature. */
export async function listUnsignedAmendments(
  db: Database,
  actor: Pick<Actor, 'practiceId' | 'today'>,
): Promise<JudgedAmendment[]> {
  const vendorIds = (await db('amendments')
    .where({ practiceId: actor.practiceId, withdrawnAt: null })
    .where((side) => void side.whereNull('coveredEntitySigner').orWhereNull('businessAssociateSigner'))
    .distinct()
    .pluck('vendorId')) as string[]
  const chains = await Promise.all(vendorIds.map((vendorId) => listVersions(db, actor, vendorId)))
  return chains.flatMap((versions) => unsignedIn(versions, actor.today))
}

export function unsignedIn(versions: Version[], today: PlainDate): JudgedAmendment[] {
  const standing = versions.filter((one) =>
    ['not-yet', 'in-force', 'ending-soon'].includes(agreementState(one, today)),
  )
  return standing.flatMap(({ amendments }) => amendments.filter(({ effect }) => effect === 'unsigned'))
}

export function unsignedStep(amendment: JudgedAmendment): KnownStep {
  const { id, number, recordedBy } = amendment
  return {
    rank: 24,
    state: 'look',
    sentence: 'An amendment of the BAA isn’t signed by both sides.',
    why: `Amendment ${number}, recorded by ${recordedBy}, changes nothing until then: ${changeWords(amendment).join('; ')}`,
    label: 'See what is missing',
    href: `/amendments/${id}`,
  }
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
