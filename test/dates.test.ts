import fc from 'fast-check'
import { DateTime } from 'luxon'
import { amend } from '../server/agreements/amended'
import { stretchEnd } from '../server/agreements/state'
import type { Agreement } from '../server/agreements/agreement'
import {
  addDays,
  addMonths,
  addYears,
  dateIn,
  daysBetween,
  instantOf,
  isDate,
  isTimeZone,
  longDay,
  shownDate,
  shownTime,
} from '../server/dates'
import { calendarOf } from '../server/reminders/calendar'
import { currentStage, datedStages, weeklyStages, type LastDay } from '../server/reminders/schedule'

const DAY_MS = 86_400_000
const ZONES = [
  'America/New_York',
  'America/Los_Angeles',
  'America/Phoenix',
  'Pacific/Honolulu',
  'America/St_Johns',
  'Europe/London',
  'Australia/Lord_Howe',
  'Pacific/Kiritimati',
  'Pacific/Apia',
  'Asia/Kathmandu',
  'UTC',
]

const date = fc
  .integer({ min: 0, max: 40_000 })
  .map((days) => new Date(Date.UTC(1990, 0, 1) + days * DAY_MS).toISOString().slice(0, 10))
const zone = fc.constantFrom(...ZONES)
const instant = fc.integer({ min: Date.UTC(1990, 0, 1), max: Date.UTC(2099, 0, 1) }).map((at) => new Date(at))

describe('days', () => {
  test('adding days and counting them are each other’s reverse', () => {
    fc.assert(
      fc.property(date, fc.integer({ min: -20_000, max: 20_000 }), (from, days) => {
        expect(daysBetween(from, addDays(from, days))).toBe(days)
        expect(addDays(addDays(from, days), -days)).toBe(from)
      }),
    )
  })

  test('dates sort as text in the order of time', () => {
    fc.assert(
      fc.property(date, date, (a, b) =>
        expect(Math.sign(daysBetween(a, b))).toBe(a < b ? 1 : a > b ? -1 : 0),
      ),
    )
  })

  test('every day is a date, and only days are', () => {
    fc.assert(fc.property(date, (day) => expect(isDate(day)).toBe(true)))
    for (const text of [
      '2023-02-29',
      '2026-04-31',
      '2026-13-01',
      '2026-00-10',
      '2026-1-1',
      '20260101',
      '',
      '2026-02-30',
      'today',
    ]) {
      expect(isDate(text)).toBe(false)
    }
    expect(isDate('2024-02-29')).toBe(true)
  })
})

describe('months and years', () => {
  test('the day stays, or is the last one of a shorter month', () => {
    fc.assert(
      fc.property(date, fc.integer({ min: -240, max: 240 }), (from, months) => {
        const to = addMonths(from, months)
        const [year, month, day] = from.split('-').map(Number) as [number, number, number]
        const [toYear, toMonth, toDay] = to.split('-').map(Number) as [number, number, number]
        expect((toYear - year) * 12 + toMonth - month).toBe(months)
        const last = new Date(Date.UTC(toYear, toMonth, 0)).getUTCDate()
        expect(toDay).toBe(Math.min(day, last))
      }),
    )
  })

  test('later stays later', () => {
    fc.assert(
      fc.property(date, date, fc.integer({ min: 0, max: 120 }), (a, b, months) => {
        const [first, second] = a <= b ? [a, b] : [b, a]
        expect(addMonths(first, months) <= addMonths(second, months)).toBe(true)
      }),
    )
  })

  test.each([
    ['2024-01-31', 1, '2024-02-29'],
    ['2023-01-31', 1, '2023-02-28'],
    ['2026-08-31', 9, '2027-05-31'],
    ['2026-05-31', 9, '2027-02-28'],
    ['2027-05-31', 9, '2028-02-29'],
    ['2024-02-29', 12, '2025-02-28'],
    ['2024-02-29', 48, '2028-02-29'],
    ['2026-03-31', -1, '2026-02-28'],
  ])('%s and %i months is %s', (from, months, to) => {
    expect(addMonths(from, months)).toBe(to)
  })

  test('six years after a leap day', () => {
    expect(addYears('2024-02-29', 6)).toBe('2030-02-28')
    expect(addYears('2022-02-28', 6)).toBe('2028-02-28')
  })
})

describe('time zones', () => {
  test('an hour of a day is on that day in its zone, and at that hour unless the clock skips it', () => {
    fc.assert(
      fc.property(date, fc.integer({ min: 6, max: 20 }), zone, (day, hour, timeZone) => {
        // Apia went from Thursday to Saturday and never had that Friday.
        fc.pre(!(timeZone === 'Pacific/Apia' && day === '2011-12-30'))
        fc.pre(!(timeZone === 'Pacific/Kiritimati' && (day === '1994-12-31' || day === '1995-01-01')))
        const at = instantOf(day, hour, timeZone)
        expect(at).toMatch(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:00\.000Z$/)
        expect(dateIn(timeZone, at)).toBe(day)
        expect(DateTime.fromISO(at).setZone(timeZone).hour).toBe(hour)
      }),
    )
  })

  test('an hour that the clock skips is the one after it', () => {
    const at = instantOf('2027-03-14', 2, 'America/New_York')
    expect(DateTime.fromISO(at).setZone('America/New_York').toFormat('yyyy-MM-dd HH:mm')).toBe(
      '2027-03-14 03:00',
    )
  })

  test('mornings follow each other by 23 to 25 hours', () => {
    fc.assert(
      fc.property(
        date,
        fc.constantFrom('America/New_York', 'America/Los_Angeles', 'Europe/London'),
        (day, timeZone) => {
          const apart =
            Date.parse(instantOf(addDays(day, 1), 8, timeZone)) - Date.parse(instantOf(day, 8, timeZone))
          expect([23, 24, 25]).toContain(apart / 3_600_000)
        },
      ),
    )
  })

  test('text and instant of the same moment are the same day', () => {
    fc.assert(
      fc.property(instant, zone, (at, timeZone) =>
        expect(dateIn(timeZone, at)).toBe(dateIn(timeZone, at.toISOString())),
      ),
    )
  })

  test('the day turns at midnight of the practice, not of the machine', () => {
    expect(dateIn('America/New_York', '2026-11-23T04:59:59.999Z')).toBe('2026-11-22')
    expect(dateIn('America/New_York', '2026-11-23T05:00:00.000Z')).toBe('2026-11-23')
    expect(dateIn('America/New_York', '2026-07-01T03:59:59.999Z')).toBe('2026-06-30')
    expect(dateIn('Pacific/Honolulu', '2026-11-23T09:59:59.999Z')).toBe('2026-11-22')
  })

  test('only zones are zones', () => {
    for (const name of ZONES) expect(isTimeZone(name)).toBe(true)
    for (const name of ['Ohio', '', 'America/Springfield', 'EST5EDT4EVER'])
      expect(isTimeZone(name)).toBe(false)
  })
})

describe('as shown', () => {
  test('dates, days and times', () => {
    expect(shownDate('2026-11-28')).toBe('28 Nov 2026')
    expect(shownDate('2026-09-01')).toBe('1 Sep 2026')
    expect(shownDate(null)).toBe('–')
    expect(longDay('2026-11-22')).toBe('Sunday, 22 November')
    expect(shownTime('2026-11-22T19:05:00Z', 'America/New_York')).toBe('22 Nov 2026, 14:05')
    expect(shownTime(null, 'UTC')).toBe('–')
  })
})

describe('stages', () => {
  const schedule = fc.record({
    base: date,
    last: fc.constantFrom<LastDay>('plain', 'urgent', 'silent'),
    quiet: fc.boolean(),
    rule: fc.record({
      on: fc.constant(true),
      before: fc.uniqueArray(fc.integer({ min: 0, max: 120 }), { maxLength: 6 }),
      weekly: fc.boolean(),
      to: fc.constant<string[]>([]),
      next: fc.constant(null),
    }),
  })

  test('the stage never lies ahead, never goes back, and is never late', () => {
    fc.assert(
      fc.property(schedule, fc.integer({ min: -150, max: 400 }), (one, offset) => {
        const today = addDays(one.base, offset)
        const [now, next] = [stageAt(one, today), stageAt(one, addDays(today, 1))]
        if (now) expect(now.on <= today && now.on <= now.dueOn).toBe(true)
        if (now) expect(next && next.on >= now.on).toBe(true)
      }),
    )
  })

  test('a letter goes on a quiet day for a last day alone', () => {
    fc.assert(
      fc.property(schedule, fc.integer({ min: -150, max: 400 }), (one, offset) => {
        const calendar = calendarOf({ weekends: one.quiet, federalHolidays: one.quiet, holidays: [] })
        const stage = stageAt(one, addDays(one.base, offset))
        if (stage && calendar.isQuiet(stage.on)) expect(stage.isUrgent).toBe(true)
      }),
    )
  })

  type One = typeof schedule extends fc.Arbitrary<infer T> ? T : never

  function stageAt({ base, rule, last, quiet }: One, day: string) {
    const calendar = calendarOf({ weekends: quiet, federalHolidays: quiet, holidays: [] })
    const dated = datedStages(base, rule, last, calendar)
    return currentStage([...dated, ...weeklyStages(base, rule, day, calendar)], day)
  }
})

const unamended = (agreement: Agreement) => ({ ...agreement, ...amend(agreement, [], null) })

test('a renewal’s end is never past, never a whole renewal away, and keeps its day of the month', () => {
  fc.assert(
    fc.property(
      date,
      fc.integer({ min: 1, max: 36 }),
      fc.integer({ min: 0, max: 4000 }),
      (ends, renewalMonths, days) => {
        const today = addDays(ends, days)
        const end = stretchEnd(unamended({ ends, renewalMonths } as Agreement), today)!
        expect(end >= today).toBe(true)
        expect(end <= addMonths(addDays(today, 3), renewalMonths)).toBe(true)
        expect(Number(end.slice(8))).toBeGreaterThanOrEqual(Math.min(28, Number(ends.slice(8))))
      },
    ),
  )
})
