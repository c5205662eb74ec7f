import type { LetterWords } from '../letters/letters'
import type { FullSigning } from './signing'

type About = Pick<FullSigning, 'id' | 'vendorName' | 'wording'>

export function signedWords(
  signing: About,
  { name, title }: { name: string; title: string },
  baseUrl: string,
): LetterWords {
  return {
    subject: `${signing.vendorName} has signed; now you`,
    sentence: `${name}, ${title}, has signed the business associate agreement for ${signing.wording.businessAssociate}.`,
    paragraphs: [
      'It binds nobody until your practice has signed too. An administrator can do that in the desk.',
    ],
    link: { label: 'Countersign it', url: `${baseUrl}/signings/${signing.id}` },
  }
}

export function declinedWords(signing: About, name: string, reason: string, baseUrl: string): LetterWords {
  return {
    subject: `${signing.vendorName} will not sign`,
    sentence: `${name} of ${signing.vendorName} has declined to sign the business associate agreement.`,
    paragraphs: [
      `The reason given: ${reason}`,
      'Without a signed agreement the vendor should receive no patient information.',
    ],
    link: { label: 'See what to do', url: `${baseUrl}/signings/${signing.id}` },
  }
}

export function askedWords(signing: About, name: string, reason: string, baseUrl: string): LetterWords {
  return {
    subject: `${signing.vendorName} asks for a change`,
    sentence: `${name} of ${signing.vendorName} asks you to change the business associate agreement before it is signed.`,
    paragraphs: [`In their words: ${reason}`],
    link: { label: 'See what to do', url: `${baseUrl}/signings/${signing.id}` },
  }
}

/** To the practice. */
export function completedWords(signing: About, sha256: string, baseUrl: string): LetterWords {
  return {
    subject: `The agreement with ${signing.vendorName} is signed by both`,
    sentence: `The business associate agreement with ${signing.wording.businessAssociate} is signed by both sides, sealed and on file.`,
    paragraphs: [`Your copy is in the desk. Its SHA-256, a fingerprint of the file: ${sha256}`],
    link: { label: 'See the agreement', url: `${baseUrl}/signings/${signing.id}` },
  }
}

/** To the vendor, with a link of its own. */
export function copyWords(practiceName: string, signing: About, sha256: string) {
  return (url: string, lastDay: string): LetterWords => ({
    subject: `Your copy: the agreement with ${practiceName} is signed by both`,
    sentence: `The business associate agreement between ${practiceName} and ${signing.wording.businessAssociate} is signed by both sides.`,
    paragraphs: [
      `Download your copy and keep it. It carries a seal: any change to the file shows in a PDF reader. Its SHA-256, a fingerprint of the file: ${sha256}`,
    ],
    link: { label: 'Download your copy', url },
    footer: `The link works until ${lastDay}.`,
  })
}

export function forwardedWords(practiceName: string, from: string, vendorName: string) {
  return (url: string, lastDay: string): LetterWords => ({
    subject: `${practiceName} asks you to sign a business associate agreement`,
    sentence: `${from} passed this on to you: ${practiceName} asks ${vendorName} to sign a business associate agreement, please by ${lastDay}.`,
    paragraphs: [
      'You need no account. Open the link, read the agreement, and sign it, decline, or ask for a change.',
    ],
    link: { label: 'Read and sign', url },
    footer: `The link is for you alone. It works until ${lastDay}; the one that ${from} had is dead.`,
  })
}
