import type { Canvas } from '@napi-rs/canvas'
import type { Word } from 'tesseract.js'

const INK = 140
const LONGEST_STROKE = 0.4
const BOLDER = 1.3
const FEWEST_RUNS = 12

/** The words of a page that are printed bolder than most; the recogniser does not tell. */
export function boldWords(words: Word[], canvas: Canvas): Set<Word> {
  const weights = new Map(words.map((word) => [word, weightOf(word, canvas)]))
  const known = words.flatMap((word) => {
    const weight = weights.get(word)
    return weight ? Array.from(word.text, () => weight) : []
  })
  const usual = known.sort((one, other) => one - other)[known.length >> 1] ?? Infinity
  return new Set(words.filter((word) => (weights.get(word) ?? 0) > BOLDER * usual))
}

/** The usual width of a stroke in pixels, which grows with the letters: titles pass for bold too. null for a word too small to tell. */
function weightOf({ bbox }: Word, canvas: Canvas): number | null {
  const [width, height] = [bbox.x1 - bbox.x0, bbox.y1 - bbox.y0]
  if (width < 8 || height < 8) return null
  const { data } = canvas.getContext('2d').getImageData(bbox.x0, bbox.y0, width, height)
  let runs = 0
  let ink = 0
  for (let y = 0; y < height; y++) {
    let run = 0
    for (let x = 0; x <= width; x++) {
      if (x < width && data[4 * (y * width + x) + 1]! < INK) run++
      else if (run > 0) {
        if (run <= LONGEST_STROKE * height) {
          runs++
          ink += run
        }
        run = 0
      }
    }
  }
  return runs < FEWEST_RUNS ? null : ink / runs
}
