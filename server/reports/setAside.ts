import type { Person } from '../actor'
import { recordEvent } from '../audit/audit'
import { change, type Database } from '../database'
import { Conflict } from '../errors'
import { findReport, reportsOf, type Report } from './report'
import { noteReports } from './summary'

/** It stays on file and counts no more. */
export async function setReportAside(
  db: Database,
  actor: Person,
  reportId: string,
  reason: string,
): Promise<Report> {
  return change(db, async (trx) => {
    const report = await findReport(trx, actor, reportId)
    if (report.setAsideAt) throw new Conflict('This report was set aside already.')
    await reportsOf(trx, actor)
      .where({ id: report.id })
      .update({ setAsideAt: actor.at, setAsideReason: reason })
    await recordEvent(trx, actor, 'report.setAside', { reportId, reason }, report.vendorId)
    await noteReports(trx, report)
    return report
  })
}

export async function takeReportBack(db: Database, actor: Person, reportId: string): Promise<Report> {
  return change(db, async (trx) => {
    const report = await findReport(trx, actor, reportId)
    if (!report.setAsideAt) throw new Conflict('This report counts already.')
    await reportsOf(trx, actor).where({ id: report.id }).update({ setAsideAt: null, setAsideReason: null })
    await recordEvent(
      trx,
      actor,
      'report.takenBack',
      { reportId, reason: report.setAsideReason },
      report.vendorId,
    )
    await noteReports(trx, report)
    return report
  })
}
