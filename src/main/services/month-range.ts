import { parseMonth, type Month } from '../../shared/calendar'
import { SeventyError } from '../../shared/errors'

/** Ten years; nobody keeps more, and a typing error asks for thousands. */
const TREND_MONTHS_AT_MOST = 120

/** Two months written as `YYYY-MM`, the earlier first. Throws `input-invalid` for anything else. */
export function monthRange(request: { readonly from: string; readonly to: string }): {
  from: Month
  to: Month
} {
  const from = monthNamed(request.from)
  const to = monthNamed(request.to)
  if (from <= to && to - from < TREND_MONTHS_AT_MOST) return { from, to }
  throw new SeventyError(
    'input-invalid',
    `A trend goes from an earlier month to a later one, over ${String(TREND_MONTHS_AT_MOST)} months at most; ${request.from} to ${request.to} does not.`,
    { from: request.from, to: request.to },
  )
}

function monthNamed(text: string): Month {
  const month = parseMonth(text)
  if (month !== undefined) return month
  throw new SeventyError(
    'input-invalid',
    `"${text}" is not a month of the calendar. Write it as YYYY-MM, for example 2023-11.`,
    { value: text },
  )
}
