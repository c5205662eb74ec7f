import type { Delivered } from './post'

const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#34': '"', '#39': "'" }

/** What stands in one version of a letter and not in the other. */
export function missingBetween({ html, text }: Pick<Delivered, 'html' | 'text'>): string[] {
  const [blocks, lines] = [blocksOf(html!), linesOf(text!)]
  const [shown, written] = [blocks.join(' '), lines.join(' ')]
  return [
    ...blocks.filter((block) => !written.includes(block)).map((block) => `only in HTML: ${block}`),
    ...lines.filter((line) => !shown.includes(line)).map((line) => `only in text: ${line}`),
  ]
}

/** What a reader sees, and where its links lead. */
function blocksOf(html: string): string[] {
  return html
    .replace(/<head>[\s\S]*?<\/head>|<!--[\s\S]*?-->/g, '')
    .replace(/<a [^>]*href="([^"]+)"[^>]*>([\s\S]*?)<\/a>/g, '$2\n$1\n')
    .replace('If the button doesn’t work, copy this address:', '')
    .replace(/<br>|<\/(p|h1|td)>/g, '\n')
    .replace(/<[^>]+>/g, '')
    .split('\n')
    .map(plain)
    .filter(Boolean)
}

/** Without what only text needs: numbers, the colon before an address, the line above the sender. */
function linesOf(text: string): string[] {
  return text
    .split('\n')
    .map((line) => plain(line.replace(/^\d+\. /, '').replace(/^-- $/, '')))
    .map((line) => line.replace(/:$/, ''))
    .filter(Boolean)
}

function plain(text: string): string {
  const decoded = text.replace(/&(#?\w+);/g, (whole, name: string) => ENTITIES[name] ?? whole)
  return decoded.replace(/\s+/g, ' ').trim()
}
