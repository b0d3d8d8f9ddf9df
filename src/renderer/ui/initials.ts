const fillers = new Set(['and', 'of', 'the', 'und', 'der', 'die', 'das', '&'])

/** Up to two initials of a company name: "Kestrel & Vale Security" → "KV", "Alpenblick" → "AL". */
export function initialsOf(name: string): string {
  const words = name
    .split(/[\s\-/]+/u)
    .filter((word) => word !== '' && !fillers.has(word.toLowerCase()))
  const [first = '', second] = words.map((word) =>
    [...word].filter((letter) => /[\p{L}\p{N}]/u.test(letter)),
  )
  const letters = second?.length ? [first[0], second[0]] : [...first].slice(0, 2)
  return letters
    .filter((letter) => letter !== undefined)
    .join('')
    .toUpperCase()
}
