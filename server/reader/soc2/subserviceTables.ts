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
      const cells =
        column < 0 ? [] : table.rows.map((row) => ({ text: row.cells[column] ?? '', page: row.page }))
      const heads = table.columns.map((each) => ({
        text: EXPECTED.exec(each)?.[1] ?? '',
        page: table.firstPage,
      }))
      return [...cells, ...heads].flatMap(({ text, page }) =>
        found(
          text,
          pages.find((each) => each.number === page),
        ),
      )
    }),
    ...pages.flatMap((page) =>
      page.lines.flatMap((line) =>
        found((HEADED.exec(line.text) ?? EXPECTED.exec(line.text))?.[1] ?? '', page),
      ),
    ),
  ]
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
