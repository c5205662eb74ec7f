import type { Told, Voice } from './told'

/** One way in which a report sets out its tests of controls. */
export interface Layout {
  name: string
  voice: Voice
  body: (told: Told[]) => string
  /** What stands in Section V. */
  after?: (told: Told[]) => string
  /** Where management answers; absent when it does not. */
  answers?: 'cell' | 'column' | 'summary' | 'criterion' | 'letter'
  /** Controls carry no reference. */
  unnamed?: boolean
  /** Some controls stand there twice. */
  repeated?: boolean
  /** Controls without occasion are left out. */
  leaveIdle?: boolean
  landscape?: boolean
  /** Of the letters, in points. */
  size?: number
  css?: string
}

export function page(layout: Layout, told: Told[], numeral: string): string {
  const border = 'border:0.7px solid #777'
  return `<html lang="en"><style>@page{size:letter ${layout.landscape ? 'landscape' : ''};margin:0.8in}
    body{font:${layout.size ?? 9}pt sans-serif} table{border-collapse:collapse;width:100%;margin-bottom:12px}
    td,th{${border};padding:3px 5px;vertical-align:top;text-align:left} .plain td{border:none}
    tr{page-break-inside:avoid} .band{background:#dde} .card{page-break-inside:avoid;margin-bottom:14px;border:${layout.name.includes('cards') ? '0.7px solid #999;padding:4px' : 'none'}}
    h2{font-size:14pt} h3{font-size:11pt} h4{font-size:10pt} section{page-break-after:always} ${layout.css ?? ''}</style><body>
    ${FRONT}<section><h2>${numeral} – Trust Services Criteria, Related Controls, and Tests of Controls</h2>
    <p>This part gives the controls, the tests that the service auditor performed, and their results. Tests included inquiry, observation, inspection and reperformance. An exception is a failure of a control that came to light in testing.</p>
    ${layout.body(told)}</section>${layout.after ? `<section><h2>Section V – Other Information Provided by Larkmoor That Is Not Covered by the Service Auditor’s Report</h2>${layout.after(told)}</section>` : ''}</body></html>`
}

const FRONT = `
<section><h1>Larkmoor Systems, Inc.</h1><p>System and Organization Controls (SOC) 2 Type 2 Report</p><p>Relevant to Security, Availability and Confidentiality</p><p>For the period January 1, 2025 to December 31, 2025</p></section>
<section><h2>Section I – Independent Service Auditor’s Report</h2><p>To the management of Larkmoor Systems, Inc.</p><h3>Scope</h3>
<p>We have examined Larkmoor Systems, Inc.’s description of its Ledger Platform system throughout the period January 1, 2025 to December 31, 2025 based on the criteria for a description of a service organization’s system in DC section 200, and the suitability of the design and operating effectiveness of controls stated in the description throughout that period, to provide reasonable assurance that its service commitments and system requirements were achieved based on the trust services criteria relevant to security, availability, and confidentiality set forth in TSP section 100, 2017 Trust Services Criteria for Security, Availability, Processing Integrity, Confidentiality, and Privacy.</p>
<h3>Description of tests of controls</h3><p>The specific controls we tested and the nature, timing, and results of those tests are presented in Section IV.</p>
<h3>Opinion</h3><p>In our opinion, in all material respects, the description presents the system that was designed and implemented throughout the period January 1, 2025 to December 31, 2025, the controls stated in the description were suitably designed throughout the period, and the controls stated in the description operated effectively throughout the period January 1, 2025 to December 31, 2025.</p>
<h3>Restricted use</h3><p>This report is intended solely for the information and use of specified parties.</p><p>Harrow &amp; Finch LLP</p><p>Denver, Colorado</p><p>February 14, 2026</p></section>
<section><h2>Section II – Management’s Assertion</h2><p>We have prepared the accompanying description of Larkmoor Systems, Inc.’s Ledger Platform system throughout the period January 1, 2025 to December 31, 2025. We confirm, to the best of our knowledge and belief, that the controls stated in the description operated effectively throughout that period.</p></section>
<section><h2>Section III – Description of the Ledger Platform System</h2><h3>Overview</h3><p>Larkmoor offers bookkeeping software to small firms. The platform runs in two regions of a cloud provider and is operated by teams for engineering, support and security.</p><h3>People</h3><p>The company is led by a small group of executives, who meet weekly. Teams are organised by product.</p><h3>Procedures</h3><p>Policies cover access, change, incidents, vendors, backup and continuity, and are reviewed yearly.</p></section>`
