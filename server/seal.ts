import { createCipheriv, createDecipheriv, randomBytes, type CipherGCM, type DecipherGCM } from 'node:crypto'

/** A sealed file is header ‖ nonce ‖ ciphertext ‖ tag. The label says what and whose it is; under another label it doesn't open. */
const HEADER = Buffer.from([...Buffer.from('CSGN'), 1, 1])
const NONCE_BYTES = 12
const TAG_BYTES = 16
const PREFIX_BYTES = HEADER.length + NONCE_BYTES
const ALGORITHM = 'aes-256-gcm'
const BITE_BYTES = 1 << 20

/** What was stored is not what was sealed: changed, cut short, or swapped for another file. */
export class BrokenSeal extends Error {}

export function newFileKey(master: Buffer, label: string): { key: Buffer; wrappedKey: string } {
  const key = randomBytes(32)
  return { key, wrappedKey: seal(key, master, `key ${label}`).toString('base64url') }
}

/** @throws BrokenSeal when it was wrapped by another master key or for another file. */
export function unwrapFileKey(master: Buffer, wrappedKey: string, label: string): Buffer {
  return openSeal(Buffer.from(wrappedKey, 'base64url'), master, `key ${label}`)
}

/** For streams: write the prefix, then what the cipher gives, then its tag. */
export function beginSeal(key: Buffer, label: string): { prefix: Buffer; cipher: CipherGCM } {
  const nonce = randomBytes(NONCE_BYTES)
  const cipher = createCipheriv(ALGORITHM, key, nonce)
  cipher.setAAD(boundTo(label))
  return { prefix: Buffer.concat([HEADER, nonce]), cipher }
}

export function seal(bytes: Buffer, key: Buffer, label: string): Buffer {
  const { prefix, cipher } = beginSeal(key, label)
  return Buffer.concat([prefix, cipher.update(bytes), cipher.final(), cipher.getAuthTag()])
}

/** All of it or nothing: no byte is handed out before the tag is proven. @throws BrokenSeal */
export function openSeal(sealed: Buffer, key: Buffer, label: string): Buffer {
  const decipher = decipherFor(sealed, key, label)
  return proven(decipher, [decipher.update(contentsOf(sealed))])
}

/** The same for a large file, in bites, so that no other page waits for it. @throws BrokenSeal */
export async function openLargeSeal(sealed: Buffer, key: Buffer, label: string): Promise<Buffer> {
  const decipher = decipherFor(sealed, key, label)
  const contents = contentsOf(sealed)
  const parts: Buffer[] = []
  for (let at = 0; at < contents.length; at += BITE_BYTES) {
    parts.push(decipher.update(contents.subarray(at, at + BITE_BYTES)))
    await new Promise((resolve) => setImmediate(resolve))
  }
  return proven(decipher, parts)
}

function decipherFor(sealed: Buffer, key: Buffer, label: string): DecipherGCM {
  const isWhole = sealed.length >= PREFIX_BYTES + TAG_BYTES
  if (!isWhole || !sealed.subarray(0, HEADER.length).equals(HEADER)) throw new BrokenSeal()
  const nonce = sealed.subarray(HEADER.length, PREFIX_BYTES)
  const decipher = createDecipheriv(ALGORITHM, key, nonce, { authTagLength: TAG_BYTES })
  decipher.setAAD(boundTo(label))
  decipher.setAuthTag(sealed.subarray(-TAG_BYTES))
  return decipher
}

function contentsOf(sealed: Buffer): Buffer {
  return sealed.subarray(PREFIX_BYTES, -TAG_BYTES)
}

function proven(decipher: DecipherGCM, parts: Buffer[]): Buffer {
  try {
    return Buffer.concat([...parts, decipher.final()])
  } catch {
    throw new BrokenSeal()
  }
}

function boundTo(label: string): Buffer {
  return Buffer.concat([HEADER, Buffer.from(label)])
}
