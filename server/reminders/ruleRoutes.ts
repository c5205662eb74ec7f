import { Router, type Request, type Response } from 'express'
import { listColleagues, type Colleague } from '../accounts/accounts'
import { actorOf, administrators, param } from '../http/actorOf'
import { readForm, refused, type Form } from '../http/forms'
import type { Services } from '../services'
import { findVendor } from '../vendors/vendors'
import { listComing } from './coming'
import { EVENTS, events, isEvent, LAST_DAYS, ROLES, type EventKind, type EventRule } from './events'
import { eventForm, silenceForm, timesForm } from './forms'
import { listVersionsOf, practiceRules, savePracticeRules, type Rules } from './rules'
import { peopleWords, quietWords, recipientChoices, ruleWords, shownHour } from './ruleWords'
import { askForSilence, confirmSilence, endSilence, listSilences } from './silences'

/** When and whom the practice has reminded. */
export function reminderRuleRoutes(services: Services): Router {
  const { db } = services
  const router = Router()
  router.get('/rules', administrators, show)
  router.get('/rules/event', administrators, openEvent)
  router.post('/rules/event', administrators, saveEvent)
  router.get('/rules/times', administrators, openTimes)
  router.post('/rules/times', administrators, saveTimes)
  router.post('/rules/silences', administrators, ask)
  router.post('/silences/:id/confirm', administrators, confirm)
  router.post('/silences/:id/end', administrators, end)
  return router

  async function show(req: Request, res: Response) {
    await renderRules(req, res, {})
  }

  async function renderRules(req: Request, res: Response, form: object) {
    const actor = actorOf(req)
    const { rules, at, personName, version } = await practiceRules(db, actor.practiceId)
    const people = await activePeople(req)
    const silences = await listSilences(db, actor.practiceId, actor.today)
    const vendors = await vendorNames(actor.practiceId)
    res.render('reminders/rules', {
      rules,
      saved: { at, personName, version },
      versions: await listVersionsOf(db, actor.practiceId, null),
      list: EVENTS.map((kind) => ({
        kind,
        ...events[kind],
        words: ruleWords(kind, rules.events[kind], people),
      })),
      hour: shownHour(rules.hour),
      quiet: quietWords(rules.quiet),
      silences: silences.map((one) => ({
        ...one,
        vendorName: vendors.find(({ id }) => id === one.vendorId)?.name ?? null,
      })),
      vendors,
      administrators: people.filter(({ role }) => role === 'administrator').length,
      ...form,
    })
  }

  async function openEvent(req: Request, res: Response) {
    const kind = kindOf(req.query.kind)
    const { rules, version } = await practiceRules(db, actorOf(req).practiceId)
    await renderEvent(req, res, kind, { words: { ...eventWords(rules.events[kind]), version } })
  }

  async function saveEvent(req: Request, res: Response) {
    const actor = actorOf(req)
    const body = (req.body ?? {}) as { kind?: unknown; way?: unknown }
    const kind = kindOf(body.kind)
    const form = checkedPeople(readForm(eventForm, req.body), await activePeople(req))
    if (form.errors) return renderEvent(req, res.status(422), kind, form)
    const { rules } = await practiceRules(db, actor.practiceId)
    const changed: Rules = { ...rules, events: { ...rules.events, [kind]: form.values.rule } }
    if (body.way === 'preview') return renderEvent(req, res, kind, { ...form, trying: changed })
    await savePracticeRules(db, actor, changed, form.values.version)
    req.session.flash = `Saved: ${events[kind].label}.`
    res.redirect(303, '/letters/rules')
  }

  async function renderEvent(
    req: Request,
    res: Response,
    kind: EventKind,
    form: { words: object; errors?: object | null; trying?: Rules },
  ) {
    const people = await activePeople(req)
    const preview = form.trying ? await previewOf(req, kind, form.trying, people) : null
    res.render('reminders/event', {
      kind,
      event: events[kind],
      isLastDay: LAST_DAYS.includes(kind),
      choices: recipientChoices(people),
      action: '/letters/rules/event',
      back: { label: 'When and whom', url: '/letters/rules' },
      vendor: null,
      preview,
      ...form,
      errors: form.errors ?? {},
      words: listedTo(form.words),
    })
  }

  async function previewOf(req: Request, kind: EventKind, trying: Rules, people: Colleague[]) {
    const coming = await listComing(services, actorOf(req), { trying })
    return {
      rule: ruleWords(kind, trying.events[kind], people),
      people: peopleWords(coming, people, trying.hour),
    }
  }

  async function openTimes(req: Request, res: Response) {
    const { rules, version } = await practiceRules(db, actorOf(req).practiceId)
    const { hour, quiet, askBaaDays, asksContacts } = rules
    const ticks = { weekends: quiet.weekends, federalHolidays: quiet.federalHolidays, asksContacts }
    const words = Object.fromEntries(Object.entries(ticks).map(([name, on]) => [name, on ? 'yes' : '']))
    renderTimes(res, { words: { ...words, hour, askBaaDays, holidays: quiet.holidays.join('\n'), version } })
  }

  async function saveTimes(req: Request, res: Response) {
    const actor = actorOf(req)
    const form = readForm(timesForm, req.body)
    if (form.errors) return renderTimes(res.status(422), form)
    const { rules } = await practiceRules(db, actor.practiceId)
    const changed: Rules = { ...rules, ...form.values.changes }
    if (((req.body ?? {}) as { way?: unknown }).way === 'preview') {
      const people = await activePeople(req)
      const coming = await listComing(services, actor, { trying: changed })
      const words = [quietWords(changed.quiet)]
      return renderTimes(res, {
        ...form,
        preview: { rule: words, people: peopleWords(coming, people, changed.hour) },
      })
    }
    await savePracticeRules(db, actor, changed, form.values.version)
    req.session.flash = 'Saved when letters go.'
    res.redirect(303, '/letters/rules')
  }

  function renderTimes(res: Response, form: { words: object; errors?: object | null; preview?: object }) {
    const hours = Array.from({ length: 24 }, (_unused, hour) => ({ value: hour, label: shownHour(hour) }))
    res.render('reminders/times', { hours, preview: null, ...form, errors: form.errors ?? {} })
  }

  async function ask(req: Request, res: Response) {
    const actor = actorOf(req)
    const form = readForm(silenceForm(actor.today), req.body)
    if (form.errors) return renderRules(req, res.status(422), form)
    if (form.values.vendorId) await findVendor(db, actor, form.values.vendorId)
    await askForSilence(db, actor, form.values)
    req.session.flash = 'Asked. The letters go on until another administrator confirms it.'
    res.redirect(303, '/letters/rules#last-days')
  }

  async function confirm(req: Request, res: Response) {
    await confirmSilence(db, actorOf(req), param(req, 'id'))
    req.session.flash = 'Confirmed. Those letters stay silent until the day that was named.'
    res.redirect(303, '/letters/rules#last-days')
  }

  async function end(req: Request, res: Response) {
    await endSilence(db, actorOf(req), param(req, 'id'))
    req.session.flash = 'The letters of a last day come again.'
    res.redirect(303, '/letters/rules#last-days')
  }

  async function activePeople(req: Request): Promise<Colleague[]> {
    return (await listColleagues(db, actorOf(req).practiceId)).filter((one) => !one.deactivatedAt)
  }

  async function vendorNames(practiceId: string): Promise<{ id: string; name: string }[]> {
    return db('vendors').where({ practiceId, archivedAt: null }).orderBy('sortName').select('id', 'name')
  }
}

/** Nothing named: the first, so that the address alone is a page too. */
export function kindOf(asked: unknown): EventKind {
  return isEvent(asked) ? asked : 'baaEnds'
}

export function eventWords(rule: EventRule) {
  return {
    on: rule.on ? 'yes' : '',
    days: rule.before.join(', '),
    weekly: rule.weekly ? 'yes' : '',
    to: rule.to,
    nextTo: rule.next?.to ?? '',
    nextDays: rule.next?.afterDays ?? '',
  }
}

/** A name that isn't among the colleagues any more, or never was. */
export function checkedPeople<T extends { rule: EventRule }>(form: Form<T>, people: Colleague[]): Form<T> {
  if (form.errors) return form
  const { to, next } = form.values.rule
  const known = new Set<string>([...ROLES, ...people.map(({ personId }) => personId)])
  const errors = {
    ...(to.every((one) => known.has(one)) ? {} : { to: 'Choose among your colleagues' }),
    ...(next && !known.has(next.to) ? { nextTo: 'Choose among your colleagues' } : {}),
  }
  return Object.keys(errors).length > 0 ? refused(form.words, errors) : form
}

/** One box ticked comes as a word, several as a list. */
export function listedTo(words: object) {
  return { ...words, to: [(words as { to?: string | string[] }).to ?? []].flat() }
}
