import type { Program } from '../actor'
import { findPractice, programIn } from '../accounts/accounts'
import { recordAgreement, type Terms } from '../agreements/agreements'
import { recordEvent } from '../audit/audit'
import { dateIn } from '../dates'
import { keepMadePdf, type Document } from '../documents/documents'
import { findDraft, typesetPaper, writtenDate, type Draft, type Signature } from '../drafts/drafts'
import { finishJob, type Job, type JobHandler } from '../jobs/jobs'
import type { Transaction } from '../database'
import type { Services } from '../services'
import { certificateOf } from './certificate'
import { sendCopies } from './copies'
import { sealIdentity } from './seal/identity'
import { prepareSeal, sealPdf } from './seal/sealPdf'
import { findSigning, type FullSigning, type SignatureMark, type SigningRow } from './signing'

export const SEAL_JOB = 'signing.seal'

export interface SealPayload {
  practiceId: string
  signingId: string
}

/** Once both have signed: the finished paper is made, sealed, kept and recorded as an agreement, all of it or nothing. */
export function sealJob(services: Services): JobHandler {
  const { db, now } = services
  return {
    async run(job) {
      const { practiceId, signingId } = JSON.parse(job.payload) as SealPayload
      const practice = await findPractice(db, practiceId)
      const actor = programIn(practice, now().toISOString())
      const signing = await findSigning(db, actor, signingId)
      const pdf = await finishedPaper(services, actor, signing)
      const name = `BAA with ${signing.vendorName}, signed.pdf`
      const made = { vendorId: signing.vendorId, name, pdf, origin: 'sealed' } as const
      await keepMadePdf(services, actor, made, async (trx, document) => {
        await complete(trx, actor, job, signing, document)
        await sendCopies({ db: trx, config: services.config }, actor, practice.name, signing, document)
      })
    },
  }
}

async function finishedPaper(services: Services, actor: Program, signing: FullSigning): Promise<Buffer> {
  const { config, keys, now } = services
  const identity = await sealIdentity(config, keys, now())
  const { coveredEntity, businessAssociate } = signing.signatures
  const { pdf } = await typesetPaper(signing.wording, {
    at: actor.at,
    signatures: {
      coveredEntity: shown(coveredEntity!, actor.timeZone),
      businessAssociate: shown(businessAssociate!, actor.timeZone),
    },
    certificate: await certificateOf(services, actor, signing, identity.certificate),
    prepare: (doc) =>
      prepareSeal(doc, {
        at: actor.at,
        reason: 'Signed by both sides and sealed by the desk',
        place: config.baseUrl,
      }),
  })
  return sealPdf(pdf, identity)
}

function shown({ name, title, at, drawing }: SignatureMark, timeZone: string): Signature {
  return { name, title, drawing, date: writtenDate(dateIn(timeZone, at)) }
}

async function complete(
  trx: Transaction,
  actor: Program,
  job: Job,
  signing: FullSigning,
  document: Document,
): Promise<void> {
  await finishJob(trx, job, actor.at)
  const draft = await findDraft(trx, actor, signing.draftId)
  const agreement = await recordAgreement(
    trx,
    actor,
    signing.vendorId,
    termsOf(draft, signing, document, actor),
  )
  const completed = await trx<SigningRow>('signings')
    .where({ id: signing.id, completedAt: null })
    .update({ completedAt: actor.at, sealedDocumentId: document.id, agreementId: agreement.id })
  if (completed !== 1) throw new Error('it was completed in the meantime')
  const data = {
    signingId: signing.id,
    agreementId: agreement.id,
    documentId: document.id,
    sha256: document.sha256,
  }
  await recordEvent(trx, actor, 'signing.completed', data, signing.vendorId)
}

function termsOf({ terms }: Draft, { signatures }: FullSigning, document: Document, actor: Program): Terms {
  const day = (mark: SignatureMark | null) => dateIn(actor.timeZone, mark!.at)
  return {
    documentId: document.id,
    correctsId: null,
    coveredEntity: terms.coveredEntity,
    businessAssociate: terms.businessAssociate,
    effective: terms.effective,
    term: terms.term,
    ends: terms.ends,
    reviewBy: terms.reviewBy,
    servicesAgreement: terms.servicesAgreement,
    renewalMonths: null,
    noticeDays: terms.noticeDays,
    breachNoticeDays: terms.breachDays,
    coveredEntitySigner: signatures.coveredEntity!.name,
    coveredEntitySignedOn: day(signatures.coveredEntity),
    businessAssociateSigner: signatures.businessAssociate!.name,
    businessAssociateSignedOn: day(signatures.businessAssociate),
    note: null,
  }
}
