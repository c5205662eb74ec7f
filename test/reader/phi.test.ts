import { readFrameworks } from '../../server/reader/soc2/frameworks'
import { readPhi } from '../../server/reader/soc2/phi'
import type { Section } from '../../server/reader/reading'
import { paperOf, tableOf } from './support/paper'

const phi = (text: string, section: Section = 'description') => {
  const { doc, outline } = paperOf([{ section, text }])
  return readPhi(doc, outline)
}

test.each([
  [
    'Larkhollow acts as a business associate and creates, receives, maintains and transmits electronic protected health information (ePHI) on behalf of covered entities.',
    'in-scope',
  ],
  [
    'The system processes claims containing PHI for 212 health plans. PHI is at rest in the Claims Vault; the Marketing Site is outside the boundary and holds no PHI.',
    'in-scope',
  ],
  ['ePHI is stored in the production database cluster and in the document archive.', 'in-scope'],
  [
    'Customer data may include names, addresses and protected health information (PHI), which the platform stores encrypted.',
    'in-scope',
  ],
  [
    'Customers must not use the Messaging Cloud for protected health information unless a Business Associate Addendum is signed. At period end no such addendum was in force.',
    'excluded',
  ],
  ['Patient records: names, diagnoses and treatment (PHI), restricted.', 'in-scope'],
  ['The system does not store, process or transmit protected health information.', 'excluded'],
  ['Customers are prohibited from uploading PHI to the service.', 'excluded'],
  ['Employees complete annual training that covers HIPAA and other privacy laws.', 'policy-only'],
  ['The legal team keeps track of laws and regulations such as GDPR, CCPA and HIPAA.', 'policy-only'],
])('%j is %s', (text, expected) => {
  expect(phi(text).value).toBe(expected)
})

test.each([
  'PHI Air Medical flies helicopters.',
  'The office stands in Philadelphia.',
  'The service stores invoices.',
])('%j says nothing', (text) => {
  expect(phi(text).status).toBe('not-stated')
})

test('words about health information outside the description do not count', () => {
  const { doc, outline } = paperOf([
    { section: 'description', text: 'The service stores invoices.' },
    { section: 'tests', text: 'Inspected the HIPAA policy. PHI is stored encrypted in the database.' },
  ])
  expect(readPhi(doc, outline).status).toBe('not-stated')
})

test('two plain statements against each other are a conflict', () => {
  const field = phi(
    'The platform stores ePHI of patients in its database. The system does not store or process PHI.',
  )
  expect(field.status).toBe('conflict')
  expect(field.alternatives).toHaveLength(2)
})

const frameworks = (sheets: [Section, string][]) => {
  const { doc, outline } = paperOf(sheets.map(([section, text]) => ({ section, text })))
  return readFrameworks(doc, outline)
}

test('an opinion on additional criteria is told, and that it is no certification', () => {
  const field = frameworks([
    ['cover', 'SOC 2 Type 2 + HITRUST CSF v11 and HIPAA Security Rule'],
    [
      'auditor',
      'We have also examined the suitability of the design of controls to meet the HITRUST CSF requirements and the HIPAA Security Rule (45 CFR Part 160) listed in Section 4 (additional criteria). We were not engaged to conduct a HITRUST validated assessment, and this report is not a HITRUST certification.',
    ],
  ])
  expect(field.value).toEqual([
    { name: 'HITRUST CSF', nature: 'opinion' },
    { name: 'HIPAA Security Rule', nature: 'opinion' },
  ])
})

test('a table that maps controls to another framework is a mapping only', () => {
  const table = tableOf(
    2,
    'Control | NIST CSF Function | HIPAA Citation\nAC-1 | PR.AC | 164.312\nAC-2 | PR.AC | 164.308',
  )
  const { doc, outline } = paperOf(
    [
      {
        section: 'auditor',
        text: 'We have examined the description. We express no opinion on the mapping to HIPAA in Section V.',
      },
      { section: 'other', text: 'Control\nNIST CSF Function\nHIPAA Citation\nAC-1' },
    ],
    [table],
  )
  expect(readFrameworks(doc, outline).value).toEqual([
    { name: 'HIPAA Security Rule', nature: 'mapping-only' },
    { name: 'NIST CSF', nature: 'mapping-only' },
  ])
})

test('a hosting company that is certified says nothing of this report', () => {
  expect(
    frameworks([
      ['auditor', 'We have examined the description.'],
      ['description', 'Azure is ISO 27001 certified. The policy refers to NIST CSF.'],
    ]).status,
  ).toBe('not-stated')
})
