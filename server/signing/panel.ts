import { listOpenDrafts } from '../drafts/drafts'
import type { VendorPanel } from '../vendors/vendors'
import { signingStep } from './nextStep'
import { listSignings, signingTag } from './signing'

/** On the vendor's page: agreements being written, and those on their way to both signatures. */
export const signingPanel: VendorPanel = {
  view: 'signing/panel',
  async load(db, actor, vendor) {
    const signings = await listSignings(db, actor, vendor.id)
    const steps = signings.map((signing) => signingStep(signing, actor)).filter((step) => step !== null)
    return {
      steps,
      drafts: await listOpenDrafts(db, actor, vendor.id),
      signings: signings.map((signing) => ({ ...signing, tag: signingTag(signing) })),
    }
  },
}
