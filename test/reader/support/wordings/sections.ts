import { PERIOD, type Wording } from './report'

const body = {
  heading: 'Section I – Independent Service Auditor’s Report',
  assertion: `We have prepared the accompanying description of Northfall’s CareBridge Platform ${PERIOD} based on the description criteria. We confirm, to the best of our knowledge and belief, that the controls stated in the description operated effectively ${PERIOD}.`,
  description:
    'Company overview\nNorthfall was founded in 2011 and serves clinics in many states. The boundaries of the system cover the application, its database and the people who run them.',
  tests:
    'CC1.1 The entity demonstrates a commitment to integrity and ethical values.\nEL-01 Employees sign the code of conduct. Inspected the signed code for a sample of new employees. No exceptions noted.\nCC6.1 The entity implements logical access security software.\nLA-02 Access needs two factors. Inspected the configuration. No exceptions noted.',
}
const headed = (
  title: string,
  [heading, assertion, description, tests]: [string, string, string, string],
  contents = '',
): Wording => ({
  title,
  parts: {
    heading,
    assertion: `${assertion}\n${body.assertion}`,
    description: `${description}\n${body.description}`,
    tests: `${tests}\n${body.tests}`,
    contents,
  },
})
const listed = (...names: string[]) =>
  `Table of Contents\n${names.map((name, n) => `${name} ........ ${n + 3}`).join('\n')}`
const COMPANY = 'Northfall Health, Inc.’s Description of Its CareBridge Platform'

/** How the parts of a report may be headed; all of these are complete. */
export const SECTIONS: Wording[] = [
  headed('plain', [
    'Independent Service Auditor’s Report',
    'Management’s Assertion',
    'Description of the System',
    'Tests of Controls',
  ]),
  headed('letter-spaced', [
    'I N D E P E N D E N T  S E R V I C E  A U D I T O R ’ S  R E P O R T',
    'M A N A G E M E N T ’ S  A S S E R T I O N',
    'D E S C R I P T I O N  O F  T H E  S Y S T E M',
    'T E S T S  O F  C O N T R O L S  A N D  R E S U L T S',
  ]),
  headed('section one', [
    'SECTION ONE: INDEPENDENT SERVICE AUDITOR’S REPORT',
    'SECTION TWO: MANAGEMENT’S ASSERTION',
    'SECTION THREE: SYSTEM DESCRIPTION',
    'SECTION FOUR: TESTING MATRICES',
  ]),
  headed('arabic', [
    '1. Report of Independent Service Auditors',
    '2. Assertion of Northfall Health, Inc.',
    '3. Northfall Health, Inc.’s Description of the CareBridge Platform',
    '4. Controls, Criteria, Tests and Results of Tests',
  ]),
  headed('part A', [
    'Part A: Independent Practitioner’s Report',
    'Part B: Northfall’s Assertion',
    'Part C: The CareBridge Platform and Its Controls',
    'Part D: What Was Tested and What Was Found',
  ]),
  headed('tab', [
    'Tab 1 Report of Independent Certified Public Accountants',
    'Tab 2 Management’s Report on the Description',
    'Tab 3 Overview of Operations',
    'Tab 4 Test Matrix',
  ]),
  headed('auditor’s opinion', [
    'Opinion of the Independent Auditor',
    'Statement by the Management of Northfall',
    'About Northfall and the CareBridge Platform',
    'Detailed Testing',
  ]),
  headed('service auditor’s report', [
    'Service Auditor’s Report',
    'Northfall’s Management Assertion',
    'Northfall’s System Description',
    'Service Auditor’s Tests of Controls',
  ]),
  headed('RSA', [
    'Report of the Independent Auditors',
    'Management Assertion Regarding the CareBridge Platform',
    'System Overview',
    'Control Matrix',
  ]),
  headed('information provided', [
    'Section I: Independent Service Auditor’s Report provided by Harrow & Lisle LLP',
    'Section II: Management’s Assertion',
    'Section III: Information Provided by Northfall',
    'Section IV: Information Provided by the Service Auditor',
  ]),
  headed('letters in numbers', ['Section 1', 'Section 2', 'Section 3', 'Section 4']),
  headed('none at all', ['', '', '', '']),
  headed('background', [
    'Independent Accountant’s Report',
    'Management’s Written Statement',
    'Background and Description of Services',
    'Criteria and Controls',
  ]),
  headed('appendix', [
    'Independent Assurance Report',
    'Management Representation',
    'Description of the System',
    'Appendix A: Tests of Controls and Results',
  ]),
  headed(
    'with contents',
    [
      'Section I: Independent Service Auditor’s Report',
      'Section II: Management’s Assertion',
      `Section III: ${COMPANY}`,
      'Section IV: Trust Services Criteria, Related Controls and Tests',
    ],
    listed(
      'Section I: Independent Service Auditor’s Report',
      'Section II: Management’s Assertion',
      `Section III: ${COMPANY}`,
      'Section IV: Trust Services Criteria, Related Controls and Tests',
    ),
  ),
  headed(
    'contents with other words than headings',
    ['Report', 'Statement', 'The Platform', 'Tests'],
    listed(
      'Independent Service Auditor’s Report',
      'Assertion of Northfall Health, Inc. Management',
      COMPANY,
      'Trust Services Criteria, Controls, Tests and Results',
    ),
  ),
  headed(
    'contents with unusual words',
    ['Auditor’s Letter', 'Management’s Letter', 'Our System', 'Findings by Control'],
    listed('Auditor’s Letter', 'Management’s Letter', 'Our System', 'Findings by Control'),
  ),
  headed(
    'contents without numbers',
    [
      'Section I: Independent Service Auditor’s Report',
      'Section II: Management’s Assertion',
      `Section III: ${COMPANY}`,
      'Section IV: Tests of Controls',
    ],
    'Contents\nSection I: Independent Service Auditor’s Report\nSection II: Management’s Assertion\nSection III: Description of the System\nSection IV: Tests of Controls',
  ),
  ...['', 'What Management Says', 'Wording of Our Own'].map((heading): Wording => ({
    title: `signature on a page of its own before ${heading || 'nothing'}`,
    parts: {
      heading: 'To the Reader',
      after: '',
      signed:
        '\fThe report may be used by clients and by nobody else.\nHarrow & Lisle LLP\nMinneapolis, Minnesota\nAugust 22, 2025',
      assertion: `${heading}\n${body.assertion}`,
      description: `${heading && 'Our Company'}\n${body.description}`,
      tests: body.tests,
    },
  })),
  {
    title: 'signature before a description without heading',
    parts: {
      after: '',
      signed: '\fHarrow & Lisle LLP\nMinneapolis, Minnesota\nAugust 22, 2025',
      assertion: '',
      description: body.description,
      tests: body.tests,
      more: body.assertion,
    },
  },
  {
    title: 'assertion first',
    parts: {
      heading: `Section 1: Assertion of Northfall Health, Inc. Management\n${body.assertion}\n\fSection 2: Independent Service Auditor’s Report`,
      assertion: '',
    },
  },
  {
    title: 'sections three and four in one',
    parts: {
      description:
        'Section III – Information Provided by Northfall\nCompany overview\nNorthfall serves clinics. The boundaries of the system cover the application.',
      tests:
        'Control Activities and Tests Performed\nCC1.1 The entity demonstrates a commitment to integrity.\nEL-01 Employees sign the code of conduct. Inspected the signed code. No exceptions noted.\nEL-02 Managers review goals. Inspected the reviews. No exceptions noted.',
    },
  },
  {
    title: 'tests before the description',
    parts: {
      tests: '',
      description: `Section III – Tests of Controls\n${body.tests}\n\fSection IV – Description of the System\n${body.description}`,
    },
  },
]
