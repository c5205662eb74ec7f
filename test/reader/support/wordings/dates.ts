import type { Answers, Parts, Wording } from './report'

const over = (
  title: string,
  words: string,
  dates: [string, string] = ['2024-07-01', '2025-06-30'],
): Wording => ({
  title,
  parts: {
    timing: words,
    cover: 'Northfall Health, Inc.\nSOC 2 Type 2 Report\nRelevant to Security and Confidentiality',
    criteria: USUAL_CRITERIA,
    opinion: `Opinion\nIn our opinion, in all material respects, the description presents the CareBridge Platform that was designed and implemented ${words}, the controls were suitably designed ${words}, and the controls operated effectively ${words}.`,
    assertion: `Section II – Assertion of Northfall Health, Inc. Management\nWe have prepared the accompanying description of Northfall’s CareBridge Platform ${words} based on the description criteria. We confirm that the controls stated in the description operated effectively ${words}.`,
    after:
      'Restricted Use\nThis report is intended solely for the information and use of Northfall and its user entities and is not intended to be used by anyone other than these specified parties.',
  },
  answers: { dates },
})
const USUAL_CRITERIA =
  '(the “description”), based on the criteria for a description of a service organization’s system set forth in DC section 200 and the suitability of the design and operating effectiveness of controls stated in the description to provide reasonable assurance that Northfall’s service commitments and system requirements were achieved based on the trust services criteria relevant to Security and Confidentiality (“applicable trust services criteria”) set forth in TSP section 100, 2017 Trust Services Criteria for Security, Availability, Processing Integrity, Confidentiality, and Privacy (AICPA, Trust Services Criteria).'

/** A Type 1 as of a day. */
const on = (title: string, words: string, dates = ['2025-06-30'], parts: Partial<Parts> = {}): Wording => ({
  title,
  parts: {
    timing: words,
    cover: 'Northfall Health, Inc.\nSOC 2 Type 1 Report\nRelevant to Security and Confidentiality',
    criteria: USUAL_CRITERIA.replace('design and operating effectiveness', 'design'),
    before:
      'Other Matter\nWe did not perform any procedures regarding the operating effectiveness of controls stated in the description and, accordingly, do not express an opinion thereon.',
    opinion: `Opinion\nIn our opinion, in all material respects, the description presents the CareBridge Platform that was designed and implemented ${words}, and the controls stated in the description were suitably designed ${words}.`,
    after:
      'Restricted Use\nThis report is intended solely for the information and use of Northfall and its user entities.',
    assertion: `Section II – Assertion of Northfall Health, Inc. Management\nWe have prepared the accompanying description of Northfall’s CareBridge Platform ${words} based on the description criteria. We confirm that the controls stated in the description were suitably designed ${words}.`,
    tests:
      'Section IV – Trust Services Criteria and Related Controls\nCC1.1 The entity demonstrates a commitment to integrity and ethical values.\nEL-01 Employees sign the code of conduct when they are hired.',
    ...parts,
  },
  answers: { type: 'type-1', dates } as Partial<Answers>,
})

/** How periods and days may be written. */
export const DATES: Wording[] = [
  over('through', 'throughout the period July 1, 2024 through June 30, 2025'),
  over('for the period', 'for the period July 1, 2024 to June 30, 2025'),
  over('for the period of', 'for the period of July 1, 2024, to June 30, 2025'),
  over('during the period from', 'during the period from July 1, 2024 through June 30, 2025'),
  over('over the period', 'over the period from July 1, 2024 until June 30, 2025'),
  over('en dash', 'throughout the period July 1, 2024 – June 30, 2025'),
  over('day first', 'throughout the period 1 July 2024 to 30 June 2025'),
  over('ordinal', 'throughout the period July 1st, 2024 to June 30th, 2025'),
  over('ordinal of', 'throughout the period from the 1st of July 2024 to the 30th of June 2025'),
  over('short months', 'throughout the period Jul. 1, 2024 to Jun. 30, 2025'),
  over('short months, day first', 'throughout the period 01-Jul-2024 to 30-Jun-2025'),
  over('ISO', 'throughout the period 2024-07-01 to 2025-06-30'),
  over('slashes', 'throughout the period 07/01/2024 to 06/30/2025'),
  over('short years', 'throughout the period 07/01/24 to 06/30/25'),
  over('dots', 'throughout the period 01.07.2024 to 30.06.2025'),
  over('year at the end only', 'throughout the period January 1 to June 30, 2025', [
    '2025-01-01',
    '2025-06-30',
  ]),
  over('no-break spaces', 'throughout the period July\u00a01,\u00a02024 to June\u00a030,\u00a02025'),
  over('no comma', 'throughout the period July 1 2024 to June 30 2025'),
  over('upper case', 'THROUGHOUT THE PERIOD JULY 1, 2024 TO JUNE 30, 2025'),
  over('year ended', 'for the year ended June 30, 2025'),
  over('twelve months', 'for the twelve-month period ended June 30, 2025'),
  over('six months', 'throughout the six months ended June 30, 2025', ['2025-01-01', '2025-06-30']),
  over('named period', 'throughout the period July 1, 2024 to June 30, 2025 (the “examination period”)'),
  over('beginning and ending', 'for the period beginning July 1, 2024 and ending June 30, 2025'),
  over('inclusive', 'throughout the period July 1, 2024 through June 30, 2025, inclusive'),
  over('between', 'for the period between July 1, 2024 and June 30, 2025'),
  over('start and end named', 'throughout the period starting July 1, 2024 and ending on June 30, 2025'),
  over('specified period', 'throughout the specified period July 1, 2024 to June 30, 2025'),
  over('examination period', 'throughout the examination period of July 1, 2024 to June 30, 2025'),
  over('audit window', 'for the audit period July 1, 2024 to June 30, 2025'),
  on('as of', 'as of June 30, 2025'),
  on('as at', 'as at 30 June 2025'),
  on('as of the day', 'as of the 30th day of June 2025'),
  on('as of, numeric', 'as of 06/30/2025'),
  on('as of, ISO', 'as of 2025-06-30'),
  on('effective', 'effective as of June 30, 2025'),
  on('a date', 'as of the date June 30, 2025'),
]
