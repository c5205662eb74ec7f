import { agreementSamples } from './sets/agreements'
import { otherKindSamples } from './sets/otherKinds'
import { plainSamples } from './sets/plain'
import { trapSamples } from './sets/traps'

/** Papers with known answers. Houses that are held out are never looked at when the reader is changed. */
export const samples = [...plainSamples, ...trapSamples, ...otherKindSamples, ...agreementSamples]

export type { Sample } from './sample'
