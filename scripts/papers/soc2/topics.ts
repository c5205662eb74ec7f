/** Subjects of a system description; {O} is the organization's short name and {S} its system. */
export const topics: [title: string, ...paragraphs: string[]][] = [
  [
    'Company Background',
    '{O} was founded in 2011 and serves clinics, hospitals, and independent practices in 31 states. It employs about 210 people in engineering, operations, support, and sales, most of whom work remotely. Its customers rely on {O} for work that must go on every day, and the company describes its purpose as taking paper and waiting out of that work.',
    'The company is privately held. It keeps one office, used for administration and training, and no customer data is processed or stored there.',
  ],
  [
    'Services Provided',
    'The {S} system is offered as a hosted service under a subscription. Customers reach it with a web browser or through a programming interface. It receives documents and messages, sorts them, sends each to the person or system that should act on it, and keeps a record of what was done and by whom. Reports show volumes, waiting times, and items that need attention.',
    'Optional modules include a patient-facing form builder, a fax gateway, and an archive. Modules that a customer has not ordered are turned off for that customer and cannot be reached.',
  ],
  [
    'Infrastructure',
    'The {S} system runs on virtual machines and managed services in two regions of a public cloud. Each region has three availability zones. Web servers stand behind load balancers, application servers run in a private network, and databases accept connections only from the application servers. Infrastructure is written as code, kept under version control, and deployed by a pipeline.',
    'Workstations are issued by the company, managed centrally, and encrypted. They hold no customer data, which is viewed only through the application or through a jump host that records sessions.',
  ],
  [
    'Software',
    'The application is written and maintained by {O}. Supporting software includes operating systems, a relational database, a message queue, and tools for version control, continuous integration, monitoring, ticketing, and identity management. Versions are tracked, and those that no longer receive security updates are replaced.',
  ],
  [
    'People',
    'Staff are organized in product, engineering, infrastructure, security, support, human resources, and finance. The Chief Information Security Officer reports to the chief executive and has direct access to the board. The privacy officer answers questions on the handling of personal and health information. Support staff see customer data only when a customer has opened a case and has agreed to it.',
  ],
  [
    'Procedures',
    'Policies and procedures cover access control, acceptable use, change management, incident response, business continuity, vendor management, data classification, retention, and disposal. Each has an owner, is reviewed at least once a year, and is published where all staff can read it. Procedures that are carried out often are written as checklists in the ticketing tool so that each run leaves a record.',
  ],
  [
    'Principal Service Commitments',
    '{O} makes commitments to its customers in its master services agreement, in its service level schedule, and on its website. They concern the protection of customer data against unauthorized access, the use of encryption, the notification of incidents, and the availability of the service. Commitments are the same for all customers unless an agreement says otherwise.',
    'To meet them, {O} has set system requirements in its policies, in the design of the system, and in its contracts with vendors. They describe how the system is developed and operated, how its people are hired and trained, and how its networks are managed.',
  ],
  [
    'Boundaries of the System',
    'The boundaries of the {S} system take in the application, its databases and storage, the networks that connect them, the people who develop and run it, and the procedures they follow. The corporate website, the sales system, and the accounting system are outside of the boundaries and hold no customer data.',
  ],
  [
    'Control Environment',
    'Senior management sets the tone by its own conduct and by the way it answers mistakes. The code of conduct is discussed with every new hire, and it asks people to raise problems early. Managers are judged on how their teams handle risk as well as on what they deliver.',
    'The board has five members, of whom three do not work for the company. It meets each quarter and receives a report on security that covers incidents, the results of tests and audits, the largest risks, and the progress of the plan for the year.',
  ],
  [
    'Commitment to Competence',
    'Job descriptions state the knowledge and the skills that each position needs. Candidates are interviewed by at least three people, among them a future colleague. Only qualified candidates are hired, and their education and earlier employment are verified by an outside firm before the first day of work.',
    'Training begins in the first week. Those who write software complete a course on secure development, and those who handle health information complete a course on privacy. Completion is tracked, and access is suspended for people who are more than 30 days late.',
  ],
  [
    'Risk Assessment Process',
    'Once a year {O} performs a risk assessment that covers strategy, operations, technology, suppliers, the law, and fraud. People from each department take part. Each risk is given a likelihood and an effect, and the product of the two decides whether the risk is accepted, reduced, passed to another, or avoided. Treatment plans have an owner and a date.',
    'Between assessments the register is updated when new services start, when suppliers change, when incidents occur, and when advisories or changes in the law call for it. The security committee looks at the register each quarter.',
  ],
  [
    'Information and Communication',
    'Staff learn of policies and of changes to them through the intranet, in meetings, and by e-mail. A weekly note from engineering lists releases, incidents, and planned work. Staff report security concerns to a monitored address or, if they prefer, through a confidential channel run by another firm.',
    'Customers receive release notes, notices of maintenance, and reports of incidents. They can report problems by telephone, by e-mail, or in the application, and each report is given a number and a priority.',
  ],
  [
    'Monitoring Activities',
    'Management watches over the working of controls through dashboards, reviews, and audits. A compliance platform compares the configuration of cloud resources with a baseline each day and opens a ticket for each difference. Internal audit tests a sample of controls every six months and reports to the audit committee.',
    'An outside firm tests the application and the networks for weaknesses once a year. Findings are rated, given to an owner, and followed until closed. Those rated high or critical are tested again by the same firm.',
  ],
  [
    'Logical Access',
    'Access follows the principle of least privilege. Requests are made in the ticketing tool, approved by the manager and by the owner of the system, and carried out by the service desk. Single sign-on with multi-factor authentication is required for every system that can reach customer data. Shared accounts are not permitted, save for a break-glass account whose use raises an alert.',
    'Human resources tells the service desk of a departure before the last day, and a workflow disables the accounts of the person in the identity provider, which ends access to all connected systems. Once a quarter, the owners of systems review who has access and confirm or remove each account.',
  ],
  [
    'Encryption and Key Management',
    'Data in transit over public networks is protected by TLS. Data at rest in databases, in object storage, and in backups is encrypted with keys held in a key management service. Keys are rotated yearly. Only two roles may manage keys, and no one person holds both. Secrets used by software are held in a vault and are never written into code.',
  ],
  [
    'Physical Security',
    'Production equipment stands in data centers of the cloud provider, which is responsible for guards, cameras, badges, and environmental protections. The office of {O} is locked, badges are needed to enter, and visitors are escorted. Network equipment in the office stands in a locked room.',
  ],
  [
    'Network Security',
    'Networks are divided into zones for public, application, data, and management use. Traffic between zones is refused unless a rule permits it. A web application firewall filters requests to public addresses, and traffic is analyzed for signs of attack. Rules are reviewed every six months, and those no longer needed are removed.',
  ],
  [
    'Vulnerability Management',
    'Servers, containers, and software libraries are scanned every week. Findings are ranked by severity and by exposure. Critical findings are to be remediated within 30 days, high within 60, and others within 120. A weekly meeting looks at overdue items, and a delay past the limit must be approved in writing.',
  ],
  [
    'Change Management',
    'Every change starts as a ticket that says what is to change and why. Developers work in branches, automated tests run on each commit, and another engineer reviews the change before it is merged. The pipeline will not deploy a change without an approved review. Deployment to production is gradual, and a failed health check returns the former version by itself.',
    'Emergency changes may be deployed with the approval of the engineer on duty and are reviewed within two business days. Changes to infrastructure follow the same path as changes to the application.',
  ],
  [
    'System Operations',
    'Engineers on duty watch over the service around the clock. Alerts are raised for errors, delays, capacity, and security events and are routed by severity. Runbooks say what to do for each alert. A handover note passes open matters from one shift to the next.',
  ],
  [
    'Incident Response',
    'The incident response plan names roles, levels of severity, and the steps from detection to closure. Events are rated within four hours. A confirmed incident has a commander, a scribe, and a channel of its own. Customers who are affected are told within the time set by their agreement. After each incident of high severity, a review without blame records causes and corrections.',
  ],
  [
    'Backup and Recovery',
    'Databases are backed up every day and their logs are copied continuously, so that a database can be restored to any minute of the last 35 days. Backups are encrypted and copied to a second region. Restores are practiced every quarter. The recovery time objective is eight hours and the recovery point objective is one hour.',
  ],
  [
    'Business Continuity',
    'The continuity plan lists the processes that must go on, the people and tools that each needs, and the steps to move them elsewhere. It is exercised once a year, in some years on paper and in others with a real change of region. Lessons are written down and given owners.',
  ],
  [
    'Vendor Management',
    'New vendors are assessed before a contract is signed. The depth of the assessment depends on the data they will see and on how badly their failure would hurt. Critical vendors are reviewed each year with the help of their assurance reports, and differences between what the reports assume of {O} and what {O} does are followed up.',
  ],
  [
    'Data Classification and Retention',
    'Data is classified as public, internal, confidential, or restricted. Customer data is restricted. The retention schedule says how long each class is kept. When a contract ends, customers may export their data for 30 days, and after that it is deleted from live systems. Backups expire by themselves 35 days later.',
  ],
  [
    'Software Development',
    'Requirements include security and privacy from the start. Threats are modeled for new features that change how data flows. Code is analyzed for known kinds of error, and libraries are checked against lists of weaknesses. Developers use made-up data; production data may not be copied to other environments.',
  ],
  [
    'Human Resources Security',
    'Employees and contractors sign a confidentiality agreement before they start. The employee handbook describes what is expected and what follows from a breach. Contractors are held to the same rules as employees. On leaving, people return equipment and are reminded of duties that go on.',
  ],
  [
    'Logging',
    'Systems record sign-ins, changes of privilege, changes of configuration, and views of customer records. Logs are sent at once to a central platform where they cannot be altered, and are kept for at least 12 months. Analysts use saved queries to look for patterns such as sign-ins from two places at once.',
  ],
  [
    'Endpoint Management',
    'Workstations are enrolled in device management before they are handed out. Disk encryption, screen locks, endpoint protection, and updates are enforced. A device that falls behind is shut out from company systems until it is brought up to date. Lost devices are wiped from afar.',
  ],
  [
    'Availability of the Service',
    'The service level schedule promises that the service will be available for 99.9 percent of each month, apart from announced maintenance. Capacity is looked at each month and forecast for the next two quarters. Load tests are run before large customers join.',
  ],
]
