import type { NextFunction, Request, RequestHandler, Response } from 'express'
import { Passport } from 'passport'
import { Strategy } from 'passport-local'
import type { Services } from '../services'
import { findAccountByEmail, findPersonAndPractices } from './accounts'
import { isRightPassword } from './passwords'

/** Only the id of the person is kept in the session; who they are is asked anew with each request. */
export function recogniseFrom(services: Services): RequestHandler {
  return (req, res, next) => {
    recognise(services, req, res).then(() => next(), next)
  }
}

export function signedIn(req: Request, res: Response, next: NextFunction): void {
  if (req.actor) return next()
  const wanted =
    req.method === 'GET' && req.originalUrl !== '/' ? `?to=${encodeURIComponent(req.originalUrl)}` : ''
  res.redirect(303, `/sign-in${wanted}`)
}

/** Whether the password is right; on true the session has a new id and belongs to the person. */
export function signInWith(services: Services): (req: Request, res: Response) => Promise<boolean> {
  const ways = new Passport().use(
    new Strategy(
      { usernameField: 'email' },
      (email, password, done) => void check(services, email, password, done),
    ),
  )
  return async (req, res) => {
    const account = await new Promise<{ id: string } | false>((resolve, reject) => {
      const answered = (error: unknown, found: { id: string } | false) =>
        error ? reject(error as Error) : resolve(found)
      // Passport says who it is; the session is ours, so that pages don't pay for a second keeper of it.
      const authenticate = ways.authenticate('local', { session: false }, answered) as RequestHandler
      void authenticate(req, res, reject)
    })
    if (account) await signInAs(req, account.id)
    return Boolean(account)
  }
}

async function check(
  { db }: Pick<Services, 'db'>,
  email: string,
  password: string,
  done: (error: unknown, account?: { id: string } | false) => void,
): Promise<void> {
  try {
    const account = await findAccountByEmail(db, email)
    const right = await isRightPassword(account?.passwordHash, password)
    done(null, right && account ? { id: account.id } : false)
  } catch (error) {
    done(error)
  }
}

/** Under a new id, so that nobody who knew the old one comes in with the person; on disk before the answer goes. */
export async function signInAs(req: Request, personId: string): Promise<void> {
  await ended((done) => req.session.regenerate(done))
  req.session.personId = personId
  await ended((done) => req.session.save(done))
}

function ended(begin: (done: (error: unknown) => void) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    begin((error) => (error ? reject(error as Error) : resolve()))
  })
}

async function recognise({ db, now }: Services, req: Request, res: Response): Promise<void> {
  const { personId, practiceId } = req.session
  if (personId) {
    const at = now().toISOString()
    const found = await findPersonAndPractices(db, personId, practiceId, at, req.ip ?? null)
    if (found) {
      req.actor = found.person
      Object.assign(res.locals, { actor: found.person, practices: found.practices })
    }
  }
  takeFlash(req, res)
}

function takeFlash(req: Request, res: Response): void {
  if (req.session.flash && req.method === 'GET' && req.accepts(['html', 'json']) === 'html') {
    res.locals.flash = req.session.flash
    delete req.session.flash
  }
}
