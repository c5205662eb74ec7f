import type { Flow, Span } from '../outline/flow'
import { collapsed, plainText } from '../pdf/plain'

export interface FlowLine {
  text: string
  where: Span
}

/** The printed lines of a flow, running headers and footers left out. */
export function linesOf(flow: Flow): FlowLine[] {
  return flow.pieces.flatMap((piece) => {
    let cursor = piece.from
    return piece.page.lines.flatMap((line) => {
      const text = collapsed(plainText(line.text))
      const at = line.running || text === '' ? -1 : piece.page.text.indexOf(text, cursor)
      if (at < 0 || at >= piece.from + piece.length) return []
      cursor = at + text.length
      const start = piece.at + at - piece.from
      return [{ text, where: { flow, start, end: start + text.length } }]
    })
  })
}
