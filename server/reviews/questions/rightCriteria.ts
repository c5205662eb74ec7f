import type { Category, Reading } from '../../reader/reader'
import {
  cite,
  isHigh,
  known,
  listed,
  NOT_READ,
  suggestion,
  type Facts,
  type Question,
  type Suggestion,
} from './question'

export const rightCriteria: Question = {
  id: 'criteria',
  title: 'Are the right criteria included?',
  gloss:
    'A SOC 2 is measured against one to five categories. For patient data expect security and confidentiality; availability too where the vendor hosts or restores it.',
  byHandOnly: false,
  suggest: (facts: Facts): Suggestion => (facts.reading ? judge(facts, facts.reading) : NOT_READ),
}

const NAMES: Record<Category, string> = {
  security: 'security',
  availability: 'availability',
  'processing-integrity': 'processing integrity',
  confidentiality: 'confidentiality',
  privacy: 'privacy',
}

function judge({ vendor }: Facts, reading: Reading): Suggestion {
  const evidence = cite(reading, 'categories')
  const included = known(reading.categories)
  if (included === null || included.length === 0) {
    return suggestion('cant-tell', 'The categories were not found.', {
      evidence,
      whatWouldChange: 'Read what follows “relevant to” in the auditor’s first paragraph.',
    })
  }
  const missing = expected(vendor.hostsPhi).filter((category) => !included.includes(category))
  const names = listed(included.map((category) => NAMES[category]))
  if (missing.length === 0) {
    const sentence = `Included: ${names}.${vendor.hostsPhi ? '' : ' Availability is not needed, as the vendor doesn’t host your patient data.'}`
    return suggestion('meets', sentence, { evidence, prefill: isHigh(reading.categories) ? 'meets' : null })
  }
  const isBasic = missing.includes('security')
  return suggestion(
    isBasic ? 'does-not-meet' : 'look-closer',
    `Included: ${names}. Not included: ${listed(missing.map((one) => NAMES[one]))}.`,
    {
      evidence,
      whatWouldChange: `A report that includes ${listed(missing.map((one) => NAMES[one]))}, or the vendor’s account of how it sees to it.`,
      prefill: isBasic && isHigh(reading.categories) ? 'does-not-meet' : null,
    },
  )
}

function expected(hostsPhi: boolean): Category[] {
  return hostsPhi ? ['security', 'confidentiality', 'availability'] : ['security', 'confidentiality']
}
