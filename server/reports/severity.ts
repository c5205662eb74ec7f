import type { Reading, TestException } from '../reader/reader'

export type Severity = 'critical' | 'high' | 'medium' | 'low'

export interface Rated extends TestException {
  severity: Severity
  /** Why, in a few words. */
  because: string
  repeated: boolean
}

const LADDER: Severity[] = ['low', 'medium', 'high', 'critical']
/** Signing in and who may see what, the perimeter and moving data, watching and answering incidents, vendors, backup and restoring. */
const WEIGHTY = /^(CC6\.[12367]|CC7\.[2-4]|CC9\.2|A1\.[23])$/
const LARGE_SHARE = 0.1
const RETESTED = /\bre-?tested\b[^.]{0,80}\b(?:without|no)\s+(?:further\s+)?(?:exceptions?|deviations?)/i

/** Our own rubric; good practice, not law. What management answers lowers nothing, because nobody tested the answer. */
export function severityOf(
  exception: TestException,
  affectedCriteria: string[],
  isRepeated: boolean,
): Severity {
  return rate(exception, affectedCriteria, isRepeated).severity
}

/** @param before the report that came before this one, if it is there */
export function ratedExceptions(reading: Reading, before: Reading | null): Rated[] {
  const affected = reading.affectedCriteria.value ?? []
  const failedBefore = new Set((before?.exceptions.value ?? []).flatMap(({ control }) => control ?? []))
  return (reading.exceptions.value ?? []).map((exception) => {
    const repeated = exception.control !== null && failedBefore.has(exception.control)
    return { ...exception, ...rate(exception, affected, repeated), repeated }
  })
}

function rate(
  exception: TestException,
  affected: string[],
  repeated: boolean,
): { severity: Severity; because: string } {
  const first = firstRate(exception, affected)
  if (!repeated) return first
  const severity = LADDER[Math.min(LADDER.indexOf(first.severity) + 1, LADDER.length - 1)]!
  return { severity, because: `${first.because}; the same control failed in the report before` }
}

function firstRate(exception: TestException, affected: string[]): { severity: Severity; because: string } {
  const named = exception.criteria.find((criterion) => affected.includes(criterion))
  if (named) return { severity: 'critical', because: `the opinion excepts ${named}` }
  const weighty = exception.criteria.find((criterion) => WEIGHTY.test(criterion))
  const share = shareOf(exception)
  if (weighty && share === null)
    return { severity: 'high', because: `${weighty} failed, and how often isn’t said` }
  if (weighty && share! > LARGE_SHARE)
    return { severity: 'high', because: `${weighty} failed in ${inWords(exception)}` }
  if (RETESTED.test(exception.text))
    return { severity: 'low', because: 'the auditor tested it again and found nothing' }
  return {
    severity: 'medium',
    because: share === null ? 'how often it failed isn’t said' : `failed in ${inWords(exception)}`,
  }
}

function shareOf({ tested, failed }: TestException): number | null {
  return tested && failed !== null ? failed / tested : null
}

function inWords({ tested, failed }: TestException): string {
  return `${failed} of ${tested}`
}
