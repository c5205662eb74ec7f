import { readCuecs } from '../../server/reader/soc2/cuecs'
import { paperOf, type Sheet, tableOf, textOf } from './support/paper'

const read = (...texts: string[]) => {
  const { doc, outline } = paperOf(texts.map((text): Sheet => ({ section: 'description', text })))
  return readCuecs(doc, outline)
}
const texts = (field: ReturnType<typeof readCuecs>) => field.value?.map((one) => one.text)

const numbered = `Some words about the system that stand before the heading.
# Complementary User Entity Controls
1. User entities are responsible for approving, provisioning and removing their own users (CC6.1, CC6.2).
2. User entities are responsible for enforcing single sign-on for
   their workforce (CC6.1).
3. User entities are responsible for notifying the vendor within 24 hours of any suspected compromise (CC7.3).
# User Entity Responsibilities (not complementary controls)
User entities should provide current contact details and review monthly invoices.
# Subservice Organizations
The company uses a hosting company.`

test('a numbered list is read with its criteria, and ends at the next heading', () => {
  const field = read(numbered)
  expect(field.status).toBe('found')
  expect(field.value).toHaveLength(3)
  expect(field.value![0]!.criteria).toEqual(['CC6.1', 'CC6.2'])
  expect(field.value![1]!.text).toBe(
    'User entities are responsible for enforcing single sign-on for their workforce (CC6.1).',
  )
  expect(field.evidence).toHaveLength(3)
})

test('the title of the next chapter ends a list although its number looks like one', () => {
  const field = read(`# 3.7 Complementary user entity controls
• Sponsors approve consent forms.
• Sites check the identity of patients.
IV. TESTS OF CONTROLS AND RESULTS
Inquired of the control owner. Inspected the policy.
No observations.`)
  expect(texts(field)).toEqual(['Sponsors approve consent forms.', 'Sites check the identity of patients.'])
})

test('bullets under customer responsibilities assumed in the design count', () => {
  const field = read(`Types of data are described here.
# Customer responsibilities assumed in the design of Quill’s controls
• Customers manage their own administrators.
• Customers rotate API keys at least annually.
• Customers configure retention.
# Principal Service Commitments
• The vendor commits to be available.`)
  expect(texts(field)).toEqual([
    'Customers manage their own administrators.',
    'Customers rotate API keys at least annually.',
    'Customers configure retention.',
  ])
})

test('a lead-in is joined to bullets that begin with a verb', () => {
  const field = read(`# Complementary User Entity Control Considerations (CUECs)
The controls were designed with the assumption that certain controls would be in place at user entities.
User entities are responsible for:
• Restricting access to the console to authorised people.
• Keeping passwords secret.
# Changes to the System
None.`)
  expect(texts(field)).toEqual([
    'User entities are responsible for restricting access to the console to authorised people.',
    'User entities are responsible for keeping passwords secret.',
  ])
})

test('a list runs on over a page break, past footer and header', () => {
  const field = read(
    `# Complementary User Entity Controls
• User entities should review access each quarter.
• User entities should encrypt files before
~Page 12`,
    `~Acme SOC 2 report
  they send them to the vendor.
• User entities should report incidents.
# Subservice Organizations
• Hosting company`,
  )
  expect(texts(field)).toEqual([
    'User entities should review access each quarter.',
    'User entities should encrypt files before they send them to the vendor.',
    'User entities should report incidents.',
  ])
  expect(field.value![2]!.page).toBe(2)
})

test('groups per criterion give their criteria to the items below', () => {
  const field = read(`# Complementary User Entity Controls
# CC6.1 – Logical access
• User entities should use strong passwords.
• User entities should remove leavers.
# CC7.3 – Incidents
• User entities should report incidents.
# Subservice Organizations and Complementary Subservice Organization Controls
• The hosting company is responsible for physical access.`)
  expect(field.value!.map((one) => one.criteria)).toEqual([['CC6.1'], ['CC6.1'], ['CC7.3']])
})

test('a table with criteria is read by rows', () => {
  const table = tableOf(
    1,
    `Criteria | Complementary User Entity Controls
CC6.1 | User entities restrict access to authorised people.
CC6.7, CC7.3 | User entities encrypt what they send.`,
  )
  const { doc, outline } = paperOf(
    [
      {
        section: 'description',
        text: `Words.\n# Complementary User Entity Controls\n\n\n${textOf(table, 1)}\n# Incidents\nNone.`,
      },
    ],
    [table],
  )
  const field = readCuecs(doc, outline)
  expect(field.value).toEqual([
    { text: 'User entities restrict access to authorised people.', page: 1, criteria: ['CC6.1'] },
    { text: 'User entities encrypt what they send.', page: 1, criteria: ['CC6.7', 'CC7.3'] },
  ])
})

test('duties told in running text are taken sentence by sentence', () => {
  const field = read(`# User Control Considerations
The system was designed with the assumption that user entities carry out certain controls. Customers are
responsible for managing their own user accounts and passwords. Customers should review the logs that the
service provides every month. This list is not a comprehensive list.
# Subservice Organizations
None of this.`)
  expect(texts(field)).toEqual([
    'Customers are responsible for managing their own user accounts and passwords.',
    'Customers should review the logs that the service provides every month.',
  ])
})

test('the controls expected of hosting companies are never counted', () => {
  const field = read(`# Complementary Subservice Organization Controls
• The hosting company is responsible for restricting physical access.
• The hosting company is responsible for power.
# Complementary User Entity Controls
• User entities are responsible for their own users.`)
  expect(texts(field)).toEqual(['User entities are responsible for their own users.'])
})

test.each([
  'Complementary user entity controls: none were identified by management as necessary to achieve the service commitments.',
  'No complementary user entity controls were identified.',
  'The system does not require complementary user entity controls.',
  'There are no complementary user entity controls.',
  'Complementary user entity controls: management has identified none that are needed to achieve the commitments.',
  'Management identified no complementary user entity controls.',
])('%j is an answer', (sentence) => {
  const field = read(`The company hires qualified engineers.\n${sentence}\nMore words.`)
  expect(field.status).toBe('stated-none')
  expect(field.value).toEqual([])
  expect(field.evidence).toHaveLength(1)
})

test.each([
  'Our examination did not include complementary user entity controls.',
  'There are no complementary user entity controls other than the following.',
])('"%s" does not say that there are none', (text) => {
  expect(read(`Words of the description.\n${text}`).status).not.toBe('stated-none')
})

test('controls that need nothing of others need no list', () => {
  const field = read(`# Complementary User Entity Controls
Our controls were designed without the need for complementary controls at user entities.
# Changes to the System
None.`)
  expect(field).toMatchObject({ status: 'stated-none', value: [] })
})

test('a mention of the words alone is no list', () => {
  const field = read(
    'The description indicates that complementary user entity controls are necessary, along with controls here.',
  )
  expect(field.status).toBe('not-stated')
})

test('without a description there is nothing to read', () => {
  const { doc, outline } = paperOf([{ section: 'auditor', text: 'We have examined.' }])
  expect(readCuecs(doc, outline).status).toBe('not-in-document')
})

test('a line of the contents page is no heading', () => {
  const { doc, outline } = paperOf([
    { section: 'contents', text: 'Complementary User Entity Controls ........ 12\n• Not this' },
    { section: 'description', text: 'Words.' },
  ])
  expect(readCuecs(doc, outline).status).toBe('not-stated')
})

test('duties whose marks are only drawn are told apart although criteria in brackets end them', () => {
  const field = read(`# Complementary User Entity Controls (CUECs)
User entities are responsible for approving and removing their own users. (CC6.1,
CC6.2)
User entities are responsible for enforcing multi-factor authentication for their
workforce. (CC6.1)
User entities are responsible for telling the vendor of a suspected compromise. (CC7.3)`)
  expect(field.value!.map((one) => one.criteria)).toEqual([['CC6.1', 'CC6.2'], ['CC6.1'], ['CC7.3']])
})

test('tests that follow without a heading are no duties', () => {
  const tests = tableOf(
    2,
    'Ref | Control | Test | Deviations\n2.3 | Starters sign the code. | Inspected 20 of 63. | None\n4.1 | Accounts are closed. | Inspected 20 of 31. | Deviation noted: one account was closed late.',
  )
  const { doc, outline } = paperOf(
    [
      {
        section: 'description',
        text: '# Customer responsibilities assumed in the design of the controls\n• Customers manage their own administrators.\n• Customers rotate API keys at least annually.',
      },
      { section: 'tests', text: textOf(tests, 2) },
    ],
    [tests],
  )
  expect(texts(readCuecs(doc, outline))).toEqual([
    'Customers manage their own administrators.',
    'Customers rotate API keys at least annually.',
  ])
})

test('duties with marks inside of one sentence are counted by their marks', () => {
  const field = read(`# Complementary User Entity Controls
User entities are responsible for the following: (1) approving each extract before it is sent
(CC6.7); (2) telling the vendor of persons who leave (CC6.2); and
(3) checking the totals of reports (CC2.1).
# Incidents
None.`)
  expect(texts(field)).toEqual([
    'User entities are responsible for approving each extract before it is sent (CC6.7)',
    'User entities are responsible for telling the vendor of persons who leave (CC6.2)',
    'User entities are responsible for checking the totals of reports (CC2.1)',
  ])
  expect(field.value!.map((one) => one.criteria)).toEqual([['CC6.7'], ['CC6.2'], ['CC2.1']])
})

test('duties that only semicolons tell apart are less sure', () => {
  const field = read(`# Complementary User Entity Controls
The system was designed with the assumption that practices would do certain things themselves.
User entities are responsible for removing staff when they leave; for choosing a retention time
that the law allows; and for telling the vendor of a device that was lost.
# Incidents
None.`)
  expect(texts(field)).toEqual([
    'User entities are responsible for removing staff when they leave',
    'User entities are responsible for choosing a retention time that the law allows',
    'User entities are responsible for telling the vendor of a device that was lost',
  ])
  expect(field.confidence).toBeLessThan(0.85)
})

test('duties that the report itself calls no controls are left out', () => {
  const field = read(`# Complementary user entity controls
1. Partners name the people who may open the console.
2. Partners restore a sample of their own data.
# Responsibilities of partners that are not controls
• Partners pay invoices on time.`)
  expect(texts(field)).toEqual([
    'Partners name the people who may open the console.',
    'Partners restore a sample of their own data.',
  ])
  expect(field.confidence).toBeGreaterThanOrEqual(0.85)
})

test.each([
  [
    'a number left out',
    '1. User entities remove leavers.\n2. User entities review access.\n4. User entities report incidents.',
  ],
  [
    'a last one that is cut off',
    '• User entities remove leavers.\n• User entities review access.\n• User entities report incidents to',
  ],
])('%s costs confidence', (_, list) => {
  const field = read(`# Complementary User Entity Controls\n${list}`)
  expect(field.status).toBe('found')
  expect(field.confidence).toBeLessThan(0.85)
})

test('bare numbers that rise are marks of a list, and a heading in pieces is one', () => {
  const { doc, outline } = paperOf([
    {
      section: 'description',
      text: `Words before.
# Client considerations
These controls are assumed.
1 Clients are to configure roles.
2 Clients are to report lost devices.
3 Clients are to encrypt exported images.
# Incidents
None.`,
    },
  ])
  const lines = doc.pages[0]!.lines
  const heading = lines.find(({ text }) => text === 'Client considerations')!
  const middle = heading.x + heading.width * 0.3
  const at = lines.indexOf(heading)
  lines.splice(
    at,
    1,
    { ...heading, text: 'Client', width: middle - heading.x - heading.size * 0.6 },
    { ...heading, text: 'considerations', x: middle, width: heading.x + heading.width - middle },
  )
  expect(texts(readCuecs(doc, outline))).toEqual([
    'Clients are to configure roles.',
    'Clients are to report lost devices.',
    'Clients are to encrypt exported images.',
  ])
})

test.each([
  'Controls to Be Performed by User Entities',
  'User Entity Control Requirements',
  'Complementary End-User Controls',
  'Complementary Customer Responsibilities',
  'Complementary User Entity and Subservice Organization Controls',
])('duties stand under "%s"', (heading) => {
  const field = read(`Words of the description.
# ${heading}
• Customers approve the accounts of their own people.
• Customers report suspected incidents to the help desk.
# Changes to the System
None.`)
  expect(field.value).toHaveLength(2)
})

test('numbers within a paragraph tell duties apart, and the title of the next chapter is none', () => {
  const field = read(`Words of the description.
# Complementary User Entity Controls
1. CC6.1: Each user entity enforces strong passwords. 2. CC6.2: Each user entity
disables accounts of leavers. 3. CC7.4: Each user entity names a contact.
# 4. Controls, Criteria and Tests
The following pages set out each control.`)
  expect(field.value!.map(({ text, criteria }) => [text, criteria])).toEqual([
    ['Each user entity enforces strong passwords.', ['CC6.1']],
    ['Each user entity disables accounts of leavers.', ['CC6.2']],
    ['Each user entity names a contact.', ['CC7.4']],
  ])
})

test('duties without marks each begin with who has them', () => {
  const field = read(`Words of the description.
# Complementary User Entity Controls
Customers approve the accounts of their own people.
Customers check imported data for completeness.
# Changes to the System
None.`)
  expect(texts(field)).toHaveLength(2)
})
