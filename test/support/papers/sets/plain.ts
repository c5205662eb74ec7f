import { heldOut, tuned } from '../houses/houses'
import { reportSample, type Sample } from '../sample'
import { adverse, emergency, qualified, typeOne, typeTwo } from './companies'

const FIVE = ['security', 'availability', 'processing-integrity', 'confidentiality', 'privacy'] as const

/** Each house writes a clean Type 2, a Type 1, a qualified report, and one of another kind. */
export const plainSamples: Sample[] = Object.values({ ...tuned, ...heldOut }).flatMap((house, index) => [
  reportSample(house, 'clean', typeTwo(index)),
  reportSample(house, 'type 1', typeOne(index + 1)),
  reportSample(house, 'qualified', qualified(index + 2)),
  index % 2 === 0
    ? reportSample(house, 'adverse', adverse(index + 3))
    : reportSample(
        house,
        'all five',
        typeTwo(index * 6 + 3, { exceptions: [emergency], categories: [...FIVE] }),
      ),
])
