import { monitorEventLoopDelay } from 'node:perf_hooks'
import { createApp } from '../../server/app'
import type { Database } from '../../server/database'
import { startWork } from '../../server/work'
import { laughingPdf } from '../fuzz/hostile'
import { makeSoc2Pdf } from '../papers/papers'
import { longReport } from '../papers/longReport'
import { listening, onePractice, signIn } from './desk'
import { load, pause, say, SECONDS } from './measuring'

export async function benchReading(): Promise<void> {
  const { services, first } = await onePractice(1)
  const stopWork = startWork(services)
  const desk = await listening(createApp(services))
  const cookie = await signIn(desk.address, first)
  const pdf = await reportOfPages(300)
  const vendor = await services.db('vendors').first<{ id: string }>('id')
  const form = new FormData()
  form.append('files', new Blob([new Uint8Array(pdf)], { type: 'application/pdf' }), 'report.pdf')
  const delay = monitorEventLoopDelay({ resolution: 1 })
  delay.enable()
  const started = Date.now()
  const answer = await fetch(`${desk.address}/vendors/${vendor!.id}/documents`, {
    method: 'POST',
    body: form,
    headers: { cookie },
  })
  if (answer.status >= 400) throw new Error(`the upload was answered ${answer.status}`)
  const pagesRead = await untilRead(services.db)
  delay.disable()
  const p99 = delay.percentile(99) / 1e6
  say(
    `event-loop delay while a report of ${pagesRead} pages is read (${((Date.now() - started) / 1000).toFixed(1)} s), p99`,
    `${p99.toFixed(1)} ms`,
    'goal ≤ 20 ms',
    p99 <= 20,
  )
  desk.close()
  await stopWork()
}

/** Both lanes of the reader are kept busy until their limits, and pages are asked for meanwhile. The machine's cores are shared, so a ratio. */
export async function benchHostile(): Promise<void> {
  const { services, first } = await onePractice(200)
  const stopWork = startWork(services)
  const desk = await listening(createApp(services))
  const cookie = await signIn(desk.address, first)
  const vendor = await services.db('vendors').first<{ id: string }>('id')
  const calm = await load(`${desk.address}/vendors`, cookie)
  const form = new FormData()
  for (const name of ['one.pdf', 'two.pdf'])
    form.append('files', new Blob([new Uint8Array(laughingPdf()), name]), name)
  await fetch(`${desk.address}/vendors/${vendor!.id}/documents`, {
    method: 'POST',
    body: form,
    headers: { cookie },
  })
  await pause(1000)
  const delay = monitorEventLoopDelay({ resolution: 1 })
  delay.enable()
  await pause(SECONDS * 1000)
  delay.disable()
  const busy = await load(`${desk.address}/vendors`, cookie)
  const p99 = delay.percentile(99) / 1e6
  say('event-loop delay while hostile PDFs are read, p99', `${p99.toFixed(1)} ms`, 'goal ≤ 20 ms', p99 <= 20)
  const slower = busy.cpuPerPage / calm.cpuPerPage
  say('CPU time of a page meanwhile, against before', slower.toFixed(2), 'goal ≤ 1.2×', slower <= 1.2)
  say('its p99 meanwhile, against before', (busy.p99 / calm.p99).toFixed(2), 'no goal', true)
  desk.close()
  await stopWork()
}

/** Copies of one report behind each other, until it has so many pages. */
async function reportOfPages(pages: number): Promise<Uint8Array> {
  const { PDFDocument } = await import('@cantoo/pdf-lib')
  const one = await PDFDocument.load(await makeSoc2Pdf(longReport(60)))
  const whole = await PDFDocument.create()
  while (whole.getPageCount() < pages) {
    const left = one.getPageIndices().slice(0, pages - whole.getPageCount())
    for (const page of await whole.copyPages(one, left)) whole.addPage(page)
  }
  return whole.save()
}

async function untilRead(db: Database): Promise<number> {
  for (;;) {
    const document = await db('documents').first<{ state: string; pages: number | null }>('state', 'pages')
    if (document?.state === 'failed') throw new Error('the report could not be read')
    if (document?.state === 'read') return document.pages ?? 0
    await pause(20)
  }
}
