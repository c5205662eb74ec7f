import type { Doc, Outline } from '../../pages'
import type { Warning } from '../../reading'
import { evidenceOn } from '../tests/evidence'

const PLACEHOLDER =
  /\[(?:insert|company|client|service organi[sz]ation|name|date|auditor|tbd|x{2,}|to be)[^\]\n]{0,60}\]|<(?:insert|company|date|name)[^>\n]{0,40}>|\bTBD\b|\bX{3,}\b|\blorem ipsum\b|\b20X[0-9]\b/i

/** Placeholders, missing sections and pages that could not be read (W12, W13, W17). */
export function aboutText(doc: Doc, outline: Outline): Warning[] {
  return [...placeholders(doc, outline), ...missingSections(outline), ...garbled(outline)]
}

function placeholders(doc: Doc, outline: Outline): Warning[] {
  for (const page of doc.pages) {
    if (['unknown', 'contents'].includes(outline.sectionOf(page.number))) continue
    const match = PLACEHOLDER.exec(page.text)
    const evidence = match && evidenceOn(doc, outline, page.number, match[0])
    if (!evidence) continue
    const message =
      'The report still holds a placeholder that somebody forgot to fill in. Ask whether this is the final version.'
    return [{ code: 'placeholder', message, evidence: [evidence] }]
  }
  return []
}

function missingSections(outline: Outline): Warning[] {
  return outline.listed
    .filter((entry) => !entry.present && entry.section !== 'unknown' && entry.section !== 'other')
    .map((entry) => ({
      code: 'section-missing',
      message: `The contents page lists “${entry.title}”, but that part is not in the file. Ask for the whole report.`,
      evidence: [],
    }))
}

function garbled(outline: Outline): Warning[] {
  const pages = [...outline.pagesOf('auditor'), ...outline.pagesOf('tests')].filter((page) => !page.readable)
  if (!pages.length) return []
  const list = pages.map((page) => page.number).join(', ')
  const message = `Page${pages.length > 1 ? 's' : ''} ${list} could not be read although important things stand there. Please look yourself.`
  return [{ code: 'pages-unreadable', message, evidence: [] }]
}
