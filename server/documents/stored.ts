import { createHash } from 'node:crypto'
import { readdir } from 'node:fs/promises'
import path from 'node:path'
import type { Config } from '../config'
import type { Services } from '../services'
import type { Document } from './document'
import { fileBytes } from './vault'

const AT_ONCE = 200

export interface StoredFault {
  documentId: string
  fault: 'can’t be opened' | 'is not what was received'
}

/** Opens every stored file and compares it with what was received, one after the other. */
export async function findStoredFaults(
  services: Services,
): Promise<{ files: number; faults: StoredFault[] }> {
  const faults: StoredFault[] = []
  let files = 0
  for await (const document of allDocuments(services)) {
    files++
    const bytes = await fileBytes(services, document).catch(() => null)
    if (!bytes) faults.push({ documentId: document.id, fault: 'can’t be opened' })
    else if (createHash('sha256').update(bytes).digest('hex') !== document.sha256)
      faults.push({ documentId: document.id, fault: 'is not what was received' })
  }
  return { files, faults }
}

/**
 * Sealed files that no document speaks of, under the uploads folder: of an upload that was cut off before it was acknowledged, or newer
 * than this database. They are never removed by themselves, since the database may be the one that is too old.
 */
export async function listOrphans({ db, config }: Pick<Services, 'db' | 'config'>): Promise<string[]> {
  const known = new Set<string>()
  for await (const { practiceId, id } of allDocuments({ db })) known.add(`${practiceId}/${id}.enc`)
  return (await listStoredFiles(config)).filter((file) => !known.has(file))
}

/** The sealed documents under the uploads folder; the page pictures beside them can be drawn anew. */
export async function listStoredFiles({ uploadsDir }: Pick<Config, 'uploadsDir'>): Promise<string[]> {
  const folders = await readdir(uploadsDir, { withFileTypes: true }).catch(() => [])
  const files = folders
    .filter((folder) => folder.isDirectory())
    .map(async ({ name }) => {
      const inside = await readdir(path.join(uploadsDir, name), { withFileTypes: true })
      const sealed = inside.filter((file) => file.isFile() && file.name.endsWith('.enc'))
      return sealed.map((file) => `${name}/${file.name}`)
    })
  return (await Promise.all(files)).flat().sort()
}

async function* allDocuments({ db }: Pick<Services, 'db'>): AsyncGenerator<Document> {
  let after = ''
  for (;;) {
    const some = await db<Document>('documents').where('id', '>', after).orderBy('id').limit(AT_ONCE)
    yield* some
    if (some.length < AT_ONCE) return
    after = some.at(-1)!.id
  }
}
