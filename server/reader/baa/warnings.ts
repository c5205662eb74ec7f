import type { BaaTerms, Warning } from '../reading'
import { type Agreement, proof } from './agreement'
import { breachClocks } from './breachClock'
import type { Signing } from './signatures'

const PLACEHOLDER =
  /\[\s*(?:insert|name|date|company|covered entity|business associate|vendor|customer|address|state|number|___?|tbd|●|•)[^\]]{0,80}\]|\b(?:tbd|xx\/xx|mm\/dd\/yyyy)\b/gi

export function warningsOf(agreement: Agreement, signing: Signing, terms: BaaTerms): Warning[] {
  return [
    ...placeholders(agreement),
    ...businessDays(agreement),
    ...unsigned(terms),
    ...clicked(signing),
    ...unknownParties(agreement),
    ...order(terms),
    ...amends(agreement),
  ]
}

const OF_ANOTHER =
  /\b(?:amendment|rider|modification|supplement)\b[^.]{0,40}(?:\.\s*\d+\s+)?[^.]{0,30}\b(?:to|of)\s+(?:(?:the|that|a|certain)\s+)*(?:HIPAA\s+)?(?:business\s+associate\s+(?:agreement|addendum|contract)|BAA\b)|\b(?:business\s+associate\s+agreement|BAA)\s+amendment\b|\bthis\s+(?:\w+\s+)?amendment\b[^.]{0,80}\bamends?\b[^.]{0,40}\b(?:business\s+associate\s+(?:agreement|addendum|contract)|BAA)\b/i
const RESTATES =
  /\bamended\s+and\s+restated\b|\b(?:amends\s+and\s+restates|supersedes\s+and\s+replaces|replaces\s+in\s+its\s+entirety)\b/i
const HEAD = 600

/** Named an amendment of such an agreement at its head; one that restates the whole stands for itself. */
function amends(agreement: Agreement): Warning[] {
  const head = agreement.flow.text.slice(0, HEAD)
  const named = OF_ANOTHER.exec(head)
  if (!named || RESTATES.test(head)) return []
  const place = { start: named.index, end: named.index + named[0].length }
  const message = 'It changes another agreement, and holds only together with that one.'
  return [warning('baa-amends', message, proof(agreement, place))]
}

function placeholders(agreement: Agreement): Warning[] {
  const [first] = [...agreement.flow.text.matchAll(PLACEHOLDER)]
  if (!first) return []
  const place = { start: first.index, end: first.index + first[0].length }
  return [warning('baa-placeholder', 'A placeholder was left in the agreement.', proof(agreement, place))]
}

function businessDays(agreement: Agreement): Warning[] {
  const clock = breachClocks(agreement).find(({ amount }) => amount.business)
  return clock
    ? [
        warning(
          'baa-business-days',
          'The breach notice is counted in business days.',
          proof(agreement, clock.sentence),
        ),
      ]
    : []
}

function unsigned({ signedByCoveredEntity, signedByBusinessAssociate }: BaaTerms): Warning[] {
  const open = [signedByCoveredEntity, signedByBusinessAssociate].filter(({ value }) => value === false)
  return open.length
    ? [
        warning(
          'baa-unsigned',
          open.length === 2 ? 'Neither side has signed.' : 'One side has not signed.',
          open.flatMap(({ evidence }) => evidence),
        ),
      ]
    : []
}

function clicked({ clickThrough }: Signing): Warning[] {
  return clickThrough
    ? [
        warning(
          'baa-click-through',
          'It is accepted by clicking, so the paper shows no signatures: keep the record of the acceptance.',
          [],
        ),
      ]
    : []
}

function unknownParties({ roles }: Agreement): Warning[] {
  const known = roles.coveredEntity.party?.name && roles.businessAssociate.party?.name
  return known ? [] : [warning('baa-parties', 'One or both parties are not named at the beginning.', [])]
}

function order({ effective, expires }: BaaTerms): Warning[] {
  const wrong = effective.value && expires.value && expires.value < effective.value
  return wrong
    ? [warning('baa-dates', 'It ends before it begins.', [...effective.evidence, ...expires.evidence])]
    : []
}

function warning(code: string, message: string, evidence: Warning['evidence']): Warning {
  return { code, message, evidence }
}
