import type { Actor } from '../actor'
import { agreementState, listVersions } from '../agreements/agreements'
import type { Database } from '../database'
import { confirmedReading, findDocument, type Document } from '../documents/documents'
import { categoryNamed, listSystems, type Vendor } from '../vendors/vendors'
import type { Reading } from '../reader/reader'
import { counts, listReports, type Report } from '../reports/reports'
import { POLICY, type AgreementFacts, type Facts } from './questions/question'

/** What the questions are put to: the report with people’s corrections, and what else the practice knows today. */
export async function factsFor(
  db: Database,
  actor: Actor,
  vendor: Vendor,
  report: Report,
): Promise<{ facts: Facts; document: Document }> {
  const document = await findDocument(db, actor, report.documentId)
  const confirmed = await confirmedReading(db, document)
  const others = await listReports(db, actor, vendor.id)
  const previous = previousOf(report, others)
  const facts: Facts = {
    reading: confirmed?.reading ?? null,
    vendor: {
      name: vendor.name,
      systems: (await listSystems(db, vendor)).map(({ name, aliases }) => ({ name, aliases })),
      businessAssociate: vendor.businessAssociate === null ? null : vendor.businessAssociate !== 'no',
      hostsPhi: categoryNamed(vendor.category).soc2.includes('availability'),
    },
    agreement: await agreementFacts(db, actor, vendor),
    previousEnd: previous?.periodEnd ?? null,
    previousReading: previous ? await readingOf(db, actor, previous) : null,
    bridges: bridgesOf(report, others),
    policy: POLICY,
    today: actor.today,
  }
  return { facts, document }
}

async function agreementFacts(db: Database, actor: Actor, vendor: Vendor): Promise<AgreementFacts> {
  const { baaEffective: effective, baaEnds: ends } = vendor
  const counting =
    (await listVersions(db, actor, vendor.id)).find((one) => one.id === vendor.agreementId) ?? null
  const state = agreementState(counting, actor.today)
  const isOver = state === 'superseded' || state === 'corrected'
  return { state: isOver ? 'ended' : state, effective, ends }
}

/** The Type II report whose period ended last before this one’s. */
function previousOf(report: Report, others: Report[]): Report | null {
  const { periodEnd } = report
  if (!periodEnd) return null
  const earlier = others.filter(
    (one) => isCounted(one) && one.type === 'type-2' && one.periodEnd && one.periodEnd < periodEnd,
  )
  return earlier.sort((a, b) => (a.periodEnd! < b.periodEnd! ? 1 : -1))[0] ?? null
}

async function readingOf(db: Database, actor: Actor, report: Report): Promise<Reading | null> {
  const document = await findDocument(db, actor, report.documentId)
  return (await confirmedReading(db, document))?.reading ?? null
}

function bridgesOf(report: Report, others: Report[]) {
  return others.flatMap((letter) => {
    const { kind, periodStart, periodEnd } = letter
    const isBridge = kind === 'bridge-letter' && counts(letter) && periodEnd !== null
    return isBridge ? [{ from: periodStart ?? report.periodEnd ?? periodEnd, until: periodEnd }] : []
  })
}

function isCounted(report: Report): boolean {
  return report.kind === 'soc2' && counts(report)
}
