import { listColleagues, type Practice } from '../accounts/accounts'
import type { Database } from '../database'
import type { PlainDate } from '../dates'
import { calendarOf } from './calendar'
import { listHolds, type Hold } from './holds'
import type { Reminding } from './lines'
import { circleOf } from './people'
import { listVendorRules, practiceRules, type Rules } from './rules'
import { listSilences } from './silences'
import { listStops } from './stops'

/** All that decides besides the matters and the day. @param trying rules to be seen before they are saved */
export async function remindingOf(
  db: Database,
  practice: Pick<Practice, 'id'>,
  today: PlainDate,
  trying?: Rules,
): Promise<Reminding> {
  const rules = trying ?? (await practiceRules(db, practice.id)).rules
  const ofVendor = await listVendorRules(db, practice.id)
  const circle = circleOf(await listColleagues(db, practice.id), await listStops(db, practice.id))
  const silences = await listSilences(db, practice.id, today)
  const holds = new Map<string, Hold[]>()
  for (const hold of await listHolds(db, practice.id))
    holds.set(hold.matter, [...(holds.get(hold.matter) ?? []), hold])
  return { rules, ofVendor, circle, silences, holds, calendar: calendarOf(rules.quiet) }
}
