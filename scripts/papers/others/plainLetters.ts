import { heading, type Paper, table, text } from '../paper'
import { longDate } from '../words'
import { letterPaper, lines } from './letter'

export interface HitrustFacts {
  organization: string
  platform: string
  date: string
}

export function hitrustPaper({ organization, platform, date }: HitrustFacts): Paper {
  return letterPaper('HITRUST letter', [
    { is: 'heading', level: 1, text: 'HITRUST Risk-based, 2-year (r2) Certification', listed: false },
    lines(longDate(date), organization),
    text(
      `HITRUST has developed the HITRUST CSF, a framework for the protection of information. Based upon the representation of management and the validated assessment performed by an Authorized External Assessor, the following platform of ${organization} meets the HITRUST CSF v11.3 certification criteria: ${platform}.`,
    ),
    text(
      'The certification is valid for a period of two years, provided that an interim assessment is completed at one year and that no significant changes occur.',
    ),
    lines('HITRUST Assurance'),
  ])
}

export interface EngagementFacts {
  organization: string
  auditor: string
  date: string
  period: { start: string; end: string }
}

export function engagementLetterPaper({ organization, auditor, date, period }: EngagementFacts): Paper {
  return letterPaper('Engagement letter', [
    { is: 'heading', level: 1, text: auditor, listed: false },
    lines(longDate(date), 'To whom it may concern'),
    text(
      `We have been engaged by ${organization} to perform a SOC 2 Type 2 examination relevant to security for the period ${longDate(period.start)} to ${longDate(period.end)}. Fieldwork will begin after the end of the period, and we expect to issue our report about eight weeks later.`,
    ),
    text(
      'This letter confirms the engagement only. It does not provide any assurance on the controls of the company.',
    ),
    lines('Yours truly,', auditor),
  ])
}

export interface ReadinessFacts {
  organization: string
  assessor: string
  date: string
}

export function readinessPaper({ organization, assessor, date }: ReadinessFacts): Paper {
  return letterPaper('Readiness assessment', [
    { is: 'heading', level: 1, text: 'SOC 2 Readiness Assessment', listed: false },
    lines(`Prepared for ${organization}`, `by ${assessor}`, longDate(date)),
    text(
      'This assessment is a consulting service. It is not an examination under attestation standards, and we express no opinion and no other form of assurance on the controls described.',
    ),
    heading(2, 'Gap Summary'),
    table(
      ['Criteria', 'Status', 'Recommendation'],
      [15, 25, 60],
      [
        ['CC1.4', 'Ready', 'Keep records of training.'],
        ['CC6.2', 'Not ready', 'Remove access of leavers within one business day and keep the record.'],
        ['CC7.1', 'Partially ready', 'Scan servers weekly.'],
        ['CC8.1', 'Partially ready', 'Require a second person to approve changes.'],
        ['A1.3', 'Not ready', 'Practice a restore.'],
      ],
    ),
    heading(2, 'Proposed Timeline'),
    text(
      'A Type 1 examination could be as of the end of the next quarter and a Type 2 examination could follow over the next six months.',
    ),
  ])
}
