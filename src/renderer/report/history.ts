import type { ForecastPoint } from '../../shared/forecast'
import type { ReportModel } from '../../shared/report'
import type { TrendPoint } from '../../shared/trend'
import { causeText } from './changes'
import type { MonthColumn } from './charts/MonthColumns.vue'
import type { ReportLanguage } from './language'

type History = NonNullable<ReportModel['history']>

/** Months behind and ahead as one row; those ahead of the last one behind only. */
export function historyPoints({ trend, forecast }: History): {
  readonly point: TrendPoint
  readonly ahead: boolean
}[] {
  const last = trend.points.at(-1)?.month ?? ''
  return [
    ...trend.points.map((point) => ({ point, ahead: false })),
    ...forecast.points.filter(({ month }) => month > last).map((point) => ({ point, ahead: true })),
  ]
}

/** The columns of the chart. */
export function monthColumns(history: History, { points, monthShort }: ReportLanguage) {
  return historyPoints(history).map(({ point, ahead }): MonthColumn => ({
    key: point.month,
    name: shortName(monthShort(point.month)),
    total: point.total,
    shown: point.total === null ? '–' : points(point.totalShown),
    forecast: ahead,
    attained: point.attained,
    thresholdMet: point.thresholdMet,
    rulesChanged: point.rulesChanged,
  }))
}

/** "Nov 2023" → "Nov 23", which is what a column has room for. */
function shortName(month: string): string {
  return month.replace(/\b\d\d(\d\d)\b/, '$1')
}

/** In how many of the months behind it was attained. */
export function historyTitle({ trend }: History, { text }: ReportLanguage): string {
  const words = text.history.title
  const scored = trend.points.filter(({ total }) => total !== null)
  const attained = scored.filter((point) => point.attained).length
  if (scored.length === 0) return words.noData
  if (attained === 0) return words.never(scored.length)
  return attained === scored.length ? words.all(scored.length) : words.some(attained, scored.length)
}

/** What becomes of the designation if nothing is done. */
export function outlook({ forecast }: History, language: ReportLanguage): string {
  const { text, date } = language
  const words = text.history
  const { attained, points } = forecast
  const turn = points.find((point) => point.attained !== attained)
  if (!turn) return attained ? words.holds : words.stays
  if (!attained) return words.gained(date(turn.asOf))
  return words.lost(date(turn.asOf), worstCause(turn, language))
}

/** What takes most points in a month to come; null where nothing does. */
function worstCause({ changes }: ForecastPoint, language: ReportLanguage): string | null {
  const worst = changes.causes.find(({ effect, kind }) => effect < 0 && kind !== 'other')
  return worst ? causeText(worst, changes, language) : null
}
