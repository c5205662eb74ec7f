import { listColleagues } from '../accounts/accounts'
import type { VendorPanel } from '../vendors/vendors'
import { events, isEvent } from './events'
import { listShownHolds } from './holdWords'
import { practiceRules, vendorRules } from './rules'

/** Who hears of a vendor, on its page. */
export const reminderPanel: VendorPanel = {
  view: 'reminders/panel',
  async load(db, actor, vendor) {
    const { rules } = await vendorRules(db, vendor)
    const { asksContacts } = (await practiceRules(db, actor.practiceId)).rules
    const people = await listColleagues(db, actor.practiceId)
    const owner = people.find(({ personId, deactivatedAt }) => personId === rules.ownerId && !deactivatedAt)
    const holds = await listShownHolds(db, actor)
    return {
      owner: owner?.name ?? null,
      differing: Object.keys(rules.events).flatMap((kind) => (isEvent(kind) ? events[kind].label : [])),
      consent: asksContacts ? rules.ask : null,
      holds: holds.filter(({ vendorId }) => vendorId === vendor.id),
    }
  },
}
