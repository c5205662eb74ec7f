import type { Category } from '../../../../server/reader/reading'
import { PERIOD, TITLE_OF_CRITERIA, type Wording } from './report'

const relevant = (
  title: string,
  words: string,
  categories: Category[],
  cover = 'Northfall Health, Inc.\nSOC 2 Type 2 Report',
): Wording => ({
  title,
  parts: {
    cover,
    criteria: `(the “description”), based on the description criteria and the suitability of the design and operating effectiveness of controls stated in the description ${PERIOD}, to provide reasonable assurance that Northfall’s service commitments and system requirements were achieved based on ${words}`,
    assertion: `Section II – Assertion of Northfall Health, Inc. Management\nWe have prepared the accompanying description of Northfall’s CareBridge Platform ${PERIOD} based on the description criteria. We confirm that the controls operated effectively ${PERIOD}.`,
  },
  answers: { categories },
})
const TSP = TITLE_OF_CRITERIA
const TWO: Category[] = ['security', 'availability']
const ALL: Category[] = ['security', 'availability', 'processing-integrity', 'confidentiality', 'privacy']

/** How the categories may be listed. */
export const CATEGORIES: Wording[] = [
  relevant(
    'and',
    `the trust services criteria relevant to security and availability (applicable trust services criteria) ${TSP}.`,
    TWO,
  ),
  relevant('ampersand', `the trust services criteria relevant to Security & Availability ${TSP}.`, TWO),
  relevant('slash', `the trust services criteria relevant to Security/Availability ${TSP}.`, TWO),
  relevant('categories of', `the criteria for the Security and Availability categories ${TSP}.`, TWO),
  relevant(
    'trust services categories of',
    `the trust services categories of security and availability ${TSP}.`,
    TWO,
  ),
  relevant(
    'applicable to',
    `the trust services criteria applicable to the Security and Availability categories ${TSP}.`,
    TWO,
  ),
  relevant(
    'for',
    `the trust services criteria for security and availability (“applicable trust services criteria”) ${TSP}.`,
    TWO,
  ),
  relevant(
    'principles',
    `the criteria for the security and availability principles set forth in TSP section 100, Trust Services Principles and Criteria for Security, Availability, Processing Integrity, Confidentiality, and Privacy.`,
    TWO,
  ),
  relevant(
    'principles alone',
    `the Security and Availability Trust Services Principles set forth in TSP section 100A.`,
    TWO,
  ),
  relevant('names before', `the Security and Availability trust services criteria ${TSP}.`, TWO),
  relevant('common criteria', `the Security (Common Criteria) and Availability criteria ${TSP}.`, TWO),
  relevant('each', `the trust services criteria relevant to each of security and availability ${TSP}.`, TWO),
  relevant(
    'all five',
    `the trust services criteria relevant to security, availability, processing integrity, confidentiality, and privacy (applicable trust services criteria) ${TSP}.`,
    ALL,
  ),
  relevant('colon', `the following trust services categories: Security, Availability ${TSP}.`, TWO),
  relevant('security alone', `the trust services criteria relevant to security ${TSP}.`, ['security']),
  relevant('the title in between', `the criteria ${TSP} relevant to security and availability.`, TWO),
  relevant('quoted', `the trust services criteria relevant to “Security” and “Availability” ${TSP}.`, TWO),
  relevant('bullets', `the trust services criteria relevant to:\n• Security\n• Availability\n${TSP}.`, TWO),
  relevant(
    'processing integrity hyphened',
    `the trust services criteria relevant to security and processing-integrity ${TSP}.`,
    ['security', 'processing-integrity'],
  ),
  relevant(
    'only on the cover and the title',
    `the applicable trust services criteria ${TSP}.`,
    TWO,
    'Northfall Health, Inc.\nSOC 2 Type 2 Report\nRelevant to Security and Availability',
  ),
]
