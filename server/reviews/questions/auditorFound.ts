import type { Opinion, Reading } from '../../reader/reader'
import { ratedExceptions, type Rated, type Severity } from '../../reports/reports'
import {
  counted,
  cite,
  known,
  listed,
  NOT_READ,
  point,
  suggestion,
  worst,
  type Facts,
  type Point,
  type Question,
  type Suggestion,
  type Verdict,
} from './question'

export const auditorFound: Question = {
  id: 'findings',
  title: 'What did the auditor find?',
  gloss:
    'The opinion is the auditor’s verdict: unqualified is clean, qualified has an “except for”. Exceptions are tests that failed; a clean opinion can have some.',
  byHandOnly: true,
  suggest: (facts: Facts): Suggestion => (facts.reading ? judge(facts, facts.reading) : NOT_READ),
}

interface Remark {
  verdict: Verdict
  sentence: string
  remedy: string | null
}

function judge(facts: Facts, reading: Reading): Suggestion {
  const rated = ratedExceptions(reading, facts.previousReading)
  const remarks = [
    opinionRemark(reading),
    exceptionRemark(
      reading,
      rated.map((one) => one.severity),
    ),
    idle(reading),
  ].filter((one) => one !== null)
  return suggestion(
    worst(...remarks.map((one) => one.verdict)),
    remarks.map((one) => one.sentence).join(' '),
    {
      evidence: cite(reading, 'opinion', 'affectedCriteria', 'exceptions'),
      points: [...rated.map(exceptionPoint), ...idlePoints(reading)],
      whatWouldChange: remarks.flatMap((one) => one.remedy ?? []).join(' ') || null,
    },
  )
}

const OPINIONS: Record<Opinion, Remark> = {
  unqualified: { verdict: 'meets', sentence: 'The opinion is unqualified, that is, clean.', remedy: null },
  qualified: {
    verdict: 'look-closer',
    sentence: 'The opinion is qualified',
    remedy: 'What the vendor has changed since, and whether anyone retested it.',
  },
  adverse: {
    verdict: 'does-not-meet',
    sentence: 'The opinion is adverse: the auditor says that the controls do not hold',
    remedy: 'A later report with a better opinion.',
  },
  disclaimer: {
    verdict: 'does-not-meet',
    sentence: 'The auditor gives no opinion, because too little could be examined',
    remedy: 'A report with an opinion.',
  },
}

function opinionRemark(reading: Reading): Remark {
  const opinion = known(reading.opinion)
  if (opinion === null) {
    const sentence =
      reading.opinion.status === 'conflict'
        ? 'The pages disagree on the opinion.'
        : 'The opinion was not found.'
    return { verdict: 'cant-tell', sentence, remedy: 'Read the paragraph that begins “In our opinion”.' }
  }
  const remark = OPINIONS[opinion]
  if (opinion === 'unqualified') return remark
  const criteria = known(reading.affectedCriteria) ?? []
  return {
    ...remark,
    sentence: `${remark.sentence}${criteria.length ? `, because of ${listed(criteria)}` : ''}.`,
  }
}

function exceptionRemark(reading: Reading, severities: Severity[]): Remark {
  const { status } = reading.exceptions
  if (status === 'not-applicable')
    return {
      verdict: 'meets',
      sentence: 'A Type I has no tests, so it can show no exceptions.',
      remedy: null,
    }
  if (status === 'not-in-document')
    return {
      verdict: 'look-closer',
      sentence: 'The tests are missing from this file.',
      remedy: 'The whole report, with the tests and their results.',
    }
  if (reading.exceptions.value === null)
    return {
      verdict: 'cant-tell',
      sentence: 'The test results could not be read with confidence.',
      remedy: 'Go through the tests for the words exception and deviation.',
    }
  if (severities.length === 0) {
    const sentence =
      status === 'stated-none' ? 'No exceptions were noted.' : 'No exceptions were found in the tests.'
    return { verdict: known(reading.exceptions) ? 'meets' : 'cant-tell', sentence, remedy: null }
  }
  const answered = reading.exceptions.value.filter((exception) => exception.response !== null).length
  const sentence = `${counted(severities.length, 'exception')}, ${answered === severities.length ? (answered === 1 ? 'answered' : 'all answered') : `${answered} answered`} by management, which is the vendor’s own word.`
  const isMild = severities.every((severity) => severity === 'low')
  return {
    verdict: isMild ? 'meets' : 'look-closer',
    sentence,
    remedy: isMild ? null : 'Proof that each was fixed, better still retested.',
  }
}

const TAGS: Record<Severity, Point['tag']> = {
  critical: { state: 'bad', word: 'critical' },
  high: { state: 'bad', word: 'high' },
  medium: { state: 'look', word: 'medium' },
  low: { state: 'none', word: 'low' },
}

function exceptionPoint({ control, criteria, text, page, severity, because, response }: Rated): Point {
  const name = [control, criteria.join(', ')].filter(Boolean).join(' · ')
  const answer = response ? `Management says: “${response.text}”` : 'Management did not respond.'
  const more = `${because.charAt(0).toUpperCase()}${because.slice(1)}. ${answer}`
  return point([name && `${name}: `, text].join(''), { page, tag: TAGS[severity], more })
}

function idle(reading: Reading): Remark | null {
  const idleControls = known(reading.notOperated) ?? []
  if (idleControls.length === 0) return null
  const sentence = `${counted(idleControls.length, 'control')} had no occasion to work in the period: neither passed nor failed.`
  return { verdict: 'meets', sentence, remedy: null }
}

function idlePoints(reading: Reading): Point[] {
  return (reading.notOperated.value ?? []).map((one) =>
    point([one.control && `${one.control}: `, one.text].filter(Boolean).join(''), {
      page: one.page,
      tag: { state: 'none', word: 'did not run' },
    }),
  )
}
