import { chromium, type Browser } from 'playwright-core'
import type { Block, Paper } from '../../../../scripts/papers/paper'

let browser: Promise<Browser> | undefined

/** The paper printed by a browser, the way most reports of young firms are made. */
export async function printed(paper: Paper): Promise<Buffer> {
  const page = await (await open()).newPage()
  await page.setContent(htmlOf(paper))
  const pdf = await page.pdf({
    format: paper.look.paper === 'A4' ? 'A4' : 'Letter',
    displayHeaderFooter: true,
    headerTemplate: margin(escaped(paper.header)),
    footerTemplate: margin(`${escaped(paper.footer)}<span style="float:right" class="pageNumber"></span>`),
    margin: { top: '70px', bottom: '70px', left: `${paper.look.margin}px`, right: `${paper.look.margin}px` },
  })
  await page.close()
  return Buffer.from(pdf)
}

export async function closeBrowser(): Promise<void> {
  await (await browser)?.close()
  browser = undefined
}

export async function open(): Promise<Browser> {
  browser ??= launch()
  return browser
}

async function launch(): Promise<Browser> {
  const { default: sparticuz } = await import('@sparticuz/chromium')
  const executablePath = await sparticuz.executablePath()
  return chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] })
}

function margin(words: string): string {
  return `<div style="font-size:8px;width:100%;padding:0 60px">${words}</div>`
}

function htmlOf({ blocks, look, title }: Paper): string {
  const family = { Helvetica: 'Arial, sans-serif', Times: 'Georgia, serif', Courier: 'monospace' }[look.font]
  const border = { grid: '1px solid #777', lines: 'none', bare: 'none' }[look.table]
  return `<!doctype html><title>${escaped(title)}</title><style>
body { font: ${look.size}pt/1.45 ${family} }
p, ul, ol { margin: 0 0 ${look.gap}pt } h1 { font-size: 1.5em } h2 { font-size: 1.2em } h3 { font-size: 1.05em }
h1 { ${look.capitals ? 'text-transform: uppercase' : ''} }
table { border-collapse: collapse; width: 100%; font-size: .85em; margin: 0 0 14pt; table-layout: fixed }
th, td { border: ${border}; padding: 4px 6px; text-align: left; vertical-align: top; overflow-wrap: break-word }
th { background: #e8ecf4 } ${look.table === 'lines' ? 'tr { border-bottom: 1px solid #bbb }' : ''}
${look.repeatHeadings ? '' : 'thead { display: table-row-group }'} ${look.splitRows ? '' : 'tr { break-inside: avoid }'}
.break { break-after: page } .sides { display: flex; gap: 40px } .sides > div { flex: 1 }
</style><body>${blocks.map((block) => markup(block, blocks)).join('\n')}</body>`
}

function markup(block: Block, all: Block[]): string {
  if (block.is === 'heading') return `<h${block.level}>${escaped(block.text)}</h${block.level}>`
  if (block.is === 'text') return paragraph(block)
  if (block.is === 'list') return listed(block)
  if (block.is === 'table') return tabled(block)
  if (block.is === 'space') return `<div style="height:${block.points}pt"></div>`
  if (block.is === 'page') return '<div class="break"></div>'
  if (block.is === 'contents') return contents(block.title, all)
  if (block.is === 'image')
    return `<img width="${block.width}" src="data:image/png;base64,${block.data.toString('base64')}">`
  return signatures(block)
}

function paragraph({ text, style = {} }: Block & { is: 'text' }): string {
  const css = [
    style.align ? `text-align:${style.align}` : '',
    style.bold ? 'font-weight:bold' : '',
    style.italic ? 'font-style:italic' : '',
    style.size ? `font-size:${style.size}pt` : '',
  ]
  return `<p style="${css.filter(Boolean).join(';')}">${escaped(text).replaceAll('\n', '<br>')}</p>`
}

function listed({ marker, items }: Block & { is: 'list' }): string {
  const type = { bullet: 'disc', number: 'decimal', letter: 'lower-alpha', dash: '"– "' }[marker]
  return `<ul style='list-style-type:${type}'>${items.map((item) => `<li>${escaped(item)}</li>`).join('')}</ul>`
}

function tabled({ columns, widths, rows }: Block & { is: 'table' }): string {
  const total = widths.reduce((sum, width) => sum + width, 0)
  const cols = widths.map((width) => `<col style="width:${(width / total) * 100}%">`).join('')
  const head = `<tr>${columns.map((cell) => `<th>${escaped(cell)}</th>`).join('')}</tr>`
  const body = rows
    .map((row) => `<tr>${row.map((cell) => `<td>${escaped(cell)}</td>`).join('')}</tr>`)
    .join('')
  return `<table><colgroup>${cols}</colgroup><thead>${head}</thead><tbody>${body}</tbody></table>`
}

function contents(title: string, all: Block[]): string {
  const titles = all.filter((block) => block.is === 'heading' && block.level === 1 && block.listed !== false)
  return `<h2>${escaped(title)}</h2>${titles.map((block) => `<p>${escaped((block as { text: string }).text)}</p>`).join('')}`
}

function signatures({ sides }: Block & { is: 'signatures' }): string {
  const side = ({ party, lines }: (typeof sides)[number]) =>
    `<div><p><b>${escaped(party)}</b></p>${lines.map(({ label, value }) => `<p>${label ? `${label}: ` : ''}${escaped(value || '_'.repeat(24))}</p>`).join('')}</div>`
  return `<div class="sides">${sides.map(side).join('')}</div>`
}

function escaped(words: string): string {
  return words.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}
