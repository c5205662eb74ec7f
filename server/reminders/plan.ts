import {
  listColleagues,
  listLetterReaders,
  programIn,
  type Colleague,
  type Practice,
} from '../accounts/accounts'
import { recordEvent } from '../audit/audit'
import { change, type Database } from '../database'
import { dateIn, instantOf, type PlainDate } from '../dates'
import {
  knownLetterKeys,
  queueLetters,
  withdrawLetters,
  type Letter,
  type NewLetter,
} from '../letters/letters'
import type { Services } from '../services'
import { mattersIn } from './facts'
import type { Matter } from './matters'
import { currentStage, type Stage } from './schedule'
import { wordsFor } from './words'

export interface Planned {
  planned: number
  /** Letters that hadn't gone yet and no longer hold. */
  withdrawn: number
}

interface Due {
  matter: Matter
  stage: Stage
}

const MORNING = 8
const KEYS_AT_ONCE = 400
const LETTERS_AT_ONCE = 100
const KIND = 'reminder.'

/** Plans what is due in every practice and takes back what no longer holds. Any number of passes plan each letter once. */
export async function planReminders(services: Services): Promise<Planned> {
  const counts: Planned = { planned: 0, withdrawn: 0 }
  const practices = await services.db<Practice>('practices').orderBy('id')
  for (const practice of practices) {
    const { planned, withdrawn } = await planPractice(services, practice)
    counts.planned += planned
    counts.withdrawn += withdrawn
    await new Promise((resolve) => setImmediate(resolve))
  }
  return counts
}

async function planPractice(services: Services, practice: Practice): Promise<Planned> {
  const { db, now } = services
  const at = now()
  const today = dateIn(practice.timeZone, at)
  const readers = await listLetterReaders(db, practice.id)
  const everyone = await listColleagues(db, practice.id)
  const waiting = await waitingReminders(db, practice.id)
  let planned = 0
  for await (const matters of mattersIn(db, practice, at, 0)) {
    const due = matters.flatMap((matter) => dueToday(matter, today))
    for (const key of due.flatMap((one) => readers.map((reader) => keyOf(one, reader)))) waiting.delete(key)
    const fresh = await withoutPlanned(db, due, everyone)
    for (let from = 0; from < fresh.length; from += LETTERS_AT_ONCE) {
      const some = fresh.slice(from, from + LETTERS_AT_ONCE)
      planned += await planLetters(services, practice, at, some, readers)
    }
    await new Promise((resolve) => setImmediate(resolve))
  }
  const withdrawn = await withdraw(db, practice, at, [...waiting.values()])
  return { planned, withdrawn }
}

function dueToday(matter: Matter, today: PlainDate): Due[] {
  const stage = currentStage(matter.schedule, today)
  return stage ? [{ matter, stage }] : []
}

/** Another thing, another date, another stage or another reader is another letter. */
function keyOf({ matter, stage }: Due, reader: Pick<Colleague, 'personId'>): string {
  return `${KIND}${matter.kind} ${matter.about} ${matter.schedule.base} ${stage.name} ${reader.personId}`
}

/** A stage that anyone was written about is over: a new colleague doesn't get last month's letters. */
async function withoutPlanned(db: Database, due: Due[], everyone: Colleague[]): Promise<Due[]> {
  const keys = due.map((one) => everyone.map((person) => keyOf(one, person)))
  const known = await knownKeys(db, keys.flat())
  return due.filter((_, index) => !keys[index]!.some((key) => known.has(key)))
}

async function knownKeys(db: Database, keys: string[]): Promise<Set<string>> {
  const known = new Set<string>()
  for (let from = 0; from < keys.length; from += KEYS_AT_ONCE) {
    const some = keys.slice(from, from + KEYS_AT_ONCE)
    for (const key of await knownLetterKeys(db, some)) known.add(key)
    await new Promise((resolve) => setImmediate(resolve))
  }
  return known
}

async function planLetters(
  { db, config }: Services,
  practice: Practice,
  now: Date,
  due: Due[],
  readers: Colleague[],
): Promise<number> {
  const at = now.toISOString()
  const program = programIn(practice, at)
  const morning = instantOf(program.today, MORNING, practice.timeZone)
  const letters = due.flatMap(({ matter, stage }) => {
    const words = wordsFor(matter, program.today, config.baseUrl)
    return readers.map((reader): NewLetter => ({
      ...words,
      practiceId: practice.id,
      kind: KIND + matter.kind,
      uniqueKey: keyOf({ matter, stage }, reader),
      to: { name: reader.name, email: reader.email },
      vendorId: matter.vendorId,
      dueOn: stage.dueOn,
      at,
      sendFrom: morning > at ? morning : at,
    }))
  })
  if (letters.length > 0) {
    await change(db, async (trx) => {
      await queueLetters(trx, letters)
      await recordEvent(trx, program, 'reminders.planned', {
        letters: letters.length,
        about: due.map(asFact),
      })
    })
  }
  return letters.length
}

function asFact({ matter: { kind, vendorId }, stage }: Due) {
  return { kind, vendorId, stage: stage.name }
}

/** Reminders that wait to be sent, by key. */
async function waitingReminders(db: Database, practiceId: string): Promise<Map<string, string>> {
  const rows = await db<Letter>('letters')
    .where({ practiceId })
    .whereIn('state', ['planned', 'deferred'])
    .where('kind', 'like', `${KIND}%`)
    .select('id', 'uniqueKey')
  return new Map(rows.map(({ id, uniqueKey }) => [uniqueKey, id]))
}

async function withdraw(db: Database, practice: Practice, now: Date, ids: string[]): Promise<number> {
  let withdrawn = 0
  for (let from = 0; from < ids.length; from += KEYS_AT_ONCE) {
    const some = ids.slice(from, from + KEYS_AT_ONCE)
    withdrawn += await change(db, async (trx) => {
      const count = await withdrawLetters(trx, some)
      if (count > 0) {
        await recordEvent(trx, programIn(practice, now.toISOString()), 'reminders.withdrawn', {
          letters: count,
        })
      }
      return count
    })
  }
  return withdrawn
}
