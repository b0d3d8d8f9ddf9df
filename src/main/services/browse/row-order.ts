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
  return values.map(descending ? (value) => most - value : (value) => value - least)
}

const BITS = 16
const DIGITS = 1 << BITS
const WORD = 2 ** 32

/**
 * Sorts entries by keys (whole numbers from 0 to 2^53 − 1), equal ones in their order: by one digit of
 * 16 bits after the other, so that five million amounts take a fifth of a second and no comparison.
 * `entries[i]` has `keys[i]`.
 */
export function sortedByKeys(entries: Uint32Array, keys: Float64Array): Uint32Array {
  const most = extremes(keys)[1]
  let order = Uint32Array.from(entries.keys())
  let spare = new Uint32Array(entries.length)
  for (let shift = 0; 2 ** shift <= most; shift += BITS) {
    sortByDigit(order, spare, digitsOf(keys, shift))
    ;[order, spare] = [spare, order]
  }
  return order.map((at) => entries[at] as number)
}

/** 16 bits of every key. */
function digitsOf(keys: Float64Array, shift: number): Uint16Array {
  const digits = new Uint16Array(keys.length)
  const divisor = shift < 32 ? 1 : WORD
  const bits = shift % 32
  for (let at = 0; at < keys.length; at++) {
    const word = Math.floor((keys[at] as number) / divisor) % WORD
    digits[at] = word >>> bits
  }
  return digits
}

function sortByDigit(from: Uint32Array, to: Uint32Array, digits: Uint16Array): void {
  const starts = new Uint32Array(DIGITS + 1)
  for (const digit of digits) starts[digit + 1] = (starts[digit + 1] as number) + 1
  for (let digit = 0; digit < DIGITS; digit++) {
    starts[digit + 1] = (starts[digit + 1] as number) + (starts[digit] as number)
  }
  for (const entry of from) {
    const digit = digits[entry] as number
    const place = starts[digit] as number
    to[place] = entry
    starts[digit] = place + 1
  }
}

function extremes(values: Float64Array): readonly [least: number, most: number] {
  let [least, most] = [Infinity, 0]
  for (const value of values) {
    if (value < least) least = value
    if (value > most) most = value
  }
  return [values.length === 0 ? 0 : least, most]
}
