import type { Doc, PageText } from '../pages'

type PackedPlace = [start: number, end: number, line: number, word: number]

export interface PackedDoc extends Omit<Doc, 'pages'> {
  pages: (Omit<PageText, 'places'> & { packedPlaces: PackedPlace[] })[]
}

/** As JSON the words behind the text would be repeated for each of them; here they are numbers. */
export function packed(doc: Doc): PackedDoc {
  return { ...doc, pages: doc.pages.map(packedPage) }
}

export function unpacked(doc: PackedDoc): Doc {
  return { ...doc, pages: doc.pages.map(unpackedPage) }
}

function packedPage({ places = [], ...page }: PageText): PackedDoc['pages'][number] {
  const lines = new Map(page.lines.map((line, index) => [line, index]))
  const packedPlaces = places.map(({ start, end, line, word }): PackedPlace => {
    return [start, end, lines.get(line)!, line.words.indexOf(word)]
  })
  return { ...page, packedPlaces }
}

function unpackedPage({ packedPlaces, ...page }: PackedDoc['pages'][number]): PageText {
  const places = packedPlaces.map(([start, end, at, word]) => {
    const line = page.lines[at]!
    return { start, end, line, word: line.words[word]! }
  })
  return { ...page, places }
}
