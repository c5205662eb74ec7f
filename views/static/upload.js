// Dropping files, and seeing how far sending is. The form works without this.
for (const form of document.querySelectorAll('form[data-upload]')) {
  const input = form.querySelector('input[type=file]')
  const drop = form.querySelector('[data-drop]')
  const status = form.querySelector('[data-upload-status]')
  const button = form.querySelector('button:not([type=button])')
  const maxBytes = Number(form.dataset.maxBytes)

  const line = (text, wrong) => {
    const p = document.createElement('p')
    p.textContent = text
    if (wrong) p.className = 'complaint'
    return p
  }
  const size = (bytes) =>
    bytes < 1e6 ? `${Math.max(1, Math.round(bytes / 1000))} kB` : `${(bytes / 1e6).toFixed(1)} MB`
  const list = () => {
    const lines = [...input.files].map((file) => {
      const large = file.size > maxBytes
      return line(
        large
          ? `${file.name} is larger than ${Math.floor(maxBytes / 1048576)} MB and can’t be taken.`
          : `${file.name}, ${size(file.size)}`,
        large,
      )
    })
    status.replaceChildren(...lines)
  }
  const isOver = (over) => (event) => {
    event.preventDefault()
    drop.classList.toggle('over', over)
  }

  input.addEventListener('change', list)
  drop.addEventListener('dragover', isOver(true))
  drop.addEventListener('dragleave', isOver(false))
  drop.addEventListener('drop', (event) => {
    isOver(false)(event)
    if (event.dataTransfer.files.length === 0) return
    input.files = event.dataTransfer.files
    list()
  })

  form.addEventListener('submit', (event) => {
    if ([...input.files].some((file) => file.size > maxBytes)) {
      event.preventDefault()
      return list()
    }
    event.preventDefault()
    send()
  })

  const send = () => {
    const bar = document.createElement('progress')
    bar.max = 1
    bar.setAttribute('aria-label', 'Sent so far')
    const told = line('Sending …')
    status.replaceChildren(told, bar)
    button.disabled = true
    const request = new XMLHttpRequest()
    request.open('POST', form.action)
    request.upload.onprogress = (event) => {
      if (event.lengthComputable) bar.value = event.loaded / event.total
      if (event.loaded === event.total) told.textContent = 'Sent. Being put away safely …'
    }
    request.onerror = () => {
      button.disabled = false
      status.replaceChildren(line('The connection broke. Nothing was kept; send it again.', true))
    }
    request.onload = () => show(request)
    request.send(new FormData(form))
  }

  // The answer takes the place of the page, so that what it says once is not lost to a second request.
  const show = (request) => {
    if (request.status < 400) history.pushState(null, '', request.responseURL)
    document.open()
    document.write(request.responseText)
    document.close()
  }
}
