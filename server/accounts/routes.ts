import { Router, type Request, type Response } from 'express'
import { recordEvent } from '../audit/audit'
import { change, type Transaction } from '../database'
import { Conflict, NotFound } from '../errors'
import type { Person } from '../actor'
import { actorOf, administrators, everyone, param } from '../http/actorOf'
import { readForm, refused } from '../http/forms'
import { limitByAddress } from '../http/limits'
import { queueLetter } from '../letters/letters'
import type { Services } from '../services'
import {
  addColleague,
  changeColleague,
  changePractice,
  deactivateColleague,
  findAccountByEmail,
  findColleague,
  findPractice,
  listColleagues,
  findPersonAndPractices,
  type Account,
} from './accounts'
import { changeColleagueForm, changePasswordForm, colleagueForm, practiceForm } from './forms'
import { makeLink } from './links'
import { hashPassword, isRightPassword } from './passwords'
import { setPassword } from './setPassword'
import { signInAs } from './signIn'
import { states, timeZones } from './states'

export function accountRoutes({ db, config }: Services): Router {
  const router = Router()
  router.get('/', everyone, show)
  router.post('/password', everyone, limitByAddress(20, 900), changePassword)
  router.post('/switch', everyone, switchPractice)
  router.get('/practice', administrators, showPractice)
  router.post('/practice', administrators, savePractice)
  router.get('/colleagues', administrators, list)
  router.post('/colleagues', administrators, invite)
  router.get('/colleagues/:id', administrators, showColleague)
  router.post('/colleagues/:id', administrators, saveColleague)
  router.post('/colleagues/:id/invite-again', administrators, inviteAgain)
  router.post('/colleagues/:id/deactivate', administrators, deactivate)
  return router

  function show(_req: Request, res: Response) {
    res.render('accounts/show')
  }

  async function changePassword(req: Request, res: Response) {
    const actor = actorOf(req)
    const form = readForm(changePasswordForm, req.body)
    if (form.errors) return res.status(422).render('accounts/show', { errors: form.errors })
    const account = await findAccountByEmail(db, actor.email)
    if (!(await isRightPassword(account?.passwordHash, form.values.current))) {
      return res
        .status(422)
        .render('accounts/show', { errors: { current: 'That isn’t your password of today. Try again.' } })
    }
    const passwordHash = await hashPassword(form.values.password)
    await change(db, (trx) =>
      setPassword(trx, actor.personId, passwordHash, actor.at, actor.ip, config.baseUrl),
    )
    await signInAs(req, actor.personId)
    req.session.flash = 'Your password is changed. You were signed out everywhere else.'
    res.redirect(303, '/account')
  }

  async function switchPractice(req: Request, res: Response) {
    const wanted = String((req.body as { practiceId?: unknown }).practiceId)
    const { personId, at, ip } = actorOf(req)
    const found = await findPersonAndPractices(db, personId, undefined, at, ip)
    const known = found?.practices.find((practice) => practice.id === wanted)
    if (!known) throw new NotFound('practice')
    req.session.practiceId = known.id
    res.redirect(303, '/')
  }

  async function showPractice(req: Request, res: Response) {
    const practice = await findPractice(db, actorOf(req).practiceId)
    res.render('accounts/practice', {
      words: { ...practice, practiceName: practice.name },
      states,
      timeZones,
    })
  }

  async function savePractice(req: Request, res: Response) {
    const form = readForm(practiceForm, req.body)
    if (form.errors) return res.status(422).render('accounts/practice', { ...form, states, timeZones })
    await changePractice(db, actorOf(req), form.values)
    req.session.flash = 'Saved.'
    res.redirect(303, '/account/practice')
  }

  async function list(req: Request, res: Response) {
    res.render('accounts/colleagues', { colleagues: await listColleagues(db, actorOf(req).practiceId) })
  }

  async function invite(req: Request, res: Response) {
    const actor = actorOf(req)
    const form = readForm(colleagueForm, req.body)
    const colleagues = await listColleagues(db, actor.practiceId)
    if (form.errors) return res.status(422).render('accounts/colleagues', { ...form, colleagues })
    if (colleagues.some((known) => known.email === form.values.email && !known.deactivatedAt)) {
      const errors = { email: 'This person belongs to the practice already.' }
      return res.status(422).render('accounts/colleagues', { ...refused(form.words, errors), colleagues })
    }
    await change(db, async (trx) => sendJoinLink(trx, actor, await addColleague(trx, actor, form.values)))
    req.session.flash = `A letter with a link to join went to ${form.values.email}.`
    res.redirect(303, '/account/colleagues')
  }

  async function showColleague(req: Request, res: Response) {
    const colleague = await findColleague(db, actorOf(req), param(req, 'id'))
    res.render('accounts/colleague', {
      colleague,
      words: { role: colleague.role, getsLetters: colleague.getsLetters ? 'yes' : '' },
    })
  }

  async function saveColleague(req: Request, res: Response) {
    const colleague = await findColleague(db, actorOf(req), param(req, 'id'))
    const form = readForm(changeColleagueForm, req.body)
    if (form.errors) return res.status(422).render('accounts/colleague', { ...form, colleague })
    await changeColleague(db, actorOf(req), colleague.id, form.values)
    req.session.flash = 'Saved.'
    res.redirect(303, '/account/colleagues')
  }

  async function inviteAgain(req: Request, res: Response) {
    const actor = actorOf(req)
    const colleague = await findColleague(db, actor, param(req, 'id'))
    if (colleague.hasPassword)
      throw new Conflict(
        `${colleague.name} has joined already and can ask for a new password on the sign-in page.`,
      )
    const account = (await findAccountByEmail(db, colleague.email))!
    await change(db, async (trx) => {
      await recordEvent(trx, actor, 'colleague.invitedAgain', { email: colleague.email })
      await sendJoinLink(trx, actor, account)
    })
    req.session.flash = `A new link went to ${colleague.email}; the old one no longer works.`
    res.redirect(303, '/account/colleagues')
  }

  async function deactivate(req: Request, res: Response) {
    await deactivateColleague(db, actorOf(req), param(req, 'id'))
    req.session.flash = 'Deactivated and signed out. What they did stays in the record.'
    res.redirect(303, '/account/colleagues')
  }

  async function sendJoinLink(trx: Transaction, actor: Person, account: Account) {
    const token = account.passwordHash
      ? null
      : await makeLink(trx, account.id, actor.practiceId, 'join', actor.at)
    await queueLetter(trx, {
      practiceId: actor.practiceId,
      kind: 'account.join',
      uniqueKey: `join ${account.id} ${actor.practiceId} ${actor.at}`,
      to: { name: account.name, email: account.email },
      dueOn: actor.today,
      at: actor.at,
      subject: `${actor.practiceName} invites you to Countersign`,
      sentence: `${actor.name} invites you to the vendor desk of ${actor.practiceName}.`,
      paragraphs: [
        'Countersign keeps the practice’s agreements and security reports of its vendors, and reminds in time.',
        token
          ? 'The link works once, for seven days.'
          : 'You have an account: sign in as usual and switch to the practice at the top of the page.',
      ],
      link: token
        ? { label: 'Choose a password and join', url: `${config.baseUrl}/password/${token}` }
        : { label: 'Sign in', url: `${config.baseUrl}/sign-in` },
    })
  }
}
