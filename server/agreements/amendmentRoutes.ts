import { Router, type Request, type Response } from 'express'
import type { Person } from '../actor'
import { confirmedReading, findDocument, listDocuments } from '../documents/documents'
import { NotFound } from '../errors'
import { actorOf, everyone, param, reviewers } from '../http/actorOf'
import { readForm, type Complaints, type Words } from '../http/forms'
import type { Services } from '../services'
import { findVendor } from '../vendors/vendors'
import { startOf } from './agreement'
import { stepOn } from './amended'
import { findAmendment } from './amendment'
import { amendmentForm, amendmentWords, endWords, withdrawForm } from './amendmentForms'
import { recordAmendment, withdrawAmendment } from './amendments'
import { effectWords, listTerms, shownAmendment } from './amendmentWords'
import { countingToday, findVersion, listVersions, type Version } from './chain'
import { amendmentFrom, findingsOf } from './proposal'

interface Filled {
  words: Words
  errors?: Complaints | null
}

/** Under a vendor's address: from a document to the agreement that it amends. */
export function vendorAmendmentRoutes({ db }: Services): Router {
  const router = Router()
  router.get('/:vendorId/amendments/new', reviewers, choose)
  return router

  async function choose(req: Request, res: Response) {
    const actor = actorOf(req)
    const { id } = await findVendor(db, actor, param(req, 'vendorId'))
    const versions = await listVersions(db, actor, id)
    const standing = versions.filter((one) => one.correctedById === null).reverse()
    const counting = countingToday(standing, actor.today)
    const document = typeof req.query.document === 'string' ? encodeURIComponent(req.query.document) : ''
    res.redirect(
      303,
      counting
        ? `/agreements/${counting.id}/amendments/new?document=${document}`
        : `/vendors/${id}/agreements/new?document=${document}`,
    )
  }
}

/** Under an agreement's address: what was changed in it without a new version. */
export function agreementAmendmentRoutes({ db }: Services): Router {
  const router = Router()
  router.get('/:id/amendments/new', reviewers, ask)
  router.post('/:id/amendments', reviewers, record)
  return router

  async function ask(req: Request, res: Response) {
    const actor = actorOf(req)
    const version = await findVersion(db, actor, param(req, 'id'))
    await render(actor, version, res, { words: await wordsToStartFrom(actor, version, req.query) })
  }

  async function record(req: Request, res: Response) {
    const actor = actorOf(req)
    const version = await findVersion(db, actor, param(req, 'id'))
    const form = readForm(amendmentForm(actor.today, startOf(version)), req.body)
    if (form.errors) return render(actor, version, res.status(422), form)
    const amendment = await recordAmendment(db, actor, version.id, form.values)
    const now = await findVersion(db, actor, version.id)
    req.session.flash = `Amendment ${amendment.number} is recorded. ${effectWords(amendment, now, actor.today)}`
    res.redirect(303, `/amendments/${amendment.id}`)
  }

  async function wordsToStartFrom(actor: Person, version: Version, query: Request['query']): Promise<Words> {
    const now = stepOn(version, actor.today).terms
    if (typeof query.corrects === 'string') {
      const corrected = await findAmendment(db, actor, query.corrects)
      return { ...amendmentWords(corrected), correctsId: corrected.id }
    }
    const known = { ...endWords(now), term: 'unchanged' }
    if (typeof query.document !== 'string' || query.document === '') return known
    const document = await findDocument(db, actor, query.document)
    const baa = (await confirmedReading(db, document))?.reading.baa
    return { ...known, ...(baa ? amendmentFrom(baa) : {}), documentId: document.id }
  }

  async function render(actor: Person, version: Version, res: Response, { words, errors }: Filled) {
    const vendor = await findVendor(db, actor, version.vendorId)
    const documents = await listDocuments(db, actor, vendor.id)
    const chosen = documents.find(({ id }) => id === words.documentId) ?? null
    const baa = chosen ? (await confirmedReading(db, chosen))?.reading.baa : undefined
    res.render('agreements/newAmendment', {
      ...{ vendor, agreement: version, documents, chosen, words },
      versions: (await listVersions(db, actor, vendor.id)).filter((one) => one.correctedById === null),
      corrected: words.correctsId ? await findAmendment(db, actor, String(words.correctsId)) : null,
      terms: listTerms(version, actor.today),
      findings: baa ? findingsOf(baa).filter(({ value }) => value !== null) : [],
      errors: errors ?? {},
    })
  }
}

/** One amendment: what it changes, since when, and whether it counts. */
export function amendmentRoutes({ db }: Services): Router {
  const router = Router()
  router.get('/:id', everyone, show)
  router.post('/:id/withdraw', reviewers, withdraw)
  return router

  async function show(req: Request, res: Response) {
    await render(req, res, { words: {} })
  }

  async function withdraw(req: Request, res: Response) {
    const actor = actorOf(req)
    const { id } = await findAmendment(db, actor, param(req, 'id'))
    const form = readForm(withdrawForm, req.body)
    if (form.errors) return render(req, res.status(422), form)
    await withdrawAmendment(db, actor, id, form.values.reason)
    req.session.flash = 'It is withdrawn and changes nothing any more. What was recorded stays readable.'
    res.redirect(303, `/amendments/${id}`)
  }

  async function render(req: Request, res: Response, { words, errors }: Filled) {
    const actor = actorOf(req)
    const { id, agreementId, vendorId } = await findAmendment(db, actor, param(req, 'id'))
    const versions = await listVersions(db, actor, vendorId)
    // Where the agreement was corrected, its amendments stand with the correction.
    const holders = versions.filter(({ amendments }) => amendments.some((one) => one.id === id))
    const agreement = holders.find(({ correctedById }) => !correctedById) ?? holders[0]
    const amendment = agreement?.amendments.find((one) => one.id === id)
    if (!agreement || !amendment) throw new NotFound(`amendment of ${agreementId}`)
    const document = amendment.documentId ? await findDocument(db, actor, amendment.documentId) : null
    res.render('agreements/amendment', {
      ...{ agreement, document, words },
      vendor: await findVendor(db, actor, vendorId),
      amendment: shownAmendment(amendment, agreement, actor.today),
      errors: errors ?? {},
    })
  }
}
