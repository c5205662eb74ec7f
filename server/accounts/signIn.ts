import type { NextFunction, Request, RequestHandler, Response } from 'express'
import { Router } from 'express'
import { Passport } from 'passport'
import { Strategy } from 'passport-local'
import type { Services } from '../services'
import { findAccountByEmail, findPersonAndPractices } from './accounts'
import { isRightPassword } from './passwords'

/** Only the id of the person is kept in the session; who they are is asked anew with each request. */
export function signInFrom(services: Services): RequestHandler {
  const passport = new Passport()
  passport.use(
    new Strategy(
      { usernameField: 'email' },
      (email, password, done) => void check(services, email, password, done),
    ),
  )
  passport.serializeUser((user, done) => done(null, (user as { id: string }).id))
  passport.deserializeUser((id, done) => done(null, { id }))
  const router = Router()
  router.use(passport.initialize())
  router.use(passport.session())
  router.use((req, res, next) => {
    req.passport = passport
    recognise(services, req, res).then(() => next(), next)
  })
  return router
}

declare module 'express-serve-static-core' {
  interface Request {
    passport?: InstanceType<typeof Passport>
  }
}

export function signedIn(req: Request, res: Response, next: NextFunction): void {
  if (req.actor) return next()
  const wanted =
    req.method === 'GET' && req.originalUrl !== '/' ? `?to=${encodeURIComponent(req.originalUrl)}` : ''
  res.redirect(303, `/sign-in${wanted}`)
}

/** Whether the password is right; on true the session has a new id and belongs to the person. */
export async function signInWith(req: Request, res: Response): Promise<boolean> {
  const user = await new Promise<Express.User | false>((resolve, reject) => {
    const authenticate = req.passport!.authenticate('local', (error: unknown, found: Express.User | false) =>
      error ? reject(error as Error) : resolve(found),
    ) as RequestHandler
    void authenticate(req, res, reject)
  })
  if (user) await signInAs(req, (user as { id: string }).id)
  return Boolean(user)
}

export async function signInAs(req: Request, personId: string): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    req.logIn({ id: personId } as Express.User, (error: unknown) =>
      error ? reject(error as Error) : resolve(),
    )
  })
}

async function check(
  services: Services,
  email: string,
  password: string,
  done: (error: unknown, user?: object | false) => void,
) {
  try {
    const account = await findAccountByEmail(services.db, email)
    const right = await isRightPassword(account?.passwordHash, password)
    done(null, right && account ? { id: account.id } : false)
  } catch (error) {
    done(error)
  }
}

async function recognise({ db, now }: Services, req: Request, res: Response): Promise<void> {
  const id = (req.user as { id: string } | undefined)?.id
  if (id) {
    const found = await findPersonAndPractices(
      db,
      id,
      req.session.practiceId,
      now().toISOString(),
      req.ip ?? null,
    )
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
