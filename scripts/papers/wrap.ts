import type { Look, TextStyle } from './paper'

const faces = {
  Helvetica: ['Helvetica', 'Helvetica-Bold', 'Helvetica-Oblique'],
  Times: ['Times-Roman', 'Times-Bold', 'Times-Italic'],
  Courier: ['Courier', 'Courier-Bold', 'Courier-Oblique'],
} as const

export function fontOf(look: Look, style: TextStyle): string {
  return faces[look.font][style.bold ? 1 : style.italic ? 2 : 0]
}

export function textOptions(look: Look) {
  return { paragraphGap: look.gap, lineGap: 1.5 }
}

/** The lines that the words make in the current font at this width. */
export function wrapped(doc: PDFKit.PDFDocument, words: string, width: number): string[] {
  return words.split('\n').flatMap((paragraph) => wrapParagraph(doc, paragraph, width))
}

function wrapParagraph(doc: PDFKit.PDFDocument, paragraph: string, width: number): string[] {
  const lines: string[] = []
  let line = ''
  for (const word of paragraph.split(' ')) {
    const longer = line ? `${line} ${word}` : word
    if (line && doc.widthOfString(longer) > width) {
      lines.push(line)
      line = word
    } else {
      line = longer
    }
  }
  return [...lines, line]
}
