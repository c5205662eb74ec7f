export interface Control {
  ref: string
  criteria: string[]
  text: string
  test: string
}

type Line = [ref: string, criteria: string, text: string, test: string]

const common: Line[] = [
  [
    'GV-01',
    'CC1.1',
    'Employees and contractors acknowledge the code of conduct when they join and once a year after that.',
    'For a sample of 25 of 112 workforce members, inspected the signed acknowledgment.',
  ],
  [
    'GV-02',
    'CC1.1',
    'Background checks are completed before a new hire is given access to production systems.',
    'For a sample of 20 of 47 new hires, inspected the result of the background check and its date.',
  ],
  [
    'GV-03',
    'CC1.1',
    'A disciplinary policy sets out what happens when the code of conduct is breached.',
    'Inspected the disciplinary policy and the place where it is published.',
  ],
  [
    'GV-04',
    'CC1.2',
    'The board meets each quarter and reviews security risks, audit results and incidents.',
    'For 2 of 4 quarters, inspected the agenda and the minutes of the meeting.',
  ],
  [
    'GV-05',
    'CC1.2',
    'The audit committee has members who are independent of management.',
    'Inspected the charter and the list of members of the audit committee.',
  ],
  [
    'GV-06',
    'CC1.3',
    'An organization chart shows reporting lines and is updated whenever they change.',
    'Inspected the organization chart and the date of its last revision.',
  ],
  [
    'GV-07',
    'CC1.3',
    'Responsibility for information security is assigned in writing to the Chief Information Security Officer.',
    'Inspected the position description and inquired of the Chief Information Security Officer.',
  ],
  [
    'GV-08',
    'CC1.4',
    'Job descriptions state the skills and duties of each position that bears on security.',
    'For a sample of 15 positions, inspected the job description.',
  ],
  [
    'GV-09',
    'CC1.4',
    'Workforce members complete security awareness training within 30 days of joining and yearly.',
    'For a sample of 25 workforce members, inspected the training record and its date.',
  ],
  [
    'GV-10',
    'CC1.5',
    'Managers review the performance of their staff once a year against written goals.',
    'For a sample of 20 employees, inspected the completed performance review.',
  ],
  [
    'IC-01',
    'CC2.1',
    'A data inventory records the systems that hold customer data and the owner of each.',
    'Inspected the data inventory and compared a sample of 10 entries with the systems in use.',
  ],
  [
    'IC-02',
    'CC2.1',
    'Log data from production systems is collected centrally and kept for at least 12 months.',
    'Inspected the configuration of the log platform and the oldest entries kept.',
  ],
  [
    'IC-03',
    'CC2.2',
    'Policies are published on the intranet, and changes to them are announced to the workforce.',
    'Inspected the intranet page and the announcement for one revised policy.',
  ],
  [
    'IC-04',
    'CC2.2',
    'Workforce members can report concerns through a confidential channel.',
    'Inspected the reporting channel and inquired about the reports received.',
  ],
  [
    'IC-05',
    'CC2.3',
    'Commitments to customers on security are stated in the master services agreement.',
    'For a sample of 15 customers, inspected the executed agreement.',
  ],
  [
    'IC-06',
    'CC2.3',
    'Customers are told of planned changes that may affect them before release.',
    'For a sample of 8 releases, inspected the notice and its date.',
  ],
  [
    'IC-07',
    'CC2.3',
    'A public status page shows availability and current incidents.',
    'Observed the status page and inspected its history.',
  ],
  [
    'RM-01',
    'CC3.1',
    'Management sets objectives for security each year and measures progress each quarter.',
    'Inspected the objectives and the report for one quarter.',
  ],
  [
    'RM-02',
    'CC3.2',
    'A formal risk assessment is performed once a year and covers internal and external threats.',
    'Inspected the risk assessment and the date on which it was approved.',
  ],
  [
    'RM-03',
    'CC3.2',
    'Each risk in the register has an owner, a rating and a treatment plan.',
    'For a sample of 15 of 64 risks, inspected the entry in the register.',
  ],
  [
    'RM-04',
    'CC3.3',
    'The risk assessment considers fraud, including misuse of privileged access.',
    'Inspected the section on fraud of the risk assessment.',
  ],
  [
    'RM-05',
    'CC3.4',
    'Changes in the business, in suppliers and in the law are reviewed for new risks each quarter.',
    'For 2 of 4 quarters, inspected the record of the review.',
  ],
  [
    'MN-01',
    'CC4.1',
    'An independent firm performs a penetration test once a year.',
    'Inspected the penetration test report and the scope of the test.',
  ],
  [
    'MN-02',
    'CC4.1',
    'Internal audit tests a sample of controls every six months.',
    'Inspected the internal audit report for one half-year.',
  ],
  [
    'MN-03',
    'CC4.1',
    'A compliance platform checks the configuration of cloud resources every day.',
    'Inspected the settings of the platform and the results for a sample of 25 days.',
  ],
  [
    'MN-04',
    'CC4.2',
    'Findings from tests and audits are tracked until they are closed.',
    'For a sample of 12 findings, inspected the ticket and its resolution.',
  ],
  [
    'PO-01',
    'CC5.1',
    'Management selects controls that answer the risks in the register and records the link.',
    'Inspected the control matrix for a sample of 10 risks.',
  ],
  [
    'PO-02',
    'CC5.2',
    'Technical standards state how servers, databases and workstations are configured.',
    'Inspected the standards and the approval of each.',
  ],
  [
    'PO-03',
    'CC5.3',
    'Policies are reviewed and approved by their owner at least once a year.',
    'For a sample of 10 policies, inspected the approval and its date.',
  ],
  [
    'PO-04',
    'CC5.3',
    'Exceptions to policy are approved by the Chief Information Security Officer and expire after 90 days.',
    'For a sample of 6 exceptions to policy, inspected the approval and the expiry.',
  ],
  [
    'AC-01',
    'CC6.1',
    'Access to production is granted through single sign-on with multi-factor authentication.',
    'Inspected the identity provider configuration and observed a sign-in.',
  ],
  [
    'AC-02',
    'CC6.1',
    'Passwords meet the length and history that the policy requires.',
    'Inspected the password settings of the identity provider.',
  ],
  [
    'AC-03',
    'CC6.2',
    'Access for a new user is approved by the manager before it is given.',
    'For a sample of 25 of 61 new users, inspected the approval and its date.',
  ],
  [
    'AC-04',
    'CC6.2',
    'Access of leavers is removed within one business day of their last day.',
    'For a sample of 25 of 58 leavers, compared the last day with the time of deactivation.',
  ],
  [
    'AC-05',
    'CC6.2, CC6.3',
    'Owners of systems review user access each quarter.',
    'For 2 of 4 quarters, inspected the review and the removal of access no longer needed.',
  ],
  [
    'AC-06',
    'CC6.3',
    'Administrative access to production is limited to the infrastructure team.',
    'Inspected the list of administrators and compared it with the organization chart.',
  ],
  [
    'AC-07',
    'CC6.3',
    'Roles in the application separate the duties of requesting and approving.',
    'Inspected the role definitions and observed that one user could not do both.',
  ],
  [
    'AC-08',
    'CC6.1',
    'Customer data at rest is encrypted with keys that are rotated yearly.',
    'Inspected the encryption settings of each data store and the key rotation record.',
  ],
  [
    'AC-09',
    'CC6.1',
    'Service accounts and their secrets are kept in a vault and are rotated every 180 days.',
    'For a sample of 20 of 96 secrets, inspected the date of the last rotation.',
  ],
  [
    'AC-10',
    'CC6.1',
    'Customer records are kept apart by tenant in the application and the database.',
    'Inspected the tenant filter in the code and observed a cross-tenant request being refused.',
  ],
  [
    'PH-01',
    'CC6.4',
    'Visitors to the office sign in and are escorted.',
    'Observed the reception desk and inspected the visitor log for a sample of 10 days.',
  ],
  [
    'PH-02',
    'CC6.4',
    'Badges for the office are removed when employment ends.',
    'For a sample of 15 leavers, inspected the badge system.',
  ],
  [
    'PH-03',
    'CC6.5',
    'Media that held customer data is wiped or destroyed, and a certificate is kept.',
    'For a sample of 5 of 9 disposals, inspected the certificate of destruction.',
  ],
  [
    'NT-01',
    'CC6.6',
    'Firewalls deny traffic by default, and rules are reviewed every six months.',
    'Inspected the rule set and the record of one review.',
  ],
  [
    'NT-02',
    'CC6.6',
    'A web application firewall stands before every public address.',
    'Inspected the firewall configuration for each public address.',
  ],
  [
    'NT-03',
    'CC6.6',
    'Remote access uses an encrypted tunnel with multi-factor authentication.',
    'Inspected the tunnel settings and observed a connection.',
  ],
  [
    'NT-04',
    'CC6.7',
    'Data in transit over public networks is encrypted with TLS 1.2 or later.',
    'Inspected the TLS settings of a sample of 10 public addresses.',
  ],
  [
    'NT-05',
    'CC6.7',
    'Removable media is blocked on company workstations.',
    'For a sample of 25 workstations, inspected the device policy.',
  ],
  [
    'NT-06',
    'CC6.8',
    'Endpoint protection runs on all workstations and is updated daily.',
    'For a sample of 25 of 140 workstations, inspected the state of the agent.',
  ],
  [
    'NT-07',
    'CC6.8',
    'Only approved software may be installed on servers.',
    'Inspected the build image and the list of approved packages.',
  ],
  [
    'OP-01',
    'CC7.1',
    'Internal and external vulnerability scans run every week.',
    'For a sample of 8 of 52 weeks, inspected the scan report.',
  ],
  [
    'OP-02',
    'CC7.1',
    'Critical vulnerabilities are remediated within 30 days.',
    'For a sample of 15 of 41 critical vulnerabilities, inspected the ticket and its closing date.',
  ],
  [
    'OP-03',
    'CC7.1',
    'Changes to server configuration are detected and alert the operations team.',
    'Inspected the alert rule and the alert for one change.',
  ],
  [
    'OP-04',
    'CC7.2',
    'Security events are correlated, and alerts go to an analyst around the clock.',
    'Inspected the alert rules and the duty roster for a sample of 10 weeks.',
  ],
  [
    'OP-05',
    'CC7.2',
    'Privileged sessions are recorded and reviewed each month.',
    'For 3 of 12 months, inspected the review of privileged sessions.',
  ],
  [
    'IR-01',
    'CC7.3',
    'Security events are triaged and rated within four hours.',
    'For a sample of 15 of 77 events, inspected the time of the rating.',
  ],
  [
    'IR-02',
    'CC7.4',
    'An incident response plan is tested once a year.',
    'Inspected the plan and the record of the exercise.',
  ],
  [
    'IR-03',
    'CC7.4',
    'Customers are notified of a confirmed incident within 72 hours.',
    'Inquired of the privacy officer and inspected the incident register.',
  ],
  [
    'IR-04',
    'CC7.5',
    'A review after each high-severity incident records causes and corrections.',
    'Inspected the incident register and inquired of the incident manager.',
  ],
  [
    'IR-05',
    'CC7.5',
    'Systems are restored from known good images after an incident.',
    'Inspected the recovery procedure and the image registry.',
  ],
  [
    'CH-01',
    'CC8.1',
    'Changes to the application are tested before release.',
    'For a sample of 25 of 412 changes, inspected the test results.',
  ],
  [
    'CH-02',
    'CC8.1',
    'Changes are approved by a person other than the developer.',
    'For a sample of 25 of 412 changes, inspected the approval.',
  ],
  [
    'CH-03',
    'CC8.1',
    'Developers cannot release to production without the pipeline.',
    'Inspected the permissions of the pipeline and observed a refused release.',
  ],
  [
    'CH-04',
    'CC8.1',
    'Development, test and production run in separate accounts.',
    'Inspected the list of cloud accounts and their network links.',
  ],
  [
    'CH-05',
    'CC8.1',
    'Customer data is not used in test environments.',
    'Inspected the policy and queried a sample of 5 test databases.',
  ],
  [
    'CH-06',
    'CC8.1',
    'Changes to infrastructure are made as code and reviewed by a peer.',
    'For a sample of 20 of 233 changes, inspected the peer review.',
  ],
  [
    'CH-07',
    'CC8.1',
    'Emergency changes are approved within two business days.',
    'For 12 of 12 emergency changes, inspected the approval and its date.',
  ],
  [
    'VN-01',
    'CC9.1',
    'Insurance covers losses from cyber incidents.',
    'Inspected the certificate of insurance.',
  ],
  [
    'VN-02',
    'CC9.1',
    'A business continuity plan names the critical processes and how they resume.',
    'Inspected the plan and its yearly approval.',
  ],
  [
    'VN-03',
    'CC9.2',
    'New vendors with access to customer data are assessed before the contract is signed.',
    'For a sample of 6 of 11 new vendors, inspected the assessment.',
  ],
  [
    'VN-04',
    'CC9.2',
    'Reports of critical subservice organizations are reviewed once a year.',
    'Inspected the review of each report.',
  ],
  [
    'VN-05',
    'CC9.2',
    'Contracts with vendors include confidentiality and security terms.',
    'For a sample of 10 vendors, inspected the executed contract.',
  ],
]

const availability: Line[] = [
  [
    'AV-01',
    'A1.1',
    'Capacity of processing and storage is monitored and forecast each month.',
    'For 3 of 12 months, inspected the capacity report.',
  ],
  [
    'AV-02',
    'A1.1',
    'Resources scale by rule when load passes a set limit.',
    'Inspected the scaling rules and one scaling event.',
  ],
  [
    'BC-01',
    'A1.2',
    'Databases are backed up every day, and failed backups alert the operations team.',
    'For a sample of 25 days, inspected the backup log.',
  ],
  [
    'BC-02',
    'A1.3',
    'Backups are restored as a test every quarter.',
    'For 2 of 4 quarters, inspected the restore record.',
  ],
  [
    'BC-03',
    'A1.2',
    'Backups are copied to a second region.',
    'Inspected the replication settings and the list of copies.',
  ],
  [
    'BC-04',
    'A1.3',
    'The disaster recovery plan is exercised once a year.',
    'Inspected the record of the exercise and the recovery time achieved.',
  ],
  [
    'BC-05',
    'A1.3',
    'The recovery plan is carried out after a declared disaster.',
    'Inquired of the operations manager and inspected the incident register.',
  ],
  [
    'AV-03',
    'A1.2',
    'The application runs in more than one availability zone.',
    'Inspected the deployment of each service.',
  ],
]

const confidentiality: Line[] = [
  [
    'CF-01',
    'C1.1',
    'Data is classified, and confidential data is labeled.',
    'Inspected the classification policy and a sample of 10 documents.',
  ],
  [
    'CF-02',
    'C1.1',
    'Workforce members sign a confidentiality agreement.',
    'For a sample of 20 new hires, inspected the signed agreement.',
  ],
  ['CF-03', 'C1.1', 'Retention periods are set for each class of data.', 'Inspected the retention schedule.'],
  [
    'CF-04',
    'C1.2',
    'Customer data is deleted within 60 days of the end of a contract.',
    'For a sample of 5 of 8 ended contracts, inspected the deletion record.',
  ],
  [
    'CF-05',
    'C1.2',
    'Deletion of data is logged and reviewed.',
    'Inspected the deletion log for a sample of 3 months.',
  ],
]

const processing: Line[] = [
  [
    'PI-01',
    'PI1.1',
    'Specifications of inputs and outputs are published to customers.',
    'Inspected the published specification.',
  ],
  [
    'PI-02',
    'PI1.2',
    'Inputs are checked for format and completeness on receipt.',
    'Observed a malformed input being refused.',
  ],
  [
    'PI-03',
    'PI1.3',
    'Jobs that fail are queued again and alert the operations team.',
    'For a sample of 15 failed jobs, inspected the alert and its resolution.',
  ],
  [
    'PI-04',
    'PI1.3',
    'Totals are reconciled at the end of each processing day.',
    'For a sample of 25 days, inspected the reconciliation.',
  ],
  [
    'PI-05',
    'PI1.4',
    'Outputs are delivered only to addresses that the customer registered.',
    'Inspected the delivery settings for a sample of 10 customers.',
  ],
  [
    'PI-06',
    'PI1.5',
    'Stored records carry checksums that are verified each week.',
    'For a sample of 8 weeks, inspected the verification report.',
  ],
]

const privacy: Line[] = [
  [
    'PV-01',
    'P1.1',
    'A privacy notice is published and reviewed once a year.',
    'Inspected the notice and the record of its review.',
  ],
  [
    'PV-02',
    'P2.1',
    'Consent is recorded before personal information is collected.',
    'Observed the sign-up pages and inspected a sample of 15 consent records.',
  ],
  [
    'PV-03',
    'P3.1',
    'Only personal information needed for the stated purpose is collected.',
    'Inspected the data fields collected by the application.',
  ],
  [
    'PV-04',
    'P4.1',
    'Use of personal information for new purposes is approved by the privacy officer.',
    'For 4 of 4 new uses, inspected the approval.',
  ],
  [
    'PV-05',
    'P4.3',
    'Personal information is disposed of when its retention period ends.',
    'For a sample of 3 months, inspected the disposal record.',
  ],
  [
    'PV-06',
    'P5.1',
    'Requests for access are answered within 30 days.',
    'For a sample of 10 of 22 requests, inspected the answer and its date.',
  ],
  [
    'PV-07',
    'P6.1',
    'Disclosures to third parties are recorded with their purpose.',
    'For a sample of 10 disclosures, inspected the record.',
  ],
  [
    'PV-08',
    'P8.1',
    'Complaints about privacy are tracked until answered.',
    'For 3 of 3 complaints, inspected the answer.',
  ],
]

const extra = { availability, confidentiality, 'processing-integrity': processing, privacy, security: common }

/** The controls for these categories, in the order of the criteria. */
export function controlsFor(categories: (keyof typeof extra)[]): Control[] {
  const order = ['security', 'availability', 'processing-integrity', 'confidentiality', 'privacy'] as const
  return order
    .filter((category) => categories.includes(category))
    .flatMap((category) => extra[category].map(asControl))
}

function asControl([ref, criteria, text, test]: Line): Control {
  return { ref, criteria: criteria.split(', '), text, test }
}
