/** Built-in formats that show a number as a date (ECMA-376, 18.8.30), those of East Asia and Thailand included. */
const builtInDates: readonly (readonly [number, number])[] = [
  [14, 17],
  [22, 22],
  [27, 31],
  [36, 36],
  [50, 54],
  [57, 58],
  [71, 74],
  [77, 77],
  [81, 81],
]

/** Formats of one's own start here; below it the code means what the standard says. */
const FIRST_CUSTOM = 164

/**
 * Whether a number format shows dates. A time of day alone is none: the number is a share of a day.
 * Quoted texts, escaped characters, colours, currencies and conditions are no part of the pattern.
 */
export function isDateFormat(id: number, code: string | undefined): boolean {
  if (id < FIRST_CUSTOM && code === undefined) {
    return builtInDates.some(([from, to]) => id >= from && id <= to)
  }
  const [section = ''] = (code ?? '')
    .replace(/"[^"]*"?|\\.|[_*]./gs, '')
    .replace(/\[[^\]]*\]?/g, '')
    .split(';')
  const pattern = section.toLowerCase().replace(/general|am\/pm|a\/p/g, '')
  if (/[yd]/.test(pattern)) return true
  return pattern.includes('m') && !/[hs]/.test(pattern)
}
