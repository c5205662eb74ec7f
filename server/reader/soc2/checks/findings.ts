import type { Doc, Outline } from '../../pages'
import type { ReportFields, Warning } from '../../reading'
import { evidenceOn } from '../tests/evidence'

const MANY_IDLE = 0.2

/** Opinion, assertion and test results against each other (W7, W8, W16). */
export function aboutFindings(fields: ReportFields, doc: Doc, outline: Outline): Warning[] {
  return [...modified(fields), ...assertion(fields, doc, outline), ...idle(fields)]
}

function isModified({ opinion }: ReportFields): boolean {
  return opinion.value !== null && opinion.value !== 'unqualified'
}

function modified(fields: ReportFields): Warning[] {
  if (!isModified(fields) || fields.reportType.value === 'type-1' || fields.opinion.value === 'disclaimer')
    return []
  const evidence = fields.opinion.evidence.slice(0, 1)
  const { exceptions, affectedCriteria } = fields
  if (exceptions.status === 'stated-none' || exceptions.status === 'unreadable') {
    const message =
      'The auditor’s opinion is not clean, but no failed test was found. Read the basis for the opinion and the test tables.'
    return [{ code: 'opinion-without-exception', message, evidence }]
  }
  const failed = new Set(exceptions.value?.flatMap((one) => one.criteria))
  const silent = exceptions.value ? (affectedCriteria.value ?? []).filter((id) => !failed.has(id)) : []
  if (!silent.length || !failed.size) return []
  const message = `The auditor’s opinion names ${silent.join(', ')}, but no failed test was found for ${silent.length > 1 ? 'these' : 'it'}.`
  return [{ code: 'criterion-without-exception', message, evidence: affectedCriteria.evidence.slice(0, 1) }]
}

const EXCEPT = /\bexcept(?:ing)? (?:for|that|as)\b|, except,?|\bbecause of the (?:significance|matter)/i
const CONFIRM = /\b(?:we (?:confirm|assert)|to the best of our knowledge)\b/i

function assertion(fields: ReportFields, doc: Doc, outline: Outline): Warning[] {
  const pages = outline.pagesOf('assertion')
  const text = pages.map((page) => page.text).join('\n')
  if (!fields.opinion.value || !CONFIRM.test(text)) return []
  const limited = pages.find((page) => EXCEPT.test(page.text))
  if (isModified(fields) === Boolean(limited)) return []
  if (limited && fields.opinion.confidence < 0.6) return []
  const match = limited ? EXCEPT.exec(limited.text) : CONFIRM.exec(text)
  const page = limited ?? pages.find((one) => CONFIRM.test(one.text))
  const evidence =
    match && page
      ? evidenceOn(doc, outline, page.number, page.text.slice(match.index, match.index + 160))
      : null
  const message = limited
    ? 'Management’s own statement makes an exception, but the auditor’s opinion was read as clean. Compare the two.'
    : 'The auditor’s opinion is not clean, but management’s own statement makes no exception. Compare the two.'
  return [{ code: 'assertion-differs', message, evidence: evidence ? [evidence] : [] }]
}

function idle({ notOperated, controlsTested }: ReportFields): Warning[] {
  const count = notOperated.value?.length ?? 0
  if (!controlsTested.value || count < 3 || count / controlsTested.value < MANY_IDLE) return []
  const message = `${count} of ${controlsTested.value} controls had no occasion to work in the time covered, so nobody knows whether they do.`
  return [{ code: 'many-not-operated', message, evidence: notOperated.evidence.slice(0, 3) }]
}
