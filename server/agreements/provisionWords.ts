import { provisionTable, type ProvisionEntry } from '../reader/reader'

/** optional: the law allows the vendor to leave it out, so its absence is no fault. */
export interface ProvisionWords extends Pick<ProvisionEntry, 'kind' | 'citation'> {
  words: string
}

/** What each provision means for a practice, in plain words. */
const WORDS: Record<string, string> = {
  B01: 'It says what the vendor may use and disclose your patients’ information for',
  B02: 'The vendor’s own management and legal duties, within limits',
  B03: 'Combining data with other practices’, for your own operations only',
  B04: 'No other use or disclosure than the agreement or the law allows',
  B05: 'Appropriate safeguards',
  B06: 'The Security Rule is followed for electronic information',
  B07: 'You are told of any use or disclosure the agreement doesn’t allow',
  B08: 'You are told of breaches of unsecured information',
  B09: 'You are told of security incidents',
  B10: 'Subcontractors agree to the same restrictions',
  B11: 'Subcontractors agree to follow the Security Rule',
  B12: 'Patients’ access to their records is made possible',
  B13: 'Corrections to records are made',
  B14: 'An accounting of disclosures can be given',
  B15: 'Where the vendor does a duty of yours, it keeps the Privacy Rule as you must',
  B16: 'Its books are open to the Secretary of Health and Human Services',
  B17: 'At the end everything is returned or destroyed, or protected further',
  B18: 'You may end it when the vendor broke a material term',
  B19: 'A number of days within which you hear of a breach; the law’s outer limit is 60',
  B20: 'No more information than needed',
  B21: 'Whether data may be stripped of names and used further',
  B22: 'Time to put a violation right, else the end',
  B23: 'Harm is limited where it happened',
  B24: 'In writing, by the right parties, signed',
  B25: 'Not a form from before 23 September 2013',
  B26: 'Kept for six years after it was last in effect',
}

/** The ids are those of a Reading's provisions; kind and citation stand in the reader's table alone. */
export const provisionWords: Record<string, ProvisionWords> = Object.fromEntries(
  provisionTable.map(({ id, kind, citation }) => [id, { kind, citation, words: WORDS[id]! }]),
)
