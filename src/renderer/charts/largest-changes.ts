import type { ChartConfiguration } from 'chart.js'
import { axisOptions } from './axis-options'
import type { ChartColours } from './colours'

export interface ChangeRow {
  readonly name: string
  readonly change: number
}

export interface ChangeWords {
  readonly change: string
  readonly format: (value: number) => string
}

/** Bars to both sides of zero; a loss is hollow as well as of another colour. */
export function changesChart(
  rows: readonly ChangeRow[],
  words: ChangeWords,
  colours: ChartColours,
): ChartConfiguration<'bar'> {
  const lost = (row: ChangeRow) => row.change < 0
  return {
    type: 'bar',
    data: {
      labels: rows.map((row) => shortened(row.name)),
      datasets: [
        {
          label: words.change,
          data: rows.map((row) => row.change),
          backgroundColor: rows.map((row) => (lost(row) ? 'transparent' : colours.solid)),
          borderColor: rows.map((row) => (lost(row) ? colours.short : colours.accent)),
          borderWidth: 1.5,
          barThickness: 14,
        },
      ],
    },
    options: axisOptions(colours, { legend: false, format: words.format }),
  }
}

const LABEL_LENGTH = 24

/** A long name would push the bars off the chart; the table beside it has it in full. */
function shortened(name: string): string {
  return name.length <= LABEL_LENGTH ? name : `${name.slice(0, LABEL_LENGTH - 1).trimEnd()}…`
}
