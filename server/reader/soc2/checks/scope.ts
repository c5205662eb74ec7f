import type { Doc, Outline, PageText } from '../../pages'
import type { Category, ReportFields, Warning } from '../../reading'
import { categoryOf, criteriaIn } from '../criteria'
import { evidenceOn } from '../tests/evidence'

const NAMES: Record<Category, string> = {
  security: 'security',
  availability: 'availability',
  'processing-integrity': 'processing integrity',
  confidentiality: 'confidentiality',
  privacy: 'privacy',
}
const FEWEST_ROWS = 2

/** What the auditor says is covered against what the rest of the report shows (W4, W5, W6, W14, W15). */
export function aboutScope(fields: ReportFields, doc: Doc, outline: Outline): Warning[] {
  return [
    ...series(fields, doc, outline),
    ...noSecurity(fields),
    ...missingLists(fields, doc, outline),
    ...auditor(fields, outline),
  ]
}

function series({ categories }: ReportFields, doc: Doc, outline: Outline): Warning[] {
  const pages = outline.pagesOf('tests')
  if (!categories.value || pages.length < 3) return []
  const counts = countedIn(doc, pages)
  if (!counts.size) return []
  const claimed = categories.value
  const missing = claimed.filter((category) => !counts.get(category))
  const extra = [...counts]
    .filter(([category, count]) => count >= FEWEST_ROWS && !claimed.includes(category))
    .map(([category]) => category)
  const evidence = categories.evidence.slice(0, 1)
  return [
    ...missing.map((category) => ({
      code: 'category-without-tests',
      message: `The auditor lists ${NAMES[category]} as covered, but no criteria for it were found among the tests.`,
      evidence,
    })),
    ...extra.map((category) => ({
      code: 'category-not-claimed',
      message: `The tests contain criteria for ${NAMES[category]}, which the auditor’s scope does not name.`,
      evidence,
    })),
  ]
}

/** Only columns and headings of criteria count; the words of a control do not. */
function countedIn(doc: Doc, pages: PageText[]): Map<Category, number> {
  const numbers = new Set(pages.map((page) => page.number))
  const cells = doc.tables
    .filter((table) => numbers.has(table.firstPage))
    .flatMap((table) => [...table.columns, ...table.rows.map((row) => row.cells[0] ?? '')])
  const lines = pages.flatMap((page) => page.lines.filter((line) => !line.running).map((line) => line.text))
  const starts = [...cells, ...lines].map((text) => text.slice(0, 40))
  const counts = new Map<Category, number>()
  for (const id of new Set(starts.flatMap((text) => criteriaIn(text)))) {
    const category = categoryOf(id)
    if (category) counts.set(category, (counts.get(category) ?? 0) + 1)
  }
  return counts
}

function noSecurity({ categories }: ReportFields): Warning[] {
  if (!categories.value?.length || categories.value.includes('security')) return []
  const message =
    'Security is not among the subjects the auditor examined. That is unusual; ask the vendor why.'
  return [{ code: 'security-absent', message, evidence: categories.evidence.slice(0, 1) }]
}

function missingLists(
  { cuecs, subserviceOrganizations }: ReportFields,
  doc: Doc,
  outline: Outline,
): Warning[] {
  const warnings: Warning[] = []
  const users =
    cuecs.value === null && find(doc, outline, /complementary user[- ]entity controls[^.]{0,200}/i)
  if (users) {
    const message =
      'The auditor relies on things that you as the customer must do, but no list of them was found. Ask the vendor for it.'
    warnings.push({ code: 'cuecs-missing', message, evidence: users })
  }
  const hosts =
    !subserviceOrganizations.value?.length &&
    find(doc, outline, /complementary sub-?service organi[sz]ation controls[^.]{0,200}/i)
  if (hosts) {
    const message =
      'The report speaks of other companies that it relies on, but their names were not found. Ask who they are.'
    warnings.push({ code: 'subservice-missing', message, evidence: hosts })
  }
  return warnings
}

function find(doc: Doc, outline: Outline, pattern: RegExp) {
  for (const page of outline.pagesOf('auditor')) {
    const match = pattern.exec(page.text)
    const evidence = match && evidenceOn(doc, outline, page.number, match[0])
    if (evidence) return [evidence]
  }
  return null
}

function auditor({ serviceAuditor }: ReportFields, outline: Outline): Warning[] {
  const text = outline
    .pagesOf('auditor')
    .map((page) => page.text)
    .join(' ')
  if (
    !text ||
    !serviceAuditor.value ||
    /\bCPAs?\b|Certified Public Accountant|\bAICPA\b[^.]{0,80}\bmember/i.test(text + serviceAuditor.value)
  )
    return []
  const message =
    'The auditor does not say that it is a CPA firm. Only a licensed CPA firm may issue a SOC 2 report; look the firm up.'
  return [{ code: 'auditor-not-cpa', message, evidence: serviceAuditor.evidence.slice(0, 1) }]
}
