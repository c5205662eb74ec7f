import type { Category, DocumentKind, Opinion, ReportType } from '../reader/reader'

export const kindNames: Record<DocumentKind, string> = {
  soc2: 'SOC 2 report',
  soc1: 'SOC 1 report',
  soc3: 'SOC 3 report',
  'soc-cybersecurity': 'SOC for Cybersecurity report',
  'bridge-letter': 'Bridge letter',
  baa: 'Business associate agreement (BAA)',
  'iso27001-certificate': 'ISO 27001 certificate',
  'hitrust-letter': 'HITRUST letter',
  pentest: 'Penetration test',
  'readiness-assessment': 'Readiness assessment',
  'engagement-letter': 'Engagement letter',
  'self-made-summary': 'Summary written by the vendor',
  'guidance-or-template': 'Guidance or template',
  other: 'Other document',
}

export const typeNames: Record<ReportType, string> = { 'type-1': 'Type I', 'type-2': 'Type II' }

export const opinionNames: Record<Opinion, string> = {
  unqualified: 'unqualified',
  qualified: 'qualified',
  adverse: 'adverse',
  disclaimer: 'no opinion given (disclaimer)',
}

export const categoryNames: Record<Category, string> = {
  security: 'Security',
  availability: 'Availability',
  'processing-integrity': 'Processing integrity',
  confidentiality: 'Confidentiality',
  privacy: 'Privacy',
}

export const phiNames = {
  'in-scope': 'in scope',
  excluded: 'excluded from the scope',
  'policy-only': 'only named in a policy, a law or a training list',
}

export const methodNames = {
  'carve-out': 'left out of the report (carved out)',
  inclusive: 'tested in the report (inclusive)',
  unclear: 'left out or tested: not clear',
}
