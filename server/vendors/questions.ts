import type { BusinessAssociate } from './vendor'

export interface Conclusion {
  outcome: BusinessAssociate
  reason: string
  citation: string
}

export interface DeterminationQuestion {
  key: string
  question: string
  help: string
  answers: { value: string; label: string; concludes?: Conclusion }[]
}

export type Answers = Record<string, string>

const UNSURE = { value: 'unsure', label: 'Not sure' }
const go = (label = 'No') => ({ value: 'no', label })

function none(value: string, label: string, reason: string, citation: string) {
  return { value, label, concludes: { outcome: 'no' as const, reason, citation } }
}

/** In this order: the first that concludes ends the walk. From 45 CFR 160.103 and the HHS guidance named with each. */
export const determinationQuestions: DeterminationQuestion[] = [
  {
    key: 'workforce',
    question: 'Are they your own people?',
    help: 'Employees, volunteers, trainees and others who work under your direct control, paid or not. Shredding done on your premises and under your control can count.',
    answers: [
      none(
        'yes',
        'Yes, they are workforce',
        'They work under the practice’s direct control, so they are its workforce.',
        '45 CFR 160.103, “workforce”',
      ),
      go('No, it is another company or person'),
      UNSURE,
    ],
  },
  {
    key: 'phi',
    question: 'Does the work involve patients’ information?',
    help: 'Protected health information (PHI) is anything about health, care or its payment that can be tied to a person. It counts if the vendor makes, gets, keeps or sends it.',
    answers: [
      { value: 'yes', label: 'Yes' },
      none(
        'no',
        'No, it never has any',
        'Its work involves no PHI.',
        '45 CFR 160.103, “business associate” (1)',
      ),
      none(
        'incidental',
        'Only by accident, like a cleaner',
        'Its work doesn’t involve PHI; what it may glimpse is incidental.',
        'HHS FAQ 243; 45 CFR 160.103, “business associate” (1)',
      ),
      UNSURE,
    ],
  },
  {
    key: 'deidentified',
    question: 'Can the information still be tied to a person?',
    help: 'De-identified means by the book: an expert’s opinion, or all eighteen kinds of identifier taken out. A limited data set keeps some dates and places.',
    answers: [
      go('Yes, it can'),
      none(
        'yes',
        'No, all of it is de-identified',
        'It gets de-identified information only, which is no PHI.',
        '45 CFR 164.514(a)–(b)',
      ),
      none(
        'limited',
        'It gets a limited data set, for our operations',
        'It gets a limited data set for health care operations only, so a signed data use agreement can stand in for a BAA.',
        '45 CFR 164.504(e)(3)(iv), 164.514(e)',
      ),
      UNSURE,
    ],
  },
  {
    key: 'treatment',
    question: 'Is it another provider that treats your patients?',
    help: 'A laboratory, a pharmacy, a specialist: what they get in order to treat is outside the rule. Other work they do for you isn’t.',
    answers: [
      none(
        'yes',
        'Yes, and that is all it gets PHI for',
        'It is a provider and gets PHI to treat patients.',
        '45 CFR 160.103, “business associate” (4)(i)',
      ),
      go(),
      UNSURE,
    ],
  },
  {
    key: 'ownBehalf',
    question: 'Does it act for itself or for the patient, and not for you?',
    help: 'A health plan paying its members’ bills, an app that the patient picked, a researcher. Whether you may share with them is another question.',
    answers: [
      none(
        'yes',
        'Yes',
        'It acts for itself or for the patient and does nothing on the practice’s behalf.',
        '45 CFR 160.103, “business associate” (1)',
      ),
      go('No, it works for us'),
      UNSURE,
    ],
  },
  {
    key: 'conduit',
    question: 'Does it only carry the information?',
    help: 'Post, courier, internet or telephone line: it stores nothing beyond the moment of carrying and looks inside at random at most. A host is no conduit, even if everything is encrypted and it has no key.',
    answers: [
      none(
        'yes',
        'Yes, it only carries',
        'It only carries PHI, stores it no longer than that takes, and has no routine access.',
        'HHS FAQ on conduits; 45 CFR 160.103, “business associate” (3)(i)',
      ),
      go('No, it stores or looks'),
      UNSURE,
    ],
  },
  {
    key: 'payment',
    question: 'Is it a bank or card processor that only moves payments?',
    help: 'Receivables, lockbox work, collections or statements go beyond that.',
    answers: [
      none(
        'yes',
        'Yes, payments only',
        'It is a financial institution and only processes payments.',
        'Social Security Act, section 1179',
      ),
      go(),
      UNSURE,
    ],
  },
  {
    key: 'function',
    question: 'What does it do with the information for you?',
    help: 'Billing, claims, practice management, data analysis, quality or benefit work; hosting, backup, IT; legal, accounting, consulting, management or financial services; a health information organization, an e-prescribing gateway, a personal health record; or a subcontractor for any of them.',
    answers: [
      {
        value: 'yes',
        label: 'One of these, or the like',
        concludes: {
          outcome: 'yes',
          reason: 'It makes, gets, keeps or sends PHI in work that it does for the practice.',
          citation: '45 CFR 160.103, “business associate” (1), (3); 164.502(e), 164.308(b)',
        },
      },
      {
        ...go('None of these'),
        concludes: unsureConclusion('It handles PHI, but none of the named kinds of work fits plainly.'),
      },
      { ...UNSURE, concludes: unsureConclusion('It handles PHI, and it isn’t clear what it does with it.') },
    ],
  },
]

function unsureConclusion(why: string): Conclusion {
  return {
    outcome: 'treat',
    reason: `${why} Until counsel answers, it is treated as a business associate.`,
    citation: '45 CFR 160.103, “business associate”',
  }
}

export interface Walk {
  /** Answered so far, in order. */
  asked: { question: DeterminationQuestion; value: string; label: string }[]
  /** null once there is a conclusion. */
  next: DeterminationQuestion | null
  conclusion: Conclusion | null
}

/** Goes through the answers in order; what was answered after the one that concludes doesn't count. */
export function walkQuestions(answers: Answers): Walk {
  const asked: Walk['asked'] = []
  for (const question of determinationQuestions) {
    const answer = question.answers.find(({ value }) => value === answers[question.key])
    if (!answer) return { asked, next: question, conclusion: null }
    asked.push({ question, value: answer.value, label: answer.label })
    if (answer.concludes) return { asked, next: null, conclusion: tempered(asked, answer.concludes) }
  }
  throw new Error('the last question concludes whatever the answer')
}

/** Yes with a doubt on the way isn't a plain yes: an exception may have been missed. */
function tempered(asked: Walk['asked'], conclusion: Conclusion): Conclusion {
  const doubts = asked.filter(({ value }) => value === UNSURE.value)
  if (conclusion.outcome !== 'yes' || doubts.length === 0) return conclusion
  return unsureConclusion(
    `It seems to handle PHI for the practice, but ${counted(doubts.length)} couldn’t be answered.`,
  )
}

function counted(doubts: number): string {
  return doubts === 1 ? 'one question' : `${doubts} questions`
}
