import type { Person } from '../actor'
import type { Database } from '../database'
import type { PlainDate } from '../dates'
import type { KnownStep } from './nextStep'
import type { State } from './standing'
import type { Vendor } from './vendor'

/** One bar of "What covered when". */
export interface Coverage {
  /** The row it stands in: "SOC 2", "Bridge letter", "BAA". */
  lane: string
  from: PlainDate
  /** null: no end is known. */
  to: PlainDate | null
  state: State
  label: string
}

/** What a panel's view gets as locals, besides `vendor` and `actor`. */
export interface PanelContents {
  coverage?: Coverage[]
  /** Days ahead that the vendor's row doesn't know of: an open request, a condition. */
  dates?: { on: PlainDate; what: string }[]
  /** What this room has under way for the vendor. */
  steps?: KnownStep[]
  [local: string]: unknown
}

/** A room's part of the vendor's page; its view renders one `<section class="sheet">`. */
export interface VendorPanel {
  view: string
  load: (db: Database, actor: Person, vendor: Vendor) => Promise<PanelContents>
}
