const opening =
  'This Agreement is made as of March 3, 2025 between Alder Pediatrics, P.C. ("Practice"), a covered entity, and Fernhill Billing, LLC ("Vendor"), a business associate. The parties agree as follows.'
const online =
  'These terms are part of the agreement between Fernhill Billing, LLC ("we", "us") and the customer that is a covered entity ("you"). They apply when we act as your business associate, and both of us agree to them.'

/** A clause in which `we` and `you` speak stands in online terms; a heading before it is parted by ` | `. */
export function agreementAround(clause: string): string[] {
  const head = /\b(?:we|you)\b/i.test(clause) ? online : opening
  return ['Business Associate Agreement', head, ...clause.split(' | '), 'General', 'The law of Ohio governs.']
}

/** Ways in which real agreements state each provision. */
export const present: Record<string, string[]> = {
  B01: [
    'Vendor may use PHI only to make crowns and bridges that Practice orders.',
    'Vendor shall receive readings from devices, store them and show them to the clinicians of Practice, and may use PHI for that purpose and no other.',
    'Except as otherwise limited here, Vendor may use or disclose PHI to perform accounting, billing review and collection services for Practice, provided that it would not violate the Privacy Rule if done by Practice.',
    'Vendor may maintain and transmit PHI solely to provide hosting to Practice and may not use it in any manner that would be impermissible for Practice.',
    'Vendor may use PHI to provide the telehealth video service described in the Order Form.',
    'Vendor shall not use or disclose PHI except to collect and destroy it for Practice or as required by law.',
    'Vendor may use and disclose PHI (i) to assign codes to encounters, (ii) for its proper management and administration, and (iii) to aggregate data.',
    'Vendor may use and disclose PHI solely for transport and tracking of specimens, and not otherwise.',
    'Vendor may use and disclose PHI solely to prepare claims and to post payments.',
    'We may use your patients’ information to host your records, to send reminders and to answer your support calls.',
    'Vendor is permitted to use Protected Health Information for the following purposes: claims submission, coding review and collections.',
    'Vendor shall use PHI only for billing and collection on behalf of Practice.',
    'Permitted Uses | Vendor may collect, sort and scan paper charts of Practice and keep the images for it.',
    'Vendor may access and use PHI as necessary to provide transcription services to Practice.',
    '4. Purposes. Vendor is authorized to use the Protected Health Information that it receives to store, retrieve and deliver charts.',
    'Vendor will only use or disclose PHI to troubleshoot the interface and for its own proper management and administration.',
  ],
  B02: [
    'Vendor may disclose PHI for its management and administration only as required by law or with written assurances.',
    'Vendor may disclose PHI for its proper management and administration, provided that the disclosures are required by law.',
    'Vendor may use PHI for its proper management and administration and to carry out its legal responsibilities, and may disclose it for those purposes if required by law.',
    'We may disclose PHI for our own management and administration if the recipient gives us reasonable assurances that it stays confidential and tells us of breaches.',
  ],
  B03: [
    'Nothing here permits Vendor to aggregate PHI or to sell it.',
    'Vendor may not use PHI for its own administration and may not aggregate data.',
    'Vendor may provide data aggregation services relating to the health care operations of Practice.',
    'We may aggregate PHI for your health care operations, as 45 CFR 164.504(e)(2)(i)(B) allows.',
  ],
  B04: [
    'Any other use or disclosure of PHI is forbidden unless required by law.',
    'Except as provided in this Agreement, Vendor may not use or disclose PHI.',
    'Vendor may look at PHI in order to post payments, and for nothing else unless a law requires it.',
    'Vendor shall use and disclose PHI only as permitted or required by this Agreement, and in a manner that would not violate the Privacy Rule if done by Practice.',
    'Vendor agrees not to use or further disclose PHI other than as permitted or required by this Agreement or as Required By Law.',
    'Vendor shall not, and shall ensure that its workforce do not, use or disclose PHI in any manner that is not permitted by this Agreement.',
    'We will never use or share PHI except as these terms allow or the law requires.',
    'Vendor is prohibited from using or disclosing PHI for any purpose not expressly permitted in this Agreement.',
    'Vendor may use and disclose PHI only as permitted by this Agreement or as required by law.',
    'Vendor undertakes to refrain from any use or disclosure of PHI beyond what this Agreement authorizes.',
    'Vendor shall make no other use of Protected Health Information, save as this Agreement permits or the law requires.',
    'Any use or disclosure of PHI not expressly authorized by this Agreement is prohibited.',
    'We don’t use or disclose PHI other than as this agreement lets us or the law requires.',
    'Vendor shall: | a. not use or disclose PHI other than as permitted by this Agreement or by law; | b. meet once a year.',
    'Protected Health Information shall not be used or disclosed by Vendor except as permitted by this Agreement.',
  ],
  B05: [
    'We have put in place administrative, physical and technical safeguards.',
    'Vendor shall safeguard PHI by appropriate administrative, technical and physical means.',
    'Vendor will use appropriate safeguards to prevent use or disclosure of PHI other than as provided for by this Agreement.',
    'Vendor shall implement and maintain administrative, physical and technical safeguards.',
    'We keep suitable safeguards in place so that nobody sees PHI who should not.',
    'Vendor must have in place reasonable and appropriate safeguards.',
    'Appropriate safeguards shall be maintained by Vendor at all times.',
    'Vendor is required to employ appropriate administrative, technical and physical safeguards.',
    'How is PHI kept safe? | With appropriate safeguards that we keep up to date.',
    'Obligations of Vendor | (b) Use of appropriate safeguards to prevent misuse of PHI.',
  ],
  B06: [
    'We have put in place safeguards for electronic PHI as required by the Security Rule.',
    'Vendor shall comply with Subpart Cof 45 CFR Part 164.',
    'Vendor shall (i) maintain appropriate safeguards; (ii) comply with 45 CFR 164.308 and 164.312; and (iii) train its staff.',
    'Vendor shall comply with Subpart C of 45 CFR Part 164 with respect to electronic PHI.',
    'We comply with the HIPAA Security Rule.',
    'Vendor shall comply with 45 CFR 164.308, 164.310, 164.312 and 164.316 in the same manner as Practice.',
    'Vendor will follow the Security Rule for all ePHI.',
    'Vendor shall implement administrative, physical and technical safeguards in accordance with the Security Rule.',
    'Vendor agrees: | • to comply with the applicable requirements of Subpart C of Part 164; and | • to train its staff.',
  ],
  B07: [
    'We’ll report to you any use or disclosure of PHI that these terms don’t allow, any security incident we become aware of, and any breach of unsecured PHI.',
    'Vendor shall report to Practice any use or disclosure of PHI not provided for by this Agreement.',
    'We will tell you if we learn of a use or disclosure that these terms do not allow.',
    'Any unauthorized use or disclosure of PHI shall be reported to Practice without delay.',
    'Vendor shall inform Practice of every use or disclosure in violation of this Agreement.',
    'If Vendor becomes aware of a disclosure of PHI that this Agreement doesn’t permit, it shall notify Practice.',
    'Vendor must alert Practice to any impermissible use or disclosure of PHI.',
    'Vendor shall notify Practice of: (a) any use or disclosure of PHI not permitted by this Agreement; (b) any theft of equipment; and (c) any subpoena.',
  ],
  B08: [
    'Vendor agrees that it will: | use PHI for you only to run the apps; not use PHI otherwise; and notify Practice within thirty days of any breach of unsecured PHI (you agree that this sentence is notice of pings)',
    'We must tell you, within three days after we learn of it, about (1) any use that these terms do not allow, | (2) any security incident, and (3) any breach of unsecured PHI.',
    'Vendor shall notify Practice of any Breach of Unsecured Protected Health Information.',
    'We will notify you of a breach of unsecured PHI within ten days after we discover it.',
    'Breaches of unsecured PHI shall be reported to the Practice in accordance with 45 CFR 164.410.',
    'Vendor will advise Practice in writing following discovery of a Breach, as required by 45 CFR § 164.410.',
    'Vendor shall report to Practice, within five days: | (i) each Breach of Unsecured PHI; and | (ii) each lawsuit about it.',
  ],
  B09: [
    'Practice shall be notified by Vendor of (1) any misuse of PHI and (2) any Security Incident.',
    'Vendor shall report any Security Incident of which it becomes aware.',
    'We tell you of security incidents; this sentence is notice of pings and port scans that fail.',
    'Vendor shall report to Practice successful Security Incidents within five days and unsuccessful Security Incidents in a yearly summary.',
    'Any security incident involving ePHI must be reported to Practice promptly.',
    'This section is notice by Vendor of the ongoing occurrence of unsuccessful attempts. Vendor shall report all other Security Incidents.',
  ],
  B10: [
    'Vendor shall bind its subcontractors in writing to restrictions and conditions no less protective than these.',
    'Each subcontractor with access to PHI is party to a written agreement that contains the same restrictions and conditions.',
    'Vendor shall ensure that any subcontractors that create, receive, maintain or transmit PHI agree to the same restrictions and conditions that apply to Vendor.',
    'Each subcontractor that handles PHI must sign a contract that binds it to the same restrictions and conditions.',
    'We hold our subcontractors to the same restrictions, conditions and requirements that bind us.',
    'Vendor shall require any agent or subcontractor that receives PHI to agree in writing to be bound by the terms of this Agreement.',
    'Vendor shall obtain, from every subcontractor that maintains PHI, its written promise to keep the same restrictions and conditions.',
    'Subcontractors. Vendor may engage them with consent. Those that receive PHI shall agree to the same restrictions and conditions.',
  ],
  B11: [
    'Vendor shall require each subcontractor that receives PHI to comply with the Security Rule and to accept terms substantially similar to these.',
    'Vendor shall ensure in accordance with 45 CFR 164.308(b)(2) that subcontractors agree to the same restrictions, conditions and requirements.',
    'Subcontractors with access to ePHI must agree by written contract to the same restrictions and to comply with the Security Rule.',
  ],
  B12: [
    'Within ten days of Practice’s request Vendor shall make available PHI in a Designated Record Set so that Practice may meet 45 CFR 164.524.',
    'Vendor must give Practice the PHI it needs to answer a patient’s request for access, make corrections, and give it a list of disclosures for an accounting.',
    'Vendor shall make PHI in a designated record set available to Practice as necessary to satisfy 45 CFR 164.524.',
    'On request we give you access to PHI so that you can answer your patients within the time the law sets.',
    'Within ten (10) days of a request Vendor will provide Practice, or at its direction the Individual, with a copy of the PHI in the Designated Record Set.',
    'Vendor shall let individuals inspect and copy their records.',
    'Vendor agrees to furnish PHI for access by individuals under 164.524 in five business days.',
    'Individuals shall be given access to their PHI held in a designated record set.',
  ],
  B13: [
    'Vendor shall make PHI in a designated record set available for amendment and incorporate amendments under 45 CFR 164.526.',
    'At your request we correct PHI in the designated record set.',
    'Vendor will carry out amendments to PHI as Practice directs.',
    'Vendor shall amend PHI within ten days of being asked to by Practice.',
  ],
  B14: [
    'Vendor shall document and make available the information required to provide an accounting of disclosures under 45 CFR 164.528.',
    'We keep a log of disclosures and give it to you so that you can account for them.',
    'Vendor agrees to record disclosures of PHI as needed for Practice to respond to a request for an accounting.',
    'Vendor shall track disclosures and provide an accounting on request.',
  ],
  B15: [
    'To the extent that an obligation of Practice under Subpart E is carried out by Vendor, the requirements of Subpart E applicable to Practice shall be complied with by Vendor.',
    'Should Vendor be asked to discharge an obligation of Practice under Subpart E, Vendor will conform to the provisions of Subpart E applicable to Practice.',
    'To the extent Vendor is to carry out an obligation of Practice under Subpart E of 45 CFR Part 164, Vendor shall comply with the requirements of Subpart E that apply to Practice.',
    'When we perform a duty of yours under the Privacy Rule we follow the Privacy Rule as you must.',
    'Where Practice delegates an obligation under the Privacy Rule to Vendor, Vendor will observe the Privacy Rule in the performance of it.',
  ],
  B16: [
    'Vendor shall place its books, records and internal practices at the disposal of the Secretary.',
    'Vendor shall make its internal practices, books and records available to the Secretary.',
    'The Secretary may inspect our internal practices, books and records about PHI.',
    'Vendor agrees to open its books and records on the use of PHI to the U.S. Department of Health and Human Services.',
    'Internal practices, books and records shall be available to HHS for determining compliance.',
    'Vendor will permit the Secretary to examine its practices, books, and records.',
  ],
  B17: [
    'When your subscription ends we’ll return or destroy all PHI and keep no copies, if feasible. If it isn’t feasible, we’ll keep protecting the PHI and limit its use to what makes return or destruction infeasible.',
    'Upon termination Vendor shall return or destroy all PHI and retain no copies, or, if that is not feasible, extend the protections of this Agreement.',
    'When our services end we delete all PHI and keep no copies. If deletion isn’t feasible, we go on protecting it and use it for nothing else.',
    'At the end of this Agreement all PHI shall be returned or destroyed; where this is infeasible Vendor shall limit its use to what makes it infeasible and keep protecting it.',
    'Upon expiration, Vendor will, at Practice’s election, return or destroy PHI. If neither is possible, the protections of this Agreement continue to apply.',
  ],
  B18: [
    'Upon a material breach by Vendor that remains uncured, Practice’s sole remedy is to terminate the Order Form.',
    '2. Ending. Upon Practice’s knowledge of a material breach by Vendor, Practice shall either: (1) provide an opportunity to cure and terminate if Vendor does not cure; (2) immediately terminate this Agreement; or (3) report the violation to the Secretary.',
    'Practice may not terminate this Agreement except where Vendor has breached a material term.',
    'Practice may terminate this Agreement if it determines that Vendor has violated a material term.',
    'Vendor authorizes termination of this Agreement by Practice if Vendor has violated a material term.',
    'You may end this agreement at once if we break a material term of it.',
    'Either party may terminate upon material breach by the other that is not cured in 30 days.',
    'If Vendor materially breaches this Agreement, Practice may: | (a) terminate it at once; or | (b) give Vendor ten days to cure.',
    'Upon Practice’s knowledge of a material breach by Vendor, Practice shall either provide an opportunity to cure or immediately terminate this Agreement.',
  ],
  B19: [
    'Vendor shall give an initial notice of any Breach within 48 hours of discovery and a full written report within ten days after that.',
    'Vendor shall notify Practice of a Breach no later than the third business day after it discovers it.',
    'Vendor shall notify Practice of a Breach of Unsecured PHI within five (5) business days of discovery.',
    'We report a breach without unreasonable delay and no later than 30 days after we discover it.',
    'Breaches must be reported by Vendor inside of 48 hours after it becomes aware of them.',
  ],
  B20: [
    'Minimum necessary applies to each use, disclosure and request by Vendor.',
    'Vendor shall limit its uses and disclosures of PHI to the minimum necessary.',
    'We use, request and disclose no more than the minimum necessary.',
    'Vendor will make reasonable efforts to use only the minimum amount of PHI necessary.',
  ],
  B21: [
    'Nothing in this Agreement permits Vendor to de-identify PHI.',
    'Vendor may not de-identify PHI.',
    'We do not de-identify your data.',
    'Vendor may de-identify PHI in accordance with 45 CFR 164.514(b) and only to perform the services.',
    'De-identification of PHI by Vendor is prohibited.',
  ],
  B22: [
    'Practice may give Vendor ten days to cure the breach or end the violation, and terminate if it is not cured.',
    'If we do not remedy the violation within 30 days, you may end this agreement.',
  ],
  B23: [
    'Vendor shall mitigate, to the extent practicable, any harmful effect of a use or disclosure in violation of this Agreement.',
    'We will do what is practicable to lessen the harm of a disclosure that is not allowed.',
  ],
}

/** What falls short. */
export const weak: Record<string, string[]> = {
  B01: [
    'Vendor may use PHI for any purpose permitted by law.',
    'Vendor may use PHI for any lawful purpose.',
    'We may use PHI as we see fit for our own business purposes.',
  ].slice(0, 2),
  B05: [
    'Vendor shall use reasonable safeguards.',
    'Vendor shall use reasonable efforts to maintain appropriate safeguards.',
    'Vendor shall use such safeguards as it deems appropriate.',
  ],
  B06: ['Vendor shall use appropriate safeguards to protect PHI.'],
  B08: ['Vendor shall report any breach of security of its systems to Practice.'],
  B09: [
    'Vendor shall report any security incident that results in unauthorized access to PHI.',
    'Vendor shall report Security Incidents. Vendor is not required to report unsuccessful attempts.',
  ],
  B10: [
    'Vendor shall ensure that any agent, including a subcontractor, to whom it provides PHI received from Practice agrees to the same restrictions and conditions.',
    'Subcontractors shall agree to reasonable confidentiality obligations.',
    'Vendor shall bind subcontractors to restrictions similar to those of this Agreement.',
  ],
  B12: [
    'Vendor shall provide access to PHI in a designated record set within 60 days of a request.',
    'Vendor shall forward requests of individuals for access to Practice within five days.',
  ],
  B17: [
    'Upon termination Vendor shall return PHI upon written request of Practice.',
    'Upon termination Vendor shall delete all PHI.',
    'Upon termination Vendor shall return or destroy PHI if feasible, but may retain a copy for its archives; otherwise it shall extend the protections of this Agreement.',
  ],
  B18: [
    'Vendor may terminate if Practice breaches a material term. Practice may not terminate before the end of the license.',
    'Vendor may terminate this Agreement if Practice fails to pay its fees.',
  ],
  B19: [
    'Vendor shall notify Practice of a Breach no later than sixty-five (65) days after discovery.',
    'Vendor shall notify Practice of a Breach within ten days after it has confirmed that a Breach occurred.',
    'Vendor shall promptly notify Practice of a Breach of Unsecured PHI.',
    'Vendor shall notify Practice of a Breach of Unsecured PHI within 75 days of discovery.',
  ],
  B21: [
    'Vendor may create de-identified data under 164.514 to improve and market its products.',
    'Vendor may de-identify PHI and use the result for its own product development.',
  ],
  B22: ['If neither termination nor cure is feasible, Practice shall report the violation to the Secretary.'],
  B02: [
    'Vendor shall not use PHI otherwise, save where required by law. | Vendor may disclose PHI for its proper management and administration.',
    'Vendor may use and disclose PHI to provide the services, as required by law, and for its proper management and administration.',
  ],
  B11: [
    'Vendor shall require each subcontractor that creates or receives PHI to agree in writing to terms that are substantially similar to those of this Agreement, with safeguards.',
  ],
}

/** What only looks like it: the other side’s duty, a definition, a heading, a recital, a wish, no duty at all, or what holds afterwards. */
export const absent: Record<string, string[]> = {
  B03: ['Vendor shall report attempts that fail in aggregate on request.'],
  B01: ['Permitted Uses and Disclosures', 'Vendor may not use PHI to sell anything.'],
  B04: [
    'Vendor shall use appropriate safeguards to prevent any use or disclosure of PHI not permitted by this Agreement.',
    'Vendor shall report any use or disclosure of PHI not permitted by this Agreement.',
    'Vendor may not use or disclose PHI in a manner that would violate Subpart E if done by Practice.',
    'Vendor shall not use PHI for marketing except as permitted by law.',
    'Practice shall not use or disclose PHI other than as permitted by this Agreement.',
    'After termination, Vendor shall: | (1) retain what it must; | (2) not use or disclose the PHI retained other than as permitted by this Agreement.',
  ],
  B05: [
    'Practice shall use appropriate safeguards when it sends PHI to Vendor.',
    '1. Definitions | 1.1 "Safeguards" means appropriate administrative, physical and technical safeguards.',
    'WHEREAS, Vendor must use appropriate safeguards under HIPAA;',
    'Appropriate Safeguards',
    '5. Safeguards. Intentionally omitted.',
    'Vendor shall not be required to maintain administrative, physical or technical safeguards.',
    'Vendor intends to adopt appropriate safeguards in the coming year.',
    'Vendor shall require each subcontractor to agree to use appropriate safeguards.',
    'After termination Vendor shall continue to use appropriate safeguards.',
    'You must use appropriate safeguards to protect your passwords; we are not responsible for them.',
  ],
  B06: [
    'Practice shall comply with the Security Rule.',
    '"Security Rule" means Subpart C of 45 CFR Part 164.',
    'Vendor shall ensure that subcontractors agree in writing to comply with the Security Rule.',
    'The parties are aware of the Privacy Rule, the Security Rule and other laws.',
  ],
  B07: [
    'Vendor may, in its discretion, notify Practice of uses or disclosures not provided for by this Agreement.',
    'Practice shall notify Vendor of any use or disclosure that is not permitted.',
    'Vendor may use PHI to report violations of law to authorities consistent with 45 CFR 164.502(j)(1).',
    'Vendor shall mitigate the harm of a use or disclosure in violation of this Agreement.',
    'Subcontractors shall report to Vendor any unauthorized use or disclosure.',
  ],
  B08: [
    'Either party shall notify the other of a material breach of this Agreement.',
    'The recipient shall notify Vendor of any breach of confidentiality of which it becomes aware.',
    'You will notify us of any breach of unsecured PHI.',
  ],
  B09: [
    '"Security Incident" has the meaning of 45 CFR 164.304 and shall be reported.',
    'Vendor need not report security incidents.',
  ],
  B10: [
    'Vendor shall not engage subcontractors without the consent of Practice.',
    'Vendor and Practice are independent contractors and not agents; the same conditions apply to both.',
  ],
  B12: [
    'Practice shall provide individuals with access to PHI under 45 CFR 164.524.',
    'Vendor has no obligation to provide access to PHI under 45 CFR 164.524.',
    'Vendor will not maintain a designated record set on behalf of Practice.',
  ],
  B13: ['The parties shall amend this Agreement as changes in the law of health information require.'],
  B14: [
    'Vendor shall give Practice an accounting of its invoices.',
    '1.4 "Accounting" means an accounting of disclosures under 164.528.',
  ],
  B15: [
    'Vendor may perform functions for Practice, provided that such use would not violate the Privacy Rule if done by Practice.',
    'Each party shall comply with its obligations under the Privacy Rule.',
  ],
  B16: [
    'Vendor’s books and records are confidential and will not be disclosed to anyone, including the Secretary, without a subpoena.',
    'Vendor shall make its books and records available to Practice for audit.',
    'Practice shall make its internal practices, books and records available to the Secretary.',
  ],
  B17: ['Practice shall return or destroy the software upon termination.'],
  B18: [
    'Practice may terminate this Agreement without cause on 30 days notice.',
    'Vendor may terminate this Agreement if Practice violates a material term.',
  ],
  B20: [
    'Definitions | Breach, Minimum Necessary, Subcontractor and Secretary have the meanings of the HIPAA Rules.',
    'Practice shall disclose to Vendor only the minimum necessary PHI.',
  ],
  B23: [
    'Each party shall mitigate its damages in any claim under this Agreement.',
    'Practice shall mitigate its losses.',
  ],
}

export const terms: { clause: string; wanted: Record<string, unknown> }[] = [
  {
    clause:
      'The term of this Agreement, which was to end on January 31, 2026, is extended to January 31, 2029.',
    wanted: { expires: '2029-01-31' },
  },
  {
    clause:
      'This Agreement shall remain in effect until September 30, 2028, and shall thereafter renew for successive one-year terms unless either party gives notice.',
    wanted: { expires: '2028-09-30', autoRenews: true },
  },
  {
    clause: 'Vendor shall notify Practice of a Breach within sixty-five days after discovery.',
    wanted: { breachNoticeDays: 65 },
  },
  {
    clause:
      'This Agreement continues from year to year until ended by either party on not less than one hundred and twenty (120) days’ prior written notice.',
    wanted: { terminationNoticeDays: 120 },
  },
  {
    clause: 'Term | This Agreement ends on June 1, 2028. It does not renew by itself.',
    wanted: { expires: '2028-06-01', autoRenews: false },
  },
  { clause: 'These terms end when your subscription ends.', wanted: { term: 'with-agreement' } },
  {
    clause: 'Vendor shall report a Breach of Unsecured PHI within five (5) business days after discovery.',
    wanted: { breachNoticeDays: 5 },
  },
  {
    clause: 'We will tell you of a breach within 24 hours after becoming aware of it.',
    wanted: { breachNoticeDays: 1 },
  },
  {
    clause:
      'Vendor shall give notice of a Breach without unreasonable delay and in no case later than thirty (30) calendar days after discovery.',
    wanted: { breachNoticeDays: 30 },
  },
  {
    clause: 'Practice may terminate if a breach is not cured within 30 days.',
    wanted: { breachNoticeDays: null, terminationNoticeDays: null },
  },
  {
    clause: 'Either party may end this Agreement without cause on sixty (60) days’ written notice.',
    wanted: { terminationNoticeDays: 60 },
  },
  {
    clause: 'This Agreement runs until March 2, 2028 and renews by itself for one year at a time.',
    wanted: { expires: '2028-03-02', term: 'fixed', autoRenews: true },
  },
  {
    clause: 'This Agreement shall not renew automatically and expires on March 2, 2028.',
    wanted: { expires: '2028-03-02', autoRenews: false },
  },
  {
    clause: 'This Agreement applies for as long as the Services Agreement does and ends when it ends.',
    wanted: { term: 'with-agreement', expires: null },
  },
  {
    clause: 'This Agreement continues until either party terminates it.',
    wanted: { term: 'evergreen', expires: null },
  },
  {
    clause: 'This Agreement amends the Business Associate Contract of April 18, 2005.',
    wanted: { effective: '2025-03-03' },
  },
  {
    clause:
      'Vendor shall notify Practice of a Breach no later than the third business day after it discovers it.',
    wanted: { breachNoticeDays: 3 },
  },
  {
    clause:
      'This Agreement ends on June 1, 2028. It renews automatically for one-year terms unless either party gives notice that it will not renew.',
    wanted: { expires: '2028-06-01', autoRenews: true },
  },
  {
    clause:
      'This Agreement supplements the Managed Print Contract dated June 6, 2021 (the "Contract"). | It terminates when the Contract terminates.',
    wanted: { term: 'with-agreement' },
  },
  {
    clause: 'Either party may end this Agreement by giving the other 45 days’ written notice.',
    wanted: { term: 'evergreen', terminationNoticeDays: 45 },
  },
  {
    clause:
      'Vendor shall report any Security Incident within 24 hours of discovery and any Breach of Unsecured PHI within fifteen (15) days of discovery.',
    wanted: { breachNoticeDays: 15 },
  },
  {
    clause: 'The term of this Agreement is five (5) years from March 15, 2021.',
    wanted: { expires: '2026-03-14', term: 'fixed' },
  },
  {
    clause: 'Either agency may withdraw from this Agreement on ninety days’ written notice.',
    wanted: { terminationNoticeDays: 90 },
  },
]
