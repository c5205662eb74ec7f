import { createHash, sign, verify, type X509Certificate } from 'node:crypto'
import forge from 'node-forge'
import type { SealIdentity } from './identity'

const { asn1 } = forge
const { UNIVERSAL, CONTEXT_SPECIFIC } = asn1.Class
const { SEQUENCE, SET, OID, NULL, INTEGER, OCTETSTRING } = asn1.Type

const DATA = '1.2.840.113549.1.7.1'
const SIGNED_DATA = '1.2.840.113549.1.7.2'
const CONTENT_TYPE = '1.2.840.113549.1.9.3'
const MESSAGE_DIGEST = '1.2.840.113549.1.9.4'
const SIGNING_CERTIFICATE = '1.2.840.113549.1.9.16.2.47'
const SHA256 = '2.16.840.1.101.3.4.2.1'
const RSA = '1.2.840.113549.1.1.1'
const MAX_BYTES = 20_000

/**
 * A detached CMS signature as PAdES B-B asks for it (ETSI EN 319 142-1): the digest, the kind of content and the certificate are signed; the
 * time stands in the PDF.
 */
export function signCms(bytes: Buffer, { certificate, privateKey }: SealIdentity): Buffer {
  const attributes = attributesOf(bytes, certificate)
  return cmsOf(certificate.raw, attributes, sign('sha256', attributes, privateKey))
}

/** Whether `cms` is what `signCms` gives for these bytes under this certificate, to the last byte. */
export function isCmsOf(
  bytes: Buffer,
  cms: Buffer,
  certificate: X509Certificate,
  signature: Buffer,
): boolean {
  try {
    const attributes = attributesOf(bytes, certificate)
    if (!verify('sha256', attributes, certificate.publicKey, signature)) return false
    return cmsOf(certificate.raw, attributes, signature).equals(cms)
  } catch {
    // a damaged certificate can hold no key
    return false
  }
}

/** The certificate and the signature value within; null where it isn't built as ours is. */
export function partsOfCms(cms: Buffer): { certificate: Buffer; signature: Buffer } | null {
  if (cms.length > MAX_BYTES) return null
  try {
    const outer = asn1.fromDer(cms.toString('binary'))
    const [, , , certificates, signers] = childOf(childOf(outer, 1), 0).value as forge.asn1.Asn1[]
    const certificate = Buffer.from(asn1.toDer(childOf(certificates!, 0)).getBytes(), 'binary')
    const value = (childOf(signers!, 0).value as forge.asn1.Asn1[]).at(-1)!.value as string
    return { certificate, signature: Buffer.from(value, 'binary') }
  } catch {
    return null
  }
}

function childOf(node: forge.asn1.Asn1, at: number): forge.asn1.Asn1 {
  return (node.value as forge.asn1.Asn1[])[at]!
}

/** DER of the signed attributes as a SET, which is what the signature is over. */
function attributesOf(bytes: Buffer, certificate: X509Certificate): Buffer {
  const sha = (of: Buffer) => createHash('sha256').update(of).digest('binary')
  const attributes = [
    attribute(CONTENT_TYPE, oid(DATA)),
    attribute(MESSAGE_DIGEST, octets(sha(bytes))),
    attribute(SIGNING_CERTIFICATE, sequence([sequence([sequence([octets(sha(certificate.raw))])])])),
  ]
  // DER sorts the members of a set by their bytes
  const inOrder = attributes
    .map((one) => Buffer.from(asn1.toDer(one).getBytes(), 'binary'))
    .sort((one, other) => Buffer.compare(one, other))
    .map((one) => asn1.fromDer(one.toString('binary')))
  return Buffer.from(asn1.toDer(set(inOrder)).getBytes(), 'binary')
}

function cmsOf(certificate: Buffer, attributes: Buffer, signature: Buffer): Buffer {
  const parsed = asn1.fromDer(certificate.toString('binary'))
  const toBeSigned = childOf(parsed, 0).value as forge.asn1.Asn1[]
  // version [0], serial number, algorithm, issuer
  const [serial, , issuer] = toBeSigned.slice(toBeSigned[0]!.tagClass === CONTEXT_SPECIFIC ? 1 : 0)
  const signer = sequence([
    integer(1),
    sequence([issuer!, serial!]),
    sequence([oid(SHA256), nothing()]),
    tagged(asn1.fromDer(attributes.toString('binary')).value as forge.asn1.Asn1[]),
    sequence([oid(RSA), nothing()]),
    octets(signature.toString('binary')),
  ])
  const signed = sequence([
    integer(1),
    set([sequence([oid(SHA256), nothing()])]),
    sequence([oid(DATA)]),
    tagged([parsed]),
    set([signer]),
  ])
  return Buffer.from(asn1.toDer(sequence([oid(SIGNED_DATA), tagged([signed])])).getBytes(), 'binary')
}

function attribute(name: string, value: forge.asn1.Asn1): forge.asn1.Asn1 {
  return sequence([oid(name), set([value])])
}

const sequence = (values: forge.asn1.Asn1[]) => asn1.create(UNIVERSAL, SEQUENCE, true, values)
const set = (values: forge.asn1.Asn1[]) => asn1.create(UNIVERSAL, SET, true, values)
const tagged = (values: forge.asn1.Asn1[]) => asn1.create(CONTEXT_SPECIFIC, 0, true, values)
const oid = (name: string) => asn1.create(UNIVERSAL, OID, false, asn1.oidToDer(name).getBytes())
const octets = (bytes: string) => asn1.create(UNIVERSAL, OCTETSTRING, false, bytes)
const integer = (value: number) => asn1.create(UNIVERSAL, INTEGER, false, String.fromCharCode(value))
const nothing = () => asn1.create(UNIVERSAL, NULL, false, '')
