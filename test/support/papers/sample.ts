import { type Paper } from '../../../scripts/papers/paper'
import { typeset } from '../../../scripts/papers/typeset'
import { expectedOf } from './expected'
import type { Expected, Facts } from './facts'
import { type House, paperOf } from './houses/house'
import { printed } from './producers/chromium'

export interface Sample {
  name: string
  house: string
  heldOut: boolean
  producer: 'pdfkit' | 'chromium' | 'pdf-lib' | 'scan'
  /** Shares no sentence with other papers. */
  own?: boolean
  make(): Promise<Buffer>
  /** Some of the values of a Reading; null where it must have none. Fields left out are not judged. */
  expected: Expected
}

export function reportSample(
  house: House,
  name: string,
  facts: Facts,
  changes: Record<string, unknown> = {},
  after?: (pdf: Buffer) => Promise<Buffer>,
): Sample {
  return {
    name: `${house.name} ${name}`,
    house: house.name,
    heldOut: house.heldOut,
    producer: after ? 'pdf-lib' : house.producer,
    make: async () => {
      const pdf = await made(house.producer, paperOf(house, facts))
      return after ? after(pdf) : pdf
    },
    expected: { ...expectedOf(house, facts), ...changes },
  }
}

export function made(producer: 'pdfkit' | 'chromium', paper: Paper): Promise<Buffer> {
  return producer === 'chromium' ? printed(paper) : typeset(paper)
}
