// Arrow keys turn the pages of a document.
document.addEventListener('keydown', (event) => {
  if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return
  const rel = { ArrowLeft: 'prev', ArrowRight: 'next' }[event.key]
  const link = rel && document.querySelector(`a[rel="${rel}"]`)
  if (link) location.assign(link.href)
})
