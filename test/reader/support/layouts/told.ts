import { CONTROLS } from './controls'

/** One control as a report tells it, and what a careful reader takes from it. */
export interface Told {
  ref: string
  criteria: string[]
  activity: string
  test: string
  result: string
  response: string
  truth: 'pass' | 'exception' | 'idle'
  tested: number | null
  failed: number | null
}

/** How a house writes its results. */
export interface Voice {
  ref: (at: number, criterion: string) => string
  pass: string[]
  idle: string[]
  fail: ((failed: number, tested: number, noun: string, lapse: string) => string)[]
}

const WORDS = 'zero one two three four five six seven eight nine ten'.split(' ')

export const VOICES = {
  plain: {
    ref: (at) => `AC-${String(at + 1).padStart(2, '0')}`,
    pass: ['No exceptions noted.'],
    idle: ['The control did not operate during the period; no testing was performed.'],
    fail: [
      (failed, tested, noun, lapse) =>
        `Exception noted. For ${failed} of ${tested} ${noun} sampled, ${lapse}.`,
    ],
  },
  deviations: {
    ref: (at) => `${1 + Math.floor(at / 8)}.${(at % 8) + 1}`,
    pass: ['No deviations noted.', 'No deviations noted.', 'No relevant deviations noted.'],
    idle: ['No occurrences during the period, and so operating effectiveness could not be tested.'],
    fail: [
      (failed, tested, noun, lapse) =>
        `Deviation noted: for ${failed} of the ${tested} ${noun} selected, ${lapse}.`,
      (failed, tested, noun, lapse) => `For ${failed} out of ${tested} ${noun} tested, ${lapse}.`,
    ],
  },
  words: {
    ref: (at, criterion) => `${criterion}.${at + 1}`,
    pass: ['No exception noted', 'No exceptions were identified'],
    idle: ['Not tested: there were no such events during the examination period.'],
    fail: [
      (failed, tested, noun, lapse) =>
        `We noted that for ${WORDS[failed]} (${failed}) of the ${tested} ${noun} in our sample ${lapse}.`,
      (failed, tested, noun, lapse) =>
        `No exceptions noted, except that for ${failed} of ${tested} ${noun} ${lapse}.`,
    ],
  },
  bare: {
    ref: (at) => `CTL-${1001 + at}`,
    pass: ['Pass'],
    idle: ['N/A – no occurrence in period'],
    fail: [(failed, tested, noun, lapse) => `Fail – ${failed}/${tested} ${noun}: ${lapse}`],
  },
  none: {
    ref: (at) =>
      `HR.${String(1 + Math.floor(at / 10)).padStart(2, '0')}.${String((at % 10) + 1).padStart(2, '0')}`,
    pass: ['None', 'None noted'],
    idle: ['Did not operate in the period'],
    fail: [(failed, tested, noun, lapse) => `${failed} of ${tested} ${noun}: ${lapse}.`],
  },
  effective: {
    ref: (at) => `Control ${at + 1}`,
    pass: ['Operating effectively.', 'The control operated effectively throughout the period.'],
    idle: ['The circumstances that warrant the operation of the control did not occur during the period.'],
    fail: [
      (failed, tested, noun, lapse) =>
        `Not operating effectively. In ${failed} of ${tested} ${noun} examined, ${lapse}.`,
    ],
  },
} satisfies Record<string, Voice>

const FAILED: Record<number, [failed: number, tested: number]> = {
  1: [1, 25],
  10: [2, 25],
  13: [3, 20],
  18: [2, 9],
  23: [1, 40],
  28: [4, 25],
}
const IDLE = [22, 24]

/** The same controls, told in a voice; `count` leaves out the last ones. */
export function tell(voice: Voice, count: number = CONTROLS.length): Told[] {
  return CONTROLS.slice(0, count).map((control, at) => {
    const counts = FAILED[at]
    const truth = counts ? 'exception' : IDLE.includes(at) ? 'idle' : 'pass'
    const pick = <T>(list: T[]): T => list[at % list.length]!
    return {
      ref: voice.ref(at, control.criteria[0]!),
      criteria: control.criteria,
      activity: control.activity,
      test: control.test,
      result: counts
        ? pick(voice.fail)(...counts, control.noun, control.lapse)
        : pick(truth === 'idle' ? voice.idle : voice.pass),
      response: counts ? control.response : '',
      truth,
      failed: counts?.[0] ?? null,
      tested: counts?.[1] ?? null,
    }
  })
}
