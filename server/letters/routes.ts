import { Router, type Request, type Response } from 'express'
import { actorOf, administrators, everyone, param } from '../http/actorOf'
import type { Services } from '../services'
import { isSecret } from './letter'
import {
  countLetters,
  findLetter,
  GROUPS,
  listLetters,
  openLetter,
  PAGE,
  sendAgain,
  type LetterGroup,
} from './outbox'
import { letterTag } from './tag'

// A letter is shown as mail programs show it, with nothing around it that could run.
const HTML_POLICY = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; sandbox"

export function letterRoutes({ db, config }: Services): Router {
  const router = Router()
  router.get('/', everyone, list)
  router.get('/:id', everyone, show)
  router.get('/:id/html', everyone, showHtml)
  router.post('/:id/open', administrators, open)
  router.post('/:id/again', administrators, again)
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
    const letter = await findLetter(db, actorOf(req), param(req, 'id'))
    res.render('letters/show', { letter, opened: false, secret: isSecret(letter), tag: tagOf(letter) })
  }

  async function showHtml(req: Request, res: Response) {
    const letter = await findLetter(db, actorOf(req), param(req, 'id'))
    res.set('Content-Security-Policy', HTML_POLICY).type('html').send(letter.html)
  }

  async function open(req: Request, res: Response) {
    const actor = actorOf(req)
    const { tries } = await findLetter(db, actor, param(req, 'id'))
    const letter = await openLetter(db, actor, param(req, 'id'))
    res.render('letters/show', {
      letter: { ...letter, tries },
      opened: true,
      secret: isSecret(letter),
      tag: tagOf(letter),
    })
  }

  async function again(req: Request, res: Response) {
    await sendAgain(db, actorOf(req), param(req, 'id'))
    req.session.flash = 'The letter will be tried again within a minute.'
    res.redirect(303, `/letters/${param(req, 'id')}`)
  }

  function tagOf(letter: Parameters<typeof letterTag>[0]) {
    return letterTag(letter, config.smtpUrl === null)
  }
}

function groupOf(asked: unknown): LetterGroup | undefined {
  return typeof asked === 'string' && asked in GROUPS ? (asked as LetterGroup) : undefined
}
