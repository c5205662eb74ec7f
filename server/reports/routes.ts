import { Router, type Request, type Response } from 'express'
import { findDocument, noteView } from '../documents/documents'
import { actorOf, everyone, param, reviewers } from '../http/actorOf'
import { readForm } from '../http/forms'
import type { Services } from '../services'
import { setAsideForm } from './forms'
import { findReport, findReportOf } from './report'
import { setReportAside, takeReportBack } from './setAside'
import { reportSheet } from './sheet'

export function reportRoutes({ db }: Services): Router {
  const router = Router()
  router.get('/of/:documentId', everyone, showOf)
  router.get('/:id', everyone, show)
  router.post('/:id/set-aside', reviewers, setAside)
  router.post('/:id/take-back', reviewers, takeBack)
  return router

  async function showOf(req: Request, res: Response) {
    const report = await findReportOf(db, actorOf(req), param(req, 'documentId'))
    res.redirect(`/reports/${report.id}`)
  }

  async function show(req: Request, res: Response) {
    const sheet = await sheetOf(req)
    await noteView(db, actorOf(req), await findDocument(db, actorOf(req), sheet.document.id))
    res.render('reports/show', { ...sheet })
  }

  async function setAside(req: Request, res: Response) {
    const form = readForm(setAsideForm, req.body)
    if (form.errors) return void res.status(422).render('reports/show', { ...(await sheetOf(req)), ...form })
    const report = await setReportAside(db, actorOf(req), param(req, 'id'), form.values.reason)
    req.session.flash = 'Set aside. It stays on file and no longer counts.'
    res.redirect(303, `/reports/${report.id}`)
  }

  async function takeBack(req: Request, res: Response) {
    const report = await takeReportBack(db, actorOf(req), param(req, 'id'))
    req.session.flash = 'Taken back: it counts again.'
    res.redirect(303, `/reports/${report.id}`)
  }

  async function sheetOf(req: Request) {
    return reportSheet(db, actorOf(req), await findReport(db, actorOf(req), param(req, 'id')))
  }
}
