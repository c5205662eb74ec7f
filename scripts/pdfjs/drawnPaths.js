/* global BaseStream, Dict, DrawOPS, lookupMatrix, Name, OF_PATHS, OPS, Operators, Ref */
// Put by the build into the reading half of pdf.js, whose names it uses.

/**
 * What pdf.js's own list of operators holds of paths, transformations and forms, without the text and the pictures, which cost the most.
 * null where only the whole list can tell: annotations that are drawn, masks, and whatever is not plainly well formed.
 */
function drawnPaths(stream, resources, xref, annotations) {
  if (annotations.some((annotation) => isDrawn(xref.fetchIfRef(annotation)))) return null
  const list = { fnArray: [], argsArray: [] }
  return addPaths(stream, resources, { xref, list, forms: new Set() }) ? list : null
}

function isDrawn(annotation) {
  if (!(annotation instanceof Dict)) return true
  const type = annotation.get('Subtype')
  return !(type instanceof Name && type.name === 'Link') || annotation.has('AP')
}

/** False where it can't be told. */
function addPaths(stream, resources, whole) {
  const operators = new Operators(stream, whole.xref, NO_STATES, OF_PATHS)
  const operation = { fn: 0, args: null }
  let path = []
  let depth = 0
  while (operators.own === null && operators.read(operation)) {
    if (operators.own !== null) break
    const { fn, args } = operation
    if (fn === OPS.save || fn === OPS.restore || fn === OPS.clip || fn === OPS.eoClip) {
      depth = fn === OPS.save ? depth + 1 : fn === OPS.restore ? Math.max(0, depth - 1) : depth
      add(whole.list, fn, [])
    } else if (fn === OPS.transform) add(whole.list, fn, args.slice(0, operators.count))
    else if (fn === OPS.setGState) {
      if (hasMask(args[0], resources)) return false
    } else if (fn === OPS.paintXObject) {
      if (!addForm(args[0], resources, whole)) return false
    } else if (fn === OPS.curveTo2) return false
    else if (!extended(path, fn, args)) {
      if (fn === OPS.closeStroke || fn === OPS.closeFillStroke || fn === OPS.closeEOFillStroke)
        path.push(DrawOPS.closePath)
      add(whole.list, OPS.constructPath, [fn, [path.length ? new Float32Array(path) : null]])
      path = []
    }
  }
  for (; depth > 0; depth--) add(whole.list, OPS.restore, [])
  return operators.own === null
}

const NO_STATES = { save: () => undefined, restore: () => undefined, transform: () => undefined }

function add(list, fn, args) {
  list.fnArray.push(fn)
  list.argsArray.push(args)
}

/** False for an operator that paints the path. */
function extended(path, fn, args) {
  if (fn === OPS.rectangle) {
    const [x, y, width, height] = args
    const right = x + width
    const top = y + height
    if (width === 0 || height === 0)
      path.push(DrawOPS.moveTo, x, y, DrawOPS.lineTo, right, top, DrawOPS.closePath)
    else {
      path.push(DrawOPS.moveTo, x, y, DrawOPS.lineTo, right, y, DrawOPS.lineTo, right, top)
      path.push(DrawOPS.lineTo, x, top, DrawOPS.closePath)
    }
  } else if (fn === OPS.moveTo) path.push(DrawOPS.moveTo, args[0], args[1])
  else if (fn === OPS.lineTo) path.push(DrawOPS.lineTo, args[0], args[1])
  else if (fn === OPS.curveTo)
    path.push(DrawOPS.curveTo, args[0], args[1], args[2], args[3], args[4], args[5])
  else if (fn === OPS.curveTo3)
    path.push(DrawOPS.curveTo, args[0], args[1], args[2], args[3], args[2], args[3])
  else if (fn === OPS.closePath) path.push(DrawOPS.closePath)
  else return false
  return true
}

function hasMask(name, resources) {
  const states = resources.get('ExtGState')
  const state = states instanceof Dict && name instanceof Name ? states.get(name.name) : null
  return state instanceof Dict && state.get('SMask') instanceof Dict
}

function addForm(name, resources, whole) {
  if (!(name instanceof Name)) return false
  const forms = resources.get('XObject')
  let form = forms instanceof Dict ? forms.getRaw(name.name) : null
  const id = form instanceof Ref ? form.toString() : null
  if (id) form = whole.xref.fetch(form)
  if (!(form instanceof BaseStream)) return false
  const type = form.dict.get('Subtype')
  if (!(type instanceof Name)) return false
  if (type.name !== 'Form') return type.name === 'Image' || type.name === 'PS'
  if (id === null || whole.forms.has(id)) return false
  whole.forms.add(id)
  const matrix = lookupMatrix(form.dict.getArray('Matrix'), null)
  add(whole.list, OPS.paintFormXObjectBegin, [matrix && new Float32Array(matrix)])
  const own = form.dict.get('Resources')
  const told = addPaths(form, own instanceof Dict ? own : resources, whole)
  add(whole.list, OPS.paintFormXObjectEnd, [])
  whole.forms.delete(id)
  return told
}

module.exports = { drawnPaths }
