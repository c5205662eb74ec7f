import { listProvisions, type ShownProvision } from '../agreements/agreements'
import type { Actor } from '../actor'
import type { Database } from '../database'
import {
  confirmedReading,
  findDocument,
  isBeingRead,
  listDocuments,
  type Document,
} from '../documents/documents'
import type { Evidence } from '../reader/reader'
import type { State } from '../vendors/vendors'
import type { FullShortfall, ShortfallPoint } from './shortfall'

/** A paper that came after the letter, newest first. */
export interface Answer {
  document: Document
  beingRead: boolean
  /** Null where it was not read as an agreement. */
  provisions: ShownProvision[] | null
}

export interface PointStanding extends ShortfallPoint {
  name: string
  citation: string
  tag: { state: State; word: string }
  isSettled: boolean
  /** Where the newest paper that says something of it says so. */
  answer: { document: Document; evidence: Evidence[]; note: string | null } | null
}

export interface ShortfallStanding {
  answers: Answer[]
  points: PointStanding[]
  settled: number
  /** Present in the old paper, and not found in the newest answer. */
  lost: ShownProvision[]
  tag: { state: State; word: string }
}

const TAGS: Record<string, { state: State; word: string }> = {
  present: { state: 'good', word: 'settled' },
  weak: { state: 'look', word: 'still weak' },
  'needs-a-person': { state: 'look', word: 'read it yourself' },
  missing: { state: 'bad', word: 'still missing' },
}
const RANK = ['missing', 'needs-a-person', 'weak', 'present']

/** Holds what came back against what was asked, point by point. */
export async function standingOf(
  db: Database,
  actor: Actor,
  shortfall: FullShortfall,
): Promise<ShortfallStanding> {
  const answers = await answersTo(db, actor, shortfall)
  const points = shortfall.points.map((point) => pointStanding(point, answers))
  const settled = points.filter(({ isSettled }) => isSettled).length
  const lost = await lostIn(db, actor, shortfall, answers)
  return { answers, points, settled, lost, tag: tagOf(shortfall, points, settled, answers) }
}

/** What came through the letter's own links, and every agreement of the vendor that came in otherwise since. */
async function answersTo(db: Database, actor: Actor, shortfall: FullShortfall): Promise<Answer[]> {
  const { practiceId } = actor
  const inviteIds = (await db('invites').where({ practiceId, aboutId: shortfall.id }).pluck('id')) as string[]
  const documents = (await listDocuments(db, actor, shortfall.vendorId)).filter(
    (one) =>
      one.receivedAt > shortfall.createdAt &&
      one.origin !== 'to-sign' &&
      (one.kind === 'baa' || inviteIds.includes(one.inviteId ?? '')),
  )
  return Promise.all(
    documents.map(async (document) => ({
      document,
      beingRead: document.state === 'waiting' && (await isBeingRead(db, document)),
      provisions: await provisionsIn(db, document),
    })),
  )
}

async function provisionsIn(db: Database, document: Document): Promise<ShownProvision[] | null> {
  const provisions = (await confirmedReading(db, document))?.reading.provisions
  return provisions ? listProvisions(provisions) : null
}

/** An amendment says only what it changes, so the best of all that came counts, the newer one where they are even. */
function pointStanding(point: ShortfallPoint, answers: Answer[]): PointStanding {
  const found = answers.flatMap(({ document, provisions }) => {
    const provision = provisions?.find(({ id }) => id === point.provision)
    return provision ? [{ document, provision }] : []
  })
  const best = found.sort((a, b) => RANK.indexOf(b.provision.result) - RANK.indexOf(a.provision.result))[0]
  const [words] = listProvisions({ [point.provision]: { result: point.result, evidence: [] } })
  const answer = best
    ? { document: best.document, evidence: best.provision.evidence, note: best.provision.note }
    : null
  const about = { ...point, name: words!.words, citation: words!.citation, answer }
  if (point.settledAt)
    return { ...about, isSettled: true, tag: { state: 'good', word: `settled by ${point.settledBy}` } }
  const tag = best ? TAGS[best.provision.result]! : ({ state: 'none', word: 'no answer yet' } as const)
  return { ...about, isSettled: best?.provision.result === 'present', tag }
}

async function lostIn(
  db: Database,
  actor: Actor,
  shortfall: FullShortfall,
  answers: Answer[],
): Promise<ShownProvision[]> {
  const newest = answers.find(({ provisions }) => provisions !== null)?.provisions
  if (!newest) return []
  const before = await provisionsIn(db, await findDocument(db, actor, shortfall.documentId))
  const missing = new Set(newest.filter(({ result }) => result === 'missing').map(({ id }) => id))
  return (before ?? []).filter(
    ({ id, result, kind }) => kind === 'required' && result === 'present' && missing.has(id),
  )
}

function tagOf(
  { closedAt }: FullShortfall,
  points: PointStanding[],
  settled: number,
  answers: Answer[],
): { state: State; word: string } {
  const count = `${settled} of ${points.length} settled`
  if (closedAt) return { state: settled === points.length ? 'good' : 'none', word: `closed, ${count}` }
  if (answers.some(({ beingRead }) => beingRead)) return { state: 'none', word: 'the answer is being read' }
  if (answers.length === 0 && settled === 0) return { state: 'look', word: 'no answer yet' }
  return { state: settled === points.length ? 'good' : 'bad', word: count }
}
