import type { Example } from './auditorsReports'

const TSP =
  'TSP section 100, 2017 Trust Services Criteria for Security, Availability, Processing Integrity, Confidentiality, and Privacy (With Revised Points of Focus - 2022) (AICPA, Trust Services Criteria)'
const DC =
  'DC section 200, 2018 Description Criteria for a Description of a Service Organization’s System in a SOC 2® Report (With Revised Implementation Guidance — 2022)'
const RESTRICTED =
  'This report is intended solely for the information and use of the Company, user entities of the system during some or all of the period, business partners subject to risks, practitioners providing services, and regulators who have sufficient knowledge and understanding.'

export const MORE: Example[] = [
  {
    title: 'examination in the title, management description, title in quotes gives the system',
    cover: 'VELLUM HEALTH, INC.\nTYPE 2 SOC 2\n2025',
    report: [
      `INDEPENDENT SERVICE AUDITOR’S REPORT ON A SOC 2 EXAMINATION\nTo: Vellum Health, Inc.\nScope\nWe have examined Vellum Health, Inc.’s (‘Vellum’ or ‘the Company’) accompanying description of its Care Coordination Services System titled “Vellum Health, Inc.’s Description of Its Care Coordination Services System throughout the period November 1, 2024 to October 31, 2025” (description) based on the criteria for a description set forth in ${DC} and the suitability of the design and operating effectiveness of controls stated in the description throughout the period November 1, 2024 to October 31, 2025, to provide reasonable assurance that Vellum’s service commitments and system requirements were achieved based on the trust services criteria relevant to Security, Availability, and Confidentiality (applicable trust services criteria) set forth in ${TSP}.\nVellum uses Amazon Web Services, Inc. (‘AWS’ or ‘subservice organization’) to provide cloud hosting services. The description does not disclose the actual controls at the subservice organization. Our examination did not include the services provided by the subservice organization.`,
      `Independent Service Auditor’s Responsibilities\nOur examination was conducted in accordance with attestation standards.\nOpinion\nIn our opinion, in all material respects,\na. the description presents Vellum’s Care Coordination Services System that was designed and implemented throughout the period November 1, 2024 to October 31, 2025, in accordance with the description criteria.\nb. the controls were suitably designed throughout the period.\nc. the controls operated effectively throughout the period.\nRestricted Use\n${RESTRICTED}\nCORDELL-PAGE ASSURANCE\nTampa, Florida\nDecember 9, 2025`,
    ],
    expected: {
      type: 'type-2',
      dates: ['2024-11-01', '2025-10-31'],
      reportDate: '2025-12-09',
      organization: 'Vellum Health, Inc.',
      auditor: 'CORDELL-PAGE ASSURANCE',
      systems: ['Care Coordination Services'],
      categories: ['security', 'availability', 'confidentiality'],
      opinion: 'unqualified',
      subservice: [['Amazon Web Services, Inc.', 'carve-out']],
    },
  },
  {
    title: 'date above the firm, firm with address and telephone',
    cover: 'Ironbark Logistics\nSOC 2 Type 2',
    report: [
      `INDEPENDENT SERVICE AUDITOR’S REPORT\nTo Ironbark Logistics, LLC:\nScope\nWe have examined Ironbark Logistics, LLC’s (“Ironbark” or the “service organization”) description of its dispatch and routing services system for the period August 1, 2023, through July 31, 2024, (the “description”), based on the criteria for a description and the suitability of the design and operating effectiveness of controls stated in the description throughout the period August 1, 2023, through July 31, 2024, to provide reasonable assurance that commitments were achieved based on the trust services criteria relevant to security (applicable trust services criteria) set forth in ${TSP}.`,
      `Opinion\nIn our opinion, in all material respects:\na. the description presents the dispatch and routing services system that was designed and implemented for the period August 1, 2023, through July 31, 2024;\nb. the controls stated in the description were suitably designed; and\nc. the controls stated in the description operated effectively throughout the period.\nRestricted Use\n${RESTRICTED}\nSeptember 27, 2024\nMallory Finch & Company, LLC\n4100 W Harbor Blvd, Suite 600\nTampa, Florida 33607\n(866) 555-0149`,
    ],
    expected: {
      type: 'type-2',
      dates: ['2023-08-01', '2024-07-31'],
      reportDate: '2024-09-27',
      organization: 'Ironbark Logistics, LLC',
      auditor: 'Mallory Finch & Company, LLC',
      systems: ['dispatch and routing services'],
      categories: ['security'],
      opinion: 'unqualified',
    },
  },
  {
    title: 'accountants of a large firm, no city',
    cover:
      'Halden Cloud Corporation\nReport on Halden Cloud Corporation’s Description of Its Storage Platform\nApril 1, 2024 – September 30, 2024',
    report: [
      `Report of Independent Accountants\nTo the Management of Halden Cloud Corporation\nScope. We have examined Halden Cloud Corporation’s (Halden) accompanying Description of its Storage Platform throughout the period April 1, 2024 to September 30, 2024 (Description) in accordance with the criteria in ${DC} and the suitability of the design and operating effectiveness of controls included in the Description throughout the period April 1, 2024 to September 30, 2024 to provide reasonable assurance that the commitments were achieved based on the trust services criteria relevant to security, availability, processing integrity, confidentiality and privacy set forth in ${TSP}.`,
      `Opinion. In our opinion, in all material respects: (i) the Description presents the Storage Platform that was designed and implemented throughout the period April 1, 2024 to September 30, 2024 in accordance with the Description Criteria; (ii) the controls stated in the Description were suitably designed; and (iii) the controls stated in the Description operated effectively throughout the period.\nRestricted use. ${RESTRICTED}\nErnest & Yarrow LLP\nNovember 11, 2024`,
    ],
    expected: {
      type: 'type-2',
      dates: ['2024-04-01', '2024-09-30'],
      reportDate: '2024-11-11',
      organization: 'Halden Cloud Corporation',
      auditor: 'Ernest & Yarrow LLP',
      systems: ['Storage Platform'],
      categories: ['security', 'availability', 'processing-integrity', 'confidentiality', 'privacy'],
      opinion: 'unqualified',
    },
  },
  {
    title: 'Type 1 with Type 2 boilerplate, "as at", Canadian firm',
    cover: 'Maplewick Software Inc.\nSOC 2 Type I report\nas at 30 June 2025',
    report: [
      `Independent Service Auditor's Report\nTo the Board of Directors of Maplewick Software Inc.\nScope\nWe have examined Maplewick Software Inc.'s description of its Rota system as at June 30, 2025 based on the description criteria and the suitability of the design of controls stated in the description as at June 30, 2025 to provide reasonable assurance that commitments would be achieved based on the trust services criteria relevant to security and confidentiality set forth in ${TSP}.`,
      `We did not perform any procedures regarding the operating effectiveness of the controls stated in the description and, accordingly, do not express an opinion thereon.\nOpinion\nIn our opinion, in all material respects:\n• the description presents the Rota system that was designed and implemented as at June 30, 2025\n• the controls stated in the description were suitably designed as at June 30, 2025.\nRestricted use\nThis report, including the description of tests of controls and results thereof in Section IV, is intended solely for user entities during the reporting period.\nThornbury Lisle LLP\nChartered Professional Accountants, Licensed Public Accountants\nToronto, Ontario\nJuly 28, 2025`,
    ],
    expected: {
      type: 'type-1',
      dates: ['2025-06-30'],
      reportDate: '2025-07-28',
      organization: 'Maplewick Software Inc.',
      auditor: 'Thornbury Lisle LLP',
      systems: ['Rota'],
      categories: ['security', 'confidentiality'],
      opinion: 'unqualified',
    },
  },
  {
    title: 'long-form qualified, exception phrase after the material respects',
    cover: 'Cobalt Rx LLC\nSOC 2 Type 2',
    report: [
      `Independent Service Auditor’s Report\nTo the Management of Cobalt Rx LLC\nScope\nWe have examined Cobalt Rx LLC’s description of its e-prescribing platform throughout the period January 1, 2025, to June 30, 2025, based on the description criteria and the suitability of the design and operating effectiveness of controls based on the trust services criteria relevant to security and availability set forth in ${TSP}.`,
      `Basis for Qualified Opinion\nThe description states that logical access of terminated users is removed within two days (CC6.2.1). Our tests showed that for 4 of 25 users this was not so. As a result, the criterion CC6.2, “Prior to issuing system credentials”, was not met.\nQualified Opinion\nIn our opinion, in all material respects, except for the possible effects of the matter giving rise to the modification described in the preceding section, the description presents the e-prescribing platform, and the controls were suitably designed and operated effectively throughout the period January 1, 2025, to June 30, 2025.\nRestricted Use\n${RESTRICTED}\nRedfern Okafor, PLLC — Seattle, Washington — August 15, 2025`,
    ],
    expected: {
      type: 'type-2',
      dates: ['2025-01-01', '2025-06-30'],
      reportDate: '2025-08-15',
      organization: 'Cobalt Rx LLC',
      auditor: 'Redfern Okafor, PLLC',
      systems: ['e-prescribing platform'],
      categories: ['security', 'availability'],
      opinion: 'qualified',
      affected: ['CC6.2'],
    },
  },
  {
    title: 'everything in capitals, period over lines on the cover',
    cover:
      'PLUMFIELD DENTAL NETWORKS, INC.\nREPORT ON CONTROLS RELEVANT TO SECURITY\nJANUARY 1, 2025\nTO\nJUNE 30, 2025',
    report: [
      `SECTION 1 - INDEPENDENT SERVICE AUDITOR'S REPORT\nTO THE MANAGEMENT OF PLUMFIELD DENTAL NETWORKS, INC.:\nSCOPE\nWE HAVE EXAMINED PLUMFIELD DENTAL NETWORKS, INC.'S DESCRIPTION OF ITS CHAIRSIDE SYSTEM THROUGHOUT THE PERIOD JANUARY 1, 2025 TO JUNE 30, 2025 BASED ON THE DESCRIPTION CRITERIA AND THE SUITABILITY OF THE DESIGN AND OPERATING EFFECTIVENESS OF CONTROLS BASED ON THE TRUST SERVICES CRITERIA RELEVANT TO SECURITY SET FORTH IN TSP SECTION 100.`,
      `OPINION\nIN OUR OPINION, IN ALL MATERIAL RESPECTS, THE DESCRIPTION PRESENTS THE CHAIRSIDE SYSTEM, THE CONTROLS WERE SUITABLY DESIGNED, AND THE CONTROLS OPERATED EFFECTIVELY THROUGHOUT THE PERIOD JANUARY 1, 2025 TO JUNE 30, 2025.\nRESTRICTED USE\n${RESTRICTED}\nGILLESPIE MARR CPAS, P.C.\nALBANY, NEW YORK\nAUGUST 1, 2025`,
    ],
    expected: {
      type: 'type-2',
      dates: ['2025-01-01', '2025-06-30'],
      reportDate: '2025-08-01',
      organization: 'PLUMFIELD DENTAL NETWORKS, INC.',
      auditor: 'GILLESPIE MARR CPAS, P.C.',
      systems: ['CHAIRSIDE'],
      categories: ['security'],
      opinion: 'unqualified',
    },
  },
  {
    title: 'firm only in the signature as a picture, named by the cover',
    cover:
      'Sablewood Inc.\nSOC 2 Type 2 Report\nFebruary 1, 2025 to July 31, 2025\nPrepared by: Linnet & Crowe, CPAs',
    report: [
      `Independent Service Auditor’s Report\nTo the Management of Sablewood Inc.\nScope\nWe have examined Sablewood Inc.’s description of its Intake Cloud system throughout the period February 1, 2025 to July 31, 2025 based on the description criteria and the suitability of the design and operating effectiveness of controls based on the trust services criteria relevant to security set forth in ${TSP}.`,
      `Opinion\nIn our opinion, in all material respects, the description presents the Intake Cloud system, the controls were suitably designed, and the controls operated effectively throughout the period February 1, 2025 to July 31, 2025.\nRestricted Use\n${RESTRICTED}\nMinneapolis, Minnesota\nSeptember 5, 2025`,
    ],
    expected: {
      type: 'type-2',
      dates: ['2025-02-01', '2025-07-31'],
      reportDate: '2025-09-05',
      organization: 'Sablewood Inc.',
      auditor: 'Linnet & Crowe, CPAs',
      systems: ['Intake Cloud'],
      categories: ['security'],
      opinion: 'unqualified',
    },
  },
  {
    title: 'year ended, report on system of the organization, several hosts',
    cover: 'Dunmore Records Group\nSOC 2 Type II Report',
    report: [
      `Independent Service Auditors' Report\nTo the Management of Dunmore Records Group\nScope\nWe have examined the accompanying description of Dunmore Records Group's Chart Retrieval System for the year ended December 31, 2024 based on the description criteria and the suitability of the design and operating effectiveness of controls stated in the description to achieve the commitments throughout the period January 1, 2024 to December 31, 2024 based on the trust services criteria relevant to security, availability and privacy set forth in ${TSP}.\nDunmore utilizes subservice organizations, including Equinor Halls, Inc. for colocation, Snowpeak Email Ltd. for messages, and Brightcast Voice LLC for telephony. The accompanying description includes only those controls of Dunmore and does not include controls of the subservice organizations.`,
      `Opinion\nIn our opinion, in all material respects, (a) the description presents the Chart Retrieval System; (b) controls were suitably designed; and (c) controls operated effectively throughout the period January 1, 2024 to December 31, 2024.\nEmphasis of Matter\nAs discussed on page 30, the system was moved to another region. Our opinion is not modified with respect to this matter.\nRestricted Use\n${RESTRICTED}\n/s/ Calder Nash LLP\nColumbus, Ohio\nMarch 7, 2025`,
    ],
    expected: {
      type: 'type-2',
      dates: ['2024-01-01', '2024-12-31'],
      reportDate: '2025-03-07',
      organization: 'Dunmore Records Group',
      auditor: 'Calder Nash LLP',
      systems: ['Chart Retrieval'],
      categories: ['security', 'availability', 'privacy'],
      opinion: 'unqualified',
      subservice: [
        ['Equinor Halls, Inc.', 'carve-out'],
        ['Snowpeak Email Ltd.', 'carve-out'],
        ['Brightcast Voice LLC', 'carve-out'],
      ],
    },
  },
  {
    title: 'assertion before the report, small shop, city and date on one line',
    cover: 'Larkrise Apps Ltd\nSOC 2 (Type 2)\n15 August 2024 - 15 November 2024',
    report: [
      `Section 1: Assertion of Larkrise Apps Ltd Management\nWe have prepared the accompanying description of Larkrise Apps Ltd's Signal Diary system throughout the period 15 August 2024 to 15 November 2024 based on the description criteria, relevant to security. We confirm, to the best of our knowledge and belief, that the description presents the system.`,
      `Section 2: Independent Service Auditor's Report\nTo the Management of Larkrise Apps Ltd\nScope\nWe have examined Larkrise Apps Ltd's accompanying description of its Signal Diary system throughout the period 15 August 2024 to 15 November 2024 based on the description criteria and the suitability of the design and operating effectiveness of controls based on the trust services criteria relevant to security set forth in ${TSP}.\nOpinion\nIn our opinion, in all material respects, the description presents the Signal Diary system, the controls were suitably designed and the controls operated effectively throughout the period 15 August 2024 to 15 November 2024.\nRestricted use\n${RESTRICTED}\nNuthatch Audit\nDublin, Ireland, 20 December 2024`,
    ],
    expected: {
      type: 'type-2',
      dates: ['2024-08-15', '2024-11-15'],
      reportDate: '2024-12-20',
      organization: 'Larkrise Apps Ltd',
      auditor: 'Nuthatch Audit',
      systems: ['Signal Diary'],
      categories: ['security'],
      opinion: 'unqualified',
    },
  },
  {
    title: 'named signing partner, licence and digital signature around the firm',
    cover: 'Cinderhill Labs, PBC\nSystem and Organization Controls 2 (SOC 2) Type 2 Report',
    report: [
      `INDEPENDENT SERVICE AUDITOR'S REPORT\nTo: The Management of Cinderhill Labs, PBC\nScope\nWe have examined Cinderhill Labs, PBC's accompanying description of its Genome Desk application (the "System") from March 1, 2025 through May 31, 2025 based on the description criteria and the suitability of the design and operating effectiveness of controls throughout the period March 1, 2025 through May 31, 2025 based on the trust services criteria relevant to Security and Confidentiality categories set forth in ${TSP}.`,
      `Opinion\nIn our opinion, in all material respects,\n1. The description presents the Genome Desk application.\n2. The controls stated in the description were suitably designed.\n3. The controls stated in the description operated effectively throughout the period March 1, 2025 through May 31, 2025.\nRestricted Use\n${RESTRICTED}\nSincerely,\nTheodora Vance, CPA, Partner\nVance Assurance Partners, LLP\nLicense No. 55821\nSacramento, California\nJune 24, 2025`,
    ],
    expected: {
      type: 'type-2',
      dates: ['2025-03-01', '2025-05-31'],
      reportDate: '2025-06-24',
      organization: 'Cinderhill Labs, PBC',
      auditor: 'Vance Assurance Partners, LLP',
      systems: ['Genome Desk application'],
      categories: ['security', 'confidentiality'],
      opinion: 'unqualified',
    },
  },
  {
    title: 'in the name of the service, numbered third-party wording for the host, PC firm',
    cover: 'Fablewick Corp\nSOC 2® Type II',
    report: [
      `Independent Service Auditor’s Report\nFablewick Corp\n22 Mill Lane, Reno, Nevada\nScope\nWe have examined Fablewick Corp’s accompanying description in Section III titled “Fablewick Corp’s Description of the Story Cloud System Throughout the Period July 1, 2024 to December 31, 2024” (the description) based on the description criteria and the suitability of the design and operating effectiveness of controls based on the trust services criteria relevant to security and availability set forth in ${TSP}.\nAs indicated in the description, Fablewick Corp uses Microsoft Azure and Okta, Inc. as subservice organizations. The description excludes their controls and our procedures did not extend to them.`,
      `Opinion\nIn our opinion, in all material respects, the description presents the Story Cloud System, the controls were suitably designed, and the controls operated effectively throughout the period July 1, 2024 to December 31, 2024.\nRestricted Use\n${RESTRICTED}\nWaverly Stone & Associates, P.C.\nReno, Nevada\nFebruary 3, 2025`,
    ],
    expected: {
      type: 'type-2',
      dates: ['2024-07-01', '2024-12-31'],
      reportDate: '2025-02-03',
      organization: 'Fablewick Corp',
      auditor: 'Waverly Stone & Associates, P.C.',
      systems: ['Story Cloud'],
      categories: ['security', 'availability'],
      opinion: 'unqualified',
      subservice: [
        ['Microsoft Azure', 'carve-out'],
        ['Okta, Inc.', 'carve-out'],
      ],
    },
  },
  {
    title: 'assurance report of a firm in India, spelled organisation, hyphenated dates',
    cover: 'Saffronleaf Technologies Private Limited\nSOC 2 Type 2\n01-Apr-2024 to 31-Mar-2025',
    report: [
      `Independent Service Auditor’s Report\nTo,\nThe Management\nSaffronleaf Technologies Private Limited\nScope\nWe have examined Saffronleaf Technologies Private Limited’s description of its Ward Round Platform for the period 01-Apr-2024 to 31-Mar-2025 based on the description criteria and the suitability of the design and operating effectiveness of controls stated in the description throughout the period 01-Apr-2024 to 31-Mar-2025 based on the trust services criteria relevant to Security, Availability and Confidentiality set forth in ${TSP}.`,
      `Opinion\nIn our opinion, in all material respects, the description presents the Ward Round Platform, the controls were suitably designed and operated effectively throughout the period 01-Apr-2024 to 31-Mar-2025.\nRestricted Use\n${RESTRICTED}\nFor Banyan Shah & Co. LLP\nChartered Accountants\nPlace: Mumbai\nDate: 12-May-2025`,
    ],
    expected: {
      type: 'type-2',
      dates: ['2024-04-01', '2025-03-31'],
      reportDate: '2025-05-12',
      organization: 'Saffronleaf Technologies Private Limited',
      auditor: 'Banyan Shah & Co. LLP',
      systems: ['Ward Round Platform'],
      categories: ['security', 'availability', 'confidentiality'],
      opinion: 'unqualified',
    },
  },
  {
    title: 'year only at the end of the period, trust services pillars, related company inclusive',
    cover: 'Oxenby Billing, Inc. SOC 2 Type 2 Report',
    report: [
      `Independent Service Auditor’s Report\nTo the Management of Oxenby Billing, Inc.\nScope\nWe have examined management of Oxenby Billing, Inc.’s description of its revenue cycle system throughout the period January 1 to September 30, 2025 based on the description criteria, and the suitability of the design and operating effectiveness of controls included therein to meet the trust services criteria related to Security and Processing Integrity set forth in ${TSP}.`,
      `Opinion\nIn our opinion, in all material respects, the description presents the revenue cycle system, the controls were suitably designed, and the controls operated effectively throughout the period January 1 to September 30, 2025.\nRestricted Use\n${RESTRICTED}\nStonecrop Advisors, P.A.\nKansas City, Missouri\nOctober 30, 2025`,
    ],
    expected: {
      type: 'type-2',
      dates: ['2025-01-01', '2025-09-30'],
      reportDate: '2025-10-30',
      organization: 'Oxenby Billing, Inc.',
      auditor: 'Stonecrop Advisors, P.A.',
      systems: ['revenue cycle'],
      categories: ['security', 'processing-integrity'],
      opinion: 'unqualified',
    },
  },
  {
    title: 'words after the criteria name the categories, clean opinion with a harmless exception elsewhere',
    cover:
      'Glassmoor Pay\nSOC 2 Type 2 Report on Controls Relevant to Security, Availability, Processing Integrity, Confidentiality or Privacy',
    report: [
      `Independent Service Auditor’s Report\nTo the Management of Glassmoor Pay, Inc.\nScope\nWe have examined Glassmoor Pay, Inc.’s description of its Copay Engine throughout the period May 1, 2024 through April 30, 2025 based on the description criteria and the suitability of the design and operating effectiveness of controls to meet the criteria for the security and confidentiality categories set forth in ${TSP}. With the exception of the mobile app, all services are in scope. Availability is not in scope.`,
      `Our team included qualified professionals. The information in Section V is not covered and we express no opinion on it.\nOpinion\nIn our opinion, in all material respects, the description presents the Copay Engine, the controls were suitably designed and the controls operated effectively throughout the period May 1, 2024 through April 30, 2025.\nRestricted Use\n${RESTRICTED}\nInglewhite Assurance\nTampa, Florida\nJune 20, 2025`,
    ],
    expected: {
      type: 'type-2',
      dates: ['2024-05-01', '2025-04-30'],
      reportDate: '2025-06-20',
      organization: 'Glassmoor Pay, Inc.',
      auditor: 'Inglewhite Assurance',
      systems: ['Copay Engine'],
      categories: ['security', 'confidentiality'],
      opinion: 'unqualified',
    },
  },
]
