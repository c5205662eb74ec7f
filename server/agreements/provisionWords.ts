export interface ProvisionWords {
  /** optional: the law allows the vendor to leave it out, so its absence is no fault. */
  kind: 'required' | 'optional' | 'practice'
  words: string
  /** In 45 CFR. */
  citation: string
}

/** What each provision means for a practice, in plain words. The ids are those of a Reading's provisions. */
export const provisionWords: Record<string, ProvisionWords> = {
  B01: required(
    'It says what the vendor may use and disclose your patients’ information for',
    '164.504(e)(2)(i)',
  ),
  B02: optional('The vendor’s own management and legal duties, within limits', '164.504(e)(2)(i)(A), (e)(4)'),
  B03: optional('Combining data with other practices’, for your own operations only', '164.504(e)(2)(i)(B)'),
  B04: required('No other use or disclosure than the agreement or the law allows', '164.504(e)(2)(ii)(A)'),
  B05: required('Appropriate safeguards', '164.504(e)(2)(ii)(B)'),
  B06: required(
    'The Security Rule is followed for electronic information',
    '164.504(e)(2)(ii)(B), 164.314(a)(2)(i)(A)',
  ),
  B07: required('You are told of any use or disclosure the agreement doesn’t allow', '164.504(e)(2)(ii)(C)'),
  B08: required('You are told of breaches of unsecured information', '164.504(e)(2)(ii)(C), 164.410'),
  B09: required('You are told of security incidents', '164.314(a)(2)(i)(C)'),
  B10: required('Subcontractors agree to the same restrictions', '164.504(e)(2)(ii)(D), 164.502(e)(1)(ii)'),
  B11: required('Subcontractors agree to follow the Security Rule', '164.314(a)(2)(i)(B), 164.308(b)(2)'),
  B12: required('Patients’ access to their records is made possible', '164.504(e)(2)(ii)(E), 164.524'),
  B13: required('Corrections to records are made', '164.504(e)(2)(ii)(F), 164.526'),
  B14: required('An accounting of disclosures can be given', '164.504(e)(2)(ii)(G), 164.528'),
  B15: required(
    'Where the vendor does a duty of yours, it keeps the Privacy Rule as you must',
    '164.504(e)(2)(ii)(H)',
  ),
  B16: required('Its books are open to the Secretary of Health and Human Services', '164.504(e)(2)(ii)(I)'),
  B17: required(
    'At the end everything is returned or destroyed, or protected further',
    '164.504(e)(2)(ii)(J)',
  ),
  B18: required('You may end it when the vendor broke a material term', '164.504(e)(2)(iii)'),
  B19: practice(
    'A number of days within which you hear of a breach; the law’s outer limit is 60',
    '164.410(b)',
  ),
  B20: practice('No more information than needed', '164.502(b)'),
  B21: practice('Whether data may be stripped of names and used further', '164.514(a)–(c)'),
  B22: practice('Time to put a violation right, else the end', '164.504(e)(1)(ii)'),
  B23: practice('Harm is limited where it happened', '164.530(f)'),
  B24: required('In writing, by the right parties, signed', '164.502(e)(2), 164.308(b)(3)'),
  B25: required('Not a form from before 23 September 2013', '164.532(d)–(e)'),
  B26: practice('Kept for six years after it was last in effect', '164.316(b)(2)(i), 164.530(j)(2)'),
}

function required(words: string, citation: string): ProvisionWords {
  return { kind: 'required', words, citation }
}

function optional(words: string, citation: string): ProvisionWords {
  return { kind: 'optional', words, citation }
}

function practice(words: string, citation: string): ProvisionWords {
  return { kind: 'practice', words, citation }
}
