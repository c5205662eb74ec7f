// Asks how far the reading is and shows the page anew when it is done. Without script the page reloads itself.
const sheet = document.querySelector('[data-progress]')
if (sheet) {
  const sentence = sheet.querySelector('[data-progress-sentence]')
  const bar = sheet.querySelector('[data-progress-bar]')
  const ask = async () => {
    try {
      const answer = await fetch(sheet.dataset.progress, { headers: { accept: 'application/json' } })
      if (!answer.ok) return location.reload()
      show(await answer.json())
    } catch {
      setTimeout(ask, 3000)
    }
  }
  const show = (progress) => {
    if (progress.done || String(progress.answers) !== sheet.dataset.answers) return location.reload()
    if (sentence.textContent !== progress.sentence) sentence.textContent = progress.sentence
    if (progress.pages > 0) {
      bar.max = progress.pages
      bar.value = progress.page
    }
    setTimeout(ask, 700)
  }
  setTimeout(ask, 400)
}
