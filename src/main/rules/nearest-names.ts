import { foldName, type NamedEntry } from './names'

/** Below this likeness a suggestion would be a guess. */
const LIKE_ENOUGH = 0.45

/**
 * The entries whose name or alias is most like a name that none of them has, the most like first and
 * at most so many. Likeness is the larger of two: the share of characters that need not be changed
 * (edit distance), and the share of words that both have, where a word may be the beginning of another
 * ("Defender" and "Microsoft Defender for Cloud"). Ties go by the alphabet.
 */
export function nearestNames(
  name: string,
  entries: readonly NamedEntry[],
  atMost: number,
): string[] {
  const wanted = foldName(name)
  return entries
    .map((entry) => ({
      name: entry.name,
      likeness: Math.max(
        ...[entry.name, ...entry.aliases].map((spelling) => likeness(wanted, foldName(spelling))),
      ),
    }))
    .filter(({ likeness: like }) => like >= LIKE_ENOUGH)
    .sort((one, other) => other.likeness - one.likeness || (one.name < other.name ? -1 : 1))
    .slice(0, atMost)
    .map((each) => each.name)
}

/** How alike two folded names are, from 0 to 1. */
export function likeness(one: string, other: string): number {
  const byWord = wordsInCommon(wordsOf(one), wordsOf(other))
  const longer = Math.max(one.length, other.length)
  if (longer === 0) return 1
  // So many characters differ at least: often enough to know that counting them helps nothing.
  const atMost = 1 - Math.abs(one.length - other.length) / longer
  if (atMost <= Math.max(byWord, LIKE_ENOUGH)) return Math.max(byWord, 0)
  return Math.max(byWord, 1 - editDistance(one, other) / longer)
}

function wordsOf(text: string): string[] {
  return [...new Set(text.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== ''))]
}

/** Words of the shorter name that the longer one has too, against the mean length of both. */
function wordsInCommon(one: readonly string[], other: readonly string[]): number {
  const common = one.filter((word) => other.some((each) => isSameWord(word, each)))
  const mean = (one.length + other.length) / 2
  return mean === 0 ? 0 : Math.min(1, common.length / mean)
}

function isSameWord(one: string, other: string): boolean {
  if (one === other) return true
  const [short, long] = one.length < other.length ? [one, other] : [other, one]
  return short.length >= 4 && long.startsWith(short)
}

/** Characters to add, remove or change so that one text becomes the other (Levenshtein). */
export function editDistance(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, index) => index)
  for (let line = 1; line <= one.length; line++) {
    const next = [line]
    for (let column = 1; column <= other.length; column++) {
      const changed = one[line - 1] === other[column - 1] ? 0 : 1
      next.push(
        Math.min(
          (row[column] as number) + 1,
          (next[column - 1] as number) + 1,
          (row[column - 1] as number) + changed,
        ),
      )
    }
    row = next
  }
  return row[other.length] as number
}
