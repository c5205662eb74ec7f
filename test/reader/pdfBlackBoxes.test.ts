import { execFileSync } from 'node:child_process'
import path from 'node:path'
import type { Reading } from '../../server/reader/reading'
import { dropCovered } from '../../server/reader/verify'
import { onePage } from './pdfMaking'

jest.setTimeout(60_000)

const WORDS = 'BT /F1 12 Tf 72 700 Td (We have examined) Tj ET'
const BOX = '0 0 0 rg 70 696 200 16 re f'

/** pdf.js can't be loaded in here, so the built reader looks. */
function boxesOn(content: string): number[][] {
  const file = onePage(content).toString('base64')
  const folder = path.resolve(__dirname, '../../dist/server/reader/pdf')
  const code =
    `const{openPdf}=require('${folder}/openPdf.js'),{blackBoxesOn}=require('${folder}/blackBoxes.js');` +
    `openPdf(Buffer.from('${file}','base64')).then(async({pdf})=>{` +
    `console.log(JSON.stringify((await blackBoxesOn(pdf,[1])).get(1)));process.exit()})`
  const boxes = JSON.parse(execFileSync(process.execPath, ['-e', code]).toString()) as number[][]
  return boxes.map(([x, y, width, height]) =>
    [x! * 612, y! * 792, width! * 612, height! * 792].map(Math.round),
  )
}

test('a black box over words is found; one under them, a pale or a thin one is not', () => {
  expect(boxesOn(`${WORDS} ${BOX}`)).toEqual([[70, 80, 200, 16]])
  expect(boxesOn(`${BOX} 1 1 1 rg ${WORDS}`)).toEqual([])
  expect(boxesOn(`${WORDS} 0.9 0.9 0.2 rg 70 696 200 16 re f`)).toEqual([])
  expect(boxesOn(`${WORDS} 0 0 0 rg 70 696 200 1 re f`)).toEqual([])
})

test('a quote under a black box loses its words, so that it is not found again', () => {
  const evidence = (y: number) => ({ page: 1, quote: 'words', source: 'text', boxes: [[0.1, y, 0.3, 0.02]] })
  const reading = { asOf: { evidence: [evidence(0.1), evidence(0.5)] } } as unknown as Reading
  dropCovered(reading, new Map([[1, [[0.1, 0.09, 0.4, 0.04]]]]))
  expect(reading.asOf.evidence.map((item) => item.quote)).toEqual(['', 'words'])
})
