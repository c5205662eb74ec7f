import type { Warning } from './reading'

// Streams are never packed into other streams, so their dictionaries stand in the open, even where all else is compressed.
const EMBEDDED = /\/Type\s*\/EmbeddedFile\b/g
const PDF = /\/Subtype\s*\/application#2[Ff]pdf\b/
const AROUND = 400

/** Files that a PDF carries inside it, as portfolios do: they are not read, and the person is told so. Nothing is unpacked. */
export function aboutEmbedded(bytes: Uint8Array): Warning[] {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')
  const places = [...file.matchAll(EMBEDDED)].map((match) => match.index)
  if (places.length === 0) return []
  const reports = places.filter((at) => PDF.test(file.slice(Math.max(0, at - AROUND), at + AROUND)))
  const count = places.length === 1 ? 'another file' : `${places.length} other files`
  const kind = reports.length > 0 ? ', PDFs among them' : ''
  const message = `This PDF carries ${count} inside it${kind}. They were not read: open it in a PDF program, save what is attached, and upload the report by itself.`
  return [{ code: 'files-inside', message, evidence: [] }]
}
