import type { TestException } from '../../reader/reader'

export type Severity = 'critical' | 'high' | 'medium' | 'low'

// Access, encryption, monitoring and incidents, vendors, backup and recovery.
const KEY_CRITERIA = /^(CC6\.[12367]|CC7\.[234]|CC9\.2|A1\.[23])$/
const SENSITIVE_CRITERIA = /^(CC6\.[12367]|CC7\.[234]|A1\.[23])$/
const WIDE_SHARE = 0.1
const RETESTED = /\bre-?tested\b|\bre-?performed the test\b/i
const ORDER: Severity[] = ['low', 'medium', 'high', 'critical']

/** Our own rubric, good practice and not law. Management’s response alone lowers nothing. */
export function severityOf(
  exception: TestException,
  affectedCriteria: string[],
  isRepeated: boolean,
): Severity {
  const severity = baseOf(exception, affectedCriteria)
  return isRepeated ? ORDER[Math.min(ORDER.indexOf(severity) + 1, ORDER.length - 1)]! : severity
}

export function worstOf(severities: Severity[]): Severity | null {
  return severities.length === 0 ? null : ORDER[Math.max(...severities.map((one) => ORDER.indexOf(one)))]!
}

function baseOf(exception: TestException, affectedCriteria: string[]): Severity {
  if (exception.criteria.some((criterion) => affectedCriteria.includes(criterion))) return 'critical'
  const wide = isWide(exception)
  if (wide && exception.response === null && touches(exception, SENSITIVE_CRITERIA)) return 'critical'
  if (wide && touches(exception, KEY_CRITERIA)) return 'high'
  return !wide && RETESTED.test(exception.text) ? 'low' : 'medium'
}

/** Without numbers the share is unknown, and unknown counts as wide. */
function isWide({ tested, failed }: TestException): boolean {
  return !tested || failed === null || failed / tested > WIDE_SHARE
}

function touches(exception: TestException, criteria: RegExp): boolean {
  return exception.criteria.some((criterion) => criteria.test(criterion))
}
