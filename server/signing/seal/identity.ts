import { generateKeyPair, X509Certificate } from 'node:crypto'
import fs from 'node:fs/promises'
import path from 'node:path'
import { promisify } from 'node:util'
import forge from 'node-forge'
import type { Config } from '../../config'
import { newId } from '../../database'
import type { Keys } from '../../keys'
import { openSeal, seal } from '../../seal'

/** What papers are sealed under. */
export interface SealIdentity {
  certificate: X509Certificate
  /** PEM */
  privateKey: string
}

export const SEAL_FILE = 'seal.json'
const LABEL = 'seal identity'
const YEARS = 20
const KEY_BITS = 3072
const DOCUMENT_SIGNING = '1.3.6.1.5.5.7.3.36'

type Place = Pick<Config, 'dataDir' | 'baseUrl' | 'sealP12' | 'sealP12Passphrase'>

/** The one that was given, else the desk's own, which is made on first need. @throws with the remedy where the given one doesn't open */
export async function sealIdentity(config: Place, keys: Keys, now: Date): Promise<SealIdentity> {
  if (config.sealP12) return givenIdentity(config.sealP12, config.sealP12Passphrase)
  return (await keptIdentity(config, keys)) ?? makeIdentity(config, keys, now)
}

export async function givenIdentity(file: string, passphrase: string): Promise<SealIdentity> {
  const bytes = await fs.readFile(file).catch(() => {
    throw new Error(`SEAL_P12: ${file} can't be read. Give the path of a .p12 file, or leave it out.`)
  })
  try {
    const bags = forge.pkcs12.pkcs12FromAsn1(forge.asn1.fromDer(bytes.toString('binary')), passphrase)
    const keyBags = [forge.pki.oids.pkcs8ShroudedKeyBag!, forge.pki.oids.keyBag!]
    const key = keyBags.flatMap((bagType) => bags.getBags({ bagType })[bagType] ?? [])[0]!.key!
    const certBag = forge.pki.oids.certBag!
    const certificates = bags.getBags({ bagType: certBag })[certBag]!.map(({ cert }) => certificateOf(cert!))
    const privateKey = forge.pki.privateKeyToPem(key)
    const certificate = certificates.find((one) => one.publicKey.export(SPKI) === publicOf(key))
    return { certificate: certificate!, privateKey }
  } catch {
    throw new Error(
      `SEAL_P12: ${file} doesn't open with SEAL_P12_PASSPHRASE, or holds no RSA key with its certificate.`,
    )
  }
}

const SPKI = { type: 'spki', format: 'pem' } as const

function publicOf(key: forge.pki.PrivateKey): string {
  const { n, e } = key as forge.pki.rsa.PrivateKey
  return forge.pki.publicKeyToPem(forge.pki.setRsaPublicKey(n, e)).replace(/\r/g, '')
}

function certificateOf(certificate: forge.pki.Certificate): X509Certificate {
  return new X509Certificate(forge.pki.certificateToPem(certificate))
}

interface Kept {
  certificate: string
  /** The private key, sealed under the master key. */
  key: string
}

/** The certificate alone, for who only compares. Null before the first need. */
export async function keptCertificate(dataDir: string): Promise<X509Certificate | null> {
  const text = await fs.readFile(path.join(dataDir, SEAL_FILE), 'utf8').catch(() => null)
  return text ? new X509Certificate((JSON.parse(text) as Kept).certificate) : null
}

async function keptIdentity({ dataDir }: Place, { master }: Keys): Promise<SealIdentity | null> {
  const text = await fs.readFile(path.join(dataDir, SEAL_FILE), 'utf8').catch(() => null)
  if (!text) return null
  const { certificate, key } = JSON.parse(text) as Kept
  const privateKey = openSeal(Buffer.from(key, 'base64url'), master, LABEL).toString()
  return { certificate: new X509Certificate(certificate), privateKey }
}

/** Where two processes make one at once, the first to write wins and both use that. */
async function makeIdentity(config: Place, keys: Keys, now: Date): Promise<SealIdentity> {
  const { privateKey, publicKey } = await promisify(generateKeyPair)('rsa', {
    modulusLength: KEY_BITS,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  })
  const kept: Kept = {
    certificate: selfSigned(privateKey, publicKey, new URL(config.baseUrl).hostname, now),
    key: seal(Buffer.from(privateKey), keys.master, LABEL).toString('base64url'),
  }
  const passing = path.join(config.dataDir, `.${newId()}.part`)
  await fs.writeFile(passing, `${JSON.stringify(kept, null, 2)}\n`, { mode: 0o600, flush: true })
  await fs.link(passing, path.join(config.dataDir, SEAL_FILE)).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error
  })
  await fs.rm(passing)
  return (await keptIdentity(config, keys))!
}

function selfSigned(privateKey: string, publicKey: string, host: string, now: Date): string {
  const certificate = forge.pki.createCertificate()
  certificate.publicKey = forge.pki.publicKeyFromPem(publicKey)
  certificate.serialNumber = `01${forge.util.bytesToHex(forge.random.getBytesSync(15))}`
  certificate.validity.notBefore = now
  certificate.validity.notAfter = new Date(now)
  certificate.validity.notAfter.setUTCFullYear(now.getUTCFullYear() + YEARS)
  const subject = [
    { name: 'commonName', value: `Countersign at ${host}`.slice(0, 64) },
    { name: 'organizationName', value: 'Countersign' },
  ]
  certificate.setSubject(subject)
  certificate.setIssuer(subject)
  certificate.setExtensions([
    { name: 'basicConstraints', cA: false, critical: true },
    { name: 'keyUsage', digitalSignature: true, nonRepudiation: true, critical: true },
    { name: 'extKeyUsage', [DOCUMENT_SIGNING]: true },
    { name: 'subjectKeyIdentifier' },
  ])
  certificate.sign(forge.pki.privateKeyFromPem(privateKey), forge.md.sha256.create())
  return forge.pki.certificateToPem(certificate)
}
