import { type Block, heading, list, type Paper, plainLook, text } from '../paper'
import { longDate } from '../words'
import { obligations, type PaperClause, termination, uses } from './clauses'
import type { BaaFacts, BaaSigner } from './facts'

export function baaPaper(facts: BaaFacts, look = plainLook): Paper {
  return {
    title: 'Business Associate Agreement',
    look,
    header: '',
    footer: 'Business Associate Agreement',
    firstNumbered: 1,
    blocks: [
      { is: 'heading', level: 1, text: 'Business Associate Agreement', listed: false },
      ...introduction(facts),
      ...definitions(facts),
      ...section(facts, 2, 'Obligations of {B}', obligations, deadline(facts)),
      ...section(facts, 3, 'Permitted Uses and Disclosures by {B}', uses),
      ...section(facts, 4, 'Term and Termination', termination, term(facts)),
      ...miscellaneous(facts),
      signatures(facts),
    ],
  }
}

function introduction(facts: BaaFacts): Block[] {
  const { coveredEntity, businessAssociate } = rolesOf(facts)
  const dated = facts.effective
    ? ` is entered into as of ${longDate(facts.effective)} (the “Effective Date”)`
    : ' is entered into'
  return [
    text(
      `This Business Associate Agreement (this “Agreement”)${dated} by and between ${facts.coveredEntity} (“${coveredEntity}”) and ${facts.businessAssociate} (“${businessAssociate}”).`,
    ),
    text(
      worded(
        facts,
        '{C} is a covered entity, and {B} provides services to it that involve the use or disclosure of Protected Health Information. The parties enter into this Agreement to meet the requirements of the HIPAA Rules at 45 CFR Parts 160 and 164.',
      ),
    ),
  ]
}

function definitions(facts: BaaFacts): Block[] {
  return [
    heading(2, '1. Definitions'),
    text(
      worded(
        facts,
        'Terms used but not defined in this Agreement, among them Breach, Designated Record Set, Minimum Necessary, Protected Health Information, Required by Law, Secretary, Security Incident, Subcontractor, and Unsecured Protected Health Information, have the meaning given to them in the HIPAA Rules.',
      ),
    ),
  ]
}

function section(
  facts: BaaFacts,
  number: number,
  title: string,
  clauses: PaperClause[],
  more: PaperClause[] = [],
): Block[] {
  const kept = [...more, ...clauses].filter(({ ids }) => !ids.every((id) => facts.leaveOut?.includes(id)))
  return [
    heading(2, `${number}. ${worded(facts, title)}`),
    list(
      'letter',
      kept.map((clause) => `${clause.title}. ${worded(facts, wordsOf(facts, clause))}`),
    ),
  ]
}

function wordsOf(facts: BaaFacts, { ids, words, weak }: PaperClause): string {
  return weak && ids.some((id) => facts.weaken?.includes(id)) ? weak : words
}

function deadline({ breachNotice, weaken }: BaaFacts): PaperClause[] {
  if (!breachNotice) return []
  const from = weaken?.includes('B19')
    ? 'after {B} has confirmed the Breach'
    : 'after discovery of the Breach'
  const words = `{B} shall notify {C} of a Breach of Unsecured Protected Health Information without unreasonable delay and in no case later than ${breachNotice} ${from}. The notice shall identify each individual affected, to the extent possible.`
  return [{ ids: ['B19'], title: 'Breach Notice', words }]
}

function term(facts: BaaFacts): PaperClause[] {
  return [{ ids: [''], title: 'Term', words: `${termWords(facts)}${noticeWords(facts)}` }]
}

function termWords({ term, effective }: BaaFacts): string {
  const from = effective ? 'the Effective Date' : 'the date of the last signature below'
  if (term.is === 'with-agreement') {
    return `This Agreement takes effect on ${from} and ends when the ${term.agreement} between the parties ends.`
  }
  if (term.is === 'evergreen') {
    return `This Agreement takes effect on ${from} and continues until terminated as provided in this section.`
  }
  const renewal = term.renews
    ? ' It renews automatically for successive terms of one (1) year unless either party gives notice that it will not renew.'
    : ''
  return `This Agreement takes effect on ${from} and expires on ${longDate(term.expires)}.${renewal}`
}

function noticeWords({ noticeDays }: BaaFacts): string {
  return noticeDays
    ? ` Either party may terminate this Agreement without cause upon ${noticeDays} days’ prior written notice.`
    : ''
}

function miscellaneous(facts: BaaFacts): Block[] {
  return [
    heading(2, '5. Miscellaneous'),
    list(
      'letter',
      [
        'Survival. The obligations of {B} on the return or destruction of Protected Health Information survive the end of this Agreement.',
        'Amendment. The parties shall amend this Agreement as needed to comply with changes in the HIPAA Rules.',
        'Interpretation. Any ambiguity in this Agreement is read so as to permit compliance with the HIPAA Rules.',
      ].map((words) => worded(facts, words)),
    ),
    text(
      'IN WITNESS WHEREOF, the parties have signed this Agreement through their authorized representatives.',
    ),
  ]
}

export function signatures({
  signed,
  coveredEntity,
  businessAssociate,
}: Pick<BaaFacts, 'signed' | 'coveredEntity' | 'businessAssociate'>): Block {
  return {
    is: 'signatures',
    sides: [
      { party: coveredEntity, lines: signatureLines(signed.coveredEntity) },
      { party: businessAssociate, lines: signatureLines(signed.businessAssociate) },
    ],
  }
}

function signatureLines(signer?: BaaSigner) {
  return [
    { label: 'By', value: signer ? `/s/ ${signer.name}` : '' },
    { label: 'Name', value: signer?.name ?? '' },
    { label: 'Title', value: signer?.title ?? '' },
    { label: 'Date', value: signer ? longDate(signer.date) : '' },
  ]
}

function worded(facts: BaaFacts, words: string): string {
  const { coveredEntity, businessAssociate } = rolesOf(facts)
  return words.replaceAll('{C}', coveredEntity).replaceAll('{B}', businessAssociate)
}

function rolesOf({ roles }: BaaFacts) {
  return roles ?? { coveredEntity: 'Covered Entity', businessAssociate: 'Business Associate' }
}
