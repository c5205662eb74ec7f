import fs from 'node:fs'
import path from 'node:path'
import PDFDocument from 'pdfkit'
import { startReading } from '../../server/work'
import { addVendor, type Vendor } from '../../server/vendors/vendors'
import type { Who, World } from './world'

/** A plain PDF with these words, one page each. */
export function pdfOf(...pages: string[]): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const pdf = new PDFDocument({ autoFirstPage: false, info: { CreationDate: new Date(0) } })
    const chunks: Buffer[] = []
    pdf.on('data', (chunk: Buffer) => chunks.push(chunk))
    pdf.on('end', () => resolve(Buffer.concat(chunks)))
    pdf.on('error', reject)
    for (const words of pages) pdf.addPage().text(words)
    pdf.end()
  })
}

export function lockedPdf(password: string, words: string): Promise<Buffer> {
  return new Promise((resolve) => {
    const pdf = new PDFDocument({ userPassword: password })
    const chunks: Buffer[] = []
    pdf.on('data', (chunk: Buffer) => chunks.push(chunk))
    pdf.on('end', () => resolve(Buffer.concat(chunks)))
    pdf.text(words)
    pdf.end()
  })
}

export function labLink(world: World): Promise<Vendor> {
  return world
    .actor('priya')
    .then((priya) => addVendor(world.db, priya, { name: 'LabLink', category: 'ehr' }))
}

const agents = new WeakMap<World, Partial<Record<Who, ReturnType<World['as']>>>>()

/** Signed in once for the whole world: signing in is limited. */
export function once(world: World, who: Who): ReturnType<World['as']> {
  const known = agents.get(world) ?? {}
  agents.set(world, known)
  return (known[who] ??= world.as(who))
}

/** Sends files as the form does. */
export async function send(
  world: World,
  vendor: Vendor,
  files: { name: string; bytes: Buffer }[],
  who: Who = 'priya',
) {
  const request = (await once(world, who)).post(`/vendors/${vendor.id}/documents`)
  for (const { name, bytes } of files) void request.attach('files', bytes, name)
  return request
}

/** Runs the worker until no job waits or runs. */
export async function workThrough(world: World): Promise<void> {
  const stop = startReading(world.services)
  try {
    for (const end = Date.now() + 25_000; ;) {
      const left = await world.db('jobs').whereIn('state', ['waiting', 'running']).first('error')
      if (!left) return
      if (left.error || Date.now() > end) throw new Error(`a job does not end: ${left.error}`)
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
  } finally {
    await stop()
  }
}

/** Everything on disk under a folder. */
export function filesUnder(folder: string): string[] {
  if (!fs.existsSync(folder)) return []
  return fs
    .readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
}
