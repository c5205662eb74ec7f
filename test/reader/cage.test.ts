import { execFileSync, spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { PDFDocument as LibDocument } from '@cantoo/pdf-lib'
import { isFailure, readInCage, readPagesInCage, renderPageInCage } from '../../server/reader/reader'
import { makePdf, onePage, rawPdf, twiceCompressed } from './pdfMaking'

jest.setTimeout(90_000)

const WORDS = 'BT /F1 12 Tf 72 700 Td (We have examined the description of the system) Tj ET'

async function codeOf(bytes: Buffer, password?: string): Promise<string> {
  const answer = await readPagesInCage(bytes, { password })
  return isFailure(answer) ? answer.error.code : 'read'
}

async function encrypted(passwords: { userPassword?: string; ownerPassword: string }): Promise<Buffer> {
  return makePdf((paper) => paper.text('We have examined the description'), {
    ...passwords,
    permissions: { copying: false },
  })
}

test('a file that opens without a password is read, owner restrictions or not', async () => {
  expect(await codeOf(await encrypted({ ownerPassword: 'owner' }))).toBe('read')
})

test('a file with a user password asks for it, and opens with it', async () => {
  const bytes = await encrypted({ userPassword: 'sesame', ownerPassword: 'owner' })
  expect(await codeOf(bytes)).toBe('password-required')
  expect(await codeOf(bytes, 'wrong')).toBe('password-required')
  expect(await codeOf(bytes, 'sesame')).toBe('read')
})

test('each broken file gets its own reason', async () => {
  expect(await codeOf(Buffer.alloc(0))).toBe('empty')
  expect(await codeOf(Buffer.from('<!doctype html><title>%PDF</title>'))).toBe('not-a-pdf')
  expect(await codeOf(Buffer.from('%PDF-1.4\n<html><body>hello</body></html>'))).toBe('not-a-pdf')
  expect(await codeOf(Buffer.from('%PDF-1.7\n'))).toBe('damaged')
  const whole = await makePdf((paper) => paper.text('We have examined'))
  expect(await codeOf(whole.subarray(0, 300))).toBe('damaged')
})

test('a failure says in one sentence what to do', async () => {
  const failure = await readPagesInCage(Buffer.alloc(0))
  expect(failure).toMatchObject({
    schema: 1,
    error: { code: 'empty', message: expect.stringMatching(/^[A-Z].*\.$/) },
  })
})

test('more pages than anyone reads are refused at once', async () => {
  const kids = '3 0 R '.repeat(20_000)
  const page = '<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]>>'
  const begun = Date.now()
  expect(
    await codeOf(
      rawPdf(['<</Type/Catalog/Pages 2 0 R>>', `<</Type/Pages/Kids[${kids}]/Count 20000>>`, page]),
    ),
  ).toBe('too-large')
  expect(Date.now() - begun).toBeLessThan(10_000)
})

test('bombs end with a clear answer and leave no process behind', async () => {
  const spaces = onePage(twiceCompressed(' ', 1500), { dictionary: '/Filter[/FlateDecode/FlateDecode]' })
  expect(spaces.length).toBeLessThan(20_000)
  expect(['too-large', 'timed-out']).toContain(await codeOf(spaces))
  const brackets = Buffer.concat([Buffer.from('%PDF-1.4\n1 0 obj\n'), Buffer.alloc(2_000_000, '[')])
  expect(await codeOf(brackets)).toBe('damaged')
  expect(programsOf(process.pid)).toEqual([])
})

test('scripts in a document are not run', async () => {
  const catalog = '/OpenAction<</S/JavaScript/JS(while\\(1\\);)>>'
  expect(await codeOf(onePage(WORDS, { catalog }))).toBe('read')
})

test('the child sees no secrets and its password is in no argument', async () => {
  process.env.CANARY_SECRET = 'canary'
  const bytes = await encrypted({ userPassword: 'sesame', ownerPassword: 'owner' })
  const reading = readPagesInCage(bytes, { password: 'sesame' })
  await new Promise((resolve) => setTimeout(resolve, 60))
  for (const pid of programsOf(process.pid)) {
    expect(readFileSync(`/proc/${pid}/environ`, 'utf8')).not.toContain('canary')
    expect(readFileSync(`/proc/${pid}/cmdline`, 'utf8')).not.toContain('sesame')
  }
  await reading
  delete process.env.CANARY_SECRET
})

test('reading can be given up', async () => {
  const stop = new AbortController()
  const reading = readInCage(
    onePage(twiceCompressed(' ', 200), { dictionary: '/Filter[/FlateDecode/FlateDecode]' }),
    { signal: stop.signal },
  )
  setTimeout(() => stop.abort(), 150)
  await expect(reading).rejects.toThrow('stopped')
  expect(programsOf(process.pid)).toEqual([])
})

test('the child dies with its parent', async () => {
  const root = path.resolve(__dirname, '../..')
  const laughs = Array.from({ length: 10 }, (_, at) => form(at)).flat()
  const bytes = rawPdf([
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    LAUGHING_PAGE,
    ...laughs,
  ])
  const code = `const{readPagesInCage}=require('${root}/dist/server/reader/reader.js');readPagesInCage(Buffer.from('${bytes.toString('base64')}','base64'))`
  const parent = spawn(process.execPath, ['-e', code], { stdio: 'ignore' })
  const child = await eventually(() => programsOf(parent.pid!)[0])
  expect(child).toBeDefined()
  parent.kill('SIGKILL')
  expect(await eventually(() => !isAlive(child!) || undefined)).toBe(true)
})

test('a page is drawn as PNG with the quote marked', async () => {
  const bytes = onePage(WORDS)
  const plain = await renderPageInCage(bytes, 1, { width: 400 })
  expect(plain.subarray(1, 4).toString()).toBe('PNG')
  expect([plain.readUInt32BE(16), plain.readUInt32BE(20)]).toEqual([400, 518])
  const marked = await renderPageInCage(bytes, 1, { width: 400, boxes: [[0.1, 0.1, 0.5, 0.03]] })
  expect(marked.equals(plain)).toBe(false)
})

test('progress is told page by page', async () => {
  const pdf = await LibDocument.create()
  for (let page = 0; page < 3; page++)
    pdf.addPage().drawText('We have examined the description of the system of the Company.')
  const pages: number[] = []
  await readPagesInCage(Buffer.from(await pdf.save()), { onProgress: ({ page }) => pages.push(page) })
  expect(pages).toEqual([1, 2, 3])
})

const LAUGHING_PAGE =
  '<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Resources<</XObject<</X 5 0 R>>>>/Contents 4 0 R>>'

/** Each form draws the next one ten times. */
function form(at: number): string[] {
  const drawing = at === 9 ? '0 0 m' : '/X Do '.repeat(at === 0 ? 1 : 10)
  const next = `/Resources<</XObject<</X ${at + 5} 0 R>>>>`
  return [
    `<</Type/XObject/Subtype/Form/BBox[0 0 612 792]${next}/Length ${drawing.length}>>stream\n${drawing}\nendstream`,
  ]
}

function programsOf(parent: number): number[] {
  const lines = execFileSync('ps', ['-eo', 'pid=,ppid=,stat=,args=']).toString().split('\n')
  const children = lines
    .map((line) => line.trim().split(/\s+/))
    .filter((parts) => Number(parts[1]) === parent)
  return children
    .filter((parts) => parts[2]![0] !== 'Z' && parts.join(' ').includes('program.js'))
    .map((parts) => Number(parts[0]))
}

function isAlive(pid: number): boolean {
  try {
    return !/^State:\s*Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'))
  } catch {
    return false
  }
}

async function eventually<T>(look: () => T | undefined): Promise<T | undefined> {
  for (let turn = 0; turn < 100; turn++) {
    const found = look()
    if (found !== undefined) return found
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  return undefined
}
