import type { KindExample } from './example'

/** Papers that resemble another kind more than their own. */
export const LOOKALIKES: KindExample[] = [
  {
    title: 'a readiness report that says it was engaged',
    kind: 'readiness-assessment',
    pages: [
      'SOC 2 Readiness Report\nOsier Health, Inc.\nJune 2025\nWe have been engaged by Osier Health, Inc. to perform a readiness assessment. This report does not provide any assurance.\nCriterion | Current state | Gap | Recommendation\nCC1.1 | Code of conduct signed | None | -\nCC6.3 | Access is not reviewed | Gap identified | Review access each quarter',
    ],
  },
  {
    title: 'a proposal for an examination',
    kind: 'engagement-letter',
    pages: [
      'Proposal and Statement of Work\nSOC 2 Type 2 Examination for Osier Health, Inc.\nSubmitted by Lyle Carrow CPAs\nScope of services: the firm will examine the system description and controls for the period 1 January 2026 to 30 June 2026.\nDeliverables: one SOC 2 Type 2 report.\nFees: $41,000 fixed fee.\nAccepted by: ____________',
    ],
  },
  {
    title: 'a letter from an auditor that a report was issued',
    kind: 'other',
    pages: [
      'Lyle Carrow CPAs\nMay 4, 2026\nTo whom it may concern:\nThis letter confirms that our firm issued a SOC 2 Type 2 report on the Osier Health system dated April 28, 2026. The report is restricted; ask Osier Health for a copy.\nLyle Carrow',
    ],
  },
  {
    title: 'a bridge letter whose report was qualified',
    kind: 'bridge-letter',
    pages: [
      'Osier Health, Inc.\nDecember 2, 2026\nTo our valued customers:\nLyle Carrow CPAs examined the Osier system for the period May 1, 2025 to April 30, 2026 and expressed a qualified opinion regarding access removal. From May 1, 2026 to the date of this letter we have made the following changes to our controls: access removal is automated. Other than this there were no material changes. Lyle Carrow CPAs has not examined the period since the report. The next examination covers May 1, 2026 to April 30, 2027.\nRuth Amsel, CISO',
    ],
  },
  {
    title: 'a bridge letter that names the coming auditor',
    kind: 'bridge-letter',
    pages: [
      'Re: SOC 2 Gap Letter\nOctober 15, 2025\nDear Client,\nTidewater Claims LLC has engaged Fenn Abbott LLP to perform its SOC 2 Type 2 examination for the period September 1, 2025 to August 31, 2026; the report is expected in October 2026. Our last report ended August 31, 2025. Management is not aware of any material changes in the control environment between September 1, 2025 and October 15, 2025.\nVery truly yours,\nTidewater Claims LLC',
    ],
  },
  {
    title: 'a SOC 2 report whose description speaks of everything else',
    kind: 'soc2',
    pages: [
      'Gannet Charts, Inc. SOC 2 Type 2 Report\nJune 1, 2024 to May 31, 2025',
      'Independent Service Auditor’s Report\nTo Gannet Charts, Inc.\nWe have examined Gannet Charts, Inc.’s description of its Gannet system throughout the period June 1, 2024 to May 31, 2025 based on the description criteria and the suitability of the design and operating effectiveness of controls based on the trust services criteria relevant to security.\nIn our opinion, in all material respects, the description presents the system and the controls operated effectively.\nFenn Abbott LLP\nRaleigh, North Carolina\nJuly 9, 2025',
      'Assertion of Gannet Charts Management\nWe have prepared the description.',
      'Description of the Gannet System\nThe company has its readiness assessment, a penetration test by a third party following OWASP with findings rated critical, high, medium and low, and an ISO/IEC 27001 certificate. HITRUST CSF r2 certified. It signs business associate agreements. A gap letter is given on request. White paper and frequently asked questions are on its site. Engagement letters are kept.',
      'Trust Services Criteria, Related Controls, and Tests of Controls\nCC6.1 Access is restricted. Inspected the list. No exceptions noted.',
    ],
  },
  {
    title: 'a SOC 1 with trust services in its other information',
    kind: 'soc1',
    pages: [
      'Heron Transfer Agents\nSOC 1 Type 1 Report as of December 31, 2025',
      'Independent Service Auditor’s Report\nWe have examined Heron Transfer Agents’ description of its transfer system as of December 31, 2025 and the suitability of the design of the controls to achieve the related control objectives stated in the description. In our opinion, in all material respects, the description fairly presents the system and the controls related to the control objectives were suitably designed.\nOther information: a mapping to the trust services criteria for security is not covered.\nKell & Rowe LLP\nBoston, Massachusetts\nFebruary 2, 2026',
    ],
  },
  {
    title: 'a merged paper of a pentest letter before nothing else',
    kind: 'pentest',
    pages: [
      'Penetration Test Summary Letter\nThe external network of Osier Health was tested by Blackthorn Security in May 2025. No critical findings. Two medium findings were remediated and retested.',
    ],
  },
  {
    title: 'a code review',
    kind: 'pentest',
    pages: [
      'Application Security Assessment\nOsier Mobile\nBlackthorn Security\nOur testers assessed the iOS and Android applications against the OWASP MASVS between 2 and 13 June 2025, including manual penetration testing. Findings: 0 critical, 1 high, 2 medium, 6 low. Each finding carries a CVSS score.',
    ],
  },
  {
    title: 'a policy on penetration tests',
    kind: 'other',
    pages: [
      'Penetration Testing Policy\nOsier Health, Inc. Version 2.0, approved by the CISO\nPurpose. This policy sets out how often tests are done. Findings rated critical are fixed within 7 days, high within 30, medium within 90. The methodology of the tester must follow OWASP. Retests are required.',
    ],
  },
  {
    title: 'an ISO 27701 certificate',
    kind: 'other',
    pages: [
      'Certificate of Registration\nThis is to certify that the Privacy Information Management System of Osier Health complies with ISO/IEC 27701:2019. Certificate no. PM 8821. Expiry 2027-02-01.',
    ],
  },
  {
    title: 'an ISO 9001 certificate',
    kind: 'other',
    pages: [
      'Certificate\nThis is to certify that the Quality Management System of Osier Health complies with ISO 9001:2015. Certificate number 4471. Valid until 2027-02-01.',
    ],
  },
  {
    title: 'a plan to become certified',
    kind: 'other',
    pages: [
      'Information Security Manual\nOsier Health, Inc.\nThe company operates an information security management system that is aligned to ISO/IEC 27001:2022 and intends to be certified in 2027. Certificates of staff training are kept. HITRUST is considered.',
    ],
  },
  {
    title: 'a company’s letter that it is HITRUST certified',
    kind: 'other',
    pages: [
      'Osier Health, Inc.\nDear customer,\nYou asked about our certifications. We follow HIPAA, and our host is HITRUST certified. We are SOC 2 Type II audited. Best regards, the security team',
    ],
  },
  {
    title: 'a business associate agreement that demands a SOC 2 report',
    kind: 'baa',
    pages: [
      'HIPAA Business Associate Agreement\nThis Agreement is entered into by and between Dove Lane Pediatrics ("Covered Entity") and Osier Health, Inc. ("Business Associate").\nBusiness Associate shall not use or disclose Protected Health Information except as permitted. Business Associate shall use appropriate safeguards and shall obtain a SOC 2 Type 2 report and a penetration test each year. Business Associate shall report any breach of unsecured PHI. Business Associate shall ensure that subcontractors agree to the same restrictions. Upon termination Business Associate shall return or destroy all PHI. The Secretary may inspect its books.',
    ],
  },
  {
    title: 'a summary that calls itself a SOC 2 report and has an opinion of its own',
    kind: 'self-made-summary',
    pages: [
      'Osier Health SOC 2 Type 2 Report\nReporting period: 2025\nIndependent Auditor’s Opinion: UNQUALIFIED\nControl environment: Pass\nLogical access: Pass\nChange management: Pass\nRisk score: 12 (low)\nThis report was prepared by the security team of Osier Health and confirms that we are SOC 2 compliant.',
    ],
  },
  {
    title: 'a summary of a trust center with dates and auditor',
    kind: 'self-made-summary',
    pages: [
      'SOC 2 Type II Report Summary\nOsier Health prepared this summary for prospects who have not signed an NDA.\nAudit firm: Lyle Carrow CPAs\nAudit window: May 1, 2025 – April 30, 2026\nOpinion: unqualified\nTrust services categories: security, availability\nExceptions noted: 2, both remediated\nThis summary does not replace the report.',
    ],
  },
  {
    title: 'guidance of a government agency',
    kind: 'guidance-or-template',
    pages: [
      'Guide to Reviewing Vendor SOC Reports\nThis guide helps examiners to review reports. What is a SOC 2 report? It is a report by a CPA firm. Questions to ask: is the opinion unqualified? does the period cover your year? A Type 1 report covers design; a Type 2 report also covers operation.',
    ],
  },
  {
    title: 'a template for management’s assertion',
    kind: 'guidance-or-template',
    pages: [
      'Management Assertion Template (Type 2)\n[Insert company letterhead]\nWe have prepared the description of [system] of [Company] throughout the period [date] to [date]. We confirm that the controls operated effectively based on the trust services criteria relevant to [categories].',
    ],
  },
  {
    title: 'a vendor assessment by the practice itself',
    kind: 'other',
    pages: [
      'Vendor Risk Assessment\nVendor: Osier Health, Inc.\nReviewer: R. Lane, 3 June 2025\nSOC 2 Type 2 report received: yes. Period May 1, 2024 to April 30, 2025. Opinion: unqualified. Exceptions: 2. Our conclusion: low risk. Approved.',
    ],
  },
  {
    title: 'an arrangement letter without the word engagement',
    kind: 'engagement-letter',
    pages: [
      'Corwin, Haas & Lim LLP\nCertified Public Accountants\nDear Members of the Board:\nWe are pleased to confirm our acceptance and understanding of the services that we will provide for the examination of the description of the portal. Our examination will be conducted in accordance with attestation standards. We estimate that our fee will be $62,500. Please sign and return one copy.\nRESPONSE: This letter correctly sets forth the understanding of the company.',
    ],
  },
  {
    title: 'the kin of a SOC 1 under an international standard',
    kind: 'other',
    pages: [
      'ISAE 3402 Type 2 Report\nIndependent service auditor’s assurance report\nTo the management of Elbtal Payroll GmbH\nWe have been engaged to report on Elbtal Payroll’s description of its payroll services throughout the period 1 January 2025 to 31 December 2025, and on the design and operation of controls related to the control objectives stated in the description.\nIn our opinion, in all material respects, the controls operated effectively.',
    ],
  },
]
