import { addDays, addMonths, daysBetween, shownDate, type PlainDate } from '../../dates'
import type { Field, Reading } from '../../reader/reader'
import {
  counted,
  cite,
  isHigh,
  known,
  NOT_READ,
  suggestion,
  worst,
  type Facts,
  type Question,
  type Suggestion,
  type Verdict,
} from './question'

export const isRecent: Question = {
  id: 'recent',
  title: 'Is it recent enough?',
  gloss:
    'A report speaks about its period and says nothing of the time after. Good practice: up to nine months after its end is fine, after twelve it is stale.',
  byHandOnly: false,
  suggest: (facts: Facts): Suggestion => (facts.reading ? judge(facts, facts.reading) : NOT_READ),
}

interface Remark {
  verdict: Verdict
  sentence: string
  remedy: string | null
}

function judge(facts: Facts, reading: Reading): Suggestion {
  const end = endOf(reading)
  const day = known(end)
  if (day === null) return noDate(reading)
  const start = reading.reportType.value === 'type-1' ? null : known(reading.periodStart)
  const remarks = [
    ageOf(day, facts),
    ...(start ? [lengthOf(start, day, facts), gapBefore(start, facts)] : []),
  ].filter((remark): remark is Remark => remark !== null)
  const verdict = worst(...remarks.map((remark) => remark.verdict))
  return suggestion(verdict, remarks.map((remark) => remark.sentence).join(' '), {
    evidence: cite(reading, endName(reading), ...(start ? (['periodStart'] as const) : [])),
    whatWouldChange: remarks.flatMap((remark) => remark.remedy ?? []).join(' ') || null,
    prefill: prefilled(verdict, reading, end),
  })
}

function prefilled(verdict: Verdict, reading: Reading, end: Field<PlainDate>): Suggestion['prefill'] {
  const fields = reading.reportType.value === 'type-1' ? [end] : [end, reading.periodStart]
  return isHigh(...fields) && (verdict === 'meets' || verdict === 'does-not-meet') ? verdict : null
}

function endOf(reading: Reading): Field<PlainDate> {
  return reading[endName(reading)]
}

function endName(reading: Reading): 'asOf' | 'periodEnd' {
  return reading.reportType.value === 'type-1' ? 'asOf' : 'periodEnd'
}

function noDate(reading: Reading): Suggestion {
  const disagrees = endOf(reading).status === 'conflict'
  return suggestion(
    disagrees ? 'look-closer' : 'cant-tell',
    disagrees ? 'The report gives more than one period.' : 'The period was not found.',
    {
      evidence: cite(reading, 'periodStart', endName(reading)),
      whatWouldChange:
        'Read the period in the auditor’s first paragraph, and correct it on the document’s page.',
    },
  )
}

function ageOf(end: PlainDate, facts: Facts): Remark {
  const { policy, today } = facts
  const days = daysBetween(end, today)
  if (days < 0)
    return {
      verdict: 'look-closer',
      sentence: `It ends on ${shownDate(end)}, which lies ahead.`,
      remedy: 'Check the dates on the page.',
    }
  const since = `It ends on ${shownDate(end)}, ${counted(days, 'day')} ago`
  if (today <= addMonths(end, policy.fineMonths))
    return { verdict: 'meets', sentence: `${since}: recent.`, remedy: null }
  if (today <= addMonths(end, policy.staleMonths)) {
    return {
      verdict: 'look-closer',
      sentence: `${since}: the next one should be near.`,
      remedy: 'The next report, or the date on which it is expected.',
    }
  }
  return stale(end, since, facts)
}

/** A bridge letter is management’s word without an auditor, so it never makes an old report fine; it only lets a person weigh it. */
function stale(end: PlainDate, since: string, { bridges, policy, today }: Facts): Remark {
  const covering = bridges.find((bridge) => bridge.until >= today)
  const remedy = 'The current report.'
  if (!covering) return { verdict: 'does-not-meet', sentence: `${since}: stale.`, remedy }
  const isShort = covering.until <= addMonths(latest(covering.from, addDays(end, 1)), policy.bridgeMonths)
  if (isShort) {
    const words = `${since}; a bridge letter, the vendor’s own word, reaches to ${shownDate(covering.until)}.`
    return { verdict: 'look-closer', sentence: words, remedy }
  }
  const words = `${since}: stale. The bridge letter spans more than ${policy.bridgeMonths} months, too long to rely on.`
  return { verdict: 'does-not-meet', sentence: words, remedy }
}

function latest(a: PlainDate, b: PlainDate): PlainDate {
  return a > b ? a : b
}

function lengthOf(start: PlainDate, end: PlainDate, { policy, previousEnd }: Facts): Remark | null {
  const reaches = (months: number) => addDays(end, 1) >= addMonths(start, months)
  const span = `It spans ${shownDate(start)} to ${shownDate(end)}`
  if (!reaches(policy.weakPeriodMonths)) {
    return {
      verdict: 'look-closer',
      sentence: `${span}: under ${policy.weakPeriodMonths} months, too short to show much.`,
      remedy: 'A report over six to twelve months.',
    }
  }
  if (!reaches(policy.fullPeriodMonths)) {
    const sentence = previousEnd
      ? `${span}: under ${policy.fullPeriodMonths} months, though it isn’t the first report.`
      : `${span}: short, which is usual for a first report.`
    return {
      verdict: previousEnd ? 'look-closer' : 'meets',
      sentence,
      remedy: previousEnd ? 'Why the period is so short.' : null,
    }
  }
  const isLong = addDays(end, 1) > addMonths(start, policy.longPeriodMonths)
  return isLong
    ? {
        verdict: 'look-closer',
        sentence: `${span}: longer than a year.`,
        remedy: 'Why the period is so long.',
      }
    : null
}

function gapBefore(start: PlainDate, { policy, previousEnd }: Facts): Remark | null {
  if (previousEnd === null) return null
  const days = daysBetween(previousEnd, start) - 1
  if (days < 1) return null
  const isMajor = start > addMonths(addDays(previousEnd, 1), policy.majorGapMonths)
  const sentence = `${counted(days, 'day')} before it ${days === 1 ? 'is' : 'are'} covered by no report${isMajor ? ', a long gap' : ''}.`
  return {
    verdict: 'look-closer',
    sentence,
    remedy: `What covered ${shownDate(addDays(previousEnd, 1))} – ${shownDate(addDays(start, -1))}.`,
  }
}
