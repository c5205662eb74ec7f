import type { Expected } from '../facts'
import { merged } from '../producers/assemble'
import { scanned } from '../producers/scan'
import { grid, h, ol, p, ps, ul, webPrinted } from '../producers/web'
import type { Sample } from '../sample'

const none = { opinion: null, exceptions: null, reportType: null, periodStart: null, periodEnd: null }

/** Papers of other kinds in shapes that are seldom met, open and kept for checking in turn. */
export const strangeKindSamples: Sample[] = [
  strange('SOC 1 of a biller', false, { document: 'soc1', categories: null }, socOne),
  strange(
    'SOC 3 without its name on the cover',
    true,
    {
      document: 'soc3',
      exceptions: null,
      serviceAuditor: 'Oakhurst Delaney LLP',
      periodStart: '2023-05-01',
      periodEnd: '2024-04-30',
    },
    socThree,
  ),
  strange(
    'cybersecurity of a hospital group',
    true,
    { document: 'soc-cybersecurity', exceptions: null },
    cyber,
  ),
  strange('bridge letter as a message', false, { document: 'bridge-letter', exceptions: null }, comfort),
  strange(
    'bridge letter that never says so',
    true,
    { document: 'bridge-letter', exceptions: null },
    gap,
    'scan',
  ),
  strange(
    'certificate in two languages',
    false,
    { document: 'iso27001-certificate', ...none, categories: null },
    bilingual,
  ),
  strange(
    'certificate with an annex of sites',
    true,
    { document: 'iso27001-certificate', ...none, categories: null },
    annexed,
  ),
  strange('HITRUST i1', false, { document: 'hitrust-letter', ...none }, hitrustOne),
  strange('HITRUST r2 with scores', true, { document: 'hitrust-letter', ...none }, hitrustTwo),
  strange('attestation of a penetration test', false, { document: 'pentest', ...none }, pentest),
  strange('retest of an application', true, { document: 'pentest', ...none }, retest),
  strange('gap report of a CPA firm', false, { document: 'readiness-assessment', ...none }, readiness),
  strange(
    'statement of work for an examination',
    true,
    { document: 'engagement-letter', opinion: null, exceptions: null },
    statementOfWork,
  ),
  strange(
    'engagement letter that was countersigned',
    false,
    { document: 'engagement-letter', opinion: null, exceptions: null },
    engagement,
  ),
  strange(
    'summary that quotes an opinion',
    true,
    { document: 'self-made-summary', opinion: null, exceptions: null },
    quoting,
  ),
  strange('white paper', false, { document: 'other', ...none, categories: null }, whitePaper),
  strange('questionnaire', true, { document: 'other', ...none, categories: null }, questionnaire),
  strange(
    'insurance certificate',
    false,
    { document: 'other', ...none, categories: null },
    insurance,
    'scan',
  ),
  strange('invoice of an auditor', true, { document: 'other', ...none, categories: null }, invoice),
  strange('brochure', false, { document: 'other', ...none, categories: null }, brochure),
  strange(
    'description template',
    false,
    { document: 'guidance-or-template', opinion: null, exceptions: null },
    template,
  ),
  strange(
    'guide for readers',
    true,
    { document: 'guidance-or-template', opinion: null, exceptions: null },
    guide,
  ),
  strange('card payment attestation', true, { document: 'other', ...none, categories: null }, cardPayments),
  strange(
    'order form before a policy',
    false,
    { document: 'other', ...none, categories: null },
    async () => merged(await orderForm(), await whitePaper()),
    'pdf-lib',
  ),
]

function strange(
  name: string,
  heldOut: boolean,
  expected: Expected,
  make: () => Promise<Buffer>,
  producer: Sample['producer'] = 'chromium',
): Sample {
  return {
    name: `strange ${name}`,
    house: heldOut ? 'strange kinds, kept' : 'strange kinds',
    heldOut,
    own: true,
    producer,
    make: producer === 'scan' ? async () => scanned(await make(), { resolution: 180, skew: 0.8 }) : make,
    expected,
  }
}

function sheet(
  body: string,
  css = 'body { font: 11pt/1.45 Calibri, Arial, sans-serif } table { border-collapse: collapse; width: 100% } td, th { border: 1px solid #888; padding: 4px; text-align: left; vertical-align: top; font-size: 9.5pt }',
): Promise<Buffer> {
  return webPrinted({ css, body })
}

function socOne(): Promise<Buffer> {
  return sheet(
    [
      '<div style="height:200px"></div>',
      ps(
        'Fernhollow Medical Billing, Inc.',
        'Report on a Service Organization’s Controls Placed Over Claims and Patient Payments',
        'Type 2, February 1, 2024 to January 31, 2025',
      ),
      h(1, 'Independent Service Auditor’s Report'),
      ps(
        'We have examined the description by Fernhollow Medical Billing, Inc. of its claims and patient payments system for processing transactions of user entities throughout the period February 1, 2024 to January 31, 2025, and whether controls in it were suitably designed and operated effectively to achieve the related control objectives that the description states.',
        'The controls and control objectives are those which management believes are likely to be relevant to user entities’ internal control over financial reporting; the description doesn’t take in what isn’t likely to be relevant to it.',
        'The examination was conducted under AT-C section 320. Fernhollow’s hosting provider has issued a SOC 2 Type 2 report on security, availability and confidentiality, which we did not examine.',
        'In our opinion, in all material respects, based on the criteria in management’s assertion, (1) the description fairly presents the system, (2) the controls related to the control objectives were suitably designed, and (3) the controls operated effectively to give reasonable assurance that the control objectives were achieved throughout the period February 1, 2024 to January 31, 2025.',
        'Crosswell Haight LLP\nSpokane, Washington\nMarch 14, 2025',
      ),
      h(1, 'Control Objectives, Controls and Tests'),
      grid(
        ['Objective', 'Control', 'Test', 'Result'],
        [
          [
            'Charges are complete',
            'Batch totals are agreed daily',
            'Reperformed 25 batches',
            'No exceptions noted',
          ],
          [
            'Payments are posted to the right account',
            'Unmatched payments are reviewed',
            'Inspected 20 reviews',
            'Exception noted: 2 of 20 reviews were late',
          ],
          [
            'Access is restricted',
            'Leavers are removed weekly',
            'Inspected 15 leavers',
            'No exceptions noted',
          ],
        ],
      ),
      h(2, 'Complementary user entity controls'),
      ul(['User entities reconcile deposits.', 'User entities approve refunds.']),
    ].join(''),
  )
}

function socThree(): Promise<Buffer> {
  return sheet(
    [
      ps(
        'Lumen Orchard Imaging, Inc.',
        'Report on Its Image Exchange Relevant to Security and Availability',
        'May 1, 2023 to April 30, 2024',
        'For general use',
      ),
      h(1, 'Report of Independent Accountants'),
      ps(
        'To the Management of Lumen Orchard Imaging, Inc.',
        'We have examined management’s assertion, titled “Assertion Regarding the Effectiveness of Controls”, that the controls within the Image Exchange were effective throughout the period May 1, 2023 to April 30, 2024 to provide reasonable assurance that the service commitments and system requirements of Lumen Orchard were achieved based on the trust services criteria relevant to security and availability.',
        'Management selected the commitments and is responsible for the assertion. We are responsible for an opinion on it. Our examination followed standards of the American Institute of Certified Public Accountants. Controls have limits.',
        'In our opinion, the assertion that controls within the Image Exchange were effective throughout the period May 1, 2023 to April 30, 2024 is fairly stated, in all material respects.',
        'Oakhurst Delaney LLP\nMinneapolis, Minnesota\nJune 21, 2024',
      ),
      h(1, 'Assertion Regarding the Effectiveness of Controls'),
      ps(
        'We are responsible for controls within the Image Exchange. We evaluated them throughout the period May 1, 2023 to April 30, 2024 and assert that they were effective.',
        'Attachment A sets out the boundaries of the system; Attachment B the principal service commitments.',
      ),
      h(2, 'Attachment A'),
      p('The Image Exchange carries pictures between radiologists. It runs on Amazon Web Services.'),
      h(2, 'Attachment B'),
      p('Pictures arrive within two minutes and are seen only by those to whom they are addressed.'),
    ].join(''),
  )
}

function cyber(): Promise<Buffer> {
  return sheet(
    [
      h(1, 'Quincy Valley Health: Cybersecurity Risk Management Examination'),
      h(2, 'Independent accountant’s report'),
      ps(
        'To the Board of Trustees of Quincy Valley Health',
        'We have examined the accompanying description of the entity-wide cybersecurity risk management program of Quincy Valley Health in force from July 1, 2024 to June 30, 2025 against the description criteria of the AICPA, and the effectiveness of controls within that program in achieving the entity’s cybersecurity objectives against the control criteria, for which management chose the trust services criteria for security, availability and confidentiality.',
        'In our opinion, in all material respects, the description is presented in accordance with the description criteria and the controls within the program were effective in achieving the cybersecurity objectives from July 1, 2024 to June 30, 2025.',
        'Harbison Vance PLLC\nYakima, Washington\nSeptember 9, 2025',
      ),
      h(2, 'Management’s description'),
      ps(
        'Nature of business. Quincy Valley Health runs three hospitals.',
        'Principal information assets. Charts, images and payroll.',
        'Governance. A committee of the board oversees the program.',
      ),
    ].join(''),
  )
}

function comfort(): Promise<Buffer> {
  return sheet(
    ps(
      'From: Imogen Strand, VP Compliance, Kelpline Scheduling, Inc.\nTo: Customers\nDate: November 3, 2025\nSubject: SOC 2 – what has happened since June',
      'Several of you asked for something to put in the file until our next report is out. Here it is.',
      'Our last SOC 2 Type 2 report was issued by Dorrance Pell CPAs and covers July 1, 2024 through June 30, 2025, for security and availability. The next report starts on July 1, 2025 and should be with you in September 2026.',
      'From July 1, 2025 through October 31, 2025 we know of no material change in our control environment, and of nothing that would make us think the auditor’s conclusions would be other than they were. This message covers that gap and nothing else.',
      'It comes from us and not from the auditor, who has looked at nothing since June 30, 2025. It doesn’t replace the report, and you shouldn’t lean on it after the next one is out.',
      'Imogen Strand',
    ),
  )
}

function gap(): Promise<Buffer> {
  return sheet(
    ps(
      'NORTHFACE TRANSCRIPTION PARTNERS\n88 Canal Street, Lowell, Massachusetts',
      'January 12, 2026',
      'To whom it may concern',
      'Independent auditors examined our transcription system and reported on it under the title of System and Organization Controls 2, Type 2, with regard to security and confidentiality for the twelve months that ended on September 30, 2025. A copy is available under a confidentiality agreement.',
      'I can confirm that between October 1, 2025 and the date of this letter the controls described in that report have stayed in place, that no significant changes were made to them, and that no events came to my notice that would have a significant adverse effect on them.',
      'This confirmation rests on my own knowledge as chief operating officer. No auditor has tested it. It is not meant to stand in for an audit report.',
      'Sincerely,\nBertrand Oakes\nChief Operating Officer',
    ),
  )
}

function bilingual(): Promise<Buffer> {
  return sheet(
    `<div style="text-align:center">${[
      h(1, 'ZERTIFIKAT / CERTIFICATE'),
      ps(
        'Die Zertifizierungsstelle der Hansa Prüf GmbH bescheinigt / The certification body of Hansa Prüf GmbH certifies',
        'Morgenrot Medizinsoftware AG\nKönigsallee 4, 40212 Düsseldorf',
        'für den Geltungsbereich / for the scope: Entwicklung und Betrieb von Praxissoftware / development and operation of practice software',
        'ein Informationssicherheitsmanagementsystem nach / an information security management system according to\nISO/IEC 27001:2022',
        'Erklärung zur Anwendbarkeit / Statement of Applicability: Version 4.1, 2024-12-02',
        'Zertifikat-Nr. / Certificate no.: 27-00914\nGültig von / valid from 14.01.2025 bis / until 13.01.2028',
        'Akkreditiert durch DAkkS',
      ),
    ].join('')}</div>`,
  )
}

function annexed(): Promise<Buffer> {
  return sheet(
    [
      h(2, 'Certificate of Registration'),
      ps(
        'This is to certify that the Information Security Management System of Calderwood Cloud Backup Ltd, Leeds, has been assessed and registered by Albion Standards Registrars as conforming to ISO 27001:2013.',
        'Certificate number ASR/27/5521. Original registration 3 June 2019. Current registration 3 June 2022. Registration ends 2 June 2025. UKAS 0044.',
        'Scope: the provision of backup services to hospitals, in accordance with Statement of Applicability issue 9.',
      ),
      h(2, 'Annex to certificate ASR/27/5521'),
      grid(
        ['Site', 'Activity'],
        [
          ['Leeds', 'Head office'],
          ['Hull', 'Data centre'],
          ['Cork', 'Support'],
        ],
      ),
      p('Remaining valid depends on surveillance. SOC 2 reports are not issued by this registrar.'),
    ].join(''),
  )
}

function hitrustOne(): Promise<Buffer> {
  return sheet(
    ps(
      'HITRUST\nApril 22, 2025',
      'Bellwether Intake, Inc.\n700 Main Street, Dayton, Ohio',
      'Based upon the validated assessment that was carried out by Corwith Assessors, LLC, an Authorized External Assessor, the following system of the Organization meets the HITRUST Implemented, 1-year (i1) certification criteria: Bellwether Forms, resident at Microsoft Azure.',
      'The certification is valid for one year from the date of this letter, provided that no breach is reported to a regulator and no significant change takes place.',
      'The assessment used HITRUST CSF v11.3. A full copy of the report may be had from the Organization. This letter is not an opinion of a certified public accountant and is not a SOC 2 report.',
      'HITRUST Services Corp.',
    ),
  )
}

function hitrustTwo(): Promise<Buffer> {
  return sheet(
    [
      h(1, 'HITRUST Risk-based, 2-year (r2) Certified: Validated Assessment Report Excerpt'),
      ps(
        'Organization: Tollgate Eligibility Services. Platform: Tollgate Verify. Date of certification: 8 February 2024. Expires: 8 February 2026, subject to the interim assessment.',
        'Scores of the domains, from 1 to 5:',
      ),
      grid(
        ['Assessment domain', 'Maturity'],
        [
          ['Information Protection Program', '4.2'],
          ['Endpoint Protection', '3.9'],
          ['Access Control', '3.6'],
          ['Incident Management', '4.0'],
          ['Data Protection & Privacy', '3.7'],
        ],
      ),
      ps(
        'The external assessor was Gantry & Howe CPAs. Corrective action plans exist for two requirement statements: 01.e (review of rights) and 09.ab (monitoring).',
      ),
    ].join(''),
  )
}

function pentest(): Promise<Buffer> {
  return sheet(
    [
      h(1, 'Attestation'),
      ps(
        'To customers of Paperkite Portal, Inc.',
        'Between 6 and 17 October 2025, testers of Grimsby Offensive Research tried to break into the Paperkite patient portal, its programming interface and eleven addresses on the Internet. The work followed the OWASP testing guide and was done from the outside and with two test accounts.',
        'Weaknesses were rated by CVSS 3.1. We found none that is critical, two that are high, five medium and nine low. On 3 November 2025 we tried the two high ones again, and they had been closed.',
        'The test serves criterion CC4.1 in Paperkite’s SOC 2 Type 2 audit. It shows the state on those days and promises nothing for later.',
        'Lowri Gethin, OSCP, lead tester',
      ),
    ].join(''),
  )
}

function retest(): Promise<Buffer> {
  return sheet(
    [
      h(1, 'Web Application Security Assessment: Retest Summary'),
      ps('Client: Fennimore Claims. Assessor: Blue Heron Labs. Retest window: 4 to 6 March 2024.'),
      grid(
        ['ID', 'Title', 'CVSS', 'First test', 'Retest'],
        [
          ['W-1', 'SQL injection in search', '9.1', 'Open', 'Fixed'],
          ['W-2', 'Session not ended on sign-out', '5.4', 'Open', 'Fixed'],
          ['W-3', 'Verbose errors', '3.1', 'Open', 'Accepted'],
        ],
      ),
      p(
        'Methodology: reconnaissance, mapping, discovery, exploitation. Tools: an intercepting proxy and scripts of our own.',
      ),
    ].join(''),
  )
}

function readiness(): Promise<Buffer> {
  return sheet(
    [
      h(1, 'SOC 2 Gap Report for Marigold Rx, Inc.'),
      ps(
        'Prepared by Bannister Tuohy & Co., Certified Public Accountants. May 30, 2025.',
        'Marigold asked us to compare its controls with the trust services criteria for security, availability and confidentiality before it orders an examination. This was consulting work. We did not examine anything, and we express no opinion and give no assurance.',
        'A Type 1 examination as of September 30, 2025 appears within reach, and a Type 2 for the six months after that.',
      ),
      grid(
        ['Criterion', 'What we saw', 'State', 'What to do'],
        [
          'CC1.1',
          'CC1.2',
          'CC2.1',
          'CC3.2',
          'CC4.1',
          'CC5.3',
          'CC6.1',
          'CC6.2',
          'CC6.3',
          'CC7.1',
          'CC7.2',
          'CC8.1',
          'A1.2',
          'C1.1',
        ].map((id, index) => [
          id,
          index % 3
            ? 'A control is in place and leaves evidence.'
            : 'A control is spoken of but not written down.',
          index % 3 ? 'Ready' : 'Gap',
          index % 3 ? '–' : 'Write the procedure and keep records.',
        ]),
      ),
    ].join(''),
  )
}

function statementOfWork(): Promise<Buffer> {
  return sheet(
    [
      h(1, 'Statement of Work 3'),
      ps(
        'Under the master agreement between Hollander Pike Assurance LLP (“Firm”) and Ravensbourne EHR, Inc. (“Client”), dated June 2, 2024.',
        'Services. Firm will examine Client’s description of its Ravensbourne Practice system and the suitability of the design and operating effectiveness of controls relevant to security, availability and privacy, and will issue a SOC 2 Type 2 report for the period that will run from April 1, 2026 to March 31, 2027.',
        'Management’s duties. Client will prepare the description and a written assertion and will give Firm access to people and records.',
        'Report. Firm expects to issue an opinion; should circumstances call for it, the opinion may be qualified, adverse or disclaimed, or Firm may withdraw.',
        'Fees. $64,000, of which one third is due on signing.',
        'Timing. Planning in February 2026, fieldwork in April 2027, report in June 2027.',
        'Accepted for Client: ____________    For Firm: ____________',
      ),
    ].join(''),
  )
}

function engagement(): Promise<Buffer> {
  return sheet(
    ps(
      'Castellane Ruiz CPAs\n14 Harbor Way, Portland, Maine',
      'August 4, 2025',
      'Saltmarsh Voice, LLC',
      'Dear Ms. Quennell,',
      'This letter confirms the terms on which we are engaged to perform a Type 1 SOC 2 examination of the Saltmarsh Reminders system as of December 15, 2025, with respect to security.',
      'Our report will contain our opinion on whether, in all material respects, the description will present the system and the controls will be suitably designed. We can’t promise that the opinion will be unmodified.',
      'You agree to sign an assertion and a letter of representations. Our fee will be $21,500.',
      'If this agrees with your understanding, please sign and return the copy.',
      'Very truly yours,\nCastellane Ruiz CPAs',
      'Acknowledged: Petra Quennell, President, August 6, 2025',
    ),
  )
}

function quoting(): Promise<Buffer> {
  return sheet(
    [
      h(1, 'Our SOC 2 Type II at a Glance'),
      ps(
        'Prepared by the Trust team of Loomwright Telehealth for customers who don’t have a confidentiality agreement with us. The report itself has 96 pages and can be asked for in the portal.',
        'What did the auditor say? “In our opinion, in all material respects, the controls stated in the description operated effectively throughout the period March 1, 2024 to February 28, 2025.” We’re proud of that.',
        'Which criteria? Security, availability and confidentiality. Exceptions? None worth mentioning. Status: Compliant. Next audit: March 2026.',
      ),
      grid(
        ['Area', 'Our score'],
        [
          ['Access', 'Passed'],
          ['Change', 'Passed'],
          ['Recovery', 'Passed'],
          ['People', 'Passed'],
        ],
      ),
      p('This summary was written by Loomwright and was not reviewed by its auditor.'),
    ].join(''),
  )
}

function whitePaper(): Promise<Buffer> {
  return sheet(
    [
      h(1, 'How Driftwood Keeps Messages Safe'),
      ps(
        'A paper for people who decide about software. Version 7, summer 2025.',
        'Messages are enciphered on the telephone on which they’re written and deciphered only on the one on which they’re read. Keys are changed each week.',
        'Driftwood is audited yearly. Our SOC 2 Type II report covers security, availability and confidentiality; ask your account manager for it. We also hold ISO 27001 and sign business associate agreements with customers who are subject to HIPAA.',
      ),
      h(2, 'Access'),
      p('Four engineers can reach production, each with a hardware key, and each session is recorded.'),
      h(2, 'Continuity'),
      p(
        'Every message is held in three places until it’s delivered. We practise the loss of a place each quarter.',
      ),
      h(2, 'People'),
      p('All of us are trained in privacy when we join and yearly after that.'),
    ].join(''),
  )
}

function questionnaire(): Promise<Buffer> {
  const rows = [
    [
      'A.1',
      'Do you have a SOC 2 report? Type?',
      'Yes, Type 2, July 1, 2024 – June 30, 2025, unqualified opinion, no exceptions',
    ],
    ['A.2', 'Who was the auditor?', 'Wexcombe & Lyle LLP'],
    ['B.1', 'Is data encrypted at rest?', 'Yes'],
    ['B.2', 'Is multi-factor authentication enforced for administrators?', 'Yes'],
    ['C.1', 'Do you have a business continuity plan? Is it tested?', 'Yes, yearly'],
    ['C.2', 'Will you sign a business associate agreement?', 'Yes'],
    ['D.1', 'Have you had a breach in the last three years?', 'No'],
    ['D.2', 'Do you use subcontractors who see PHI?', 'Amazon Web Services'],
  ]
  return sheet(
    h(1, 'Vendor Security Questionnaire (SIG Lite style)') +
      p('Filled in by Grackle Pay, Inc. on October 20, 2025 for Maple Street Family Medicine.') +
      grid(['No.', 'Question', 'Answer'], rows) +
      p('Answers are given in good faith and are not a warranty.'),
  )
}

function insurance(): Promise<Buffer> {
  return sheet(
    [
      h(2, 'CERTIFICATE OF LIABILITY INSURANCE'),
      ps(
        'Date: 09/02/2025',
        'Producer: Stonegate Brokers, Hartford CT. Insured: Juniper Fax Services, Inc.',
        'This certificate is issued as a matter of information only and confers no rights upon the certificate holder.',
      ),
      grid(
        ['Type of insurance', 'Policy number', 'Effective', 'Expires', 'Limit'],
        [
          ['General liability', 'GL-118-22', '09/01/2025', '09/01/2026', '$1,000,000'],
          ['Cyber and privacy', 'CY-204-91', '09/01/2025', '09/01/2026', '$3,000,000'],
        ],
      ),
      p('Certificate holder: Maple Street Family Medicine, P.C.'),
    ].join(''),
  )
}

function invoice(): Promise<Buffer> {
  return sheet(
    [
      p('Penhallow Strand LLP, Certified Public Accountants'),
      h(2, 'INVOICE 40871'),
      ps('Bill to: Ravensbourne EHR, Inc. Date: July 9, 2025. Terms: 30 days.'),
      grid(
        ['Description', 'Amount'],
        [
          [
            'SOC 2 Type 2 examination, period April 1, 2024 to March 31, 2025, second installment',
            '$18,000.00',
          ],
          ['Report of independent service auditor, printing', '$150.00'],
          ['Total due', '$18,150.00'],
        ],
      ),
      p('Thank you for your business.'),
    ].join(''),
  )
}

function brochure(): Promise<Buffer> {
  return sheet(
    `<h1 style="font-size:40pt;color:#d1495b">Fewer no-shows. Happier front desks.</h1>${ps('Pipit texts your patients the way they like: short, kind and on time.')}${ul(['Two-way texting in 14 languages', 'Waiting lists that fill themselves', 'Works with the chart you have', 'SOC 2 Type II and HIPAA compliant, so you can sleep'])}${ps('“We got two hours a day back.” A happy office manager', 'Plans from $89 a month. Call 555-0142 for a demo.')}`,
  )
}

function template(): Promise<Buffer> {
  return sheet(
    [
      h(1, 'System Description Template for a SOC 2® Report'),
      ps(
        'Instructions: replace all text in brackets, then delete this box. This template is no substitute for advice from your auditor.',
        '[Company Name] provides [one sentence on the service] to [kinds of customers]. Its headquarters are in [City, State].',
      ),
      h(2, 'Independent Service Auditor’s Report'),
      p(
        '[To be provided by your auditor. It will begin: We have examined [Company Name]’s description of its [Name of System] throughout the period [start date] to [end date] … relevant to [security, availability, …].]',
      ),
      h(2, 'Assertion of [Company Name] Management'),
      p(
        'We have prepared the description of the [Name of System] for the period [start date] to [end date] …',
      ),
      h(2, 'Subservice organizations'),
      p(
        '[Company Name] uses [AWS / Azure / other] for [service]. The [carve-out / inclusive] method is used.',
      ),
      h(2, 'Complementary user entity controls'),
      ul(['[User entities are responsible for …]', '[User entities are responsible for …]']),
    ].join(''),
  )
}

function guide(): Promise<Buffer> {
  return sheet(
    [
      h(1, 'How to Read a SOC 2 Report: A Guide for Small Practices'),
      ps(
        'Published by the Tri-County Medical Managers’ Circle, 2025.',
        'Start with the opinion. It can be unqualified, qualified (“except for the matter described …”), adverse (“did not operate effectively”), or a disclaimer (“we do not express an opinion”).',
        'Look at the type. A Type 1 speaks as of a date, say June 30, 2025; a Type 2 speaks throughout a period, say July 1, 2024 to June 30, 2025.',
        'Turn to the tests. “No exceptions noted” is what you hope for. “Exception noted: for 3 of 25 leavers …” is what you ask about.',
      ),
      ol([
        'Who is the auditor?',
        'Which system is covered?',
        'Which subservice organizations are carved out?',
        'What must you do yourself?',
      ]),
      p('In our opinion, an hour with the report is an hour well spent.'),
    ].join(''),
  )
}

function cardPayments(): Promise<Buffer> {
  return sheet(
    [
      h(
        1,
        'Payment Card Industry Data Security Standard: Attestation of Compliance for Onsite Assessments – Service Providers',
      ),
      ps(
        'Part 1. Service provider: Grackle Pay, Inc. Qualified Security Assessor: Farrow Bright LLC.',
        'Part 2. Scope: card-not-present payments of medical offices. Date of assessment: 31 August 2025.',
        'Part 3. Based on the results in the Report on Compliance, the entity is found compliant with PCI DSS version 4.0.1.',
        'All requirements are marked in place or not applicable. Signed by the assessor and by an executive officer.',
      ),
    ].join(''),
  )
}

function orderForm(): Promise<Buffer> {
  return sheet(
    h(1, 'Order Form Q-2211') +
      grid(['Product', 'Term', 'Price'], [['Driftwood Messages, 40 seats', '12 months', '$4,320']]) +
      p(
        'By signing, Customer accepts the terms at the address below and receives a copy of the security paper that follows.',
      ),
  )
}
