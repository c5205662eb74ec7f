import PDFDocument from 'pdfkit'
import { typeset } from '../../../../scripts/papers/typeset'
import { paperOf } from '../houses/house'
import { tuned } from '../houses/houses'
import { finished } from '../producers/scan'
import type { Sample } from '../sample'
import { typeTwo } from './companies'

const whole = () => typeset(paperOf(tuned.harbor, typeTwo(0, { topics: 4 })))

/** Files that cannot be read; the code of the error is the answer. */
export const brokenSamples: Sample[] = [
  broken('F2 a password to open', 'password-required', locked),
  broken('F7 a download cut short', 'damaged', async () => (await whole()).subarray(0, 9000)),
  broken('F8 a web page named as PDF', 'not-a-pdf', async () =>
    Buffer.from('<!doctype html><title>Sign in</title>'),
  ),
]

function broken(name: string, code: string, make: () => Promise<Buffer>): Sample {
  return { name, house: 'broken', heldOut: false, producer: 'pdfkit', make, expected: { document: code } }
}

function locked(): Promise<Buffer> {
  const doc = new PDFDocument({ userPassword: 'open', ownerPassword: 'owner' })
  doc.text('SOC 2 report')
  return finished(doc)
}
