import type { KindExample } from './example'

/** Reports and what pretends to be one. */
export const REPORTS: KindExample[] = [
  {
    title: 'a SOC 2 examined together with ISAE 3000',
    kind: 'soc2',
    pages: [
      'Assurance report on the Fjord Records platform\nFor the period 1 January 2025 to 31 December 2025',
      'Independent Service Auditor’s Assurance Report\nTo: Fjord Records AS\nWe have examined Fjord Records AS’s description of its Fjord Records platform system throughout the period 1 January 2025 to 31 December 2025 based on the description criteria and the suitability of the design and operating effectiveness of controls based on the trust services criteria relevant to security and availability. Our examination was conducted in accordance with attestation standards established by the AICPA and International Standard on Assurance Engagements 3000 (Revised).\nIn our opinion, in all material respects, the description presents the system in accordance with the description criteria and the controls operated effectively.\nSolheim & Lund AS\nBergen, 14 February 2026',
    ],
  },
  {
    title: 'an ISAE 3402 report',
    kind: 'other',
    pages: [
      'ISAE 3402 Type 2 report\nVersholt Hosting B.V.\n1 January 2025 – 31 December 2025',
      'Independent service auditor’s assurance report on the description of controls, their design and operating effectiveness\nWe have been engaged to report on Versholt Hosting B.V.’s description of its hosting system and on the design and operation of controls related to the control objectives stated in the description. We conducted our engagement in accordance with ISAE 3402. In our opinion, in all material respects, the description fairly presents the system and the controls related to the control objectives operated effectively.',
    ],
  },
  {
    title: 'a C5 attestation',
    kind: 'other',
    pages: [
      'Cloud Computing Compliance Criteria Catalogue (C5:2020)\nType 2 attestation report\nNebelcloud GmbH',
      'Independent practitioner’s report\nWe have examined the description of the Nebelcloud system and the suitability and operating effectiveness of controls to meet the applicable C5 criteria of the Federal Office for Information Security (BSI) throughout the period 1 May 2024 to 30 April 2025, in accordance with ISAE 3000 (Revised). In our opinion, in all material respects, the controls met the applicable C5 criteria.',
    ],
  },
  {
    title: 'a SOC for Supply Chain',
    kind: 'other',
    pages: [
      'SOC for Supply Chain report\nHearthstone Devices, Inc.',
      'Independent Accountant’s Report\nWe have examined the description of Hearthstone Devices’ system for producing, manufacturing, or distributing infusion pumps throughout the period January 1, 2025 to December 31, 2025 based on DC section 300 and the effectiveness of controls based on the trust services criteria relevant to security. In our opinion, in all material respects, the description presents the production, manufacturing, or distribution system.',
    ],
  },
  {
    title: 'a SOC 1 whose cover has no number',
    kind: 'soc1',
    pages: [
      'Report on Talbot Claims’ Description of Its Claims Processing System and on the Suitability of the Design and Operating Effectiveness of Its Controls\nJuly 1, 2024 to June 30, 2025',
      'Independent Service Auditor’s Report\nTo the Board of Talbot Claims, Inc.\nWe have examined Talbot Claims, Inc.’s description of its claims processing system for processing user entities’ transactions throughout the period July 1, 2024 to June 30, 2025 and the suitability of the design and operating effectiveness of the controls to achieve the related control objectives stated in the description. The cloud host has obtained a SOC 2 Type 2 report on the trust services criteria relevant to security.\nIn our opinion, in all material respects, the description fairly presents the system; the controls related to the control objectives were suitably designed and operated effectively.\nMarch & Orchard LLP\nOmaha, Nebraska\nAugust 8, 2025',
    ],
  },
  {
    title: 'a SOC 3 that opines directly on the controls',
    kind: 'soc3',
    pages: [
      'Report of Independent Accountants\nTo the management of Everly Cloud, Inc.\nWe have examined management’s assertion, contained within the accompanying “Management’s Report of its Assertion on the Effectiveness of its Controls over the Everly Cloud system based on the trust services criteria relevant to security”, that Everly’s controls were effective throughout the period May 1, 2024 to April 30, 2025. In our opinion, the assertion is fairly stated, in all material respects.\nBoyce Tan LLP',
      'Management’s Report of its Assertion. We are responsible for the controls within the Everly Cloud system. A SOC 2 report may be had under a confidentiality agreement.',
    ],
  },
  {
    title: 'a SOC for Cybersecurity that never uses the short name',
    kind: 'soc-cybersecurity',
    pages: [
      'Cybersecurity Risk Management Examination Report\nRamsey County Hospitals\nOctober 1, 2024 to September 30, 2025',
      'Independent Accountant’s Report\nTo the Board of Ramsey County Hospitals\nWe have examined the accompanying management’s description of Ramsey County Hospitals’ cybersecurity risk management program and the effectiveness of the controls within that program throughout the period to achieve the entity’s cybersecurity objectives based on the trust services criteria for security, availability and confidentiality. In our opinion, in all material respects, the controls within the program were effective.',
    ],
  },
  {
    title: 'a SOC 2 Type 1 without a cover',
    kind: 'soc2',
    pages: [
      'Independent Service Auditor’s Report\nTo Lindel Ops, Inc.\nWe have examined Lindel Ops, Inc.’s description of its Lindel platform as of May 31, 2025 based on the description criteria and the suitability of the design of controls stated in the description as of May 31, 2025 based on the trust services criteria relevant to security.\nWe did not perform procedures regarding operating effectiveness and do not express an opinion thereon.\nIn our opinion, in all material respects, the description presents the Lindel platform and the controls were suitably designed as of May 31, 2025.\nAuden Hale PLLC\nBoise, Idaho\nJune 30, 2025',
    ],
  },
  {
    title: 'the first pages of a SOC 2 with its contents alone',
    kind: 'soc2',
    pages: [
      'Mistral Care, Inc.\nSOC 2 Type 2 Report\nReport on Mistral Care, Inc.’s Description of Its System and on the Suitability of the Design and Operating Effectiveness of Its Controls Relevant to Security and Confidentiality\nFor the period February 1, 2025 to January 31, 2026',
      'Table of Contents\nSection I Independent Service Auditor’s Report 3\nSection II Management’s Assertion 7\nSection III Description of the Mistral Care System 10\nSection IV Trust Services Criteria, Related Controls, and Tests of Controls 31',
    ],
  },
  {
    title: 'a drafted SOC 2 of one page',
    kind: 'soc2',
    pages: [
      'DRAFT – FOR DISCUSSION PURPOSES ONLY\nIndependent Service Auditor’s Report\nTo the Management of Tansy Labs\nWe have examined Tansy Labs’ description of its Tansy system throughout the period March 1, 2025 to [TBD] and the suitability of the design and operating effectiveness of controls based on the trust services criteria relevant to security.\nIn our opinion, in all material respects, the description presents the system.\n[Signature to be inserted]\n[DATE]',
    ],
  },
  {
    title: 'tests of controls alone',
    kind: 'soc2',
    pages: [
      'Section IV: Trust Services Criteria, Related Controls, and Tests of Controls\nCC6.1 The entity implements logical access security software.\nAC-01 Access is approved. Inspected approvals for a sample of 25 users. No exceptions noted.\nAC-02 Reviews are done each quarter. Inspected two quarters. No exceptions noted.\nCC6.2 Prior to issuing credentials the entity registers users.\nAC-03 Leavers are removed in one day. Inspected 25 leavers. Exception noted: 2 of 25 were late.\nThe applicable trust services criteria and service commitments and system requirements are met through complementary user entity controls. Description criteria apply.',
    ],
  },
  {
    title: 'a readiness report by a CPA firm in the words of a report',
    kind: 'readiness-assessment',
    pages: [
      'Pre-Assessment Findings\nTrust Services Criteria: Security\nPrepared for Gentian Software by Oake & Marsh CPAs\nWe evaluated the controls of Gentian Software against the criteria. Our work was a consulting service and not an attestation engagement; accordingly we give no opinion.\nCC6.1 In place\nCC6.2 Gap: no formal offboarding\nCC7.2 Gap: logs are not reviewed\nRecommendation: close the gaps before the Type 1 date of 30 September 2025.',
    ],
  },
  {
    title: 'a gap analysis by a consultant',
    kind: 'readiness-assessment',
    pages: [
      'SOC 2 Gap Analysis\nWillow Pharmacy Systems\nDeliverable of Stratum Advisory, 3 February 2026\nStatus by criterion: 21 ready, 8 partially ready, 4 not ready\nRemediation roadmap: Q2 2026\nTarget: SOC 2 Type 2, observation 1 July 2026 to 31 December 2026',
    ],
  },
]
