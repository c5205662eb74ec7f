/* global EvaluatorPreprocessor, Name, OPS, Stream, specialChars */
// Put by the build into the reading half of pdf.js, whose names it uses. Reads those operators of a content stream that are asked for,
// straight from its bytes. At the first thing that isn't plainly well formed pdf.js's own reader takes over, from the beginning of that
// operator.

const OF_TEXT = 1
const OF_PATHS = 2
const LONGEST_OPERATOR = 3
const MOST_ARGUMENTS = 33
const WHITE = 1
const BACKSLASH = 0x5c
const ODD = -1

class Operators {
  /** use: OF_TEXT or OF_PATHS. */
  constructor(stream, xref, stateManager, use) {
    this.use = use
    this.xref = xref
    this.stateManager = stateManager
    this.own = null
    this.at = 0
    this.value = null
    this.args = []
    this.count = 0
    try {
      this.bytes = stream.getBytes()
      this.latin1 = Buffer.from(this.bytes.buffer, this.bytes.byteOffset, this.bytes.length)
    } catch {
      stream.reset()
      this.own = new EvaluatorPreprocessor(stream, xref, stateManager)
    }
  }

  read(operation) {
    if (this.own) return this.own.read(operation)
    const { bytes, args, use } = this
    const end = bytes.length
    for (;;) {
      let at = this.at
      let count = 0
      let operator = null
      const begin = at
      while (operator === null) {
        while (at < end && specialChars[bytes[at]] === WHITE) at++
        if (at >= end) return false
        at = this.readOne(at, end)
        if (at === ODD) return this.letOwnRead(begin, operation)
        if (this.value instanceof Operator) operator = this.value
        else if (count === MOST_ARGUMENTS) return this.letOwnRead(begin, operation)
        else args[count++] = this.value
      }
      if (!operator.variable && count !== operator.count) return this.letOwnRead(begin, operation)
      this.at = at
      if (operator.fn === OPS.save) this.stateManager.save()
      else if (operator.fn === OPS.restore) this.stateManager.restore()
      else if (operator.fn === OPS.transform) this.stateManager.transform(args)
      if (!(operator.uses & use)) continue
      this.count = count
      operation.fn = operator.fn
      operation.args = args
      return true
    }
  }

  letOwnRead(at, operation) {
    const rest = new Stream(this.bytes, at, this.bytes.length - at)
    this.own = new EvaluatorPreprocessor(rest, this.xref, this.stateManager)
    operation.args = []
    return this.own.read(operation)
  }

  /** Leaves in this.value what begins here, and returns where it ends. */
  readOne(at, end) {
    const first = this.bytes[at]
    if ((first >= 0x30 && first <= 0x39) || first === 0x2d || first === 0x2e) return this.readNumber(at, end)
    if (first === 0x28) return this.readString(at + 1, end)
    if (first === 0x3c) {
      return this.bytes[at + 1] === 0x3c ? this.skipDictionary(at + 2, end) : this.readHex(at + 1, end)
    }
    if (first === 0x2f) return this.readName(at + 1, end)
    if (first === 0x5b) return this.readArray(at + 1, end)
    return this.readOperator(at, end)
  }

  readNumber(at, end) {
    const { bytes } = this
    let sign = 1
    let divideBy = 0
    let whole = 0
    let code = bytes[at]
    if (code === 0x2d) {
      sign = -1
      code = bytes[++at]
    }
    if (code === 0x2e) {
      divideBy = 1
      code = bytes[++at]
    }
    if (!(code >= 0x30 && code <= 0x39)) return ODD
    for (; at < end; code = bytes[++at]) {
      if (code >= 0x30 && code <= 0x39) {
        whole = whole * 10 + (code - 0x30)
        if (divideBy !== 0) divideBy *= 10
      } else if (code === 0x2e && divideBy === 0) divideBy = 1
      else if (isBetweenTokens(code)) break
      else return ODD
    }
    this.value = sign * (divideBy === 0 ? whole : whole / divideBy)
    return at
  }

  readString(at, end) {
    const { bytes } = this
    for (let to = at; to < end; to++) {
      const code = bytes[to]
      if (code === 0x29) {
        this.value = this.latin1.latin1Slice(at, to)
        return to + 1
      }
      if (code === BACKSLASH || code === 0x28) return this.readEscaped(at, end)
    }
    return ODD
  }

  readEscaped(at, end) {
    const { bytes } = this
    let text = ''
    let open = 1
    for (; at < end; at++) {
      let code = bytes[at]
      if (code === 0x28) open++
      else if (code === 0x29 && --open === 0) {
        this.value = text
        return at + 1
      } else if (code === BACKSLASH) {
        code = bytes[++at]
        if (code >= 0x30 && code <= 0x37) {
          let octal = code & 0x0f
          for (let more = 0; more < 2 && bytes[at + 1] >= 0x30 && bytes[at + 1] <= 0x37; more++)
            octal = (octal << 3) + (bytes[++at] & 0x0f)
          text += String.fromCharCode(octal)
          continue
        }
        const sign = ESCAPED[code]
        if (sign === undefined) return ODD
        text += sign
        continue
      }
      text += String.fromCharCode(code)
    }
    return ODD
  }

  readHex(at, end) {
    const { bytes } = this
    const codes = []
    for (; at < end; at += 2) {
      const high = HEX[bytes[at]]
      if (high === undefined) break
      const low = HEX[bytes[at + 1]]
      if (low === undefined) return ODD
      codes.push((high << 4) | low)
    }
    if (bytes[at] !== 0x3e || codes.length > 10_000) return ODD
    this.value = String.fromCharCode.apply(null, codes)
    return at + 1
  }

  readName(at, end) {
    const { bytes } = this
    let to = at
    while (to < end && specialChars[bytes[to]] === 0) {
      if (bytes[to] === 0x23) return ODD
      to++
    }
    this.value = Name.get(this.latin1.latin1Slice(at, to))
    return to
  }

  /** Of numbers and strings. */
  readArray(at, end) {
    const { bytes } = this
    const items = []
    for (;;) {
      while (at < end && specialChars[bytes[at]] === WHITE) at++
      const first = bytes[at]
      if (at >= end) return ODD
      if (first === 0x5d) break
      if (first === 0x28) at = this.readString(at + 1, end)
      else if (first === 0x3c && bytes[at + 1] !== 0x3c) at = this.readHex(at + 1, end)
      else at = this.readNumber(at, end)
      if (at === ODD) return ODD
      items.push(this.value)
    }
    this.value = items
    return at + 1
  }

  /** Only those of marked content may come, which say nothing about text: names, numbers, strings, and flat arrays of them. */
  skipDictionary(at, end) {
    const { bytes } = this
    for (;;) {
      while (at < end && specialChars[bytes[at]] === WHITE) at++
      if (at >= end) return ODD
      const first = bytes[at]
      if (first === 0x3e) break
      if (first === 0x3c && bytes[at + 1] === 0x3c) return ODD
      at = this.readOne(at, end)
      if (at === ODD || this.value instanceof Operator) return ODD
    }
    if (bytes[at + 1] !== 0x3e) return ODD
    this.value = null
    return at + 2
  }

  readOperator(at, end) {
    const { bytes } = this
    let key = 0
    let to = at
    while (to < end && specialChars[bytes[to]] === 0) {
      if (to - at === LONGEST_OPERATOR) return ODD
      key = (key << 8) | bytes[to++]
    }
    operators ??= operatorsByKey()
    const found = operators.get(key)
    if (!found) return ODD
    this.value = found
    return to
  }
}

class Operator {
  constructor(fn, count, variable, uses) {
    this.fn = fn
    this.count = count
    this.variable = variable
    this.uses = uses
  }
}

let operators = null

/** All of them, by the bytes of their names; without those of pictures that stand inside of the stream. */
function operatorsByKey() {
  const found = new Map()
  const textual = new Set(TEXTUAL.map((name) => OPS[name]))
  const drawing = new Set(DRAWING.map((name) => OPS[name]))
  for (const [name, spec] of Object.entries(EvaluatorPreprocessor.opMap)) {
    if (!spec || /^(?:BI|ID|EI)$/.test(name)) continue
    const key = [...name].reduce((sum, letter) => (sum << 8) | letter.charCodeAt(0), 0)
    const uses = (textual.has(spec.id) ? OF_TEXT : 0) | (drawing.has(spec.id) ? OF_PATHS : 0)
    found.set(key, new Operator(spec.id, spec.numArgs, spec.variableArgs, uses))
  }
  return found
}

const TEXTUAL = [
  'restore',
  'beginText',
  'setCharSpacing',
  'setWordSpacing',
  'setHScale',
  'setLeading',
  'setFont',
  'setTextRise',
  'moveText',
  'setLeadingMoveText',
  'setTextMatrix',
  'nextLine',
  'showText',
  'showSpacedText',
  'nextLineShowText',
  'nextLineSetSpacingShowText',
  'setGState',
  'paintXObject',
  'beginMarkedContent',
  'beginMarkedContentProps',
  'endMarkedContent',
]

const DRAWING = [
  'save',
  'restore',
  'transform',
  'setGState',
  'moveTo',
  'lineTo',
  'curveTo',
  'curveTo2',
  'curveTo3',
  'closePath',
  'rectangle',
  'stroke',
  'closeStroke',
  'fill',
  'eoFill',
  'fillStroke',
  'eoFillStroke',
  'closeFillStroke',
  'closeEOFillStroke',
  'endPath',
  'clip',
  'eoClip',
  'paintXObject',
]

const ESCAPED = {
  0x6e: '\n',
  0x72: '\r',
  0x74: '\t',
  0x62: '\b',
  0x66: '\f',
  0x5c: '\\',
  0x28: '(',
  0x29: ')',
}

const HEX = Array.from({ length: 256 }, (_, code) => {
  const letter = String.fromCharCode(code)
  return /[\da-fA-F]/.test(letter) ? parseInt(letter, 16) : undefined
})

/** White space, or what begins or ends a string, an array, a name or a dictionary. */
function isBetweenTokens(code) {
  return (
    specialChars[code] === WHITE ||
    code === 0x28 ||
    code === 0x3c ||
    code === 0x3e ||
    code === 0x5b ||
    code === 0x5d ||
    code === 0x2f
  )
}

module.exports = { Operators, OF_TEXT, OF_PATHS }
