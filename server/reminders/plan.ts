import { programIn, type Practice } from '../accounts/accounts'
import { dateIn, instantOf, type PlainDate } from '../dates'
import type { Services } from '../services'
import { asksOn, sendAsks, type Ask } from './asks'
import { mattersToday, reachOf } from './facts'
import { lettersOf, untold } from './letters'
import { linesOn, type Line, type Reminding } from './lines'
import { openBook } from './book'
import { remindingOf } from './reminding'
import { settleLetters } from './settle'

export interface Planned {
  planned: number
  /** Letters that hadn't gone yet and no longer hold. */
  withdrawn: number
}

const REMINDERS = 'reminder.%'

/** Plans what is due in every practice and takes back what no longer holds. Any number of passes plan each letter once. */
export async function planReminders(services: Services): Promise<Planned> {
  return planEach(services, await services.db<Practice>('practices').orderBy('id'))
}

/** The same for the practices of which a letter is about to go, so that it says what holds at that moment. */
export async function freshenDue(services: Services): Promise<Planned> {
  const { db, config, now } = services
  if (!config.smtpUrl) return { planned: 0, withdrawn: 0 }
  const due = db('letters')
    .whereIn('state', ['planned', 'deferred'])
    .where('nextAttemptAt', '<=', now().toISOString())
    .where('kind', 'like', REMINDERS)
    .select('practiceId')
  return planEach(services, await db<Practice>('practices').whereIn('id', due).orderBy('id'))
}

async function planEach(services: Services, practices: Practice[]): Promise<Planned> {
  const counts: Planned = { planned: 0, withdrawn: 0 }
  for (const practice of practices) {
    const { planned, withdrawn } = await planPractice(services, practice)
    counts.planned += planned
    counts.withdrawn += withdrawn
    await breathe()
  }
  return counts
}

/** @throws what goes wrong; nothing is planned by halves */
export async function planPractice(services: Services, practice: Practice): Promise<Planned> {
  const { db, now } = services
  const program = programIn(practice, now().toISOString())
  const { today } = program
  const reminding = await remindingOf(db, practice, today)
  const book = await openBook(db, practice.id)
  const lines: Line[] = []
  const asks: Ask[] = []
  const reach = reachOf(reminding.rules, reminding.ofVendor)
  for await (const matters of mattersToday(db, practice, now(), reach)) {
    const due = matters.flatMap((matter) => linesOn(today, matter, reminding))
    const joinedOn = ({ person }: Line) => dateIn(practice.timeZone, person.createdAt)
    lines.push(...untold(due, await book.toldOf(due), joinedOn))
    asks.push(...matters.flatMap((matter) => asksOn(today, matter, reminding)))
    await breathe()
  }
  const counts = await settleLetters(
    services,
    practice,
    program,
    book,
    lettersOf(lines, today),
    sendFrom(practice, today, program.at, reminding),
  )
  if (program.at >= hourOf(practice, today, reminding)) await sendAsks(services, practice, asks)
  return counts
}

/** The practice's hour of the day, or now where that has struck. */
function sendFrom(practice: Practice, today: PlainDate, at: string, reminding: Reminding): string {
  const hour = hourOf(practice, today, reminding)
  return hour > at ? hour : at
}

function hourOf({ timeZone }: Practice, today: PlainDate, { rules }: Reminding): string {
  return instantOf(today, rules.hour, timeZone)
}

function breathe(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve))
}
