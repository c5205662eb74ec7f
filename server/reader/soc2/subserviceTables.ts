import type { ReportOutline } from '../outline'
import { flowOf, type Span } from '../outline/flow'
import type { Doc, PageText, Table } from '../pages'
import { collapsed, plainText } from '../pdf/plain'
import { tidy, type NamedParty } from './nameLists'

const NAME_COLUMN =
  /^\s*(?:name\s+of\s+(?:the\s+)?)?sub-?\s?service\s+(?:organi[sz]ations?|providers?)(?:\s*name)?\s*$/i
const EXPECTED =
  /\b(?:controls?\s+)?(?:expected|assumed)\s+(?:to\s+be\s+)?(?:implemented\s+|in\s+place\s+)?(?:at|by|of)\s+([A-Z][\w&.,' -]{1,60}?)\s*(?:\(|$)/
const HEADED =
  /\bsub-?\s?service\s+organi[sz]ation\s+controls?\b[^\n]{0,20}?[(:–-]+\s*(?:carve[sd]?[\s-]out|inclusive)?\s*[:–-]?\s*([A-Z][\w&.,' -]{1,60}?)\s*\)?\s*$/

/** Parties named by tables of subservice organizations; a table of tools and suppliers names none. */
export function tabledNames(doc: Doc, outline: ReportOutline): NamedParty[] {
  const own = new Set(outline.own.map((page) => page.number))
  const pages = outline.own.filter((page) => outline.sectionOf(page.number) !== 'tests')
  const tables = doc.tables.filter(
    (table) => own.has(table.firstPage) && outline.sectionOf(table.firstPage) !== 'tests',
  )
  return [
    ...tables.flatMap((table) => {
      const column = nameColumn(table)
      const methods = table.columns.findIndex((each) => /\bmethod\b|\binclusive\b.*\bcarve/i.test(each))
      const cells =
        column < 0
          ? []
          : table.rows.map((row) => ({
              text: row.cells[column] ?? '',
              page: row.page,
              method: methodIn(row.cells[methods] ?? ''),
            }))
      const heads = table.columns.map((each) => ({
        text: EXPECTED.exec(each)?.[1] ?? '',
        page: table.firstPage,
        method: null,
      }))
      return [...cells, ...heads].flatMap(({ text, page, method }) =>
        parts(text)
          .flatMap((part) =>
            found(
              part,
              pages.find((each) => each.number === page),
            ),
          )
          .map((party) => (method ? { ...party, method } : party)),
      )
    }),
    ...pages.flatMap((page) =>
      page.lines.flatMap((line) =>
        parts((HEADED.exec(line.text) ?? EXPECTED.exec(line.text))?.[1] ?? '').flatMap((part) =>
          found(part, page),
        ),
      ),
    ),
    ...pages.flatMap((page) => [...listedLines(page), ...subHeadings(page)]),
  ]
}

function methodIn(cell: string): NamedParty['method'] | null {
  const [carved, included] = [/\bcarve[sd]?[\s-]?out\b/i.test(cell), /\binclusive\b|\bincluded\b/i.test(cell)]
  return carved === included ? null : carved ? 'carve-out' : 'inclusive'
}

/** "Azure and Snowflake to meet those criteria" names two. */
function parts(text: string): string[] {
  const names = text
    .replace(/\s+(?!(?:and|of|for|the|de)\b)[a-z][a-z-]*\s+.*$/, '')
    .replace(/\s+(?:to|for|and)$/, '')
  const split = names.split(
    /,\s+(?:and\s+)?(?!(?:Inc|LLC|L\.L\.C|Ltd|Limited|Corp|GmbH|Co)\b)|\s+and\s+(?=[A-Z])/,
  )
  return split.length > 1 && split.every((part) => part.split(' ').length < 5) ? split : [names]
}

const LISTS = /\bsub-?\s?service\s+(?:organi[sz]ations?|providers?)\b[^.]*:$/i
const LISTED =
  /^(?:[•▪*o·–-]\s*)?([A-Z][\w&.,' -]{1,60}?(?:\s*\([^()]{2,40}\))?)(?:\s+[–—-]|:|\s+\(|\s+for\b|\s+\(?(?:provides?|hosts?|is|which)\b|,\s+[a-z]|;|\.?$)/

/** Names that each begin a line below "the following subservice organizations:". */
function listedLines(page: PageText): NamedParty[] {
  const lines = page.lines.filter((line) => !line.running)
  return lines.flatMap((lead, at) => {
    if (!LISTS.test(plainText(lead.text))) return []
    const after = lines.slice(at + 1, at + 20)
    const end = after.findIndex((line) => line.bold || line.x <= lead.x + 4 || /^[•▪*·]/.test(line.text))
    const first = after[0]?.x ?? 0
    return (end < 0 ? after : after.slice(0, end))
      .filter((line) => Math.abs(line.x - first) < 3)
      .flatMap((line) => found(LISTED.exec(plainText(line.text))?.[1] ?? '', page))
  })
}

const ABOUT_SUBS = /^(?:[\dA-Z.]+\s+)?sub-?service\s+organi[sz]ations?$/i

/** Each party has a heading of its own below that of all. */
function subHeadings(page: PageText): NamedParty[] {
  const lines = page.lines.filter((line) => !line.running)
  const at = lines.findIndex((line) => line.bold && ABOUT_SUBS.test(line.text.trim()))
  if (at < 0) return []
  const head = lines[at]!
  const after = lines.slice(at + 1)
  const end = after.findIndex((line) => line.bold && line.size > head.size - 0.3)
  const below = end < 0 ? after : after.slice(0, end)
  return below.flatMap((line, n) => {
    const next = below[n + 1]
    const lone = line.bold && next && !next.bold && line.text.split(' ').length < 7
    return lone && /\b(?:carve|inclusive|host|provid|servic|stor|process)/i.test(next.text)
      ? found(line.text, page)
      : []
  })
}

/** In a table of controls expected elsewhere a plain "Organization" is one of those too. */
function nameColumn({ columns }: Table): number {
  const expected = columns.some((each) =>
    /\bcontrols?\s+(?:expected|assumed)\b|\bcomplementary\b|\bcarve|\binclusive\b|\bmethod\b/i.test(each),
  )
  return columns.findIndex(
    (each) =>
      NAME_COLUMN.test(each) ||
      (expected && /^\s*(?:organi[sz]ation|vendor|provider|entity)s?\s*$/i.test(each)),
  )
}

function found(text: string, page: PageText | undefined): NamedParty[] {
  const plain = collapsed(plainText(text))
  const alias = /^(.*?)\s*\(["']?([^()"']{2,40})["']?\)$/.exec(plain)
  const name = tidy(alias?.[1] ?? plain)
  const where = name && page ? placeOf(name, page) : null
  return name && where && /^[A-Z0-9]/.test(name) && !/\bsub-?service\b/i.test(name)
    ? [{ name, alias: alias?.[2] ?? null, where }]
    : []
}

function placeOf(name: string, page: PageText): Span | null {
  const at = page.text.indexOf(name)
  return at < 0 ? null : { flow: flowOf('description', [{ page }]), start: at, end: at + name.length }
}
