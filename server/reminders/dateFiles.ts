import type { Program } from '../actor'
import type { LetterFile } from '../letters/letters'
import type { Services } from '../services'
import { dayOf, noteEntries, uidOf } from './entries'
import { icsOf } from './ics'
import type { Draft } from './letters'

const TYPE = 'text/calendar; charset=utf-8; method=PUBLISH'

/** For each letter the file that puts its dates into a calendar, under the names that the feeds use too; none for what has passed. */
export async function dateFiles(
  { db, config }: Services,
  program: Program,
  drafts: Draft[],
): Promise<(draft: Draft) => LetterFile[]> {
  const matters = drafts.flatMap(({ lines }) => lines.map(({ matter }) => matter))
  const ahead = matters.filter(({ base }) => base >= program.today)
  const entries = await noteEntries(db, program.practiceId, ahead, program.at)
  return ({ lines }) => {
    const uids = new Set(lines.map(({ matter }) => uidOf(program.practiceId, matter)))
    const days = [...uids].flatMap((uid) => entries.get(uid) ?? []).map((one) => dayOf(one, config.baseUrl))
    if (days.length === 0) return []
    const content = icsOf(days, 'Countersign', 'letter')
    return [{ name: days.length === 1 ? 'date.ics' : 'dates.ics', type: TYPE, content }]
  }
}
