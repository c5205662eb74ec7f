import { open } from './chromium'

export interface WebPages {
  css: string
  body: string
  header?: string
  footer?: string
  format?: 'Letter' | 'A4' | 'Legal'
}

/** A page of markup as a browser prints it; a part with `page: wide` lies on landscape pages. */
export async function webPrinted({ css, body, header = '', footer = '', format }: WebPages): Promise<Buffer> {
  const page = await (await open()).newPage()
  await page.setContent(
    `<!doctype html><meta charset="utf-8"><style>@page { size: ${format ?? 'Letter'}; margin: 0.9in } @page wide { size: ${format ?? 'Letter'} landscape } .wide { page: wide } ${css}</style><body>${body}</body>`,
  )
  const pdf = await page.pdf({
    preferCSSPageSize: true,
    displayHeaderFooter: Boolean(header || footer),
    headerTemplate: margin(header),
    footerTemplate: margin(footer),
  })
  await page.close()
  return Buffer.from(pdf)
}

function margin(markup: string): string {
  return `<div style="font-size:7.5px;width:100%;padding:0 0.9in">${markup || '&nbsp;'}</div>`
}

/** Markup of paragraphs, lists and tables, with the signs that matter to it made plain. */
export const p = (words: string, of = '') => `<p class="${of}">${safe(words)}</p>`
export const ps = (...all: string[]) => all.map((words) => p(words)).join('')
export const h = (level: number, words: string) => `<h${level}>${safe(words)}</h${level}>`
export const ul = (items: string[]) => `<ul>${items.map((item) => `<li>${safe(item)}</li>`).join('')}</ul>`
export const ol = (items: string[], type = '1') =>
  `<ol type="${type}">${items.map((item) => `<li>${safe(item)}</li>`).join('')}</ol>`

export function grid(columns: string[], rows: string[][], widths: number[] = []): string {
  const cols = widths.map((width) => `<col style="width:${width}%">`).join('')
  const head = columns.length
    ? `<thead><tr>${columns.map((cell) => `<th>${safe(cell)}</th>`).join('')}</tr></thead>`
    : ''
  const body = rows.map((row) => `<tr>${row.map((cell) => `<td>${safe(cell)}</td>`).join('')}</tr>`).join('')
  return `<table><colgroup>${cols}</colgroup>${head}<tbody>${body}</tbody></table>`
}

export function safe(words: string): string {
  return words
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('\n', '<br>')
}
