import { X509Certificate } from 'node:crypto'
import { isCmsOf, partsOfCms } from './cms'

export interface SealCheck {
  /** unsealed: no seal of ours was found, so nothing can be said of it. */
  state: 'intact' | 'changed' | 'unsealed'
  sentence: string
  certificate: X509Certificate | null
  /** As the file says it; UTC ISO text. */
  sealedAt: string | null
}

const RANGE = /\/ByteRange\s*\[\s*(\d{1,10})\s+(\d{1,10})\s+(\d{1,10})\s+(\d{1,10})\s*\]/g
const CHANGED = 'It was changed after it was sealed. Don’t rely on it; ask for the copy in the desk’s record.'

/** Checks a sealed file from its bytes alone: every byte is covered, or is the seal itself. */
export function checkSeal(file: Buffer): SealCheck {
  const text = file.toString('latin1')
  const ranges = [...text.matchAll(RANGE)].map((match) => match.slice(1).map(Number) as Range)
  if (ranges.length === 0) return unsealed(text)
  const range = ranges.sort((one, other) => other[2] - one[2])[0]!
  const contents = sealWithin(text, range)
  if (contents === null) return changed(null, 'The place of the seal doesn’t fit the file.')
  const parts = partsOfCms(contents)
  const certificate = parts && certificateOf(parts.certificate)
  if (!parts || !certificate) {
    const isOurs = /\/SubFilter\s*\/ETSI\.CAdES\.detached/.test(text) && text.includes('(Countersign)')
    return isOurs
      ? changed(null, 'The seal itself is damaged.')
      : {
          ...NONE,
          sentence: 'It carries a signature that Countersign did not make. Check it in a PDF reader.',
        }
  }
  const [, before, after, length] = range
  if (after + length !== file.length || ranges.length > 1)
    return changed(certificate, 'Something was added to the file after it was sealed.')
  const signed = Buffer.concat([file.subarray(0, before), file.subarray(after)])
  if (!isCmsOf(signed, contents, certificate, parts.signature))
    return changed(certificate, 'Its bytes are not those that were sealed.')
  return {
    state: 'intact',
    sentence: 'It is intact: not a byte has changed since it was sealed.',
    certificate,
    sealedAt: timeIn(text),
  }
}

type Range = [from: number, before: number, after: number, length: number]

const NONE = { state: 'unsealed', certificate: null, sealedAt: null } as const

function unsealed(text: string): SealCheck {
  const isPdf = text.slice(0, 1024).includes('%PDF-')
  return { ...NONE, sentence: isPdf ? 'It carries no seal.' : 'It is not a PDF, or can’t be read as one.' }
}

function changed(certificate: X509Certificate | null, why: string): SealCheck {
  return { state: 'changed', sentence: `${why} ${CHANGED}`, certificate, sealedAt: null }
}

/** The DER between the two covered parts; null where anything else stands there than a seal and zeros to fill its room. */
function sealWithin(text: string, [from, before, after]: Range): Buffer | null {
  const hex = /^<([0-9a-f]+)>$/.exec(text.slice(before, after))?.[1]
  if (from !== 0 || !hex || hex.length % 2 === 1) return null
  const room = Buffer.from(hex, 'hex')
  const length = derLength(room)
  const isFilled = length !== null && room.subarray(length).every((byte) => byte === 0)
  return isFilled ? room.subarray(0, length) : null
}

/** Bytes of the outermost element; null where there is none. */
function derLength(room: Buffer): number | null {
  if (room[0] !== 0x30 || room[1] !== 0x82) return null
  const length = 4 + room.readUInt16BE(2)
  return length <= room.length ? length : null
}

function certificateOf(der: Buffer): X509Certificate | null {
  try {
    return new X509Certificate(der)
  } catch {
    return null
  }
}

function timeIn(text: string): string | null {
  const match = /\/M\s*\(D:(\d{4})(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})Z/.exec(text)
  if (!match) return null
  const [, year, month, day, hour, minute, second] = match
  return `${year}-${month}-${day}T${hour}:${minute}:${second}.000Z`
}
