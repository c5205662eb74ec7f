import { readBaa } from '../../server/reader/baa/baa'
import type { Doc, PageText } from '../../server/reader/pages'

const duties = [
  'ASSOCIATE shall not use or disclose PHI except as permitted by this Agreement.',
  'ASSOCIATE shall report to PRACTICE any breach of unsecured PHI.',
]

/** How the sides are called, and who they are. */
const openings: Record<string, { paragraphs: string[]; words: [string, string]; wanted: (string | null)[] }> =
  {
    'a relation told of the other side': {
      paragraphs: [
        'Addendum between ST. BRENDAN MEDICAL CENTER, an Oregon nonprofit corporation ("Hospital"), and PERIMETER ARCHIVE, INC., a Delaware corporation ("Contractor").',
        'Contractor stores images for Hospital and is its business associate.',
      ],
      words: ['Hospital', 'Contractor'],
      wanted: ['ST. BRENDAN MEDICAL CENTER', 'PERIMETER ARCHIVE, INC.'],
    },
    'a title in capitals before the names': {
      paragraphs: [
        'BUSINESS ASSOCIATE',
        'AGREEMENT BETWEEN GRANITE DENTAL AND WHITCOMB GROUP',
        'This Agreement is executed by Granite Dental Collaborative (hereinafter "Covered Entity") and Whitcomb Group, LLC (hereinafter "Consultant").',
      ],
      words: ['Covered Entity', 'Consultant'],
      wanted: ['Granite Dental Collaborative', 'Whitcomb Group, LLC'],
    },
    'words that mean somebody': {
      paragraphs: [
        'These HIPAA Business Associate Terms ("BA Terms") apply if you are a Covered Entity.',
        '"We", "us" and "Kinderlog" mean Kinderlog Software, Inc.; "you" means the customer named in the account.',
      ],
      words: ['you', 'Kinderlog'],
      wanted: [null, 'Kinderlog Software, Inc.'],
    },
    'a letter': {
      paragraphs: [
        'To: Northgate Allergy, PLLC ("you" or the "Practice")',
        'From: Juniper IT Partners, LLC ("we", "us" or "Juniper")',
        'This letter sets out the terms on which we handle PHI for you as your business associate.',
      ],
      words: ['you', 'Juniper'],
      wanted: ['Northgate Allergy, PLLC', 'Juniper IT Partners, LLC'],
    },
    'a covered entity under the law of Texas alone': {
      paragraphs: [
        'This Rider is part of the Services Agreement between Bluebonnet Surgical, PLLC ("Client") and Codewright Health, LLC ("Codewright").',
        'Codewright, as the business associate of Client, agrees to this Rider. Codewright acknowledges that it is a "covered entity" as that term is defined in Texas Health and Safety Code 181.001.',
      ],
      words: ['Client', 'Codewright'],
      wanted: ['Bluebonnet Surgical, PLLC', 'Codewright Health, LLC'],
    },
    'without brackets': {
      paragraphs: [
        'This Contract is made by and between Bellwether Orthopedics, P.C., hereinafter "Covered Entity", and Ledgerline Company, hereinafter "Business Associate".',
      ],
      words: ['Covered Entity', 'Business Associate'],
      wanted: ['Bellwether Orthopedics, P.C.', 'Ledgerline Company'],
    },
    'names that stand on the signature page': {
      paragraphs: [
        'This Agreement is made by and between the party identified on the signature page as the Covered Entity ("Covered Entity") and the party identified on the signature page as the Business Associate ("Business Associate").',
        'Covered Entity: Sagebrush Anesthesia Group, LLP',
        'Business Associate: Coderight Partners, Inc.',
      ],
      words: ['Covered Entity', 'Business Associate'],
      wanted: ['Sagebrush Anesthesia Group, LLP', 'Coderight Partners, Inc.'],
    },
    'a table of key terms': {
      paragraphs: [
        'Item',
        'Detail',
        'Covered Entity',
        'Wisteria Lane Dermatology, S.C.',
        'Business Associate',
        'PolarLine Answering Service, Inc.',
      ],
      words: ['Covered Entity', 'Business Associate'],
      wanted: ['Wisteria Lane Dermatology, S.C.', 'PolarLine Answering Service, Inc.'],
    },
    'the cells of a form': {
      paragraphs: [
        'Health Plan (Covered Entity) Evergreen Welfare Trust Company (Business Associate) Actuarial Northwest, P.S.',
        'The parties agree to the terms that follow.',
      ],
      words: ['Health Plan', 'Company'],
      wanted: ['Evergreen Welfare Trust', 'Actuarial Northwest, P.S.'],
    },
    'names in Spanish': {
      paragraphs: [
        'This Agreement is entered into on November 20, 2023 by Clínica Vista del Mar, C.S.P. (the "Clinic") and Suministros Boricua, Inc. (the "Supplier").',
      ],
      words: ['Clinic', 'Supplier'],
      wanted: ['Clínica Vista del Mar, C.S.P', 'Suministros Boricua, Inc.'],
    },
    'a business associate above its subcontractor': {
      paragraphs: [
        'This agreement is between Ironbridge Revenue, LLC, a business associate of various covered entities ("Ironbridge"), and Quillpoint Scanning Co. ("Subcontractor").',
      ],
      words: ['Ironbridge', 'Subcontractor'],
      wanted: ['Ironbridge Revenue, LLC', 'Quillpoint Scanning Co.'],
    },
  }

test.each(Object.entries(openings))('%s', (_name, { paragraphs, words, wanted }) => {
  const [practice, associate] = words
  const own = duties.map((duty) => duty.replace('ASSOCIATE', associate).replace('PRACTICE', practice))
  const { baa, provisions } = readBaa(docOf(['Business Associate Agreement', ...paragraphs, ...own]))
  const names = [baa.coveredEntity.value, baa.businessAssociate.value]
  expect(names.map((name) => name?.replace(/\.$/, '') ?? null)).toEqual(
    wanted.map((name) => name?.replace(/\.$/, '') ?? null),
  )
  expect(provisions['B04']!.result).toBe('present')
  expect(provisions['B08']!.result).toBe('present')
})

function docOf(paragraphs: string[]): Doc {
  const page = { number: 1, width: 612, height: 792, source: 'text', lines: [], stray: [], printed: null }
  return {
    pages: [{ ...page, text: paragraphs.join('\n'), certainty: 1, readable: true } as PageText],
    tables: [],
    bookmarks: [],
  }
}
