import ical, { ICalAlarmType, ICalCalendarMethod, ICalEventTransparency } from 'ical-generator'
import type { PlainDate } from '../dates'

/** A whole day in a calendar. */
export interface CalendarDay {
  /** The same for as long as it is the same thing, whatever its date. */
  uid: string
  title: string
  date: PlainDate
  /** How often it changed. */
  sequence: number
  /** When it changed last; UTC ISO text. */
  at: string
  url: string
}

const HOUR = 3600
/** Seconds before the day begins: at nine in the morning a week and a day before. */
const ALARMS = [7 * 24 * HOUR - 9 * HOUR, 15 * HOUR]

/** @param way `feed` is asked for again and again; `letter` is taken once */
export function icsOf(days: CalendarDay[], name: string, way: 'feed' | 'letter'): string {
  const calendar = ical({
    name,
    prodId: { company: 'Countersign', product: 'Reminders', language: 'EN' },
    ...(way === 'feed' ? { ttl: HOUR } : { method: ICalCalendarMethod.PUBLISH }),
  })
  for (const { uid, title, date, sequence, at, url } of days) {
    calendar.createEvent({
      id: uid,
      summary: title,
      description: `What there is to do: ${url}`,
      url,
      start: new Date(`${date}T00:00:00Z`),
      allDay: true,
      sequence,
      stamp: new Date(at),
      lastModified: new Date(at),
      transparency: ICalEventTransparency.TRANSPARENT,
      alarms: ALARMS.map((trigger) => ({ type: ICalAlarmType.display, trigger, description: title })),
    })
  }
  return calendar.toString()
}
