import { readBaa } from '../../server/reader/baa/baa'
import type { Box, Doc, Line } from '../../server/reader/pages'

const opening = [
  'Business Associate Agreement',
  'This Agreement is made as of March 3, 2025 between Alder Pediatrics, P.C. ("Practice"), a covered entity,',
  'and Fernhill Billing, LLC ("Vendor"), a business associate. The parties agree as follows.',
  'Vendor shall use appropriate safeguards for PHI.',
]

const bySides = {
  'labels in two languages': {
    lines: [
      'POR Alder Pediatrics, P.C.',
      'Firma / Signature: /s/ Ruth Ames',
      'Fecha / Date: March 3, 2025',
      'POR Fernhill Billing, LLC',
      'Firma / Signature: /s/ Tom Birk',
      'Fecha / Date: March 4, 2025',
    ],
    wanted: [true, '2025-03-03', true, '2025-03-04'],
  },
  'a stamp far above the name': {
    lines: [
      'Alder Pediatrics, P.C.',
      'DocuSigned by: Ruth Ames',
      '7F3A9C11D2E84B7...',
      '',
      'Name: Ruth Ames',
      'Date: 3/3/2025',
      'Fernhill Billing, LLC',
      'DocuSigned by: Tom Birk',
      '19BB02C7A5D0413...',
      '',
      'Name: Tom Birk',
      'Date: 3/4/2025',
    ],
    wanted: [true, '2025-03-03', true, '2025-03-04'],
  },
  'the name, /s/ and the date on one line': {
    lines: [
      'Alder Pediatrics, P.C. /s/ R. Ames March 3, 2025',
      'Fernhill Billing, LLC /s/ T. Birk March 4, 2025',
    ],
    wanted: [true, '2025-03-03', true, '2025-03-04'],
  },
  'the name before By, with Date behind it': {
    lines: [
      'Alder Pediatrics, P.C. By: /s/ R. Ames Date: 3/3/2025',
      'Fernhill Billing, LLC By: /s/ T. Birk Date: 3/14/2025',
    ],
    wanted: [true, '2025-03-03', true, '2025-03-14'],
  },
  'signed for a party': {
    lines: [
      'Signed for Alder Pediatrics, P.C.: Ruth Ames (signed) 3 March 2025',
      'Signed for Fernhill Billing, LLC: Tom Birk (signed) 14 March 2025',
    ],
    wanted: [true, '2025-03-03', true, '2025-03-14'],
  },
  'a bare /s/ under the name': {
    lines: [
      'Alder Pediatrics, P.C.',
      '/s/ Ruth Ames',
      'Date: March 3, 2025',
      'Fernhill Billing, LLC',
      '/s/ Tom Birk',
      'Date: March 4, 2025',
    ],
    wanted: [true, '2025-03-03', true, '2025-03-04'],
  },
  'the stamp of a service with its hour': {
    lines: [
      'Alder Pediatrics, P.C.',
      'Signed by: Ruth Ames',
      'Ruth Ames, Owner',
      '3/3/2025 | 9:14 AM PDT',
      'Fernhill Billing, LLC',
      'Signed by: Tom Birk',
      'Tom Birk, President',
      '3/14/2025 | 2:41 PM PDT',
    ],
    wanted: [true, '2025-03-03', true, '2025-03-14'],
  },
  'dates that only the certificate of the service gives': {
    lines: [
      'Alder Pediatrics, P.C.',
      'Signed by: Ruth Ames',
      'Fernhill Billing, LLC',
      'Signed by: Tom Birk',
      'Certificate of Completion',
      'Status: Completed',
      'Ruth Ames ruth@alder.example Viewed / Signed',
      'Signed: 3/18/2025 9:14 AM',
      'Tom Birk tom@fernhill.example Viewed / Signed',
      'Signed: 3/20/2025 2:41 PM',
    ],
    wanted: [true, '2025-03-18', true, '2025-03-20'],
  },
  'one side typed, the other a rule with a date': {
    lines: [
      'Alder Pediatrics, P.C.',
      'By: /s/ Ruth Ames',
      'Date: March 3, 2025',
      'Fernhill Billing, LLC',
      'By: _______________',
      'Date: March 4, 2025',
    ],
    wanted: [true, '2025-03-03', false, null],
  },
}

test.each(Object.entries(bySides))('%s', (_name, { lines, wanted }) => {
  const { baa } = readBaa(docOf([...opening, ...lines]))
  const sides = [
    baa.signedByCoveredEntity,
    baa.coveredEntitySignedOn,
    baa.signedByBusinessAssociate,
    baa.businessAssociateSignedOn,
  ]
  expect(sides.map((field) => field?.value)).toEqual(wanted)
})

test('an agreement of 2012 that was amended and signed again in 2014 is dated after the Omnibus Rule', () => {
  const { provisions } = readBaa(
    docOf([
      ...opening.map((line) => line.replace('2025', '2012')),
      'Alder Pediatrics, P.C. /s/ R. Ames March 3, 2012',
      'Fernhill Billing, LLC /s/ T. Birk March 3, 2012',
      'Amendment 1',
      'Alder Pediatrics, P.C. /s/ R. Ames August 18, 2014',
      'Fernhill Billing, LLC /s/ T. Birk August 18, 2014',
    ]),
  )
  expect(provisions['B25']).toMatchObject({ result: 'present' })
})

const scribble = (y: number): Box[] =>
  Array.from({ length: 8 }, (_, row) => ({ x: 200 + row * 4, y: y - 12 + row * 2, width: 20, height: 2 }))

test.each([
  ['ink where it belongs is a signature', [304, 352], [true, true]],
  ['no ink beside one label is none', [304], [true, false]],
] as const)('on a scan, %s', (_name, written, wanted) => {
  const signed = (name: string) => (wanted[name === 'Ruth Ames' ? 0 : 1] ? `Name: ${name}` : 'Name:')
  const doc = docOf([
    ...opening,
    ...Array.from({ length: 8 }, () => 'More words.'),
    'Alder Pediatrics, P.C.',
    'Signature:',
    signed('Ruth Ames'),
    'Fernhill Billing, LLC',
    'Signature:',
    signed('Tom Birk'),
    'Date:',
  ])
  const page = doc.pages[0]!
  const ink = written.flatMap((y) => scribble(page.lines[y === 304 ? 13 : 16]!.y))
  Object.assign(page, { source: 'ocr', scanned: true, ink })
  const { baa } = readBaa(doc)
  expect([baa.signedByCoveredEntity.value, baa.signedByBusinessAssociate.value]).toEqual(wanted)
})

function docOf(texts: string[]): Doc {
  const lines = texts.map((text, index): Line => {
    const box = { x: 72, y: 80 + index * 16, width: text.length * 5, height: 11 }
    return { ...box, text, words: [{ ...box, text }], size: 11, bold: false, running: false } as Line
  })
  return {
    pages: [
      {
        number: 1,
        width: 612,
        height: 792,
        source: 'text',
        lines,
        text: texts.join('\n'),
        stray: [],
        printed: null,
        certainty: 1,
        readable: true,
      },
    ],
    tables: [],
    bookmarks: [],
  }
}
