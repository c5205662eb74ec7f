import type { PlainDate } from '../dates'
import type { Term } from '../agreements/agreements'

export type State = 'CA' | 'NY' | 'TX'

/** What a practice settles before a business associate agreement is written in our words. */
export interface DraftTerms {
  coveredEntity: string
  businessAssociate: string
  /** What the vendor does for the practice: the end of the sentence “the following services: …”. */
  services: string
  /** null: the day of the last signature. */
  effective: PlainDate | null
  /** Calendar days from discovery; 45 CFR 164.410(b) allows at most 60. */
  breachDays: number
  subcontractors: 'flow-down' | 'consent' | 'none'
  deIdentification: 'refused' | 'for-services'
  aggregation: 'refused' | 'allowed'
  ownManagement: 'allowed' | 'refused'
  offshore: 'refused' | 'consent' | 'allowed'
  term: Term
  /** The last day in force, where the term is fixed. */
  ends: PlainDate | null
  reviewBy: PlainDate | null
  servicesAgreement: string | null
  /** Days of notice with which either side may end it without cause; null where neither may. */
  noticeDays: number | null
  /** Millions of dollars of insurance for each claim; null where nothing is said of it. */
  insuranceMillions: number | null
  indemnity: 'left-out' | 'mutual' | 'vendor'
  riders: State[]
}

export const LONGEST_BREACH_DAYS = 60
export const USUAL_BREACH_DAYS = 10
/** Days within which the vendor hands over what a patient's request needs; 45 CFR 164.524(b)(2) gives the practice 30. */
export const REQUEST_DAYS = 10
export const CURE_DAYS = 30

export interface Choice<T extends string> {
  value: T
  label: string
  hint?: string
}

export interface Question<Name extends keyof DraftTerms> {
  name: Name
  asks: string
  why: string
  choices: Choice<Extract<DraftTerms[Name], string>>[]
}

const question = <Name extends keyof DraftTerms>(
  name: Name,
  asks: string,
  why: string,
  choices: Choice<Extract<DraftTerms[Name], string>>[],
): Question<Name> => ({ name, asks, why, choices })

/** What has to be chosen one of several, in the order in which it is asked. */
export const questions = {
  subcontractors: question(
    'subcontractors',
    'May the vendor let other companies handle your patients’ information?',
    'Such a company is a subcontractor. Whatever you choose, the law has the vendor bind it to the same promises (45 CFR 164.502(e)(1)(ii)).',
    [
      { value: 'flow-down', label: 'Yes, if each has signed the same promises' },
      { value: 'consent', label: 'Only those to which we have agreed in writing' },
      { value: 'none', label: 'No' },
    ],
  ),
  offshore: question(
    'offshore',
    'May the information leave the United States?',
    'HIPAA doesn’t forbid it. Enforcing a promise is harder abroad.',
    [
      { value: 'refused', label: 'No' },
      { value: 'consent', label: 'Only with our written consent' },
      { value: 'allowed', label: 'Yes, under the same protection' },
    ],
  ),
  deIdentification: question(
    'deIdentification',
    'May the vendor strip names from the data and use what remains?',
    'Data from which nobody can be recognised (de-identified, 45 CFR 164.514) is no longer protected by HIPAA.',
    [
      { value: 'refused', label: 'No' },
      { value: 'for-services', label: 'Only to do its work for us; never to sell it or to train models' },
    ],
  ),
  aggregation: question(
    'aggregation',
    'May the vendor combine your data with other practices’ for your own comparisons?',
    'The law calls this data aggregation, and allows it for your health care operations alone (45 CFR 164.504(e)(2)(i)(B)).',
    [
      { value: 'refused', label: 'No' },
      { value: 'allowed', label: 'Yes, for comparisons that serve us' },
    ],
  ),
  ownManagement: question(
    'ownManagement',
    'May the vendor use the information to run its own company?',
    'For its own administration and legal duties, within limits that the law sets (45 CFR 164.504(e)(4)). Most vendors ask for it.',
    [
      { value: 'allowed', label: 'Yes, within the limits of the law' },
      { value: 'refused', label: 'No' },
    ],
  ),
  indemnity: question(
    'indemnity',
    'Who pays for the harm of a breach?',
    'HIPAA says nothing of it. If your services agreement settles it, leave it out here.',
    [
      { value: 'left-out', label: 'Leave it out' },
      { value: 'mutual', label: 'Each side pays for what its own violation costs the other' },
      { value: 'vendor', label: 'The vendor pays for what its violation costs us' },
    ],
  ),
} as const

export const termChoices: Choice<Term>[] = [
  { value: 'evergreen', label: 'It has no end date; we look it over by a day' },
  { value: 'fixed', label: 'On a fixed date' },
  { value: 'with-agreement', label: 'Together with the services agreement' },
]

/** Only States of which we hold facts to stand on; a practice elsewhere asks its counsel. */
export const riderChoices: Choice<State>[] = [
  {
    value: 'CA',
    label: 'California',
    hint: 'The Confidentiality of Medical Information Act (Civil Code 56 and following) can reach a vendor directly.',
  },
  {
    value: 'NY',
    label: 'New York',
    hint: 'The SHIELD Act (General Business Law 899-aa, 899-bb): safeguards, and 30 days to tell the people concerned.',
  },
  {
    value: 'TX',
    label: 'Texas',
    hint: 'Health and Safety Code chapter 181 counts a vendor as a covered entity: training within 90 days of hire, no sale. A breach of 250 or more residents goes to the Attorney General within 30 days.',
  },
]

/** Where a practice begins: what is usual, and otherwise the cautious side. */
export function usualTerms(
  practice: string,
  vendor: string,
  services: string,
  reviewBy: PlainDate,
): DraftTerms {
  return {
    coveredEntity: practice,
    businessAssociate: vendor,
    services,
    effective: null,
    breachDays: USUAL_BREACH_DAYS,
    subcontractors: 'flow-down',
    deIdentification: 'refused',
    aggregation: 'refused',
    ownManagement: 'allowed',
    offshore: 'refused',
    term: 'evergreen',
    ends: null,
    reviewBy,
    servicesAgreement: null,
    noticeDays: 60,
    insuranceMillions: null,
    indemnity: 'left-out',
    riders: [],
  }
}
