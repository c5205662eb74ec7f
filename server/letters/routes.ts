import { Router, type Request, type Response } from 'express'
import type { Person } from '../actor'
import type { Database } from '../database'
import { actorOf, administrators, everyone, param } from '../http/actorOf'
import { readForm } from '../http/forms'
import type { Services } from '../services'
import { canGoAgain, canGoElsewhere, hasFailed, noteReturned, sendAgain, setAside } from './failed'
import { againForm } from './forms'
import { isSecret, type Addressee, type Letter, type LetterAttempt } from './letter'
import { countLetters, findLetter, GROUPS, listLetters, openLetter, PAGE, type LetterGroup } from './outbox'
import { letterTag } from './tag'
import { wayOf } from './way'

// A letter is shown as mail programs show it, with nothing around it that could run.
const HTML_POLICY = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; sandbox"

export type FindAddressee = (db: Database, actor: Person, letter: Letter) => Promise<Addressee | null>

export function letterRoutes({ db, config }: Services, findAddressee: FindAddressee): Router {
  const router = Router()
  router.get('/', everyone, list)
  router.get('/:id', everyone, show)
  router.get('/:id/html', everyone, showHtml)
  router.post('/:id/open', administrators, open)
  router.post('/:id/again', administrators, again)
  router.post('/:id/came-back', administrators, cameBack)
  router.post('/:id/set-aside', administrators, putAside)
  return router

  async function list(req: Request, res: Response) {
    const actor = actorOf(req)
    const group = groupOf(req.query.show)
    const page = Math.max(1, Math.trunc(Number(req.query.page)) || 1)
    const letters = await listLetters(db, actor, { group, page })
    const counts = await countLetters(db, actor)
    const total = group ? counts[group] : Object.values(counts).reduce((sum, count) => sum + count, 0)
    res.render('letters/list', {
      letters,
      counts,
      total,
      group: group ?? null,
      page,
      pages: Math.ceil(total / PAGE),
      tagOf,
    })
  }

  async function show(req: Request, res: Response) {
    await renderLetter(req, res, await findLetter(db, actorOf(req), param(req, 'id')))
  }

  async function showHtml(req: Request, res: Response) {
    const letter = await findLetter(db, actorOf(req), param(req, 'id'))
    res.set('Content-Security-Policy', HTML_POLICY).type('html').send(letter.html)
  }

  async function open(req: Request, res: Response) {
    const actor = actorOf(req)
    const { tries } = await findLetter(db, actor, param(req, 'id'))
    const letter = await openLetter(db, actor, param(req, 'id'))
    await renderLetter(req, res, { ...letter, tries }, { opened: true })
  }

  async function again(req: Request, res: Response) {
    const actor = actorOf(req)
    const form = readForm(againForm, req.body)
    if (form.errors)
      return renderLetter(req, res.status(422), await findLetter(db, actor, param(req, 'id')), form)
    await sendAgain(db, actor, param(req, 'id'), form.values.email)
    done(req, res, 'The letter will be tried again within a minute.')
  }

  async function cameBack(req: Request, res: Response) {
    await noteReturned(db, actorOf(req), param(req, 'id'))
    done(req, res, 'Noted. It stands on Today until it is sent again or set aside.')
  }

  async function putAside(req: Request, res: Response) {
    await setAside(db, actorOf(req), param(req, 'id'))
    done(req, res, 'Set aside. It stays here, and Today says no more of it.')
  }

  async function renderLetter(
    req: Request,
    res: Response,
    letter: Letter & { tries: LetterAttempt[] },
    about: object = {},
  ) {
    const failed = hasFailed(letter)
    const addressee = failed ? await findAddressee(db, actorOf(req), letter) : null
    res.render('letters/show', {
      letter,
      opened: false,
      secret: isSecret(letter),
      tag: tagOf(letter),
      way: wayOf(letter, letter.tries, config.smtpUrl === null),
      failed,
      addressee,
      canGoAgain: canGoAgain(letter),
      canGoElsewhere: canGoElsewhere(letter),
      words: { email: addressee?.email ?? letter.toEmail },
      ...about,
    })
  }

  function done(req: Request, res: Response, flash: string) {
    req.session.flash = flash
    res.redirect(303, `/letters/${param(req, 'id')}`)
  }

  function tagOf(letter: Parameters<typeof letterTag>[0]) {
    return letterTag(letter, config.smtpUrl === null)
  }
}

function groupOf(asked: unknown): LetterGroup | undefined {
  return typeof asked === 'string' && asked in GROUPS ? (asked as LetterGroup) : undefined
}
