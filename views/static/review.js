'use strict'
// The page with the evidence turns beside the questions, and answers are saved as they are given. Without script links open a tab and buttons save.
const form = document.querySelector('[data-review]')
const pane = document.querySelector('[data-pane]')
const SAVE_AFTER_MS = 900
const SVG = 'http://www.w3.org/2000/svg'
const timers = new Map()

if (pane) {
  pane.querySelector('[data-turn]').hidden = false
  document.addEventListener('click', turnFromLink)
  for (const button of pane.querySelectorAll('[data-by]')) {
    button.addEventListener('click', () => turn(Number(pane.dataset.page) + Number(button.dataset.by), []))
  }
}
if (form) form.addEventListener('input', later)

function turnFromLink(event) {
  const link = event.target.closest('a[data-page]')
  const isBeside = getComputedStyle(pane).display !== 'none'
  if (!link || !isBeside || event.ctrlKey || event.metaKey || event.shiftKey) return
  event.preventDefault()
  turn(Number(link.dataset.page), JSON.parse(link.dataset.boxes))
}

function turn(page, boxes) {
  if (page < 1 || page > Number(pane.dataset.pages)) return
  pane.dataset.page = page
  const image = pane.querySelector('[data-image]')
  image.src = `/documents/${pane.dataset.document}/pages/${page}/image`
  image.alt = image.alt.replace(/^Page \d+/, `Page ${page}`)
  pane.querySelector('[data-open]').href = `/documents/${pane.dataset.document}/pages/${page}`
  pane.querySelector('[data-number]').textContent = page
  pane.querySelector('[data-marks]').replaceChildren(...boxes.map(markOf))
}

function markOf([x, y, width, height]) {
  const mark = document.createElementNS(SVG, 'rect')
  for (const [name, value] of Object.entries({ x, y, width, height })) mark.setAttribute(name, value)
  return mark
}

function later(event) {
  const question = event.target.closest('[data-question]')
  if (!question || !question.querySelector('input[type=radio]:checked')) return
  clearTimeout(timers.get(question))
  timers.set(
    question,
    setTimeout(() => save(question), SAVE_AFTER_MS),
  )
}

async function save(question) {
  const said = question.querySelector('[data-said]')
  const body = new URLSearchParams()
  for (const field of question.querySelectorAll('input, textarea')) {
    if (field.type !== 'radio' || field.checked) body.append(field.name, field.value)
  }
  body.append('only', question.dataset.question)
  const answer = await fetch(form.action, {
    method: 'POST',
    body,
    headers: { accept: 'application/json' },
  }).catch(() => null)
  const state = answer && (await answer.json().catch(() => null))
  if (!answer?.ok) {
    said.textContent = state?.errors
      ? Object.values(state.errors).join(' ')
      : 'Not saved yet: check the connection.'
    return
  }
  said.textContent = 'Saved a moment ago.'
  question.querySelector('[data-seen]').value = state.seen[question.dataset.question] ?? ''
  for (const count of document.querySelectorAll('[data-answered]'))
    count.textContent = Math.max(state.answered, Number(count.textContent))
}
