// A page that waits for something looks again by itself.
const waiting = document.querySelector('[data-again]')
if (waiting) setTimeout(() => location.reload(), Number(waiting.dataset.again) * 1000)
