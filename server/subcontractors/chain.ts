import type { Actor, Person } from '../actor'
import { recordEvent } from '../audit/audit'
import { change, newId, type Database } from '../database'
import { confirmedReading, evidenceLink, findDocument } from '../documents/documents'
import { findReport } from '../reports/reports'
import type { Vendor } from '../vendors/vendors'
import { gapsIn, isSame, type ChainGap, type Relied } from './gaps'
import { listStatements, type Subcontractor, type SubcontractorList } from './list'

/** A person looked at a gap and said why it can stand. */
export interface ChainAnswer {
  id: string
  practiceId: string
  vendorId: string
  gap: string
  name: string
  reason: string
  answeredBy: string
  answeredAt: string
}

export interface Chain {
  /** Newest first. */
  statements: SubcontractorList[]
  current: SubcontractorList | null
  relied: (Relied & { isListed: boolean })[]
  open: ChainGap[]
  answered: (ChainGap & { answer: ChainAnswer })[]
}

export async function chainOf(db: Database, actor: Actor, vendor: Vendor): Promise<Chain> {
  const statements = await listStatements(db, actor, vendor.id)
  const current = statements[0] ?? null
  const relied = await reliedOn(db, actor, vendor)
  const answers = await db<ChainAnswer>('chainAnswers')
    .where({ practiceId: actor.practiceId, vendorId: vendor.id })
    .orderBy('answeredAt', 'desc')
  const gaps = gapsIn(current?.entries ?? null, relied).map((gap) => ({
    gap,
    answer: answerTo(gap, answers),
  }))
  return {
    statements,
    current,
    relied: relied.map((one) => ({
      ...one,
      isListed: (current?.entries ?? []).some(({ name }) => isSame(name, one.name)),
    })),
    open: gaps.filter(({ answer }) => !answer).map(({ gap }) => gap),
    answered: gaps.flatMap(({ gap, answer }) => (answer ? [{ ...gap, answer }] : [])),
  }
}

export async function answerGap(
  db: Database,
  actor: Person,
  vendor: Vendor,
  { kind, name }: Pick<ChainGap, 'kind' | 'name'>,
  reason: string,
): Promise<void> {
  await change(db, async (trx) => {
    const about = { id: newId(), practiceId: actor.practiceId, vendorId: vendor.id, gap: kind, name, reason }
    const answer: ChainAnswer = { ...about, answeredBy: actor.name, answeredAt: actor.at }
    await trx<ChainAnswer>('chainAnswers').insert(answer)
    await recordEvent(trx, actor, 'chain.answered', { gap: kind, name, reason }, vendor.id)
  })
}

/** What changed from one statement to the next. */
export function changesBetween(before: Subcontractor[], after: Subcontractor[]): string[] {
  const added = after.filter(({ name }) => !before.some((one) => isSame(one.name, name)))
  const gone = before.filter(({ name }) => !after.some((one) => isSame(one.name, name)))
  const other = after.filter((one) => {
    const old = before.find(({ name }) => isSame(name, one.name))
    return old && (old.phi !== one.phi || old.baa !== one.baa || old.baaOn !== one.baaOn)
  })
  return [
    ...added.map(({ name }) => `${name} is new`),
    ...gone.map(({ name }) => `${name} is gone`),
    ...other.map(({ name }) => `${name} changed`),
  ]
}

/** Subservice organizations of the SOC 2 that counts now. */
async function reliedOn(db: Database, actor: Actor, vendor: Vendor): Promise<Relied[]> {
  if (!vendor.reportId) return []
  const report = await findReport(db, actor, vendor.reportId)
  const document = await findDocument(db, actor, report.documentId)
  const field = (await confirmedReading(db, document))?.reading.subserviceOrganizations
  const [evidence] = field?.evidence ?? []
  const link = evidence ? evidenceLink(document.id, 'subserviceOrganizations', evidence.page) : null
  return (field?.value ?? []).map((one) => ({ ...one, link }))
}

function answerTo({ kind, name }: ChainGap, answers: ChainAnswer[]): ChainAnswer | null {
  return answers.find((one) => one.gap === kind && isSame(one.name, name)) ?? null
}
