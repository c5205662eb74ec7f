import type { AgreementPanel } from '../agreements/agreements'
import { findEndingOfAgreement, openTasks } from './ending'

/** On the page of an agreement that ended: what has to come back, and what goes on. */
export const endingPanel: AgreementPanel = {
  view: 'endings/panel',
  async load(db, actor, agreement) {
    const ending = await findEndingOfAgreement(db, actor, agreement.id)
    return { ending, open: ending ? openTasks(ending) : [] }
  },
}
