import { recordAgreement, type Agreement, type Terms } from '../../server/agreements/agreements'
import { addDays, addMonths } from '../../server/dates'
import { sendInvite } from '../../server/invites/invites'
import { listReports } from '../../server/reports/reports'
import {
  decide,
  nextReviewOn,
  QUESTIONS,
  saveAnswers,
  startReview,
  type AnswerWord,
  type NewDecision,
} from '../../server/reviews/reviews'
import { factsFor } from '../../server/reviews/facts'
import { suggestAll } from '../../server/reviews/questions/questions'
import {
  addVendor,
  determinationQuestions,
  findVendor,
  recordDetermination,
  walkQuestions,
  type NewVendor,
  type Vendor,
} from '../../server/vendors/vendors'
import { makeAmendmentPdf, makeBaaPdf, makeBridgeLetterPdf, makeSoc2Pdf } from '../papers/papers'
import { bring, daysAgo, inDays, monthEnd, type Desk } from './desk'
import { amend, endOf, listSubcontractors } from './life'
import { yearReport } from './reports'
import { draftFor, signedByVendor } from './signing'

const PRACTICE = 'Maple Street Family Medicine'

/** Eight vendors in every state worth seeing, made in the order of their days. */
export async function addDemoVendors(desk: Desk): Promise<void> {
  await brightline(desk)
  await northwind(desk)
  await larkhollow(desk)
  await cedar(desk)
  await pinecrest(desk)
  await quillmere(desk)
  await gorsefield(desk)
  await tallyho(desk)
}

/** No BAA at all, but a draft of one. */
async function brightline(desk: Desk) {
  const vendor = await register(desk, 20, {
    name: 'Brightline Billing',
    category: 'billing',
    service: 'Codes and files our claims',
    phi: 'Names and contact details; Insurance and billing',
    records: 2,
    access: 2,
    criticality: 1,
    sensitivity: 1,
    chain: 2,
    contacts: [{ name: 'Jo Alvarez', email: 'jo.alvarez@brightline.example', title: 'Account manager' }],
    systems: [{ name: 'ClaimDesk', aliases: ['Brightline ClaimDesk'] }],
  })
  await draftFor(desk, vendor)
}

/** The BAA ends in six days. */
async function northwind(desk: Desk) {
  const vendor = await register(desk, 330, {
    name: 'Northwind e-Fax',
    category: 'fax',
    service: 'Receives and sends our faxes',
    phi: 'Clinical notes; Laboratory results and images',
    records: 2,
    access: 2,
    criticality: 2,
    sensitivity: 2,
    chain: 1,
    contacts: [{ name: 'Mina Kovacs', email: 'mina@northwind.example', title: 'Customer success' }],
    systems: [{ name: 'Northwind Fax Cloud', aliases: ['NFC'] }],
  })
  await agreement(desk, vendor, 320, {
    effective: addMonths(inDays(desk, 6), -36),
    term: 'fixed',
    ends: inDays(desk, 6),
    noticeDays: 30,
  })
  const facts = {
    ...yearReport('Northwind Telecom, Inc.', 'Northwind', 'Northwind Fax Cloud', monthEnd(desk, 5)),
    auditor: 'Fenner Oakes LLP',
    city: 'Raleigh, North Carolina',
  }
  await report(desk, vendor, 90, 'Northwind SOC 2 Type II.pdf', await makeSoc2Pdf(facts))
  await review(desk, vendor, 80, allMeet, {
    decision: 'approved',
    reason: 'Clean report of the system that we use.',
  })
}

/** Qualified report waiting in an open review; last year's was clean and approved; a bridge letter ran out. */
async function larkhollow(desk: Desk) {
  const vendor = await register(desk, 700, {
    name: 'Larkhollow CareBridge',
    category: 'ehr',
    service: 'Our health record and schedule',
    phi: 'Names and contact details; Appointments; Clinical notes; Prescriptions; Laboratory results and images',
    records: 2,
    access: 3,
    criticality: 3,
    sensitivity: 2,
    chain: 2,
    contacts: [
      {
        name: 'Dana Okoye',
        email: 'dana.okoye@larkhollow.example',
        title: 'Chief Information Security Officer',
      },
    ],
    systems: [{ name: 'CareBridge', aliases: ['CareBridge Platform'] }],
  })
  await agreement(desk, vendor, 690, {
    effective: daysAgo(desk, 980),
    term: 'fixed',
    ends: daysAgo(desk, 516),
  })
  await agreement(desk, vendor, 520, {
    effective: daysAgo(desk, 515),
    term: 'fixed',
    ends: inDays(desk, 220),
    noticeDays: 60,
    renewalMonths: 12,
  })
  const last = yearReport(
    'Larkhollow Health Systems, Inc.',
    'Larkhollow',
    'CareBridge Platform',
    monthEnd(desk, 20),
  )
  await report(desk, vendor, 500, 'CareBridge SOC 2 last year.pdf', await makeSoc2Pdf(last))
  await review(desk, vendor, 354, allMeet, {
    decision: 'approved',
    reason: 'Clean opinion; the host is carved out and has its own report.',
  })
  const end = monthEnd(desk, 8)
  const facts = {
    ...yearReport('Larkhollow Health Systems, Inc.', 'Larkhollow', 'CareBridge Platform', end),
    opinion: 'qualified' as const,
    affectedCriteria: ['CC6.2', 'CC6.3'],
    exceptions: [
      {
        control: 'AC-04',
        text: 'For 4 of 25 terminated users selected, access was removed between 9 and 41 days after the termination date.',
        response:
          'Removal now follows the human resources feed by itself. No use of the retained access was found.',
      },
      {
        control: 'AC-05',
        text: 'The access reviews of two of four quarters were not performed.',
        response: 'The review has a new owner, and the two latest were done on time.',
      },
      {
        control: 'CH-03',
        text: '1 of 12 emergency changes selected was approved on the fifth business day.',
        response: 'A delegate can now approve in the absence of the approver.',
      },
    ],
  }
  await report(desk, vendor, 6, 'CareBridge SOC 2 Type II.pdf', await makeSoc2Pdf(facts))
  const letter = await makeBridgeLetterPdf({
    organization: facts.organization,
    short: facts.short,
    system: facts.system,
    auditor: facts.auditor,
    period: facts.period!,
    gap: { start: addDays(end, 1), end: monthEnd(desk, 5) },
    date: addDays(monthEnd(desk, 5), 20),
    signer: { name: 'Dana Okoye', title: 'Chief Information Security Officer' },
  })
  await report(desk, vendor, 5, 'CareBridge bridge letter.pdf', letter)
  await listSubcontractors(desk, vendor, 4, 'Dana Okoye')
  await review(desk, vendor, 1, { ...allMeet, count: 4 }, null)
}

/** A stale report, approved with conditions; the request for the next one was never opened. */
async function cedar(desk: Desk) {
  const vendor = await register(desk, 600, {
    name: 'Cedar Backup',
    category: 'backup',
    service: 'Copies our server every night',
    phi: 'Clinical notes; Insurance and billing',
    records: 2,
    access: 3,
    criticality: 3,
    sensitivity: 2,
    chain: 1,
    contacts: [{ name: 'Lena Voss', email: 'lena.voss@cedarbackup.example' }],
    systems: [{ name: 'Cedar Vault', aliases: [] }],
  })
  await lackingAgreement(desk, vendor, 590)
  const facts = {
    ...yearReport('Cedar Data Protection LLC', 'Cedar', 'Cedar Vault', monthEnd(desk, 14)),
    auditor: 'Stellan Marsh & Co., P.C.',
    city: 'Tulsa, Oklahoma',
    categories: ['security' as const, 'confidentiality' as const],
    exceptions: [
      { control: 'CH-03', text: 'For 2 of 20 emergency changes selected, approval was not evidenced.' },
    ],
  }
  await report(desk, vendor, 330, 'Cedar SOC 2.pdf', await makeSoc2Pdf(facts))
  await review(
    desk,
    vendor,
    320,
    { ...allMeet, differ: { criteria: 'accepted' } },
    {
      decision: 'approved-with-conditions',
      reason: 'Backups are outside the tested categories, so we test a restore ourselves.',
      conditions: [
        {
          kind: 'condition',
          text: 'Restore one folder from the backup and keep the protocol',
          owner: 'Rae Lindqvist',
          due: inDays(desk, 9),
        },
      ],
    },
  )
  desk.goTo(daysAgo(desk, 12))
  const values = {
    purposes: [{ kind: 'soc2' as const, words: null }],
    contactName: 'Lena Voss',
    contactEmail: 'lena.voss@cedarbackup.example',
    message: '',
    days: 14,
  }
  await sendInvite(desk.services, await desk.priya(), await found(desk, vendor), values)
}

/** Read, with words that lack something; an amendment has mended a part of it. */
async function lackingAgreement(desk: Desk, vendor: Vendor, ago: number) {
  const effective = daysAgo(desk, ago + 10)
  const signed = (date: string) => ({
    coveredEntity: { name: 'Priya Raman', title: 'Practice administrator', date },
    businessAssociate: { name: 'Lena Voss', title: 'Chief operating officer', date },
  })
  const parties = { coveredEntity: PRACTICE, businessAssociate: 'Cedar Data Protection LLC' }
  const facts = { ...parties, effective, term: { is: 'evergreen' as const }, signed: signed(effective) }
  const paper = await makeBaaPdf({ ...facts, leaveOut: ['B09', 'B14'], weaken: ['B10'] })
  desk.goTo(daysAgo(desk, ago))
  const { id: documentId } = await bring(desk, vendor.id, 'Cedar BAA signed.pdf', paper)
  const { id } = await agreement(desk, vendor, ago, {
    ...{ documentId, businessAssociate: parties.businessAssociate, effective, term: 'evergreen' },
    reviewBy: inDays(desk, 150),
    businessAssociateSigner: 'Lena Voss',
  })
  const since = daysAgo(desk, 240)
  const amendment = await makeAmendmentPdf({
    ...{ ...parties, ordinal: 'First', effective: since, agreementDated: effective, signed: signed(since) },
    changes: [
      'Business Associate shall report to Covered Entity any Security Incident of which it becomes aware.',
      'Business Associate shall notify Covered Entity of a Breach of Unsecured Protected Health Information without unreasonable delay and in no case later than ten (10) days after discovery of the Breach.',
    ],
  })
  await amend(desk, vendor, id, { since, name: 'Cedar BAA first amendment.pdf', pdf: amendment })
}

/** Fine, with a BAA that ends with its services agreement, and no report to expect. */
async function pinecrest(desk: Desk) {
  const vendor = await register(desk, 400, {
    name: 'Pinecrest Shredding',
    category: 'shredding',
    service: 'Takes our paper away and destroys it',
    phi: 'Clinical notes; Insurance and billing',
    records: 1,
    access: 2,
    criticality: 0,
    sensitivity: 2,
    chain: 0,
    contacts: [{ name: 'Office', email: 'office@pinecrest.example' }],
  })
  await agreement(desk, vendor, 395, {
    effective: daysAgo(desk, 395),
    term: 'with-agreement',
    servicesAgreement: 'Destruction Services Agreement of last year',
    reviewBy: inDays(desk, 72),
  })
}

/** A Type I only; the vendor never signed the first BAA, has signed the new one, and the practice has not. */
async function quillmere(desk: Desk) {
  const vendor = await register(desk, 60, {
    name: 'Quillmere Messaging',
    category: 'portal',
    service: 'Sends appointment reminders to patients',
    phi: 'Names and contact details; Appointments',
    records: 2,
    access: 2,
    criticality: 1,
    sensitivity: 0,
    chain: 2,
    contacts: [{ name: 'Piet de Vries', email: 'piet@quillmere.example' }],
    systems: [{ name: 'Quillmere Messaging Cloud', aliases: ['Messaging Cloud'] }],
  })
  await agreement(desk, vendor, 50, {
    effective: daysAgo(desk, 50),
    term: 'fixed',
    ends: inDays(desk, 680),
    businessAssociateSigner: null,
    businessAssociateSignedOn: null,
  })
  const { period: _period, ...rest } = yearReport(
    'Quillmere, Inc.',
    'Quillmere',
    'Quillmere Messaging Cloud',
    monthEnd(desk, 4),
  )
  const facts = {
    ...rest,
    type: 'type-1' as const,
    asOf: monthEnd(desk, 4),
    categories: ['security' as const],
    auditor: 'Brackenridge & Lowe, CPAs',
    city: 'Boise, Idaho',
  }
  await report(desk, vendor, 40, 'Quillmere SOC 2.pdf', await makeSoc2Pdf(facts))
  await signedByVendor(desk, vendor, { name: 'Piet de Vries', email: 'piet@quillmere.example' })
}

/** Adverse opinion, refused; its BAA was ended, and the vendor has certified part of what must come back. */
async function gorsefield(desk: Desk) {
  const vendor = await register(desk, 150, {
    name: 'Gorsefield Transcription',
    category: 'transcription',
    service: 'Was to write up our dictations',
    phi: 'Clinical notes',
    records: 2,
    access: 2,
    criticality: 1,
    sensitivity: 3,
    chain: 3,
    contacts: [{ name: 'Sales', email: 'sales@gorsefield.example' }],
    systems: [{ name: 'Gorsefield Scribe', aliases: [] }],
  })
  const { id } = await agreement(desk, vendor, 140, {
    effective: daysAgo(desk, 140),
    term: 'evergreen',
    reviewBy: inDays(desk, 225),
  })
  const facts = {
    ...yearReport('Gorsefield, LLC', 'Gorsefield', 'Gorsefield Scribe', monthEnd(desk, 7)),
    opinion: 'adverse' as const,
    affectedCriteria: ['CC6.1', 'CC8.1'],
    exceptions: [
      { control: 'CH-03', text: 'For 31 of 40 changes selected, no approval existed before release.' },
    ],
  }
  await report(desk, vendor, 130, 'Gorsefield SOC 2.pdf', await makeSoc2Pdf(facts))
  await review(
    desk,
    vendor,
    128,
    { ...allMeet, differ: { findings: 'does-not-meet' } },
    {
      decision: 'refused',
      reason: 'The auditor says that the controls did not work. No dictation goes there.',
    },
  )
  await endOf(desk, vendor, id, 'Gorsefield Scribe')
}

/** Everything in order. */
async function tallyho(desk: Desk) {
  const vendor = await register(desk, 200, {
    name: 'Tallyho Telehealth',
    category: 'telehealth',
    service: 'Video visits',
    phi: 'Appointments; Clinical notes',
    records: 2,
    access: 2,
    criticality: 2,
    sensitivity: 2,
    chain: 1,
    contacts: [{ name: 'Ana Reyes', email: 'ana@tallyho.example' }],
    systems: [{ name: 'Tallyho Visit', aliases: ['Tallyho'] }],
  })
  const signed = daysAgo(desk, 190)
  const pdf = await makeBaaPdf({
    coveredEntity: PRACTICE,
    businessAssociate: 'Tallyho Health, Inc.',
    effective: signed,
    term: { is: 'fixed', expires: addMonths(signed, 36) },
    noticeDays: 60,
    breachNotice: '10 days',
    signed: {
      coveredEntity: { name: 'Priya Raman', title: 'Practice administrator', date: signed },
      businessAssociate: { name: 'Ana Reyes', title: 'General counsel', date: signed },
    },
  })
  desk.goTo(daysAgo(desk, 189))
  const document = await bring(desk, vendor.id, 'Tallyho BAA signed.pdf', pdf)
  await agreement(desk, vendor, 188, {
    documentId: document.id,
    businessAssociate: 'Tallyho Health, Inc.',
    effective: signed,
    term: 'fixed',
    ends: addMonths(signed, 36),
    noticeDays: 60,
  })
  const facts = {
    ...yearReport('Tallyho Health, Inc.', 'Tallyho', 'Tallyho Visit', monthEnd(desk, 3)),
    auditor: 'Calloway Reed Assurance PLLC',
    city: 'Nashville, Tennessee',
  }
  await report(desk, vendor, 30, 'Tallyho SOC 2 Type II.pdf', await makeSoc2Pdf(facts))
  await review(desk, vendor, 28, allMeet, {
    decision: 'approved',
    reason: 'Clean, current, and it covers what we use.',
  })
}

async function register(desk: Desk, ago: number, values: NewVendor): Promise<Vendor> {
  desk.goTo(daysAgo(desk, ago))
  const actor = await desk.priya()
  const vendor = await addVendor(desk.services.db, actor, values)
  const walk = walkQuestions(
    Object.fromEntries(determinationQuestions.map(({ key, answers }) => [key, usualAnswer(key, answers)])),
  )
  await recordDetermination(desk.services.db, actor, vendor, { walk, treatAnyway: false, note: null })
  return found(desk, vendor)
}

/** The way of a plain business associate through the questions. */
function usualAnswer(key: string, answers: { value: string; concludes?: unknown }[]): string {
  if (key === 'phi' || key === 'function') return 'yes'
  return answers.find((answer) => answer.value === 'no')!.value
}

async function agreement(desk: Desk, vendor: Vendor, ago: number, terms: Partial<Terms>): Promise<Agreement> {
  desk.goTo(daysAgo(desk, ago))
  const signedOn = terms.effective ?? desk.today
  const usual: Terms = {
    documentId: null,
    correctsId: null,
    coveredEntity: PRACTICE,
    businessAssociate: vendor.name,
    effective: signedOn,
    term: 'fixed',
    ends: null,
    reviewBy: null,
    servicesAgreement: null,
    renewalMonths: null,
    noticeDays: null,
    coveredEntitySigner: 'Priya Raman',
    coveredEntitySignedOn: signedOn,
    businessAssociateSigner: 'Authorized signer',
    businessAssociateSignedOn: signedOn,
    note: null,
  }
  return recordAgreement(desk.services.db, await desk.priya(), vendor.id, { ...usual, ...terms })
}

async function report(desk: Desk, vendor: Vendor, ago: number, name: string, pdf: Buffer): Promise<void> {
  desk.goTo(daysAgo(desk, ago))
  const document = await bring(desk, vendor.id, name, pdf)
  if (document.state !== 'read')
    throw new Error(`${name} could not be read: ${document.failure ?? document.state}`)
}

interface Answering {
  usual: AnswerWord
  differ?: Record<string, AnswerWord>
  /** Only so many of the seven. */
  count?: number
}

const allMeet: Answering = { usual: 'meets' }

async function review(
  desk: Desk,
  vendor: Vendor,
  ago: number,
  answering: Answering,
  decision:
    (Omit<NewDecision, 'reviewOn' | 'conditions'> & { conditions?: NewDecision['conditions'] }) | null,
): Promise<void> {
  desk.goTo(daysAgo(desk, ago))
  const { db } = desk.services
  const actor = await desk.rae()
  const current = await found(desk, vendor)
  const newest = (await listReports(db, actor, vendor.id)).find((one) => one.id === current.reportId)
  if (!newest) throw new Error(`${vendor.name} has no report to review`)
  const { facts } = await factsFor(db, actor, current, newest)
  const suggestions = suggestAll(facts)
  const started = await startReview(db, actor, newest.id)
  const given = QUESTIONS.slice(0, answering.count ?? QUESTIONS.length).map(({ id }) => {
    const answer = answering.differ?.[id] ?? answering.usual
    const note = answer === 'meets' ? '' : 'Talked over with Dr. Whitfield.'
    return { question: id, answer, note, seenId: null, suggestion: suggestions[id]! }
  })
  await saveAnswers(db, actor, started.id, given)
  if (!decision) return
  const reviewOn = nextReviewOn(current, actor.today)
  await decide(db, actor, started.id, { conditions: [], ...decision, reviewOn })
}

async function found(desk: Desk, vendor: Vendor): Promise<Vendor> {
  return findVendor(desk.services.db, await desk.priya(), vendor.id)
}
