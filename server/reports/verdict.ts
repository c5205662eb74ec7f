import { shownDate } from '../dates'
import { opinionNames, typeNames } from '../documents/documents'
import type { Reading } from '../reader/reader'
import type { Report } from './report'

const AREAS: [RegExp, string][] = [
  [/^CC6/, 'access control'],
  [/^CC7/, 'monitoring and incidents'],
  [/^CC8/, 'changes to systems'],
  [/^CC9/, 'vendors and continuity'],
  [/^A1/, 'availability'],
  [/^C1/, 'confidentiality'],
  [/^PI1/, 'processing'],
  [/^P\d/, 'privacy'],
  [/^CC[1-5]/, 'governance and risk'],
]
const NAMED_AREAS = 2

const names = { soc2: 'SOC 2', soc1: 'SOC 1', soc3: 'SOC 3', 'bridge-letter': 'Bridge letter' }

/** "SOC 2 Type II, 1 Oct 2024 – 30 Sep 2025, unqualified, 2 exceptions in access control" */
export function verdictLine(report: Report, reading: Reading): string {
  const draft = report.draft === 1 ? 'Draft: ' : ''
  if (report.kind === 'bridge-letter') return `${draft}Bridge letter, ${periodWords(report)}`
  const parts = [
    kindWords(report),
    periodWords(report),
    opinionWords(report),
    exceptionWords(report, reading),
  ]
  return draft + parts.filter(Boolean).join(', ')
}

/** "Type II, qualified, 3 exceptions" */
export function verdictWords(report: Report): string {
  const type = report.type ? typeNames[report.type] : 'Type not known'
  return [type, opinionWords(report), counted(report.exceptions)].filter(Boolean).join(', ')
}

export function kindWords({ kind, type }: Report): string {
  return type && kind !== 'bridge-letter' && kind !== 'soc3'
    ? `${names[kind]} ${typeNames[type]}`
    : names[kind]
}

export function periodWords({ kind, type, periodStart, periodEnd }: Report): string {
  if (type === 'type-1') return periodEnd ? `as of ${shownDate(periodEnd)}` : 'its date was not found'
  if (periodStart && periodEnd) return `${shownDate(periodStart)} – ${shownDate(periodEnd)}`
  if (periodEnd) return `to ${shownDate(periodEnd)}`
  return kind === 'bridge-letter' ? 'the days it speaks for were not found' : 'its period was not found'
}

function opinionWords({ opinion }: Report): string {
  return opinion ? opinionNames[opinion] : 'opinion not found'
}

function exceptionWords(report: Report, reading: Reading): string {
  if (!report.exceptions) return report.type === 'type-1' ? '' : counted(report.exceptions)
  const areas = areasOf((reading.exceptions.value ?? []).flatMap(({ criteria }) => criteria))
  return areas ? `${counted(report.exceptions)} in ${areas}` : counted(report.exceptions)
}

function areasOf(criteria: string[]): string {
  const found = criteria.map((one) => AREAS.find(([shape]) => shape.test(one))?.[1] ?? 'other matters')
  const areas = [...new Set(found)]
  const more = areas.length > NAMED_AREAS ? ' and more' : ''
  return areas.length === NAMED_AREAS ? areas.join(' and ') : areas.slice(0, NAMED_AREAS).join(', ') + more
}

function counted(exceptions: number | null): string {
  if (exceptions === null) return ''
  if (exceptions === 0) return 'no exceptions'
  return exceptions === 1 ? '1 exception' : `${exceptions} exceptions`
}
