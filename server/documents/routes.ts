import { Router, type Request, type Response } from 'express'
import { actorOf, everyone, param, reviewers } from '../http/actorOf'
import { asAttachment } from '../http/fileNames'
import { readForm, refused } from '../http/forms'
import { limitByAddress } from '../http/limits'
import { NotFound } from '../errors'
import type { Services } from '../services'
import { findVendor } from '../vendors/vendors'
import type { AfterReading } from './afterReading'
import { confirmedReading } from './corrections'
import { correctReading } from './correct'
import { findDocument, latestReading, type Document } from './document'
import { evidenceOf, markedOn } from './evidence'
import { fieldForms, isCorrectable, wordsFor } from './fields'
import { firstReading } from './firstReading'
import { passwordForm, readCorrection } from './forms'
import { noteView, openDocument } from './open'
import { pageImages } from './pageImages'
import { readAgain, readWithPassword } from './reading'
import { documentSheet, progressOf } from './sheet'
import { fieldNames, shownKind } from './words'

/** Guessing a password of a file is slow, and each guess costs a reading. */
const PASSWORD_TRIES = 10
const PASSWORD_SECONDS = 600
/** Who has first answers to read is disturbed less. */
const REFRESH_SECONDS = { waiting: 2, reading: 15 }

export function documentRoutes(services: Services, hooks: AfterReading[]): Router {
  const { db } = services
  const pictures = pageImages(services)
  const router = Router()
  router.get('/:id', everyone, show)
  router.get('/:id/progress', everyone, progress)
  router.get('/:id/download', everyone, download)
  router.post('/:id/reading', everyone, tryAgain)
  router.post('/:id/password', everyone, limitByAddress(PASSWORD_TRIES, PASSWORD_SECONDS), unlock)
  router.get('/:id/pages/:page', everyone, showPage)
  router.get('/:id/pages/:page/image', everyone, showImage)
  router.get('/:id/corrections/:field', reviewers, askCorrection)
  router.post('/:id/corrections/:field', reviewers, correct)
  return router

  async function show(req: Request, res: Response) {
    const sheet = await documentSheet(db, actorOf(req), param(req, 'id'))
    const refresh = sheet.beingRead
      ? sheet.firstAnswers.length > 0
        ? REFRESH_SECONDS.reading
        : REFRESH_SECONDS.waiting
      : null
    res.render('documents/show', { ...sheet, refresh, scripts: ['progress.js'] })
  }

  async function progress(req: Request, res: Response) {
    res.json(await progressOf(db, await findDocument(db, actorOf(req), param(req, 'id'))))
  }

  async function download(req: Request, res: Response) {
    const { document, bytes } = await openDocument(services, actorOf(req), param(req, 'id'))
    const name = /\.pdf$/i.test(document.name) ? document.name : `${document.name}.pdf`
    res.set('Content-Disposition', asAttachment(name))
    res.set('Content-Security-Policy', "default-src 'none'; sandbox")
    res.type('application/pdf').send(bytes)
  }

  async function tryAgain(req: Request, res: Response) {
    const document = await readAgain(db, actorOf(req), param(req, 'id'))
    res.redirect(303, `/documents/${document.id}`)
  }

  async function unlock(req: Request, res: Response) {
    const document = await findDocument(db, actorOf(req), param(req, 'id'))
    const form = readForm(passwordForm, req.body)
    if (form.errors) return showAgain(req, res, document, form.errors)
    const after = await readWithPassword(services, actorOf(req), document.id, form.values.password, hooks)
    if (after.failureCode === 'password-required') {
      return showAgain(req, res, after, {
        password: 'That password doesn’t open it. Check capital letters and try again.',
      })
    }
    res.redirect(303, `/documents/${document.id}`)
  }

  async function showAgain(req: Request, res: Response, document: Document, errors: Record<string, string>) {
    const sheet = await documentSheet(db, actorOf(req), document.id)
    res.status(422).render('documents/show', { ...sheet, ...refused({}, errors), refresh: null })
  }

  async function showPage(req: Request, res: Response) {
    const document = await findDocument(db, actorOf(req), param(req, 'id'))
    const page = pageNumber(req, document)
    const field = typeof req.query.field === 'string' ? req.query.field : ''
    const confirmed = await confirmedReading(db, document)
    const read = (await latestReading(db, document.id))?.reading ?? (await firstReading(db, document))
    const asWasRead = evidenceOf(read, field)
    const evidence = asWasRead.length > 0 ? asWasRead : evidenceOf(confirmed?.reading ?? null, field)
    await noteView(db, actorOf(req), document)
    const vendor = await findVendor(db, actorOf(req), document.vendorId)
    const label = (fieldNames as Record<string, string>)[field] ?? null
    const marked = markedOn(evidence, page, Number(req.query.at) || 0)
    const known = evidence.length > 0 ? field : ''
    res.render('documents/page', {
      document,
      vendor,
      page,
      field: known,
      label,
      marked,
      scripts: ['pages.js'],
    })
  }

  async function showImage(req: Request, res: Response) {
    const document = await findDocument(db, actorOf(req), param(req, 'id'))
    const page = pageNumber(req, document)
    const image = await pictures(document, page)
    await noteView(db, actorOf(req), document)
    res.set('Content-Security-Policy', "default-src 'none'; sandbox")
    res.type('image/png').send(image)
  }

  async function askCorrection(req: Request, res: Response) {
    const { document, field, ...known } = await correcting(req)
    const words = { value: wordsFor(field, known.confirmed.reading) }
    res.render('documents/correct', { document, field, ...known, words, errors: {} })
  }

  async function correct(req: Request, res: Response) {
    const { document, field, ...known } = await correcting(req)
    const form = readCorrection(field, req.body)
    if (form.errors)
      return void res.status(422).render('documents/correct', { document, field, ...known, ...form })
    await correctReading(db, actorOf(req), document.id, { field, ...form.values }, hooks)
    req.session.flash = `Corrected: ${fieldNames[field]}. What was read before stays beside it.`
    res.redirect(303, known.from ? `/reports/of/${document.id}` : `/documents/${document.id}`)
  }

  async function correcting(req: Request) {
    const document = await findDocument(db, actorOf(req), param(req, 'id'))
    const field = param(req, 'field')
    const confirmed = await confirmedReading(db, document)
    if (!isCorrectable(field) || !confirmed) throw new NotFound('field')
    const evidence = (await latestReading(db, document.id))!.reading[field].evidence
    const vendor = await findVendor(db, actorOf(req), document.vendorId)
    const form = fieldForms[field]
    const about = { label: fieldNames[field], kind: shownKind(document), from: cameFrom(req) }
    return { document, vendor, field, confirmed, evidence, form, ...about }
  }
}

/** The page to go back to. */
function cameFrom(req: Request): 'report' | '' {
  const { from } = { ...req.query, ...(req.body as { from?: unknown } | undefined) }
  return from === 'report' ? 'report' : ''
}

function pageNumber(req: Request, document: Document): number {
  const text = param(req, 'page')
  const page = /^[1-9]\d{0,4}$/.test(text) ? Number(text) : 0
  if (page === 0 || document.pages === null || page > document.pages)
    throw new NotFound('page of this document')
  return page
}
