import type { Flow, Span } from '../outline/flow'
import { rowsOf } from '../outline/rows'

export interface FlowLine {
  text: string
  where: Span
}

/** The printed lines of a flow, running headers and footers left out. */
export function linesOf(flow: Flow): FlowLine[] {
  return flow.pieces.flatMap((piece) =>
    rowsOf(piece.page)
      .filter((row) => row.start >= piece.from && row.start < piece.from + piece.length)
      .map((row) => {
        const start = piece.at + row.start - piece.from
        return { text: row.text, where: { flow, start, end: start + row.end - row.start } }
      }),
  )
}
