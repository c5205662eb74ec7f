import type { Practice } from '../accounts/accounts'
import type { Program } from '../actor'
import { recordEvent } from '../audit/audit'
import { change, type Transaction } from '../database'
import {
  queueLetters,
  rewriteLetter,
  withdrawLetters,
  type Letter,
  type LetterFile,
  type NewLetter,
} from '../letters/letters'
import type { Services } from '../services'
import type { Book, LineRow, Waiting } from './book'
import { dateFiles } from './dateFiles'
import { letterWords } from './digest'
import type { Draft } from './letters'
import { lineKey, toldKey, type Line } from './lines'
import type { Planned } from './plan'

const AT_ONCE = 50
const ROWS_AT_ONCE = 100
const MOST_NAMED = 100

/** Brings the outbox in step with the letters as they should stand now: new ones, changed ones, and those that no longer hold. */
export async function settleLetters(
  services: Services,
  practice: Practice,
  program: Program,
  book: Book,
  drafts: Draft[],
  sendFrom: string,
): Promise<Planned> {
  const waiting = new Map([...book.waiting.values()].map((one) => [ownerOf(one), one]))
  const fresh: Draft[] = []
  for (const draft of drafts) {
    const own = waiting.get(slotOf(draft))
    waiting.delete(slotOf(draft))
    if (!own) fresh.push(draft)
    else if (own.dueOn !== program.today || !isSame(own, draft))
      await rewrite(services, practice, program, own, draft)
  }
  const withdrawn = await withdraw(services, program, [...waiting.values()])
  let planned = 0
  for (let from = 0; from < fresh.length; from += AT_ONCE)
    planned += await queue(services, practice, program, fresh.slice(from, from + AT_ONCE), sendFrom)
  return { planned, withdrawn }
}

/** Whose letter it is, and of a last day which. Without the day: a list that waits takes up what comes after it. */
function slotOf(draft: Draft): string {
  const { personId } = draft.person
  return draft.kind === 'digest' ? `digest ${personId}` : `urgent ${lineKey(draft.lines[0]!)}`
}

function ownerOf({ kind, uniqueKey, id }: Waiting): string {
  if (kind === 'reminder.digest') return uniqueKey.split(' ').slice(0, 2).join(' ')
  // Letters of earlier versions, one for each matter, have no place among these and are withdrawn.
  return kind === 'reminder.urgent' ? uniqueKey : id
}

function keyOfLetter(draft: Draft, program: Program): string {
  return draft.kind === 'digest' ? `${slotOf(draft)} ${program.practiceId} ${program.today}` : slotOf(draft)
}

function isSame({ keys }: Waiting, { lines }: Draft): boolean {
  return keys.size === lines.length && lines.every((line) => keys.has(lineKey(line)))
}

function newLetter(
  services: Services,
  practice: Practice,
  program: Program,
  draft: Draft,
  sendFrom: string,
  attachments: LetterFile[],
): NewLetter {
  const { person, lines, kind } = draft
  return {
    ...letterWords(draft, program.today, services.config.baseUrl),
    practiceId: practice.id,
    kind: `reminder.${kind}`,
    uniqueKey: keyOfLetter(draft, program),
    to: { name: person.name, email: person.email },
    vendorId: lines.length === 1 ? lines[0]!.matter.vendorId : null,
    dueOn: program.today,
    at: program.at,
    sendFrom,
    attachments,
  }
}

/** Whoever has had today's list gets what came since tomorrow. */
async function queue(
  services: Services,
  practice: Practice,
  program: Program,
  drafts: Draft[],
  sendFrom: string,
) {
  const filesOf = await dateFiles(services, program, drafts)
  const letters = drafts.map((draft) =>
    newLetter(services, practice, program, draft, sendFrom, filesOf(draft)),
  )
  return change(services.db, async (trx) => {
    const added = await queueLetters(trx, letters)
    const written = drafts.flatMap((draft) => {
      const letterId = added.get(keyOfLetter(draft, program))
      return letterId ? [{ draft, letterId }] : []
    })
    if (written.length === 0) return 0
    await insertLines(
      trx,
      written.flatMap(({ draft, letterId }) => rowsOf(program, draft, letterId)),
    )
    const lines = written.flatMap(({ draft }) => draft.lines)
    await recordEvent(trx, program, 'reminders.planned', {
      letters: written.length,
      lines: lines.length,
      about: lines.slice(0, MOST_NAMED).map(asFact),
    })
    return written.length
  })
}

/** Only while it waits: what is on its way says what it says. */
async function rewrite(services: Services, practice: Practice, program: Program, own: Waiting, draft: Draft) {
  const filesOf = await dateFiles(services, program, [draft])
  const letter = newLetter(services, practice, program, draft, program.at, filesOf(draft))
  await change(services.db, async (trx) => {
    const taken = await trx<Letter>('letters')
      .where({ uniqueKey: letter.uniqueKey })
      .whereNot({ id: own.id })
      .first('id')
    const uniqueKey = taken ? own.uniqueKey : letter.uniqueKey
    if (!(await rewriteLetter(trx, own.id, { ...letter, uniqueKey }))) return
    await trx<LineRow>('reminderLines').where({ letterId: own.id }).delete()
    await insertLines(trx, rowsOf(program, draft, own.id))
  })
}

async function insertLines(trx: Transaction, rows: LineRow[]): Promise<void> {
  for (let from = 0; from < rows.length; from += ROWS_AT_ONCE)
    await trx<LineRow>('reminderLines')
      .insert(rows.slice(from, from + ROWS_AT_ONCE))
      .onConflict('key')
      .ignore()
}

function rowsOf(program: Program, { lines }: Draft, letterId: string): LineRow[] {
  return lines.map((line) => ({
    key: lineKey(line),
    practiceId: program.practiceId,
    letterId,
    told: toldKey(line),
    personId: line.person.personId,
    vendorId: line.matter.vendorId,
    dueOn: line.stage.dueOn,
    at: program.at,
  }))
}

function asFact({ matter: { kind, vendorId }, stage }: Line) {
  return { kind, vendorId, stage: stage.name }
}

async function withdraw(services: Services, program: Program, waiting: Waiting[]): Promise<number> {
  let withdrawn = 0
  for (let from = 0; from < waiting.length; from += ROWS_AT_ONCE) {
    const ids = waiting.slice(from, from + ROWS_AT_ONCE).map(({ id }) => id)
    withdrawn += await change(services.db, async (trx) => {
      const gone = await withdrawLetters(trx, ids)
      if (gone.length === 0) return 0
      // What wasn't told may be told later, should it come to hold again.
      await trx<LineRow>('reminderLines').whereIn('letterId', gone).delete()
      await recordEvent(trx, program, 'reminders.withdrawn', { letters: gone.length })
      return gone.length
    })
  }
  return withdrawn
}
