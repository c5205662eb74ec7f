import { Router, type NextFunction, type Request, type Response } from 'express'
import { actorOf, everyone, param } from '../http/actorOf'
import { MAX_FILES, takeUploads, uploadsOf } from '../http/uploads'
import type { Services } from '../services'
import { findVendor } from '../vendors/vendors'
import { receiveDocuments, type Receipt } from './receive'

/** Documents come in under the vendor whose they are. */
export function uploadRoutes(services: Services): Router {
  const { db, config } = services
  const router = Router()
  router.get('/:vendorId/documents/new', everyone, ask)
  router.post('/:vendorId/documents', everyone, known, takeUploads(services), receive)
  return router

  async function ask(req: Request, res: Response) {
    await form(req, res, {})
  }

  /** Nobody sends a whole file to hear that there is no such vendor. */
  async function known(req: Request, _res: Response, next: NextFunction) {
    await findVendor(db, actorOf(req), param(req, 'vendorId'))
    next()
  }

  async function receive(req: Request, res: Response) {
    if (req.uploadRefusal)
      return form(req, res.status(req.uploadRefusal.status), { files: req.uploadRefusal.message })
    const uploads = uploadsOf(req)
    if (uploads.length === 0) return form(req, res.status(422), { files: 'Choose at least one PDF.' })
    const vendorId = param(req, 'vendorId')
    const receipts = await receiveDocuments(services, actorOf(req), vendorId, uploads)
    if (receipts.some((receipt) => receipt.complaint))
      return form(req, res.status(422), complaints(receipts), receipts)
    req.session.flash = thanks(receipts)
    res.redirect(
      303,
      receipts.length === 1 ? `/documents/${receipts[0]!.document!.id}` : `/vendors/${vendorId}`,
    )
  }

  async function form(req: Request, res: Response, errors: Record<string, string>, receipts: Receipt[] = []) {
    const vendor = await findVendor(db, actorOf(req), param(req, 'vendorId'))
    const taken = receipts.filter((receipt) => receipt.document)
    const limits = { maxFiles: MAX_FILES, maxBytes: config.maxUploadBytes }
    res.render('documents/new', { vendor, errors, taken, ...limits, scripts: ['upload.js'] })
  }
}

function complaints(receipts: Receipt[]): Record<string, string> {
  const said = receipts.flatMap((receipt) => receipt.complaint ?? [])
  return { files: said.join(' ') }
}

function thanks(receipts: Receipt[]): string {
  const [first] = receipts
  const again = receipts.filter((receipt) => receipt.known)
  if (receipts.length === 1 && first!.known)
    return 'This very file was here already, so it wasn’t kept twice. Here it is.'
  if (receipts.length === 1) return 'Received and safely kept.'
  const same =
    again.length > 0 ? ` ${again.length} of them ${again.length === 1 ? 'was' : 'were'} here already.` : ''
  return `${receipts.length} files received and safely kept.${same}`
}
