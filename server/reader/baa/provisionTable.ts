export interface ProvisionEntry {
  id: string
  /** In 45 CFR. */
  citation: string
  kind: 'required' | 'optional' | 'practice'
  title: string
  severity: 'critical' | 'major' | 'minor'
}

type Kind = ProvisionEntry['kind']
type Severity = ProvisionEntry['severity']

/** Each point on which a business associate agreement is read, with the rule that it comes from. */
export const provisionTable: ProvisionEntry[] = (
  [
    ['B01', '164.504(e)(2)(i)', 'required', 'What the information may be used and disclosed for', 'critical'],
    [
      'B02',
      '164.504(e)(2)(i)(A), (e)(4)',
      'optional',
      'The vendor’s own management and legal duties, with assurances',
      'major',
    ],
    ['B03', '164.504(e)(2)(i)(B)', 'optional', 'Data aggregation for the practice’s own operations', 'major'],
    ['B04', '164.504(e)(2)(ii)(A)', 'required', 'No other use or disclosure', 'critical'],
    ['B05', '164.504(e)(2)(ii)(B)', 'required', 'Appropriate safeguards', 'critical'],
    [
      'B06',
      '164.504(e)(2)(ii)(B), 164.314(a)(2)(i)(A)',
      'required',
      'The Security Rule for electronic information',
      'critical',
    ],
    [
      'B07',
      '164.504(e)(2)(ii)(C)',
      'required',
      'Report of any use or disclosure that is not allowed',
      'critical',
    ],
    [
      'B08',
      '164.504(e)(2)(ii)(C), 164.410',
      'required',
      'Report of breaches of unsecured information',
      'critical',
    ],
    ['B09', '164.314(a)(2)(i)(C)', 'required', 'Report of security incidents', 'critical'],
    [
      'B10',
      '164.504(e)(2)(ii)(D), 164.502(e)(1)(ii)',
      'required',
      'Subcontractors under the same restrictions',
      'critical',
    ],
    [
      'B11',
      '164.314(a)(2)(i)(B), 164.308(b)(2)',
      'required',
      'Subcontractors under the Security Rule',
      'major',
    ],
    ['B12', '164.504(e)(2)(ii)(E), 164.524', 'required', 'Access for patients', 'major'],
    ['B13', '164.504(e)(2)(ii)(F), 164.526', 'required', 'Amendment of records', 'major'],
    ['B14', '164.504(e)(2)(ii)(G), 164.528', 'required', 'Accounting of disclosures', 'major'],
    [
      'B15',
      '164.504(e)(2)(ii)(H)',
      'required',
      'The Privacy Rule where the vendor does a duty of the practice',
      'major',
    ],
    ['B16', '164.504(e)(2)(ii)(I)', 'required', 'Books and records open to the Secretary', 'critical'],
    ['B17', '164.504(e)(2)(ii)(J)', 'required', 'Return or destruction at the end', 'critical'],
    ['B18', '164.504(e)(2)(iii)', 'required', 'The practice may end it for a violation', 'critical'],
    ['B19', '164.410(b)', 'practice', 'A deadline for the notice of a breach', 'major'],
    ['B20', '164.502(b)', 'practice', 'Minimum necessary', 'minor'],
    ['B21', '164.514(a)-(c)', 'practice', 'De-identification allowed with limits, or refused', 'major'],
    ['B22', '164.504(e)(1)(ii)', 'practice', 'Time to cure a violation', 'minor'],
    ['B23', '164.530(f)', 'practice', 'Mitigation of harm', 'minor'],
    [
      'B24',
      '164.502(e)(2), 164.308(b)(3)',
      'required',
      'In writing, signed and dated by the right parties',
      'critical',
    ],
    ['B25', '164.532(d)-(e)', 'required', 'Made or renewed since 23 September 2013', 'critical'],
    ['B26', '164.316(b)(2)(i), 164.530(j)(2)', 'practice', 'Kept for six years after its end', 'major'],
  ] satisfies [string, string, Kind, string, Severity][]
).map(([id, citation, kind, title, severity]) => ({ id, citation, kind, title, severity }))
