export interface PaperClause {
  /** Provision ids that the clause satisfies. */
  ids: string[]
  title: string
  words: string
  /** What a vendor's lawyer might have written instead. */
  weak?: string
}

/** {C} is the covered entity's role word, {B} the business associate's. */
export const obligations: PaperClause[] = [
  {
    ids: ['B04'],
    title: 'Limits on Use and Disclosure',
    words:
      '{B} shall not use or further disclose Protected Health Information other than as permitted or required by this Agreement or as Required by Law.',
  },
  {
    ids: ['B05', 'B06'],
    title: 'Safeguards',
    words:
      '{B} shall use appropriate administrative, physical, and technical safeguards, and shall comply with Subpart C of 45 CFR Part 164 with respect to electronic Protected Health Information, to prevent use or disclosure of Protected Health Information other than as provided for by this Agreement.',
    weak: '{B} shall use reasonable safeguards to protect the information that it receives.',
  },
  {
    ids: ['B07', 'B08'],
    title: 'Reporting',
    words:
      '{B} shall report to {C} any use or disclosure of Protected Health Information not provided for by this Agreement of which it becomes aware, including any Breach of Unsecured Protected Health Information as required by 45 CFR 164.410.',
    weak: '{B} shall report to {C} any use or disclosure of Protected Health Information not provided for by this Agreement of which it becomes aware.',
  },
  {
    ids: ['B09'],
    title: 'Security Incidents',
    words:
      '{B} shall report to {C} any Security Incident of which it becomes aware. The parties agree that this section is notice of the ongoing occurrence of unsuccessful attempts, such as pings and port scans, for which no further report is needed.',
    weak: '{B} shall report to {C} any successful Security Incident of which it becomes aware. For this purpose a Security Incident does not include unsuccessful attempts.',
  },
  {
    ids: ['B10', 'B11'],
    title: 'Subcontractors',
    words:
      'In accordance with 45 CFR 164.502(e)(1)(ii) and 164.308(b)(2), {B} shall ensure by written agreement that any subcontractor that creates, receives, maintains, or transmits Protected Health Information on its behalf agrees to the same restrictions, conditions, and requirements that apply to {B} with respect to that information.',
    weak: '{B} shall ensure that any agent, including a subcontractor, to whom it provides Protected Health Information agrees to reasonable terms of confidentiality.',
  },
  {
    ids: ['B12'],
    title: 'Access',
    words:
      'Within ten (10) days of a request, {B} shall make available Protected Health Information in a Designated Record Set to {C} as necessary to satisfy the obligations of {C} under 45 CFR 164.524.',
    weak: 'Within sixty (60) days of a request, {B} shall make available Protected Health Information in a Designated Record Set to {C} as necessary to satisfy the obligations of {C} under 45 CFR 164.524.',
  },
  {
    ids: ['B13'],
    title: 'Amendment',
    words:
      '{B} shall make any amendment to Protected Health Information in a Designated Record Set that {C} directs or agrees to pursuant to 45 CFR 164.526.',
  },
  {
    ids: ['B14'],
    title: 'Accounting of Disclosures',
    words:
      '{B} shall maintain and make available to {C} the information required to provide an accounting of disclosures under 45 CFR 164.528.',
  },
  {
    ids: ['B15'],
    title: 'Delegated Obligations',
    words:
      'To the extent {B} is to carry out an obligation of {C} under Subpart E of 45 CFR Part 164, {B} shall comply with the requirements of Subpart E that apply to {C} in the performance of that obligation.',
  },
  {
    ids: ['B16'],
    title: 'Books and Records',
    words:
      '{B} shall make its internal practices, books, and records relating to the use and disclosure of Protected Health Information available to the Secretary for purposes of determining compliance with the HIPAA Rules.',
  },
  {
    ids: ['B23'],
    title: 'Mitigation',
    words:
      '{B} shall mitigate, to the extent practicable, any harmful effect known to it of a use or disclosure of Protected Health Information in violation of this Agreement.',
  },
]

export const uses: PaperClause[] = [
  {
    ids: ['B01'],
    title: 'Services',
    words:
      '{B} may use and disclose Protected Health Information only to provide to {C} the following services: hosting of clinical documents, routing of referrals, and support of the users of {C}, and as Required by Law.',
    weak: '{B} may use and disclose Protected Health Information for any lawful purpose.',
  },
  {
    ids: ['B20'],
    title: 'Minimum Necessary',
    words:
      '{B} shall limit its uses, disclosures, and requests to the minimum necessary to achieve the purpose.',
  },
  {
    ids: ['B02'],
    title: 'Management and Administration',
    words:
      '{B} may use Protected Health Information for its own proper management and administration or to carry out its legal responsibilities, and may disclose it for these purposes if the disclosure is Required by Law, or if {B} obtains reasonable assurances from the recipient that the information will be held in confidence and used only for the purpose for which it was disclosed, and the recipient notifies {B} of any breach of confidentiality of which it becomes aware.',
    weak: '{B} may use and disclose Protected Health Information for its own management, administration, and business purposes.',
  },
  {
    ids: ['B03'],
    title: 'Data Aggregation',
    words: '{B} may provide data aggregation services relating to the health care operations of {C}.',
    weak: '{B} may aggregate Protected Health Information of its customers to develop and improve its own products.',
  },
  {
    ids: ['B21'],
    title: 'De-identification',
    words: '{B} shall not de-identify Protected Health Information without the prior written consent of {C}.',
    weak: '{B} may de-identify Protected Health Information and use, license, or sell the resulting data, including to train machine learning models.',
  },
]

export const termination: PaperClause[] = [
  {
    ids: ['B18', 'B22'],
    title: 'Termination for Cause',
    words:
      '{C} may terminate this Agreement if {C} determines that {B} has violated a material term of this Agreement and {B} has not cured the breach or ended the violation within thirty (30) days of written notice.',
    weak: '{B} may terminate this Agreement at once if {C} fails to pay any fee when due or becomes insolvent.',
  },
  {
    ids: ['B17'],
    title: 'Return or Destruction',
    words:
      'Upon termination of this Agreement for any reason, {B} shall, if feasible, return to {C} or destroy all Protected Health Information that {B} still maintains in any form, and shall retain no copies. If return or destruction is not feasible, {B} shall extend the protections of this Agreement to the information and limit further uses and disclosures to the purposes that make return or destruction infeasible.',
    weak: 'Upon termination of this Agreement, {B} shall return Protected Health Information if {C} so requests in writing.',
  },
]
