import type { Evidence, ISODate } from '../reading'
import { findDates, numericOrder, settle } from '../soc2/dates'
import { evidenceAt, type Flow } from './flow'

/** What the record of an e-signing service says, page by page. */
export interface Certificate {
  completed: boolean
  signers: { name: string; evidence: Evidence; date: { iso: ISODate; evidence: Evidence[] } | null }[]
}

const RECORD =
  /\bcertificate of completion\b|\benvelope (?:id|summary)|\b(?:final )?audit report\b|\bsignature certificate\b|\bdocument history\b|\be-?sign(?:ed|ature) (?:audit|record|certificate)/i
const PERSON = "([A-Z][\\w.'’-]+(?: [A-Z][\\w.'’-]*){1,3})"
const SIGNED = new RegExp(
  [
    `\\b(?:[Dd]ocument )?(?:[Ee]-?|[Ee]lectronically )?[Ss]igned by:? ${PERSON}`,
    `\\b${PERSON}\\s*(?:\\([^)]*@[^)]*\\)|[\\w.+-]+@[\\w.-]+)[^\\n]{0,60}\\n?[^\\n]{0,100}\\b[Ss]igned\\b`,
    `\\b${PERSON}\\s+(?:has )?[Ss]igned(?: on| at)?:?\\s+(?:\\d{1,4}[/.-]|[A-Z][a-z]{2,8} \\d)`,
  ].join('|'),
  'g',
)

/** null when the file has no such page. */
export function findCertificate(flow: Flow): Certificate | null {
  const at = RECORD.exec(flow.text)?.index
  if (at === undefined) return null
  const record = flow.text.slice(at)
  const marks = [...record.matchAll(SIGNED)]
  const signers = marks.flatMap((match, index) => {
    const from = at + match.index
    const evidence = evidenceAt(flow, from, from + match[0].length)
    const until = marks[index + 1] ? at + marks[index + 1]!.index : from + 400
    return evidence
      ? [{ name: (match[1] ?? match[2] ?? match[3])!, evidence, date: signedOn(flow, from, until) }]
      : []
  })
  const completed =
    /\bstatus:?\s*completed\b|\bagreement completed\b|\bcompleted\b[^.\n]{0,40}\bsecurity checked\b|\benvelope completed\b|\bstatus:?\s*signed\b|\bdocument (?:has been |was )?completed\b/i.test(
      record,
    )
  const open = /\bstatus:?\s*(?:sent|delivered|voided|declined|waiting)|\bawaiting\b/i.test(record)
  return { completed: completed && !open, signers }
}

/** `Signed: 6/20/2025 2:41 PM` in the part of one signer. */
function signedOn(flow: Flow, from: number, until: number): Certificate['signers'][number]['date'] {
  const text = flow.text.slice(from, until)
  const date = findDates(text).find(({ start }) => /\bsigned(?: on| at)?:?\s+$/i.test(text.slice(0, start)))
  const iso = date ? settle(date, numericOrder(flow.text) ?? 'month-first') : null
  const evidence = date && iso ? evidenceAt(flow, from + date.start, from + date.end) : null
  return iso && evidence ? { iso, evidence: [evidence] } : null
}
