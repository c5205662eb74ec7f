import path from 'node:path'
import express, { type Express, type Request, type RequestHandler, type Response, type Router } from 'express'
import helmet from 'helmet'
import { pinoHttp } from 'pino-http'
import { accountRoutes } from './accounts/routes'
import { agreementPanel, type AgreementPanel } from './agreements/agreements'
import {
  agreementAmendmentRoutes,
  amendmentRoutes,
  vendorAmendmentRoutes,
} from './agreements/amendmentRoutes'
import { agreementRoutes, vendorAgreementRoutes } from './agreements/routes'
import { recogniseFrom, signedIn } from './accounts/signIn'
import { openRoutes } from './accounts/openRoutes'
import { historyRoutes } from './audit/routes'
import { documentRoutes } from './documents/routes'
import { draftRoutes, vendorDraftRoutes } from './drafts/routes'
import { uploadRoutes } from './documents/uploadRoutes'
import { endingOpenRoutes } from './endings/openRoutes'
import { agreementEndingRoutes, endingRoutes } from './endings/routes'
import { endingPanel } from './endings/endings'
import { errorPage, notFound } from './http/errorPage'
import { healthRoutes, tellOfSilence } from './http/health'
import { pageLocals } from './http/pageLocals'
import { sameSite } from './http/sameSite'
import { sessions } from './http/sessions'
import { invitePanel } from './invites/invites'
import { inviteOpenRoutes } from './invites/openRoutes'
import { inviteRoutes } from './invites/routes'
import { letterRoutes } from './letters/routes'
import { projectRoot } from './projectRoot'
import { reportPanel } from './reports/reports'
import { reportRoutes } from './reports/routes'
import { reviewPanel } from './reviews/reviews'
import { reviewRoutes } from './reviews/routes'
import type { Services } from './services'
import { shortfallRoutes } from './shortfalls/routes'
import { shortfallPanel, vendorShortfallPanel } from './shortfalls/shortfalls'
import { signingOpenRoutes } from './signing/openRoutes'
import { signingPanel } from './signing/panel'
import { signingRoutes } from './signing/routes'
import { vendorPartRoutes } from './vendors/partRoutes'
import { vendorQuestionRoutes } from './vendors/questionRoutes'
import { vendorRoutes } from './vendors/routes'
import { dueRoutes } from './reminders/dueRoutes'
import { feedOpenRoutes, feedRoutes } from './reminders/feedRoutes'
import { reminderPanel } from './reminders/reminders'
import { reminderRoutes } from './reminders/routes'
import { reminderRuleRoutes } from './reminders/ruleRoutes'
import { vendorReminderRoutes } from './reminders/vendorRoutes'
import { addresseeOf, type VendorPanel } from './vendors/vendors'
import { subcontractorOpenRoutes } from './subcontractors/openRoutes'
import { subcontractorRoutes } from './subcontractors/routes'
import { subcontractorPanel } from './subcontractors/subcontractors'
import { todayRoutes } from './today/routes'
import { afterReading } from './work'

const MAX_FORM = '300kb'
/** Addresses that are secrets themselves. */
const HOLDS_SECRET = /^\/(i|password|calendar)\//
/** What the other rooms put on a vendor’s page, in this order. */
const vendorPanels: VendorPanel[] = [
  agreementPanel,
  vendorShortfallPanel,
  signingPanel,
  reportPanel,
  reviewPanel,
  invitePanel,
  subcontractorPanel,
  reminderPanel,
]

/** What the other rooms put on an agreement’s page, in this order. */
const agreementPanels: AgreementPanel[] = [endingPanel, shortfallPanel]

/** A room's routes under its path; the access matrix of the tests is read from this list. */
export type Rooms = [path: string, routes: Router][]

/** Pages that ask for no sign-in: they bring walls of their own. */
export function openRooms(services: Services): Rooms {
  return [
    ['/', openRoutes(services)],
    ['/', inviteOpenRoutes(services)],
    ['/', signingOpenRoutes(services)],
    ['/', feedOpenRoutes(services)],
    ['/', endingOpenRoutes(services)],
    ['/', subcontractorOpenRoutes(services)],
  ]
}

/** Pages behind the sign-in wall; each route names the roles it lets in. */
export function closedRooms(services: Services): Rooms {
  return [
    ['/', todayRoutes(services)],
    ['/account', accountRoutes(services)],
    ['/account', feedRoutes(services)],
    ['/invites', inviteRoutes(services)],
    ['/vendors', vendorRoutes(services, vendorPanels)],
    ['/vendors', vendorPartRoutes(services)],
    ['/vendors', vendorQuestionRoutes(services)],
    ['/vendors', vendorAgreementRoutes(services)],
    ['/agreements', agreementRoutes(services, agreementPanels)],
    ['/vendors', vendorAmendmentRoutes(services)],
    ['/agreements', agreementAmendmentRoutes(services)],
    ['/amendments', amendmentRoutes(services)],
    ['/agreements', agreementEndingRoutes(services)],
    ['/endings', endingRoutes(services)],
    ['/vendors', subcontractorRoutes(services)],
    ['/shortfalls', shortfallRoutes(services)],
    ['/vendors', vendorDraftRoutes(services)],
    ['/drafts', draftRoutes(services)],
    ['/signings', signingRoutes(services)],
    ['/vendors', uploadRoutes(services)],
    ['/documents', documentRoutes(services, afterReading)],
    ['/reports', reportRoutes(services)],
    ['/letters', reminderRoutes(services)],
    ['/letters', reminderRuleRoutes(services)],
    ['/letters', dueRoutes(services)],
    ['/vendors', vendorReminderRoutes(services)],
    ['/letters', letterRoutes(services, addresseeOf)],
    ['/reviews', reviewRoutes(services)],
    ['/history', historyRoutes(services)],
  ]
}

export function createApp(services: Services): Express {
  const app = express()
  app.set('trust proxy', services.config.trustProxy)
  app.disable('x-powered-by')
  app.set('views', path.join(projectRoot, 'views'))
  app.set('view engine', 'ejs')
  app.enable('view cache')
  // Nothing is cached but the static files, so a tag would be worked out for nobody.
  app.disable('etag')

  app.use(headers(services))
  app.use('/static', express.static(path.join(projectRoot, 'views/static'), { maxAge: '1h', index: false }))
  if (services.config.logLevel === 'debug') app.use(pinoHttp({ logger: services.log, serializers: pathOnly }))
  app.use(healthRoutes(services))
  app.use(pageLocals(services))
  app.use(sameSite(services.config.baseUrl))
  app.use(sessions(services))
  app.use(recogniseFrom(services))
  app.use(tellOfSilence(services))
  app.use(express.urlencoded({ extended: false, limit: MAX_FORM, parameterLimit: 500 }))
  for (const [at, routes] of openRooms(services)) app.use(at, routes)
  app.use(signedIn)
  for (const [at, routes] of closedRooms(services)) app.use(at, routes)
  app.use(notFound)
  app.use(errorPage(services.log))
  return app
}

// Addresses of invite links hold a secret, so the log keeps neither address nor query.
const pathOnly = {
  req: (req: { method: string; id: unknown }) => ({ method: req.method, id: req.id }),
  res: (res: { statusCode: number }) => ({ status: res.statusCode }),
}

function headers({ config }: Services): RequestHandler {
  const walls = helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        imgSrc: ["'self'", 'data:'],
        fontSrc: ["'self'"],
        connectSrc: ["'self'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
        baseUri: ["'none'"],
        objectSrc: ["'none'"],
      },
    },
    strictTransportSecurity: config.secure ? { maxAge: 63072000, includeSubDomains: true } : false,
    // With no-referrer a form would hide its own origin, and plain http has no Sec-Fetch-Site to fall back on.
    referrerPolicy: { policy: 'same-origin' },
    crossOriginOpenerPolicy: { policy: 'same-origin' },
    crossOriginResourcePolicy: { policy: 'same-origin' },
  })
  const fixed = headersSetBy(walls)
  return (req, res, next) => {
    for (const [name, value] of fixed) res.setHeader(name, value)
    if (!req.path.startsWith('/static/')) res.setHeader('Cache-Control', 'no-store')
    if (HOLDS_SECRET.test(req.path)) res.setHeader('Referrer-Policy', 'no-referrer')
    next()
  }
}

/** They are the same for every page, so they are worked out once. */
function headersSetBy(walls: RequestHandler): [name: string, value: string][] {
  const set: [string, string][] = []
  const response = {
    setHeader: (name: string, value: string) => void set.push([name, value]),
    removeHeader: () => undefined,
  }
  void walls({} as Request, response as unknown as Response, (error?: unknown) => {
    if (error) throw error as Error
  })
  return set
}
