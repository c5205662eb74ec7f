import type { KindExample } from './example'

/** What companies write of themselves, what is taught about reports, and what has nothing to do with them. */
export const CLAIMS: KindExample[] = [
  {
    title: 'a summary with marks of success',
    kind: 'self-made-summary',
    pages: [
      '🔒 SOC 2 Type II Compliance Report\nCobalt Ledger\nPeriod: January 1, 2025 – December 31, 2025\nAuditor: [Independent CPA Firm]\nSecurity ✅ PASSED\nAvailability ✅ PASSED\nUNQUALIFIED OPINION\nCertificate ID CL-2025-02. SOC 2 certified until December 31, 2026.',
    ],
  },
  {
    title: 'an executive summary that quotes the auditor',
    kind: 'self-made-summary',
    pages: [
      'SOC 2 Executive Summary\nPublished by the Trust Team of Arbor Forms, Inc.\nArbor Forms successfully completed its SOC 2 Type 2 audit for the period April 1, 2024 to March 31, 2025. The auditor, Hale & Winter LLP, issued an unqualified opinion: “In our opinion, in all material respects, the controls operated effectively.”\nCategories: security, confidentiality. Controls tested: 84. Exceptions: 0.\nThe full report is available under NDA.',
    ],
  },
  {
    title: 'a summary by a compliance tool',
    kind: 'self-made-summary',
    pages: [
      'Compliance Overview for Juniper Intake\nGenerated on 14 May 2025\nFramework: SOC 2\nStatus: 97% of controls passing\nAccess reviews: passing\nEncryption at rest: passing\nPenetration test: passing\nThis page is monitored continuously and describes the posture of the company as reported by itself.',
    ],
  },
  {
    title: 'a company’s own attestation of its controls',
    kind: 'self-made-summary',
    pages: [
      'Self-Attestation of SOC 2 Compliance\nWe, Fennel Data, hereby attest that our controls meet the Trust Services Criteria for security and availability for the year 2025. Our internal audit team examined all 61 controls and found them to be effective. Overall score: 98%.\nSigned by the CEO',
    ],
  },
  {
    title: 'a page of marketing',
    kind: 'other',
    pages: [
      'Scheduling that cares\nClover is the friendliest way to fill your calendar. HIPAA compliant. SOC 2 Type II. ISO 27001.\nTrusted by 4,000 practices. Start a free trial today. Pricing from $49 a month.',
    ],
  },
  {
    title: 'a security white paper',
    kind: 'other',
    pages: [
      'Security at Birchline\nWhite paper, May 2025\nContents\nOur people\nOur data centers\nEncryption\nCompliance',
      'Compliance. Birchline is audited yearly against SOC 2 by an independent firm, and its host AWS holds ISO 27001, PCI DSS and SOC 1, 2 and 3 reports. A penetration test is done each year. PHI is encrypted at rest. We sign business associate agreements with covered entities.',
    ],
  },
  {
    title: 'an illustrative report of an institute',
    kind: 'guidance-or-template',
    pages: [
      'Illustrative Type 2 SOC 2 Report\nThis nonauthoritative report is for illustrative purposes only.',
      'Independent Service Auditor’s Report\nTo: XYZ Service Organization\nWe have examined XYZ Service Organization’s description of its transportation management system throughout the period January 1, 20X1 to December 31, 20X1 based on the description criteria and the suitability of the design and operating effectiveness of controls based on the trust services criteria relevant to security. In our opinion, in all material respects, the description presents the system.',
    ],
  },
  {
    title: 'a blank report with brackets',
    kind: 'guidance-or-template',
    pages: [
      'SOC 2 Type 2 Report\n[Service Organization Name]\n[Start date] to [End date]',
      'Independent Service Auditor’s Report\nTo: [Service Organization Name]\nWe have examined [Service Organization Name]’s description of its [system name] system throughout the period [start date] to [end date] based on the trust services criteria relevant to [categories]. In our opinion, in all material respects, the description presents the system.\n[Auditor’s signature]\n[Date]',
    ],
  },
  {
    title: 'an article that explains reports',
    kind: 'guidance-or-template',
    pages: [
      'SOC 2 explained: what a report contains and how to read it\nA SOC 2 report has four parts. First comes the auditor’s report, which begins with words such as “We have examined” and ends with an opinion. An unqualified opinion means that all is well; a qualified opinion has an exception. A Type 1 is as of a date, a Type 2 covers a period.\nHow to prepare: 1. choose your criteria 2. write your description 3. hire a CPA firm.',
    ],
  },
  {
    title: 'a list of the criteria',
    kind: 'guidance-or-template',
    pages: [
      '2017 Trust Services Criteria for Security, Availability, Processing Integrity, Confidentiality, and Privacy (With Revised Points of Focus)\nCopyright American Institute of Certified Public Accountants. All rights reserved.\nCC1.1 COSO Principle 1: The entity demonstrates a commitment to integrity and ethical values. Points of focus: sets the tone at the top. The practitioner should consider the following when performing an examination.',
    ],
  },
  {
    title: 'a policy template',
    kind: 'guidance-or-template',
    pages: [
      'Information Security Policy Template\n[Company Name]\nInstructions: replace the words in brackets. This policy of [Company Name] supports SOC 2 criteria CC6.1 to CC6.8.',
    ],
  },
  {
    title: 'a blank business associate agreement of the department',
    kind: 'guidance-or-template',
    pages: [
      'Sample Business Associate Agreement Provisions\nWords or phrases contained in brackets are intended as either optional language or as instructions to the users of these sample provisions.\nBusiness Associate shall mean [Insert Name of Business Associate]. Business associate agrees to not use or disclose protected health information other than as permitted. Business associate shall use appropriate safeguards and report any breach. Business associate shall ensure that subcontractors agree to the same restrictions. Terminate, return or destroy.',
    ],
  },
  {
    title: 'a questionnaire of the Cloud Security Alliance',
    kind: 'other',
    pages: [
      'Consensus Assessments Initiative Questionnaire v4.0.3\nQuestion ID | Question | CSP Answer\nA&A-01.1 Are audit and assurance policies established? Yes\nA&A-02.1 Are independent audits conducted at least annually? Yes. SOC 2 Type II by an independent CPA firm; no exceptions noted.',
    ],
  },
  {
    title: 'a questionnaire of a hospital',
    kind: 'other',
    pages: [
      'Vendor Security Questionnaire\nPlease answer all questions.\n1. Do you have a SOC 2 Type 2 report? Yes\n2. Which trust services criteria are covered? Security, availability\n3. Was the opinion qualified? No\n4. Do you perform penetration tests? Yes, annually\n5. Will you sign a BAA? Yes',
    ],
  },
  {
    title: 'an attestation of compliance with PCI DSS',
    kind: 'other',
    pages: [
      'Payment Card Industry (PCI) Data Security Standard\nAttestation of Compliance for Onsite Assessments – Service Providers\nVersion 4.0\nPart 1. Service Provider and Qualified Security Assessor Information\nCompany name: Verity Pay, Inc.\nPart 3. PCI DSS validation: Compliant',
    ],
  },
  {
    title: 'a certificate of insurance',
    kind: 'other',
    pages: [
      'CERTIFICATE OF LIABILITY INSURANCE\nProducer: Hobart Agency\nInsured: Fern Diagnostics LLC\nCyber liability, each claim $5,000,000\nPolicy effective 01/01/2026, policy expires 01/01/2027\nThis certificate is issued as a matter of information only and confers no rights upon the certificate holder.',
    ],
  },
  {
    title: 'an invoice for an examination',
    kind: 'other',
    pages: [
      'INVOICE 2025-0417\nFrom: Harrod Stone LLP, Certified Public Accountants\nTo: Plover Health, Inc.\nSOC 2 Type 2 examination for the period January 1, 2025 to December 31, 2025\nProfessional services rendered: $32,000\nAmount due: $32,000. Payment within 30 days.',
    ],
  },
  {
    title: 'a statement of applicability alone',
    kind: 'other',
    pages: [
      'Statement of Applicability\nISO/IEC 27001:2022 Annex A\nOrrin Medical Software AB, version 7\nControl | Applicable | Justification | Implemented\nA.5.1 Policies for information security | Yes | Risk treatment | Yes\nA.8.24 Use of cryptography | Yes | Legal | Yes\nCertificate number 10044 refers to this document.',
    ],
  },
  {
    title: 'an internal audit of the management system',
    kind: 'other',
    pages: [
      'Internal Audit Report – ISO/IEC 27001\nLarch & Finn Ltd, March 2025\nThe internal auditor reviewed clauses 4 to 10. Two minor non-conformities were raised. The certificate expires in June 2027; the surveillance audit by the certification body is due.',
    ],
  },
  {
    title: 'a privacy notice',
    kind: 'other',
    pages: [
      'Privacy Policy\nLast updated: 1 May 2025\nWe collect the personal information that you give us. We do not sell it. If you are a patient, your provider is a covered entity and we are its business associate; protected health information is handled under that agreement. You may ask us to amend or delete information.',
    ],
  },
  {
    title: 'a data processing addendum with clauses on protected health information',
    kind: 'other',
    pages: [
      'Data Processing Addendum\nThis addendum forms part of the agreement between the customer (controller) and Lumo Ltd (processor). The processor shall process personal data only on documented instructions, notify breaches without undue delay, and impose the same obligations on sub-processors. On termination it shall return or destroy personal data. Protected health information is outside this addendum and subject to the business associate agreement.',
    ],
  },
  {
    title: 'a mutual confidentiality agreement for a report',
    kind: 'other',
    pages: [
      'Mutual Non-Disclosure Agreement\nIn order to receive the SOC 2 Type 2 report of Plover Health, Inc., the recipient agrees to keep it confidential. The report is intended solely for user entities that have sufficient knowledge of the system, its controls and the applicable trust services criteria.',
    ],
  },
  {
    title: 'a master services agreement that asks for a SOC 2',
    kind: 'other',
    pages: [
      'Master Services Agreement\nThis agreement is between Dove Lane Pediatrics and Plover Health, Inc. Provider shall engage an independent CPA firm to conduct a SOC 2 Type 2 examination each year and deliver the report. Provider shall maintain safeguards. Fees are set out in the order form. The parties will sign a business associate agreement.',
    ],
  },
  {
    title: 'a page of a portal alone',
    kind: 'other',
    pages: [
      'Trust Center\nYou are downloading: SOC 2 Type 2 Report 2025.pdf\nBy opening this document you accept the terms of use and agree to keep it confidential. Downloaded by a.lane@example.org on 14 November 2025.',
    ],
  },
  {
    title: 'a certificate that a company had a SOC 2',
    kind: 'self-made-summary',
    pages: [
      'Certificate of Compliance\nThis certifies that\nAster Billing, Inc.\nis SOC 2 Type II certified\nCertificate ID AB-221\nValid through December 31, 2026\nIssued by ComplyFast Automation',
    ],
  },
  {
    title: 'a press release',
    kind: 'other',
    pages: [
      'FOR IMMEDIATE RELEASE\nPlover Health Achieves SOC 2 Type II\nAUSTIN, Texas, May 5, 2025. Plover Health announced today that it has completed its SOC 2 Type II examination. “This shows our commitment to our customers,” said the chief executive. About Plover Health: it serves 900 clinics.',
    ],
  },
  {
    title: 'minutes of a meeting',
    kind: 'other',
    pages: [
      'Minutes of the Security Committee\n4 March 2025\nPresent: M. Quist, P. Adair\n1. The auditors begin fieldwork for SOC 2 in June. 2. Two exceptions of last year have been closed. 3. The penetration test is scheduled.',
    ],
  },
  {
    title: 'a letter in Spanish',
    kind: 'other',
    pages: [
      'A quien corresponda:\nPor la presente confirmamos que nuestra empresa presta servicios de facturación médica desde el año 2011 y que los datos de los pacientes se guardan en España. Quedamos a su disposición para cualquier consulta.\nAtentamente,\nLa Dirección',
    ],
  },
  {
    title: 'a continuity plan',
    kind: 'other',
    pages: [
      'Business Continuity and Disaster Recovery Plan\nPlover Health, Inc., version 4\nPurpose. This plan describes how service is restored. Recovery time objective: 8 hours. The plan is tested each year, as examined in our SOC 2 report for availability criteria A1.2 and A1.3.',
    ],
  },
]
