import { deflateSync, inflateSync } from 'node:zlib'
import type { Random } from './random'

const HUGE = ['99999999999', '-2147483649', '4294967296', '1e308', '0.0000000001', '-1', '0', '2147483647']
const OPERATORS = [
  'q ',
  'Q ',
  'BT ',
  'ET ',
  '/F9 1e9 Tf ',
  '1e9 0 0 1e9 0 0 cm ',
  '(',
  '<',
  '[',
  ']TJ ',
  'W n ',
  'BI ID ',
]

type Mutation = (pdf: string, random: Random) => string

/** Ways to spoil a PDF; letters are bytes. */
export const mutations: Record<string, Mutation> = {
  'bytes changed': (pdf, random) =>
    times(random, 60, pdf, (text) => put(text, random.below(text.length), 1, byte(random))),
  'cut short': (pdf, random) => pdf.slice(0, random.below(pdf.length)),
  'beginning lost': (pdf, random) => `%PDF-1.4\n${pdf.slice(random.below(pdf.length))}`,
  'a piece lost': (pdf, random) => put(pdf, random.below(pdf.length), random.below(pdf.length / 4), ''),
  'a piece twice': (pdf, random) => {
    const from = random.below(pdf.length)
    return put(pdf, random.below(pdf.length), 0, pdf.slice(from, from + random.below(pdf.length / 4)))
  },
  'a piece of zeros': (pdf, random) => {
    const length = random.below(pdf.length / 8)
    return put(pdf, random.below(pdf.length - length), length, '\0'.repeat(length))
  },
  'objects swapped': (pdf, random) => times(random, 6, pdf, (text) => swapTwo(text, /\d+ 0 obj/g, random)),
  'references swapped': (pdf, random) => times(random, 30, pdf, (text) => swapTwo(text, /\d+ 0 R/g, random)),
  'names swapped': (pdf, random) => times(random, 30, pdf, (text) => swapTwo(text, /\/[A-Z]\w+/g, random)),
  'references to one object': (pdf, random) => {
    const [one] = random.pick([...pdf.matchAll(/\d+ 0 R/g)])
    return times(random, 40, pdf, (text) => replaceOne(text, /\d+ 0 R/g, one, random))
  },
  'broken xref': (pdf, random) =>
    pdf.replace(/\d{10} 00000 n/g, (entry) => (random.below(3) ? entry : `${digits(random)} 00000 n`)),
  'wrong startxref': (pdf, random) =>
    pdf.replace(/startxref\s+\d+/, `startxref\n${random.below(pdf.length * 2)}`),
  'no xref at all': (pdf) => pdf.slice(0, pdf.lastIndexOf('xref', pdf.lastIndexOf('startxref') - 1)),
  'huge numbers': (pdf, random) =>
    times(random, 20, pdf, (text) =>
      replaceOne(text, /(?<=[\s[])-?\d+(?:\.\d+)?(?=[\s\]/>])/g, random.pick(HUGE), random),
    ),
  'wrong lengths': (pdf, random) => pdf.replace(/\/Length \d+/g, () => `/Length ${random.pick(HUGE)}`),
  'nested arrays': (pdf, random) => insertAfter(pdf, /\d+ 0 obj/g, '['.repeat(random.below(60_000)), random),
  'nested dictionaries': (pdf, random) =>
    insertAfter(pdf, /\d+ 0 obj/g, '<</A '.repeat(random.below(20_000)), random),
  'ends of objects lost': (pdf, random) =>
    pdf.replace(/endobj|endstream/g, (end) => (random.below(3) ? end : '')),
  'pages within themselves': (pdf, random) => {
    const [pages] = random.pick([...pdf.matchAll(/(?<=\/(?:Parent|Pages) )\d+ 0 R/g)])
    return pdf.replace(/\/Kids ?\[/g, `/Kids [${`${pages} `.repeat(1 + random.below(4))}`)
  },
  'huge counts of pages': (pdf, random) => pdf.replace(/\/Count \d+/g, () => `/Count ${random.pick(HUGE)}`),
  'pages of any size': (pdf, random) =>
    pdf.replace(
      /\/MediaBox ?\[[^\]]*\]/g,
      () =>
        `/MediaBox [${HUGE.map(() => random.pick(HUGE))
          .slice(4)
          .join(' ')}]`,
    ),
  'other filters': (pdf, random) =>
    pdf.replace(/\/FlateDecode/g, (name) =>
      random.below(2)
        ? name
        : random.pick(['/LZWDecode', '/ASCII85Decode', '/DCTDecode', '/JBIG2Decode', '/Crypt', '/JPXDecode']),
    ),
  'contents changed': (pdf, random) =>
    inStreams(pdf, random, (text) =>
      times(random, 80, text, (all) => put(all, random.below(all.length), 1, byte(random))),
    ),
  'contents with other operators': (pdf, random) =>
    inStreams(pdf, random, (text) =>
      times(random, 40, text, (all) =>
        put(all, random.below(all.length), 0, random.pick(OPERATORS).repeat(1 + random.below(200))),
      ),
    ),
  'contents many times over': (pdf, random) =>
    inStreams(pdf, random, (text) => text.repeat(1 + random.below(400))),
}

export function mutated(pdf: Buffer, name: string, random: Random): Buffer {
  return Buffer.from(mutations[name]!(pdf.toString('latin1'), random), 'latin1')
}

function times(random: Random, most: number, text: string, change: (text: string) => string): string {
  let changed = text
  for (let left = 1 + random.below(most); left > 0; left--) changed = change(changed)
  return changed
}

function put(text: string, at: number, length: number, piece: string): string {
  return text.slice(0, at) + piece + text.slice(at + length)
}

function byte(random: Random): string {
  return String.fromCharCode(random.below(256))
}

function digits(random: Random): string {
  return String(random.below(1e10)).padStart(10, '0')
}

function swapTwo(text: string, pattern: RegExp, random: Random): string {
  const found = [...text.matchAll(pattern)]
  if (found.length < 2) return text
  const [first, second] = [random.pick(found), random.pick(found)].sort(
    (one, other) => one.index - other.index,
  )
  const later = put(text, second!.index, second![0].length, first![0])
  return put(later, first!.index, first![0].length, second![0])
}

function replaceOne(text: string, pattern: RegExp, by: string, random: Random): string {
  const found = [...text.matchAll(pattern)]
  if (found.length === 0) return text
  const one = random.pick(found)
  return put(text, one.index, one[0].length, by)
}

function insertAfter(text: string, pattern: RegExp, piece: string, random: Random): string {
  const one = random.pick([...text.matchAll(pattern)])
  return put(text, one.index + one[0].length, 0, piece)
}

/** Opens a third of the compressed streams, changes what is in them and closes them again. */
function inStreams(pdf: string, random: Random, change: (text: string) => string): string {
  return pdf.replace(
    /\/Length \d+([^>]*>>\s*stream\r?\n)([^]*?)\r?\nendstream/g,
    (whole, head: string, body: string) => {
      if (random.below(3)) return whole
      const opened = inflated(body)
      if (!opened) return whole
      const closed = deflateSync(Buffer.from(change(opened), 'latin1')).toString('latin1')
      return `/Length ${closed.length}${head}${closed}\nendstream`
    },
  )
}

function inflated(body: string): string | null {
  try {
    return inflateSync(Buffer.from(body, 'latin1')).toString('latin1')
  } catch {
    return null
  }
}
