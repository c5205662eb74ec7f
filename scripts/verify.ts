import { findChainFault } from '../server/audit/audit'
import { environmentWithFile, readConfig } from '../server/config'
import { findStoredFaults, listOrphans } from '../server/documents/documents'
import { openServices } from '../server/openServices'
import type { Services } from '../server/services'
import { verifyFile } from './verifyFile'

void main(process.argv.slice(2)).catch((error: unknown) => {
  process.stderr.write(`${(error as Error).message}\n`)
  process.exitCode = 2
})

/** Ends with 0 when all holds, 1 when something does not, 2 when it could not be checked. */
async function main(files: string[]): Promise<void> {
  const [file] = files
  if (files.length > 1 || file?.startsWith('-'))
    throw new Error(
      'Usage: scripts/verify checks this whole desk, scripts/verify FILE.pdf one sealed agreement.',
    )
  process.exitCode = file ? await verifyFile(file) : await verifyDesk()
}

async function verifyDesk(): Promise<number> {
  const services = await openServices(readConfig({ ...environmentWithFile(), LOG_LEVEL: 'silent' }))
  const holds = [await checkHistory(services), await checkDocuments(services)]
  await sayOrphans(services)
  await services.db.destroy()
  return holds.every(Boolean) ? 0 : 1
}

async function checkHistory({ db }: Services): Promise<boolean> {
  const practices = await db('practices').orderBy('name').select<{ id: string; name: string }[]>('id', 'name')
  let holds = true
  for (const { id, name } of practices) {
    const fault = await findChainFault(db, id)
    if (fault) holds = false
    say(
      fault
        ? `${name}: the history is broken at event ${fault.number}: ${fault.fault}.`
        : `${name}: the history is whole.`,
    )
  }
  return holds
}

async function checkDocuments(services: Services): Promise<boolean> {
  const { files, faults } = await findStoredFaults(services)
  for (const { documentId, fault } of faults) say(`Document ${documentId} ${fault}.`)
  say(`${files - faults.length} of ${files} documents are there as they were received.`)
  return faults.length === 0
}

async function sayOrphans(services: Services): Promise<void> {
  const orphans = await listOrphans(services)
  for (const file of orphans) say(`No document speaks of ${file}.`)
  if (orphans.length > 0)
    say(
      'Such files are left by an upload that was cut off before it was acknowledged, or are newer than this database.',
    )
}

function say(line: string): void {
  process.stdout.write(`${line}\n`)
}
