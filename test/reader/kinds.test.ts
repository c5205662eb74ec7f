import type { DocumentKind } from '../../server/reader/reading'
import { EXAMPLES } from './support/auditorsReports'
import { readTyped } from './support/typedDoc'

const PAPERS: [title: string, kind: DocumentKind, pages: string[]][] = [
  [
    'a SOC 1 whose host has a SOC 2',
    'soc1',
    [
      'Harbourline Payroll, Inc.\nSystem and Organization Controls (SOC) 1® Type 2 Report\nJanuary 1, 2025 to September 30, 2025',
      "Independent Service Auditor's Report\nTo Harbourline Payroll, Inc.\nScope\nWe have examined Harbourline Payroll, Inc.'s description of its payroll system throughout the period January 1, 2025 to September 30, 2025 and the suitability of the design and operating effectiveness of the controls to achieve the related control objectives stated in the description. The controls are those likely to be relevant to user entities' internal control over financial reporting. The data center has a SOC 2 Type 2 report covering security.\nOpinion\nIn our opinion, in all material respects, based on the criteria described in the assertion, (a) the description fairly presents the payroll system; (b) the controls related to the control objectives were suitably designed; and (c) operated effectively.\nAlder & Moss LLP\nBoston, Massachusetts\nOctober 30, 2025",
    ],
  ],
  [
    'a SOC 3 that offers the SOC 2',
    'soc3',
    [
      'Tallow Notes Corp. SOC 3® Report\nRelevant to Security and Availability\nOctober 1, 2024 to September 30, 2025',
      'Report of Independent Service Auditor\nWe have examined the accompanying assertion titled "Assertion of Tallow Notes Management" that the controls within the Tallow system were effective throughout the period October 1, 2024 to September 30, 2025, based on the trust services criteria relevant to security and availability set forth in TSP section 100.\nOpinion\nIn our opinion, management’s assertion that the controls within the system were effective throughout the period is fairly stated, in all material respects.\nAsher Grey LLP\nDenver, Colorado\nNovember 12, 2025\nCustomers who need test results can request our SOC 2 Type 2 report.',
    ],
  ],
  [
    'a SOC for Cybersecurity',
    'soc-cybersecurity',
    [
      'Independent Accountant’s Report\nWe have examined the accompanying description of Orrin Foods’ cybersecurity risk management program throughout the period January 1, 2024 to December 31, 2024 based on the description criteria, and the effectiveness of controls within that program based on the control criteria, the trust services criteria for security, availability and confidentiality. In our opinion, in all material respects, the description is presented in accordance with the description criteria.',
    ],
  ],
  [
    'a bridge letter',
    'bridge-letter',
    [
      'Larkspur Health, Inc.\nAugust 4, 2026\nSubject: SOC 2 Bridge Letter, April 1, 2026 through June 30, 2026\nHollin & Pike LLP examined our platform for the period April 1, 2025 through March 31, 2026 and issued a SOC 2 Type II report. To the best of our knowledge there have been no material changes to the control environment since March 31, 2026. This letter is not a substitute for the report. The next examination will cover April 1, 2026 through March 31, 2027.\nDana Osei, Chief Information Security Officer',
    ],
  ],
  [
    'a gap letter that calls itself nothing',
    'bridge-letter',
    [
      'To whom it may concern\nThe most recent SOC 2 report of Sable Inc. covered January 1, 2025 to September 30, 2025. We are not aware of any material changes in our internal controls from October 1, 2025 to December 31, 2025 that would adversely affect the opinion. This letter is not intended to be a substitute for the SOC 2 report.\nSigned, CFO',
    ],
  ],
  [
    'a business associate agreement that has no short words for anything',
    'baa',
    [
      'Business Associate Agreement\nThis Business Associate Agreement is entered into by and between Maple Street Dental (“Covered Entity”) and Lablink, Inc. (“Business Associate”).\nBusiness Associate shall not use or further disclose Protected Health Information. Business Associate shall use appropriate safeguards. Business Associate shall report any Breach of Unsecured Protected Health Information to Covered Entity.',
    ],
  ],
  [
    'a business associate agreement',
    'baa',
    [
      'BUSINESS ASSOCIATE AGREEMENT\nThis Business Associate Agreement is entered into by and between Maple Street Dental ("Covered Entity") and Lablink, Inc. ("Business Associate").\nBusiness Associate shall not use or disclose Protected Health Information except as permitted. Business Associate shall use appropriate safeguards. Business Associate shall report any breach of unsecured PHI to Covered Entity. Business Associate shall ensure that subcontractors agree to the same restrictions. Business Associate shall make PHI available under 45 CFR 164.524. Upon termination Business Associate shall return or destroy all PHI.',
    ],
  ],
  [
    'a one-page form with another title',
    'baa',
    [
      'HIPAA Addendum\nWe (your vendor) are your business associate. We will only use PHI to serve you, we will keep it safe with safeguards that HIPAA asks for, we will report any breach of protected health information within 5 days, and our subcontractors must agree to the same. Business associate agrees to return or destroy PHI at termination. By clicking Accept you agree.',
    ],
  ],
  [
    'a confidentiality agreement that mentions HIPAA',
    'other',
    [
      'MUTUAL NON-DISCLOSURE AGREEMENT\nThis agreement is entered into by and between the parties. Confidential Information may include protected health information. The parties will sign a Business Associate Agreement before any PHI is disclosed under HIPAA. Each party shall use reasonable safeguards.',
    ],
  ],
  [
    'a data processing agreement',
    'other',
    [
      'DATA PROCESSING AGREEMENT\nbetween Controller and Processor under Article 28 GDPR. The Processor shall notify the Controller of a personal data breach. Subprocessors are listed. If the data includes PHI under HIPAA, the parties will enter into a business associate agreement; PHI must not be sent before.',
    ],
  ],
  [
    'a master services agreement',
    'other',
    [
      'MASTER SERVICES AGREEMENT\nThis Master Services Agreement is entered into between Customer and Vendor. Fees are due in 30 days. Vendor maintains a SOC 2 Type 2 report. If Vendor is a business associate under HIPAA and handles PHI, the parties shall sign a business associate agreement. PHI excluded otherwise.',
    ],
  ],
  [
    'a data use agreement',
    'other',
    [
      'DATA USE AGREEMENT FOR A LIMITED DATA SET\nThe Covered Entity agrees to disclose a limited data set to Recipient under HIPAA 45 CFR 164.514(e). Recipient shall not use or disclose the protected health information (PHI) other than permitted, shall use appropriate safeguards, shall report any use or disclosure, and ensure agents and subcontractors agree to the same restrictions. Recipient is not a business associate.',
    ],
  ],
  [
    'an ISO 27001 certificate',
    'iso27001-certificate',
    [
      'CERTIFICATE OF REGISTRATION\nCertificate No. IS 774512\nThis is to certify that Fallow Software GmbH operates an Information Security Management System which complies with ISO/IEC 27001:2022 for development and hosting, in accordance with the Statement of Applicability version 4.1. Effective 2025-05-19. Expiry 2028-05-18.',
    ],
  ],
  [
    'a HITRUST letter',
    'hitrust-letter',
    [
      'HITRUST Risk-based, 2-year (r2) Certification\nJune 3, 2025\nOsier Claims, Inc.\nBased upon representation from management and the procedures of an authorized External Assessor, the following platform meets the HITRUST CSF v11.3 r2 certification criteria. The certification is valid for a period of two years.',
    ],
  ],
  [
    'a penetration test letter for a SOC 2',
    'pentest',
    [
      'Attestation of Penetration Test\nTo whom it may concern\nRedshaw Security Ltd. conducted a penetration test of the Tally application between 3 and 14 March 2025 following OWASP WSTG. 0 critical, 1 high, 4 medium findings; all high findings were retested. This letter supports the SOC 2 Type 2 audit.',
    ],
  ],
  [
    'a readiness assessment by a CPA firm',
    'readiness-assessment',
    [
      'SOC 2 Type 2 Readiness Assessment\nPenny Labs, Inc.\nprepared by Lowe, CPAs\nMay 2, 2025\nThis assessment is a consulting service. It is not an examination and we express no opinion or any other form of assurance. Gap summary: CC6.2 Not Ready; CC7.1 Partially Ready. Recommended timeline: Type 1 as of August 15, 2025.',
    ],
  ],
  [
    'an engagement letter',
    'engagement-letter',
    [
      'Asher Grey LLP\nOctober 9, 2025\nTo whom it may concern:\nWe have been engaged by Nimble to perform a SOC 2 Type 2 examination for the period July 1, 2025 to December 31, 2025, relevant to Security. Fieldwork is expected to begin in January 2026. This letter does not provide any assurance.',
    ],
  ],
  [
    'a report that a company wrote about itself',
    'self-made-summary',
    [
      '🔒 SOC 2 Type II Compliance Report\nNimble\nReport Period: January 1, 2025 – December 31, 2025\nAuditor: [Independent CPA Firm]\nStatus: ✅ PASSED\nUNQUALIFIED OPINION: controls were suitably designed and operating effectively. Total controls tested 65, failed 0. Certificate ID NK-SOC2. SOC 2 certified until December 31, 2026.',
    ],
  ],
  [
    'an illustrative report',
    'guidance-or-template',
    [
      'Illustrative Type 2 Report\nThis nonauthoritative example is provided for illustrative purposes.',
      'Independent Service Auditor’s Report\nTo: XYZ Service Organization\nScope\nWe have examined XYZ Service Organization’s description of its transportation system throughout the period January 1, 20X1, to December 31, 20X1, based on the description criteria and the trust services criteria relevant to security.\nOpinion\nIn our opinion, in all material respects, the description presents the system.',
    ],
  ],
  [
    'a blank form',
    'guidance-or-template',
    [
      'SOC 2 Report Template\nWe have examined [Company Name]’s description of its [System Name] system throughout the period [DATE] to [DATE] based on the trust services criteria relevant to security. In our opinion, the description of [Company Name] presents the system.',
    ],
  ],
  [
    'an ISAE 3402 report',
    'other',
    [
      'ISAE 3402 Type 2 Report\nNordwind Payroll AS',
      'Independent Service Auditor’s Assurance Report\nWe have been engaged to report on Nordwind’s description of its payroll system throughout the period 1 January 2025 to 31 December 2025 and on the design and operation of controls related to the control objectives. We conducted our engagement in accordance with ISAE 3402. In our opinion, in all material respects, the description fairly presents the system.',
    ],
  ],
  [
    'a PCI attestation',
    'other',
    [
      'PCI DSS Attestation of Compliance for Onsite Assessments – Service Providers\nVersion 4.0\nSecurity, date of report 2025-03-03',
    ],
  ],
  [
    'an invoice',
    'other',
    ['INVOICE\nInvoice number 2025-331\nSOC 2 Type 2 examination, progress billing\nAmount due $24,000'],
  ],
  [
    'a security questionnaire',
    'other',
    [
      'Consensus Assessments Initiative Questionnaire (CAIQ) v4\nQuestion: Are audits performed? Answer: Yes, SOC 2 Type 2 annually.',
    ],
  ],
  [
    'advertising',
    'other',
    [
      'Why Nimble\nTrusted by 4,000 clinics. Nimble is fast and secure, and holds a SOC 2 Type 2 report. Talk to sales today.',
    ],
  ],
]

test.each(PAPERS)('%s is recognised (%s)', (_title, kind, pages) => {
  const { document } = readTyped(pages)
  expect(document.value).toBe(kind)
  expect(document.evidence.length).toBeGreaterThan(0)
})

const [clean] = EXAMPLES
const pages = [
  clean!.cover,
  ...clean!.report,
  'Section III\nDescription of the System\nDraft policies are reviewed by the board before they are approved.',
]

describe('a draft', () => {
  test('is marked by a watermark', () => {
    expect(readTyped(pages, { stray: ['DRAFT'] }).draft.value).toBe(true)
    expect(readTyped(pages, { stray: ['D R A', 'F T'] }).draft.value).toBe(true)
  })

  test('is marked by a footer', () => {
    expect(readTyped(pages, { running: 'DRAFT - FOR DISCUSSION PURPOSES ONLY' }).draft.value).toBe(true)
  })

  test('shows in a placeholder', () => {
    const open = pages.map((page) => page.replace('February 21, 2025', '[DATE]'))
    expect(readTyped(open).draft.value).toBe(true)
  })

  test('is not a report that speaks of draft policies', () => {
    expect(readTyped(pages).draft.value).toBe(false)
  })
})

describe('completeness', () => {
  const contents =
    'Table of Contents\nSection I Independent Service Auditor’s Report ..... 1\nSection II Assertion of Alderbrook Management ..... 5\nSection III Description of the System ..... 8\nSection IV Trust Services Criteria, Related Controls, and Tests of Controls ..... 24'

  test('pages that the contents list but the file lacks make it incomplete', () => {
    const reading = readTyped([clean!.cover, contents, ...clean!.report])
    expect(reading.document.value).toBe('soc2')
    expect(reading.complete.value).toBe(false)
  })

  test('a section cut out on purpose makes it incomplete', () => {
    expect(
      readTyped([...pages, 'Section IV has been intentionally omitted from this copy.']).complete.value,
    ).toBe(false)
  })

  test('a control on removed data is no missing section', () => {
    const whole = [
      clean!.cover,
      ...clean!.report,
      'Section II\nAssertion of Alderbrook Management\nWe have prepared the accompanying description of the system. We confirm that the description presents the system.',
      'Section III\nDescription of the System\nCustomer data is removed or redacted on request. The company serves clinics in many states.',
      'Section IV\nTrust Services Criteria, Related Controls, and Tests of Controls\nCC6.1 Access is reviewed. No exceptions noted.\nCC6.2 Access is removed. No exceptions noted.',
    ]
    expect(readTyped(whole).complete.value).toBe(true)
  })
})
