'use strict'
for (const button of document.querySelectorAll('[data-print]')) {
  button.hidden = false
  button.addEventListener('click', () => window.print())
}
// What is folded away belongs on paper.
window.addEventListener('beforeprint', () =>
  document.querySelectorAll('details').forEach((one) => (one.open = true)),
)
