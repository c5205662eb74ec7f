export type Tier = 'critical' | 'high' | 'medium' | 'low' | 'none'

/** From 0, nothing to worry about, to 3, the most; null while nobody has answered. */
export interface Drivers {
  records: number | null
  access: number | null
  criticality: number | null
  sensitivity: number | null
  chain: number | null
}

export type Driver = keyof Drivers

export interface DriverQuestion {
  driver: Driver
  name: string
  question: string
  /** In order of points, 0 to 3. */
  answers: [string, string, string, string]
}

/** Points and limits are this program's proposal, not law; 500 is the number at which HHS must be told at once. */
export const driverQuestions: DriverQuestion[] = [
  {
    driver: 'records',
    name: 'Records',
    question: 'How many patients’ records could it reach?',
    answers: ['None', 'Fewer than 500', '500 to 9,999', '10,000 or more'],
  },
  {
    driver: 'access',
    name: 'Access',
    question: 'How deep does its access go?',
    answers: [
      'None',
      'Sees some when we show it',
      'Stores or receives them',
      'Runs our systems, or holds a full copy',
    ],
  },
  {
    driver: 'criticality',
    name: 'Outage',
    question: 'How long could the practice do without it?',
    answers: ['Weeks', 'Days', 'One day', 'Hours'],
  },
  {
    driver: 'sensitivity',
    name: 'Sensitivity',
    question: 'What is the most delicate thing it touches?',
    answers: [
      'Appointments only',
      'Billing',
      'Clinical notes',
      'Psychotherapy, substance use, HIV or minors',
    ],
  },
  {
    driver: 'chain',
    name: 'Subcontractors',
    question: 'Who works for it, behind it?',
    answers: ['No one', 'US companies, listed', 'Several', 'Offshore, or not known to us'],
  },
]

export interface TierArithmetic {
  drivers: { driver: Driver; name: string; answer: string | null; points: number | null }[]
  /** Of the answered ones. */
  sum: number
  unanswered: Driver[]
  /** From the answers so far. */
  least: Tier
  /** If every open answer came out worst. */
  most: Tier
  /** The higher of `least` and the category's usual tier while answers are open; `least` once all are given. */
  tier: Tier
  isFinal: boolean
  /** The rule that made `least`, in a sentence. */
  rule: string
}

const RANK: Tier[] = ['none', 'low', 'medium', 'high', 'critical']
/** Critical and high yearly, medium every two years, low every three: good practice, not a duty of HIPAA. */
const REVIEW_MONTHS: Record<Tier, number> = { critical: 12, high: 12, medium: 24, low: 36, none: 36 }
const DRIVERS = driverQuestions.map((question) => question.driver)
const WORST = 3

/** Months from a decision to the next review. */
export function reviewMonths(tier: Tier): number {
  return REVIEW_MONTHS[tier]
}

export function tierArithmetic(drivers: Drivers, usual: Tier): TierArithmetic {
  const unanswered = DRIVERS.filter((driver) => drivers[driver] === null)
  const least = scoreOf(drivers, 0)
  const most = scoreOf(drivers, WORST).tier
  const isFinal = unanswered.length === 0
  return {
    drivers: driverQuestions.map((question) => answered(question, drivers[question.driver])),
    sum: least.sum,
    unanswered,
    least: least.tier,
    most,
    tier: isFinal ? least.tier : higher(least.tier, usual),
    isFinal,
    rule: least.rule,
  }
}

function answered({ driver, name, answers }: DriverQuestion, points: number | null) {
  return { driver, name, points, answer: points === null ? null : (answers[points] ?? null) }
}

function scoreOf(drivers: Drivers, unknown: number): { sum: number; tier: Tier; rule: string } {
  const points = (driver: Driver) => drivers[driver] ?? unknown
  const sum = DRIVERS.reduce((total, driver) => total + points(driver), 0)
  if (points('access') === WORST && points('criticality') === WORST) {
    return {
      sum,
      tier: 'critical',
      rule: '3 points in access together with 3 in outage make it critical, whatever the sum',
    }
  }
  return { sum, ...tierOfSum(sum) }
}

function tierOfSum(sum: number): { tier: Tier; rule: string } {
  if (sum >= 11) return { tier: 'critical', rule: '11 points or more make it critical' }
  if (sum >= 8) return { tier: 'high', rule: '8 to 10 points make it high' }
  if (sum >= 4) return { tier: 'medium', rule: '4 to 7 points make it medium' }
  return sum >= 1
    ? { tier: 'low', rule: '1 to 3 points make it low' }
    : { tier: 'none', rule: '0 points: no tier' }
}

function higher(a: Tier, b: Tier): Tier {
  return RANK.indexOf(a) > RANK.indexOf(b) ? a : b
}
