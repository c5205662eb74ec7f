import { Router, type Request, type Response } from 'express'
import type { Person } from '../actor'
import { confirmedReading, findDocument, listDocuments, type Document } from '../documents/documents'
import { actorOf, everyone, param, reviewers } from '../http/actorOf'
import { readForm, type Complaints, type Words } from '../http/forms'
import type { Reading } from '../reader/reader'
import type { Services } from '../services'
import { findVendor, type Vendor } from '../vendors/vendors'
import { isDate } from '../dates'
import { inForceOn } from './onDay'
import { findAgreement, listVersions, recordAgreement, termDates } from './agreements'
import { termsForm, wordsOf } from './forms'
import { findingsOf, listProposals, prefillFrom } from './proposal'
import { listTerms, shownAmendment } from './amendmentWords'
import { groupProvisions } from './provisions'
import { provisionsOn } from './provisionsOn'
import type { AgreementPanel } from './agreementPanel'
import { agreementTag, spanOf } from './tag'

interface Filled {
  words: Words
  errors?: Complaints | null
}

/** Under a vendor's address: recording what was agreed with it. */
export function vendorAgreementRoutes({ db }: Services): Router {
  const router = Router()
  router.get('/:vendorId/agreements/new', reviewers, askTerms)
  router.get('/:vendorId/agreements/on', everyone, showDay)
  router.post('/:vendorId/agreements', reviewers, record)
  return router

  async function askTerms(req: Request, res: Response) {
    const actor = actorOf(req)
    const vendor = await findVendor(db, actor, param(req, 'vendorId'))
    const words = await wordsToStartFrom(actor, vendor, req.query)
    await renderForm(actor, vendor, res, { words })
  }

  async function showDay(req: Request, res: Response) {
    const actor = actorOf(req)
    const vendor = await findVendor(db, actor, param(req, 'vendorId'))
    const asked = typeof req.query.day === 'string' ? req.query.day : ''
    const day = isDate(asked) ? asked : actor.today
    const errors = asked && !isDate(asked) ? { day: 'Enter a day as a date' } : {}
    const answer = inForceOn(await listVersions(db, actor, vendor.id), day)
    res
      .status(errors.day ? 422 : 200)
      .render('agreements/onDay', { vendor, day, ...answer, words: { day }, errors })
  }

  async function record(req: Request, res: Response) {
    const actor = actorOf(req)
    const vendor = await findVendor(db, actor, param(req, 'vendorId'))
    const form = readForm(termsForm(actor.today), req.body)
    if (form.errors) return renderForm(actor, vendor, res.status(422), form)
    const agreement = await recordAgreement(db, actor, vendor.id, form.values)
    req.session.flash = `Version ${agreement.version} of the agreement is recorded.`
    res.redirect(303, `/agreements/${agreement.id}`)
  }

  async function wordsToStartFrom(actor: Person, vendor: Vendor, query: Request['query']): Promise<Words> {
    const known = { coveredEntity: actor.practiceName, businessAssociate: vendor.name }
    if (typeof query.corrects === 'string') {
      const corrected = await findAgreement(db, actor, query.corrects)
      return { ...wordsOf(corrected), correctsId: corrected.id }
    }
    if (typeof query.document !== 'string') return known
    const document = await findDocument(db, actor, query.document)
    const baa = (await confirmedReading(db, document))?.reading.baa
    return { ...known, ...(baa ? prefillFrom(baa) : {}), documentId: document.id }
  }

  async function renderForm(actor: Person, vendor: Vendor, res: Response, { words, errors }: Filled) {
    const documents = await listDocuments(db, actor, vendor.id)
    const chosen = documents.find((document) => document.id === words.documentId)
    const baa = chosen ? (await confirmedReading(db, chosen))?.reading.baa : undefined
    const corrected = words.correctsId ? await findAgreement(db, actor, String(words.correctsId)) : null
    const proposals = await listProposals(db, actor, vendor.id)
    const findings = baa ? findingsOf(baa) : []
    res.render('agreements/new', {
      vendor,
      documents,
      chosen: chosen ?? null,
      findings,
      corrected,
      proposals,
      words,
      errors: errors ?? {},
    })
  }
}

export function agreementRoutes({ db }: Services, panels: AgreementPanel[]): Router {
  const router = Router()
  router.get('/:id', everyone, show)
  return router

  async function show(req: Request, res: Response) {
    const actor = actorOf(req)
    const { vendorId } = await findAgreement(db, actor, param(req, 'id'))
    const vendor = await findVendor(db, actor, vendorId)
    const versions = await listVersions(db, actor, vendorId)
    const agreement = versions.find((one) => one.id === param(req, 'id'))!
    const document = agreement.documentId ? await findDocument(db, actor, agreement.documentId) : null
    const reading = document ? await readingOf(document) : null
    res.render('agreements/show', {
      vendor,
      agreement,
      document,
      tag: agreementTag(agreement, actor.today),
      dates: termDates(agreement, actor.today),
      versions: versions.map((one) => ({ ...one, tag: agreementTag(one, actor.today), span: spanOf(one) })),
      terms: listTerms(agreement, actor.today),
      amendments: agreement.amendments.map((one) => shownAmendment(one, agreement, actor.today)),
      groups: groupProvisions(await provisionsOn(db, actor, agreement, actor.today)),
      findings: reading?.baa ? findingsOf(reading.baa) : [],
      panels: await Promise.all(
        panels.map(async ({ view, load }) => ({ view, contents: await load(db, actor, agreement, vendor) })),
      ),
    })
  }

  async function readingOf(document: Document): Promise<Reading | null> {
    return (await confirmedReading(db, document))?.reading ?? null
  }
}
