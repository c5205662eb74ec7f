import type { Sample } from '../sample'
import { chapterhouse } from './chapterhouse'
import { ironbridge } from './ironbridge'
import { lakehead } from './lakehead'
import { quillon } from './quillon'
import { sablefield } from './sablefield'
import { continental } from './continental'
import { courthouse } from './courthouse'
import { meridiaan } from './meridiaan'
import { sprint } from './sprint'
import { tallgrass } from './tallgrass'

/** Houses that share no sentence with any other: what the reader makes of words it has never met. */
export const ownHouseSamples: Sample[] = [
  ...continental,
  ...sprint,
  ...courthouse,
  ...meridiaan,
  ...tallgrass,
  ...chapterhouse,
  ...ironbridge,
  ...lakehead,
  ...quillon,
  ...sablefield,
]
