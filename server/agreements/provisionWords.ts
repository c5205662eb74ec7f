import { provisionTable, type ProvisionEntry } from '../reader/reader'

export type Theme = (typeof themes)[number]

/** What the provisions are about, in the order of an agreement. */
export const themes = [
  'Use and disclosure',
  'Safeguards',
  'Telling you',
  'Subcontractors',
  'Patients’ rights',
  'Oversight',
  'The end of it',
  'The paper itself',
] as const

/** optional: the law allows the vendor to leave it out, so its absence is no fault. */
export interface ProvisionWords extends Pick<ProvisionEntry, 'kind' | 'citation'> {
  theme: Theme
  /** What it means, for the practice. */
  words: string
  /** What the paper should say, for the vendor: after "Please add that …". */
  need: string
}

type Row = [theme: Theme, words: string, need: string]

/** What each provision means, in plain words. The ids are those of a Reading's provisions. */
const rows: Record<string, Row> = {
  B01: [
    'Use and disclosure',
    'It says what the vendor may use and disclose your patients’ information for',
    'the agreement states for what you may, and must, use and disclose our patients’ information',
  ],
  B02: [
    'Use and disclosure',
    'The vendor’s own management and legal duties, within limits',
    'you use or disclose the information for your own management or legal duties only as far as the law asks, or with the recipient’s written assurances and its word to tell you of breaches of confidentiality',
  ],
  B03: [
    'Use and disclosure',
    'Combining data with other practices’, for your own operations only',
    'you combine our information with that of others only for our health care operations',
  ],
  B04: [
    'Use and disclosure',
    'No other use or disclosure than the agreement or the law allows',
    'you use or disclose the information in no other way than the agreement permits or the law requires',
  ],
  B20: [
    'Use and disclosure',
    'No more information than needed',
    'you use, disclose and ask for no more than the minimum necessary',
  ],
  B21: [
    'Use and disclosure',
    'Whether data may be stripped of names and used further',
    'the agreement says whether you may de-identify the information, and for what',
  ],
  B05: [
    'Safeguards',
    'Appropriate safeguards',
    'you use appropriate safeguards to prevent a use or disclosure that the agreement does not provide for',
  ],
  B06: [
    'Safeguards',
    'The Security Rule is followed for electronic information',
    'you comply with Subpart C of 45 CFR Part 164 (the Security Rule) for electronic protected health information',
  ],
  B07: [
    'Telling you',
    'You are told of any use or disclosure the agreement doesn’t allow',
    'you report to us any use or disclosure not provided for by the agreement of which you become aware',
  ],
  B08: [
    'Telling you',
    'You are told of breaches of unsecured information',
    'you report to us breaches of unsecured protected health information as 45 CFR 164.410 requires',
  ],
  B09: [
    'Telling you',
    'You are told of security incidents',
    'you report to us any security incident of which you become aware',
  ],
  B19: [
    'Telling you',
    'A number of days within which you hear of a breach; the law’s outer limit is 60',
    'the notice of a breach comes within a stated number of days of its discovery, and never later than 60',
  ],
  B23: [
    'Telling you',
    'Harm is limited where it happened',
    'you limit, as far as you can, the harm of a use or disclosure that broke the agreement',
  ],
  B10: [
    'Subcontractors',
    'Subcontractors agree to the same restrictions',
    'your subcontractors that create, receive, maintain or transmit the information agree to the same restrictions and conditions that bind you',
  ],
  B11: [
    'Subcontractors',
    'Subcontractors agree to follow the Security Rule',
    'your subcontractors agree, by a contract of the same kind, to comply with the Security Rule',
  ],
  B12: [
    'Patients’ rights',
    'Patients’ access to their records is made possible',
    'you make the information available so that we can give patients access to it',
  ],
  B13: [
    'Patients’ rights',
    'Corrections to records are made',
    'you make the information available for amendment, and take in amendments',
  ],
  B14: [
    'Patients’ rights',
    'An accounting of disclosures can be given',
    'you keep and make available what we need to account for disclosures',
  ],
  B15: [
    'Oversight',
    'Where the vendor does a duty of yours, it keeps the Privacy Rule as you must',
    'where you carry out an obligation of ours under Subpart E (the Privacy Rule), you comply with the rules that bind us in it',
  ],
  B16: [
    'Oversight',
    'Its books are open to the Secretary of Health and Human Services',
    'you make your internal practices, books and records about the information available to the Secretary of Health and Human Services',
  ],
  B17: [
    'The end of it',
    'At the end everything is returned or destroyed, or protected further',
    'at the end of the agreement you return or destroy all the information if feasible and keep no copies; and if it is not feasible, extend the agreement’s protections to it and limit further use to what makes it infeasible',
  ],
  B18: [
    'The end of it',
    'You may end it when the vendor broke a material term',
    'we may end the agreement if we determine that you have violated a material term of it',
  ],
  B22: [
    'The end of it',
    'Time to put a violation right, else the end',
    'the agreement gives a time to put a violation right, after which we may end it',
  ],
  B26: [
    'The end of it',
    'Kept for six years after it was last in effect',
    'both sides keep the agreement for six years after it was last in effect',
  ],
  B24: [
    'The paper itself',
    'In writing, by the right parties, signed',
    'the paper names both parties as they are, and is signed and dated for both sides',
  ],
  B25: [
    'The paper itself',
    'Not a form from before 23 September 2013',
    'the agreement is one made or renewed since 23 September 2013, in today’s wording',
  ],
}

/** The ids are those of a Reading's provisions; kind and citation stand in the reader's table alone. */
export const provisionWords: Record<string, ProvisionWords> = Object.fromEntries(
  provisionTable.map(({ id, kind, citation }) => {
    const [theme, words, need] = rows[id]!
    return [id, { kind, citation, theme, words, need }]
  }),
)
