export interface BaaFacts {
  coveredEntity: string
  businessAssociate: string
  /** How the paper calls the two; 'Covered Entity' and 'Business Associate' unless said. */
  roles?: { coveredEntity: string; businessAssociate: string }
  /** ISO; absent for an agreement without a date. */
  effective?: string
  term:
    | { is: 'fixed'; expires: string; renews?: boolean }
    | { is: 'evergreen' }
    | { is: 'with-agreement'; agreement: string }
  /** Notice for ending without cause, in days. */
  noticeDays?: number
  /** '5 business days', '10 days', '24 hours', '60 days'; absent: no deadline. */
  breachNotice?: string
  /** Provision ids (B01 to B23) to leave out, or to word so that they do not satisfy. */
  leaveOut?: string[]
  weaken?: string[]
  /** Who signed; a side without a signature keeps its blank lines. */
  signed: { coveredEntity?: BaaSigner; businessAssociate?: BaaSigner }
}

export interface BaaSigner {
  name: string
  title: string
  /** ISO. */
  date: string
}
