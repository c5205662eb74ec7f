import { createHash, type X509Certificate } from 'node:crypto'
import fs from 'node:fs/promises'
import { environmentWithFile, readConfig } from '../server/config'
import { fingerprintOf, nameOf } from '../server/signing/certificate'
import { checkSeal, type SealCheck } from '../server/signing/seal/checkSeal'
import { givenIdentity, keptCertificate } from '../server/signing/seal/identity'

const EXIT_CODES: Record<SealCheck['state'], number> = { intact: 0, changed: 1, unsealed: 2 }

/** Prints what can be said of a sealed file from its bytes alone; answers with the exit code. */
export async function verifyFile(file: string): Promise<number> {
  const bytes = await fs.readFile(file).catch(() => {
    throw new Error(`${file} can't be read.`)
  })
  const { state, sentence, certificate, sealedAt } = checkSeal(bytes)
  const lines = [
    `${file}`,
    sentence,
    ...(sealedAt
      ? [`Sealed:      ${sealedAt.slice(0, 19).replace('T', ' ')} UTC, by the clock of the desk`]
      : []),
    ...(certificate ? await aboutCertificate(certificate) : []),
    `This file:   SHA-256 ${createHash('sha256').update(bytes).digest('hex')}`,
  ]
  process.stdout.write(`${lines.join('\n')}\n`)
  return EXIT_CODES[state]
}

async function aboutCertificate(certificate: X509Certificate): Promise<string[]> {
  const own = await ownCertificate().catch(() => null)
  const whose = own
    ? own.fingerprint256 === certificate.fingerprint256
      ? 'It is the certificate of this desk.'
      : 'It is not the certificate of this desk. Compare its fingerprint with the one that the other side gives you.'
    : 'This desk has no certificate to compare it with. Compare the fingerprint with the one on the signature certificate at the end of the file, and ask the desk that sealed it.'
  return [
    `Certificate: ${nameOf(certificate)}, valid ${certificate.validFrom} to ${certificate.validTo}`,
    `Fingerprint: SHA-256 ${fingerprintOf(certificate)}`,
    whose,
  ]
}

async function ownCertificate(): Promise<X509Certificate | null> {
  const { dataDir, sealP12, sealP12Passphrase } = readConfig(environmentWithFile())
  return sealP12 ? (await givenIdentity(sealP12, sealP12Passphrase)).certificate : keptCertificate(dataDir)
}
