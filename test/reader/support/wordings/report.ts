import type { Category, DocumentKind, Opinion } from '../../../../server/reader/reading'
import { readTyped } from '../typedDoc'

/** The parts of a report that a wording may change; what is not said is as most firms have it. */
export interface Parts {
  cover: string
  contents: string
  heading: string
  to: string
  /** What was examined, up to the period. */
  examined: string
  timing: string
  criteria: string
  hosts: string
  before: string
  opinion: string
  after: string
  signed: string
  assertion: string
  description: string
  tests: string
  more: string
}

export interface Answers {
  document: DocumentKind
  type: 'type-1' | 'type-2' | null
  dates: (string | null)[]
  reportDate: string | null
  organization: string | null
  auditor: string | null
  systems: string[] | null
  categories: Category[] | null
  opinion: Opinion | null
  affected: string[] | null
  hosts: [string, string][] | null
  complete: boolean
  draft: boolean
}

export interface Wording {
  title: string
  parts: Partial<Parts>
  answers?: Partial<Answers>
}

export const PERIOD = 'throughout the period July 1, 2024 to June 30, 2025'
export const TITLE_OF_CRITERIA =
  'set forth in TSP section 100, 2017 Trust Services Criteria for Security, Availability, Processing Integrity, Confidentiality, and Privacy (With Revised Points of Focus — 2022) (AICPA, Trust Services Criteria)'
export const DESCRIPTION_CRITERIA =
  'set forth in DC section 200, 2018 Description Criteria for a Description of a Service Organization’s System in a SOC 2® Report (AICPA, Description Criteria) (“description criteria”)'

const USUAL: Parts = {
  cover:
    'Northfall Health, Inc.\nSystem and Organization Controls (SOC) 2 Type 2 Report\nReport on Northfall Health, Inc.’s Description of Its CareBridge Platform and on the Suitability of the Design and Operating Effectiveness of Its Controls Relevant to Security and Confidentiality\nThroughout the Period July 1, 2024 to June 30, 2025',
  contents: '',
  heading: 'Section I – Independent Service Auditor’s Report',
  to: 'To: Northfall Health, Inc.',
  examined:
    'We have examined Northfall Health, Inc.’s (“Northfall”) accompanying description of its CareBridge Platform',
  timing: PERIOD,
  criteria: `(the “description”), based on the criteria for a description of a service organization’s system ${DESCRIPTION_CRITERIA}, and the suitability of the design and operating effectiveness of controls stated in the description ${PERIOD}, to provide reasonable assurance that Northfall’s service commitments and system requirements were achieved based on the trust services criteria relevant to Security and Confidentiality (“applicable trust services criteria”) ${TITLE_OF_CRITERIA}.`,
  hosts:
    'Northfall uses Amazon Web Services, Inc. (“AWS”), a subservice organization, for cloud hosting. The description presents the types of complementary subservice organization controls assumed in the design of Northfall’s controls. The description does not disclose the actual controls at the subservice organization. Our examination did not include the services provided by the subservice organization.',
  before:
    'Service Organization’s Responsibilities\nNorthfall is responsible for its service commitments and system requirements and for preparing the description.\nService Auditor’s Responsibilities\nOur responsibility is to express an opinion on the description and on the suitability of design and operating effectiveness of controls stated in the description based on our examination. We believe that the evidence we obtained is sufficient and appropriate to provide a reasonable basis for our opinion.\nInherent Limitations\nControls may not always operate effectively to meet the applicable criteria. The projection to the future of any conclusions is subject to risk.',
  opinion: `Opinion\nIn our opinion, in all material respects,\na. the description presents Northfall’s CareBridge Platform that was designed and implemented ${PERIOD} in accordance with the description criteria.\nb. the controls stated in the description were suitably designed ${PERIOD} to provide reasonable assurance that Northfall’s service commitments and system requirements would be achieved based on the applicable trust services criteria.\nc. the controls stated in the description operated effectively ${PERIOD} to provide reasonable assurance that Northfall’s service commitments and system requirements were achieved based on the applicable trust services criteria.`,
  after:
    'Restricted Use\nThis report, including the description of tests of controls and results thereof in Section IV, is intended solely for the information and use of Northfall, user entities of the CareBridge Platform during some or all of the period July 1, 2024 to June 30, 2025, business partners, and practitioners who have sufficient knowledge. This report is not intended to be, and should not be, used by anyone other than these specified parties.',
  signed: 'Harrow & Lisle LLP\nMinneapolis, Minnesota\nAugust 22, 2025',
  assertion: `Section II – Assertion of Northfall Health, Inc. Management\nWe have prepared the accompanying description of Northfall’s CareBridge Platform ${PERIOD} based on the description criteria. We confirm, to the best of our knowledge and belief, that the description presents the CareBridge Platform that was designed and implemented ${PERIOD}, and that the controls stated in the description operated effectively ${PERIOD} based on the trust services criteria relevant to Security and Confidentiality.`,
  description:
    'Section III – Northfall Health, Inc.’s Description of Its CareBridge Platform\nCompany overview\nNorthfall was founded in 2011 and serves clinics in many states. The boundaries of the system cover the application, its database and the people who run them. Qualified engineers are hired after background checks. Vendors are reviewed every year.',
  tests:
    'Section IV – Trust Services Criteria, Related Controls, and Tests of Controls\nControl Environment\nCC1.1 The entity demonstrates a commitment to integrity and ethical values.\nEL-01 Employees sign the code of conduct when they are hired. Inspected the signed code for a sample of new employees. No exceptions noted.\nCC6.1 The entity implements logical access security software.\nLA-02 Access needs two factors. Inspected the configuration. No exceptions noted.',
  more: '',
}

const USUALLY: Answers = {
  document: 'soc2',
  type: 'type-2',
  dates: ['2024-07-01', '2025-06-30'],
  reportDate: '2025-08-22',
  organization: 'Northfall Health, Inc.',
  auditor: 'Harrow & Lisle LLP',
  systems: ['CareBridge Platform'],
  categories: ['security', 'confidentiality'],
  opinion: 'unqualified',
  affected: [],
  hosts: [['Amazon Web Services, Inc.', 'carve-out']],
  complete: true,
  draft: false,
}

/** The pages of a report; a page ends where a form feed stands in a part. */
export function pagesOf(changed: Partial<Parts>): string[] {
  const parts = { ...USUAL, ...changed }
  const { cover, contents, heading, to, examined, timing, criteria, hosts, before, opinion, after, signed } =
    parts
  const scope = [examined, timing, criteria].filter(Boolean).join(' ')
  const auditor = [heading, to, `Scope\n${scope}`, hosts].join('\n')
  const rest = [opinion, after, signed].filter(Boolean).join('\n')
  return [
    cover,
    contents,
    `${auditor}\n${before}`,
    rest,
    parts.assertion,
    parts.description,
    parts.tests,
    parts.more,
  ]
    .flatMap((page) => page.split('\f'))
    .filter((page) => page.trim() !== '')
}

export interface Compared {
  field: keyof Answers
  given: unknown
  wanted: unknown
  confidence: number
}

/** What was read otherwise than it should be. */
export function differences({ parts, answers }: Wording): Compared[] {
  const wanted: Answers = { ...USUALLY, ...answers }
  const reading = readTyped(pagesOf(parts))
  const dates =
    wanted.type === 'type-1' || wanted.dates.length === 1
      ? [reading.asOf.value]
      : [reading.periodStart.value, reading.periodEnd.value]
  const given: Record<keyof Answers, [unknown, number]> = {
    document: [reading.document.value, reading.document.confidence],
    type: [reading.reportType.value, reading.reportType.confidence],
    dates: [dates, Math.max(reading.asOf.confidence % 1, reading.periodEnd.confidence % 1)],
    reportDate: [reading.reportDate.value, reading.reportDate.confidence],
    organization: [reading.serviceOrganization.value, reading.serviceOrganization.confidence],
    auditor: [reading.serviceAuditor.value, reading.serviceAuditor.confidence],
    systems: [reading.systems.value, reading.systems.confidence],
    categories: [reading.categories.value, reading.categories.confidence],
    opinion: [reading.opinion.value, reading.opinion.confidence],
    affected: [reading.affectedCriteria.value, reading.affectedCriteria.confidence],
    hosts: [
      reading.subserviceOrganizations.value?.map(({ name, method }) => [name, method]) ?? null,
      reading.subserviceOrganizations.confidence,
    ],
    complete: [reading.complete.value, reading.complete.confidence],
    draft: [reading.draft.value, reading.draft.confidence],
  }
  return (Object.keys(wanted) as (keyof Answers)[]).flatMap((field) => {
    const [value, confidence] = given[field]
    return JSON.stringify(value) === JSON.stringify(wanted[field])
      ? []
      : [{ field, given: value, wanted: wanted[field], confidence }]
  })
}
