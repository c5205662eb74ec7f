import { LONG_MONTHS } from './months'
import { REQUEST_DAYS, type DraftTerms } from '../terms'
import { riderClauses } from './riders'
import { termClauses } from './termClauses'
import { useClauses } from './useClauses'

export interface Clause {
  title: string
  words: string
}

export interface Section {
  title: string
  clauses: Clause[]
}

/** The text of an agreement, frozen once it was sent: what is sealed later is what was read. */
export interface Wording {
  coveredEntity: string
  businessAssociate: string
  opening: string[]
  sections: Section[]
}

/**
 * A business associate agreement in our own words. It says what 45 CFR 164.504(e) and 164.314(a) ask for whatever the answers are; a test
 * has our reader find each provision in every combination.
 */
export function wordingOf(terms: DraftTerms): Wording {
  const sections = [
    { title: 'Definitions', clauses: definitions },
    { title: 'Permitted Uses and Disclosures', clauses: useClauses(terms) },
    { title: 'Obligations of the Vendor', clauses: vendorClauses(terms) },
    { title: 'Obligations of the Practice', clauses: practiceClauses },
    { title: 'Term and Termination', clauses: termClauses(terms) },
    { title: 'General', clauses: generalClauses(terms) },
    { title: 'State Law', clauses: riderClauses(terms.riders) },
  ]
  return {
    coveredEntity: terms.coveredEntity,
    businessAssociate: terms.businessAssociate,
    opening: opening(terms),
    sections: sections.filter(({ clauses }) => clauses.length > 0),
  }
}

/** "November 22, 2026" */
export function writtenDate(date: string): string {
  const [year, month, day] = date.split('-').map(Number) as [number, number, number]
  return `${LONG_MONTHS[month - 1]} ${day}, ${year}`
}

function opening({ coveredEntity, businessAssociate, effective }: DraftTerms): string[] {
  const from = effective ? writtenDate(effective) : 'the date of the last signature below'
  return [
    `This Business Associate Agreement (this “Agreement”) is entered into as of ${from} (the “Effective Date”) by and between ${coveredEntity} (the “Practice”) and ${businessAssociate} (the “Vendor”).`,
    'The Practice is a covered entity, and the Vendor is its business associate, as the HIPAA Rules use these words. The Vendor handles information about patients while it works for the Practice. The law allows this once the Vendor has promised in writing to protect that information (45 CFR 164.502(e) and 164.308(b)). This Agreement is that promise.',
  ]
}

const definitions: Clause[] = [
  {
    title: 'HIPAA Rules',
    words:
      '“HIPAA Rules” means the Privacy, Security, Breach Notification, and Enforcement Rules at 45 CFR Parts 160 and 164, as they stand from time to time.',
  },
  {
    title: 'Protected Health Information',
    words:
      '“Protected Health Information” means protected health information, as 45 CFR 160.103 defines it, that the Vendor creates, receives, maintains, or transmits for the Practice, in any form.',
  },
  {
    title: 'Other words',
    words:
      'Breach, Designated Record Set, Individual, Required by Law, Secretary, Security Incident, Subcontractor, Unsecured Protected Health Information, and Workforce have the meaning that the HIPAA Rules give them.',
  },
]

function vendorClauses(terms: DraftTerms): Clause[] {
  return [
    {
      title: 'No other use',
      words:
        'The Vendor shall not use or disclose Protected Health Information other than as this Agreement permits or requires, or as Required by Law.',
    },
    {
      title: 'Safeguards',
      words:
        'The Vendor shall keep appropriate administrative, physical, and technical safeguards that prevent any use or disclosure that this Agreement does not permit. For electronic Protected Health Information the Vendor shall comply with the Security Rule, Subpart C of 45 CFR Part 164.',
    },
    {
      title: 'Reports',
      words:
        'The Vendor shall report to the Practice any use or disclosure of Protected Health Information not permitted by this Agreement, and any Security Incident, of which it becomes aware. Attempts that fail, such as pings and port scans that no defense lets through, happen all the time: this sentence is the Vendor’s report of them, and the Vendor shall tell more of them when the Practice asks.',
    },
    ...breachClauses(terms),
    {
      title: 'Mitigation',
      words:
        'The Vendor shall mitigate, as far as is practicable, any harmful effect of a use or disclosure that this Agreement does not permit.',
    },
    subcontractorClause(terms),
    ...rightsClauses,
    {
      title: 'Work in the Practice’s place',
      words:
        'Where the Vendor carries out an obligation that Subpart E of 45 CFR Part 164 lays on the Practice, the Vendor shall comply with the requirements of Subpart E that apply to the Practice in that obligation.',
    },
    {
      title: 'Books and records',
      words:
        'The Vendor shall make its internal practices, books, and records on the use and disclosure of Protected Health Information available to the Secretary, so that compliance with the HIPAA Rules can be determined.',
    },
  ]
}

function breachClauses({ breachDays }: DraftTerms): Clause[] {
  const days = breachDays === 1 ? '1 calendar day' : `${breachDays} calendar days`
  return [
    {
      title: 'Breach notice',
      words: `The Vendor shall notify the Practice of any Breach of Unsecured Protected Health Information without unreasonable delay, and in no case later than ${days} after discovery of the Breach, as 45 CFR 164.410 defines discovery. The notice shall name each Individual concerned, as far as possible, and give the other facts that 45 CFR 164.410(c) lists; what is not known yet shall follow as soon as it is.`,
    },
    {
      title: 'Telling the public',
      words:
        'The Practice decides who tells Individuals, the media, and the Secretary of a Breach. The Vendor shall help with it, and shall not tell them on behalf of the Practice unless the Practice asks it to.',
    },
  ]
}

function subcontractorClause({ subcontractors }: DraftTerms): Clause {
  const bound =
    'agrees, by a written contract that meets 45 CFR 164.502(e)(1)(ii) and 164.308(b)(2), to the same restrictions, conditions, and requirements that apply to the Vendor'
  const handles = 'creates, receives, maintains, or transmits Protected Health Information for the Vendor'
  const first = {
    'flow-down': '',
    consent:
      ' The Vendor shall engage such a Subcontractor only after the Practice has agreed to it in writing.',
    none: ' Until the Practice agrees otherwise in writing, the Vendor shall engage no such Subcontractor at all.',
  }[subcontractors]
  return {
    title: 'Subcontractors',
    words: `The Vendor shall ensure that any Subcontractor that ${handles} ${bound}.${first} The Vendor shall give the Practice a list of its Subcontractors when the Practice asks.`,
  }
}

const rightsClauses: Clause[] = [
  {
    title: 'Access',
    words: `Within ${REQUEST_DAYS} days of a request by the Practice, the Vendor shall make Protected Health Information in a Designated Record Set available to the Practice, so that the Practice can give Individuals access under 45 CFR 164.524.`,
  },
  {
    title: 'Amendment',
    words: `Within ${REQUEST_DAYS} days of a request by the Practice, the Vendor shall make Protected Health Information in a Designated Record Set available for amendment, and shall incorporate the amendments that the Practice directs under 45 CFR 164.526.`,
  },
  {
    title: 'Accounting of disclosures',
    words: `The Vendor shall document its disclosures, and within ${REQUEST_DAYS} days of a request by the Practice shall make available the information that an accounting of disclosures under 45 CFR 164.528 needs.`,
  },
  {
    title: 'Requests that reach the Vendor',
    words:
      'Where an Individual turns to the Vendor with such a request, the Vendor shall pass it on to the Practice within 5 days, and leave the answer to the Practice.',
  },
]

const practiceClauses: Clause[] = [
  {
    title: 'What the Vendor needs to know',
    words:
      'The Practice shall tell the Vendor of limits in its notice of privacy practices, of permissions that Individuals change or take back, and of restrictions to which the Practice has agreed, as far as they bear on what the Vendor does.',
  },
  {
    title: 'No unlawful wishes',
    words:
      'The Practice shall not ask the Vendor to use or disclose Protected Health Information in a way that the HIPAA Rules would not allow the Practice itself, apart from what this Agreement permits the Vendor for itself.',
  },
]

function generalClauses({ insuranceMillions, indemnity }: DraftTerms): Clause[] {
  const insurance = {
    title: 'Insurance',
    words: `While this Agreement is in force, the Vendor shall carry insurance against the cost of breaches of data security and privacy of at least $${insuranceMillions} million for each claim, and shall show the Practice a certificate of it when asked.`,
  }
  return [
    ...(insuranceMillions ? [insurance] : []),
    ...indemnityClause(indemnity),
    {
      title: 'Other contracts',
      words:
        'Where this Agreement and another contract between the parties differ about Protected Health Information, this Agreement prevails.',
    },
    {
      title: 'Changes in the law',
      words:
        'The parties shall amend this Agreement as far as changes in the HIPAA Rules make it necessary. A change of this Agreement needs writing and the signatures of both parties.',
    },
    {
      title: 'Reading',
      words:
        'An ambiguity in this Agreement is to be read so that both parties can comply with the HIPAA Rules.',
    },
    {
      title: 'Nobody else',
      words: 'This Agreement gives rights to the parties alone.',
    },
    {
      title: 'Keeping this Agreement',
      words:
        'Each party shall keep this Agreement and the documents that it calls for at least six years after it was last in effect (45 CFR 164.316(b)(2)(i) and 164.530(j)(2)).',
    },
    {
      title: 'Electronic signatures',
      words:
        'The parties agree to sign this Agreement electronically. Each copy so signed counts as an original.',
    },
  ]
}

function indemnityClause(indemnity: DraftTerms['indemnity']): Clause[] {
  if (indemnity === 'left-out') return []
  const words =
    indemnity === 'mutual'
      ? 'Each party shall make good the reasonable costs that its own violation of this Agreement or of the HIPAA Rules causes the other, among them the costs of notices, of credit monitoring, and of investigations.'
      : 'The Vendor shall make good the reasonable costs that a violation of this Agreement or of the HIPAA Rules by the Vendor or its Subcontractors causes the Practice, among them the costs of notices, of credit monitoring, and of investigations.'
  return [{ title: 'Costs', words }]
}
