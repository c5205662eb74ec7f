import type { Person } from '../actor'
import type { Database } from '../database'
import type { Vendor } from '../vendors/vendors'
import type { Version } from './chain'

/** Another room's part of an agreement's page; its view renders `<section class="sheet">` or nothing. */
export interface AgreementPanel {
  view: string
  load: (db: Database, actor: Person, agreement: Version, vendor: Vendor) => Promise<Record<string, unknown>>
}
