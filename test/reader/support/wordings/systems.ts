import type { Wording } from './report'

const examined = (title: string, words: string, systems?: string[], timing?: string): Wording => ({
  title,
  parts: { examined: `We have examined ${words}`, ...(timing === undefined ? {} : { timing }) },
  ...(systems ? { answers: { systems } } : {}),
})

/** How a scope sentence may name the system. */
export const SYSTEMS: Wording[] = [
  examined(
    'its … system',
    'Northfall Health, Inc.’s (“Northfall” or the “Company”) description of its CareBridge Platform system',
  ),
  examined(
    'description of the organization’s system',
    'the accompanying description of Northfall Health, Inc.’s CareBridge Platform system',
  ),
  examined(
    'prepared by',
    'the description of the CareBridge Platform system prepared by Northfall Health, Inc.',
    undefined,
    'over the period July 1, 2024 to June 30, 2025',
  ),
  examined(
    'of the organization behind',
    'the accompanying description of the CareBridge Platform of Northfall Health, Inc. (“Northfall”)',
  ),
  examined(
    'titled',
    'Northfall Health, Inc.’s accompanying description of its CareBridge Platform system titled “Northfall’s Description of Its CareBridge Platform”',
  ),
  examined(
    'its system titled',
    'Northfall Health, Inc.’s accompanying description of its system titled “CareBridge Platform”',
  ),
  examined(
    'apposition',
    'Northfall Health, Inc.’s accompanying description of its CareBridge Platform, a cloud-based care coordination application,',
  ),
  examined(
    'short form behind',
    'Northfall Health, Inc.’s accompanying description of its CareBridge Platform (“CareBridge” or the “System”)',
  ),
  examined(
    'two systems',
    'Northfall Health, Inc.’s description of its CareBridge Platform and Insight Analytics systems',
    ['CareBridge Platform', 'Insight Analytics'],
  ),
  examined(
    'three systems',
    'Northfall Health, Inc.’s description of its CareBridge Platform, Insight Analytics, and Ledger Desk systems',
    ['CareBridge Platform', 'Insight Analytics', 'Ledger Desk'],
  ),
  examined(
    'included in Section III',
    'Northfall Health, Inc.’s description of its CareBridge Platform system included in Section III',
  ),
  examined(
    'set forth before',
    'Northfall Health, Inc.’s description, set forth in Section 3, of its CareBridge Platform system',
  ),
  examined(
    'found in section',
    'the description found in Section III of Northfall Health, Inc.’s CareBridge Platform system',
  ),
  examined(
    'controls for',
    'Northfall Health, Inc.’s description of controls for its CareBridge Platform system',
  ),
  examined(
    'title in the sentence only',
    'the description in the section titled “Northfall Health, Inc.’s Description of Its CareBridge Platform System”',
  ),
  examined(
    'boundaries',
    'Northfall Health, Inc.’s attached description of the boundaries of its CareBridge Platform system',
  ),
  examined(
    'located',
    'Northfall Health, Inc.’s description of its CareBridge Platform located in Austin, Texas',
  ),
  examined(
    'hosted at',
    'Northfall Health, Inc.’s description of its CareBridge Platform hosted at Amazon Web Services',
  ),
  examined(
    'made available',
    'Northfall Health, Inc.’s description of its CareBridge Platform made available to user entities',
  ),
  examined('quoted', 'Northfall Health, Inc.’s description of its “CareBridge Platform” (the “System”)'),
  examined('system for', 'Northfall Health, Inc.’s description of its system for the CareBridge Platform'),
  examined(
    'system related to',
    'the description of Northfall Health, Inc.’s system related to the CareBridge Platform',
  ),
  examined('service system', 'Northfall Health, Inc.’s description of its Software as a Service system', [
    'Software as a Service',
  ]),
  examined(
    'system with services',
    'Northfall Health, Inc.’s description of its managed hosting and support services system',
    ['managed hosting and support services'],
  ),
  examined(
    'entitled',
    'management of Northfall Health, Inc.’s description of the CareBridge Platform entitled “Description of the CareBridge Platform”',
  ),
  examined(
    'that provides',
    'Northfall Health, Inc.’s description of its CareBridge Platform that provides care coordination to clinics',
  ),
  examined(
    'used to',
    'Northfall Health, Inc.’s description of its CareBridge Platform used to coordinate care',
  ),
  examined(
    'in scope',
    'Northfall Health, Inc.’s description of its CareBridge Platform as presented in Section III',
  ),
  examined(
    'comma after',
    'Northfall Health, Inc.’s description of its CareBridge Platform system,',
    undefined,
    'for the period of July 1, 2024, to June 30, 2025,',
  ),
  examined(
    'period first',
    'Northfall Health, Inc.’s description, throughout the period July 1, 2024 to June 30, 2025, of its CareBridge Platform system',
    undefined,
    '',
  ),
  examined(
    'supporting',
    'Northfall Health, Inc.’s description of the system supporting its CareBridge Platform',
  ),
  examined(
    'name then system of',
    'the CareBridge Platform system description prepared by the management of Northfall Health, Inc.',
  ),
  examined(
    'offering',
    'Northfall Health, Inc.’s description of its CareBridge Platform throughout the United States',
    undefined,
  ),
  examined(
    'relating',
    'Northfall Health, Inc.’s description of its CareBridge Platform relating to care coordination',
  ),
  examined(
    'consisting of',
    'Northfall Health, Inc.’s description of its CareBridge Platform consisting of the portal and the exchange',
  ),
  examined(
    'including',
    'Northfall Health, Inc.’s description of its CareBridge Platform, including the Exchange module,',
  ),
  examined('covering', 'Northfall Health, Inc.’s description of its CareBridge Platform covering'),
  examined(
    'with registered mark',
    'Northfall Health, Inc.’s description of its CareBridge Platform® system',
    ['CareBridge Platform®'],
  ),
  examined(
    'management’s description',
    'management’s description of Northfall Health, Inc.’s CareBridge Platform system',
  ),
  examined(
    'the description of the services',
    'Northfall Health, Inc.’s description of its Payroll and Benefits Administration Services system',
    ['Payroll and Benefits Administration Services'],
  ),
  examined(
    'whose parent stands between',
    'the description of Northfall Health, Inc. (“Northfall” or the “Company”), a subsidiary of Northfall Holdings plc, of its CareBridge Platform system',
  ),
]
