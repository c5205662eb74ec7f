import { listColleagues } from '../accounts/accounts'
import type { Person } from '../actor'
import type { Database } from '../database'
import type { Addressee, Letter } from '../letters/letters'

interface Row {
  id: string
  vendorId: string
  name: string
  email: string
}

/** Whose address a letter went to, as it stands now and where it is mended; null for somebody who is in no list. */
export async function addresseeOf(
  db: Database,
  actor: Person,
  { toEmail, toName, vendorId }: Pick<Letter, 'toEmail' | 'toName' | 'vendorId'>,
): Promise<Addressee | null> {
  const colleagues = await listColleagues(db, actor.practiceId)
  const colleague = colleagues.find(({ email, deactivatedAt }) => email === toEmail && !deactivatedAt)
  if (colleague) {
    const { id, name, email } = colleague
    return { kind: 'colleague', name, email, url: `/account/colleagues/${id}` }
  }
  const contacts = (await db('contacts')
    .join('vendors', 'vendors.id', 'contacts.vendorId')
    .where({ 'vendors.practiceId': actor.practiceId, 'contacts.removedAt': null })
    .where((either) => {
      void either.where({ 'contacts.email': toEmail })
      if (vendorId) void either.orWhere({ 'contacts.vendorId': vendorId, 'contacts.name': toName })
    })
    .orderBy('contacts.id')
    .select('contacts.id', 'contacts.vendorId', 'contacts.name', 'contacts.email')) as Row[]
  // One whose address was mended meanwhile is known by name.
  const contact = contacts.find(({ email }) => email !== toEmail) ?? contacts[0]
  if (!contact) return null
  const { id, name, email } = contact
  return { kind: 'contact', name, email, url: `/vendors/${contact.vendorId}/contacts/${id}` }
}
