import { scanned } from '../producers/scan'
import { grid, h, ol, p, ps, ul, webPrinted } from '../producers/web'
import type { Sample } from '../sample'
import { cells } from '../houses/own'

interface Answers {
  terms: Record<string, unknown>
  weak?: string
  missing?: string
  /** Where more than one answer is honest: `B01 present or weak`, one on each line. */
  either?: string
}

const all = Array.from({ length: 25 }, (unused, index) => `B${String(index + 1).padStart(2, '0')}`)
const both = { signedByCoveredEntity: true, signedByBusinessAssociate: true }

/** B26, that the practice keeps the paper for six years, is nothing that the paper itself can answer. */
function provisionsOf({ weak = '', missing = '', either = '' }: Answers): Record<string, string> {
  return {
    ...Object.fromEntries(all.map((id) => [id, 'present'])),
    ...Object.fromEntries(words(weak).map((id) => [id, 'weak'])),
    ...Object.fromEntries(words(missing).map((id) => [id, 'missing'])),
    ...Object.fromEntries(
      cells(either.replaceAll(/^(\s*B\d\d) /gm, '$1|')).map(([id, result]) => [id!, result!]),
    ),
  }
}

function words(list: string): string[] {
  return list.split(' ').filter(Boolean)
}

/** Agreements and what is taken for them, each in words of its own, open and kept for checking in turn. */
export const strangeAgreementSamples: Sample[] = [
  agreement('of a hospital after the federal sample', false, hospital, {
    terms: {
      coveredEntity: 'Prairie Rose Community Hospital',
      businessAssociate: 'Linden Court Transcription, Inc.',
      effective: '2024-05-01',
      expires: null,
      term: 'evergreen',
      terminationNoticeDays: 30,
      breachNoticeDays: 15,
      ...both,
    },
    missing: 'B23',
  }),
  agreement('on one page', false, onePage, {
    terms: {
      coveredEntity: 'Dr. Alma Rosales, DDS, PLLC',
      businessAssociate: 'Quickshred of Yuma LLC',
      effective: '2021-09-14',
      breachNoticeDays: 5,
      ...both,
    },
    missing: 'B02 B03 B20 B21 B22 B23',
    either: `
      B06 missing or weak
      B09 missing or weak
      B10 present or weak
      B11 missing or weak
      B15 missing`,
  }),
  agreement('clicked on a web page', false, clicked, {
    terms: {
      businessAssociate: 'Calendarly Health, Inc.',
      effective: null,
      expires: null,
      term: 'with-agreement',
      breachNoticeDays: 60,
      terminationNoticeDays: null,
    },
    missing: 'B22 B23',
    either: `
      B01 present or weak
      B21 present or weak
      B24 weak or missing or needs-a-person
      B25 present or needs-a-person`,
  }),
  agreement('of the year 2005', false, early, {
    terms: {
      coveredEntity: 'Harborview Pediatrics',
      businessAssociate: 'MedFile Storage Company',
      effective: '2005-04-18',
      breachNoticeDays: null,
      ...both,
    },
    missing: 'B03 B08 B09 B15 B19 B20 B21',
    weak: 'B10',
    either: `
      B06 weak or missing
      B11 weak or missing
      B16 present or weak
      B17 present or weak
      B22 present or weak
      B25 weak or missing`,
  }),
  agreement('signed by mail with a certificate', false, envelope, {
    terms: {
      coveredEntity: 'Maple Street Family Medicine, P.C.',
      businessAssociate: 'Starling Remote IT, LLC',
      effective: '2025-03-01',
      expires: '2028-02-29',
      term: 'fixed',
      autoRenews: true,
      terminationNoticeDays: 90,
      breachNoticeDays: 10,
      ...both,
    },
    missing: 'B03',
  }),
  agreement('of a strict practice', false, strict, {
    terms: {
      coveredEntity: 'Beacon Hill Psychiatry Associates',
      businessAssociate: 'Answerline Twentyfour, Inc.',
      effective: '2023-11-15',
      breachNoticeDays: 1,
      signedByCoveredEntity: true,
      signedByBusinessAssociate: false,
    },
    missing: 'B02 B03',
    either: `
      B24 weak or missing`,
  }),
  agreement('plain words in questions', true, questions, {
    terms: {
      coveredEntity: 'Cedar & Sage Women’s Health',
      businessAssociate: 'Foxglove Forms Co.',
      effective: '2025-07-07',
      breachNoticeDays: 3,
      terminationNoticeDays: 45,
      ...both,
    },
    missing: 'B03 B23',
  }),
  agreement('in a table', true, tabled, {
    terms: {
      coveredEntity: 'Tidewater Orthopedic Group',
      businessAssociate: 'Anchor Billing Services, Inc.',
      effective: '2022-01-01',
      expires: '2024-12-31',
      term: 'fixed',
      autoRenews: false,
      breachNoticeDays: 7,
      ...both,
    },
    missing: 'B21',
  }),
  agreement('of a vendor for itself', true, vendorPaper, {
    terms: {
      businessAssociate: 'Glimmer Telehealth Technologies, Inc.',
      breachNoticeDays: 30,
      signedByBusinessAssociate: true,
      signedByCoveredEntity: false,
    },
    weak: 'B10 B17 B19 B21',
    missing: 'B20 B22 B23',
    either: `
      B01 present or weak
      B03 weak or missing
      B09 weak
      B11 missing or weak
      B18 weak or missing
      B24 weak or missing
      B15 missing`,
  }),
  agreement('as a letter', true, letter, {
    terms: {
      coveredEntity: 'Ridgeline Urgent Care',
      businessAssociate: 'Ostrander Collections Bureau',
      effective: '2019-02-11',
      breachNoticeDays: 20,
      ...both,
    },
    missing: 'B02 B03 B20 B21',
  }),
  agreement('with brackets left in', true, brackets, {
    terms: { signedByCoveredEntity: false, signedByBusinessAssociate: false, effective: null },
    missing: 'B02 B03 B20 B21 B22 B23',
    either: `
      B01 weak or missing
      B19 weak or missing
      B24 weak or missing
      B25 weak or missing or needs-a-person`,
  }),
  agreement(
    'of a district, as scanned',
    true,
    district,
    {
      terms: {
        coveredEntity: 'Pine Barrens Hospital District',
        businessAssociate: 'Osage Imaging Archive, LLC',
        effective: '2020-06-01',
        expires: '2023-05-31',
        term: 'fixed',
        breachNoticeDays: 2,
        ...both,
      },
      missing: 'B21 B22',
    },
    'scan',
  ),
  agreement(
    'one page, as scanned',
    true,
    onePage,
    {
      terms: {
        coveredEntity: 'Dr. Alma Rosales, DDS, PLLC',
        businessAssociate: 'Quickshred of Yuma LLC',
        effective: '2021-09-14',
        breachNoticeDays: 5,
        ...both,
      },
    },
    'scan',
  ),
  agreement('an amendment', true, amendment, {
    terms: {
      coveredEntity: 'Harborview Pediatrics',
      businessAssociate: 'MedFile Storage Company',
      effective: '2014-08-25',
      breachNoticeDays: 10,
      ...both,
    },
    either: `
      B01 missing or present or weak
      B02 missing
      B03 missing
      B04 missing
      B05 missing or present
      B07 missing or weak or present
      B09 present
      B12 missing
      B13 missing
      B14 missing
      B16 missing
      B17 missing
      B18 missing
      B20 missing
      B21 missing
      B22 missing
      B23 missing`,
  }),
  not('secrecy agreement that names HIPAA', false, secrecy),
  not('processing addendum', false, processing),
  not('services agreement with a clause on HIPAA', true, services),
  not('data use agreement', true, limited),
  not('policy on business associates', false, policy),
  not('notice that an agreement ended', true, ending),
]

function agreement(
  name: string,
  heldOut: boolean,
  body: () => string,
  answers: Answers,
  producer: Sample['producer'] = 'chromium',
): Sample {
  const expected = {
    document: 'baa',
    ...answers.terms,
    ...(producer !== 'scan' && { provisions: provisionsOf(answers) }),
  }
  return sampleOf(`strange agreement ${name}`, heldOut, body, expected, producer)
}

function not(name: string, heldOut: boolean, body: () => string): Sample {
  return sampleOf(`strange ${name}`, heldOut, body, { document: 'other' }, 'chromium')
}

function sampleOf(
  name: string,
  heldOut: boolean,
  body: () => string,
  expected: Sample['expected'],
  producer: Sample['producer'],
): Sample {
  const print = () =>
    webPrinted({
      css: 'body { font: 11pt/1.4 Georgia, serif } table { border-collapse: collapse; width: 100% } td, th { border: 1px solid #777; padding: 5px; vertical-align: top; text-align: left } .end { break-before: page } .sides { display: flex; gap: 50px } .hand { font-family: cursive; font-size: 17pt; margin: 0 }',
      body: body(),
    })
  return {
    name,
    house: heldOut ? 'strange agreements, kept' : 'strange agreements',
    heldOut,
    own: true,
    producer,
    make:
      producer === 'scan'
        ? async () => scanned(await print(), { resolution: 200, skew: 0.5, noise: 0.2 })
        : print,
    expected,
  }
}

function hand(name: string): string {
  return name ? `<p class="hand">${name}</p>` : '<p>________________________</p>'
}

function sides(...all: [party: string, name: string, title: string, date: string][]): string {
  const side = ([party, name, title, date]: (typeof all)[number]) =>
    `<div><p><b>${party}</b></p>${hand(name)}<p>Printed name: ${name}<br>Title: ${title}<br>Date: ${date || '____________'}</p></div>`
  return `<div class="sides">${all.map(side).join('')}</div>`
}

function hospital(): string {
  return [
    h(1, 'Business Associate Agreement'),
    p(
      'This Agreement is entered into as of May 1, 2024 by and between Prairie Rose Community Hospital (“Hospital”) and Linden Court Transcription, Inc. (“Contractor”). Terms that the HIPAA Rules define have the same meaning here.',
    ),
    h(3, '1. Obligations of Contractor'),
    ol(
      [
        'Contractor shall not use or further disclose protected health information other than as this Agreement permits or requires or as required by law.',
        'Contractor shall use appropriate safeguards, and shall comply with Subpart C of 45 CFR Part 164 with respect to electronic protected health information, to prevent use or disclosure other than as this Agreement provides for.',
        'Contractor shall report to Hospital any use or disclosure not provided for by this Agreement of which it becomes aware, including breaches of unsecured protected health information as required at 45 CFR 164.410, and any security incident of which it becomes aware. A breach shall be reported without unreasonable delay and no later than fifteen (15) calendar days after discovery.',
        'In accordance with 45 CFR 164.502(e)(1)(ii) and 164.308(b)(2), Contractor shall ensure that any subcontractors that create, receive, maintain, or transmit protected health information on its behalf agree in writing to the same restrictions, conditions, and requirements that apply to Contractor.',
        'Within ten days of a request, Contractor shall make protected health information in a designated record set available to Hospital so that Hospital can meet 45 CFR 164.524.',
        'Contractor shall make any amendment to protected health information in a designated record set that Hospital directs under 45 CFR 164.526.',
        'Contractor shall maintain, and make available to Hospital, the information needed for an accounting of disclosures under 45 CFR 164.528.',
        'To the extent that Contractor is to carry out an obligation of Hospital under Subpart E of 45 CFR Part 164, it shall comply with the requirements of Subpart E that apply to Hospital in doing so.',
        'Contractor shall make its internal practices, books, and records available to the Secretary for determining compliance with the HIPAA Rules.',
      ],
      'a',
    ),
    h(3, '2. Permitted Uses and Disclosures'),
    ol(
      [
        'Contractor may use and disclose protected health information only to transcribe dictation, to return transcripts to Hospital and to answer questions of Hospital about them.',
        'Contractor shall limit uses, disclosures and requests to the minimum necessary, consistent with the policies of Hospital.',
        'Contractor may use protected health information for its proper management and administration or to carry out its legal responsibilities, and may disclose it for those purposes if the disclosure is required by law, or if it obtains reasonable assurances from the recipient that the information will remain confidential and that the recipient will notify Contractor of any breach of confidentiality.',
        'Contractor may provide data aggregation services relating to the health care operations of Hospital.',
        'Contractor is not authorized to de-identify protected health information.',
      ],
      'a',
    ),
    h(3, '3. Term and Termination'),
    ol(
      [
        'This Agreement shall be in effect from the date first written above until it is terminated. Either party may terminate it for convenience on thirty (30) days’ written notice.',
        'Hospital may terminate this Agreement if it determines that Contractor has violated a material term and has not cured the breach or ended the violation within the time that Hospital sets.',
        'Upon termination Contractor shall return to Hospital or destroy all protected health information and keep no copies. If that is infeasible, Contractor shall extend the protections of this Agreement to what it keeps and limit further use and disclosure to the purposes that make return or destruction infeasible.',
      ],
      'a',
    ),
    sides(
      ['Prairie Rose Community Hospital', 'Eugene Tallchief', 'Chief Financial Officer', 'April 24, 2024'],
      ['Linden Court Transcription, Inc.', 'Rosa Wendell', 'President', 'April 26, 2024'],
    ),
  ].join('')
}

function onePage(): string {
  return [
    h(2, 'HIPAA BUSINESS ASSOCIATE FORM'),
    ps(
      'Practice: Dr. Alma Rosales, DDS, PLLC        Company: Quickshred of Yuma LLC        Effective date: 9/14/2021',
      'Company collects and shreds paper records of Practice. For that work, and for nothing else, Company may handle protected health information (PHI). Company agrees that it:',
    ),
    ol([
      'will not use or disclose PHI except as this form allows or the law requires;',
      'will keep appropriate safeguards so that PHI is not used or disclosed otherwise;',
      'will tell Practice of any use or disclosure that this form does not allow, and of any breach of unsecured PHI, within 5 days after discovering it;',
      'will have any subcontractor that receives or maintains PHI agree to the same restrictions and conditions;',
      'will let Practice have PHI that it holds so that patients can see it (45 CFR 164.524) or have it amended (45 CFR 164.526), and will account for disclosures (45 CFR 164.528);',
      'will open its practices, books and records about PHI to the Secretary of Health and Human Services;',
      'will, when the work ends, destroy or return all PHI and keep none, or, if that cannot be done, go on protecting it and use it for nothing else.',
    ]),
    p('Practice may end this arrangement at once if Company breaks a material term.'),
    sides(
      ['For Practice', 'Alma Rosales', 'Owner', '9/14/2021'],
      ['For Company', 'Hector Baca', 'Manager', '9/14/2021'],
    ),
  ].join('')
}

function clicked(): string {
  return [
    h(1, 'Business Associate Addendum to the Online Terms'),
    p(
      'Last updated January 9, 2025. When you accept the Online Terms of Calendarly Health, Inc. (“we”) and are a covered entity (“you”), this addendum applies for as long as the Online Terms do and ends when they end. No signature is needed.',
    ),
    ul([
      'We may use and disclose PHI to provide the Services described in the Online Terms: to keep your calendar, to remind your patients and to support your staff. We request, use and disclose no more than the minimum necessary.',
      'We will not use or disclose PHI in any other manner than this addendum permits or as required by law.',
      'We maintain administrative, physical and technical safeguards and comply with the HIPAA Security Rule (Subpart C of Part 164) for electronic PHI.',
      'If we become aware of a use or disclosure that this addendum does not permit, or of a security incident, we report it to you. Pings, port scans and other attempts that fail are reported by this sentence. We report a breach of unsecured PHI without unreasonable delay and in no case later than 60 days after discovery.',
      'Subcontractors that create, receive, maintain or transmit PHI for us must agree, by written contract that meets 164.308(b)(2) and 164.504(e), to the same restrictions, conditions and requirements as bind us.',
      'We make PHI in a designated record set available to you for access under 164.524 and for amendment under 164.526, and we incorporate amendments; you can do both in your account.',
      'We keep and, on request, give you what you need to account for disclosures under 164.528.',
      'Where we carry out an obligation of yours under Subpart E, we comply with the rules that would apply to you.',
      'The Secretary may have our internal practices, books and records to determine your compliance.',
      'We may use PHI for our own management and administration and legal responsibilities, and disclose it for these if required by law or if whoever receives it gives reasonable assurances of confidentiality and will notify us of breaches.',
      'We may aggregate data for your health care operations.',
      'We may de-identify PHI under 164.514 to measure and improve the Services; we don’t sell what results.',
      'You may terminate the Online Terms and this addendum if we have breached a material term of this addendum.',
      'When the Online Terms end, we destroy PHI, or return it if you ask first, and retain no copies. Where that isn’t feasible, we extend the protections of this addendum and limit further uses to those that make it infeasible.',
    ]),
  ].join('')
}

function early(): string {
  return [
    h(2, 'BUSINESS ASSOCIATE CONTRACT'),
    ps(
      'Made April 18, 2005, between Harborview Pediatrics (the “Covered Entity”) and MedFile Storage Company (the “Business Associate”), which stores boxes of charts.',
      'I. The Business Associate may use Protected Health Information to store, find and deliver charts for the Covered Entity, and for its own proper management and administration; it may disclose it for the latter only if required by law or if it has reasonable assurances in writing from the person to whom it is disclosed that it will stay confidential and that breaches of confidentiality will be reported.',
      'II. The Business Associate shall: (A) not use or further disclose the information other than as permitted by this Contract or required by law; (B) use appropriate safeguards to prevent other use or disclosure; (C) report to the Covered Entity any use or disclosure not provided for by this Contract of which it becomes aware; (D) ensure that any agents, including a subcontractor, to whom it provides Protected Health Information agree to the same restrictions and conditions; (E) make the information available for access under 45 CFR 164.524; (F) make it available for amendment and incorporate amendments under 164.526; (G) make available what is required for an accounting under 164.528; (H) make its internal practices, books and records available to the Secretary; (I) at termination, if feasible, return or destroy all Protected Health Information and retain no copies, or, if not feasible, extend the protections of this Contract and limit further uses; and (J) mitigate, to the extent practicable, any harm that comes of a violation.',
      'III. The Covered Entity may terminate this Contract if it determines that the Business Associate has violated a material term. If cure is not possible and termination is not feasible, the Covered Entity shall report the violation to the Secretary.',
    ),
    sides(
      ['Harborview Pediatrics', 'Norman Beck, M.D.', 'Managing Partner', 'April 18, 2005'],
      ['MedFile Storage Company', 'Lou Ferrante', 'Vice President', 'April 15, 2005'],
    ),
  ].join('')
}

function envelope(): string {
  return [
    p('Envelope ID: 7F21C0DE-55A1-4B7E-9D0B-0E2F3A4B5C6D'),
    h(1, 'HIPAA Addendum to the Managed Services Order'),
    p(
      'Maple Street Family Medicine, P.C. (“Client”) and Starling Remote IT, LLC (“Provider”) add the following to their Managed Services Order, with effect from March 1, 2025 (“Addendum Effective Date”).',
    ),
    h(3, 'Article 1. What Provider may do'),
    ps(
      '1.1 Provider may use and disclose PHI solely to monitor, maintain, back up and repair Client’s computers and network.',
      '1.2 Provider may use PHI for its proper management and administration and to meet its legal responsibilities; disclosures for these are allowed if required by law, or upon reasonable assurances from the recipient that PHI will be held confidentially and that the recipient will notify Provider of any breach.',
      '1.3 Provider shall not de-identify PHI. Provider shall confine itself to the minimum necessary PHI.',
    ),
    h(3, 'Article 2. What Provider must do'),
    ps(
      '2.1 Use or disclose PHI in no way other than as this Addendum permits or as law requires.',
      '2.2 Apply appropriate administrative, technical and physical safeguards, and comply with 45 CFR Part 164 Subpart C.',
      '2.3 Report any use or disclosure of PHI not permitted by this Addendum, any Security Incident, and any Breach of Unsecured PHI. Provider shall give notice of a Breach within ten (10) calendar days of discovery, with the names of the individuals as far as it has them.',
      '2.4 Bind each subcontractor that creates, receives, maintains or transmits PHI, by a written agreement, to the same restrictions, conditions and requirements, Subpart C included.',
      '2.5 Furnish PHI in a Designated Record Set for access (45 CFR 164.524) in five business days; carry out amendments (45 CFR 164.526); and record disclosures so that Client can account for them (45 CFR 164.528).',
      '2.6 Comply with Subpart E in so far as it carries out an obligation of Client under Subpart E.',
      '2.7 Open internal practices, books and records to the Secretary.',
      '2.8 Mitigate, as far as is practicable, harmful effects of a use or disclosure in violation of this Addendum.',
    ),
    h(3, 'Article 3. How long'),
    ps(
      '3.1 The Addendum runs from the Addendum Effective Date until February 29, 2028 and renews by itself for terms of one year unless a party declines at least sixty days before the end.',
      '3.2 A party may end the Addendum without cause on ninety (90) days’ written notice to the other.',
      '3.3 Client may terminate the Addendum and the Order where Provider has breached a material term and has not cured the breach within fifteen days of notice, or at once where cure is not possible.',
      '3.4 When the Addendum ends, Provider shall return or destroy all PHI and retain no copies. If this is infeasible, Provider shall say why, extend the protections of the Addendum to that PHI, and limit its use to what makes return or destruction infeasible.',
    ),
    p('Electronically signed by the parties on the dates shown in the certificate.'),
    sides(
      ['Maple Street Family Medicine, P.C.', 'Priya Raman', 'Practice Manager', '2/24/2025'],
      ['Starling Remote IT, LLC', 'Gideon Marsh', 'Owner', '2/25/2025'],
    ),
    `<div class="end">${h(2, 'Certificate of Completion')}</div>`,
    grid(
      ['Signer', 'Event', 'Time', 'Address'],
      [
        ['Priya Raman', 'Signed', '2/24/2025 4:12:09 PM UTC', '203.0.113.8'],
        ['Gideon Marsh', 'Signed', '2/25/2025 9:40:51 AM UTC', '198.51.100.23'],
      ],
    ),
    p('Status: Completed. Pages: 3. Signatures: 2.'),
  ].join('')
}

function strict(): string {
  return [
    h(1, 'AGREEMENT ON PATIENT INFORMATION'),
    p(
      'between Beacon Hill Psychiatry Associates, a covered entity (“Practice”), and Answerline Twentyfour, Inc., its business associate (“Answering Service”), effective November 15, 2023.',
    ),
    ps(
      'Uses. Answering Service may take down messages of patients, pass them to the clinician on call and store them for thirty days. It may make no other use or disclosure of protected health information, save as required by law. It may not use the information for purposes of its own, may not combine it with that of others, and may not de-identify it.',
      'Least information. In all it does, Answering Service shall keep to the minimum necessary.',
      'Safeguards. Answering Service shall have appropriate safeguards in place and shall comply with the Security Rule, Subpart C of 45 CFR Part 164.',
      'Telling. Answering Service shall notify Practice of any security incident, of any use or disclosure not provided for in this agreement, and of any breach of unsecured protected health information, within 24 hours of discovery.',
      'Harm. Answering Service shall mitigate harm as far as practicable and bear the cost.',
      'Subcontractors. It may engage none without consent. Those engaged that create, receive, maintain or transmit protected health information shall agree in writing to the same restrictions, conditions and requirements, including the Security Rule.',
      'Patients’ rights. Within three days of being asked, Answering Service shall provide protected health information for access under 164.524, make amendments under 164.526, and provide the particulars for an accounting of disclosures under 164.528.',
      'Delegated duties. When it performs a duty of Practice under Subpart E, it shall comply with Subpart E as Practice must.',
      'Books. Its internal practices, books and records shall be open to the Secretary.',
      'Ending. If Answering Service violates a material term, Practice may give it five days to cure and, failing that, terminate; or terminate at once. On ending, Answering Service shall return or destroy all protected health information and keep no copy; if this is not feasible it shall continue to protect it as here agreed and shall not use it for anything but what makes return infeasible.',
    ),
    sides(
      ['Beacon Hill Psychiatry Associates', 'Constance Liu, M.D.', 'Medical Director', 'November 10, 2023'],
      ['Answerline Twentyfour, Inc.', '', '', ''],
    ),
  ].join('')
}

function questions(): string {
  const asked = cells(`
Who is this between?|Cedar & Sage Women’s Health (the “Clinic”, a covered entity under HIPAA) and Foxglove Forms Co. (“Foxglove”, its business associate). It starts on July 7, 2025.
What may Foxglove do with our patients’ information?|Host the Clinic’s intake forms, send the answers to the Clinic’s chart, and help the Clinic’s staff. It must stick to the minimum necessary. It may also use the information to run and administer its own business and meet its legal duties, and may disclose it for that only when the law requires it or when the recipient gives reasonable assurances that it will stay confidential and will report breaches back.
What may it not do?|Anything else. Foxglove won’t use or disclose protected health information except as this agreement permits or the law requires. It won’t de-identify it.
How will it be kept safe?|With appropriate safeguards, and by complying with Subpart C of 45 CFR Part 164 for electronic information.
What if something goes wrong?|Foxglove reports any use or disclosure this agreement doesn’t provide for, any security incident, and any breach of unsecured protected health information. It does so within three (3) business days of discovering it.
What about its own vendors?|Any subcontractor that creates, receives, maintains or transmits the information must sign a written agreement with the same restrictions, conditions and requirements.
What if a patient asks for a copy, a correction or a list?|Foxglove gives the Clinic what it needs under 45 CFR 164.524 (access), 164.526 (amendment; Foxglove makes the changes) and 164.528 (accounting of disclosures), within ten days.
What if Foxglove does something the Clinic is bound to do?|Then it follows the same parts of Subpart E that the Clinic would have to follow.
Who may check?|The Secretary of HHS may look at Foxglove’s internal practices, books and records.
How does it end?|Either side may stop without a reason on 45 days’ notice in writing. The Clinic may terminate if Foxglove breaks a material term and doesn’t fix it in 20 days.
And then?|Foxglove returns or destroys all the information and keeps no copies. If that’s not feasible, it goes on protecting it under this agreement and limits further use to the reason why.
`)
  return [
    h(1, 'Our HIPAA Agreement, in Plain Words'),
    ...asked.map(([question, answer]) => h(3, question!) + p(answer!)),
    sides(
      ['Cedar & Sage Women’s Health', 'Hannah Birdsong', 'Administrator', 'July 7, 2025'],
      ['Foxglove Forms Co.', 'Milo Petrakis', 'CEO', 'July 3, 2025'],
    ),
  ].join('')
}

function tabled(): string {
  const rows = cells(`
Parties|Tidewater Orthopedic Group (“TOG”), covered entity; Anchor Billing Services, Inc. (“Anchor”), business associate
Term|January 1, 2022 through December 31, 2024. The agreement does not renew.
Allowed|Anchor may use and disclose PHI to prepare and submit claims, post payments, and work denials for TOG.
Own needs|Anchor may use PHI for its management, administration and legal responsibilities, and disclose it for them if required by law or if it has reasonable assurances of confidentiality and of notice of breaches from the recipient.
Aggregation|Anchor may aggregate data relating to the health care operations of TOG.
Minimum|Requests, uses and disclosures are held to the minimum necessary.
Not allowed|Use or disclosure other than as permitted here or required by law.
Safeguards|Appropriate safeguards; compliance with the Security Rule (45 CFR 164.308, 164.310, 164.312, 164.316).
Reports|Anchor shall report any use or disclosure not provided for, any security incident, and breaches of unsecured PHI (45 CFR 164.410) no later than 7 days after discovery.
Mitigation|Anchor shall mitigate harmful effects to the extent practicable.
Subcontractors|Those that create, receive, maintain or transmit PHI shall agree to the same restrictions, conditions and requirements by a written contract that complies with 164.308(b)(2).
Access|Anchor shall provide PHI for access (164.524) within 10 days.
Amendment|Anchor shall make PHI available for amendment and incorporate amendments (164.526).
Accounting|Anchor shall provide information for an accounting of disclosures (164.528).
Delegation|When carrying out TOG’s obligation under Subpart E, Anchor shall comply with Subpart E.
Government|Anchor shall make internal practices, books and records available to the Secretary.
Breach of contract|TOG may terminate if Anchor has violated a material term, after 30 days to cure.
At the end|Anchor shall return or destroy all PHI and retain no copies; if infeasible, it shall extend the protections and limit further use to what makes it infeasible.
`)
  return [
    h(1, 'Business Associate Agreement (Schedule Form)'),
    grid(['Subject', 'What is agreed'], rows, [22, 78]),
    sides(
      ['TOG', 'Walter Inglis', 'Executive Director', '12/15/2021'],
      ['Anchor', 'Brenda Sykes', 'Owner', '12/17/2021'],
    ),
  ].join('')
}

function vendorPaper(): string {
  return [
    h(1, 'Glimmer Telehealth Technologies, Inc. – Standard BAA (Version 2023-B)'),
    ps(
      'This BAA is between Glimmer Telehealth Technologies, Inc. (“Glimmer”) and the customer that signs below (“Customer”). It is not open to negotiation.',
      'Glimmer may use and disclose PHI as needed to provide the Platform under the Subscription Agreement. It may use PHI for its own management, administration and legal responsibilities, and disclose it for these where required by law or where it obtains reasonable assurances that the PHI will be kept confidential and that breaches will be notified to Glimmer. It may aggregate PHI with that of other customers to build and improve its own products.',
      'Glimmer may de-identify PHI and may use, license or sell the result, and train models with it, without limit of time.',
      'Glimmer will not use or disclose PHI otherwise than as permitted by this BAA or as required by law. It will use appropriate safeguards and comply with Subpart C of 45 CFR Part 164.',
      'Glimmer will report to Customer any use or disclosure not permitted by this BAA and any successful security incident of which it becomes aware. It will notify Customer of a breach of unsecured PHI within 30 days after Glimmer has confirmed that the breach took place.',
      'Glimmer will require subcontractors that handle PHI to agree to terms substantially similar to those of this BAA.',
      'Upon request, Glimmer will provide access under 164.524, make amendments under 164.526 and provide information for an accounting under 164.528.',
      'Glimmer will make its internal practices, books and records available to the Secretary.',
      'Glimmer may terminate this BAA at any time if Customer fails to pay or breaches the Subscription Agreement. Customer may not terminate this BAA while the Subscription Agreement is in force.',
      'On termination Glimmer will return PHI if Customer so requests in writing within ten days.',
    ),
    sides(
      ['Glimmer Telehealth Technologies, Inc.', 'Sterling Voss', 'General Counsel', 'March 2, 2023'],
      ['Customer', '', '', ''],
    ),
  ].join('')
}

function letter(): string {
  return [
    ps(
      'Ridgeline Urgent Care\n5 Depot Road, Bozeman, Montana',
      'February 11, 2019',
      'Ostrander Collections Bureau\nAttention: Mr. Felix Ostrander',
      'Dear Felix,',
      'Because you’ll see protected health information when you collect overdue accounts for us, HIPAA wants a business associate contract between us. This letter is that contract once you have signed it, with effect from today.',
      'You may use and disclose the information to write to, telephone and take payments from our patients, and to report to us. You won’t use or disclose it in any other way unless the law requires you to. You’ll use appropriate safeguards to prevent that, and for what is electronic you’ll comply with Subpart C of 45 CFR Part 164.',
      'If you learn of a use or disclosure that this letter doesn’t provide for, of a security incident, or of a breach of unsecured protected health information, you’ll report it to us without delay, and in any case within twenty days of discovering it, and you’ll mitigate the harm as far as practicable.',
      'A subcontractor of yours that creates, receives, maintains or transmits the information has to agree in writing to the same restrictions, conditions and requirements as you.',
      'So that we can meet our duties to patients, you’ll make information available for access (45 CFR 164.524), make amendments that we tell you of (164.526) and keep and hand over a record of disclosures for an accounting (164.528). Should you take on one of our own obligations under Subpart E, you’ll comply with it as we would have to.',
      'Your internal practices, books and records are to be available to the Secretary.',
      'We may terminate this contract, and our collection arrangement, if you violate a material term and don’t put it right within ten days. At the end you’ll return or destroy all protected health information and keep no copies; if that isn’t feasible, you’ll go on protecting it under this letter and use it only for what makes it infeasible.',
      'Yours,',
    ),
    hand('Joan Hatfield'),
    p('Joan Hatfield, Practice Administrator, for Ridgeline Urgent Care'),
    p('Agreed on February 13, 2019 for Ostrander Collections Bureau:'),
    hand('Felix Ostrander'),
    p('Felix Ostrander, Proprietor'),
  ].join('')
}

function brackets(): string {
  return [
    h(1, 'Business Associate Agreement'),
    ps(
      'This agreement is made on [Insert Date] between [Insert Name of Covered Entity] (“Covered Entity”) and [Insert Name of Business Associate] (“Business Associate”).',
      'Business Associate may use or disclose protected health information for the following purposes: [Insert purposes or name the service agreement].',
      'Business Associate shall not use or disclose it other than as permitted by this agreement or required by law; shall use appropriate safeguards and comply with Subpart C of 45 CFR Part 164; and shall report any use or disclosure not provided for by this agreement, any breach of unsecured protected health information and any security incident of which it becomes aware, within [__] days.',
      'Subcontractors that create, receive, maintain or transmit protected health information shall agree in writing to the same restrictions, conditions and requirements.',
      'Business Associate shall make protected health information available for access under 164.524 and for amendment under 164.526, shall provide the information for an accounting of disclosures under 164.528, shall comply with Subpart E when carrying out an obligation of Covered Entity under it, and shall make its internal practices, books and records available to the Secretary.',
      'Covered Entity may terminate this agreement if Business Associate has violated a material term. Upon termination, Business Associate shall return or destroy all protected health information and retain no copies or, if infeasible, extend the protections of this agreement and limit further use and disclosure.',
    ),
    sides(['[Covered Entity]', '', '', ''], ['[Business Associate]', '', '', '']),
  ].join('')
}

function district(): string {
  return [
    h(1, 'PINE BARRENS HOSPITAL DISTRICT'),
    h(2, 'Business Associate Contract No. 20-117'),
    ps(
      'WHEREAS Pine Barrens Hospital District (the “District”) is a covered entity; WHEREAS Osage Imaging Archive, LLC (the “Vendor”) keeps studies of the District’s patients; NOW, THEREFORE, the parties agree:',
      '1. This Contract begins June 1, 2020 and ends May 31, 2023.',
      '2. The Vendor may receive, keep and hand back imaging studies and the protected health information in them for the District, holding itself to the minimum necessary. It may use the same for its own administration and legal responsibilities and may disclose it for them if required by law, or upon reasonable assurances of confidentiality and notice of breaches. It may aggregate data for the District’s health care operations.',
      '3. The Vendor shall not otherwise use or disclose it, except as required by law; shall have appropriate safeguards; and shall comply with Subpart C of 45 CFR Part 164.',
      '4. The Vendor shall report any use or disclosure not provided for, any security incident, and any breach of unsecured protected health information not later than two (2) business days after discovery, and shall mitigate the harm to the extent practicable.',
      '5. Subcontractors that create, receive, maintain or transmit protected health information shall be held by written contract to the same restrictions, conditions and requirements.',
      '6. The Vendor shall afford access (164.524), amendment (164.526) and accounting of disclosures (164.528); shall comply with Subpart E when it carries out an obligation of the District; and shall make its internal practices, books and records available to the Secretary.',
      '7. The District may terminate this Contract upon violation of a material term. On termination the Vendor shall return or destroy all protected health information, keeping no copies, or, if infeasible, shall extend these protections and limit further use.',
    ),
    sides(
      ['Pine Barrens Hospital District', 'Harlan Moody', 'Superintendent', 'May 20, 2020'],
      ['Osage Imaging Archive, LLC', 'Teresa Blackfox', 'Managing Member', 'May 18, 2020'],
    ),
  ].join('')
}

function amendment(): string {
  return [
    h(1, 'First Amendment to Business Associate Contract'),
    ps(
      'Harborview Pediatrics (“Covered Entity”) and MedFile Storage Company (“Business Associate”) made a Business Associate Contract on April 18, 2005. To bring it in line with the rules published on January 25, 2013, they amend it with effect from August 25, 2014 as follows. What isn’t amended stays in force.',
      '1. Business Associate shall comply with Subpart C of 45 CFR Part 164 with respect to electronic Protected Health Information and shall report to Covered Entity any security incident of which it becomes aware.',
      '2. Business Associate shall report breaches of unsecured Protected Health Information as required by 45 CFR 164.410, without unreasonable delay and no later than ten (10) days after discovery.',
      '3. In place of section II(D): Business Associate shall ensure that subcontractors that create, receive, maintain, or transmit Protected Health Information on its behalf agree in writing to the same restrictions, conditions and requirements, in accordance with 164.502(e)(1)(ii) and 164.308(b)(2).',
      '4. To the extent that Business Associate carries out an obligation of Covered Entity under Subpart E, it shall comply with the requirements of Subpart E that apply to Covered Entity.',
    ),
    sides(
      ['Harborview Pediatrics', 'Norman Beck, M.D.', 'Managing Partner', 'August 25, 2014'],
      ['MedFile Storage Company', 'Lou Ferrante', 'President', 'August 22, 2014'],
    ),
  ].join('')
}

function secrecy(): string {
  return [
    h(1, 'Non-Disclosure Agreement'),
    ps(
      'Maple Street Family Medicine, P.C. and Wagtail Analytics, Inc. want to talk about a project and will show each other information that is confidential.',
      'Each keeps the other’s information secret for three years, uses it only for the talks, and gives it back or destroys it on request.',
      'Neither party will show protected health information, as HIPAA defines it, under this agreement. Before that happens they will sign a business associate agreement that meets 45 CFR 164.504(e).',
    ),
    sides(
      ['Maple Street Family Medicine, P.C.', 'Priya Raman', 'Practice Manager', 'June 2, 2025'],
      ['Wagtail Analytics, Inc.', 'Otis Brand', 'CEO', 'June 3, 2025'],
    ),
  ].join('')
}

function processing(): string {
  return [
    h(1, 'Data Processing Addendum'),
    ps(
      'This addendum applies where Fjordline Forms AS (“Processor”) handles personal data for its customer (“Controller”) under the GDPR or acts as a service provider under the California Consumer Privacy Act.',
      'Processor acts on documented instructions, keeps staff to confidentiality, takes the measures of Annex II, and tells Controller of a personal data breach within 36 hours of becoming aware of it.',
      'Subprocessors are listed on a web page; Controller has 14 days to object to a new one. Transfers rest on the standard contractual clauses.',
      'When the services end, Processor deletes or returns personal data. Controller may audit once a year.',
    ),
    grid(
      ['Annex', 'Content'],
      [
        ['I', 'Subject matter, duration, kinds of data'],
        ['II', 'Measures'],
        ['III', 'Subprocessors'],
      ],
    ),
  ].join('')
}

function services(): string {
  return [
    h(1, 'Hosted Software Agreement'),
    ps(
      'Between Corncrake Dictation, Inc. (“Corncrake”) and Tidewater Orthopedic Group (“Subscriber”), dated October 1, 2025.',
      '1. Corncrake lets Subscriber use the software for a year at a time. 2. Subscriber pays $300 for each clinician and month. 3. The software will be there 99.5 percent of each month.',
      '4. HIPAA. The parties will sign a business associate agreement at the same time as this one. If the two differ on protected health information, that one governs.',
      '5. Each party keeps the other’s confidential information secret. 6. Liability ends at what was paid in a year. 7. Either party may terminate on sixty days’ notice.',
    ),
    sides(
      ['Corncrake Dictation, Inc.', 'Ada Brightwater', 'COO', 'October 1, 2025'],
      ['Tidewater Orthopedic Group', 'Walter Inglis', 'Executive Director', 'October 1, 2025'],
    ),
  ].join('')
}

function limited(): string {
  return [
    h(1, 'Data Use Agreement for a Limited Data Set'),
    ps(
      'Prairie Rose Community Hospital (“Holder”) gives Hollins State University (“Recipient”) a limited data set under 45 CFR 164.514(e) for a study of readmissions.',
      'Recipient shall not use or further disclose the limited data set other than as this agreement permits or as required by law; shall use appropriate safeguards; shall report to Holder any use or disclosure not provided for of which it becomes aware; shall ensure that agents to whom it gives the data agree to the same restrictions; and shall not identify the individuals or contact them.',
      'Holder may end this agreement if Recipient breaks it. It begins May 5, 2025 and lasts until the study is done.',
    ),
    sides(
      ['Prairie Rose Community Hospital', 'Eugene Tallchief', 'Chief Financial Officer', 'May 5, 2025'],
      ['Hollins State University', 'Dr. Viola Marchetti', 'Principal Investigator', 'May 1, 2025'],
    ),
  ].join('')
}

function policy(): string {
  return [
    h(1, 'Policy 14: Business Associates'),
    ps(
      'Purpose. To see to it that whoever creates, receives, maintains or transmits protected health information for the clinic has signed a business associate agreement first.',
      'Procedure. 1. The office manager decides whether a vendor is a business associate. 2. The agreement must say what uses are permitted, require safeguards and compliance with Subpart C, require reports of breaches and security incidents, bind subcontractors, give access, amendment and accounting, open books to the Secretary, and provide for return or destruction at termination. 3. Signed copies are kept for six years after they were last in effect.',
      'Adopted January 4, 2024. Reviewed yearly.',
    ),
  ].join('')
}

function ending(): string {
  return ps(
    'Maple Street Family Medicine, P.C.',
    'August 1, 2025',
    'To Osage Imaging Archive, LLC',
    'Our business associate agreement of June 1, 2022 ends with our services agreement on August 31, 2025. Under its section 9 you are to return or destroy all protected health information, keep no copies, and confirm in writing within thirty days that this was done, or tell us why it is infeasible.',
    'Please send the certificate of destruction to the undersigned.',
    'Priya Raman\nPractice Manager',
  )
}
