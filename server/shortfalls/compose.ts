import { amendedIn, isShortfall, listProvisions, type ShownProvision } from '../agreements/agreements'
import type { Actor } from '../actor'
import type { Database } from '../database'
import { confirmedReading, findDocument, type Document } from '../documents/documents'
import { Conflict } from '../errors'
import type { Page } from '../reader/reader'

/** What could be asked for on one provision, in words that a person may change. */
export interface Proposed extends ShownProvision {
  text: string
  quote: string | null
  page: Page | null
  /** Asked for unless a person takes it out. */
  isUsual: boolean
}

/** Everything in a paper that isn't plainly there, and that no amendment has brought since. @throws Conflict where it wasn't read as an agreement */
export async function proposePoints(
  db: Database,
  actor: Actor,
  documentId: string,
): Promise<{ document: Document; proposed: Proposed[] }> {
  const document = await findDocument(db, actor, documentId)
  const reading = (await confirmedReading(db, document))?.reading
  if (!reading?.provisions)
    throw new Conflict('This document was not read as an agreement, so there are no points to ask about.')
  const amended = await amendedIn(db, actor, documentId)
  const open = listProvisions(reading.provisions).filter(
    ({ id, result, kind }) =>
      result !== 'present' && !(result === 'missing' && kind === 'optional') && !amended.has(id),
  )
  return { document, proposed: open.map(proposed) }
}

function proposed(provision: ShownProvision): Proposed {
  const [evidence] = provision.evidence
  const quote = provision.result === 'missing' ? null : (evidence?.quote ?? null)
  const page = quote === null ? null : (evidence?.page ?? null)
  const text = `${asked(provision)} ${said(provision, quote, page)}`
  return { ...provision, text, quote, page, isUsual: isShortfall(provision) }
}

function asked({ result, kind, need, citation }: ShownProvision): string {
  const verb = result === 'needs-a-person' ? 'Please confirm, and if needed add, that' : 'Please add that'
  return `${verb} ${need} (45 CFR ${citation}${kind === 'practice' ? '; good practice, not a required clause' : ''}).`
}

function said({ result }: ShownProvision, quote: string | null, page: Page | null): string {
  if (result === 'missing') return 'We did not find it in your paper.'
  if (quote === null) return 'We could not tell it from your paper.'
  const says = `Your paper says on page ${page}: “${quote}”${/[.!?]$/.test(quote) ? '' : '.'}`
  return result === 'weak' ? `${says} That does not seem to be enough.` : says
}
