// Put by the build into the reading half of pdf.js.

const zlib = require('node:zlib')
// What is longer is read as it goes on, so that a bomb is given up before it fills the memory.
const MOST_AT_ONCE = 32 * 1024 * 1024

/** A stream without a fault is inflated by Node; at any fault pdf.js's own way begins from where it was. */
function inflatedAtOnce(stream) {
  const { str } = stream
  const from = str.pos
  try {
    const bytes = zlib.inflateRawSync(str.getBytes(), { maxOutputLength: MOST_AT_ONCE })
    stream.buffer = new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.length)
  } catch {
    str.pos = from
    return false
  }
  stream.bufferLength = stream.buffer.length
  stream.eof = true
  return true
}

function isPlainAscii(text) {
  for (let at = 0; at < text.length; at++) if (text.charCodeAt(at) > 0x7f) return false
  return true
}

module.exports = { inflatedAtOnce, isPlainAscii }
