'use strict'
// The link can be selected and copied by hand; with script there is a button.
for (const button of document.querySelectorAll('[data-copies]')) {
  const field = document.getElementById(button.dataset.copies)
  const said = document.querySelector('[data-copied]')
  button.hidden = false
  field.addEventListener('focus', () => field.select())
  button.addEventListener('click', async () => {
    field.select()
    const done = await navigator.clipboard.writeText(field.value).then(
      () => true,
      () => document.execCommand('copy'),
    )
    said.textContent = done ? 'Copied.' : 'Press Ctrl+C, or ⌘C on a Mac.'
  })
}
