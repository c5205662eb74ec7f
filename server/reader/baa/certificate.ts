import type { Evidence } from '../reading'
import { evidenceAt, type Flow } from './flow'

/** What the record of an e-signing service says, page by page. */
export interface Certificate {
  completed: boolean
  signers: { name: string; evidence: Evidence }[]
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
  const signers = [...record.matchAll(SIGNED)].flatMap((match) => {
    const evidence = evidenceAt(flow, at + match.index, at + match.index + match[0].length)
    return evidence ? [{ name: (match[1] ?? match[2] ?? match[3])!, evidence }] : []
  })
  const completed =
    /\bstatus:?\s*completed\b|\bagreement completed\b|\bcompleted\b[^.\n]{0,40}\bsecurity checked\b|\benvelope completed\b/i.test(
      record,
    )
  const open = /\bstatus:?\s*(?:sent|delivered|voided|declined|waiting)|\bawaiting\b/i.test(record)
  return { completed: completed && !open, signers }
}
