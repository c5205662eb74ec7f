import { heading, page, type Paper, plainLook, text } from '../../../../scripts/papers/paper'
import { type BaaFacts, makeBaaPdf } from '../../../../scripts/papers/papers'
import { typeset } from '../../../../scripts/papers/typeset'
import type { Expected } from '../facts'
import { merged } from '../producers/assemble'
import { scanned } from '../producers/scan'
import type { Sample } from '../sample'

const priya = { name: 'Priya Raman', title: 'Practice Manager', date: '2025-02-03' }
const dana = { name: 'Dana Okoye', title: 'Chief Privacy Officer', date: '2025-02-01' }

const base: BaaFacts = {
  coveredEntity: 'Maple Street Family Medicine, P.C.',
  businessAssociate: 'Larkhollow Health Systems, Inc.',
  effective: '2025-02-01',
  term: { is: 'fixed', expires: '2028-01-31', renews: true },
  noticeDays: 60,
  breachNotice: 'ten (10) days',
  signed: { coveredEntity: priya, businessAssociate: dana },
}

/** The ids that the full agreement of the generator satisfies. */
const all =
  'B01 B02 B03 B04 B05 B06 B07 B08 B09 B10 B11 B12 B13 B14 B15 B16 B17 B18 B19 B20 B21 B22 B23'.split(' ')

const signedByBoth = { signedByCoveredEntity: true, signedByBusinessAssociate: true }

export const agreementSamples: Sample[] = [
  agreement('full', base, {
    effective: '2025-02-01',
    expires: '2028-01-31',
    term: 'fixed',
    autoRenews: true,
    terminationNoticeDays: 60,
    breachNoticeDays: 10,
    ...signedByBoth,
  }),
  agreement(
    'evergreen',
    { ...base, term: { is: 'evergreen' }, breachNotice: '5 business days' },
    { term: 'evergreen', expires: null, breachNoticeDays: 5, ...signedByBoth },
  ),
  agreement(
    'with the services',
    { ...base, term: { is: 'with-agreement', agreement: 'Master Services Agreement' } },
    { term: 'with-agreement', expires: null },
  ),
  agreement(
    'unsigned by the practice',
    { ...base, signed: { businessAssociate: dana } },
    { signedByCoveredEntity: false, signedByBusinessAssociate: true },
  ),
  agreement(
    'unsigned',
    { ...base, signed: {} },
    { signedByCoveredEntity: false, signedByBusinessAssociate: false },
  ),
  agreement(
    'other role words',
    { ...base, roles: { coveredEntity: 'Customer', businessAssociate: 'Provider' } },
    { ...signedByBoth, breachNoticeDays: 10 },
  ),
  agreement(
    'weak',
    {
      ...base,
      leaveOut: ['B15', 'B23'],
      weaken: ['B01', 'B05', 'B07', 'B09', 'B10', 'B12', 'B17', 'B18', 'B19', 'B21'],
    },
    { breachNoticeDays: 10 },
    { B09: 'weak', B15: 'missing', B10: 'weak', B18: 'needs-a-person' },
  ),
  agreement('no deadline', without({ ...base }), { breachNoticeDays: null }, { B19: 'missing' }),
  {
    name: 'agreement scanned',
    house: 'agreements',
    heldOut: false,
    producer: 'scan',
    make: async () => scanned(await makeBaaPdf(base), { resolution: 200 }),
    expected: { document: 'baa', coveredEntity: base.coveredEntity },
  },
  {
    name: 'agreement behind a letter',
    house: 'agreements',
    heldOut: false,
    producer: 'pdf-lib',
    make: async () => merged(await makeBaaPdf(base), await typeset(certificate())),
    expected: { document: 'baa', ...signedByBoth },
  },
  notAgreement('confidentiality agreement', confidentiality()),
  notAgreement('data processing agreement', processing()),
  notAgreement('services agreement', services()),
]

function agreement(
  name: string,
  facts: BaaFacts,
  terms: Record<string, unknown>,
  provisions: Record<string, string> = {},
): Sample {
  const weak = facts.weaken ?? []
  const complete = weak.length === 0 && !facts.leaveOut && facts.breachNotice
  const present = complete ? Object.fromEntries(all.map((id) => [id, 'present'])) : {}
  const expected: Expected = {
    document: 'baa',
    coveredEntity: facts.coveredEntity,
    businessAssociate: facts.businessAssociate,
    ...terms,
    provisions: { ...present, ...provisions },
  }
  return {
    name: `agreement ${name}`,
    house: 'agreements',
    heldOut: false,
    producer: 'pdfkit',
    make: () => makeBaaPdf(facts),
    expected,
  }
}

function without(facts: BaaFacts): BaaFacts {
  const { breachNotice, ...rest } = facts
  void breachNotice
  return rest
}

function notAgreement(name: string, paper: Paper): Sample {
  return {
    name,
    house: 'agreements',
    heldOut: false,
    producer: 'pdfkit',
    make: () => typeset(paper),
    expected: { document: 'other' },
  }
}

function plain(title: string, ...paragraphs: string[]): Paper {
  return {
    title,
    look: plainLook,
    header: '',
    footer: '',
    firstNumbered: 1,
    blocks: [
      heading(1, title),
      ...paragraphs.map((words) => text(words)),
      page,
      heading(2, 'Signatures'),
      text('By: ______________   Date: ______________'),
    ],
  }
}

function confidentiality(): Paper {
  return plain(
    'Mutual Confidentiality Agreement',
    'This agreement is made between Maple Street Family Medicine, P.C. and Larkhollow Health Systems, Inc. Each party may disclose to the other information that it holds in confidence.',
    'The receiving party shall use the information only to evaluate a business relationship, shall protect it with reasonable care, and shall return or destroy it on request.',
    'Information does not include protected health information, which the parties do not intend to exchange under this agreement. If they later do, they will first sign a business associate agreement.',
  )
}

function processing(): Paper {
  return plain(
    'Data Processing Agreement',
    'This data processing agreement is part of the terms between Quillmere B.V. (processor) and its customer (controller) and applies to personal data under Regulation (EU) 2016/679.',
    'The processor shall process personal data only on documented instructions, shall keep it secure under Article 32, and shall notify the controller of a personal data breach without undue delay and within 48 hours.',
    'Sub-processors are listed in Annex III. The controller may object to a new sub-processor within 30 days.',
  )
}

function services(): Paper {
  return plain(
    'Master Services Agreement',
    'This master services agreement is made between Oxbow Notes Corp. (the company) and the customer named in an order. The company grants the customer the right to use the service for the term of each order.',
    'Fees are due within thirty days. The service is provided with an availability of 99.9 percent. Liability is limited to the fees paid in twelve months.',
    'If the customer is subject to HIPAA, the parties will sign a separate business associate agreement. Without it the customer shall not put protected health information in the service.',
  )
}

function certificate(): Paper {
  return plain(
    'Certificate of Liability Insurance',
    'Producer: Penn Mutual Brokers. Insured: Larkhollow Health Systems, Inc. Cyber liability: $5,000,000.',
  )
}
