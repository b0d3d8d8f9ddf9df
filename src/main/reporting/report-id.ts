import { randomInt } from 'node:crypto'

/**
 * Digits and capitals that nobody confuses on paper or on the telephone: no 0, 1, I, L, O. Without
 * the other vowels no id happens to spell a word.
 */
const SYMBOLS = '23456789BCDFGHJKMNPQRSTVWXYZ'
const GROUPS = 2
const GROUP_LENGTH = 4

/**
 * A new id of a report, "7KM3-Q9XW": short enough to be read out, and with 28⁸ possibilities rare
 * enough to tell every report of a firm from every other. It is the only part of a report that
 * differs between two reports of the same data on the same day.
 */
export function newReportId(): string {
  return Array.from({ length: GROUPS }, group).join('-')
}

/** True for what {@link newReportId} could have made. */
export function isReportId(text: string): boolean {
  return new RegExp(`^[${SYMBOLS}]{${GROUP_LENGTH}}-[${SYMBOLS}]{${GROUP_LENGTH}}$`).test(text)
}

function group(): string {
  return Array.from({ length: GROUP_LENGTH }, () => SYMBOLS.charAt(randomInt(SYMBOLS.length))).join(
    '',
  )
}
