const numberWords = [
  ...['no', 'one', 'two', 'three', 'four', 'five'],
  ...['six', 'seven', 'eight', 'nine', 'ten'],
]

/** A small number as a word, as a sentence wants it. */
export function countWord(count: number): string {
  return numberWords[count] ?? String(count)
}

/** "a, b and c". */
export function joined(names: readonly string[]): string {
  if (names.length < 2) return names.join('')
  return `${names.slice(0, -1).join(', ')} and ${names.at(-1) ?? ''}`
}

/** Points of a rate, "1 point" or "20/6 points". */
export function pointsWord(points: string): string {
  return points === '1' ? '1 point' : `${points} points`
}
