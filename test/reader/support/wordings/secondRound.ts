import type { Wording } from './report'

const PERIOD = 'throughout the period July 1, 2024 to June 30, 2025'

/** Names with an ampersand, two opinions, signatures on a page that goes on. */
export const SECOND_ROUND: Wording[] = [
  {
    title: 'an ampersand in the name, behind the system',
    parts: {
      to: 'Board of Directors\nTern & Sable Health Cloud, Corp.\nOgden, Utah',
      examined:
        'We have examined the description of the CareBridge Platform of Tern & Sable Health Cloud, Corp. (“Tern & Sable”)',
      cover: 'Tern & Sable Health Cloud, Corp.\nSOC 2 Type 2\nJuly 1, 2024 to June 30, 2025',
      hosts:
        'Tern & Sable houses its servers in data centers of Cobalt Ridge Data Centers. The carve-out method was used. Our examination excludes the controls of this organization.',
      assertion: `Section II – Assertion of Management\nWe have prepared the description of the CareBridge Platform ${PERIOD}. We confirm, to the best of our knowledge and belief, that the controls operated effectively ${PERIOD}.`,
    },
    answers: {
      organization: 'Tern & Sable Health Cloud, Corp.',
      hosts: [['Cobalt Ridge Data Centers', 'carve-out']],
    },
  },
  {
    title: 'two systems under one name',
    parts: {
      examined:
        'We have examined the description of the Sable Imaging Archive and the Sable Image Viewer (together the “Sable Imaging system”) of Northfall Health, Inc. (“Northfall”)',
      cover: 'Northfall Health, Inc.\nSOC 2 Type 2\nJuly 1, 2024 to June 30, 2025',
    },
    answers: { systems: ['Sable Imaging Archive', 'Sable Image Viewer'] },
  },
  {
    title: 'an opinion on each subject matter',
    parts: {
      opinion: `Opinion on the SOC 2 subject matter: In our opinion, in all material respects, the description presents the CareBridge Platform that was designed and implemented ${PERIOD} in accordance with the description criteria, and the controls stated in the description were suitably designed and operated effectively ${PERIOD}.\nOpinion on the additional subject matter: In our opinion, except for the controls over media disposal described above, the controls stated in the description were suitably designed and operated effectively to meet the additional criteria ${PERIOD}.`,
    },
  },
  {
    title: 'the next section on the page of the signature',
    parts: {
      signed:
        'Oakum, Reyes & Partners P.C.\nEl Paso, Texas\n08/22/2025\nSection II – Assertion of Northfall Health, Inc. Management\nWe have prepared the accompanying description of Northfall’s CareBridge Platform. We confirm, to the best of our knowledge and belief, that the description presents the CareBridge Platform and that the controls operated effectively throughout the period.',
      assertion: '',
    },
    answers: { auditor: 'Oakum, Reyes & Partners P.C.' },
  },
  {
    title: 'a signature in one line',
    parts: { signed: 'Harrow & Lisle LLP – Minneapolis, Minnesota – August 22, 2025' },
  },
  {
    title: 'a signature with a name of a person and a licence',
    parts: {
      signed:
        'Joan Lisle, CPA, Engagement Partner\nHarrow & Lisle LLP\nLicense No. 104-22\n120 Main Street\nMinneapolis, Minnesota 55401\nAugust 22, 2025',
    },
  },
  {
    title: 'the date above the firm',
    parts: {
      signed: 'August 22, 2025\nMinneapolis, Minnesota\nHarrow & Lisle LLP\nCertified Public Accountants',
    },
  },
  {
    title: 'a label before each part of the signature',
    parts: {
      signed:
        'Signed for the firm: Harrow & Lisle LLP\nPlace: Minneapolis, Minnesota\nDate of report: August 22, 2025',
    },
  },
  {
    title: 'a firm whose name has no form',
    parts: {
      signed: 'Brackenridge Lowe\nCertified Public Accountants\nMinneapolis, Minnesota\nAugust 22, 2025',
    },
    answers: { auditor: 'Brackenridge Lowe' },
  },
  {
    title: 'the letterhead alone names the firm',
    parts: {
      heading:
        'Harrow & Lisle LLP\n120 Main Street, Minneapolis\nSection I – Independent Service Auditor’s Report',
      signed: 'Minneapolis, Minnesota\nAugust 22, 2025',
    },
  },
]
