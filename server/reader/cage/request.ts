import type { Readable } from 'node:stream'

/** Boxes as fractions of the page, origin top left. */
export type Boxes = [x: number, y: number, width: number, height: number][]

export interface CagedRequest {
  mode: 'read' | 'pages' | 'render'
  progress?: boolean
  /** Answers about the first pages of a long scan, each on a line of its own, before the last one. */
  firstAnswers?: boolean
  password?: string
  page?: number
  width?: number
  boxes?: Boxes
  bytes: Buffer
}

const LENGTHS = 8

/** Two lengths, the request as JSON, the bytes of the document. The password travels only here. */
export function framed({ bytes, ...request }: CagedRequest): Buffer {
  const json = Buffer.from(JSON.stringify(request))
  const lengths = Buffer.alloc(LENGTHS)
  lengths.writeUInt32BE(json.length, 0)
  lengths.writeUInt32BE(bytes.length, 4)
  return Buffer.concat([lengths, json, bytes])
}

export function readRequest(stream: Readable): Promise<CagedRequest> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = []
    let got = 0
    let wanted = Infinity
    stream.on('data', onData)
    stream.once('end', () => reject(new Error('The request was cut off')))

    function onData(chunk: Buffer) {
      chunks.push(chunk)
      got += chunk.length
      if (wanted === Infinity && got >= LENGTHS) wanted = wholeLength(Buffer.concat(chunks))
      if (got < wanted) return
      stream.off('data', onData)
      resolve(unframed(Buffer.concat(chunks)))
    }
  })
}

/** The parent keeps the pipe open as long as it lives. */
export function stopWithParent(stream: Readable) {
  stream.once('end', () => process.exit(3))
  stream.once('error', () => process.exit(3))
  stream.on('data', () => undefined)
}

function wholeLength(head: Buffer): number {
  return LENGTHS + head.readUInt32BE(0) + head.readUInt32BE(4)
}

function unframed(frame: Buffer): CagedRequest {
  const end = LENGTHS + frame.readUInt32BE(0)
  const request = JSON.parse(frame.subarray(LENGTHS, end).toString()) as Omit<CagedRequest, 'bytes'>
  return { ...request, bytes: frame.subarray(end, end + frame.readUInt32BE(4)) }
}
