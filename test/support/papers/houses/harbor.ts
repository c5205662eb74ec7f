import { plainLook } from '../../../../scripts/papers/paper'
import { assertion } from '../../../../scripts/papers/soc2/assertion'
import { auditorsReport } from '../../../../scripts/papers/soc2/auditorsReport'
import { description } from '../../../../scripts/papers/soc2/description'
import { cover, otherInformation, typeName } from '../../../../scripts/papers/soc2/soc2Paper'
import { testsOfControls } from '../../../../scripts/papers/soc2/tests'
import { type Block, type Facts, type House, inserted, table } from './house'

/** The report that the program itself can make, as a practice sees it in the trial. */
export const harbor: House = {
  name: 'harbor',
  heldOut: false,
  producer: 'pdfkit',
  look: plainLook,
  order: ['cover', 'auditor', 'assertion', 'description', 'tests', 'other'],
  contents: 'Table of Contents',
  header: (facts) => `${facts.organization}  |  SOC 2 ${typeName(facts)} Report`,
  footer: () => 'Proprietary and Confidential',
  firstNumbered: 3,
  ref: ({ ref }) => ref,
  parts: {
    cover: (facts) => [...trimmed(cover(facts)), ...inserted(facts, 'cover')],
    auditor: (facts) => beforeOpinion(trimmed(auditorsReport(facts)), inserted(facts, 'auditor')),
    assertion: (facts) => [...trimmed(assertion(facts)), ...inserted(facts, 'assertion')],
    description: (facts) => [...trimmed(description(facts)), ...inserted(facts, 'description')],
    tests: (facts) => [...trimmed(testsOfControls(facts)), ...more(facts), ...inserted(facts, 'tests')],
    other: (facts) => [...otherInformation(facts), ...inserted(facts, 'other')],
  },
}

function trimmed(blocks: Block[]): Block[] {
  return blocks.filter(({ is }) => is !== 'page')
}

function beforeOpinion(blocks: Block[], more: Block[]): Block[] {
  const at = blocks.findIndex((block) => block.is === 'heading' && /Basis|Opinion/.test(block.text))
  return [...blocks.slice(0, at), ...more, ...blocks.slice(at)]
}

function more({ extraRows }: Facts): Block[] {
  if (!extraRows) return []
  const columns = [
    'Control',
    'Control Activity',
    'Test of Controls Performed by the Service Auditor',
    'Results of Tests',
  ]
  return [table(columns, [11, 32, 32, 25], extraRows)]
}
