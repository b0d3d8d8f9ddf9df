import type { ChartConfiguration } from 'chart.js'
import { axisOptions } from './axis-options'
import type { ChartColours } from './colours'

/** A bar of a waterfall: where it begins and ends. Totals begin at 0. */
export interface WaterfallBar {
  readonly label: string
  readonly from: number
  readonly to: number
  readonly total: boolean
  /** What the bar says when it is pointed at. */
  readonly text: string
}

const LABEL_LENGTH = 28

/**
 * From one total to another, step by step: totals are solid, gains hatched, losses hollow. Where all
 * of it happens far from 0 the axis begins later, at a multiple of ten, so that steps can be seen.
 */
export function waterfall(
  bars: readonly WaterfallBar[],
  max: number,
  colours: ChartColours,
): ChartConfiguration<'bar'> {
  const min = axisStart(bars)
  const fill = ({ total, from, to }: WaterfallBar) =>
    total ? colours.solid : to < from ? 'transparent' : colours.hatched
  const edge = ({ total, from, to }: WaterfallBar) =>
    !total && to < from ? colours.short : colours.accent
  const options = axisOptions(colours, { legend: false, max })
  const labels = bars.map(({ label }) =>
    label.length > LABEL_LENGTH ? `${label.slice(0, LABEL_LENGTH - 1).trimEnd()}…` : label,
  )
  return {
    type: 'bar',
    data: {
      labels,
      datasets: [
        {
          data: bars.map(({ from, to, total }) => [total ? Math.min(min, to) : from, to]),
          backgroundColor: bars.map(fill),
          borderColor: bars.map(edge),
          borderSkipped: false,
          borderWidth: 1.5,
          barThickness: 16,
        },
      ],
    },
    options: {
      ...options,
      scales: { ...options.scales, x: { ...options.scales?.['x'], min } },
      plugins: {
        ...options.plugins,
        tooltip: {
          ...options.plugins?.tooltip,
          callbacks: { label: ({ dataIndex }) => bars[dataIndex]?.text ?? '' },
        },
      },
    },
  }
}

const FAR = 30

/** Where the axis of a waterfall begins: 0, or the ten before the lowest point less ten. */
export function axisStart(bars: readonly Pick<WaterfallBar, 'from' | 'to' | 'total'>[]): number {
  const lowest = Math.min(...bars.map(({ from, to, total }) => (total ? to : Math.min(from, to))))
  return lowest < FAR ? Math.min(0, Math.floor(lowest)) : Math.floor((lowest - 10) / 10) * 10
}
