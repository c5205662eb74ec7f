import { type Block, heading, texts } from '../paper'
import { type Control, controlsFor } from './controls'
import type { Soc2Facts } from './facts'

const owners = [
  'security',
  'infrastructure',
  'engineering',
  'people',
  'privacy',
  'operations',
  'internal audit',
]
const rhythms = [
  'continuously',
  'whenever the occasion arises',
  'once a week',
  'once a quarter',
  'once a year',
]

/** A page or two of prose for each family of controls, as long reports have it. */
export function narratives(facts: Soc2Facts): Block[] {
  const controls = controlsFor(facts.categories)
  return [
    heading(2, 'Control Narratives'),
    ...texts(`The paragraphs below tell how ${facts.short} carries out each of its control activities.`),
    ...controls.flatMap((control, index) => texts(narrative(facts, control, index))),
  ]
}

function narrative({ short, system }: Soc2Facts, { ref, text }: Control, index: number): string {
  const owner = owners[index % owners.length]
  const rhythm = rhythms[index % rhythms.length]
  return `${ref}. ${text} At ${short} the ${owner} team owns this activity and carries it out ${rhythm}. The steps are written in a runbook for the ${system} system, the work is recorded in the ticketing tool, and the record is kept with its date, the people who took part, and the outcome. When the work shows that something is amiss, a follow-up ticket is opened, given to an owner, and looked at in the weekly operations meeting until it is closed. The ${owner} lead reviews a sample of the records and reports to the security committee.`
}
