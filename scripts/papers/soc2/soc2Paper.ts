import { type Block, heading, page, type Paper, plainLook, space, table, text } from '../paper'
import { joined, longDate, titled } from '../words'
import { assertion } from './assertion'
import { auditorsReport } from './auditorsReport'
import { description } from './description'
import type { Soc2Facts } from './facts'
import { categoriesOf, sections } from './phrases'
import { testsOfControls } from './tests'

export function soc2Paper(facts: Soc2Facts, look = plainLook): Paper {
  return {
    title: `${facts.organization} SOC 2`,
    look: { ...look, ...(facts.pages && facts.pages > 60 && { size: 12, gap: 14 }) },
    header: `${facts.organization}  |  SOC 2 ${typeName(facts)} Report`,
    footer: 'Proprietary and Confidential',
    firstNumbered: 3,
    blocks: [
      ...cover(facts),
      { is: 'contents', title: 'Table of Contents' },
      page,
      ...auditorsReport(facts),
      ...assertion(facts),
      ...description(facts),
      ...testsOfControls(facts),
      ...otherInformation(facts),
    ],
  }
}

export function typeName({ type }: Soc2Facts): string {
  return type === 'type-2' ? 'Type II' : 'Type I'
}

export function cover(facts: Soc2Facts): Block[] {
  const effectiveness = facts.type === 'type-2' ? ' and Operating Effectiveness' : ''
  const dates =
    facts.type === 'type-2'
      ? `For the Period ${longDate(facts.period!.start)} through ${longDate(facts.period!.end)}`
      : `As of ${longDate(facts.asOf!)}`
  return [
    space(120),
    text(facts.organization, { size: 26, bold: true }),
    space(18),
    text(`System and Organization Controls (SOC) 2® ${typeName(facts)} Report`, { size: 16 }),
    text(
      `Report on the Description of the ${facts.system} System and on the Suitability of the Design${effectiveness} of Its Controls Relevant to ${titled(categoriesOf(facts))}`,
      { size: 13 },
    ),
    space(18),
    text(dates, { size: 13, bold: true }),
    space(160),
    text(`Prepared by ${facts.auditor}`),
    page,
  ]
}

export function otherInformation(facts: Soc2Facts): Block[] {
  const answered = facts.exceptions.filter(({ response }) => response)
  return [
    heading(1, sections.other(facts)),
    text(
      `The information in this section is provided by ${facts.short} management and was not examined by ${facts.auditor}.`,
    ),
    ...(answered.length > 0 ? responses(answered) : []),
    heading(2, 'Plans'),
    text(
      `${facts.short} plans to widen its monitoring and to add regions. Plans may change and are not commitments.`,
    ),
  ]
}

function responses(answered: Soc2Facts['exceptions']): Block[] {
  const named = joined(answered.map(({ control }) => control))
  return [
    heading(2, 'Management’s Responses to Exceptions'),
    text(`Management has considered the exceptions noted for ${named} and answers as follows.`),
    table(
      ['Control', 'Exception', 'Management’s response'],
      [12, 40, 48],
      answered.map(({ control, text: words, response }) => [control, words, response!]),
    ),
  ]
}
