import { shownLocale } from './locale'

const units = ['B', 'kB', 'MB', 'GB'] as const
const STEP = 1000
/** From here on one decimal rounds up to a whole step of the next unit. */
const NEXT_UNIT = STEP - 0.05

/** A file's size as people read it: 1234567 → "1.2 MB". */
export function formatBytes(bytes: number, locale = shownLocale.value): string {
  let value = bytes
  let power = 0
  while (value >= (power === 0 ? STEP : NEXT_UNIT) && power < units.length - 1) {
    value /= STEP
    power += 1
  }
  const number = new Intl.NumberFormat(locale, { maximumFractionDigits: power === 0 ? 0 : 1 })
  return `${number.format(value)} ${units[power] ?? ''}`
}
