export interface FontInfo {
  name: string
  bold: boolean
  black: boolean
}

// Where pdf.js 5.4.296 puts things in the block of bytes that describes a font.
const STRINGS_AT = 96
const NAME_IS_STRING = 3

/** Only what tells bold letters. null for a font that could not be loaded. */
export function fontInfoOf(exported: unknown): FontInfo | null {
  const { data } = exported as { data?: ArrayBuffer }
  if (!data) return null
  const view = new DataView(data)
  let at = STRINGS_AT
  for (let index = 0; index < NAME_IS_STRING; index++) at += view.getUint32(at) + 4
  const name = new TextDecoder().decode(new Uint8Array(data, at + 4, view.getUint32(at)))
  const flags = view.getUint8(0)
  return { name, black: (flags & 3) === 2, bold: ((flags >> 2) & 3) === 2 }
}
