import type { KindExample } from './example'

/** Letters and certificates in shapes that are seldom met. */
export const LETTERS: KindExample[] = [
  {
    title: 'an engagement letter whose future tense quotes the whole of the scope',
    kind: 'engagement-letter',
    pages: [
      'Tamsin Rook LLP\nCertified Public Accountants\n4 March 2026\nMs. Ines Calder, Chief Operating Officer\nBrightwater Scheduling, Inc.\nDear Ms. Calder:\nThis letter sets out the terms on which we will examine the description of the Brightwater Scheduling system for the period 1 April 2026 to 31 March 2027 and the suitability of the design and operating effectiveness of its controls based on the trust services criteria relevant to security and availability.\nOur responsibilities. We will conduct our examination in accordance with attestation standards established by the American Institute of Certified Public Accountants. At its end we expect to issue a report that expresses our opinion on whether, in all material respects, the description is presented in accordance with the description criteria.',
      'Management’s responsibilities. You are responsible for the description, the assertion and the controls. You will give us a written assertion and a representation letter.\nFees. Our fee will be $48,000, billed in three instalments.\nIf these terms agree with your understanding, please sign the enclosed copy and return it to us.\nTamsin Rook LLP\nAgreed and accepted: ______________ Date: __________',
    ],
  },
  {
    title: 'a note that an examination is under way',
    kind: 'engagement-letter',
    pages: [
      'Corbin Vail & Associates, CPAs\nOctober 3, 2025\nTo the customers of Petrel Intake, LLC\nPetrel Intake, LLC has retained our firm to conduct a SOC 2 Type 2 examination of its Petrel platform. The observation period began July 1, 2025 and ends June 30, 2026. We expect to issue our report in August 2026. Because our work is not complete, we express no opinion and give no assurance of any kind at this time.\nCorbin Vail, Partner',
    ],
  },
  {
    title: 'an arrangement letter that says nothing of its being one',
    kind: 'engagement-letter',
    pages: [
      'Dear Mr. Osgood,\nWe are pleased to confirm our understanding of the services we are to provide for Halyard Labs. We will examine management’s description of the Halyard system as of December 31, 2025 and the suitability of the design of its controls (SOC 2 Type 1). Our examination will be conducted under AT-C sections 105 and 205. Our fees are based on hours spent and will not exceed $29,500. Please acknowledge by signing below.\nYours truly,\nNorth & Byrne, P.C.',
    ],
  },
  {
    title: 'a bridge letter by electronic mail',
    kind: 'bridge-letter',
    pages: [
      'From: trust@copperleaf.example\nTo: Vendor Management\nDate: 14 January 2026\nRe: SOC 2 coverage for Q4\nHello,\nOur SOC 2 Type II report covers the twelve months that ended 30 September 2025 and was issued by Ellery Stokes LLP. Since then, and until 31 December 2025, the controls described there have gone on operating in the same way; we know of no significant change. Our new report will be out in November 2026.\nKind regards\nMara Quist, Head of Compliance, Copperleaf GmbH',
    ],
  },
  {
    title: 'management’s representation for the time after a report, with a table',
    kind: 'bridge-letter',
    pages: [
      'Kestrel Imaging Inc.\nManagement Representation Regarding the Period After the SOC 2 Report\nReport period: January 1, 2025 - October 31, 2025\nPeriod covered by this representation: November 1, 2025 - December 31, 2025\nService auditor: Pell Grant Weir LLP\nManagement is not aware of any material changes in the design or operation of the controls that would be reasonably likely to alter the conclusions reached in the report. Management has neither engaged the service auditor to perform, nor did the service auditor perform, procedures for the period of this representation. Readers should rely on the report itself.\nSigned: P. Adair, CFO',
    ],
  },
  {
    title: 'a SOC 1 bridge letter',
    kind: 'bridge-letter',
    pages: [
      'Sandpiper Payroll, Inc.\nJanuary 9, 2026\nDear Customer:\nThe most recent SOC 1 Type 2 report of Sandpiper Payroll covered October 1, 2024 through September 30, 2025. We confirm that there have been no material changes to our internal controls over financial reporting from October 1, 2025 through December 31, 2025 that would adversely affect the auditor’s opinion. This gap letter is not a replacement for the SOC 1 report.\nSincerely,\nHenrik Tolland\nChief Financial Officer',
    ],
  },
  {
    title: 'an ISO certificate that begins with the name of the registrar',
    kind: 'iso27001-certificate',
    pages: [
      'Norvik Assurance AS\nManagement System Certificate\nCertificate no. 10044-2024-AIS-NOR-NA\nInitial certification date 11 May 2021\nValid 11 May 2024 – 10 May 2027\nThis is to certify that the management system of\nOrrin Medical Software AB\nhas been found to conform to the Information Security Management System standard:\nISO/IEC 27001:2022\nThis certificate is valid for the following scope: development and operation of hosted patient portals, in accordance with the Statement of Applicability, version 7.',
    ],
  },
  {
    title: 'an ISO certificate in German and English',
    kind: 'iso27001-certificate',
    pages: [
      'ZERTIFIKAT / CERTIFICATE\nHiermit wird bescheinigt, dass / This is to certify that\nBergfalk Systeme GmbH, Münster\nein Managementsystem für Informationssicherheit nach / operates an information security management system according to\nDIN EN ISO/IEC 27001:2024\nZertifikats-Registrier-Nr. / Certificate registration no. 31102877\nGültig bis / Valid until 2027-08-30\nDeutsche Akkreditierungsstelle DAkkS',
    ],
  },
  {
    title: 'a certificate with its statement of applicability behind',
    kind: 'iso27001-certificate',
    pages: [
      'Certificate of Approval\nThis is to certify that the Information Security Management System of Larch & Finn Ltd has been assessed and found to comply with ISO/IEC 27001:2022.\nCertificate number LF-2291. Issue date 3 June 2024. Expiry date 2 June 2027. UKAS 0012.',
      'Statement of Applicability v3\nA.5.1 Policies for information security: applicable, implemented\nA.5.2 Information security roles: applicable, implemented',
    ],
  },
  {
    title: 'a HITRUST i1 letter',
    kind: 'hitrust-letter',
    pages: [
      'HITRUST\nMay 12, 2025\nVantry Health, Inc.\n18 Dock Street, Tacoma, WA\nHITRUST Implemented, 1-year (i1) Certification Letter\nBased upon the representation of management and the procedures performed by an Authorized External Assessor Organization, HITRUST has determined that the Vantry Care platform meets the i1 certification criteria. The certification is valid for one year.',
    ],
  },
  {
    title: 'a HITRUST e1 letter whose title stands below an address',
    kind: 'hitrust-letter',
    pages: [
      '6175 Main Street, Suite 400, Frisco, TX\nAugust 20, 2025\nTo the management of Pinery Billing LLC:\nEssentials, 1-year (e1) Validated Assessment + Certification\nHITRUST has developed the HITRUST CSF, a certifiable framework. Based on the e1 validated assessment performed by Ferrol Security, an Authorized HITRUST External Assessor, the in-scope systems (Pinery Cloud) meet the criteria for certification. The certification is valid for one year from the date of this letter.',
    ],
  },
  {
    title: 'a whole HITRUST r2 report',
    kind: 'hitrust-letter',
    pages: [
      'HITRUST Risk-based, 2-year (r2) Validated Assessment Report\nOrlo Clinical, Inc.\nas of June 3, 2025\nContents\n1. Letter of Certification\n2. Representation Letter from Management\n3. Assessment Context\n4. Scope of Systems\n5. Assessment Results',
      'Letter of Certification\nOrlo Clinical, Inc. has met the HITRUST CSF v11.2 certification criteria. The certification is valid for a period of two years, with an interim assessment after one.',
    ],
  },
  {
    title: 'a letter about a penetration test',
    kind: 'pentest',
    pages: [
      'Letter of Attestation\nDate: 2 May 2025\nRiven Offensive Ltd was engaged by Sorrel Analytics to carry out security testing of the Sorrel API and mobile application. Testing took place from 7 to 18 April 2025, by two CREST-certified consultants, in line with the OWASP Application Security Verification Standard. One high, two medium and five low risk issues were reported; the high risk issue was confirmed as fixed on 29 April 2025. This attestation supports the annual SOC 2 examination of Sorrel Analytics.',
    ],
  },
  {
    title: 'a penetration test with findings and scores',
    kind: 'pentest',
    pages: [
      'Web Application Penetration Test\nClient: Mallow Systems, Inc.\nVersion 1.1, Confidential\nExecutive summary\nWe tested the Mallow portal between 3 and 14 March 2025. Overall risk: medium.',
      'Findings\nF-01 Stored cross-site scripting. Severity: High (CVSS 8.1)\nF-02 Missing rate limit. Severity: Medium (CVSS 5.3)\nRecommendation: encode output. Methodology: OWASP WSTG. Controls relevant to SOC 2 CC7.1 are noted.',
    ],
  },
  {
    title: 'a red team exercise',
    kind: 'pentest',
    pages: [
      'Adversary Simulation Report\nPrepared for Quince Health by Blackthorn Security\nOur operators attempted to gain access to patient records from an external position over four weeks. Initial access was gained by phishing; privilege escalation was achieved through a misconfigured service account. The penetration testing team exploited two vulnerabilities rated critical and three rated high. Retesting in June 2025 confirmed remediation.',
    ],
  },
  {
    title: 'a vulnerability scan',
    kind: 'other',
    pages: [
      'ASV Scan Report Attestation of Scan Compliance\nScan customer: Rowan Payments\nScan status: PASS\nPCI DSS approved scanning vendor certificate 5093-01-09. Number of unique in-scope components scanned: 6.',
    ],
  },
]
