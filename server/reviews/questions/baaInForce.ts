import { shownDate } from '../../dates'
import { suggestion, type AgreementFacts, type Facts, type Question, type Suggestion } from './question'

export const baaInForce: Question = {
  id: 'baa',
  title: 'Is there a signed BAA in force?',
  gloss:
    'A BAA (business associate agreement) is the written contract HIPAA asks for before a vendor may handle patient data (45 CFR 164.502(e), 164.504(e)). A report never replaces it.',
  byHandOnly: false,
  suggest: ({ agreement, vendor }: Facts): Suggestion => {
    const needsNone = vendor.businessAssociate === false && agreement.state === 'none'
    return needsNone ? NOT_NEEDED : judge(agreement)
  },
}

const NOT_NEEDED = suggestion(
  'meets',
  'You have recorded that this vendor is no business associate, so it needs no BAA.',
  {
    whatWouldChange: 'The vendor starts to create, receive, keep or transmit patient data for you.',
  },
)

function judge(agreement: AgreementFacts): Suggestion {
  switch (agreement.state) {
    case 'in-force':
      return suggestion('meets', `Signed and in force${since(agreement)}${until(agreement)}.`, {
        prefill: 'meets',
      })
    case 'ending-soon':
      return suggestion('look-closer', `In force, but only${until(agreement) || ' for a short time'}.`, {
        whatWouldChange: 'A renewal signed by both.',
      })
    case 'unsigned':
      return missing('A BAA is on file, but not signed by both.', 'Both signatures.')
    case 'not-yet':
      return missing(
        `The BAA starts on ${shownDate(agreement.effective)}; until then none is in force.`,
        'A BAA in force today.',
      )
    case 'ended':
      return missing(
        `The BAA has ended${agreement.ends ? `, on ${shownDate(agreement.ends)}` : ''}.`,
        'A new BAA signed by both.',
      )
    case 'none':
      return missing('No BAA is on file.', 'A BAA signed by both.')
  }
}

function missing(sentence: string, whatWouldChange: string): Suggestion {
  return suggestion('does-not-meet', sentence, { whatWouldChange, prefill: 'does-not-meet' })
}

const since = ({ effective }: AgreementFacts) => (effective ? ` since ${shownDate(effective)}` : '')
const until = ({ ends }: AgreementFacts) => (ends ? ` until ${shownDate(ends)}` : '')
