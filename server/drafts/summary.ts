import { shownDate } from '../dates'
import { LONGEST_BREACH_DAYS, REQUEST_DAYS, riderChoices, type DraftTerms } from './terms'

export interface SummaryLine {
  title: string
  words: string
  /** Worth a second look before it goes out. */
  caution?: string
}

/** The shortest time that a State of ours leaves a practice after a breach: New York and Texas, 30 days. */
const SHORTEST_STATE_DAYS = 30
const WORKING_DAYS_LEFT = 15

/** What the agreement means for the practice, in plain words. */
export function summaryOf(terms: DraftTerms): SummaryLine[] {
  return [
    {
      title: 'What for',
      words: `The vendor may use your patients’ information for this alone: ${terms.services}`,
    },
    breach(terms),
    { title: 'Other companies', words: SUBCONTRACTORS[terms.subcontractors] },
    { title: 'Abroad', words: OFFSHORE[terms.offshore] },
    { title: 'Their own use', words: ownUse(terms) },
    {
      title: 'Patients’ rights',
      words: `When a patient asks to see or correct a record, the vendor gives you what you need within ${REQUEST_DAYS} days.`,
    },
    { title: 'How long', words: howLong(terms) },
    {
      title: 'If they break it',
      words:
        'You may end it. The vendor returns or destroys everything, or goes on protecting what it can’t.',
    },
    { title: 'Money', words: money(terms) },
    ...states(terms),
    { title: 'Keep it', words: 'For six years after it was last in effect. The desk does that for you.' },
  ]
}

function breach({ breachDays, riders }: DraftTerms): SummaryLine {
  const days = breachDays === 1 ? '1 day' : `${breachDays} days`
  const words = `You hear of a breach at most ${days} after the vendor discovers it. The law’s outer limit is ${LONGEST_BREACH_DAYS} days.`
  const left = SHORTEST_STATE_DAYS - breachDays
  if (left >= WORKING_DAYS_LEFT) return { title: 'A breach', words }
  const where =
    riders.includes('NY') || riders.includes('TX')
      ? 'Your State'
      : 'New York or Texas, if you treat their residents,'
  const caution = `${where} can leave you ${SHORTEST_STATE_DAYS} days in all: ${left > 0 ? `then only ${left} remain to you` : 'then none may remain to you'}.`
  return { title: 'A breach', words, caution }
}

const SUBCONTRACTORS: Record<DraftTerms['subcontractors'], string> = {
  'flow-down': 'The vendor may pass the information to subcontractors that have signed the same promises.',
  consent: 'The vendor needs your written yes for each subcontractor, and each signs the same promises.',
  none: 'No subcontractor may handle the information, unless you agree to it in writing later.',
}

const OFFSHORE: Record<DraftTerms['offshore'], string> = {
  refused: 'The information stays in the United States.',
  consent: 'The information leaves the United States only with your written consent.',
  allowed: 'The information may be kept abroad, under the same protection.',
}

function ownUse({ ownManagement, aggregation, deIdentification }: DraftTerms): string {
  const own =
    ownManagement === 'allowed'
      ? 'The vendor may use it for its own administration and legal duties, within the law’s limits.'
      : 'The vendor may not use it for its own administration.'
  const combined =
    aggregation === 'allowed'
      ? ' It may combine it with others’ data for comparisons that serve you.'
      : ' It may not combine it with others’ data.'
  const stripped =
    deIdentification === 'refused'
      ? ' It may not strip names and use the rest without your consent.'
      : ' It may strip names and use the rest to do your work, never to sell it or to train models.'
  return own + combined + stripped
}

function howLong({ term, ends, reviewBy, servicesAgreement, effective, noticeDays }: DraftTerms): string {
  const from = effective ? `From ${shownDate(effective)}` : 'From the day of the last signature'
  const until = {
    fixed: ` to ${shownDate(ends)}.`,
    evergreen: ` on, without an end.`,
    'with-agreement': ` until “${servicesAgreement ?? ''}” ends.`,
  }[term]
  const review = reviewBy ? ` You will be reminded to look it over by ${shownDate(reviewBy)}.` : ''
  const notice =
    noticeDays === null
      ? ' Neither side may end it without a reason.'
      : ` Either side may end it with ${noticeDays} ${noticeDays === 1 ? 'day' : 'days'}’ notice.`
  return from + until + review + notice
}

function money({ insuranceMillions, indemnity }: DraftTerms): string {
  const pays = {
    'left-out': 'It says nothing of who pays for harm; your services agreement or the law decides.',
    mutual: 'Each side pays the costs that its own violation causes the other.',
    vendor: 'The vendor pays the costs that its violation causes you.',
  }[indemnity]
  return insuranceMillions
    ? `${pays} The vendor insures itself for at least $${insuranceMillions} million.`
    : pays
}

function states({ riders }: DraftTerms): SummaryLine[] {
  if (riders.length === 0) return []
  const names = riders.map((state) => riderChoices.find(({ value }) => value === state)!.label)
  return [
    { title: 'State law', words: `A paragraph each for ${names.join(', ')}. Other States are not covered.` },
  ]
}
