import { nothing } from '../pages'
import type { ReportFields, Status } from '../reading'

/** All fields of a report, none filled. */
export function withoutReport(status: Status): ReportFields {
  return {
    reportType: nothing(status),
    asOf: nothing(status),
    periodStart: nothing(status),
    periodEnd: nothing(status),
    reportDate: nothing(status),
    serviceOrganization: nothing(status),
    serviceAuditor: nothing(status),
    systems: nothing(status),
    categories: nothing(status),
    opinion: nothing(status),
    affectedCriteria: nothing(status),
    subserviceOrganizations: nothing(status),
    cuecs: nothing(status),
    controlsTested: nothing(status),
    exceptions: nothing(status),
    notOperated: nothing(status),
    phi: nothing(status),
    frameworks: nothing(status),
  }
}
