import type { Eligibility } from '../../shared/trend'

const DAY_MS = 86_400_000

const dayOf = (isoDate: string) => Date.parse(`${isoDate}T00:00:00Z`) / DAY_MS

/** Part of the strip, as shares of its width. */
export interface StripPart {
  readonly start: number
  readonly width: number
}

export interface Strip {
  readonly months: readonly (StripPart & { readonly month: string })[]
  readonly spans: readonly (StripPart & { readonly from: string; readonly to: string })[]
}

/** Where months and qualifying days lie in a strip that shows the whole window, a day as wide as any other. */
export function windowStrip({ from, to, spans }: Eligibility): Strip {
  const first = dayOf(from)
  const days = dayOf(to) - first + 1
  const part = (start: string, end: string): StripPart => ({
    start: (dayOf(start) - first) / days,
    width: (dayOf(end) - dayOf(start) + 1) / days,
  })
  return {
    months: monthsBetween(from, to).map(({ month, start, end }) => ({
      month,
      ...part(start, end),
    })),
    spans: spans.map((span) => ({ ...span, ...part(span.from, span.to) })),
  }
}

/** The months that a window touches, each cut to it. */
function monthsBetween(from: string, to: string) {
  const months: { month: string; start: string; end: string }[] = []
  for (let start = from; start <= to;) {
    const [year = 0, month = 1] = start.split('-').map(Number)
    const next = new Date(Date.UTC(year, month, 1)).toISOString().slice(0, 10)
    const last = new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10)
    months.push({ month: start.slice(0, 7), start, end: last < to ? last : to })
    start = next
  }
  return months
}
