'use strict'
// Drag and drop, progress, and news of what was recognised. Without script the same form works by itself.
const form = document.querySelector('[data-uploads]')
const input = form.querySelector('input[type=file]')
const drop = form.querySelector('[data-drop]')
const progress = form.querySelector('[data-progress]')
const said = form.querySelector('[data-status]')
const send = form.querySelector('[data-send]')
const files = document.querySelector('[data-files]')
const POLL_MS = 1500

send.hidden = true
if (matchMedia('(pointer: fine)').matches)
  drop.querySelector('strong').textContent = 'Drop PDF files here, or choose them'
const print = document.querySelector('[data-print]')
print.hidden = false
print.addEventListener('click', () => window.print())

input.addEventListener('change', () => sendFiles(input.files))
for (const kind of ['dragenter', 'dragover']) drop.addEventListener(kind, (event) => over(event, true))
for (const kind of ['dragleave', 'drop']) drop.addEventListener(kind, (event) => over(event, false))
drop.addEventListener('drop', (event) => sendFiles(event.dataTransfer.files))
if (files.dataset.settled === 'no') later()

function over(event, isOver) {
  event.preventDefault()
  drop.classList.toggle('over', isOver)
}

function sendFiles(chosen) {
  if (chosen.length === 0) return
  const most = Number(form.dataset.megabytes) * 1024 * 1024
  const large = [...chosen].find((file) => file.size > most)
  if (large) return say(`“${large.name}” is larger than ${form.dataset.megabytes} MB. Send a smaller copy.`)
  const body = new FormData()
  for (const file of chosen) body.append('files', file)
  const request = new XMLHttpRequest()
  request.open('POST', form.action)
  request.upload.addEventListener('progress', (event) => {
    progress.value = event.lengthComputable ? (100 * event.loaded) / event.total : 0
  })
  request.addEventListener('load', () => arrived(request))
  request.addEventListener('error', () =>
    failed('The files did not arrive. Check the connection and try again.'),
  )
  progress.hidden = false
  say(chosen.length === 1 ? `Sending “${chosen[0].name}” …` : `Sending ${chosen.length} files …`)
  request.send(body)
}

// The answer is the page as it is now: shown whole, so that complaints and receipts look the same with and without script.
function arrived(request) {
  const page = new DOMParser().parseFromString(request.responseText, 'text/html')
  const complaint = page.querySelector('#files-error')
  const newer = page.querySelector('[data-files]')
  if (!newer)
    return failed(
      page.querySelector('main')?.textContent.trim().replace(/\s+/g, ' ') ||
        'That did not work. Reload the page.',
    )
  progress.hidden = true
  input.value = ''
  say(complaint ? complaint.textContent : 'Received. See what we make of it below.')
  said.classList.toggle('complaint', Boolean(complaint))
  takeOver(page)
}

function takeOver(page) {
  const newer = page.querySelector('[data-files]')
  files.querySelector('[data-list]').replaceChildren(...newer.querySelector('[data-list]').children)
  files.hidden = newer.hidden
  files.dataset.settled = newer.dataset.settled
  if (files.dataset.settled === 'no') later()
}

function later() {
  setTimeout(look, POLL_MS)
}

async function look() {
  const answer = await fetch('/invite/files', { headers: { accept: 'application/json' } }).catch(() => null)
  if (!answer?.ok) return later()
  const state = await answer.json()
  if (!state.isSettled) return later()
  const page = await fetch('/invite').then((response) => response.text())
  takeOver(new DOMParser().parseFromString(page, 'text/html'))
}

function failed(words) {
  progress.hidden = true
  said.classList.add('complaint')
  say(words)
}

function say(words) {
  said.textContent = words
}
