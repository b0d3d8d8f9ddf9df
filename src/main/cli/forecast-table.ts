import type { Forecast, UsageAssumption } from '../../shared/forecast'
import { causeLines } from './changes-table'
import { pointTable } from './trend-table'

const assumptions: Readonly<Record<UsageAssumption, string>> = {
  steady: 'every customer keeps the usage of the newest month in the data',
  none: 'nobody uses anything after the newest month in the data',
}

/** A forecast for a terminal: a line a month, below it what changes since the one before. */
export function forecastTable(client: string, forecast: Forecast): string {
  const { asOf, usage, threshold, max, newestMonths, points } = forecast
  const newest = `Azure ${newestMonths.azure ?? 'none'}, Microsoft 365 ${newestMonths.m365 ?? 'none'}`
  const lines = [
    `${client}, from ${asOf} on if nothing is done, ${String(threshold)} of ${String(max)} points decide`,
    `  assumed: ${assumptions[usage]} (${newest})`,
    '',
    ...pointTable(points, ({ changes }) => causeLines(changes)),
    '',
    '  An estimate from exported data; the authoritative score is the one shown in Microsoft Partner Center.',
  ]
  return `${lines.join('\n')}\n`
}
