import type { Actor } from '../actor'
import { recordEvent } from '../audit/audit'
import { change, newId, type Database, type Transaction } from '../database'
import { NotFound } from '../errors'
import type { Vendor } from './vendor'

export interface Contact {
  id: string
  practiceId: string
  vendorId: string
  name: string
  email: string
  phone: string | null
  title: string | null
  createdAt: string
  removedAt: string | null
}

export interface NewContact {
  name: string
  email: string
  phone?: string | null
  title?: string | null
}

/** Without those who were removed. */
export async function listContacts(db: Database, vendor: Vendor): Promise<Contact[]> {
  return db<Contact>('contacts').where({ vendorId: vendor.id, removedAt: null }).orderBy(['createdAt', 'id'])
}

export async function findContact(db: Database, vendor: Vendor, contactId: string): Promise<Contact> {
  const contact = await db<Contact>('contacts')
    .where({ id: contactId, vendorId: vendor.id, removedAt: null })
    .first()
  if (!contact) throw new NotFound('contact')
  return contact
}

export async function addContact(
  db: Database,
  actor: Actor,
  vendor: Vendor,
  contact: NewContact,
): Promise<Contact> {
  return change(db, (trx) => insertContact(trx, actor, vendor, contact))
}

export async function insertContact(
  trx: Transaction,
  actor: Actor,
  vendor: Vendor,
  { name, email, phone, title }: NewContact,
): Promise<Contact> {
  const row: Contact = {
    id: newId(),
    practiceId: vendor.practiceId,
    vendorId: vendor.id,
    name,
    email,
    phone: phone ?? null,
    title: title ?? null,
    createdAt: actor.at,
    removedAt: null,
  }
  await trx<Contact>('contacts').insert(row)
  await recordEvent(trx, actor, 'contact.added', { contactId: row.id, name, email }, vendor.id)
  return row
}

/** What it said before stays in the history. */
export async function changeContact(
  db: Database,
  actor: Actor,
  vendor: Vendor,
  before: Contact,
  { name, email, phone, title }: NewContact,
): Promise<void> {
  const now = { name, email, phone: phone ?? null, title: title ?? null }
  await change(db, async (trx) => {
    await trx<Contact>('contacts').where({ id: before.id }).update(now)
    const was = { name: before.name, email: before.email, phone: before.phone, title: before.title }
    await recordEvent(trx, actor, 'contact.changed', { contactId: before.id, ...now, was }, vendor.id)
  })
}

/** Kept as a removed row: letters and requests point at it. */
export async function removeContact(
  db: Database,
  actor: Actor,
  vendor: Vendor,
  contactId: string,
): Promise<void> {
  await change(db, async (trx) => {
    const here = { id: contactId, vendorId: vendor.id, removedAt: null }
    const contact = await trx<Contact>('contacts').where(here).first()
    if (!contact) throw new NotFound('contact')
    await trx<Contact>('contacts').where({ id: contactId }).update({ removedAt: actor.at })
    const { name, email } = contact
    await recordEvent(trx, actor, 'contact.removed', { contactId, name, email }, vendor.id)
  })
}
