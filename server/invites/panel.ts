import type { Person } from '../actor'
import type { Database } from '../database'
import type { Vendor, VendorPanel } from '../vendors/vendors'
import { inviteStanding, lastDayOf, listInvites } from './invite'
import { askedStep } from './nextStep'
import { shortWords } from './purposes'

const SHOWN = 5

export const invitePanel: VendorPanel = { view: 'invites/panel', load }

async function load(db: Database, actor: Person, vendor: Vendor) {
  const all = await listInvites(db, actor, vendor.id)
  const shown = all.filter((invite) => !invite.replacedById).slice(0, SHOWN)
  const invites = shown.map((invite) => ({
    ...invite,
    standing: inviteStanding(invite, actor.at),
    askedFor: shortWords(invite.purposes),
    lastDay: lastDayOf(invite, actor.timeZone),
  }))
  const steps = shown.map((invite) => askedStep(invite, actor)).filter((step) => step !== null)
  return { invites, total: all.length, steps }
}
