import { Router, type NextFunction, type Request, type Response } from 'express'
import { change } from '../database'
import { NotFound } from '../errors'
import { param } from '../http/actorOf'
import { readForm, refused } from '../http/forms'
import { limit, limitByAddress, type Limit } from '../http/limits'
import { queueLetter } from '../letters/letters'
import type { Services } from '../services'
import {
  createPractice,
  findAccountByEmail,
  isSetUp,
  recordInEachPractice,
  type Membership,
} from './accounts'
import { forgottenForm, newPasswordForm, setUpForm, signInForm } from './forms'
import { findLink, makeLink, useLink } from './links'
import { hashPassword } from './passwords'
import { setPassword } from './setPassword'
import { signInAs, signInWith } from './signIn'
import { states, timeZones } from './states'

const QUARTER_HOUR = 15 * 60
const HOUR = 60 * 60

/** Pages before the sign-in wall: setting up, signing in, a forgotten password, joining. */
export function openRoutes(services: Services): Router {
  const { db, config, now } = services
  const isRight = signInWith(services)
  const perAddress = limit(60, QUARTER_HOUR)
  const perPair = limit(10, QUARTER_HOUR)
  const perAccount = limit(100, HOUR)
  const router = Router()
  router.get('/set-up', beforeSetUp, showSetUp)
  router.post('/set-up', beforeSetUp, limitByAddress(20, QUARTER_HOUR), setUp)
  router.get('/sign-up', whenOpen, showSignUp)
  router.post('/sign-up', whenOpen, limitByAddress(20, QUARTER_HOUR), setUp)
  router.get('/sign-in', showSignIn)
  router.post('/sign-in', signIn)
  router.post('/sign-out', signOut)
  router.get('/forgotten', showForgotten)
  router.post('/forgotten', limitByAddress(10, QUARTER_HOUR), sendReset)
  router.get('/password/:token', limitByAddress(60, QUARTER_HOUR), showNewPassword)
  router.post('/password/:token', limitByAddress(20, QUARTER_HOUR), takeNewPassword)
  return router

  async function beforeSetUp(_req: Request, _res: Response, next: NextFunction) {
    next((await isSetUp(db)) ? new NotFound() : undefined)
  }

  function whenOpen(_req: Request, _res: Response, next: NextFunction) {
    next(config.signUp === 'open' ? undefined : new NotFound())
  }

  function showSetUp(_req: Request, res: Response) {
    res.render('accounts/setUp', { states, timeZones, first: true })
  }

  function showSignUp(_req: Request, res: Response) {
    res.render('accounts/setUp', { states, timeZones, first: false })
  }

  async function setUp(req: Request, res: Response) {
    const form = readForm(setUpForm, req.body)
    const first = req.path === '/set-up'
    if (form.errors)
      return res.status(422).render('accounts/setUp', { ...withoutSecrets(form), states, timeZones, first })
    if (await findAccountByEmail(db, form.values.email)) {
      const errors = { email: 'This address has an account already. Sign in with it, or use another.' }
      return res.status(422).render('accounts/setUp', {
        ...withoutSecrets(refused(form.words, errors)),
        states,
        timeZones,
        first,
      })
    }
    const person = await createPractice(db, form.values, now().toISOString(), req.ip ?? null)
    await signInAs(req, person.personId)
    res.redirect(303, '/')
  }

  async function showSignIn(req: Request, res: Response) {
    if (!(await isSetUp(db))) return res.redirect(303, '/set-up')
    if (req.actor) return res.redirect(303, '/')
    res.render('accounts/signIn', { signUp: config.signUp, words: { to: ownAddress(req.query.to) } })
  }

  async function signIn(req: Request, res: Response) {
    const form = readForm(signInForm, req.body)
    if (form.errors)
      return res.status(422).render('accounts/signIn', { ...withoutSecrets(form), signUp: config.signUp })
    const email = form.values.email.toLowerCase()
    const counted: [Limit, string][] = [
      [perAddress, req.ip ?? ''],
      [perPair, `${req.ip} ${email}`],
      [perAccount, email],
    ]
    for (const [one, key] of counted) await one.take(key)
    if (await isRight(req, res)) {
      for (const [one, key] of counted) await one.giveBack(key)
      return res.redirect(303, ownAddress(form.values.to))
    }
    const errors = {
      '': 'The e-mail address and the password don’t belong together. Check both, or set a new password.',
    }
    res
      .status(422)
      .render('accounts/signIn', { ...withoutSecrets(refused(form.words, errors)), signUp: config.signUp })
  }

  async function signOut(req: Request, res: Response) {
    await new Promise<void>((resolve, reject) =>
      req.session.destroy((error: unknown) => (error ? reject(error as Error) : resolve())),
    )
    res.set('Clear-Site-Data', '"cache", "cookies", "storage"')
    res.redirect(303, '/sign-in')
  }

  function showForgotten(_req: Request, res: Response) {
    res.render('accounts/forgotten', { sent: false })
  }

  // Same answer for every address; the letter is written after it, so that the time tells nothing either.
  function sendReset(req: Request, res: Response) {
    const form = readForm(forgottenForm, req.body)
    if (form.errors) return res.status(422).render('accounts/forgotten', { ...form, sent: false })
    res.render('accounts/forgotten', { sent: true })
    queueReset(form.values.email).catch((error: unknown) =>
      services.log.error({ err: error }, 'reset letter'),
    )
  }

  async function queueReset(email: string) {
    const account = await findAccountByEmail(db, email)
    const membership =
      account &&
      (await db<Membership>('memberships').where({ personId: account.id, deactivatedAt: null }).first())
    if (!account || !membership) return
    const at = now().toISOString()
    await change(db, async (trx) => {
      const token = await makeLink(trx, account.id, null, 'reset', at)
      await queueLetter(trx, {
        practiceId: membership.practiceId,
        kind: 'account.reset',
        uniqueKey: `reset ${account.id} ${at}`,
        to: { name: account.name, email: account.email },
        dueOn: at.slice(0, 10),
        at,
        subject: 'Set a new password for Countersign',
        sentence: 'You, or someone with your address, asked to set a new password.',
        paragraphs: [
          'The link works once, for one hour. If you didn’t ask, do nothing: your password stays as it is.',
        ],
        link: { label: 'Set a new password', url: `${config.baseUrl}/password/${token}` },
      })
      await recordInEachPractice(trx, account.id, 'password.resetAsked', at, null)
    })
  }

  async function showNewPassword(req: Request, res: Response) {
    const link = await findLink(db, param(req, 'token'), now().toISOString())
    res.render('accounts/newPassword', { joining: link.purpose === 'join' })
  }

  async function takeNewPassword(req: Request, res: Response) {
    const at = now().toISOString()
    const token = param(req, 'token')
    const joining = (await findLink(db, token, at)).purpose === 'join'
    const form = readForm(newPasswordForm, req.body)
    if (form.errors)
      return res.status(422).render('accounts/newPassword', { ...withoutSecrets(form), joining })
    const passwordHash = await hashPassword(form.values.password)
    const link = await change(db, async (trx) => {
      const used = await useLink(trx, token, at)
      await setPassword(trx, used.personId, passwordHash, at, req.ip ?? null, config.baseUrl)
      return used
    })
    if (!joining) {
      req.session.flash = 'Your new password is set. Sign in with it.'
      return res.redirect(303, '/sign-in')
    }
    await signInAs(req, link.personId)
    if (link.practiceId) req.session.practiceId = link.practiceId
    res.redirect(303, '/')
  }
}

/** Only an address of our own, and never one that a browser reads as another site's. */
function ownAddress(address: unknown): string {
  return typeof address === 'string' && /^\/(?![/\\])[\w./?=&%-]*$/.test(address) && !address.includes('..')
    ? address
    : '/'
}

function withoutSecrets<T extends { words: Record<string, unknown> }>(form: T): T {
  return { ...form, words: { ...form.words, password: '', current: '' } }
}
