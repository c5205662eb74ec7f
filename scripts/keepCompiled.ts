import fs from 'node:fs'
import { COMPILED, loadReader } from '../server/reader/cage/bundled'
import { longReport } from './papers/longReport'
import { makeSoc2Pdf } from './papers/papers'

// Part of the build: reads a report once, and keeps what was compiled for that.
void keep()

async function keep() {
  const reader = loadReader()
  const { readDocument } = reader.load('server/reader/readDocument.js') as {
    readDocument: (bytes: Uint8Array) => Promise<unknown>
  }
  await readDocument(await makeSoc2Pdf(longReport(20)))
  const compiled = reader.compiled()
  if (!compiled) throw new Error('There is no bundle')
  fs.writeFileSync(`${COMPILED}.${process.pid}`, compiled)
  fs.renameSync(`${COMPILED}.${process.pid}`, COMPILED)
  process.exit()
}
