import type { State } from '../terms'
import type { Clause } from './wording'

/** State law beside HIPAA. Only what we hold facts for; each names its statute so that counsel can check it. */
const RIDERS: Record<State, Clause> = {
  CA: {
    title: 'California',
    words:
      'Where the Confidentiality of Medical Information Act (California Civil Code 56 and following) applies to the information, the Vendor shall comply with it, and shall take care that medical information is not released through negligence (Civil Code 56.36).',
  },
  NY: {
    title: 'New York',
    words:
      'For private information of residents of New York the Vendor shall keep reasonable safeguards as General Business Law 899-bb describes them, and shall give the Practice what it needs to meet the deadlines of General Business Law 899-aa.',
  },
  TX: {
    title: 'Texas',
    words:
      'The Vendor knows that Texas Health and Safety Code chapter 181 counts as a covered entity whoever comes into possession of such information. The Vendor shall train its workforce as Section 181.101 asks and keep the signed record of it, shall not sell the information, and shall give the Practice what it needs to meet the deadlines of Texas Business and Commerce Code 521.053.',
  },
}

export function riderClauses(states: State[]): Clause[] {
  return states.map((state) => RIDERS[state])
}
