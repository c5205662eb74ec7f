import { Readable } from 'node:stream'
import { findPerson } from '../../server/accounts/accounts'
import type { Person } from '../../server/actor'
import { addDays, addMonths, type PlainDate } from '../../server/dates'
import { receiveDocument, type Document } from '../../server/documents/documents'
import { sealUpload } from '../../server/http/uploads'
import type { Services } from '../../server/services'

/** The demo's own clock: verbs are called on the days on which they would have been. */
export interface Desk {
  services: Services
  today: PlainDate
  /** Moves the clock; noon in the practice's time zone, more or less. */
  goTo(date: PlainDate): void
  priya(): Promise<Person>
  rae(): Promise<Person>
}

export const daysAgo = (desk: Desk, days: number) => addDays(desk.today, -days)
export const inDays = (desk: Desk, days: number) => addDays(desk.today, days)

/** The last day of the month that lies so many months back. */
export function monthEnd(desk: Desk, monthsAgo: number): PlainDate {
  const first = `${addMonths(desk.today, -monthsAgo + 1).slice(0, 8)}01`
  return addDays(first, -1)
}

export async function actorOn(
  services: Services,
  who: { personId: string; practiceId: string },
): Promise<Person> {
  const person = await findPerson(
    services.db,
    who.personId,
    who.practiceId,
    services.now().toISOString(),
    '127.0.0.1',
  )
  if (!person) throw new Error('the demo lost its people')
  return person
}

/** Uploads a paper and waits until it is read. */
export async function bring(desk: Desk, vendorId: string, name: string, pdf: Buffer): Promise<Document> {
  const actor = await desk.priya()
  const upload = await sealUpload(desk.services, actor.practiceId, name, Readable.from(pdf))
  const { document } = await receiveDocument(desk.services, actor, vendorId, upload)
  for (;;) {
    const row = await desk.services.db<Document>('documents').where({ id: document.id }).first()
    if (row && (row.state === 'read' || row.state === 'failed')) return row
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
}
