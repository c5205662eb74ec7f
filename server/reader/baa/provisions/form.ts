import type { Evidence, Field, ISODate, Provision } from '../../reading'
import { type Agreement, answer, findSentence, present, proof } from '../agreement'
import { isBlank } from '../parties'
import type { Signing } from '../signatures'

const OMNIBUS: ISODate = '2013-09-23'

/** 45 CFR 164.502(e)(2) and 164.308(b)(3). */
export function writtenAndSigned(
  agreement: Agreement,
  signing: Signing,
  effective: Field<ISODate>,
): Provision {
  const sides = [signing.coveredEntity, signing.businessAssociate]
  const evidence = sides.flatMap((side) => side.field.evidence).slice(0, 4)
  const blanks = blankNames(agreement)
  if (blanks.length) return answer('weak', blanks, 'A blank for a name was never filled.')
  const unsigned = sides.filter(({ field }) => field.value === false)
  if (unsigned.length === 2) return answer('missing', evidence, 'Neither side has signed.')
  if (unsigned.length === 1) return answer('weak', evidence, 'One side has not signed.')
  if (sides.some(({ field }) => field.value === null))
    return answer('needs-a-person', evidence, 'Look at the signatures: they could not be read.')
  const dated = effective.value !== null || sides.some(({ date }) => date !== null)
  if (!dated) return answer('weak', evidence, 'It is signed but bears no date.')
  const sure =
    sides.every(({ field }) => field.confidence >= 0.8) &&
    agreement.roles.coveredEntity.party?.name &&
    agreement.roles.businessAssociate.party?.name
  return sure
    ? answer('present', evidence, 'Compare the names with your own and the vendor’s.')
    : answer('needs-a-person', evidence, 'Look at the names and signatures.')
}

function blankNames({ roles, flow }: Agreement): Evidence[] {
  const parties = [roles.coveredEntity.party, roles.businessAssociate.party].filter((party) => party !== null)
  const blank = parties.filter(
    ({ name, start, end }) => name === null && isBlank(flow.text.slice(start, end)),
  )
  return proof({ flow } as Agreement, ...blank)
}

/** 45 CFR 164.532(d)-(e): an older agreement stopped being good enough on 22 September 2014. */
export function notGrandfathered(signing: Signing, effective: Field<ISODate>): Provision {
  const sides = [signing.coveredEntity, signing.businessAssociate].flatMap(({ date }) => (date ? [date] : []))
  const dates = [...sides, ...signing.dates]
  const stated = effective.value ? [{ iso: effective.value, evidence: effective.evidence }] : []
  const [latest] = [...dates, ...stated].sort((one, other) => other.iso.localeCompare(one.iso))
  if (!latest) return answer('needs-a-person', [], 'No date was found.')
  return latest.iso >= OMNIBUS
    ? answer('present', latest.evidence)
    : answer('weak', latest.evidence, 'Last dated before 23 September 2013.')
}

/** 45 CFR 164.316(b)(2)(i): what a practice does, which a paper can only promise. */
export function retention(agreement: Agreement): Provision {
  const stated = findSentence(agreement, {
    all: [
      /\b(?:retain|keep|maintain|preserve)/i,
      /\bsix\b|\b6\b/i,
      /\byears?\b/i,
      /\b(?:agreement|documentation|documents|records?)\b/i,
    ],
    anyone: true,
  })
  return stated
    ? present(agreement, stated)
    : answer('needs-a-person', [], 'Keep it six years from the day it was last in effect.')
}
