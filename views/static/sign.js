// Drawing a signature; without script the typed name is the signature.
const part = document.querySelector('[data-signature]')
if (part) beginSigning(part)

function beginSigning(part) {
  const ways = part.querySelector('[data-ways]')
  const typed = part.querySelector('[data-typed]')
  const drawn = part.querySelector('[data-drawn]')
  const canvas = part.querySelector('[data-canvas]')
  const field = part.querySelector('[data-strokes]')
  const name = part.closest('form').querySelector('[name=name]')
  const pen = canvas.getContext('2d')
  let strokes = field.value ? JSON.parse(field.value) : []
  let isDown = false

  ways.hidden = false
  ways.addEventListener('change', show)
  name.addEventListener('input', () => (part.querySelector('[data-typed-name]').textContent = name.value))
  part.querySelector('[data-clear]').addEventListener('click', () => keep([]))
  canvas.addEventListener('pointerdown', (event) => {
    isDown = true
    canvas.setPointerCapture(event.pointerId)
    strokes.push([place(event)])
    event.preventDefault()
  })
  canvas.addEventListener('pointermove', (event) => {
    if (!isDown) return
    const all = event.getCoalescedEvents?.() ?? [event]
    strokes.at(-1).push(...(all.length > 0 ? all : [event]).map(place))
    draw()
  })
  for (const end of ['pointerup', 'pointercancel']) canvas.addEventListener(end, () => isDown && lift())
  show()
  draw()

  function show() {
    const draws = ways.querySelector('[value=drawn]').checked
    typed.hidden = draws
    drawn.hidden = !draws
  }

  function lift() {
    isDown = false
    keep(strokes.map(thinned))
  }

  function keep(next) {
    strokes = next
    field.value = strokes.length > 0 ? JSON.stringify(strokes) : ''
    draw()
  }

  function place(event) {
    const box = canvas.getBoundingClientRect()
    const round = (share) => Math.round(Math.min(1, Math.max(0, share)) * 1000) / 1000
    return [round((event.clientX - box.left) / box.width), round((event.clientY - box.top) / box.height)]
  }

  function draw() {
    pen.clearRect(0, 0, canvas.width, canvas.height)
    pen.lineWidth = 7
    pen.lineCap = pen.lineJoin = 'round'
    pen.strokeStyle = '#1b2f5e'
    for (const stroke of strokes) {
      pen.beginPath()
      stroke.forEach(([x, y], at) => pen[at === 0 ? 'moveTo' : 'lineTo'](x * canvas.width, y * canvas.height))
      pen.stroke()
    }
  }
}

// Points closer together than can be seen are left out.
function thinned(stroke) {
  return stroke.filter(([x, y], at) => {
    const before = stroke[at - 1]
    return !before || at === stroke.length - 1 || Math.hypot(x - before[0], (y - before[1]) / 3) > 0.004
  })
}
