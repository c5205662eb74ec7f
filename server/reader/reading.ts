/** Physical page in the file, counted from 1; never the printed number. */
export type Page = number
/** A calendar date, `2025-09-30`. */
export type ISODate = string

export type Section =
  'cover' | 'contents' | 'auditor' | 'assertion' | 'description' | 'tests' | 'other' | 'unknown'

export interface Evidence {
  page: Page
  /** Exact text of that page, white space collapsed, at most 400 characters. */
  quote: string
  section: Section
  source: 'text' | 'ocr'
  /** Where the quote stands: x, y, width, height as fractions of the page, origin top left. */
  boxes?: [x: number, y: number, width: number, height: number][]
}

/**
 * found: stated, evidence says where. inferred: follows from what is stated. stated-none: the document says there are none.
 * not-stated: the place was read and it is not there. not-applicable: cannot exist in this kind. not-in-document: the section
 * is missing. conflict: authoritative places disagree. unreadable: the page is there but cannot be read with confidence.
 */
export type Status =
  | 'found'
  | 'inferred'
  | 'stated-none'
  | 'not-stated'
  | 'not-applicable'
  | 'not-in-document'
  | 'conflict'
  | 'unreadable'

export interface Field<T> {
  /** null unless the status is found, inferred or stated-none (then an empty list or false). */
  value: T | null
  status: Status
  /** 0 to 1; from 0.85 it counts as high and must almost never be wrong. */
  confidence: number
  /** At least one whenever the value is not null. */
  evidence: Evidence[]
  alternatives?: { value: T; evidence: Evidence[] }[]
}

export type DocumentKind =
  | 'soc2'
  | 'soc1'
  | 'soc3'
  | 'soc-cybersecurity'
  | 'bridge-letter'
  | 'baa'
  | 'iso27001-certificate'
  | 'hitrust-letter'
  | 'pentest'
  | 'readiness-assessment'
  | 'engagement-letter'
  | 'self-made-summary'
  | 'guidance-or-template'
  | 'other'

export type ReportType = 'type-1' | 'type-2'
export type Category = 'security' | 'availability' | 'processing-integrity' | 'confidentiality' | 'privacy'
export type Opinion = 'unqualified' | 'qualified' | 'adverse' | 'disclaimer'

export interface SubserviceOrganization {
  name: string
  method: 'carve-out' | 'inclusive' | 'unclear'
}

/** Complementary user entity control: what the customer must do for the vendor's controls to work. */
export interface Cuec {
  text: string
  page: Page
  criteria: string[]
}

export interface TestException {
  /** The report's own control reference. */
  control: string | null
  criteria: string[]
  /** What the auditor found. */
  text: string
  /** Sample size. */
  tested: number | null
  failed: number | null
  page: Page
  /** Management's response, wherever it stands. */
  response: { text: string; page: Page } | null
}

/** A control that had no occasion to operate in the period: neither pass nor exception. */
export interface NotOperated {
  control: string | null
  text: string
  page: Page
}

export interface Framework {
  name: string
  nature: 'opinion' | 'mapping-only' | 'certification'
}

export interface Provision {
  result: 'present' | 'weak' | 'missing' | 'needs-a-person'
  evidence: Evidence[]
  note?: string
}

export interface BaaTerms {
  coveredEntity: Field<string>
  businessAssociate: Field<string>
  effective: Field<ISODate>
  expires: Field<ISODate>
  term: Field<'fixed' | 'evergreen' | 'with-agreement'>
  autoRenews: Field<boolean>
  /** Notice for ending without cause, in days; a cure period alone is none. */
  terminationNoticeDays: Field<number>
  /** The number stated, whatever starts the clock. */
  breachNoticeDays: Field<number>
  signedByCoveredEntity: Field<boolean>
  signedByBusinessAssociate: Field<boolean>
  /** Who signed for each side and when, as the signature block says; readings from before they were read lack them. */
  coveredEntitySigner?: Field<string>
  coveredEntitySignedOn?: Field<ISODate>
  businessAssociateSigner?: Field<string>
  businessAssociateSignedOn?: Field<ISODate>
}

export interface Warning {
  code: string
  message: string
  evidence: Evidence[]
}

export interface FileFacts {
  sha256: string
  bytes: number
  pages: number
  /** owner: opens without a password but carries owner restrictions. */
  encrypted: 'none' | 'owner'
  text: 'text' | 'scanned' | 'mixed'
}

/** What a SOC 2 says; for other kinds whatever applies. */
export interface ReportFields {
  reportType: Field<ReportType>
  asOf: Field<ISODate>
  periodStart: Field<ISODate>
  periodEnd: Field<ISODate>
  /** The date under the auditor's signature. */
  reportDate: Field<ISODate>
  serviceOrganization: Field<string>
  serviceAuditor: Field<string>
  systems: Field<string[]>
  categories: Field<Category[]>
  /** The worst over description, design and operating effectiveness. */
  opinion: Field<Opinion>
  affectedCriteria: Field<string[]>
  subserviceOrganizations: Field<SubserviceOrganization[]>
  cuecs: Field<Cuec[]>
  /** Distinct controls with a test result. */
  controlsTested: Field<number>
  exceptions: Field<TestException[]>
  notOperated: Field<NotOperated[]>
  /** policy-only: HIPAA or PHI is only named in a policy, law or training list. */
  phi: Field<'in-scope' | 'excluded' | 'policy-only'>
  frameworks: Field<Framework[]>
}

/** The output of the reader for one document. */
export interface Reading extends ReportFields {
  schema: 1
  file: FileFacts
  document: Field<DocumentKind>
  /** Marked as a draft, unsigned, or with placeholders left in it. */
  draft: Field<boolean>
  /** False when sections named in its contents, or essential to its kind, are missing. */
  complete: Field<boolean>
  /** Keys are the provision ids B01 to B26. */
  provisions?: Record<string, Provision>
  baa?: BaaTerms
  warnings: Warning[]
}

export type ReadErrorCode =
  'not-a-pdf' | 'damaged' | 'password-required' | 'empty' | 'too-large' | 'timed-out'

/** Printed in place of a Reading, with exit code 2, when a file cannot be read. */
export interface ReadFailure {
  schema: 1
  error: { code: ReadErrorCode; message: string }
}
