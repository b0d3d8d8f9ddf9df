const PLAIN = /^[\0-\x7f]*$/

/** Text as it is searched: whatever its case and accents. */
export function folded(text: string): string {
  // Most names are plain, and taking accents apart costs many times as much.
  if (PLAIN.test(text)) return text.toLowerCase()
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
}

/** How well one word of a search is met. */
const WHOLE_BEGINNING = 4
const WORD_BEGINNING = 3
const INSIDE = 2
const LETTERS = 1
/** Two letters stand in their order almost anywhere. */
const LETTERS_FROM = 3

/**
 * A test of texts for what was typed: every word of it has to be met, at the beginning of the text,
 * at the beginning of a word in it, or inside one; with `loose` three or more also as letters in their order that
 * start where a word does ("uag" finds "Usage growth"). The test answers with how well the text fits,
 * more being better, or null. Nothing typed fits everything equally (0).
 */
export function fitOf(sought: string, loose = false): (text: string) => number | null {
  const words = folded(sought).split(/\s+/).filter(Boolean)
  return (text) => {
    const given = folded(text)
    let fit = 0
    for (const word of words) {
      const part = fitOfWord(given, word, loose)
      if (part === 0) return null
      fit += part
    }
    return fit
  }
}

function fitOfWord(text: string, word: string, loose: boolean): number {
  const at = text.indexOf(word)
  if (at === 0) return WHOLE_BEGINNING
  if (at > 0) return startsWord(text, word) ? WORD_BEGINNING : INSIDE
  return loose && word.length >= LETTERS_FROM && hasLetters(text, word) ? LETTERS : 0
}

function startsWord(text: string, word: string): boolean {
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1))
    if (at === 0 || isGap(text, at - 1)) return true
  return false
}

function isGap(text: string, at: number): boolean {
  return !/[\p{L}\p{N}]/u.test(text.charAt(at))
}

/** Whether the letters stand in the text in this order, the first of them at the beginning of a word. */
function hasLetters(text: string, letters: string): boolean {
  for (let start = 0; start < text.length; start++) {
    if (text[start] !== letters[0] || (start > 0 && !isGap(text, start - 1))) continue
    let met = 0
    for (let at = start; at < text.length && met < letters.length; at++)
      if (text[at] === letters[met]) met += 1
    if (met === letters.length) return true
  }
  return false
}

/** The entries that fit, best first; equal ones stay in the order they have. */
export function fitting<T>(
  entries: readonly T[],
  textOf: (entry: T) => string,
  sought: string,
  loose = false,
): readonly T[] {
  const fit = fitOf(sought, loose)
  return entries
    .flatMap((entry) => {
      const value = fit(textOf(entry))
      return value === null ? [] : [{ entry, value }]
    })
    .toSorted((a, b) => b.value - a.value)
    .map(({ entry }) => entry)
}
