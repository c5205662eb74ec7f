import type { Table } from '../../server/reader/pages'
import { nothing } from '../../server/reader/pages'
import type { ReportType } from '../../server/reader/reading'
import { readTests } from '../../server/reader/soc2/tests/tests'
import { criteriaIn } from '../../server/reader/soc2/criteria'
import { paperOf, type Sheet, tableOf, textOf } from './support/paper'

const head = (reportType: ReportType | null = 'type-2') => ({
  reportType: { value: reportType, status: 'found' as const, confidence: 0.9, evidence: [] },
  opinion: nothing<never>('not-stated'),
  affectedCriteria: nothing<never>('not-stated'),
})

function read(tables: Table[], more: Sheet[] = [], texts?: string[]) {
  const last = Math.max(...tables.map((table) => table.lastPage), 1)
  const sheets = Array.from({ length: last }, (_, at): Sheet => ({
    section: 'tests',
    text: texts?.[at] ?? tables.map((table) => textOf(table, at + 1)).join('\n'),
  }))
  const { doc, outline } = paperOf([...sheets, ...more], tables)
  return readTests(doc, outline, head())
}

const HEADINGS =
  'Control | Control activity | Test of controls performed by the service auditor | Results of tests'

test('rows over a page break, responses in another section, controls without occasion', () => {
  const tests = tableOf(
    1,
    `${HEADINGS}
AC-04 | Access is removed within one business day of termination. (CC6.2) | For a sample of 25 of 118 terminated users, inspected the log. | Exception noted. For 7 of 25 terminated users selected, access was removed
@2 AC-04 CONT | | | between 6 and 41 days after the termination date.
AC-05 | User access is reviewed quarterly. (CC6.2, CC6.3) | Inspected the reviews for each quarter in the period. | Exception noted. Reviews for Q2 and Q3 of calendar 2025 were not performed.
AC-06 | Administrators use hardware keys. (CC6.1) | Inspected the configuration. | No exceptions noted.
IR-03 | Customers are told of breaches within 72 hours. (CC7.4) | Inquired of the CISO. | Not tested. No breach notifications were required during the period, so the control did not operate.
CH-07 | Emergency changes are approved. (CC8.1) | For 12 emergency changes, inspected the approval. | Exception noted. 1 of 12 emergency changes was approved on the fifth business day.`,
  )
  const responses = tableOf(
    3,
    `Control | Exception | Management response
AC-04 | 7 of 25 terminated users | Deprovisioning was automated on January 19, 2026.
AC-05 | Q2 and Q3 reviews | Ownership moved to Security.
CH-07 | 1 of 12 emergency changes | The approver was on leave.`,
  )
  const { doc, outline } = paperOf(
    [
      { section: 'tests', text: textOf(tests, 1) },
      { section: 'tests', text: textOf(tests, 2) },
      { section: 'other', text: textOf(responses, 3) },
    ],
    [tests, responses],
  )
  const answer = readTests(doc, outline, head())
  expect(answer.controlsTested.value).toBe(5)
  expect(answer.exceptions.value).toMatchObject([
    {
      control: 'AC-04',
      criteria: ['CC6.2'],
      tested: 25,
      failed: 7,
      page: 1,
      text: expect.stringMatching(/removed between 6 and 41 days/),
      response: { text: 'Deprovisioning was automated on January 19, 2026.', page: 3 },
    },
    { control: 'AC-05', criteria: ['CC6.2', 'CC6.3'], failed: null, page: 2, response: { page: 3 } },
    { control: 'CH-07', tested: 12, failed: 1, response: { text: 'The approver was on leave.' } },
  ])
  expect(answer.exceptions.confidence).toBeGreaterThanOrEqual(0.85)
  expect(answer.notOperated.value).toMatchObject([{ control: 'IR-03', page: 2 }])
  expect(answer.warnings).toEqual([])
})

test('a column of deviations, out of scope, and a response told in prose', () => {
  const answer = read(
    [
      tableOf(
        1,
        `Ref | Control | Test | Deviations
2.3 | New starters sign the code of conduct. | Inspected for 20 of 63 new starters. | None
4.1 | Leavers’ accounts are disabled within 24 hours. | Inspected for 20 of 31 leavers. | Deviation noted: for 1 leaver the account was disabled after 4 days. See management’s comment in Section 5.
4.9 | Encryption keys are rotated yearly. | Inspected the key register. | None
5.2 | Disaster recovery plan. | n/a | Out of scope (Availability is not included in this report).
6.6 | Restoration after a declared disaster. | Inquiry | No occurrences in the period; operating effectiveness could not be tested.
7.4 | Vulnerabilities rated critical are fixed in 7 days. | Inspected for 15 of 88. | 2 deviations: 9 and 16 days.`,
      ),
    ],
    [
      {
        section: 'other',
        text: '# Section 5: Other information provided by Quillmere (unaudited)\n4.1 – The leaver was a contractor paid through an agency.',
      },
    ],
  )
  expect(answer.exceptions.value).toMatchObject([
    {
      control: '4.1',
      tested: 20,
      failed: 1,
      response: { text: 'The leaver was a contractor paid through an agency.', page: 2 },
    },
    { control: '7.4', tested: 15, failed: 2, response: null },
  ])
  expect(answer.notOperated.value).toMatchObject([{ control: '6.6' }])
})

test('no exceptions are only stated when all rows were understood', () => {
  const rows =
    'AC-1 | Doors are locked. | Inspected the doors. | No exceptions noted.\nAC-2 | Visitors sign in. | Inspected the book. |'
  expect(read([tableOf(1, `${HEADINGS}\n${rows} No exceptions noted.`)]).exceptions).toMatchObject({
    status: 'stated-none',
    value: [],
  })
  const unsure = read([tableOf(1, `${HEADINGS}\n${rows} See below.`)])
  expect(unsure.exceptions.status).toBe('unreadable')
  expect(unsure.warnings).toMatchObject([{ code: 'tests-partly-read' }])
})

test('a control repeated under several criteria is one control and one exception', () => {
  const answer = read([
    tableOf(
      1,
      `Criteria | Control # | Control | Test | Result
CC6.1 | AC-1 | Access is reviewed. | Inspected the reviews. | Exception noted. 1 of 4 reviews was late.
CC6.2 | AC-1 | Access is reviewed. | Inspected the reviews. | Exception noted. 1 of 4 reviews was late.
CC6.3 | AC-1 | Access is reviewed. | Inspected the reviews. | See results of test at CC6.1 above. Exception noted.
 | AC-2 | Keys are rotated. | Inspected the keys. | No exceptions noted.`,
    ),
  ])
  expect(answer.controlsTested.value).toBe(2)
  expect(answer.exceptions.value).toHaveLength(1)
  expect(answer.exceptions.value![0]!.criteria).toEqual(expect.arrayContaining(['CC6.1', 'CC6.2']))
})

test('criteria of a heading row hold until the next, and details and responses below a row belong to it', () => {
  const answer = read([
    tableOf(
      1,
      `Control # | Control | Test | Results
CC6.1 – The entity restricts logical access. | | |
CC6.1.1 | Access is approved. | Inspected 25 requests. | Exception noted.
 | Exception Detail: We noted two of 25 workstations without a request. | |
 | Management’s response: The form is now mandatory. | |
CC7.2 – The entity watches. | | |
CC7.2.9 | Logs are kept. | Inspected the logs. | No exceptions noted.`,
    ),
  ])
  expect(answer.exceptions.value).toMatchObject([
    {
      control: 'CC6.1.1',
      criteria: ['CC6.1'],
      tested: 25,
      failed: 2,
      response: { text: 'The form is now mandatory.' },
    },
  ])
})

test('follow-ups of an earlier year are not counted', () => {
  const answer = read([
    tableOf(
      1,
      `${HEADINGS}\nAC-1 | Doors are locked. | Inspected. | No exceptions noted.\nAC-2 | Keys are kept. | Inspected. | No exceptions noted.`,
    ),
    tableOf(
      2,
      'Control | Prior year exception | Current status\nAC-9 | Exception noted. 2 of 25 late. | Remediated',
    ),
  ])
  expect(answer.exceptions.status).toBe('stated-none')
  expect(answer.warnings.map((warning) => warning.code)).toContain('E9')
})

test('a response without a failed test is a warning, not an exception', () => {
  const answer = read([
    tableOf(
      1,
      `${HEADINGS}\nAC-1 | Doors are locked. | Inspected. | No exceptions noted.\nAC-2 | Keys are kept. | Inspected. | No exceptions noted.`,
    ),
    tableOf(2, 'Control | Exception | Management response\nAC-2 | 2 of 25 keys | The keys were found.'),
  ])
  expect(answer.exceptions.value).toEqual([])
  expect(answer.warnings).toMatchObject([{ code: 'E10' }])
})

test('blocks are read like rows', () => {
  const text = `# CC6.1 The entity restricts access.
Control CC6.1.2: Access is approved by the owner of the system.
Test performed: Inspected the tickets for a sample of 25 requests.
Results: No exceptions noted.
Control CC6.1.3: Access is reviewed.
Test performed: Inspected the reviews for a sample of 4 quarters.
Results: Exception noted. For 1 of 4 quarters the review
was not performed.
Management’s response: A reminder was set up.`
  const answer = read([], [], [text])
  expect(answer.controlsTested.value).toBe(2)
  expect(answer.exceptions.value).toMatchObject([
    {
      control: 'CC6.1.3',
      criteria: ['CC6.1'],
      tested: 4,
      failed: 1,
      response: { text: 'A reminder was set up.' },
    },
  ])
})

test('a Type 1 has no results, and a report without its tests says so', () => {
  const { doc, outline } = paperOf([
    { section: 'description', text: 'Exceptions to the password policy are approved.' },
  ])
  expect(readTests(doc, outline, head('type-1')).exceptions.status).toBe('not-applicable')
  expect(readTests(doc, outline, head()).exceptions.status).toBe('not-in-document')
})

test('a page that cannot be read keeps "none" from being said', () => {
  const rows =
    'AC-1 | Doors are locked. | Inspected. | No exceptions noted.\nAC-2 | Keys are kept. | Inspected. | No exceptions noted.'
  const answer = read([tableOf(1, `${HEADINGS}\n${rows}`)], [{ section: 'tests', text: '', readable: false }])
  expect(answer.exceptions.status).toBe('unreadable')
})

test.each([
  ['CC6.1, CC6.2 and A1.2', ['CC6.1', 'CC6.2', 'A1.2']],
  ['CC6.1 – CC6.3', ['CC6.1', 'CC6.2', 'CC6.3']],
  ['C1.1-C1.2', ['C1.1', 'C1.2']],
  ['CC 6.1', ['CC6.1']],
  ['CC1.2.9 and CC6.9 and HTTP/1.1 and Table A1.2 and P1.0 and CC6.1-01', []],
])('criteria in %j', (text, ids) => {
  expect(criteriaIn(text)).toEqual(ids)
})

test('criteria of a table in front of the tests are not carried into them', () => {
  const front = tableOf(1, 'Criteria | Controls expected at the host\nCC6.4 | The host keeps doors locked.')
  const tests = tableOf(
    2,
    `${HEADINGS}\nAC-1 | Access ends with employment. (CC6.2) | Inspected 25 accounts. | Exception noted. 2 of 25 stayed open.\nAC-2 | Keys are kept. (CC6.1) | Inspected the safe. | No exceptions noted.`,
  )
  expect(read([front, tests]).exceptions.value).toMatchObject([{ control: 'AC-1', criteria: ['CC6.2'] }])
})

test('a count of deviations is no number of one', () => {
  const answer = read([
    tableOf(
      1,
      'Ref | Control | Test | Deviations\n2.3 | Starters sign. | Inspected 20. | None\n7.4 | Flaws are mended. | Inspected 15 of 88. | 2 deviations: 9 and 16 days.',
    ),
  ])
  expect(answer.exceptions.value).toMatchObject([{ control: '7.4', text: '2 deviations: 9 and 16 days.' }])
})

test('codes are explained by a list that numbers its rows and names the controls', () => {
  const answer = read(
    [
      tableOf(
        1,
        'Control | Description of the control | Procedures performed | Outcome\nHR.1 | Papers are checked. | Inspected 5 papers. | ND\nHR.2 | Training is followed. | Inspected 9 records. | ND\nOP.1 | Weaknesses are remedied. | Tested 15 of 88. | D1\nOP.2 | Alarms are followed. | Tested 25. | ND',
      ),
      tableOf(
        2,
        'No. | Control | Deviation established by the auditor | Comment of the board\nD1 | OP.1 | For 3 of 15 weaknesses the term was exceeded. | A second window was introduced.',
      ),
    ],
    [],
    ['ND = no deviations noted, D = deviation with its number\nHR.1\nND', 'D1\nOP.1'],
  )
  expect(answer.exceptions.value).toMatchObject([
    { control: 'OP.1', failed: 3, tested: 15, response: { text: 'A second window was introduced.' } },
  ])
  expect(answer.exceptions.value).toHaveLength(1)
})

test('criteria numbered as before 2017 stand beside the reference of the control, not for it', () => {
  const answer = read([
    tableOf(
      1,
      'Criterion | Control | Our test | Outcome\nS3.2 | MS-3.02 Access is asked for on a form. | Examined 45 forms. | No exceptions noted.\nS3.2 | MS-3.03 Accounts end on the same day. | Examined 45 accounts. | Exception noted. 14 of 45 ended late.',
    ),
  ])
  expect(answer.exceptions.value).toMatchObject([{ control: 'MS-3.03', criteria: ['S3.2'] }])
  expect(answer.controlsTested.value).toBe(2)
})

test('none is not said while a result could not be told', () => {
  const answer = read([
    tableOf(
      1,
      `${HEADINGS}\nAC-1 | Doors are locked. | Inspected. | No exceptions noted.\nAC-2 | Keys are kept. | Inspected. | Q7 applies.\nAC-3 | Keys are kept. | Inspected. | No exceptions noted.`,
    ),
  ])
  expect(answer.exceptions).toMatchObject({ value: null, status: 'unreadable' })
})

test('a reference that begins like a series or a criterion is read to its end', () => {
  const answer = read([
    tableOf(
      1,
      `${HEADINGS}\nCC6-TS-030 | Access is reviewed. | Inspected both reviews. | Exception noted. One review of 2 was late.\nCC6-TS-031 | Keys are kept. | Inspected the safe. | No exceptions noted.\nCC6.2-b | Accounts end at once. | Inspected 20 leavers. | Exception noted. 3 of 20 stayed open.`,
    ),
  ])
  expect(answer.exceptions.value).toMatchObject([{ control: 'CC6-TS-030' }, { control: 'CC6.2-b' }])
  expect(answer.controlsTested.value).toBe(3)
})

test('a table that maps controls to criteria serves the tests that stand apart', () => {
  const map = tableOf(
    1,
    'Control | Description of control | Criteria\nAC-1 | Doors are locked. | CC6.4\nAC-2 | Keys are kept. | CC6.1',
  )
  const tests = tableOf(
    2,
    'Control | Test | Outcome\nAC-1 | Observed the doors. | Exception noted. 1 of 4 doors stood open.\nAC-2 | Inspected the safe. | No exceptions noted.',
  )
  expect(read([map, tests]).exceptions.value).toMatchObject([{ control: 'AC-1', criteria: ['CC6.4'] }])
})

test('a turn of the control that was due and went by is an exception', () => {
  const answer = read([
    tableOf(
      1,
      `${HEADINGS}\nA1.3-a | A restore is tested twice a year. | Inspected the records. | Only one restore test was held in the period; the test due in September did not take place.\nA1.3-b | Alerts are followed. | Inspected 25. | No exceptions noted.`,
    ),
  ])
  expect(answer.exceptions.value).toMatchObject([{ control: 'A1.3-a' }])
  expect(answer.notOperated.value).toEqual([])
})
