const MOST_KNOWN = 5000

/** The same function, which works out the answer for each text once. For answers that depend on the text alone and are never changed. */
export function remembered<T>(answerTo: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>()
  return (text) => {
    const answer = known.get(text)
    if (answer !== undefined || known.has(text)) return answer as T
    if (known.size >= MOST_KNOWN) known.clear()
    const found = answerTo(text)
    known.set(text, found)
    return found
  }
}
