import { dayOf, monthOf } from '../../../shared/calendar'
import type { DateOrder } from '../../../shared/imports'
import { INVALID } from './byte-dictionary'

/** What a text says about a date before anybody has decided which of two numbers is the day. */
export type DateText =
  | { readonly form: 'date'; readonly year: number; readonly month: number; readonly day: number }
  | { readonly form: 'month'; readonly year: number; readonly month: number }
  | {
      readonly form: 'pair'
      readonly first: number
      readonly second: number
      readonly year: number
    }

const monthNames =
  'january february march april may june july august september october november december'.split(' ')

/** Longer texts are no dates, and are not worth a search through patterns. */
const LONGEST_DATE = 60

/** A time of day behind a date carries nothing that a report needs; the date is taken as written. */
const timePart =
  /[\sT]\d{1,2}:\d{2}(?::\d{2}(?:[.,]\d+)?)?(?:\s?[AP]M)?(?:\s?(?:Z|UTC|[+-]\d{2}:?\d{2}))?$/i

/** Day 0 of Excel's calendar of 1900; its leap day of that year does not touch later dates. */
const EXCEL_EPOCH_YEAR = 1899
const MILLISECONDS_PER_DAY = 86_400_000

type Groups = readonly string[]
const number = (groups: Groups, at: number) => Number(groups[at])

function named(year: string | undefined, name = '', day?: string): DateText | undefined {
  const spelt = name.toLowerCase()
  const month = monthNames.findIndex((full) => spelt === full || spelt === full.slice(0, 3)) + 1
  if (month === 0) return undefined
  return day === undefined
    ? { form: 'month', year: Number(year), month }
    : { form: 'date', year: Number(year), month, day: Number(day) }
}

/** The spellings of FILES.md, Reading, and those that Excel and other tools make of them. */
const spellings: readonly (readonly [RegExp, (groups: Groups) => DateText | undefined])[] = [
  // 2023-11-01, 2023/11/01
  [
    /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})$/,
    (g) => ({ form: 'date', year: number(g, 1), month: number(g, 3), day: number(g, 4) }),
  ],
  // 2023-11, 2023/11
  [/^(\d{4})[-/](\d{1,2})$/, (g) => ({ form: 'month', year: number(g, 1), month: number(g, 2) })],
  // 20231101, and 202311 as a month key; neither can be an Excel serial of this millennium
  [
    /^(\d{4})(\d{2})(\d{2})$/,
    (g) => ({ form: 'date', year: number(g, 1), month: number(g, 2), day: number(g, 3) }),
  ],
  [/^(\d{4})(\d{2})$/, (g) => ({ form: 'month', year: number(g, 1), month: number(g, 2) })],
  // 01.11.2023: dots mean that the day comes first
  [
    /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/,
    (g) => ({ form: 'date', year: number(g, 3), month: number(g, 2), day: number(g, 1) }),
  ],
  // 11/2023, 11.2023
  [/^(\d{1,2})[-/.](\d{4})$/, (g) => ({ form: 'month', year: number(g, 2), month: number(g, 1) })],
  // 11/1/2023: the column decides
  [
    /^(\d{1,2})([-/])(\d{1,2})\2(\d{4})$/,
    (g) => ({ form: 'pair', first: number(g, 1), second: number(g, 3), year: number(g, 4) }),
  ],
  // Nov 2023, November-2023
  [/^([a-z]{3,9})\.?[ /-]*(\d{4})$/i, (g) => named(g[2], g[1])],
  // 1 Nov 2023, 01-Nov-2023
  [/^(\d{1,2})\.?[ /-]*([a-z]{3,9})\.?[ /-]*(\d{4})$/i, (g) => named(g[3], g[2], g[1])],
  // Nov 1, 2023
  [/^([a-z]{3,9})\.? (\d{1,2}),? (\d{4})$/i, (g) => named(g[3], g[1], g[2])],
  // 45231, 45231.5: days since 1899-12-30
  [/^(\d{5})(?:[.,]\d+)?$/, (g) => fromSerial(number(g, 1))],
]

function fromSerial(serial: number): DateText {
  const date = new Date(Date.UTC(EXCEL_EPOCH_YEAR, 11, 30) + serial * MILLISECONDS_PER_DAY)
  return {
    form: 'date',
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    day: date.getUTCDate(),
  }
}

/** Reads the form of a date or month; undefined when the text is in none of the known spellings. */
export function readDateText(text: string): DateText | undefined {
  const trimmed = text.trim()
  if (trimmed.length > LONGEST_DATE) return undefined
  const date = trimmed.replace(timePart, '')
  for (const [pattern, understand] of spellings) {
    const groups = pattern.exec(date)
    if (groups) return understand(groups)
  }
  return undefined
}

/** A pair of numbers as a date, once it is known which comes first. */
export function inOrder(date: DateText, order: DateOrder): Exclude<DateText, { form: 'pair' }> {
  if (date.form !== 'pair') return date
  const [day, month] = order === 'dmy' ? [date.first, date.second] : [date.second, date.first]
  return { form: 'date', year: date.year, month, day }
}

/** Usage exists for cloud services only; other years are slips of the keyboard. */
const FIRST_USAGE_YEAR = 2000
const LAST_USAGE_YEAR = 2099

/** The calendar month that a text names, or INVALID: 2023-13 and 2023-02-30 are no dates. */
export function usageMonth(text: string, order: DateOrder): number {
  const read = readDateText(text)
  if (!read) return INVALID
  const date = inOrder(read, order)
  if (date.year < FIRST_USAGE_YEAR || date.year > LAST_USAGE_YEAR) return INVALID
  const exists = dayOf(date.year, date.month, date.form === 'date' ? date.day : 1) !== undefined
  return exists ? monthOf(date.year, date.month) : INVALID
}

/** Training records do not reach further back; day numbers are not negative from here on. */
const FIRST_DATE_YEAR = 1970

/** The day number of the date that a text names, or INVALID; a month alone is no date. */
export function calendarDay(text: string, order: DateOrder): number {
  const read = readDateText(text)
  if (!read) return INVALID
  const date = inOrder(read, order)
  if (date.form !== 'date' || date.year < FIRST_DATE_YEAR) return INVALID
  return dayOf(date.year, date.month, date.day) ?? INVALID
}
