import type { ReportOutline } from '../outline'
import type { Doc } from '../pages'
import { nothing } from '../pages'
import type { DocumentKind, Field, ReportFields, Warning } from '../reading'
import { readAuditorReport } from './auditorReport'
import { readAuditor } from './auditor'
import { readCategories } from './categories'
import { crossChecks } from './crossChecks'
import { readCuecs } from './cuecs'
import { readFrameworks } from './frameworks'
import { readLetter } from './letter'
import { readAffectedCriteria, readOpinion } from './opinion'
import { readOrganization } from './organization'
import { readPhi } from './phi'
import { readReportDate } from './reportDate'
import { readSignature } from './signature'
import { readSubservice } from './subservice'
import { readSystems } from './systems'
import { readTests } from './tests/tests'
import { readTiming } from './timing'
import { readType } from './type'
import { withoutReport } from './withoutReport'

/** What the reader of the tests needs to know of the auditor's report. */
export type AuditorHead = Pick<ReportFields, 'reportType' | 'categories' | 'opinion' | 'affectedCriteria'>

export interface ReportReading {
  fields: ReportFields
  warnings: Warning[]
}

type Recognised = { document: Field<DocumentKind> }

/** Everything a report says; of papers that are no SOC 2 only what applies to them. */
export function readReport(doc: Doc, outline: ReportOutline, { document }: Recognised): ReportReading {
  const kind = document.value ?? 'other'
  if (kind === 'soc2') return readSoc2(doc, outline)
  if (kind === 'soc1' || kind === 'soc3' || kind === 'soc-cybersecurity')
    return readRelative(doc, outline, kind)
  if (kind === 'bridge-letter') return readLetter(doc)
  return {
    fields: withoutReport(kind === 'self-made-summary' ? 'not-stated' : 'not-applicable'),
    warnings: [],
  }
}

function readSoc2(doc: Doc, outline: ReportOutline): ReportReading {
  const { fields: head, warnings } = readHead(doc, outline)
  const { warnings: tested, ...tests } = readTests(doc, outline, head)
  const described = {
    cuecs: readCuecs(doc, outline),
    phi: readPhi(doc, outline),
    frameworks: readFrameworks(doc, outline),
  }
  const fields: ReportFields = { ...head, ...tests, ...described }
  return { fields, warnings: [...warnings, ...tested, ...crossChecks(fields, doc, outline)] }
}

/** Who, when, which type: a SOC 1 or SOC 3 says it in the same words. */
function readRelative(doc: Doc, outline: ReportOutline, kind: DocumentKind): ReportReading {
  const { fields, warnings } = readHead(doc, outline)
  const none = withoutReport('not-applicable')
  const {
    reportType,
    asOf,
    periodStart,
    periodEnd,
    reportDate,
    serviceOrganization,
    serviceAuditor,
    systems,
  } = fields
  const shared = {
    asOf,
    periodStart,
    periodEnd,
    reportDate,
    serviceOrganization,
    serviceAuditor,
    systems,
    opinion: fields.opinion,
  }
  if (kind === 'soc1')
    return {
      fields: { ...none, ...shared, reportType, subserviceOrganizations: fields.subserviceOrganizations },
      warnings,
    }
  return { fields: { ...none, ...shared, categories: fields.categories }, warnings }
}

function readHead(doc: Doc, outline: ReportOutline): ReportReading {
  const report = readAuditorReport(outline)
  const reportType = readType(report, outline)
  const timing = readTiming(report, outline, reportType.value)
  const serviceOrganization = readOrganization(report, outline)
  const lastDay = timing.periodEnd.value ?? timing.asOf.value
  const signature = readSignature(report, serviceOrganization.value, lastDay)
  const serviceAuditor = readAuditor(signature, outline, serviceOrganization.value)
  const dated = readReportDate(signature, report, outline, lastDay)
  const systems = readSystems(report, outline)
  const parties = [serviceOrganization.value, serviceAuditor.value, ...(systems.value ?? [])].filter(
    (name) => name !== null,
  )
  const subservice = readSubservice(doc, report, outline, parties)
  const opinion = readOpinion(report, outline)
  const fields: ReportFields = {
    ...withoutReport('unreadable'),
    reportType,
    ...timing,
    reportDate: dated.field,
    serviceOrganization,
    serviceAuditor,
    systems,
    categories: readCategories(report, outline),
    opinion,
    affectedCriteria: readAffectedCriteria(report, opinion),
    subserviceOrganizations: subservice.field,
  }
  return {
    fields: report.flow.text === '' ? missing(fields) : fields,
    warnings: [...dated.warnings, ...subservice.warnings],
  }
}

/** Without the auditor's report what only it can say is not in the document. */
function missing(fields: ReportFields): ReportFields {
  return {
    ...fields,
    opinion: nothing('not-in-document'),
    affectedCriteria: nothing('not-in-document'),
    reportDate: fields.reportDate.value ? fields.reportDate : nothing('not-in-document'),
  }
}
