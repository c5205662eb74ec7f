import type { Actor, Guest, Program } from '../actor'
import { listLetterReaders } from '../accounts/accounts'
import { recordEvent } from '../audit/audit'
import { change, isSqlite, type Database, type Transaction } from '../database'
import { shownTime } from '../dates'
import {
  findDocument,
  firstReading,
  isBeingRead,
  latestReading,
  type Document,
  type Receipt,
} from '../documents/documents'
import { knownLetterKeys, queueLetter, type LetterWords } from '../letters/letters'
import type { Reading } from '../reader/reader'
import type { Services } from '../services'
import {
  findInvite,
  listDeliveredInvites,
  type InviteRow,
  type ListedInvite,
  type StoredReceipt,
} from './invite'
import { listed } from './purposes'
import { recognise, seeming, type Recognised } from './recognised'
import { deliveredWords, finishedWords, receiptWords } from './words'

const QUIET_MS = 60 * 60_000
// Passes may have been missed for a while, the machine being off.
const LOOK_BACK_MS = 14 * 24 * 60 * 60_000

type Desk = Pick<Services, 'db' | 'config'>

export interface DeliveredFile extends StoredReceipt, Recognised {
  /** Nothing about it changes by itself any more. */
  isSettled: boolean
}

/** Notes what arrived through a link; with the first file the practice gets a letter. */
export async function addReceipts(desk: Desk, guest: Guest, arrived: Receipt[]): Promise<void> {
  const taken = arrived.filter((one): one is Receipt & { document: Document } => one.document !== null)
  if (taken.length === 0) return
  await change(desk.db, async (trx) => {
    const invite = await lockedInvite(trx, guest)
    const receipts = taken.map(({ name, bytes, sha256, document }) => ({
      documentId: document.id,
      name,
      bytes,
      sha256,
      receivedAt: guest.at,
    }))
    const all = [
      ...invite.receipts,
      ...receipts.filter((one) => !invite.receipts.some((old) => old.sha256 === one.sha256)),
    ]
    const values = { receipts: JSON.stringify(all), deliveredAt: invite.deliveredAt ?? guest.at }
    await trx<InviteRow>('invites').where({ id: invite.id }).update(values)
    if (invite.deliveredAt === null) await tellOfDelivery(trx, desk, guest, invite, receipts)
  })
}

async function tellOfDelivery(
  trx: Transaction,
  desk: Desk,
  guest: Guest,
  invite: ListedInvite,
  receipts: StoredReceipt[],
) {
  const names = receipts.map((one) => one.name)
  await recordEvent(
    trx,
    guest,
    'invite.delivered',
    { inviteId: invite.id, title: listed(names), files: names },
    invite.vendorId,
  )
  const words = deliveredWords(
    invite.vendorName,
    invite.contactName,
    names,
    `${desk.config.baseUrl}/invites/${invite.id}`,
  )
  await tellPractice(trx, guest, invite, 'invite.delivered', words)
}

/** "I'm done": the receipt goes to the contact, the note to the practice. More may still be added while the link lives. */
export async function finishInvite(desk: Desk, guest: Guest, note: string | null): Promise<void> {
  await change(desk.db, async (trx) => {
    const invite = await lockedInvite(trx, guest)
    await trx<InviteRow>('invites')
      .where({ id: invite.id })
      .update({ finishedAt: guest.at, note: note ?? invite.note })
    const files = invite.receipts.map((one) => one.name)
    await recordEvent(trx, guest, 'invite.finished', { inviteId: invite.id, files, note }, invite.vendorId)
    if (files.length > 0)
      await queueReceipt(trx, desk, guest, invite, `invite.receipt ${invite.id} ${guest.at}`)
    const url = `${desk.config.baseUrl}/invites/${invite.id}`
    if (note)
      await tellPractice(
        trx,
        guest,
        invite,
        'invite.finished',
        finishedWords(invite.vendorName, guest.name, note, url),
      )
  })
}

/** For who added files and left without a word: once it has been quiet for a while, the receipt goes by itself. */
export async function sendQuietReceipts(desk: Desk, program: Program): Promise<void> {
  const lately = new Date(Date.parse(program.at) - LOOK_BACK_MS).toISOString()
  for (const invite of await listDeliveredInvites(desk.db, program.practiceId, lately)) {
    const last = invite.receipts.at(-1)?.receivedAt ?? ''
    const isQuiet = last !== '' && Date.parse(program.at) - Date.parse(last) >= QUIET_MS
    const key = `invite.receipt ${invite.id} of ${last}`
    if (!isQuiet || (invite.finishedAt ?? '') >= last) continue
    if ((await knownLetterKeys(desk.db, [key])).length > 0) continue
    await change(desk.db, (trx) => queueReceipt(trx, desk, program, invite, key))
  }
}

/** What the files of a request seem to be, in the order in which they came. */
export async function listDelivered(
  db: Database,
  reader: { practiceId: string } & Omit<Program, 'kind'>,
  invite: ListedInvite,
): Promise<DeliveredFile[]> {
  const program: Program = { ...reader, kind: 'program' }
  return Promise.all(invite.receipts.map((receipt) => describe(db, program, invite, receipt)))
}

async function describe(
  db: Database,
  program: Program,
  invite: ListedInvite,
  receipt: StoredReceipt,
): Promise<DeliveredFile> {
  const document = await findDocument(db, program, receipt.documentId)
  const stored = await latestReading(db, document.id)
  if (stored)
    return { ...receipt, ...recognise(stored.reading, invite.purposes, program.today), isSettled: true }
  const reading = document.state === 'waiting' && (await isBeingRead(db, document))
  const first = reading ? await firstReading(db, document) : null
  return { ...receipt, ...(reading ? beingRead(first) : unread(document)), isSettled: !reading }
}

function beingRead(first: Reading | null): Recognised {
  const sentence = first
    ? `Received and stored. It seems to be ${seeming(first)}; the rest of its pages is being read …`
    : 'Received and stored. It is being read …'
  return { state: 'none', word: 'being read', sentence, answers: null }
}

function unread({ failureCode }: Document): Recognised {
  const sentence =
    SENTENCES[failureCode ?? ''] ??
    'Received and stored. It could not be read by itself, so the practice will look at it.'
  const isYours = failureCode !== null && failureCode in SENTENCES
  return {
    state: isYours ? 'bad' : 'none',
    word: isYours ? 'look again' : 'received',
    sentence,
    answers: null,
  }
}

const SENTENCES: Record<string, string> = {
  'password-required':
    'Received, but it is locked with a password. Add a copy without one, or tell the practice the password by telephone.',
  damaged: 'Received, but the file is damaged and does not open. Add it again from the original.',
  'not-a-pdf': 'Received, but it is not a PDF. Save it as a PDF and add that.',
  empty: 'Received, but it has no pages. Add the file with its contents.',
}

async function queueReceipt(
  trx: Transaction,
  { config }: Desk,
  actor: Actor,
  invite: ListedInvite,
  uniqueKey: string,
): Promise<void> {
  const practice = await trx('practices').where({ id: actor.practiceId }).first<{ name: string }>('name')
  const shown = { time: (instant: string) => shownTime(instant, actor.timeZone) }
  await queueLetter(trx, {
    ...receiptWords(practice.name, invite.receipts, shown, config.baseUrl),
    practiceId: actor.practiceId,
    kind: 'invite.receipt',
    uniqueKey,
    to: { name: invite.contactName, email: invite.contactEmail },
    vendorId: invite.vendorId,
    dueOn: actor.today,
    at: actor.at,
  })
}

async function tellPractice(
  trx: Transaction,
  guest: Guest,
  invite: ListedInvite,
  kind: string,
  words: LetterWords,
) {
  for (const { personId, name, email } of await listLetterReaders(trx, guest.practiceId)) {
    await queueLetter(trx, {
      ...words,
      practiceId: guest.practiceId,
      kind,
      uniqueKey: `${kind} ${invite.id} ${guest.at} ${personId}`,
      to: { name, email },
      vendorId: invite.vendorId,
      dueOn: guest.today,
      at: guest.at,
    })
  }
}

async function lockedInvite(trx: Transaction, guest: Guest): Promise<ListedInvite> {
  if (!isSqlite(trx)) await trx('invites').where({ id: guest.inviteId }).forUpdate().first('id')
  return findInvite(trx, guest, guest.inviteId)
}
