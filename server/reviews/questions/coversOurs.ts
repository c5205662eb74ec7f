import type { Reading } from '../../reader/reader'
import {
  cite,
  isHigh,
  known,
  listed,
  NOT_READ,
  point,
  suggestion,
  worst,
  type Facts,
  type Question,
  type Suggestion,
  type Verdict,
} from './question'
import { matchSystem } from './systemNames'

export const coversOurs: Question = {
  id: 'scope',
  title: 'Does it cover the system we use, and the part that holds patient data?',
  gloss:
    'A report is about named systems, not about a whole company. What it carves out (leaves to other companies) was not tested. PHI is protected health information: patient data.',
  byHandOnly: true,
  suggest: (facts: Facts): Suggestion => (facts.reading ? judge(facts, facts.reading) : NOT_READ),
}

interface Remark {
  verdict: Verdict
  sentence: string
  remedy: string | null
}

function judge(facts: Facts, reading: Reading): Suggestion {
  const remarks = [systemRemark(facts, reading), phiRemark(reading), carvedOut(reading)].filter(
    (one) => one !== null,
  )
  return suggestion(
    worst(...remarks.map((one) => one.verdict)),
    remarks.map((one) => one.sentence).join(' '),
    {
      evidence: cite(reading, 'systems', 'phi', 'subserviceOrganizations'),
      points: companies(reading),
      whatWouldChange: remarks.flatMap((one) => one.remedy ?? []).join(' ') || null,
    },
  )
}

function systemRemark({ vendor }: Facts, reading: Reading): Remark {
  const theirs = known(reading.systems) ?? []
  const ours = vendor.systems
  if (theirs.length === 0) {
    return {
      verdict: 'cant-tell',
      sentence: 'The name of the system was not found in the report.',
      remedy: 'Find it in the auditor’s first paragraph.',
    }
  }
  const described = `the report describes ${listed(theirs)}`
  if (ours.length === 0) {
    return {
      verdict: 'cant-tell',
      sentence: `You have not said which system you use; ${described}.`,
      remedy: 'Add the systems you use to the vendor.',
    }
  }
  const matches = ours.map((system) => ({
    name: system.name,
    match: matchSystem(system, theirs, vendor.name),
  }))
  const missing = matches.filter(({ match }) => match === 'not-named').map(({ name }) => name)
  const unsure = matches.filter(({ match }) => match === 'perhaps').map(({ name }) => name)
  const using = `You use ${listed(ours.map((system) => system.name))}; ${described}`
  if (missing.length > 0) {
    const verdict =
      isHigh(reading.systems) && missing.length === ours.length ? 'does-not-meet' : 'look-closer'
    return {
      verdict,
      sentence: `${using}. It does not name ${listed(missing)}.`,
      remedy: 'A report that names your system, or the vendor’s written word on what it is called there.',
    }
  }
  if (unsure.length > 0)
    return {
      verdict: 'look-closer',
      sentence: `${using}. Whether that is the same is for you to say.`,
      remedy: 'Add the name the report uses as another name of the system.',
    }
  return { verdict: 'meets', sentence: `${using}.`, remedy: null }
}

function phiRemark(reading: Reading): Remark {
  const phi = known(reading.phi)
  if (phi === 'in-scope')
    return { verdict: 'meets', sentence: 'It says that the system holds PHI.', remedy: null }
  if (phi === 'excluded')
    return {
      verdict: 'does-not-meet',
      sentence: 'It says that PHI is left out.',
      remedy: 'A report on the part that holds your patients’ data.',
    }
  if (phi === 'policy-only')
    return {
      verdict: 'look-closer',
      sentence: 'It names HIPAA or PHI only in a policy or a list, not as something the system holds.',
      remedy: 'Where PHI is kept, and whether that was examined.',
    }
  return {
    verdict: 'look-closer',
    sentence: 'It does not say whether PHI is in scope.',
    remedy: 'Where PHI is kept, and whether that was examined.',
  }
}

function carvedOut(reading: Reading): Remark | null {
  const names = (known(reading.subserviceOrganizations) ?? [])
    .filter((one) => one.method === 'carve-out')
    .map((one) => one.name)
  if (names.length === 0) return null
  return { verdict: 'meets', sentence: `${listed(names)}: carved out, so not tested here.`, remedy: null }
}

const METHODS = {
  'carve-out': { state: 'look', word: 'carved out' },
  inclusive: { state: 'good', word: 'included' },
  unclear: { state: 'none', word: 'not said' },
} as const

function companies(reading: Reading) {
  return (reading.subserviceOrganizations.value ?? []).map((one) =>
    point(one.name, {
      tag: METHODS[one.method],
      more:
        one.method === 'carve-out'
          ? 'If it holds PHI, the vendor needs a BAA with it, and its own report.'
          : null,
    }),
  )
}
