import { heading, list, type Paper, plainLook, text } from '../paper'
import { longDate } from '../words'
import { signatures } from './baaPaper'
import type { BaaFacts } from './facts'

/** A short paper that changes an agreement and leaves the rest as it was. */
export interface AmendmentFacts extends Pick<BaaFacts, 'coveredEntity' | 'businessAssociate' | 'signed'> {
  ordinal: string
  /** ISO. */
  effective: string
  /** Of the agreement that it changes, ISO. */
  agreementDated: string
  /** Whole sentences. */
  changes: string[]
}

export function amendmentPaper(facts: AmendmentFacts, look = plainLook): Paper {
  const { ordinal, effective, agreementDated, coveredEntity, businessAssociate, changes } = facts
  return {
    title: `${ordinal} Amendment`,
    look,
    header: '',
    footer: `${ordinal} Amendment`,
    firstNumbered: 1,
    blocks: [
      heading(1, `${ordinal} Amendment to the Business Associate Agreement`),
      text(
        `This ${ordinal} Amendment is effective as of ${longDate(effective)} and amends the Business Associate Agreement dated ${longDate(agreementDated)} (the “Agreement”) between ${coveredEntity} (“Covered Entity”) and ${businessAssociate} (“Business Associate”).`,
      ),
      list('number', changes),
      text('All other terms of the Agreement remain unchanged and in full force and effect.'),
      signatures(facts),
    ],
  }
}
