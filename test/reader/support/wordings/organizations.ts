import { PERIOD, type Wording } from './report'

const named = (
  title: string,
  examined: string,
  organization = 'Northfall Health, Inc.',
  parts: Wording['parts'] = {},
): Wording => ({
  title,
  parts: { examined: `We have examined ${examined} description of its CareBridge Platform`, ...parts },
  answers: { organization },
})
const as = (organization: string, parts: Wording['parts'] = {}): Wording => ({
  title: organization,
  parts: {
    to: `To the Management of ${organization}:`,
    examined: `We have examined ${organization}${/s$/.test(organization) ? '’' : '’s'} description of its CareBridge Platform`,
    cover: `${organization}\nSOC 2 Type 2 Report\nJuly 1, 2024 to June 30, 2025`,
    assertion: `Section II – Assertion of the Management of ${organization}\nWe have prepared the accompanying description of the CareBridge Platform ${PERIOD} based on the description criteria. We confirm that the controls operated effectively ${PERIOD}.`,
    ...parts,
  },
  answers: { organization },
})

/** How a report may name the company that was examined. */
export const ORGANIZATIONS: Wording[] = [
  named(
    'the accompanying',
    'the accompanying'.replace('the accompanying', 'Northfall Health, Inc.’s accompanying'),
  ),
  named('short form in brackets', 'Northfall Health, Inc. (“Northfall” or the “Company”)’s'),
  named('short forms with services', 'Northfall Health, Inc.’s (“Northfall”, the “Service Organization”)'),
  named(
    'doing business as',
    'Northfall Health, Inc. d/b/a CareBridge’s',
    'Northfall Health, Inc. d/b/a CareBridge',
    { to: 'To: Northfall Health, Inc. d/b/a CareBridge' },
  ),
  named('and subsidiaries', 'Northfall Health, Inc. and its subsidiaries’', 'Northfall Health, Inc.'),
  named('a company of', 'Northfall Health, Inc.’s, a Halden Group company,'),
  named('management of', 'management of Northfall Health, Inc.’s'),
  as('Bridgewell Systems'),
  as('The Alder Group, LLC'),
  as('iLumen, Inc.'),
  as('3 Rivers Billing LLC'),
  as("O'Hara & Quist Software GmbH"),
  as('Kestrel.io'),
  as('Medicus IT, LLC'),
  as('Trustees of Orchard University'),
  as('Wren Health Information Exchange'),
  {
    title: 'to the board and management',
    parts: { to: 'To the Board of Directors and Management of\nNorthfall Health, Inc.' },
  },
  { title: 'to the attention', parts: { to: 'Attention: Northfall Health, Inc.' } },
  {
    title: 'to a person at the company',
    parts: { to: 'To:\nChief Executive Officer\nNorthfall Health, Inc.\n100 Main Street\nAustin, TX 78701' },
  },
  { title: 'no addressee', parts: { to: '' } },
  { title: 'to the audit committee', parts: { to: 'To the Audit Committee of Northfall Health, Inc.' } },
  { title: 'dear', parts: { to: 'Northfall Health, Inc.\nAustin, Texas' } },
  {
    title: 'description first',
    parts: {
      examined:
        'We have examined the accompanying description of Northfall Health, Inc.’s (“Northfall”) CareBridge Platform',
    },
  },
  {
    title: 'titled',
    parts: {
      examined:
        'We have examined the description titled “Northfall Health, Inc.’s Description of Its CareBridge Platform”',
    },
  },
  { title: 'parent on the addressee', parts: { to: 'To the Board of Directors of Halden Holdings, Inc.' } },
]
