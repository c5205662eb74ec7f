import { type Wording } from './report'

const signed = (
  title: string,
  lines: string,
  auditor = 'Harrow & Lisle LLP',
  reportDate = '2025-08-22',
): Wording => ({
  title,
  parts: { signed: lines },
  answers: { auditor, reportDate },
})
const ASSERTION =
  'We have prepared the accompanying description of Northfall’s CareBridge Platform throughout the period July 1, 2024 to June 30, 2025 based on the description criteria. We confirm that the controls stated in the description operated effectively.'

/** Signatures of other countries and other habits. */
export const MORE_SIGNATURES: Wording[] = [
  signed(
    'British',
    'Harrow & Lisle LLP\nChartered Accountants and Statutory Auditors\n12 Castlegate\nYork\nYO1 9RN\n22 August 2025',
  ),
  signed('for and on behalf of', 'Nora Lisle\nfor and on behalf of Harrow & Lisle LLP\nYork, 22 August 2025'),
  signed(
    'Canadian',
    'Harrow & Lisle LLP\nChartered Professional Accountants, Licensed Public Accountants\nThunder Bay, Ontario\nAugust 22, 2025',
  ),
  signed(
    'Canadian with city and date first',
    'Thunder Bay, Canada\nAugust 22, 2025\nHarrow & Lisle LLP\nLicensed Public Accountants',
  ),
  signed(
    'German',
    'Berlin, den 22. August 2025\nHarrow & Lisle GmbH\nWirtschaftsprüfungsgesellschaft',
    'Harrow & Lisle GmbH',
  ),
  signed(
    'Indian',
    'For Harrow & Lisle\nChartered Accountants\nFirm Registration No. 012345N\nNora Lisle\nPartner\nMembership No. 123456\nPlace: Pune\nDate: August 22, 2025',
    'Harrow & Lisle',
  ),
  signed(
    'labelled fields',
    'Signature: ____________\nName: Nora Lisle, CPA\nFirm: Harrow & Lisle LLP\nDate: August 22, 2025',
  ),
  signed('place and date labelled', 'Harrow & Lisle LLP\nPlace: Minneapolis\nDate: 22 August 2025'),
  signed(
    'yours faithfully',
    'Yours faithfully,\nHarrow & Lisle\nChartered Accountants\nYork\n22nd August 2025',
    'Harrow & Lisle',
  ),
  signed(
    'respectfully submitted',
    'Respectfully submitted,\nHarrow & Lisle LLP\nBy: Nora Lisle, CPA\nMinneapolis, Minnesota\nAugust 22, 2025',
  ),
  signed(
    'the firm has no suffix and no place',
    'Chapter & Verse Assurance\n22 August 2025',
    'Chapter & Verse Assurance',
  ),
  signed(
    'the firm has no suffix and a trade below',
    'Lanternhouse\nCertified Public Accountants\nAugust 22, 2025',
    'Lanternhouse',
  ),
  signed('dated this day', 'Dated this 22nd day of August, 2025, at Minneapolis\nHarrow & Lisle LLP'),
  signed(
    'dated at',
    'DATED at Thunder Bay, Ontario this 22nd day of August, 2025.\nHarrow & Lisle LLP\nChartered Professional Accountants',
  ),
  signed('with initials under it', 'Harrow & Lisle LLP\nNL/pk\nMinneapolis, Minnesota\nAugust 22, 2025'),
  signed(
    'with an envelope number',
    'DocuSign Envelope ID: 4F1A-22\nHarrow & Lisle LLP\nMinneapolis, Minnesota\nAugust 22, 2025',
  ),
  signed(
    'time of a digital signature',
    "Harrow & Lisle LLP\nDigitally signed by Nora Lisle\nDate: 2025.08.22 10:11:12 -05'00'\nMinneapolis, Minnesota",
  ),
  signed(
    'Irish',
    'Harrow & Lisle\nChartered Accountants & Registered Auditors\nDublin 2, Ireland\n22/08/2025',
    'Harrow & Lisle',
  ),
  {
    title: 'a name like no firm, on the cover too',
    parts: {
      cover: 'Northfall Health, Inc.\nSOC 2 Type 2 Report\nJuly 1, 2024 to June 30, 2025\nLanternhouse',
      signed: 'Lanternhouse\nNora Lisle, CPA\nAugust 22, 2025',
    },
    answers: { auditor: 'Lanternhouse' },
  },
  {
    title: 'assertion in front, everything without headings',
    parts: {
      heading: `${ASSERTION}\n\f`,
      to: 'To Northfall Health, Inc.',
      after: '',
      signed:
        '\fThe report may be used by clients and by nobody else.\nHarrow & Lisle LLP\nMinneapolis, Minnesota\nAugust 22, 2025',
      assertion: '',
      description:
        'Company overview\nNorthfall was founded in 2011 and serves clinics in many states. The boundaries of the system cover the application, its database and the people who run them.',
      tests:
        'CC1.1 The entity demonstrates a commitment to integrity and ethical values.\nEL-01 Employees sign the code of conduct. Inspected the signed code. No exceptions noted.\nCC6.1 Logical access.\nLA-02 Access needs two factors. Inspected the configuration. No exceptions noted.',
    },
  },
  {
    title: 'opinion first, signature after the responsibilities',
    parts: {
      before: '',
      after:
        'Basis for Opinion\nWe conducted our examination in accordance with attestation standards established by the American Institute of Certified Public Accountants.\nResponsibilities of Management\nManagement is responsible for preparing the description.\nOur Responsibilities\nOur responsibility is to express an opinion. Inherent limits exist.\nUse of This Report\nThis report is for Northfall and its clients.',
    },
  },
  {
    title: 'a licence number between the firm and the date',
    parts: { signed: 'Harrow & Lisle LLP\nLicense No. 55123\nMinneapolis, Minnesota\nAugust 22, 2025' },
  },
]
