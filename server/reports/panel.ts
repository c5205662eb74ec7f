import { listDocuments, shownKind, shownSize, type Document } from '../documents/documents'
import type { State, VendorPanel } from '../vendors/vendors'
import { barsOf } from './coverage'
import { listReports, type Report } from './report'
import { kindWords, periodWords, verdictWords } from './verdict'

interface Row {
  document: Document
  title: string
  detail: string
  size: string
  address: string
  tag: { state: State; word: string }
}

/** The vendor's documents, those that are reports with what they say. */
export const reportPanel: VendorPanel = {
  view: 'reports/panel',
  async load(db, actor, vendor) {
    const documents = await listDocuments(db, actor, vendor.id)
    const reports = await listReports(db, actor, vendor.id)
    const of = new Map(reports.map((report) => [report.documentId, report]))
    const rows = documents.map((document) => rowOf(document, of.get(document.id), vendor.reportId))
    return { rows, coverage: barsOf(reports, actor.today) }
  },
}

function rowOf(document: Document, report: Report | undefined, current: string | null): Row {
  const about = { document, size: shownSize(document.bytes), address: `/documents/${document.id}` }
  if (report && document.state === 'read') {
    return { ...about, ...reportWords(report, current), address: `/reports/${report.id}` }
  }
  return { ...about, title: shownKind(document), detail: '', tag: stateOf(document) }
}

function reportWords(report: Report, current: string | null): Pick<Row, 'title' | 'detail' | 'tag'> {
  const detail =
    report.kind === 'bridge-letter'
      ? periodWords(report)
      : [periodWords(report), opinionDetail(report)].join(' · ')
  return { title: kindWords(report), detail, tag: reportTag(report, current) }
}

function opinionDetail(report: Report): string {
  return verdictWords(report).replace(/^Type (I|II|not known), /, '')
}

function reportTag(report: Report, current: string | null): Row['tag'] {
  if (report.setAsideAt) return { state: 'none', word: 'set aside' }
  if (report.draft === 1) return { state: 'look', word: 'draft, doesn’t count' }
  if (report.id === current) return { state: 'good', word: 'counts now' }
  return { state: 'none', word: report.kind === 'soc2' ? 'earlier' : 'on file' }
}

function stateOf({ state }: Document): Row['tag'] {
  if (state === 'waiting') return { state: 'none', word: 'being read' }
  if (state === 'failed') return { state: 'look', word: 'could not be read' }
  return { state: 'none', word: 'on file' }
}
