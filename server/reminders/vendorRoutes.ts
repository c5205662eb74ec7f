import { Router, type Request, type Response } from 'express'
import { listColleagues, type Colleague } from '../accounts/accounts'
import { actorOf, param, reviewers } from '../http/actorOf'
import { readForm, refused, type Complaints, type Words } from '../http/forms'
import type { Services } from '../services'
import { findVendor, listContacts, type Vendor } from '../vendors/vendors'
import { EVENTS, events, LAST_DAYS, type EventKind } from './events'
import { eventForm, vendorForm } from './forms'
import { checkedPeople, eventWords, kindOf, listedTo } from './ruleRoutes'
import {
  listVersionsOf,
  practiceRules,
  saveVendorRules,
  vendorRules,
  type StandingConsent,
  type VendorRules,
} from './rules'
import { recipientChoices, ruleWords } from './ruleWords'

/** What differs from the practice's rules for one vendor: who looks after it, and any event. */
export function vendorReminderRoutes({ db }: Services): Router {
  const router = Router()
  router.get('/:id/reminders', reviewers, show)
  router.post('/:id/reminders', reviewers, save)
  router.get('/:id/reminders/event', reviewers, openEvent)
  router.post('/:id/reminders/event', reviewers, saveEvent)
  return router

  async function show(req: Request, res: Response) {
    const vendor = await vendorOf(req)
    const { rules, version } = await vendorRules(db, vendor)
    const { ownerId, ask } = rules
    const words = {
      ownerId: ownerId ?? '',
      consent: ask ? 'yes' : '',
      contactId: ask?.contactId ?? '',
      version,
    }
    await renderVendor(req, res, vendor, { words })
  }

  async function save(req: Request, res: Response) {
    const actor = actorOf(req)
    const vendor = await vendorOf(req)
    const form = readForm(vendorForm, req.body)
    if (form.errors) return renderVendor(req, res.status(422), vendor, form)
    const { ownerId, consent, contactId, version } = form.values
    const people = await activePeople(req)
    const isContact = (await listContacts(db, vendor)).some(({ id }) => id === contactId)
    const errors: Complaints = {
      ...(ownerId && !people.some(({ personId }) => personId === ownerId)
        ? { ownerId: 'Choose among your colleagues' }
        : {}),
      ...(consent && !isContact
        ? { contactId: 'Choose whom to ask; add a contact first if there is none' }
        : {}),
    }
    if (Object.keys(errors).length > 0)
      return renderVendor(req, res.status(422), vendor, refused(form.words, errors))
    const { rules } = await vendorRules(db, vendor)
    const ask = consent ? consentOf(rules.ask, contactId!, actor) : null
    await saveVendorRules(db, actor, vendor, { ...rules, ownerId, ask }, version)
    done(req, res, vendor, 'Saved.')
  }

  async function renderVendor(
    req: Request,
    res: Response,
    vendor: Vendor,
    form: { words: Words; errors?: Complaints | null },
  ) {
    const actor = actorOf(req)
    const practice = (await practiceRules(db, actor.practiceId)).rules
    const { rules, version, at, personName } = await vendorRules(db, vendor)
    const people = await activePeople(req)
    res.render('reminders/vendor', {
      vendor,
      people: people.map(({ personId, name }) => ({ value: personId, label: name })),
      contacts: (await listContacts(db, vendor)).map(({ id, name, email }) => ({
        value: id,
        label: `${name}, ${email}`,
      })),
      asksContacts: practice.asksContacts,
      consent: rules.ask,
      saved: { version, at, personName },
      versions: await listVersionsOf(db, actor.practiceId, vendor.id),
      list: EVENTS.map((kind) => ({
        kind,
        label: events[kind].label,
        isOwn: rules.events[kind] !== undefined,
        words: ruleWords(kind, rules.events[kind] ?? practice.events[kind], people),
      })),
      ...form,
      errors: form.errors ?? {},
    })
  }

  async function openEvent(req: Request, res: Response) {
    const vendor = await vendorOf(req)
    const kind = kindOf(req.query.kind)
    const practice = (await practiceRules(db, vendor.practiceId)).rules
    const { rules, version } = await vendorRules(db, vendor)
    const words = { ...eventWords(rules.events[kind] ?? practice.events[kind]), version }
    await renderEvent(req, res, vendor, kind, { words })
  }

  async function saveEvent(req: Request, res: Response) {
    const actor = actorOf(req)
    const vendor = await vendorOf(req)
    const { kind: asked, way } = (req.body ?? {}) as { kind?: unknown; way?: unknown }
    const kind = kindOf(asked)
    const { rules, version } = await vendorRules(db, vendor)
    if (way === 'reset') {
      await saveVendorRules(db, actor, vendor, withoutEvent(rules, kind), version)
      return done(req, res, vendor, `${events[kind].label}: as for every vendor.`)
    }
    const people = await activePeople(req)
    const form = checkedPeople(readForm(eventForm, req.body), people)
    if (form.errors) return renderEvent(req, res.status(422), vendor, kind, form)
    if (way === 'preview') {
      const preview = { rule: ruleWords(kind, form.values.rule, people), people: [] }
      return renderEvent(req, res, vendor, kind, { ...form, preview })
    }
    const changed = { ...rules, events: { ...rules.events, [kind]: form.values.rule } }
    await saveVendorRules(db, actor, vendor, changed, form.values.version)
    done(req, res, vendor, `Saved: ${events[kind].label}, for this vendor alone.`)
  }

  async function renderEvent(
    req: Request,
    res: Response,
    vendor: Vendor,
    kind: EventKind,
    form: { words: Words; errors?: Complaints | null; preview?: object },
  ) {
    const { rules } = await vendorRules(db, vendor)
    res.render('reminders/event', {
      kind,
      event: events[kind],
      isLastDay: LAST_DAYS.includes(kind),
      choices: recipientChoices(await activePeople(req)),
      action: `/vendors/${vendor.id}/reminders/event`,
      back: { label: `Reminders about ${vendor.name}`, url: `/vendors/${vendor.id}/reminders` },
      vendor,
      isOwn: rules.events[kind] !== undefined,
      preview: null,
      ...form,
      errors: form.errors ?? {},
      words: listedTo(form.words),
    })
  }

  function done(req: Request, res: Response, vendor: Vendor, flash: string) {
    req.session.flash = flash
    res.redirect(303, `/vendors/${vendor.id}/reminders`)
  }

  function vendorOf(req: Request): Promise<Vendor> {
    return findVendor(db, actorOf(req), param(req, 'id'))
  }

  async function activePeople(req: Request): Promise<Colleague[]> {
    return (await listColleagues(db, actorOf(req).practiceId)).filter((one) => !one.deactivatedAt)
  }
}

/** A consent stands as it was given, until another contact is named. */
function consentOf(
  before: StandingConsent | null,
  contactId: string,
  { personId, name: personName, today: on }: { personId: string; name: string; today: string },
): StandingConsent {
  return before?.contactId === contactId ? before : { contactId, personId, personName, on }
}

function withoutEvent(rules: VendorRules, kind: EventKind): VendorRules {
  const others = Object.entries(rules.events).filter(([known]) => known !== kind)
  return { ...rules, events: Object.fromEntries(others) }
}
