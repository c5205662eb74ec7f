import { recordAgreement } from '../../server/agreements/agreements'
import { change, newId } from '../../server/database'
import { addDraft, usualTerms } from '../../server/drafts/drafts'
import { sendToSign } from '../../server/signing/send'
import { makeInviteLink } from '../../server/invites/invites'
import { queueLetter } from '../../server/letters/letters'
import { addVendor, listContacts, listSystems } from '../../server/vendors/vendors'
import { recordEnding } from '../../server/endings/endings'
import { proposePoints, sendShortfall } from '../../server/shortfalls/shortfalls'
import { addReadBaa } from './readBaa'
import { signedTerms } from './signedTerms'
import type { World } from './world'

/** Ids by room, and those of parts. */
export interface Ids {
  vendors: string
  contact: string
  system: string
  documents: string
  reports: string
  agreements: string
  reviews: string
  condition: string
  invites: string
  letters: string
  account: string
  drafts: string
  signings: string
  shortfalls: string
  endings: string
  task: string
}

/** One of everything in Maple Street. Rows that only a read document would make are put in as the rooms leave them. */
export async function fillPractice(world: World): Promise<Ids> {
  const { db, services } = world
  const priya = await world.actor('priya')
  const vendor = await addVendor(db, priya, {
    name: 'Brightline Billing',
    category: 'billing',
    systems: [{ name: 'ClaimDesk' }],
    contacts: [{ name: 'Jo Alvarez', email: 'jo@brightline.example' }],
  })
  const common = { practiceId: priya.practiceId, vendorId: vendor.id }
  const agreement = await recordAgreement(
    db,
    priya,
    vendor.id,
    signedTerms({ businessAssociate: vendor.name, ends: '2027-12-31' }),
  )
  const { inviteId } = await makeInviteLink(services, priya, vendor, {
    purposes: [{ kind: 'baa', words: null }],
    contactName: 'Jo',
    contactEmail: 'jo@brightline.example',
    message: '',
    days: 14,
  })
  const terms = usualTerms('Maple Street', vendor.name, 'billing', '2027-11-22')
  const draft = await addDraft(db, priya, vendor.id, terms)
  const to = { contactName: 'Jo', contactEmail: 'jo@brightline.example', message: '', days: 14 }
  const { signingId } = await sendToSign(services, priya, draft, vendor, to, 'link')
  const [documents, reports, reviews, decision, condition] = Array.from({ length: 5 }, newId) as [
    string,
    string,
    string,
    string,
    string,
  ]
  const letters = await change(db, async (trx) => {
    const at = priya.at
    await trx('documents').insert({
      id: documents,
      ...common,
      name: 'report.pdf',
      sha256: 'a'.repeat(64),
      wrappedKey: 'x',
      uploadedBy: 'person',
      uploaderName: 'Priya',
      receivedAt: at,
      state: 'read',
      bytes: 1,
      kind: 'soc2',
    })
    await trx('reports').insert({
      id: reports,
      ...common,
      documentId: documents,
      kind: 'soc2',
      createdAt: at,
    })
    await trx('reviews').insert({
      id: reviews,
      ...common,
      reportId: reports,
      startedBy: 'Rae',
      startedAt: at,
    })
    await trx('decisions').insert({
      id: decision,
      ...common,
      reviewId: reviews,
      decision: 'approved',
      reason: 'r',
      personId: priya.personId,
      personName: 'P',
      at,
      reviewOn: '2027-01-01',
    })
    await trx('conditions').insert({
      id: condition,
      ...common,
      decisionId: decision,
      kind: 'condition',
      text: 't',
      owner: 'o',
      due: '2027-01-01',
    })
    return queueLetter(trx, {
      practiceId: priya.practiceId,
      kind: 'test.letter',
      uniqueKey: newId(),
      to: { name: 'Priya', email: priya.email },
      dueOn: priya.today,
      subject: 'Brightline',
      sentence: 'Brightline.',
      paragraphs: [],
      link: { label: 'Open', url: 'http://127.0.0.1:3000/' },
    })
  })
  const paper = await addReadBaa(world, vendor.id)
  const about = { vendor, ...(await proposePoints(db, priya, paper.id)), follows: null }
  const points = about.proposed.map((proposed) => ({ proposed, words: proposed.text }))
  const letter = { contactName: 'Jo', contactEmail: 'jo@brightline.example', opening: '', days: 14, points }
  const { shortfallId: shortfalls } = await sendShortfall(services, priya, about, letter, 'link')
  const { id: past } = await recordAgreement(db, priya, vendor.id, {
    ...signedTerms({ businessAssociate: vendor.name, ends: '2027-12-31' }),
    effective: '2025-01-01',
    ends: '2025-12-31',
  })
  const endings = await recordEnding(db, priya, past, {
    ...{ endedOn: '2026-01-01', kind: 'services-ended', reason: 'It ran out.', cure: null },
    tasks: [{ what: 'Scans', system: null, way: 'either', dueOn: '2026-12-24', responsible: 'Priya' }],
  })
  const task = (await db('returnTasks').where({ endingId: endings }).first()).id as string
  const membership = (await db('memberships').where({ personId: priya.personId }).first('id')) as {
    id: string
  }
  return {
    vendors: vendor.id,
    contact: (await listContacts(db, vendor))[0]!.id,
    system: (await listSystems(db, vendor))[0]!.id,
    documents,
    reports,
    agreements: agreement.id,
    reviews,
    condition,
    invites: inviteId,
    letters,
    account: membership.id,
    drafts: draft.id,
    signings: signingId,
    shortfalls,
    endings,
    task,
  }
}
