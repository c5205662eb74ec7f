import { CURE_DAYS, type DraftTerms } from '../terms'
import { writtenDate, type Clause } from './wording'

/** 45 CFR 164.504(e)(2)(ii)(J), (e)(2)(iii), (e)(1)(ii). */
export function termClauses(terms: DraftTerms): Clause[] {
  return [
    { title: 'Term', words: term(terms) },
    ...notice(terms),
    {
      title: 'Termination for a violation',
      words: `The Practice may terminate this Agreement if it determines that the Vendor has violated a material term of it. The Practice may first give the Vendor up to ${CURE_DAYS} days to cure the breach or end the violation, and may terminate at once where that is not possible. Where this Agreement ends, so does any service that cannot be performed without Protected Health Information.`,
    },
    {
      title: 'Return or destruction',
      words:
        'When this Agreement ends, for whatever reason, the Vendor shall, if feasible, return to the Practice or destroy all Protected Health Information that the Vendor or its Subcontractors still hold in any form, shall keep no copies, and shall confirm this in writing within 30 days. Where return or destruction is not feasible, the Vendor shall tell the Practice why, shall extend the protections of this Agreement to that information for as long as it is kept, and shall limit further uses and disclosures to those purposes that make its return or destruction infeasible.',
    },
    {
      title: 'Survival',
      words: 'The duties of the preceding paragraph survive the end of this Agreement.',
    },
  ]
}

function term({ term, ends, reviewBy, servicesAgreement }: DraftTerms): string {
  const starts = 'This Agreement takes effect on the Effective Date'
  if (term === 'fixed') return `${starts} and expires on ${writtenDate(ends!)}.`
  const review = reviewBy ? ` The parties mean to look it over by ${writtenDate(reviewBy)}.` : ''
  if (term === 'evergreen')
    return `${starts} and continues until terminated as this section provides.${review}`
  return `${starts} and ends when the services agreement between the parties (${servicesAgreement}) ends.${review}`
}

function notice({ noticeDays }: DraftTerms): Clause[] {
  if (noticeDays === null) return []
  const days = noticeDays === 1 ? '1 day’s' : `${noticeDays} days’`
  return [
    {
      title: 'Termination by notice',
      words: `Either party may terminate this Agreement without cause upon ${days} prior written notice.`,
    },
  ]
}
