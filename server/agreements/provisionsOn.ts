import type { Actor } from '../actor'
import type { Database } from '../database'
import type { PlainDate } from '../dates'
import { confirmedReading, findDocument, type Document } from '../documents/documents'
import type { JudgedAmendment } from './amended'
import { agreementsOf } from './agreement'
import { findVersion, type Version } from './chain'
import { inOrder, listProvisions, type ShownProvision } from './provisions'

export interface PlacedProvision extends ShownProvision {
  /** The paper in which it stands, or doesn't. */
  document: Document
  /** The amendment that brought these words, if one did. */
  amendment: JudgedAmendment | null
}

/** What the papers that hold on a day say of each provision: of an amendment whatever it speaks of, else the agreement itself. */
export async function provisionsOn(
  db: Database,
  actor: Actor,
  version: Version,
  day: PlainDate,
): Promise<PlacedProvision[]> {
  const base = version.documentId ? await placedIn(db, actor, version.documentId, null) : []
  const found = new Map(base.map((one) => [one.id, one]))
  for (const amendment of version.amendments) {
    if (amendment.effect !== 'counts' || amendment.from! > day || !amendment.documentId) continue
    for (const one of await placedIn(db, actor, amendment.documentId, amendment))
      if (takesOver(one, found.get(one.id))) found.set(one.id, one)
  }
  return inOrder([...found.values()])
}

/** Provisions that the agreement of a paper has by an amendment in effect, whatever the paper itself says. */
export async function amendedIn(db: Database, actor: Actor, documentId: string): Promise<Set<string>> {
  const own = await agreementsOf(db, actor).where({ documentId }).first('id')
  if (!own) return new Set()
  const provisions = await provisionsOn(db, actor, await findVersion(db, actor, own.id), actor.today)
  const settled = provisions.filter(({ result, amendment }) => amendment && result === 'present')
  return new Set(settled.map(({ id }) => id))
}

/** What any paper of the kind says of itself, such as who signed it, doesn't displace what the agreement says. */
const OF_THE_PAPER = ['B24', 'B25', 'B26']

function takesOver({ id, result }: PlacedProvision, before: PlacedProvision | undefined): boolean {
  if (!before) return true
  if (OF_THE_PAPER.includes(id)) return result === 'present' && before.result !== 'present'
  return result === 'present' || result === 'weak'
}

async function placedIn(
  db: Database,
  actor: Actor,
  documentId: string,
  amendment: JudgedAmendment | null,
): Promise<PlacedProvision[]> {
  const document = await findDocument(db, actor, documentId)
  const provisions = (await confirmedReading(db, document))?.reading.provisions
  return listProvisions(provisions ?? {}).map((one) => ({ ...one, document, amendment }))
}
