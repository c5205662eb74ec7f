import { Signer, SignPdf } from '@signpdf/signpdf'
import { checkSeal } from './checkSeal'
import { signCms } from './cms'
import type { SealIdentity } from './identity'

/** Room for the signature in the file, in bytes. */
const ROOM = 8192
const STAND_IN = '**********'

/** Puts the empty seal into a paper that pdfkit is making; `sealPdf` fills it. */
export function prepareSeal(
  doc: PDFKit.PDFDocument,
  about: { at: string; reason: string; place: string },
): void {
  const refs = doc as unknown as Internals
  const seal = refs.ref({
    Type: 'Sig',
    Filter: 'Adobe.PPKLite',
    SubFilter: 'ETSI.CAdES.detached',
    ByteRange: [0, STAND_IN, STAND_IN, STAND_IN],
    Contents: Buffer.alloc(ROOM),
    M: new Date(about.at),
    Name: new String('Countersign'),
    Reason: new String(about.reason),
    Location: new String(about.place),
  })
  doc.switchToPage(0)
  const page = doc.page as unknown as { dictionary: object; annotations: object[] }
  const field = refs.ref({
    Type: 'Annot',
    Subtype: 'Widget',
    FT: 'Sig',
    Rect: [0, 0, 0, 0],
    F: 132,
    T: new String('Seal'),
    V: seal,
    P: page.dictionary,
  })
  page.annotations.push(field)
  doc.initForm()
  const form = refs._root.data.AcroForm.data
  // pdfkit would ask readers to redraw the fields, which breaks a seal.
  delete form.NeedAppearances
  Object.assign(form, { SigFlags: 3, Fields: [field] })
  for (const one of [seal, field]) one.end()
}

/** What pdfkit has no public name for. */
interface Internals {
  ref(data: object): { end(): void }
  _root: { data: { AcroForm: { data: Record<string, unknown> } } }
}

/** @throws where the seal does not prove itself at once: nothing half sealed leaves this. */
export async function sealPdf(pdf: Buffer, identity: SealIdentity): Promise<Buffer> {
  const sealed = await new SignPdf().sign(pdf, new InstanceSigner(identity))
  const { state, sentence } = checkSeal(sealed)
  if (state !== 'intact') throw new Error(`The seal did not hold: ${sentence}`)
  return sealed
}

class InstanceSigner extends Signer {
  constructor(private readonly identity: SealIdentity) {
    super()
  }

  override sign(bytes: Buffer): Promise<Buffer> {
    return Promise.resolve(signCms(bytes, this.identity))
  }
}
