import { shownLocale } from './locale'

/** Dates and months as people read them. Everything is a calendar value; no time zone takes part. */
const monthLong = { year: 'numeric', month: 'long', timeZone: 'UTC' } as const
const monthShort = { year: 'numeric', month: 'short', timeZone: 'UTC' } as const
const dateLong = { year: 'numeric', month: 'long', day: 'numeric', timeZone: 'UTC' } as const

function at(isoDate: string): Date {
  return new Date(`${isoDate}T00:00:00Z`)
}

/** `2023-11` → "November 2023". */
export function formatMonth(isoMonth: string, locale = shownLocale.value): string {
  return new Intl.DateTimeFormat(locale, monthLong).format(at(`${isoMonth}-01`))
}

/** `2023-11` → "Nov 2023". */
export function formatMonthShort(isoMonth: string, locale = shownLocale.value): string {
  return new Intl.DateTimeFormat(locale, monthShort).format(at(`${isoMonth}-01`))
}

/** `2023-12-15` → "15 December 2023". */
export function formatDate(isoDate: string, locale = shownLocale.value): string {
  return new Intl.DateTimeFormat(locale, dateLong).format(at(isoDate))
}

/** `2023-11` → "Nov", where the year stands elsewhere. */
export function formatMonthName(isoMonth: string, locale = shownLocale.value): string {
  return new Intl.DateTimeFormat(locale, { month: 'short', timeZone: 'UTC' }).format(
    at(`${isoMonth}-01`),
  )
}

/** A moment (ISO 8601) as date and time of day where the user is. */
export function formatMoment(iso: string, locale = shownLocale.value): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' }).format(
    new Date(iso),
  )
}

/** A month of every year, 1 to 12 → "January" to "December". */
export function formatMonthOfYear(month: number, locale = shownLocale.value): string {
  const text = `2023-${String(month).padStart(2, '0')}-01`
  return new Intl.DateTimeFormat(locale, { month: 'long', timeZone: 'UTC' }).format(at(text))
}
