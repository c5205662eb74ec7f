import type { Wording } from './report'

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

/** How a report may be signed: firm, city and date in lines, on one line, around pictures and persons. */
export const SIGNATURES: Wording[] = [
  signed('date, then firm, then city', 'August 22, 2025\nHarrow & Lisle LLP\nMinneapolis, Minnesota'),
  signed('city and date above the firm', 'Minneapolis, Minnesota\nAugust 22, 2025\nHarrow & Lisle LLP'),
  signed('all on one line with bars', 'Harrow & Lisle LLP | Minneapolis, MN | August 22, 2025'),
  signed('city and date in one line', 'Harrow & Lisle LLP\nMinneapolis, Minnesota, August 22, 2025'),
  signed('a city without a state', 'Harrow & Lisle LLP\nMinneapolis\nAugust 22, 2025'),
  signed(
    'firm over two lines',
    'Harrow, Lisle, Brandt and\nAssociates, P.C.\nMinneapolis, Minnesota\nAugust 22, 2025',
    'Harrow, Lisle, Brandt and Associates, P.C.',
  ),
  signed(
    'certified public accountants below',
    'Harrow & Lisle\nCertified Public Accountants\nMinneapolis, MN\nAugust 22, 2025',
    'Harrow & Lisle',
  ),
  signed('initials', 'HLB Assurance, LLC\nTampa, FL\nAugust 22, 2025', 'HLB Assurance, LLC'),
  signed('one word', 'Lantern\nMinneapolis, Minnesota\nAugust 22, 2025', 'Lantern'),
  signed('two plain words', 'Stone Arbor\nMinneapolis, Minnesota\nAugust 22, 2025', 'Stone Arbor'),
  signed('a name of three', 'Brandt Ellery Moss\nDes Moines, Iowa\nAugust 22, 2025', 'Brandt Ellery Moss'),
  signed('/s/', '/s/ Harrow & Lisle LLP\nMinneapolis, Minnesota\nAugust 22, 2025'),
  signed(
    'very truly yours',
    'Very truly yours,\nHarrow & Lisle LLP\nMinneapolis, Minnesota\nAugust 22, 2025',
  ),
  signed(
    'electronic signature',
    'Digitally signed by Harrow & Lisle LLP\nHarrow & Lisle LLP\nMinneapolis, MN\nAugust 22, 2025',
  ),
  signed('partner', 'Harrow & Lisle LLP\nNora Lisle, CPA, CISA\nPartner\nAugust 22, 2025'),
  signed(
    'street address',
    'Harrow & Lisle LLP\n400 Nicollet Mall, Suite 1200\nMinneapolis, MN 55401\nAugust 22, 2025',
  ),
  signed(
    'telephone and site',
    'Harrow & Lisle LLP\n+1 612 555 0100\nwww.harrowlisle.example\nMinneapolis, MN\nAugust 22, 2025',
  ),
  signed('day first', 'Harrow & Lisle LLP\nLondon\n22 August 2025'),
  signed('ordinal day', 'Harrow & Lisle LLP\nMinneapolis, Minnesota\nAugust 22nd, 2025'),
  signed('short month', 'Harrow & Lisle LLP\nMinneapolis, Minnesota\nAug. 22, 2025'),
  signed('numeric', 'Harrow & Lisle LLP\nMinneapolis, Minnesota\n08/22/2025'),
  signed('ISO', 'Harrow & Lisle LLP\nMinneapolis, Minnesota\n2025-08-22'),
  signed('dated', 'Harrow & Lisle LLP\nMinneapolis, Minnesota\nDated: August 22, 2025'),
  signed('date of report', 'Harrow & Lisle LLP\nMinneapolis, Minnesota\nDate of report: August 22, 2025'),
  signed('this day of', 'Harrow & Lisle LLP\nMinneapolis, Minnesota\nthis 22nd day of August 2025'),
  signed(
    'licence number',
    'Harrow & Lisle LLP\nMinnesota CPA Firm License No. 20314\nMinneapolis, MN\nAugust 22, 2025',
  ),
  signed('a middle dot', 'Harrow & Lisle LLP · Minneapolis, Minnesota · August 22, 2025'),
  signed('upper case', 'HARROW & LISLE LLP\nMINNEAPOLIS, MINNESOTA\nAUGUST 22, 2025', 'HARROW & LISLE LLP'),
  signed(
    'labelled',
    'Service auditor: Harrow & Lisle LLP\nLocation: Minneapolis, Minnesota\nDate: August 22, 2025',
  ),
  signed('for the firm', 'For Harrow & Lisle LLP\nChartered Accountants\nMinneapolis\nAugust 22, 2025'),
  signed(
    'in a sentence',
    'Signed at Minneapolis, Minnesota, on August 22, 2025, on behalf of Harrow & Lisle LLP.',
  ),
  signed('issued by', 'Issued at Minneapolis on August 22, 2025 by Harrow & Lisle LLP.'),
  signed(
    'the report is dated',
    'Harrow & Lisle LLP\nMinneapolis, Minnesota\nThis report is dated August 22, 2025.',
  ),
  signed(
    'month spelled with the year apart',
    'Harrow & Lisle LLP\nMinneapolis, Minnesota\nthe 22nd of August, 2025',
  ),
  signed('weekday', 'Harrow & Lisle LLP\nMinneapolis, Minnesota\nFriday, August 22, 2025'),
  signed(
    'was signed',
    'Minneapolis, 22 August 2025\nHarrow & Lisle Accountants N.V.\nwas signed: drs. P.J. Lisle RA',
    'Harrow & Lisle Accountants N.V.',
  ),
  signed(
    'member of a network',
    'Harrow & Lisle LLP\nA member firm of Global Audit Alliance Limited\nMinneapolis, Minnesota\nAugust 22, 2025',
  ),
  signed('completed on', 'Harrow & Lisle LLP\nMinneapolis, MN\nExamination completed August 22, 2025'),
  signed(
    'firm with a place in it',
    'Twin Cities Audit Group\nSt. Paul, Minnesota\nAugust 22, 2025',
    'Twin Cities Audit Group',
  ),
  signed(
    'a first name and daughters',
    'Lisle & Daughters, Certified Public Accountants\nWausau, Wisconsin\nAugust 22, 2025',
    'Lisle & Daughters, Certified Public Accountants',
  ),
  signed(
    'firm between person and place',
    'Nora Lisle, Partner\nfor Harrow & Lisle LLP\nMinneapolis, August 22, 2025',
  ),
  signed('a picture, with city and date', 'Minneapolis, Minnesota\nAugust 22, 2025', null as never),
  signed('PLLC without comma', 'Lisle Audit PLLC\nSeattle, Washington\nAugust 22, 2025', 'Lisle Audit PLLC'),
  signed('inc', 'Quill Assessors, Inc.\nColumbus, OH\nAugust 22, 2025', 'Quill Assessors, Inc.'),
  signed(
    'CPAs and advisors',
    'Harrow Lisle CPAs & Advisors\nMinneapolis, MN\nAugust 22, 2025',
    'Harrow Lisle CPAs & Advisors',
  ),
  signed('city, DC', 'Harrow & Lisle LLP\nWashington, D.C.\nAugust 22, 2025'),
  signed('zip behind', 'Harrow & Lisle LLP\nNew York, New York 10017\nAugust 22, 2025'),
  signed('city with a period', 'Harrow & Lisle LLP\nSt. Louis, Missouri\nAugust 22, 2025'),
  signed('name repeated by the logo', 'HARROW LISLE\nHarrow & Lisle LLP\nMinneapolis, MN\nAugust 22, 2025'),
  {
    title: 'letterhead with city and date, firm below',
    parts: {
      to: 'Minneapolis, Minnesota\nAugust 22, 2025\nTo: Northfall Health, Inc.',
      signed: 'Harrow & Lisle LLP',
    },
  },
  {
    title: 'letterhead with firm, city and date below',
    parts: {
      heading: 'Harrow & Lisle LLP\nSection I – Independent Service Auditor’s Report',
      signed: 'Minneapolis, Minnesota\nAugust 22, 2025',
    },
  },
  {
    title: 'signed before the restricted use',
    parts: {
      after: '',
      signed:
        'Harrow & Lisle LLP\nMinneapolis, Minnesota\nAugust 22, 2025\nRestricted Use\nThis report is intended solely for the information and use of Northfall and user entities. It is not intended to be used by anyone other than these specified parties.',
    },
  },
  {
    title: 'signature on a page of its own',
    parts: { signed: '\fHarrow & Lisle LLP\nMinneapolis, Minnesota\nAugust 22, 2025' },
  },
  {
    title: 'assertion on the same page below',
    parts: {
      signed:
        'Harrow & Lisle LLP\nMinneapolis, Minnesota\nAugust 22, 2025\nSection II – Assertion of Northfall Health, Inc. Management\nWe have prepared the accompanying description of Northfall’s CareBridge Platform throughout the period July 1, 2024 to June 30, 2025 based on the description criteria. We confirm that the controls operated effectively.\nNorthfall Health, Inc.\nAugust 20, 2025',
      assertion: '',
    },
  },
  {
    title: 'auditor on the cover only',
    parts: {
      signed: 'Minneapolis, Minnesota\nAugust 22, 2025',
      cover:
        'Northfall Health, Inc.\nSOC 2 Type 2 Report\nJuly 1, 2024 to June 30, 2025\nPrepared by:\nHarrow & Lisle LLP',
    },
  },
]
