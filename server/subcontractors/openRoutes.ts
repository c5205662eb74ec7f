import { Router, type Request, type Response } from 'express'
import type { Complaints, Words } from '../http/forms'
import { limitByAddress } from '../http/limits'
import { doorOf, findInvite, guestWall, lastDayOf } from '../invites/invites'
import type { Services } from '../services'
import { readRows, readStatement, rowsIn } from './forms'
import { findDraft, listStatements, refuseOtherGuests, saveDraft, stateList } from './list'

const QUARTER_HOUR = 15 * 60
const SPARE_ROWS = 3

/** The vendor's side: who else handles the practice's information. */
export function subcontractorOpenRoutes(services: Services): Router {
  const { db } = services
  const guests = guestWall(services)
  const router = Router()
  router.get('/invite/subcontractors', guests, show)
  router.post('/invite/subcontractors', guests, limitByAddress(120, QUARTER_HOUR), save)
  return router

  async function show(req: Request, res: Response) {
    const { guest } = doorOf(req)
    await refuseOtherGuests(db, guest)
    const draft = await findDraft(db, guest)
    const [stated] = await listStatements(db, guest, guest.vendorId)
    const known = draft ?? (stated?.inviteId === guest.inviteId ? stated : null)
    await render(req, res, { rows: (known?.entries ?? []).map((one) => ({ ...one })), words: {} })
  }

  async function save(req: Request, res: Response) {
    const { guest } = doorOf(req)
    await refuseOtherGuests(db, guest)
    const body = (req.body ?? {}) as Words
    const { entries, errors } = readRows(body)
    if (body.way !== 'done') {
      if (Object.keys(errors).length > 0) return again(req, res, body, errors)
      await saveDraft(db, guest, entries)
      return res.redirect(303, '/invite/subcontractors')
    }
    const form = readStatement(body)
    if (form.errors) return again(req, res, body, form.errors)
    await stateList(db, guest, form.values)
    res.redirect(303, '/invite/subcontractors')
  }

  function again(req: Request, res: Response, body: Words, errors: Complaints) {
    return render(req, res.status(422), { rows: rowsIn(body), words: body, errors })
  }

  async function render(
    req: Request,
    res: Response,
    { rows, words, errors }: { rows: object[]; words: Words; errors?: Complaints },
  ) {
    const { guest, practiceName } = doorOf(req)
    const invite = await findInvite(db, guest, guest.inviteId)
    const spare = errors ? 0 : SPARE_ROWS
    res.render('subcontractors/guest', {
      ...{ invite, practiceName, words, errors: errors ?? {} },
      rows: [...rows, ...Array.from({ length: spare }, () => ({}))],
      draft: await findDraft(db, guest),
      lastDay: lastDayOf(invite, guest.timeZone),
    })
  }
}
