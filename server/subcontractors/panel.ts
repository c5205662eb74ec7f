import type { VendorPanel } from '../vendors/vendors'
import { chainOf } from './chain'

/** On the vendor's page: who stands behind it, and the gaps. */
export const subcontractorPanel: VendorPanel = {
  view: 'subcontractors/panel',
  load: async (db, actor, vendor) => ({ ...(await chainOf(db, actor, vendor)) }),
}
