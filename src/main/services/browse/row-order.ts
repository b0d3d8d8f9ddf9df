/** A number for every entry of a list, smaller ones first; equal entries have equal ranks, null comes last. */
export function ranksOf(
  values: readonly (string | null)[],
  descending: boolean,
  compare: (a: string, b: string) => number,
): Float64Array {
  const known = [...new Set(values)].filter((value) => value !== null)
  known.sort(descending ? (a, b) => compare(b, a) : compare)
  const ranks = new Map<string | null, number>(known.map((value, rank) => [value, rank]))
  return Float64Array.from(values, (value) => ranks.get(value) ?? known.length)
}

/** Numbers as keys from 0 on, so that the smallest key comes first in either direction. */
export function keysOf(values: Float64Array, descending: boolean): Float64Array {
  const [least, most] = extremes(values)
  const keys = new Float64Array(values.length)
  for (let at = 0; at < values.length; at++) {
    const value = values[at] as number
    keys[at] = descending ? most - value : value - least
  }
  return keys
}

const BITS = 16
const DIGITS = 1 << BITS
const WORD = 2 ** 32

// Plain loops over indices: an iterator or a callback an entry would take most of the time.

/**
 * Sorts entries by keys (whole numbers from 0 to 2^53 − 1), equal ones in their order: by one digit of
 * 16 bits after the other, so that five million amounts take some hundred milliseconds and no
 * comparison. `entries[i]` has `keys[i]`.
 */
export function sortedByKeys(entries: Uint32Array, keys: Float64Array): Uint32Array {
  const { length } = entries
  const [, most] = extremes(keys)
  let order = new Uint32Array(length)
  let spare = new Uint32Array(length)
  for (let at = 0; at < length; at++) order[at] = at
  const words = new Uint32Array(length)
  for (let divisor = 1; divisor <= most; divisor *= WORD) {
    for (let at = 0; at < length; at++) words[at] = Math.floor((keys[at] as number) / divisor)
    for (let shift = 0; shift < 32 && divisor * 2 ** shift <= most; shift += BITS) {
      sortByDigit(order, spare, words, shift)
      ;[order, spare] = [spare, order]
    }
  }
  for (let at = 0; at < length; at++) spare[at] = entries[order[at] as number] as number
  return spare
}

/** `words` hold the keys modulo 2^32, as an assignment to such an array takes them. */
function sortByDigit(from: Uint32Array, to: Uint32Array, words: Uint32Array, shift: number): void {
  const starts = new Uint32Array(DIGITS + 1)
  const { length } = from
  for (let at = 0; at < length; at++) {
    const digit = ((words[at] as number) >>> shift) & (DIGITS - 1)
    starts[digit + 1] = (starts[digit + 1] as number) + 1
  }
  for (let digit = 0; digit < DIGITS; digit++)
    starts[digit + 1] = (starts[digit + 1] as number) + (starts[digit] as number)
  for (let at = 0; at < length; at++) {
    const entry = from[at] as number
    const digit = ((words[entry] as number) >>> shift) & (DIGITS - 1)
    const place = starts[digit] as number
    to[place] = entry
    starts[digit] = place + 1
  }
}

function extremes(values: Float64Array): readonly [least: number, most: number] {
  let [least, most] = [values[0] ?? 0, values[0] ?? 0]
  for (let at = 1; at < values.length; at++) {
    const value = values[at] as number
    if (value < least) least = value
    if (value > most) most = value
  }
  return [least, most]
}
