import { isShortfall, listProvisions, type AgreementPanel } from '../agreements/agreements'
import type { Person } from '../actor'
import type { Database } from '../database'
import { confirmedReading, findDocument } from '../documents/documents'
import type { Vendor, VendorPanel } from '../vendors/vendors'
import { listShortfalls } from './shortfall'
import { standingOf } from './standing'

/** On the page of an agreement: the letter about what it lacks, and those that were sent. */
export const shortfallPanel: AgreementPanel = {
  view: 'shortfalls/panel',
  async load(db, actor, agreement, vendor) {
    const documentId = agreement.documentId
    const document = documentId ? await findDocument(db, actor, documentId) : null
    const reading = document ? (await confirmedReading(db, document))?.reading : null
    const lacks = listProvisions(reading?.provisions ?? {}).some(isShortfall)
    const canAsk = Object.values(reading?.provisions ?? {}).some(({ result }) => result !== 'present')
    return { documentId, canAsk, lacks, letters: await lettersOf(db, actor, vendor) }
  },
}

/** On the vendor's page, once there is a letter. */
export const vendorShortfallPanel: VendorPanel = {
  view: 'shortfalls/vendorPanel',
  load: async (db, actor, vendor) => ({ letters: await lettersOf(db, actor, vendor) }),
}

async function lettersOf(db: Database, actor: Person, vendor: Vendor) {
  const letters = await listShortfalls(db, actor, vendor.id)
  return Promise.all(letters.map(async (one) => ({ ...one, tag: (await standingOf(db, actor, one)).tag })))
}
