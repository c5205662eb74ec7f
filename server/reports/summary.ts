import type { Transaction } from '../database'
import { addYears } from '../dates'
import { noteOnVendor, type VendorFacts } from '../vendors/vendors'
import { bridgedUntil } from './coverage'
import { counts, reportsOf, type Report } from './report'

type ReportFacts = Pick<
  VendorFacts,
  'reportId' | 'reportType' | 'reportEnd' | 'reportOpinion' | 'reportExceptions' | 'bridgedUntil'
>

/** Call inside the transaction that changed a report of the vendor. */
export async function noteReports(
  trx: Transaction,
  vendor: { practiceId: string; vendorId: string },
): Promise<void> {
  const reports = await reportsOf(trx, vendor).where({ vendorId: vendor.vendorId })
  await noteOnVendor(trx, vendor.vendorId, summaryOf(reports))
}

/** Only SOC 2 reports that nobody set aside and that are no drafts; a bridge letter only with the report that it carries on. */
export function summaryOf(reports: Report[]): ReportFacts {
  const report = relevant(reports.filter((one) => one.kind === 'soc2' && counts(one)))
  return {
    reportId: report?.id ?? null,
    reportType: report?.type ?? null,
    reportEnd: report?.periodEnd ?? null,
    reportOpinion: report?.opinion ?? null,
    reportExceptions: report?.exceptions ?? null,
    bridgedUntil: report ? bridgedUntil(report, reports) : null,
  }
}

/** The newest by the end of its period; a Type I only where no Type II of the year before it is there. */
function relevant(reports: Report[]): Report | undefined {
  const [newest] = newestFirst(reports)
  if (newest?.type !== 'type-1' || !newest.periodEnd) return newest
  const since = addYears(newest.periodEnd, -1)
  const [tested] = newestFirst(
    reports.filter(({ type, periodEnd }) => type !== 'type-1' && (periodEnd ?? '') >= since),
  )
  return tested ?? newest
}

function newestFirst(reports: Report[]): Report[] {
  const rank = (one: Report) => [one.periodEnd ?? '', one.reportDate ?? '', one.createdAt].join(' ')
  return [...reports].sort((a, b) => rank(b).localeCompare(rank(a)))
}
