import type { PlainDate } from './dates'

export type Role = 'administrator' | 'reviewer' | 'staff'

interface Acting {
  practiceId: string
  name: string
  ip: string | null
  /** The instant of the act, UTC ISO text. */
  at: string
  /** The act's date in the practice's time zone. */
  today: PlainDate
  timeZone: string
}

/** Someone signed in, in one of their practices. */
export interface Person extends Acting {
  kind: 'person'
  personId: string
  email: string
  role: Role
  practiceName: string
}

/** A vendor's contact behind an invite link: sees that one request and nothing else. */
export interface Guest extends Acting {
  kind: 'guest'
  inviteId: string
  vendorId: string
}

/** The program itself: the reader, the reminders, the command line. */
export interface Program extends Acting {
  kind: 'program'
}

export type Actor = Person | Guest | Program

export function personIdOf(actor: Actor): string | null {
  return actor.kind === 'person' ? actor.personId : null
}
