import type { Practice } from '../accounts/accounts'
import { addDays, type PlainDate } from '../dates'
import { shortWords } from '../invites/invites'
import type { Services } from '../services'
import type { Contact } from '../vendors/vendors'
import { askedBefore, askKey, askOf, type Ask } from './asks'
import { listUnanswered, type Span } from './facts'
import type { Reminding } from './lines'

export interface ComingAsk {
  on: PlainDate
  vendorId: string
  contactName: string
  contactEmail: string
  subject: string
  /** What follows if the contact never answers. */
  unanswered: (to: PlainDate) => Span
}

/** The requests that vendors' contacts will get by themselves. */
export async function comingAsks(
  { db, config, now }: Pick<Services, 'db' | 'config' | 'now'>,
  practice: Practice,
  spans: Span[],
  reminding: Reminding,
  today: PlainDate,
  afresh = false,
): Promise<ComingAsk[]> {
  const dated = firstOfEach(spans, reminding, today)
  if (dated.length === 0) return []
  const asks = dated.map(({ ask }) => ask)
  const asked = afresh ? new Set<string>() : await askedBefore(db, asks)
  const contacts = await contactsOf(
    db,
    dated.map(({ ask }) => ask.consent.contactId),
  )
  const open = (await listUnanswered(db, practice, now())).flatMap(({ vendorId, purposes }) =>
    purposes.map(({ kind }) => `${vendorId} ${kind}`),
  )
  const coming: ComingAsk[] = []
  for (const { ask, on } of dated.sort((a, b) => a.on.localeCompare(b.on))) {
    const { vendorId } = ask.matter
    const contact = contacts.get(ask.consent.contactId)
    const what = `${vendorId} ${ask.purpose.kind}`
    if (asked.has(askKey(ask)) || contact?.vendorId !== vendorId || open.includes(what)) continue
    open.push(what)
    coming.push(comingAsk(ask, on, contact, config.inviteDays))
  }
  return coming
}

function firstOfEach(spans: Span[], reminding: Reminding, today: PlainDate): { ask: Ask; on: PlainDate }[] {
  const found = new Map<string, { ask: Ask; on: PlainDate }>()
  for (const { from, to, matters } of spans) {
    for (const matter of matters) {
      const ask = askOf(matter, reminding)
      if (!ask || found.has(askKey(ask))) continue
      const earliest = [ask.on, from, today].sort().at(-1)!
      const on = reminding.calendar.onOrAfter(earliest)
      if (on <= to) found.set(askKey(ask), { ask, on })
    }
  }
  return [...found.values()]
}

async function contactsOf(db: Services['db'], ids: string[]): Promise<Map<string, Contact>> {
  const rows = await db<Contact>('contacts').whereIn('id', ids).where({ removedAt: null })
  return new Map(rows.map((row) => [row.id, row]))
}

function comingAsk(
  ask: Ask,
  on: PlainDate,
  { name: contactName, email: contactEmail }: Contact,
  days: number,
): ComingAsk {
  const { vendorId, vendorName } = ask.matter
  const base = addDays(on, days)
  const matter = {
    kind: 'inviteExpires',
    vendorId,
    vendorName,
    about: askKey(ask),
    base,
    detail: contactName,
  } as const
  const subject = `${vendorName} is asked for its ${shortWords([ask.purpose])}`
  const unanswered = (to: PlainDate) => ({ from: addDays(on, 1), to, matters: [matter] })
  return { on, vendorId, contactName, contactEmail, subject, unanswered }
}
