import { findPerson, programIn, type Practice } from '../accounts/accounts'
import { change, type Database } from '../database'
import { addDays, shownDate, type PlainDate } from '../dates'
import { sendInviteWithin, type Purpose } from '../invites/invites'
import type { Services } from '../services'
import { findVendor, listContacts, type Contact, type Vendor } from '../vendors/vendors'
import type { LineRow } from './book'
import { listUnanswered } from './facts'
import { ruleOf, type Reminding } from './lines'
import { keyOf, type Matter } from './matters'
import type { StandingConsent } from './rules'

/** A request that the vendor's contact gets by itself, on the word of a person who consented for this vendor. */
export interface Ask {
  matter: Matter
  on: PlainDate
  purpose: Purpose
  consent: StandingConsent
}

/** When the contact is asked for what the matter is about; null where nobody consented. */
export function askOf(matter: Matter, reminding: Reminding): Ask | null {
  const { ask: consent } = ruleOf(matter, reminding)
  if (!reminding.rules.asksContacts || !consent) return null
  const { calendar } = reminding
  if (matter.kind === 'reportAgeing')
    return { matter, on: calendar.onOrBefore(matter.base), purpose: { kind: 'soc2', words: null }, consent }
  const renewal = addDays(matter.base, -reminding.rules.askBaaDays)
  return matter.kind === 'baaEnds'
    ? { matter, on: calendar.onOrBefore(renewal), purpose: { kind: 'baa', words: null }, consent }
    : null
}

/** What is to be asked by a day, asked before or not. */
export function asksOn(day: PlainDate, matter: Matter, reminding: Reminding): Ask[] {
  const ask = askOf(matter, reminding)
  return ask && ask.on <= day && !reminding.calendar.isQuiet(day) ? [ask] : []
}

export function askKey({ matter }: Pick<Ask, 'matter'>): string {
  return `ask ${keyOf(matter)}`
}

/** Each is made and put into the outbox once; one whose like is open, or whose contact or consenting person is gone, isn't. */
export async function sendAsks(services: Services, practice: Practice, asks: Ask[]): Promise<number> {
  const { db } = services
  if (asks.length === 0) return 0
  const asked = await askedBefore(db, asks)
  const open = await listUnanswered(db, practice, services.now())
  let sent = 0
  for (const ask of asks.filter((one) => !asked.has(askKey(one)))) {
    const isOpen = open.some(
      (one) =>
        one.vendorId === ask.matter.vendorId && one.purposes.some(({ kind }) => kind === ask.purpose.kind),
    )
    if (!isOpen && (await sendAsk(services, practice, ask))) sent++
  }
  return sent
}

export async function askedBefore(db: Database, asks: Ask[]): Promise<Set<string>> {
  const rows = await db<LineRow>('reminderLines').whereIn('key', asks.map(askKey)).select('key')
  return new Set(rows.map(({ key }) => key))
}

async function sendAsk(services: Services, practice: Practice, ask: Ask): Promise<boolean> {
  const { db, config } = services
  const program = programIn(practice, services.now().toISOString())
  const { personId } = ask.consent
  const asker = await findPerson(db, personId, practice.id, program.at, null)
  const vendor = await findVendor(db, program, ask.matter.vendorId)
  const contact = await contactOf(db, vendor, ask.consent)
  if (asker?.practiceId !== practice.id || !contact) return false
  return change(db, async (trx) => {
    const key = askKey(ask)
    if (await trx<LineRow>('reminderLines').where({ key }).first('key')) return false
    const values = {
      purposes: [ask.purpose],
      contactName: contact.name,
      contactEmail: contact.email,
      message: '',
      days: config.inviteDays,
    }
    const { letterId } = await sendInviteWithin(trx, services, asker, vendor, values, {
      actor: program,
      because: `${ask.consent.personName} consented on ${shownDate(ask.consent.on)} to asking by itself`,
    })
    const row = { key, practiceId: practice.id, letterId, told: key, personId, vendorId: vendor.id }
    await trx<LineRow>('reminderLines').insert({ ...row, dueOn: ask.on, at: program.at })
    return true
  })
}

export async function contactOf(
  db: Database,
  vendor: Vendor,
  { contactId }: StandingConsent,
): Promise<Contact | undefined> {
  return (await listContacts(db, vendor)).find((one) => one.id === contactId)
}
