import path from 'node:path'
import express from 'express'
import { createApp } from '../../server/app'
import { projectRoot } from '../../server/projectRoot'
import { listening, onePractice, signIn } from './desk'
import { fillPractices } from './filling'
import { load, median, say, type Load } from './measuring'

const ROUNDS = 3

/** The bare page is Express and EJS alone: the same view with the same values ready at hand, and no session, wall or database behind it. */
export async function benchList(): Promise<void> {
  const { db, services, first } = await onePractice(200)
  const app = createApp(services)
  const desk = await listening(app)
  const cookie = await signIn(desk.address, first)
  const bare = await listening(bareApp(await valuesOfPage(app, `${desk.address}/vendors`, cookie)))
  const alone: Load[] = []
  const plain: Load[] = []
  // Both are compiled by the engine as they run; a server that has been up for a minute is what people meet.
  await load(bare.address, '')
  await load(`${desk.address}/vendors`, cookie)
  for (let round = 0; round < ROUNDS; round++) {
    plain.push(await load(bare.address, ''))
    alone.push(await load(`${desk.address}/vendors`, cookie))
  }
  const ratio = median(alone.map((run) => run.perSecond)) / median(plain.map((run) => run.perSecond))
  say(
    'vendor list of 200 against a bare page of the same bytes',
    ratio.toFixed(2),
    'goal ≥ 0.5 of its throughput',
    ratio >= 0.5,
  )
  const cpu = median(plain.map((run) => run.cpuPerPage)) / median(alone.map((run) => run.cpuPerPage))
  say('the same by CPU time of a page', cpu.toFixed(2), 'goal ≥ 0.5', cpu >= 0.5)
  await fillPractices(db, 199, 49, services.now())
  const crowded: Load[] = []
  const again: Load[] = []
  const small = await onePractice(200)
  const smallDesk = await listening(createApp(small.services))
  const smallCookie = await signIn(smallDesk.address, small.first)
  for (let round = 0; round < ROUNDS; round++) {
    again.push(await load(`${smallDesk.address}/vendors`, smallCookie))
    crowded.push(await load(`${desk.address}/vendors`, cookie))
  }
  const slower = median(crowded.map((run) => run.p99)) / median(again.map((run) => run.p99))
  say('the same among 10,000 vendors of 200 practices, p99', slower.toFixed(2), 'goal ≤ 1.2×', slower <= 1.2)
  for (const each of [desk, bare, smallDesk]) each.close()
}

interface PageValues {
  view: string
  values: object
}

/** What a handler hands to its view. */
async function valuesOfPage(app: express.Express, address: string, cookie: string): Promise<PageValues> {
  const render = app.render.bind(app)
  let seen: PageValues | null = null
  app.render = ((view: string, values: { _locals: object }, done: (error: Error, html: string) => void) => {
    seen = { view, values: { ...values._locals, ...values } }
    render(view, values, done)
  }) as typeof app.render
  await (await fetch(address, { headers: { cookie } })).text()
  app.render = render
  return seen!
}

function bareApp({ view, values }: PageValues) {
  const app = express()
  app.set('view engine', 'ejs')
  app.set('views', path.join(projectRoot, 'views'))
  app.enable('view cache')
  app.get('/', (_req, res) => {
    res.render(view, { ...values })
  })
  return app
}
