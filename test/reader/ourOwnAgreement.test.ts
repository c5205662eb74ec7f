import { typesetPaper } from '../../server/drafts/paper/paper'
import { wordingOf, writtenDate } from '../../server/drafts/paper/wording'
import { usualTerms, type DraftTerms } from '../../server/drafts/terms'
import { readBaa } from '../../server/reader/baa/baa'
import { provisionTable } from '../../server/reader/baa/provisionTable'
import { isFailure, readInCage, readPagesInCage } from '../../server/reader/reader'

const AT = '2026-11-22T15:00:00.000Z'
const usual = usualTerms(
  'Maple Street Family Medicine',
  'Larkhollow Health Systems, Inc.',
  'hosting of the electronic health record, and support of those who work with it',
  '2027-11-22',
)
const SIGNED_LATER = ['B24', 'B25']

/** All that can be chosen, one list for each question. */
const choices: { [Name in keyof DraftTerms]?: DraftTerms[Name][] } = {
  effective: [null, '2026-12-01'],
  breachDays: [10, 1, 60],
  subcontractors: ['flow-down', 'consent', 'none'],
  deIdentification: ['refused', 'for-services'],
  aggregation: ['refused', 'allowed'],
  ownManagement: ['allowed', 'refused'],
  offshore: ['refused', 'consent', 'allowed'],
  term: ['evergreen', 'fixed', 'with-agreement'],
  noticeDays: [60, null, 1],
  insuranceMillions: [null, 2],
  indemnity: ['left-out', 'mutual', 'vendor'],
  riders: [[], ['CA', 'NY', 'TX'], ['TX'], ['CA'], ['NY']],
}

test('each pair of answers gives an agreement in which the reader finds every provision', async () => {
  const rows = pairwise(Object.entries(choices) as [string, unknown[]][])
  expect(rows.length).toBeGreaterThan(14)
  const wrong: string[] = []
  for (const row of rows) {
    const terms = withTerm({ ...usual, ...row } as DraftTerms)
    const { baa, provisions } = await readBack(terms)
    const unfound = provisionTable
      .filter(({ id }) => !SIGNED_LATER.includes(id) && provisions[id]?.result !== 'present')
      .map(({ id }) => `${id} ${provisions[id]?.result} ${provisions[id]?.note ?? ''}`)
    const told = [
      baa.breachNoticeDays.value === terms.breachDays ||
        `breach days ${JSON.stringify(baa.breachNoticeDays)}`,
      baa.terminationNoticeDays.value === terms.noticeDays ||
        `notice days ${baa.terminationNoticeDays.value}`,
      baa.term.value === terms.term || `term ${baa.term.value}`,
      baa.expires.value === terms.ends || `ends ${baa.expires.value}`,
      baa.effective.value === terms.effective || `effective ${baa.effective.value}`,
      baa.coveredEntity.value === terms.coveredEntity || 'covered entity',
      baa.businessAssociate.value === terms.businessAssociate || 'associate',
    ].filter((one) => one !== true)
    if (unfound.length + told.length > 0)
      wrong.push(`${JSON.stringify(row)}: ${[...unfound, ...told].join(', ')}`)
  }
  expect(wrong).toEqual([])
})

test('signed by both it has every provision, signers and dates, and the unsigned paper has no signature', async () => {
  const signature = {
    name: 'Dana Okoye',
    title: 'Privacy Officer',
    date: writtenDate('2026-11-24'),
    drawing: null,
  }
  const drawn = {
    name: 'Priya Raman',
    title: 'Practice manager',
    date: writtenDate('2026-11-25'),
    drawing: [
      [
        [0, 0.5],
        [1, 0.4],
      ],
    ] as [number, number][][],
  }
  const { pdf } = await typesetPaper(wordingOf(usual), {
    at: AT,
    signatures: { businessAssociate: signature, coveredEntity: drawn },
    certificate: {
      reference: 'abc',
      sha256: 'a'.repeat(64),
      instance: 'https://desk.example.org',
      timeZone: 'America/New_York',
      signers: [
        { side: 'For the Vendor', lines: ['Signed by Dana Okoye'] },
        { side: 'For the Practice', lines: ['Signed by Priya Raman'] },
      ],
      steps: [{ at: '2026-11-24 15:00 UTC', local: '24 Nov 2026, 10:00', words: 'Dana Okoye signed.' }],
      closing: ['This file carries a seal.'],
    },
  })
  const reading = await readInCage(pdf)
  if (isFailure(reading)) throw new Error(reading.error.message)
  expect(reading.document.value).toBe('baa')
  const results = Object.entries(reading.provisions!).filter(([, { result }]) => result !== 'present')
  expect(results.map(([id, { result, note }]) => `${id} ${result} ${note}`)).toEqual([])
  expect(reading.baa).toMatchObject({
    signedByCoveredEntity: { value: true },
    signedByBusinessAssociate: { value: true },
    effective: { value: '2026-11-25' },
    coveredEntitySigner: { value: 'Priya Raman' },
    coveredEntitySignedOn: { value: '2026-11-25' },
    businessAssociateSigner: { value: 'Dana Okoye' },
    businessAssociateSignedOn: { value: '2026-11-24' },
  })
  expect(reading.warnings).toEqual([])
  const unsigned = await readBack(usual)
  expect(unsigned.baa.signedByCoveredEntity.value).toBe(false)
  expect(unsigned.baa.signedByBusinessAssociate.value).toBe(false)
})

function withTerm(terms: DraftTerms): DraftTerms {
  if (terms.term === 'fixed') return { ...terms, ends: '2028-11-30', reviewBy: null }
  return terms.term === 'with-agreement'
    ? { ...terms, servicesAgreement: 'Master Services Agreement of May 3, 2024' }
    : terms
}

async function readBack(terms: DraftTerms) {
  const { pdf } = await typesetPaper(wordingOf(terms), { at: AT })
  const doc = await readPagesInCage(pdf)
  if (isFailure(doc)) throw new Error(doc.error.message)
  return readBaa(doc)
}

/** Rows in which every two answers to two questions meet at least once. */
function pairwise(lists: [string, unknown[]][]): Record<string, unknown>[] {
  const open = new Set<string>()
  const key = (a: number, i: number, b: number, j: number) => `${a}:${i} ${b}:${j}`
  lists.forEach(([, left], a) =>
    lists.forEach(([, right], b) => {
      if (a < b) left.forEach((_one, i) => right.forEach((_other, j) => open.add(key(a, i, b, j))))
    }),
  )
  const rows: Record<string, unknown>[] = []
  while (open.size > 0) {
    const [seed] = open
    const picked = new Map(seed!.split(' ').map((part) => part.split(':').map(Number) as [number, number]))
    lists.forEach(([, values], a) => {
      if (picked.has(a)) return
      const gain = (i: number) =>
        [...picked].filter(([b, j]) => open.has(a < b ? key(a, i, b, j) : key(b, j, a, i))).length
      picked.set(a, values.map((_v, i) => i).sort((i, j) => gain(j) - gain(i))[0]!)
    })
    for (const [a, i] of picked) for (const [b, j] of picked) if (a < b) open.delete(key(a, i, b, j))
    rows.push(Object.fromEntries(lists.map(([name, values], a) => [name, values[picked.get(a)!]])))
  }
  return rows
}
