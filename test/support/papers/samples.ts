import { agreementSamples } from './sets/agreements'
import { brokenSamples } from './sets/broken'
import { ownHouseSamples } from './houses/ownHouses'
import { otherKindSamples } from './sets/otherKinds'
import { plainSamples } from './sets/plain'
import { strangeAgreementSamples } from './sets/strangeAgreements'
import { strangeKindSamples } from './sets/strangeKinds'
import { reprintSamples } from './sets/reprints'
import { trapSamples } from './sets/traps'
import { wordTrapSamples } from './sets/wordTraps'

/** Papers with known answers. Houses that are held out are never looked at when the reader is changed. */
export const samples = [
  ...plainSamples,
  ...trapSamples,
  ...wordTrapSamples,
  ...otherKindSamples,
  ...agreementSamples,
  ...brokenSamples,
  ...reprintSamples,
  ...ownHouseSamples,
  ...strangeKindSamples,
  ...strangeAgreementSamples,
]

export type { Sample } from './sample'
