import { shownLocale } from './locale'

/**
 * Numbers as people read them. Points arrive already rounded or cut by the engine (SCORING.md
 * "Terms"); here they only get their locale, so no screen can round 69.97 up to 70 again.
 */
export const noData = 'No data'

function formatter(options: Intl.NumberFormatOptions) {
  const cache = new Map<string, Intl.NumberFormat>()
  return (value: number, locale: string) => {
    const known = cache.get(locale) ?? new Intl.NumberFormat(locale, options)
    cache.set(locale, known)
    return known.format(value)
  }
}

/** "$" in every locale: nothing on screen is in another currency. */
const US_DOLLARS = {
  style: 'currency',
  currency: 'USD',
  currencyDisplay: 'narrowSymbol',
} as const

const points = formatter({ minimumFractionDigits: 1, maximumFractionDigits: 1 })
const signedPoints = formatter({
  minimumFractionDigits: 1,
  maximumFractionDigits: 1,
  signDisplay: 'exceptZero',
})
const effect = formatter({
  minimumFractionDigits: 2,
  maximumFractionDigits: 2,
  signDisplay: 'exceptZero',
})
const days = formatter({ maximumFractionDigits: 2 })
const wholePoints = formatter({ maximumFractionDigits: 1 })
const count = formatter({ maximumFractionDigits: 0 })
const signedCount = formatter({ maximumFractionDigits: 0, signDisplay: 'exceptZero' })
const usd = formatter({ ...US_DOLLARS, maximumFractionDigits: 0 })
const usdCents = formatter({ ...US_DOLLARS })
const signedUsd = formatter({
  ...US_DOLLARS,
  maximumFractionDigits: 0,
  signDisplay: 'exceptZero',
})
const signedUsdCents = formatter({ ...US_DOLLARS, signDisplay: 'exceptZero' })
const percent = formatter({ style: 'percent', maximumFractionDigits: 1 })

/** A `…Shown` value of the score: always one decimal; null is "No data", never 0. */
export function formatPoints(shown: number | null, locale = shownLocale.value): string {
  return shown === null ? noData : points(shown, locale)
}

/** An effect in points, with its sign. */
export function formatSignedPoints(shown: number | null, locale = shownLocale.value): string {
  return shown === null ? noData : signedPoints(shown, locale)
}

/** An effect in points with two decimals and its sign, where effects stand in a sum. */
export function formatEffect(points: number, locale = 'en'): string {
  return effect(points, locale)
}

/** Days of effort, hundredths at the finest. */
export function formatDays(value: number, locale = 'en'): string {
  return days(value, locale)
}

/** A maximum or threshold: no decimal where there is none. */
export function formatWholePoints(value: number, locale = shownLocale.value): string {
  return wholePoints(value, locale)
}

export function formatCount(value: number | null, locale = shownLocale.value): string {
  return value === null ? noData : count(value, locale)
}

export function formatSignedCount(value: number | null, locale = shownLocale.value): string {
  return value === null ? noData : signedCount(value, locale)
}

/** US dollars without cents, for sums. */
export function formatUsd(value: number | null, locale = shownLocale.value): string {
  return value === null ? noData : usd(value, locale)
}

/** US dollars with cents, where a threshold may lie between two whole dollars. */
export function formatUsdCents(value: number | null, locale = shownLocale.value): string {
  return value === null ? noData : usdCents(value, locale)
}

export function formatSignedUsd(value: number | null, locale = shownLocale.value): string {
  return value === null ? noData : signedUsd(value, locale)
}

export function formatSignedUsdCents(value: number | null, locale = shownLocale.value): string {
  return value === null ? noData : signedUsdCents(value, locale)
}

/** A share from 0 to 1. */
export function formatShare(value: number, locale = shownLocale.value): string {
  return percent(value, locale)
}
