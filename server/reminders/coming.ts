import { findPractice } from '../accounts/accounts'
import type { Person } from '../actor'
import { addDays, addYears, type PlainDate } from '../dates'
import type { Services } from '../services'
import { mattersIn } from './facts'
import type { Matter } from './matters'
import { stagesWithin } from './schedule'
import { wordsFor } from './words'

export interface ComingLetter {
  on: PlainDate
  vendorId: string
  vendorName: string
  subject: string
  /** One of a row that goes on until the matter is settled. */
  isWeekly: boolean
}

const AT_MOST = 500
const YEAR_DAYS = 366

/** The letters of the next twelve months, if nothing changes, by the same rules that plan them. */
export async function listComing({ db, config, now }: Services, actor: Person): Promise<ComingLetter[]> {
  const practice = await findPractice(db, actor.practiceId)
  const coming: ComingLetter[] = []
  for await (const matters of mattersIn(db, practice, now(), YEAR_DAYS)) {
    coming.push(...matters.flatMap((matter) => comingOf(matter, actor.today, config.baseUrl)))
  }
  return coming.sort((a, b) => compare(a.on, b.on) || compare(a.vendorName, b.vendorName)).slice(0, AT_MOST)
}

function comingOf(matter: Matter, today: PlainDate, baseUrl: string): ComingLetter[] {
  const stages = stagesWithin(matter.schedule, addDays(today, 1), addYears(today, 1))
  return stages.map(({ name, dueOn }) => ({
    on: dueOn,
    vendorId: matter.vendorId,
    vendorName: matter.vendorName,
    subject: wordsFor(matter, dueOn, baseUrl).subject,
    isWeekly: name.startsWith('w'),
  }))
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
