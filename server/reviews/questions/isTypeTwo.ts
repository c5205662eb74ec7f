import { shownDate } from '../../dates'
import type { DocumentKind, Reading } from '../../reader/reader'
import {
  cite,
  isHigh,
  known,
  NOT_READ,
  suggestion,
  type Facts,
  type Question,
  type Suggestion,
} from './question'

export const isTypeTwo: Question = {
  id: 'type',
  title: 'Is it a SOC 2, and Type II?',
  gloss:
    'A SOC 2 is an independent accountant’s report on how a company protects data. Type II tests the controls over months; Type I looks at them on one day.',
  byHandOnly: false,
  suggest: ({ reading }: Facts): Suggestion => (reading ? judge(reading) : NOT_READ),
}

const ASK = 'The vendor’s current SOC 2 Type II report.'

const OTHER_KINDS: Record<Exclude<DocumentKind, 'soc2'>, string> = {
  soc1: 'This is a SOC 1: it is about financial reporting, not about protecting patient data.',
  soc3: 'This is a SOC 3: a public summary that leaves out the controls and the tests.',
  'soc-cybersecurity':
    'This is a SOC for Cybersecurity: it is about a whole company, not about the service you use.',
  'bridge-letter':
    'This is a bridge letter: the vendor’s own word for the time after a report, not a report.',
  baa: 'This is a business associate agreement, not a report.',
  'iso27001-certificate': 'This is an ISO 27001 certificate: it names a standard, and shows no tests.',
  'hitrust-letter': 'This is a HITRUST letter: a certification with a scope of its own, not a SOC 2.',
  pentest: 'This is about a penetration test: one attempt to break in, not a SOC 2.',
  'readiness-assessment': 'This is a readiness assessment: a rehearsal in which nobody gives an opinion.',
  'engagement-letter': 'This is an engagement letter: the audit was ordered, not done.',
  'self-made-summary':
    'The vendor seems to have written this summary itself: no accountant’s report is in it.',
  'guidance-or-template': 'This is a guide or a template, not a report about this vendor.',
  other: 'This isn’t a SOC 2 report.',
}

function judge(reading: Reading): Suggestion {
  const kind = known(reading.document)
  if (kind === null) {
    return suggestion('cant-tell', 'It isn’t clear what this document is.', {
      evidence: cite(reading, 'document'),
      whatWouldChange: 'Look for the auditor’s report: “We have examined …”, an opinion, a firm and a date.',
    })
  }
  return kind === 'soc2' ? judgeReport(reading) : anotherKind(reading, OTHER_KINDS[kind])
}

function anotherKind(reading: Reading, sentence: string): Suggestion {
  return suggestion('does-not-meet', sentence, {
    evidence: cite(reading, 'document'),
    whatWouldChange: ASK,
    prefill: isHigh(reading.document) ? 'does-not-meet' : null,
  })
}

function judgeReport(reading: Reading): Suggestion {
  if (known(reading.draft) === true) {
    return suggestion('does-not-meet', 'It is a draft: unsigned, or marked as one. Nothing in it is final.', {
      evidence: cite(reading, 'draft'),
      whatWouldChange: 'The final report with the auditor’s signature.',
    })
  }
  const type = known(reading.reportType)
  if (type === 'type-1') return typeOne(reading)
  if (type === 'type-2') return typeTwo(reading)
  return suggestion(
    reading.reportType.status === 'conflict' ? 'look-closer' : 'cant-tell',
    unclearType(reading),
    {
      evidence: cite(reading, 'reportType'),
      whatWouldChange:
        'Read the opinion: “as of” one date means Type I, “throughout the period” means Type II.',
    },
  )
}

function unclearType(reading: Reading): string {
  return reading.reportType.status === 'conflict'
    ? 'It is a SOC 2, but its own pages disagree on the type.'
    : 'It is a SOC 2; its type was not found.'
}

function typeOne(reading: Reading): Suggestion {
  const day = reading.asOf.value ? `, ${shownDate(reading.asOf.value)}` : ''
  return suggestion(
    'does-not-meet',
    `Type I: the auditor looked at the design of the controls on one day${day}, and tested nothing over time.`,
    {
      evidence: cite(reading, 'reportType', 'asOf'),
      whatWouldChange: 'A Type II report, or the date on which the vendor expects its first one.',
      prefill: isHigh(reading.document, reading.reportType) ? 'does-not-meet' : null,
    },
  )
}

function typeTwo(reading: Reading): Suggestion {
  const evidence = cite(reading, 'reportType', 'complete')
  if (known(reading.complete) === false) {
    return suggestion('look-closer', 'A SOC 2 Type II, but parts of the report are missing from the file.', {
      evidence,
      whatWouldChange:
        'The whole report: auditor’s opinion, management’s assertion, description, and tests with results.',
    })
  }
  const sure = isHigh(reading.document, reading.reportType)
  const confirm = sure ? '' : ' Please confirm it on the page.'
  return suggestion(
    'meets',
    `A SOC 2 Type II: the auditor tested the controls over a period, not on one day.${confirm}`,
    {
      evidence,
      prefill: sure ? 'meets' : null,
    },
  )
}
