import PDFDocument from 'pdfkit'

/** A made-up control with what the auditor wrote and what a careful reader would take from it. */
export interface Told {
  ref: string
  criteria: string[]
  activity: string
  test: string
  result: string
  response?: string
  truth: 'pass' | 'exception' | 'idle' | 'scope'
}

export interface Look {
  columns: string[]
  landscape?: boolean
  ruled?: 'all' | 'rows' | 'none'
  repeatHead?: boolean
  group?: 'heading' | 'rowspan' | 'column'
  form?: 'table' | 'blocks' | 'labelled' | 'list'
  middle?: boolean
  font?: string
  size?: number
  breakRows?: boolean
  responses?: 'none' | 'inline' | 'column' | 'table' | 'prose'
}

const OBJECTS =
  'terminated user,code change,new hire,vendor,workstation,firewall rule,database backup,incident ticket,access request,server'.split(
    ',',
  )
const DEEDS = [
  'is reviewed and approved by the control owner before it takes effect',
  'is logged, tracked and resolved within the time set by the security standard',
  'is recorded in the ticketing system and checked by a second person who did not carry out the work',
  'is encrypted with keys that are managed by the platform team and rotated each year',
  'is restricted to authorised personnel according to the role matrix, which management renews every quarter',
]
const PASSES = [
  'No exceptions noted.',
  'No exceptions noted.',
  'No exceptions noted.',
  'No exceptions noted.',
  'No exceptions noted',
]
const FAILURES = [
  (thing: string) =>
    `Exception noted. For 2 of 25 ${thing}s selected, evidence of approval was not retained.`,
  (thing: string) =>
    `Exception noted: one (1) of forty (40) ${thing}s sampled was handled nine days after the deadline and had not been escalated to the owner of the control as the policy asks for.`,
  (thing: string) => `For 3 of 20 ${thing}s tested, the review was not performed.`,
  (thing: string) => `Deviation noted. The second quarter review of each ${thing} was completed late.`,
]
const IDLES = [
  'The control did not operate during the period. Therefore, no testing was performed.',
  'No occurrences during the period; operating effectiveness could not be tested.',
]

/** The same papers each time for the same seed. */
export function dice(seed: number): () => number {
  let state = seed * 2654435761 + 12345
  return () => {
    state = (Math.imul(state ^ (state >>> 15), 2246822519) + 374761393) | 0
    return ((state ^ (state >>> 13)) >>> 0) / 4294967296
  }
}

export function makeControls(seed: number, count: number, style: 'letters' | 'threePart' | 'dotted'): Told[] {
  const roll = dice(seed)
  const pick = <T>(list: T[]): T => list[Math.floor(roll() * list.length)]!
  const ids = ['CC1.1', 'CC2.1', 'CC3.2', 'CC5.2', 'CC6.1', 'CC6.2', 'CC6.3', 'CC7.2', 'CC8.1', 'A1.2']
  return Array.from({ length: count }, (_, at) => {
    const id = ids[Math.floor((at / count) * ids.length)]!
    const thing = pick(OBJECTS)
    const chance = roll()
    const truth = chance < 0.12 ? 'exception' : chance < 0.18 ? 'idle' : 'pass'
    const result =
      truth === 'exception' ? pick(FAILURES)(thing) : truth === 'idle' ? pick(IDLES) : pick(PASSES)
    const ref =
      style === 'letters'
        ? `AC-${String(at + 1).padStart(2, '0')}`
        : style === 'threePart'
          ? `${id}.${at + 1}`
          : `${1 + Math.floor(at / 9)}.${(at % 9) + 1}`
    return {
      ref,
      criteria: [id],
      activity: `Each ${thing} ${pick(DEEDS)}.`,
      test: `Inspected the records for a sample of ${pick([15, 25, 40])} ${thing}s to determine whether each ${thing} ${pick(DEEDS)}.${roll() < 0.3 ? ` Inquired of the owner about each ${thing}, and observed how the work is done.` : ''}`,
      result,
      ...(truth === 'exception'
        ? {
            response: `Management moved the duty to a new owner of ${thing}s and retrained the team in ${ref.replace(/\D/g, '')} sessions.`,
          }
        : {}),
      truth,
    }
  })
}

const CELL: Record<string, (told: Told) => string> = {
  criteria: (told) => told.criteria.join(', '),
  ref: (told) => told.ref,
  control: (told) => told.activity,
  test: (told) => told.test,
  result: (told) => told.result,
  response: (told) => told.response ?? '',
}

export const HEADS: Record<string, string[]> = {
  criteria: ['Criteria', 'TSC', 'Trust Services Criteria', 'Criteria Ref.'],
  ref: ['Control #', 'Ref', 'Control ID', 'Control No.', 'Control'],
  control: [
    'Control Activity',
    'Controls Specified by the Service Organization',
    'Description of Control',
    'Control activity specified by Larkmoor',
  ],
  test: [
    'Test of Controls',
    'Test Applied by the Service Auditor',
    'Tests of Controls Performed by the Service Auditor',
    'Testing Performed',
  ],
  result: ['Results of Tests', 'Test Results', 'Results', 'Exceptions', 'Result of Testing'],
  response: ['Management Response', 'Management’s Response'],
}

const WIDTHS: Record<string, number> = {
  criteria: 8,
  ref: 9,
  control: 28,
  test: 32,
  result: 23,
  response: 20,
}

export function html(told: Told[], look: Look, heads: Record<string, string>): string {
  const body = { table: asTable, blocks: asBlocks, labelled: asLabelled, list: asList }[look.form ?? 'table'](
    told,
    look,
    heads,
  )
  const border = look.ruled === 'none' ? 'none' : '0.7px solid #555'
  const cell = look.ruled === 'rows' ? `border-bottom:${border}` : `border:${border}`
  return `<html><style>@page{size:${look.landscape ? 'letter landscape' : 'letter'};margin:0.8in}
    body{font:${look.size ?? 9}pt ${look.font ?? 'sans-serif'}} table{border-collapse:collapse;width:100%;margin-bottom:12px}
    td,th{${cell};padding:${look.ruled === 'none' ? '6px 8px' : '3px 5px'};vertical-align:${look.middle ? 'middle' : 'top'};text-align:left}
    ${look.repeatHead === false ? 'thead{display:table-row-group}' : ''} tr{page-break-inside:${look.breakRows ? 'auto' : 'avoid'}} h2{font-size:13pt} h3{font-size:11pt}</style>
    <body><h2>Section IV – Trust Services Criteria, Related Controls, and Tests of Controls</h2>
    <p>The tables below give the controls, the tests and their results. Tests included inquiry, inspection and observation.</p>${body}
    ${asResponses(told, look)}</body></html>`
}

function asTable(told: Told[], look: Look, heads: Record<string, string>): string {
  if (look.group === 'heading') {
    const groups = [...new Set(told.map((one) => one.criteria[0]!))]
    return groups
      .map(
        (id) =>
          `<h3>${id} – The entity restricts and watches over what it runs.</h3>${oneTable(
            told.filter((one) => one.criteria[0] === id),
            look,
            heads,
          )}`,
      )
      .join('')
  }
  return oneTable(told, look, heads)
}

function oneTable(told: Told[], look: Look, heads: Record<string, string>): string {
  const total = look.columns.reduce((sum, column) => sum + WIDTHS[column]!, 0)
  const head = look.columns
    .map((column) => `<th style="width:${(100 * WIDTHS[column]!) / total}%">${heads[column]}</th>`)
    .join('')
  const rows = told.map((one, at) => {
    const cells = look.columns.map((column) => {
      if (column === 'criteria' && look.group === 'rowspan') {
        if (told[at - 1]?.criteria[0] === one.criteria[0]) return ''
        const span = told.filter((other) => other.criteria[0] === one.criteria[0]).length
        return `<td rowspan="${span}">${one.criteria[0]}</td>`
      }
      return `<td>${CELL[column]!(one)}${column === 'result' && look.responses === 'inline' && one.response ? `<br><br>Management’s response: ${one.response}` : ''}</td>`
    })
    return `<tr>${cells.join('')}</tr>`
  })
  return `<table><thead><tr>${head}</tr></thead><tbody>${rows.join('')}</tbody></table>`
}

function asBlocks(told: Told[], look: Look): string {
  return told
    .map((one, at) => {
      const first =
        one.criteria[0] !== told[at - 1]?.criteria[0]
          ? `<h3>${one.criteria[0]} The entity restricts and watches over what it runs.</h3>`
          : ''
      const answer =
        look.responses === 'inline' && one.response ? `<p>Management’s response: ${one.response}</p>` : ''
      return `${first}<p><b>Control ${one.ref}:</b> ${one.activity}</p><p><b>Test performed:</b> ${one.test}</p><p><b>Results:</b> ${one.result}</p>${answer}`
    })
    .join('')
}

function asLabelled(told: Told[]): string {
  return told
    .map(
      (one) =>
        `<table style="margin-bottom:14px;page-break-inside:avoid"><tr><td style="width:22%">Control Number</td><td>${one.ref}</td></tr><tr><td>Control Activity</td><td>${one.activity}</td></tr><tr><td>Criteria</td><td>${one.criteria.join()}</td></tr><tr><td>Test of Control</td><td>${one.test}</td></tr><tr><td>Result</td><td>${one.result}</td></tr></table>`,
    )
    .join('')
}

function asList(told: Told[]): string {
  return `<ul>${told.map((one) => `<li>${one.ref} ${one.activity} Tests performed: ${one.test} Result: ${one.result}</li>`).join('')}</ul>`
}

function asResponses(told: Told[], look: Look): string {
  const failed = told.filter((one) => one.response)
  const title =
    '<h2 style="page-break-before:always">Section V – Other Information Provided by Larkmoor</h2><h3>Management’s Responses to Exceptions</h3>'
  if (look.responses === 'table') {
    const rows = failed
      .map((one) => `<tr><td>${one.ref}</td><td>${one.result}</td><td>${one.response}</td></tr>`)
      .join('')
    return `${title}<table><tr><th style="width:12%">Control</th><th>Exception</th><th>Management Response</th></tr>${rows}</table>`
  }
  if (look.responses === 'prose')
    return title + failed.map((one) => `<p>${one.ref} – ${one.response}</p>`).join('')
  return ''
}

/** The same table drawn by another producer, cell by cell, rows broken over pages where `breakRows` says so. */
export function pdfkit(told: Told[], look: Look, heads: Record<string, string>): Promise<Buffer> {
  const doc = new PDFDocument({
    size: 'LETTER',
    layout: look.landscape ? 'landscape' : 'portrait',
    margin: 54,
    bufferPages: true,
  })
  const chunks: Buffer[] = []
  doc.on('data', (chunk: Buffer) => chunks.push(chunk))
  const done = new Promise<Buffer>((resolve) => doc.on('end', () => resolve(Buffer.concat(chunks))))
  draw(doc, told, look, heads)
  doc.end()
  return done
}

function draw(doc: PDFKit.PDFDocument, told: Told[], look: Look, heads: Record<string, string>): void {
  const width = doc.page.width - 108
  const total = look.columns.reduce((sum, column) => sum + WIDTHS[column]!, 0)
  const widths = look.columns.map((column) => (width * WIDTHS[column]!) / total)
  const bottom = doc.page.height - 72
  let y = 54
  doc.font('Helvetica-Bold').fontSize(13).text('Section IV – Tests of Controls and Results of Tests', 54, y)
  y += 30
  row(
    look.columns.map((column) => heads[column]!),
    true,
  )
  for (const one of told)
    row(
      look.columns.map((column) => CELL[column]!(one)),
      false,
    )

  function row(cells: string[], bold: boolean): void {
    doc.font(bold ? 'Helvetica-Bold' : 'Helvetica').fontSize(look.size ?? 8.5)
    const lines = cells.map((cell, at) => wrapped(doc, cell, widths[at]! - 10))
    const step = doc.currentLineHeight(true)
    const tall = Math.max(...lines.map((one) => one.length))
    if (!look.breakRows && y + tall * step + 8 > bottom) newPage()
    let from = 0
    while (from < tall) {
      const room = Math.max(1, Math.min(tall - from, Math.floor((bottom - y - 8) / step)))
      if (y + step + 8 > bottom) {
        newPage()
        doc.font(bold ? 'Helvetica-Bold' : 'Helvetica').fontSize(look.size ?? 8.5)
        continue
      }
      let x = 54
      lines.forEach((one, at) => {
        one
          .slice(from, from + room)
          .forEach((text, n) => doc.text(text, x + 5, y + 4 + n * step, { lineBreak: false }))
        if (look.ruled === 'all') doc.rect(x, y, widths[at]!, room * step + 8).stroke()
        x += widths[at]!
      })
      if (look.ruled === 'rows')
        doc
          .moveTo(54, y + room * step + 8)
          .lineTo(54 + width, y + room * step + 8)
          .stroke()
      y += room * step + 8
      from += room
    }
    if (look.ruled === 'none') y += 4
  }

  function newPage(): void {
    doc.addPage()
    y = 54
    if (look.repeatHead !== false)
      row(
        look.columns.map((column) => heads[column]!),
        true,
      )
    doc.font('Helvetica').fontSize(look.size ?? 8.5)
  }
}

function wrapped(doc: PDFKit.PDFDocument, text: string, width: number): string[] {
  const lines: string[] = []
  for (const word of text.split(' ')) {
    const last = lines.at(-1)
    if (last !== undefined && doc.widthOfString(`${last} ${word}`) <= width)
      lines[lines.length - 1] = `${last} ${word}`
    else lines.push(word)
  }
  return lines.length ? lines : ['']
}
