import type { Category, Opinion } from '../../../server/reader/reading'

/** One auditor's report as some firm might word it, and what a careful reader takes from it. */
export interface Example {
  title: string
  cover: string
  report: string[]
  rest?: string[]
  expected: {
    type: 'type-1' | 'type-2'
    dates: string[]
    reportDate: string
    organization: string
    auditor: string
    systems: string[]
    categories: Category[]
    opinion: Opinion
    affected?: string[]
    subservice?: [string, string][]
  }
}

const TSP =
  'TSP section 100, 2017 Trust Services Criteria for Security, Availability, Processing Integrity, Confidentiality, and Privacy (AICPA, Trust Services Criteria)'
const DC =
  'DC section 200, 2018 Description Criteria for a Description of a Service Organization’s System in a SOC 2® Report (AICPA, Description Criteria)'
const RESPONSIBILITIES =
  'Our responsibility is to express an opinion on the description and on the suitability of design and operating effectiveness of controls stated in the description based on our examination. Our examination was conducted in accordance with attestation standards established by the American Institute of Certified Public Accountants. We believe that the evidence we obtained is sufficient and appropriate to provide a reasonable basis for our opinion.'
const RESTRICTED =
  'This report, including the description of tests of controls and results thereof in Section IV, is intended solely for the information and use of the service organization, user entities during some or all of the period, and prospective user entities, except for regulators who have sufficient knowledge. This report is not intended to be, and should not be, used by anyone other than these specified parties.'

export const EXAMPLES: Example[] = [
  {
    title: 'modern, plural auditors, upper-case headings',
    cover:
      'Alderbrook Systems, LLC\nSystem and Organization Controls (SOC) 2 Type 2 Report\nRelevant to Security and Availability\nFor the period January 1, 2024 to December 31, 2024',
    report: [
      `INDEPENDENT SERVICE AUDITORS’ REPORT\nTo Management of Alderbrook Systems, LLC\nScope\nWe have examined Alderbrook Systems, LLC’s (“Alderbrook” or the “Company”) accompanying description of its Claims Hub system found in Section III titled “Alderbrook’s Description of its Claims Hub System” throughout the period January 1, 2024 to December 31, 2024 (the “description”), based on the criteria for a description of a service organization’s system set forth in ${DC} (“description criteria”) and the suitability of the design and operating effectiveness of controls stated in the description throughout the period January 1, 2024 to December 31, 2024 to provide reasonable assurance that Alderbrook’s service commitments and system requirements were achieved based on the trust services criteria relevant to security and availability (“applicable trust services criteria”) set forth in ${TSP}.\nAlderbrook uses Corvex Hosting, Inc. (“Corvex”), a subservice organization, to provide data center services. The description includes only the controls of Alderbrook and excludes the controls of Corvex. Our examination did not include the services provided by the subservice organization, and we have not evaluated the suitability of the design or operating effectiveness of such complementary subservice organization controls.\nService organization’s responsibilities\nAlderbrook is responsible for its service commitments.`,
      `Service auditors’ responsibilities\n${RESPONSIBILITIES}\nOpinion\nIn our opinion, in all material respects,\na. the description presents the Claims Hub system that was designed and implemented throughout the period January 1, 2024 to December 31, 2024, in accordance with the description criteria.\nb. the controls stated in the description were suitably designed throughout the period January 1, 2024 to December 31, 2024 to provide reasonable assurance that the service commitments would be achieved.\nc. the controls stated in the description operated effectively throughout the period January 1, 2024 to December 31, 2024.\nRestricted use\n${RESTRICTED}\nPemberton Vale LLP\nChicago, Illinois\nFebruary 21, 2025`,
    ],
    expected: {
      type: 'type-2',
      dates: ['2024-01-01', '2024-12-31'],
      reportDate: '2025-02-21',
      organization: 'Alderbrook Systems, LLC',
      auditor: 'Pemberton Vale LLP',
      systems: ['Claims Hub'],
      categories: ['security', 'availability'],
      opinion: 'unqualified',
      affected: [],
      subservice: [['Corvex Hosting, Inc.', 'carve-out']],
    },
  },
  {
    title: 'Type 1 of a start-up with the automation tool on the cover and a host that has a Type 2',
    cover: 'SOC 2 Type 1\nTidewell, Inc.\nReport prepared with Drata\nAs of March 31, 2025',
    report: [
      `Section I\nIndependent Service Auditor’s Report\nTo: Tidewell, Inc.\nScope\nWe have examined Tidewell, Inc.’s (“Tidewell”) accompanying description of its Patient Intake Platform titled “Tidewell’s Description of Its Patient Intake Platform” as of March 31, 2025 (description) based on the criteria in ${DC} and the suitability of the design of controls stated in the description as of March 31, 2025, to provide reasonable assurance that the commitments would be achieved based on the trust services criteria relevant to Security set forth in ${TSP}.\nTidewell uses Amazon Web Services (“AWS”) to host its platform. AWS has a Type 2 report for the period April 1, 2024 to September 30, 2024. Our examination did not extend to the controls of AWS.`,
      `Other matter\nWe did not perform any procedures regarding the operating effectiveness of controls stated in the description and, accordingly, do not express an opinion thereon.\nOpinion\nIn our opinion, in all material respects, (a) the description presents the Patient Intake Platform that was designed and implemented as of March 31, 2025 in accordance with the description criteria, and (b) the controls stated in the description were suitably designed as of March 31, 2025 to provide reasonable assurance that the commitments would be achieved, if its controls operated effectively as of that date.\nRestricted Use\n${RESTRICTED}\nHollin & Drake CPAs\nAustin, TX\nApril 18, 2025`,
    ],
    expected: {
      type: 'type-1',
      dates: ['2025-03-31'],
      reportDate: '2025-04-18',
      organization: 'Tidewell, Inc.',
      auditor: 'Hollin & Drake CPAs',
      systems: ['Patient Intake Platform'],
      categories: ['security'],
      opinion: 'unqualified',
      subservice: [['Amazon Web Services', 'carve-out']],
    },
  },
  {
    title: '2014 principles, AT section 101, fairly presents',
    cover:
      'Norvane Data Services\nService Organization Controls 2 Report\nOctober 1, 2013 through September 30, 2014',
    report: [
      `Report of Independent Service Auditors\nTo the Management of Norvane Data Services:\nScope\nWe have examined the attached description titled “Norvane Data Services’ Description of its Managed Hosting System” for the period October 1, 2013 through September 30, 2014 (the “description”) and the suitability of the design and operating effectiveness of controls to meet the criteria for the security and availability principles set forth in TSP section 100, Trust Services Principles, Criteria, and Illustrations for Security, Availability, Processing Integrity, Confidentiality, and Privacy (AICPA, Technical Practice Aids) (“applicable trust services criteria”), throughout the period October 1, 2013 through September 30, 2014.\nService organization’s responsibilities\nManagement has provided the attached assertion.`,
      `Opinion\nIn our opinion, in all material respects, based on the description criteria identified in Norvane Data Services’ assertion and the applicable trust services criteria:\n• The description fairly presents the system that was designed and implemented throughout the period October 1, 2013 through September 30, 2014.\n• The controls stated in the description were suitably designed.\n• The controls tested operated effectively throughout the period.\nIntended use\n${RESTRICTED}\nBrightwater Assurance, PLLC\nTampa, Florida\nNovember 14, 2014`,
    ],
    expected: {
      type: 'type-2',
      dates: ['2013-10-01', '2014-09-30'],
      reportDate: '2014-11-14',
      organization: 'Norvane Data Services',
      auditor: 'Brightwater Assurance, PLLC',
      systems: ['Managed Hosting'],
      categories: ['security', 'availability'],
      opinion: 'unqualified',
    },
  },
  {
    title: 'UK spelling, ISAE 3000 combined, day first',
    cover: 'Fernhollow Cloud Limited\nSOC 2 Type II and ISAE 3000 Report\n1 April 2023 to 31 March 2024',
    report: [
      `Independent Service Auditor’s Assurance Report\nTo the Directors of Fernhollow Cloud Limited\nScope\nWe have examined the description prepared by Fernhollow Cloud Limited of its Fernhollow Archive system throughout the period 1 April 2023 to 31 March 2024 (the ‘Description’) based on the criteria set out in ${DC}, and the suitability of the design and operating effectiveness of controls described therein to provide reasonable assurance that the service commitments were achieved based on the trust services criteria relevant to Security, Availability and Confidentiality set out in ${TSP}.\nFernhollow uses the sub-service organisations Gatehouse Datacentres Ltd and Microsoft Ireland Operations Limited. The Description has been prepared using the carve-out method.\nService Organisation’s Responsibilities\nFernhollow is responsible for preparing the Description.`,
      `Service Auditor’s Responsibilities\nWe conducted our engagement in accordance with ISAE 3000 (Revised) and AT-C section 205.\nOpinion\nIn our opinion, in all material respects:\n(i) the Description presents the Fernhollow Archive system that was designed and implemented throughout the period 1 April 2023 to 31 March 2024;\n(ii) the controls stated in the Description were suitably designed throughout that period; and\n(iii) the controls operated effectively throughout the period 1 April 2023 to 31 March 2024.\nRestricted Use\n${RESTRICTED}\nMarlowe Tring LLP\nChartered Accountants\nLondon, United Kingdom\n17 May 2024`,
    ],
    expected: {
      type: 'type-2',
      dates: ['2023-04-01', '2024-03-31'],
      reportDate: '2024-05-17',
      organization: 'Fernhollow Cloud Limited',
      auditor: 'Marlowe Tring LLP',
      systems: ['Fernhollow Archive'],
      categories: ['security', 'availability', 'confidentiality'],
      opinion: 'unqualified',
      subservice: [
        ['Gatehouse Datacentres Ltd', 'carve-out'],
        ['Microsoft Ireland Operations Limited', 'carve-out'],
      ],
    },
  },
  {
    title: 'qualified without headings, matter in the preceding paragraph, slashed dates',
    cover: 'Grovebank Corp. SOC 2 Type II\n07/01/2024 - 06/30/2025',
    report: [
      `Independent Service Auditor's Report\nTo the Board of Directors and Management of Grovebank Corp.\nWe have examined Grovebank Corp.'s description of its Ledger Vault for the period 07/01/2024 to 06/30/2025 based on the description criteria and the suitability of the design and operating effectiveness of its controls relevant to security, availability & confidentiality throughout the period 07/01/2024 to 06/30/2025 set forth in ${TSP}.\n${RESPONSIBILITIES}`,
      `The accompanying description states that backups are tested each quarter. However, as noted in Section IV, the tests for two quarters were not performed. As a result, controls were not operating effectively to meet criteria A1.2 and A1.3.\nIn our opinion, except for the matter described in the preceding paragraph, in all material respects, the description presents the Ledger Vault that was designed and implemented, the controls stated in the description were suitably designed, and the controls stated in the description operated effectively throughout the period 07/01/2024 to 06/30/2025.\n${RESTRICTED}\nQuarry Lane Audit Group, P.C.\nDenver, Colorado\n08/22/2025`,
    ],
    expected: {
      type: 'type-2',
      dates: ['2024-07-01', '2025-06-30'],
      reportDate: '2025-08-22',
      organization: 'Grovebank Corp.',
      auditor: 'Quarry Lane Audit Group, P.C.',
      systems: ['Ledger Vault'],
      categories: ['security', 'availability', 'confidentiality'],
      opinion: 'qualified',
      affected: ['A1.2', 'A1.3'],
    },
  },
  {
    title: 'adverse, one line of firm, city and date',
    cover: 'Kestrel Ridge Inc.\nSOC 2® – Type 2\nJanuary 1, 2025 – June 30, 2025',
    report: [
      `Independent Service Auditor’s Report\nTo the stakeholders of Kestrel Ridge Inc.\nScope\nWe have examined Kestrel Ridge Inc.’s description of its Ridge Payments system throughout the period January 1, 2025 – June 30, 2025 based on the description criteria and the suitability of the design and operating effectiveness of controls to provide reasonable assurance that commitments were achieved based on the trust services criteria relevant to security and processing integrity set forth in ${TSP}.`,
      `Basis for Adverse Opinion\nWe noted that approvals did not exist for most changes. As a result, controls were not suitably designed and did not operate effectively based on criteria CC6.1, CC6.3 and CC8.1.\nAdverse Opinion\nIn our opinion, because of the significance of the matter referred to in the Basis for Adverse Opinion paragraph, in all material respects, the description does not present the Ridge Payments system, the controls were not suitably designed, and the controls did not operate effectively throughout the period January 1, 2025 – June 30, 2025.\nRestricted use\n${RESTRICTED}\nOakmoor & Finch, P.A., Raleigh, North Carolina, September 12, 2025`,
    ],
    expected: {
      type: 'type-2',
      dates: ['2025-01-01', '2025-06-30'],
      reportDate: '2025-09-12',
      organization: 'Kestrel Ridge Inc.',
      auditor: 'Oakmoor & Finch, P.A.',
      systems: ['Ridge Payments'],
      categories: ['security', 'processing-integrity'],
      opinion: 'adverse',
      affected: ['CC6.1', 'CC6.3', 'CC8.1'],
    },
  },
  {
    title: 'disclaimer',
    cover: 'Wexcombe Analytics\nSOC 2 Type 2 Report',
    report: [
      `Independent Service Auditor’s Report\nTo the Management of Wexcombe Analytics\nScope\nWe were engaged to examine Wexcombe Analytics’ description of its Prism system throughout the period February 1, 2024 to January 31, 2025 based on the description criteria and the suitability of the design and operating effectiveness of controls based on the trust services criteria relevant to security and privacy set forth in ${TSP}.\nBasis for Disclaimer of Opinion\nManagement could not provide the access logs for the period February 1, 2024 to May 31, 2024. We were not able to obtain sufficient appropriate evidence to provide a basis for an opinion on criteria CC6.1.`,
      `Disclaimer of Opinion\nBecause of the limitation on the scope of our examination discussed in the preceding paragraph, the scope of our work was not sufficient to enable us to express, and we do not express, an opinion on whether the description presents the system.\nRestricted use\n${RESTRICTED}\nSorrel Grange LLP\nBoston, Massachusetts\nApril 2, 2025`,
    ],
    expected: {
      type: 'type-2',
      dates: ['2024-02-01', '2025-01-31'],
      reportDate: '2025-04-02',
      organization: 'Wexcombe Analytics',
      auditor: 'Sorrel Grange LLP',
      systems: ['Prism'],
      categories: ['security', 'privacy'],
      opinion: 'disclaimer',
      affected: ['CC6.1'],
    },
  },
  {
    title: 'nine months ended, letterhead with the firm on top, date before the firm',
    cover: 'SOC 2 REPORT\nfor the Beechline Scheduling Service\nSeptember 30, 2025',
    report: [
      `Tamsin Crale, CPAs\nIndependent Service Auditor's Report on a Description of a Service Organization's System\nTo the Management of Beechline, Inc.\nWe have examined Beechline, Inc.'s description of its Scheduling Service system for the nine-month period ended September 30, 2025, based on the description criteria, and the suitability of the design and operating effectiveness of controls to achieve its commitments based on the trust services criteria relevant to security set forth in ${TSP}.`,
      `Opinion\nIn our opinion, in all material respects—\nThe description presents the Scheduling Service system that was designed and implemented for the nine-month period ended September 30, 2025.\nThe controls stated in the description were suitably designed and operated effectively throughout the period.\nRestricted Use\n${RESTRICTED}\nNovember 3, 2025\nTamsin Crale, CPAs\nPortland, Oregon`,
    ],
    expected: {
      type: 'type-2',
      dates: ['2025-01-01', '2025-09-30'],
      reportDate: '2025-11-03',
      organization: 'Beechline, Inc.',
      auditor: 'Tamsin Crale, CPAs',
      systems: ['Scheduling Service'],
      categories: ['security'],
      opinion: 'unqualified',
    },
  },
  {
    title: 'd/b/a name, address line as city, ISO dates, inclusive subservice',
    cover: 'Wrenfield Holdings, Inc. d/b/a Wren\nSOC 2 Type 2\n2024-03-01 to 2024-08-31',
    report: [
      `Independent Service Auditor’s Report\nTo the Management of Wrenfield Holdings, Inc. d/b/a Wren\nScope: We have examined Wrenfield Holdings, Inc. d/b/a Wren’s accompanying description of its Referral Network System throughout the period 2024-03-01 to 2024-08-31 based on the description criteria and the suitability of the design and operating effectiveness of controls based on the trust services criteria relevant to security, confidentiality, and privacy set forth in ${TSP}.\nWren uses Lintel Imaging Ltd. (“Lintel”), an affiliate, to operate its scanning rooms. The description includes the controls of Lintel and our examination extended to those controls; this is the inclusive method. Wren also relies on Google Cloud Platform (“GCP”) for hosting; the description excludes the controls of GCP.`,
      `Opinion\nIn our opinion, in all material respects, (1) the description presents the Referral Network System; (2) the controls were suitably designed; and (3) the controls operated effectively throughout the period 2024-03-01 to 2024-08-31.\nRestricted use\n${RESTRICTED}\nDovecote Assurance LLC\n1200 Market Street, Suite 400\nPhiladelphia, PA 19107\nOctober 9, 2024`,
    ],
    expected: {
      type: 'type-2',
      dates: ['2024-03-01', '2024-08-31'],
      reportDate: '2024-10-09',
      organization: 'Wrenfield Holdings, Inc. d/b/a Wren',
      auditor: 'Dovecote Assurance LLC',
      systems: ['Referral Network'],
      categories: ['security', 'confidentiality', 'privacy'],
      opinion: 'unqualified',
      subservice: [
        ['Lintel Imaging Ltd.', 'inclusive'],
        ['Google Cloud Platform', 'carve-out'],
      ],
    },
  },
  {
    title: 'fifteen months, ordinals, all five categories really in scope',
    cover: 'Pinehurst Exchange LLC\nSOC 2 + HIPAA\nType II',
    report: [
      `SECTION ONE: INDEPENDENT SERVICE AUDITOR'S REPORT\nTo the Members of Pinehurst Exchange LLC\nScope\nWe have examined the accompanying description of Pinehurst Exchange LLC's Clearing Desk System throughout the period of January 1st, 2024 through March 31st, 2025 (“description”), and the suitability of design and operating effectiveness of controls to meet the trust services criteria relevant to the Security, Availability, Processing Integrity, Confidentiality and Privacy categories set forth in ${TSP}. We have also examined the suitability of the design of controls to meet the HIPAA Security Rule (additional criteria).\nThe description indicates that Pinehurst does not use any subservice organizations.`,
      `Opinion on the SOC 2 subject matter\nIn our opinion, in all material respects, the description presents the Clearing Desk System, the controls stated in the description were suitably designed, and the controls operated effectively throughout the period of January 1st, 2024 through March 31st, 2025.\nOpinion on the additional subject matter\nIn our opinion, except for the controls over media disposal described above, the controls stated in the description were suitably designed and operated effectively to meet the additional criteria throughout the period of January 1st, 2024 through March 31st, 2025.\nRestricted use\n${RESTRICTED}\nHazel & Rowe, Certified Public Accountants\nNashville, Tennessee\nMay 30th, 2025`,
    ],
    expected: {
      type: 'type-2',
      dates: ['2024-01-01', '2025-03-31'],
      reportDate: '2025-05-30',
      organization: 'Pinehurst Exchange LLC',
      auditor: 'Hazel & Rowe, Certified Public Accountants',
      systems: ['Clearing Desk'],
      categories: ['security', 'availability', 'processing-integrity', 'confidentiality', 'privacy'],
      opinion: 'unqualified',
      subservice: [],
    },
  },
  {
    title: 'limbs each with their own exception, basis with a range of criteria',
    cover: 'Stonebeck GmbH\nSOC 2 Type 2 Report\n1 January 2024 – 31 December 2024',
    report: [
      `Independent Service Auditor's Report\nTo the Management Board of Stonebeck GmbH\nScope\nWe have examined Stonebeck GmbH's description of its Lab Portal system throughout the period from 1 January 2024 to 31 December 2024, based on the description criteria, and the suitability of the design and operating effectiveness of controls stated in the description, based on the trust services criteria relevant to confidentiality and availability set forth in ${TSP}.\nThe following subservice organizations are used: Hafenrechner AG (colocation) and Cloudwerk GmbH. The carve-out method was applied for both.`,
      `Basis for qualified opinion\nReviews of access were not performed in the second half of the year. Consequently, the controls did not operate effectively to meet criteria CC6.1 through CC6.3.\nQualified opinion\nIn our opinion, in all material respects,\n(i) the description presents the Lab Portal system that was designed and implemented throughout the period;\n(ii) the controls stated in the description were suitably designed; and\n(iii) except for the effects of the matter described in the Basis for qualified opinion section, the controls stated in the description operated effectively throughout the period from 1 January 2024 to 31 December 2024.\nRestricted use\n${RESTRICTED}\nWeidental Prüfung GmbH Wirtschaftsprüfungsgesellschaft\nFrankfurt am Main, 14 March 2025`,
    ],
    expected: {
      type: 'type-2',
      dates: ['2024-01-01', '2024-12-31'],
      reportDate: '2025-03-14',
      organization: 'Stonebeck GmbH',
      auditor: 'Weidental Prüfung GmbH Wirtschaftsprüfungsgesellschaft',
      systems: ['Lab Portal'],
      categories: ['availability', 'confidentiality'],
      opinion: 'qualified',
      affected: ['CC6.1', 'CC6.2', 'CC6.3'],
      subservice: [
        ['Hafenrechner AG', 'carve-out'],
        ['Cloudwerk GmbH', 'carve-out'],
      ],
    },
  },
  {
    title: 'opinion split over a page break, torn months, lost separator',
    cover: 'Mossgate Telehealth, Inc.\nSOC 2 TYPE 2\nFor the Period October 1, 2024 March 31, 2025',
    report: [
      `Independent Service Auditor’s Report\nTo the Management of Mossgate Telehealth, Inc.\nScope\nWe have examined Mossgate Telehealth, Inc.’s accompanying description of its Visit Room system throughout the period Octo- ber 1, 2024, to March 31, 20251 based on the description criteria and the suitability of the design and operating effectiveness of controls based on the trust services criteria relevant to security set forth in ${TSP}.\nOpinion\nIn our opinion, in all material respects, the description presents the Visit Room system that was`,
      `designed and implemented throughout the period October 1, 2024, to March 31, 2025, the controls were suitably designed, and the controls operated effectively throughout that period.\nRestricted use\n${RESTRICTED}\nBasalt Peak CPA, PLLC\nSalt Lake City, Utah\nMay 6, 2025`,
    ],
    expected: {
      type: 'type-2',
      dates: ['2024-10-01', '2025-03-31'],
      reportDate: '2025-05-06',
      organization: 'Mossgate Telehealth, Inc.',
      auditor: 'Basalt Peak CPA, PLLC',
      systems: ['Visit Room'],
      categories: ['security'],
      opinion: 'unqualified',
    },
  },
]
