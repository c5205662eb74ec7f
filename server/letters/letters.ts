import { newId, type Database, type Transaction } from '../database'
import type { Letter, LetterState, NewLetter } from './letter'
import { htmlOf, subjectOf, textOf } from './words'

export { listLetters, listLettersAbout, type LetterGroup } from './outbox'
export { countMonth, type MonthOfLetters } from './months'
export { programFor } from './program'
export { sendDueLetters, type Sent } from './send'
export { isSecret } from './letter'
export { canGoAgain, findStandstill, type Standstill } from './failed'
export type {
  Addressee,
  Letter,
  LetterAttempt,
  LetterFile,
  LetterItem,
  LetterState,
  LetterWords,
  NewLetter,
} from './letter'

const INSERT_BATCH = 40
const ADDRESS = /^[^\s<>@,;"]{1,64}@[^\s<>@,;"]{1,253}$/

/** Call inside the transaction that makes the letter true. Answers with the letter's id. */
export async function queueLetter(trx: Transaction, letter: NewLetter): Promise<string> {
  await queueLetters(trx, [letter])
  const row = await trx<Letter>('letters').where({ uniqueKey: letter.uniqueKey }).first('id')
  return row!.id
}

/** Many letters of one practice at once; those whose key was used before are left out. Answers with the ids of the others, by key. */
export async function queueLetters(trx: Transaction, letters: NewLetter[]): Promise<Map<string, string>> {
  const added = new Map<string, string>()
  if (letters.length === 0) return added
  const practice = await trx('practices')
    .where({ id: letters[0]!.practiceId })
    .first<{ name: string }>('name')
  const rows = await Promise.all(letters.map((letter) => rowOf(letter, practice.name)))
  for (let at = 0; at < rows.length; at += INSERT_BATCH) {
    const inserted = (await trx<Letter>('letters')
      .insert(rows.slice(at, at + INSERT_BATCH))
      .onConflict('uniqueKey')
      .ignore()
      .returning(['id', 'uniqueKey'])) as Pick<Letter, 'id' | 'uniqueKey'>[]
    for (const { id, uniqueKey } of inserted) added.set(uniqueKey, id)
  }
  return added
}

/** A letter that hasn't gone says something else from now on, with the same Message-ID. Answers whether it still waited. */
export async function rewriteLetter(trx: Transaction, id: string, letter: NewLetter): Promise<boolean> {
  const practice = await trx('practices').where({ id: letter.practiceId }).first<{ name: string }>('name')
  const { subject, html, text, vendorId, dueOn, uniqueKey, unsubscribe, attachments } = await rowOf(
    letter,
    practice.name,
  )
  const waiting = trx<Letter>('letters').where({ id }).whereIn('state', ['planned', 'deferred'])
  const said = { subject, html, text, vendorId, dueOn, uniqueKey, unsubscribe, attachments }
  return (await waiting.update(said)) === 1
}

/** Takes back a letter that has not gone yet. Call inside the transaction that makes it untrue. */
export async function withdrawLetter(trx: Transaction, uniqueKey: string): Promise<void> {
  await trx<Letter>('letters')
    .where({ uniqueKey })
    .whereIn('state', ['planned', 'deferred'])
    .update({ state: 'withdrawn', nextAttemptAt: null })
}

/**
 * The same for many by their ids. Each gives its key back, so that a letter can be written anew should the matter come to hold again.
 * Answers with the ids of those that had not gone.
 */
export async function withdrawLetters(trx: Transaction, ids: string[]): Promise<string[]> {
  const freed = trx.raw('?? || ? || ??', ['uniqueKey', ' withdrawn ', 'id'])
  const rows = (await trx('letters')
    .whereIn('id', ids)
    .whereIn('state', ['planned', 'deferred'])
    .update({ state: 'withdrawn', nextAttemptAt: null, uniqueKey: freed })
    .returning('id')) as { id: string }[]
  return rows.map(({ id }) => id)
}

/** Those of the keys that a letter was queued with before. */
export async function knownLetterKeys(db: Database, keys: string[]): Promise<string[]> {
  return db<Letter>('letters').whereIn('uniqueKey', keys).pluck('uniqueKey')
}

async function rowOf(letter: NewLetter, practiceName: string) {
  if (!ADDRESS.test(letter.to.email)) throw new Error('a letter needs one plain address')
  const createdAt = letter.at ?? new Date().toISOString()
  const id = newId()
  return {
    id,
    practiceId: letter.practiceId,
    vendorId: letter.vendorId ?? null,
    kind: letter.kind,
    uniqueKey: letter.uniqueKey,
    toName: letter.to.name,
    toEmail: letter.to.email,
    subject: subjectOf(letter),
    html: await htmlOf(letter, practiceName),
    text: textOf(letter, practiceName),
    dueOn: letter.dueOn,
    state: 'planned' as LetterState,
    createdAt,
    // Kept from the first attempt to the last, so that a mail program shows a letter once.
    messageId: `<${id}@${hostOf(letter)}>`,
    nextAttemptAt: letter.sendFrom ?? createdAt,
    unsubscribe: letter.unsubscribe ?? null,
    attachments: letter.attachments?.length ? JSON.stringify(letter.attachments) : null,
  }
}

function hostOf({ link, items }: NewLetter): string {
  const url = link?.url ?? items?.[0]?.link.url
  return url ? new URL(url).hostname : 'countersign.invalid'
}
