import type { Category, Opinion, ReportType } from '../../../server/reader/reading'

export interface Soc2Facts {
  organization: string
  short: string
  /** The system without the word 'system': 'CareBridge Platform'. */
  system: string
  auditor: string
  city: string
  type: ReportType
  /** Of a Type 2; dates are ISO. */
  period?: { start: string; end: string }
  /** Of a Type 1. */
  asOf?: string
  reportDate: string
  categories: Category[]
  opinion: Opinion
  affectedCriteria: string[]
  exceptions: PaperException[]
  /** Controls that had no occasion to operate. */
  notOperated?: string[]
  subservice: PaperSubservice[]
  cuecs: { text: string; criteria: string[] }[]
  phi: 'in-scope' | 'excluded' | 'policy-only' | 'not-stated'
  /** Above 60 the type is set larger, so that the same words make a longer file. */
  pages?: number
}

export interface PaperException {
  /** One of the control references of controls.ts. */
  control: string
  text: string
  response?: string
}

export interface PaperSubservice {
  name: string
  method: 'carve-out' | 'inclusive'
  does: string
}

export const categoryNames: Record<Category, string> = {
  security: 'security',
  availability: 'availability',
  'processing-integrity': 'processing integrity',
  confidentiality: 'confidentiality',
  privacy: 'privacy',
}
