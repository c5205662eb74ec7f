import fs from 'node:fs'
import path from 'node:path'

const SERVER = path.resolve(__dirname, '../server')
/** What stands right may lean on what stands left, through its main file. */
const ORDER = [
  'reader',
  'jobs',
  'audit',
  'letters',
  'accounts',
  'vendors',
  'documents',
  'agreements',
  'drafts',
  'reports',
  'reviews',
  'invites',
  'signing',
  'shortfalls',
  'endings',
  'subcontractors',
  'reminders',
  'today',
]
const LIBRARIES: Record<string, string[]> = {
  'ical-generator': ['reminders/ics.ts'],
  nodemailer: ['letters/mailer.ts'],
  'better-sqlite3': [],
  'node-forge': ['signing/seal/'],
  '@signpdf/signpdf': ['signing/seal/sealPdf.ts'],
  'tesseract.js': ['reader/pdf/'],
  '@node-rs/argon2': ['accounts/passwords.ts'],
}

const files = fs
  .readdirSync(SERVER, { recursive: true })
  .map(String)
  .filter((file) => file.endsWith('.ts'))

test('every room has its place in the order', () => {
  const rooms = fs
    .readdirSync(SERVER, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name !== 'http')
  expect(rooms.map((room) => room.name).filter((name) => !ORDER.includes(name))).toEqual([])
})

test('rooms import leftwards only, and only through the main file', () => {
  const wrong = files.flatMap((file) => importsOf(file).flatMap((target) => faultOf(file, target)))
  expect(wrong).toEqual([])
})

test('one file per outside thing', () => {
  const wrong = files.flatMap((file) =>
    packagesOf(file)
      .filter((name) => LIBRARIES[name] && !LIBRARIES[name].some((place) => file.startsWith(place)))
      .map((name) => `${file} imports ${name}`),
  )
  expect(wrong).toEqual([])
})

function faultOf(file: string, target: string): string[] {
  const from = file.split('/')[0]!
  const [to, ...rest] = target.split('/')
  if (!ORDER.includes(from) || !ORDER.includes(to!) || from === to) return []
  const isLeft = ORDER.indexOf(to!) < ORDER.indexOf(from)
  const isMain = rest.join('/') === to
  return isLeft && isMain ? [] : [`${file} imports ${target}`]
}

function importsOf(file: string): string[] {
  return specifiers(file)
    .filter((name) => name.startsWith('.'))
    .map((name) => path.relative(SERVER, path.resolve(SERVER, path.dirname(file), name)))
}

function packagesOf(file: string): string[] {
  return specifiers(file).filter((name) => !name.startsWith('.'))
}

function specifiers(file: string): string[] {
  const text = fs.readFileSync(path.join(SERVER, file), 'utf8')
  return [...text.matchAll(/(?:from|import|require\()\s*\(?'([^']+)'/g)].map((match) => match[1]!)
}
