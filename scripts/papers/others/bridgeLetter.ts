import { heading, type Paper, text } from '../paper'
import { longDate } from '../words'
import { letterPaper, lines } from './letter'

export interface BridgeLetterFacts {
  organization: string
  short: string
  system: string
  auditor: string
  /** Of the report that the letter follows on. */
  period: { start: string; end: string }
  gap: { start: string; end: string }
  date: string
  signer: { name: string; title: string }
}

export function bridgeLetterPaper(facts: BridgeLetterFacts): Paper {
  const { organization, short, system, auditor, period, gap, signer } = facts
  const until = longDate(gap.end)
  return letterPaper('Bridge letter', [
    { is: 'heading', level: 1, text: organization, listed: false },
    lines(longDate(facts.date), 'To our customers'),
    heading(2, `SOC 2 Bridge Letter for ${longDate(gap.start)} to ${until}`),
    text(
      `${auditor} examined the ${system} system of ${organization} (“${short}”) and issued a SOC 2 Type 2 report for the period ${longDate(period.start)} to ${longDate(period.end)}. This letter covers the time between the end of that period and ${until}.`,
    ),
    text(
      `To the best of our knowledge, there have been no material changes to the controls described in that report from ${longDate(gap.start)} to ${until} that would adversely affect the opinion of the auditor.`,
    ),
    text(
      `This letter is not a substitute for the report. It was not examined by ${auditor}, and ${short} gives no assurance beyond the words above. Readers should look at the report itself for the responsibilities of user entities. The next examination will follow without a gap.`,
    ),
    lines('Sincerely,', '', signer.name, signer.title, organization),
  ])
}
