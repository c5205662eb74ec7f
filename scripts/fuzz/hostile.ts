const PAGE =
  '<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Resources<</XObject<</X 5 0 R>>>>/Contents 4 0 R>>'
const DEPTH = 10

/** A page that draws a form ten times, which draws the next one ten times, and so on: it keeps a reader busy until its limits. */
export function laughingPdf(): Buffer {
  const objects = ['<</Type/Catalog/Pages 2 0 R>>', '<</Type/Pages/Kids[3 0 R]/Count 1>>', PAGE]
  for (let at = 0; at < DEPTH; at++) objects.push(form(at))
  let text = '%PDF-1.5\n'
  const offsets = objects.map((object, index) => {
    const offset = text.length
    text += `${index + 1} 0 obj\n${object}\nendobj\n`
    return offset
  })
  const entries = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')
  const head = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${entries}`
  return Buffer.from(
    `${text}${head}trailer\n<</Size ${objects.length + 1}/Root 1 0 R>>\nstartxref\n${text.length}\n%%EOF`,
  )
}

function form(at: number): string {
  const drawing = at === DEPTH - 1 ? '0 0 m' : '/X Do '.repeat(at === 0 ? 1 : 10)
  const next = `/Resources<</XObject<</X ${at + 5} 0 R>>>>`
  return `<</Type/XObject/Subtype/Form/BBox[0 0 612 792]${next}/Length ${drawing.length}>>stream\n${drawing}\nendstream`
}
