import { findPractice, type Practice } from '../accounts/accounts'
import type { Database } from '../database'
import { addDays, addYears, dateIn, type PlainDate } from '../dates'
import type { Services } from '../services'
import { toldBefore } from './book'
import { subjectOfMany } from './digest'
import { comingAsks, type ComingAsk } from './comingAsks'
import { mattersAhead, reachOf, type Span } from './facts'
import { comingMonthly, type ComingMonthly } from './monthly'
import { lettersOf, untold, type Draft, type Told } from './letters'
import { daysOf, lineKey, linesOn, toldKey, type Line, type Reminding } from './lines'
import type { Matter } from './matters'
import { remindingOf } from './reminding'
import type { Rules } from './rules'
import { wordsFor } from './words'

export interface ComingLetter {
  on: PlainDate
  /** `month`: that reminders work. */
  kind: Draft['kind'] | 'ask' | 'month'
  /** null: a contact of the vendor. */
  personId: string | null
  toName: string
  toEmail: string
  subject: string
  /** None in a letter that tells of nothing due. */
  lines: ComingLine[]
}

export interface ComingLine {
  vendorId: string
  subject: string
}

type Planning = Pick<Services, 'db' | 'config' | 'now'>

/**
 * The letters of the next twelve months, today's still unplanned ones among them, if nothing changes: by the function that plans them.
 * @param options.afresh as if nobody had been told or asked anything yet
 */
export async function listComing(
  services: Planning,
  actor: { practiceId: string },
  options: { trying?: Rules; to?: PlainDate; afresh?: boolean } = {},
): Promise<ComingLetter[]> {
  const { db, now } = services
  const practice = await findPractice(db, actor.practiceId)
  const today = dateIn(practice.timeZone, now())
  const to = options.to ?? addYears(today, 1)
  const reminding = await remindingOf(db, practice, today, options.trying)
  const spans: Span[] = []
  const reach = reachOf(reminding.rules, reminding.ofVendor)
  for await (const some of mattersAhead(db, practice, now(), to, reach)) {
    spans.push(...some)
    await breathe()
  }
  const asks = await comingAsks(services, practice, spans, reminding, today, options.afresh)
  const all = [...spans, ...asks.map((ask) => ask.unanswered(to))]
  const drafts = await draftsAhead(db, practice, all, reminding, today, to, options.afresh)
  const monthly = await comingMonthly(db, practice, reminding, today, to, options.afresh)
  return [...drafts, ...asks.map(asLetter), ...monthly.map(asMonthly)].sort(byDay)
}

async function draftsAhead(
  db: Database,
  practice: Practice,
  spans: Span[],
  reminding: Reminding,
  today: PlainDate,
  to: PlainDate,
  afresh = false,
): Promise<ComingLetter[]> {
  const days = calendarOfMatters(spans, reminding, today, to)
  const had = afresh ? new Set<string>() : await hadToday(db, practice, today)
  const joinedOn = ({ person }: Line) => dateIn(practice.timeZone, person.createdAt)
  const told = notebook()
  const letters: ComingLetter[] = []
  for (const day of [...days.keys()].sort()) {
    const lines = days.get(day)!.flatMap((matter) => linesOn(day, matter, reminding))
    const early = lines.filter(({ stage }) => stage.on <= today)
    if (early.length > 0 && !afresh) told.add(await toldBefore(db, early))
    const drafts = lettersOf(untold(lines, told, joinedOn), day)
    const going = drafts.filter(
      ({ kind, person }) => day > today || kind === 'urgent' || !had.has(person.personId),
    )
    for (const { lines } of going) told.tell(lines)
    letters.push(...going.map((draft) => letterOf(draft, day)))
    await breathe()
  }
  return letters
}

/** What was told, carried on from day to day. */
function notebook(): Told & { add: (before: Told) => void; tell: (lines: Line[]) => void } {
  const books: Told[] = []
  const gone = new Set<string>()
  const anyone = new Set<string>()
  return {
    hasGone: (key) => gone.has(key) || books.some((book) => book.hasGone(key)),
    isWaiting: () => false,
    anyone: (key) => anyone.has(key) || books.some((book) => book.anyone(key)),
    add: (before) => void books.push(before),
    tell(lines) {
      for (const line of lines) {
        gone.add(lineKey(line))
        anyone.add(toldKey(line))
      }
    },
  }
}

/** Which matters can say something new on which days. */
function calendarOfMatters(
  spans: Span[],
  reminding: Reminding,
  today: PlainDate,
  to: PlainDate,
): Map<PlainDate, Matter[]> {
  const days = new Map<PlainDate, Matter[]>()
  const { calendar } = reminding
  for (const { from, to: until, matters } of spans) {
    const last = until < to ? until : to
    // What comes to hold on a quiet day, and what came after today's letter, waits for the next working day.
    const starts =
      from <= today ? [today, calendar.onOrAfter(addDays(today, 1))] : [from, calendar.onOrAfter(from)]
    for (const matter of matters) {
      const all = new Set([...starts, ...daysOf(matter, from, last, reminding)])
      for (const day of all) {
        if (day < today || day > last) continue
        const known = days.get(day)
        if (known) known.push(matter)
        else days.set(day, [matter])
      }
    }
  }
  return days
}

/** Who has had today's list, or has it on the way. */
async function hadToday(db: Database, { id: practiceId }: Practice, today: PlainDate): Promise<Set<string>> {
  const rows = await db('letters')
    .where({ practiceId, kind: 'reminder.digest', dueOn: today })
    .whereNot({ state: 'withdrawn' })
    .select<{ uniqueKey: string }[]>('uniqueKey')
  return new Set(rows.map(({ uniqueKey }) => uniqueKey.split(' ')[1]!))
}

function letterOf({ kind, person, lines }: Draft, on: PlainDate): ComingLetter {
  const { personId, name: toName, email: toEmail } = person
  const said = lines.map(({ matter }) => ({
    vendorId: matter.vendorId,
    subject: wordsFor(matter, on).subject,
  }))
  const subject = subjectOfMany(said[0]!.subject, said.length)
  return { on, kind, personId, toName, toEmail, subject, lines: said }
}

function asLetter({ on, contactName, contactEmail, vendorId, subject }: ComingAsk): ComingLetter {
  const to = { personId: null, toName: contactName, toEmail: contactEmail }
  return { on, kind: 'ask', ...to, subject, lines: [{ vendorId, subject }] }
}

function asMonthly({ on, person, subject }: ComingMonthly): ComingLetter {
  const { personId, name: toName, email: toEmail } = person
  return { on, kind: 'month', personId, toName, toEmail, subject, lines: [] }
}

const ORDER = { urgent: 0, digest: 1, ask: 2, month: 3 }

function byDay(a: ComingLetter, b: ComingLetter): number {
  return a.on.localeCompare(b.on) || ORDER[a.kind] - ORDER[b.kind] || a.toName.localeCompare(b.toName)
}

function breathe(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve))
}
