import type { Category, Opinion, ReportType } from '../../../../server/reader/reading'
import type { Expected } from '../facts'

/** What a report of a house with words of its own says; the house brings its controls and every sentence. */
export interface OwnFacts {
  organization: string
  short: string
  /** As the scope sentence names it. */
  system: string
  auditor: string
  city: string
  type: ReportType
  period?: { start: string; end: string }
  asOf?: string
  reportDate: string
  categories: Category[]
  opinion: Opinion
  /** Criteria named in the basis of a modified opinion. */
  affected?: string[]
  exceptions: OwnException[]
  /** Controls that had no occasion to operate, with the words of the result. */
  idle: Record<string, string>
  /** null: the report is silent about them, or names none. */
  subservice: { name: string; method: 'carve-out' | 'inclusive' }[] | null
  phi: 'in-scope' | 'excluded' | 'policy-only' | null
}

export interface OwnException {
  control: string
  text: string
  tested: number | null
  failed: number | null
  response?: string
}

export interface OwnControl {
  ref: string
  criteria: string[]
  text: string
  test: string
}

/** Lines such as `ref | CC6.1, CC6.2 | control | test`. */
export function controlLines(lines: string): OwnControl[] {
  return cells(lines).map(([ref, criteria, text, test]) => ({
    ref: ref!,
    criteria: criteria!.split(', '),
    text: text!,
    test: test ?? '',
  }))
}

/** Lines with bars between their cells. */
export function cells(lines: string): string[][] {
  return paragraphs(lines).map((line) => line.split('|').map((cell) => cell.trim()))
}

/** One for each line that is not empty. */
export function paragraphs(lines: string): string[] {
  return lines
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
}

/** What a careful reader would answer; `cuecs` is how many there are, or null where the report has no words on them. */
export function answersOf(
  facts: OwnFacts,
  controls: { ref: string }[],
  cuecs: number | null,
  changes: Record<string, unknown> = {},
): Expected {
  const two = facts.type === 'type-2'
  const refs = new Set(controls.map(({ ref }) => ref))
  const idle = Object.keys(facts.idle)
  for (const named of [...idle, ...facts.exceptions.map(({ control }) => control)])
    if (!refs.has(named)) throw new Error(`${facts.short} has no control ${named}`)
  return {
    document: 'soc2',
    draft: false,
    complete: true,
    reportType: facts.type,
    asOf: two ? null : facts.asOf,
    periodStart: two ? facts.period!.start : null,
    periodEnd: two ? facts.period!.end : null,
    reportDate: facts.reportDate,
    serviceOrganization: [facts.organization, facts.short],
    serviceAuditor: facts.auditor,
    systems: [facts.system],
    categories: facts.categories,
    opinion: facts.opinion,
    ...(facts.affected && { affectedCriteria: facts.affected }),
    subserviceOrganizations: facts.subservice?.map(({ name }) => name) ?? null,
    cuecs,
    phi: facts.phi,
    exceptions: two ? facts.exceptions.map(numbersOf) : null,
    controlsTested: two ? [refs.size - idle.length, refs.size] : null,
    notOperated: two ? idle : null,
    ...changes,
  }
}

function numbersOf({ control, tested, failed, response }: OwnException) {
  return { control, tested, failed, answered: response !== undefined }
}
