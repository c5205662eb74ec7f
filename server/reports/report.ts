import type { Actor } from '../actor'
import type { Database } from '../database'
import type { PlainDate } from '../dates'
import { NotFound } from '../errors'
import type { Opinion, ReportType } from '../reader/reader'

export type ReportKind = 'soc2' | 'soc1' | 'soc3' | 'bridge-letter'

/** What lists need of a report; the reading of its document says the rest. Values that were read without confidence are null. */
export interface Report {
  id: string
  practiceId: string
  vendorId: string
  documentId: string
  kind: ReportKind
  createdAt: string
  type: ReportType | null
  /** For a bridge letter the first day that it speaks for. */
  periodStart: PlainDate | null
  /** The as-of date of a Type I; for a bridge letter the last day that it speaks for. */
  periodEnd: PlainDate | null
  reportDate: PlainDate | null
  opinion: Opinion | null
  auditor: string | null
  exceptions: number | null
  /** 1 or 0 */
  draft: number | null
  setAsideAt: string | null
  setAsideReason: string | null
}

export const REPORT_KINDS: string[] = ['soc2', 'soc1', 'soc3', 'bridge-letter'] satisfies ReportKind[]

export async function findReport(db: Database, actor: Actor, reportId: string): Promise<Report> {
  const report = await reportsOf(db, actor).where({ id: reportId }).first()
  if (!report) throw new NotFound('report')
  return report
}

export async function findReportOf(db: Database, actor: Actor, documentId: string): Promise<Report> {
  const report = await reportsOf(db, actor).where({ documentId }).first()
  if (!report) throw new NotFound('report')
  return report
}

/** Those that end last come first; those set aside too. */
export async function listReports(db: Database, actor: Actor, vendorId: string): Promise<Report[]> {
  const reports = await reportsOf(db, actor).where({ vendorId }).orderBy('createdAt', 'desc').orderBy('id')
  return reports.sort((a, b) => (b.periodEnd ?? '').localeCompare(a.periodEnd ?? ''))
}

/** Counts when somebody asks how the vendor stands. */
export function counts(report: Report): boolean {
  return report.setAsideAt === null && report.draft !== 1
}

/** Every query of reports starts here, so that no practice can reach another's. */
export function reportsOf(db: Database, actor: { practiceId: string }) {
  return db<Report>('reports').where({ practiceId: actor.practiceId })
}
