const MAX_NAME = 200
const UNNAMED = 'Unnamed.pdf'
// Control characters, and those that turn the reading direction so that "fdp.exe" reads as "exe.pdf".
const UNSEEN = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u200b\u200e\u200f\u061c\u202a-\u202e\u2060-\u2069\ufeff]/gu

/** A name as people may see it: any language, no path, nothing unseen, at most 200 characters with its ending kept. */
export function cleanName(given: string): string {
  const plain = given.normalize('NFC').replace(UNSEEN, '')
  const last = plain.split(/[\\/]/).at(-1)!.replace(/\s+/g, ' ').trim()
  return last === '' || /^\.+$/.test(last) ? UNNAMED : shortened(last)
}

/** RFC 6266: a plain name for old clients, the true one in UTF-8 beside it. */
export function asAttachment(name: string): string {
  const plain = name.replace(/[^\x20-\x7e]/g, '_').replace(/["\\%;]/g, '_')
  const exact = encodeURIComponent(name).replace(
    /['()*!]/g,
    (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`,
  )
  return `attachment; filename="${plain}"; filename*=UTF-8''${exact}`
}

function shortened(name: string): string {
  const letters = [...name]
  if (letters.length <= MAX_NAME) return name
  const ending = /\.[a-z0-9]{1,8}$/i.exec(name)?.[0] ?? ''
  return letters.slice(0, MAX_NAME - ending.length - 1).join('') + '…' + ending
}
