import { type Block, heading, list, text } from '../paper'
import { joined } from '../words'
import type { Soc2Facts } from './facts'
import { when } from './phrases'

const headings = {
  unqualified: 'Opinion',
  qualified: 'Qualified Opinion',
  adverse: 'Adverse Opinion',
  disclaimer: 'Disclaimer of Opinion',
}

export function opinionBlocks(facts: Soc2Facts): Block[] {
  return [...basis(facts), heading(2, headings[facts.opinion]), ...opinion(facts)]
}

function basis(facts: Soc2Facts): Block[] {
  if (facts.opinion === 'unqualified') return []
  return [
    heading(2, `Basis for ${headings[facts.opinion]}`),
    text(facts.opinion === 'disclaimer' ? noEvidence(facts) : matter(facts)),
  ]
}

function matter(facts: Soc2Facts): string {
  const failures = facts.exceptions.filter(Boolean).map(({ text }) => lowered(text))
  const effect =
    facts.opinion === 'adverse'
      ? 'controls were not suitably designed and did not operate effectively'
      : `controls did not operate effectively ${when(facts)}`
  const on = facts.affectedCriteria.length === 1 ? 'criterion' : 'criteria'
  return `The accompanying Description states that ${facts.short} has controls over access, change, and monitoring of its ${facts.system} system. However, our tests showed the following: ${joined(failures.slice(0, 2))} As a result, ${effect} to provide reasonable assurance that ${facts.short}’s service commitments and system requirements were achieved based on trust services ${on} ${joined(facts.affectedCriteria)}.`
}

function lowered(words: string): string {
  return words.charAt(0).toLowerCase() + words.slice(1)
}

function noEvidence({ short }: Soc2Facts): string {
  return `${short} management was unable to provide the records needed to test the operation of its controls, and we were unable to satisfy ourselves by other procedures. Accordingly, we were not able to obtain sufficient appropriate evidence to provide a basis for an opinion.`
}

function opinion(facts: Soc2Facts): Block[] {
  if (facts.opinion === 'disclaimer') return [text(disclaimer)]
  const lead = {
    unqualified: 'In our opinion, in all material respects,',
    qualified:
      'In our opinion, except for the matter described in the Basis for Qualified Opinion section of our report, in all material respects,',
    adverse:
      'In our opinion, because of the significance of the matter described in the Basis for Adverse Opinion section of our report, in all material respects,',
  }[facts.opinion]
  return [text(lead), list('letter', limbs(facts))]
}

const disclaimer =
  'Because of the significance of the matter described in the Basis for Disclaimer of Opinion section of our report, the scope of our work was not sufficient to enable us to express, and we do not express, an opinion on the Description or on the controls stated in it.'

function limbs(facts: Soc2Facts): string[] {
  const { short, system, opinion, type } = facts
  const not =
    opinion === 'adverse'
      ? { present: 'does not present', were: 'were not', operated: 'did not operate' }
      : sound
  const assumed = facts.cuecs.length > 0 ? 'complementary user entity controls' : ''
  const carved = facts.subservice.some(({ method }) => method === 'carve-out')
    ? 'complementary subservice organization controls'
    : ''
  const proviso = [carved, assumed].filter(Boolean).join(' and ')
  const tail = proviso
    ? `, if ${proviso} assumed in the design of ${short}’s controls operated effectively ${type === 'type-2' ? 'throughout that period' : 'as of that date'}`
    : ''
  const commitments = `to provide reasonable assurance that ${short}’s service commitments and system requirements were achieved based on the Applicable Trust Services Criteria`
  return [
    `the Description ${not.present} ${short}’s ${system} system that was designed and implemented ${when(facts)} in accordance with the Description Criteria;`,
    `the controls stated in the Description ${not.were} suitably designed ${when(facts)} ${commitments}${type === 'type-2' ? '; and' : `${tail}.`}`,
    ...(type === 'type-2'
      ? [
          `the controls stated in the Description ${not.operated} effectively ${when(facts)} ${commitments}${tail}.`,
        ]
      : []),
  ]
}

const sound = { present: 'presents', were: 'were', operated: 'operated' }
