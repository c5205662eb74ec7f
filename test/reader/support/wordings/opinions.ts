import type { Opinion } from '../../../../server/reader/reading'
import { PERIOD, type Parts, type Wording } from './report'

const LIMBS = `the description presents Northfall’s CareBridge Platform that was designed and implemented ${PERIOD}, the controls stated in the description were suitably designed ${PERIOD}, and the controls stated in the description operated effectively ${PERIOD}`
const opined = (
  title: string,
  opinion: string,
  value: Opinion = 'unqualified',
  affected: string[] | null = [],
  parts: Partial<Parts> = {},
): Wording => ({
  title,
  parts: { opinion, ...parts },
  answers: { opinion: value, affected },
})
const BASIS =
  'The accompanying description states in Section III that access of leavers is removed within one day. However, as noted in Section IV, controls were not operating effectively during the period to remove access. As a result, controls did not provide reasonable assurance that the service commitments were achieved based on trust services criterion CC6.2, The entity removes access when it is no longer authorized.'
const ENGAGED =
  'We were engaged to examine Northfall Health, Inc.’s (“Northfall”) accompanying description of its CareBridge Platform'

/** Opinions in their forms, clean and not. */
export const OPINIONS: Wording[] = [
  opined('prose', `Opinion\nIn our opinion, in all material respects, ${LIMBS}.`),
  opined('no heading', `In our opinion, in all material respects, ${LIMBS}.`),
  opined('without in all material respects', `Opinion\nIn our opinion, ${LIMBS}.`),
  opined(
    'in our opinion later',
    `Opinion\nBased on the description criteria and the applicable trust services criteria, in our opinion, in all material respects, ${LIMBS}.`,
  ),
  opined('no comma', `Opinion\nIn our opinion in all material respects:\n(a) ${LIMBS}.`),
  opined('it is our opinion', `Opinion\nIt is our opinion that, in all material respects, ${LIMBS}.`),
  opined(
    'our opinion is that',
    `Opinion of the auditor\nOur opinion is that, in all material respects, ${LIMBS}.`,
  ),
  opined('we are of the opinion', `Opinion\nWe are of the opinion that, in all material respects, ${LIMBS}.`),
  opined(
    'in the opinion of the firm',
    `Opinion\nIn the opinion of Harrow & Lisle LLP, in all material respects, ${LIMBS}.`,
  ),
  opined(
    'the auditor’s opinion in the plural',
    `Opinions\nIn our opinions, in all material respects, ${LIMBS}.`,
  ),
  opined(
    'old words',
    `Opinion\nIn our opinion, in all material respects, based on the description criteria identified in Northfall’s assertion and the applicable trust services criteria, the description fairly presents the CareBridge Platform that was designed and implemented ${PERIOD}; the controls stated in the description were suitably designed; and the controls tested, which were those necessary to provide reasonable assurance that the applicable trust services criteria were met, operated effectively ${PERIOD}.`,
  ),
  opined(
    'numbered',
    `7. Opinion\nIn our opinion, in all material respects:\n7.1 the description presents the CareBridge Platform ${PERIOD};\n7.2 the controls were suitably designed ${PERIOD}; and\n7.3 the controls operated effectively ${PERIOD}.`,
  ),
  opined('over the page', `Opinion\nIn our opinion, in all material respects,\n\f${LIMBS}.`),
  opined('split in the phrase', `Opinion\nIn our\n\fopinion, in all material respects, ${LIMBS}.`),
  opined('unmodified, said so', `Unmodified Opinion\nIn our opinion, in all material respects, ${LIMBS}.`),
  opined('unqualified, said so', `Unqualified Opinion\nIn our opinion, in all material respects, ${LIMBS}.`),
  opined(
    'emphasis of matter',
    `Opinion\nIn our opinion, in all material respects, ${LIMBS}.\nEmphasis of Matter\nAs described in Section III, Northfall moved its hosting in May 2025. Our opinion is not modified with respect to this matter.`,
  ),
  opined(
    'controls that did not operate',
    `Emphasis of a Matter\nAs indicated in Section IV, no security incidents occurred during the period, so that we did not test the operating effectiveness of control IR-04 as evaluated using criterion CC7.4. Our opinion is not modified in respect of this matter.\nOpinion\nIn our opinion, in all material respects, ${LIMBS}.`,
  ),
  opined(
    'the description indicates',
    `Opinion\nIn our opinion, in all material respects, ${LIMBS}, if complementary subservice organization controls and complementary user entity controls assumed in the design of Northfall’s controls operated effectively ${PERIOD}.\nThe description indicates that certain complementary user entity controls must be suitably designed.`,
  ),
  opined(
    'qualified with headings',
    `Basis for Qualified Opinion\n${BASIS}\nQualified Opinion\nIn our opinion, except for the matter described in the Basis for Qualified Opinion section of our report, in all material respects, ${LIMBS}.`,
    'qualified',
    ['CC6.2'],
  ),
  opined(
    'qualified, matters referred to',
    `Opinion\n${BASIS}\nIn our opinion, except for the effects of the matters giving rise to the modification described in the preceding paragraph, in all material respects, ${LIMBS}.`,
    'qualified',
    ['CC6.2'],
  ),
  opined(
    'qualified, possible effects',
    `Basis for Qualified Opinion\n${BASIS}\nOpinion\nIn our opinion, except for the possible effects of the matter discussed above, ${LIMBS}.`,
    'qualified',
    ['CC6.2'],
  ),
  opined(
    'qualified inside a limb',
    `Opinion\n${BASIS}\nIn our opinion, in all material respects, the description presents the CareBridge Platform ${PERIOD}; the controls were suitably designed ${PERIOD}; and, except for the matter described above, the controls operated effectively ${PERIOD}.`,
    'qualified',
    ['CC6.2'],
  ),
  opined(
    'qualified, with the exception of the matter',
    `Qualified opinion\n${BASIS}\nIn our opinion, with the exception of the matter described in the paragraph above, ${LIMBS}.`,
    'qualified',
    ['CC6.2'],
  ),
  opined(
    'qualified, basis behind',
    `Qualified Opinion\nIn our opinion, except for the matter described in the Basis for Qualified Opinion paragraph, in all material respects, ${LIMBS}.\nBasis for Qualified Opinion\n${BASIS}`,
    'qualified',
    ['CC6.2'],
  ),
  opined(
    'qualified, criteria in a list',
    `Basis for Qualified Opinion\nWe noted matters in these areas:\n• CC6.2 – access of leavers\n• CC6.3: roles\n• CC8.1, changes\nQualified Opinion\nIn our opinion, except for the matters described above, in all material respects, ${LIMBS}.`,
    'qualified',
    ['CC6.2', 'CC6.3', 'CC8.1'],
  ),
  opined(
    'qualified, basis without a heading and a reason',
    `Northfall states in its description that backups are restored in a test each quarter. Our tests showed that no test took place in two quarters. Consequently criteria A1.2 and A1.3 were not met.\nIn our opinion, except for the matter in the preceding paragraph, in all material respects, ${LIMBS}.`,
    'qualified',
    ['A1.2', 'A1.3'],
  ),
  opined(
    'qualified, basis for modified',
    `Basis for Modified Opinion\n${BASIS}\nModified Opinion\nIn our opinion, except for the matter described above, ${LIMBS}.`,
    'qualified',
    ['CC6.2'],
  ),
  opined(
    'qualified, modification of the opinion',
    `Reasons for the Qualification\n${BASIS}\nOpinion\nIn our opinion, except for the matter described under Reasons for the Qualification, in all material respects, ${LIMBS}.`,
    'qualified',
    ['CC6.2'],
  ),
  opined(
    'qualified, criteria in words',
    `Basis for Qualified Opinion\nControls over leavers did not operate effectively. As a result the common criteria CC6.1 through CC6.3 were not met.\nQualified Opinion\nIn our opinion, except for the matter described above, ${LIMBS}.`,
    'qualified',
    ['CC6.1', 'CC6.2', 'CC6.3'],
  ),
  opined(
    'adverse',
    `Basis for Adverse Opinion\n${BASIS}\nAdverse Opinion\nIn our opinion, because of the significance of the matter described in the Basis for Adverse Opinion section, in all material respects, the description does not present the CareBridge Platform ${PERIOD}, the controls were not suitably designed, and the controls did not operate effectively ${PERIOD}.`,
    'adverse',
    ['CC6.2'],
  ),
  opined(
    'adverse in one part',
    `${BASIS}\nIn our opinion, because of the matter described in the preceding paragraph, the controls stated in the description did not operate effectively ${PERIOD}; the description presents the CareBridge Platform, and its controls were suitably designed.`,
    'adverse',
    ['CC6.2'],
  ),
  opined(
    'disclaimer',
    `Basis for Disclaimer of Opinion\nManagement did not provide evidence for the tests of criteria CC7.2 and CC7.3, and we were unable to obtain sufficient appropriate evidence.\nDisclaimer of Opinion\nBecause of the significance of the matter described above, we were not able to obtain sufficient appropriate evidence to provide a basis for an opinion. Accordingly, we do not express an opinion on the description or on the controls.`,
    'disclaimer',
    ['CC7.2', 'CC7.3'],
    { examined: ENGAGED },
  ),
  opined(
    'disclaimer without heading',
    `We were unable to obtain sufficient appropriate evidence about criterion CC7.2.\nBecause of the limitation on the scope of our examination discussed above, the scope of our work was not sufficient to enable us to express, and we do not express, an opinion on the description or the controls.`,
    'disclaimer',
    ['CC7.2'],
    { examined: ENGAGED },
  ),
  opined(
    'two opinions, one on HIPAA',
    `Opinion\nIn our opinion, in all material respects, ${LIMBS}.\nOpinion on Additional Subject Matter\nIn our opinion, except for the matter described in Section V, the controls met the HIPAA Security Rule requirements, in all material respects.`,
  ),
]
