import type { ChartOptions } from 'chart.js'
import type { ChartColours } from './colours'

interface AxisWishes {
  readonly stacked?: boolean
  readonly max?: number
  readonly legend?: boolean
  /** A value of the number axis as text. */
  readonly format?: (value: number) => string
}

/** The type of every chart in the window. */
export const chartFont = { family: 'Inter', size: 12 } as const

/** How the tooltip of every chart looks, in the colours of the theme. */
export function tooltipStyle({ ink, surface }: ChartColours) {
  return {
    backgroundColor: ink,
    titleColor: surface,
    bodyColor: surface,
    titleFont: chartFont,
    bodyFont: chartFont,
    cornerRadius: 4,
    displayColors: false,
  } as const
}

/** What all horizontal bar charts share: type, hairlines, no animation, a legend of words. */
export function axisOptions(colours: ChartColours, wishes: AxisWishes): ChartOptions<'bar'> {
  const { stacked = false, max, legend = true, format = String } = wishes
  const font = chartFont
  return {
    indexAxis: 'y',
    responsive: true,
    maintainAspectRatio: false,
    animation: false,
    scales: {
      x: {
        stacked,
        max,
        grid: { color: colours.hairline },
        border: { display: false },
        ticks: {
          color: colours.inkSoft,
          font,
          maxTicksLimit: 6,
          callback: (value) => format(Number(value)),
        },
      },
      y: {
        stacked,
        grid: { display: false },
        border: { color: colours.hairline },
        ticks: { color: colours.ink, font },
      },
    },
    plugins: {
      legend: {
        display: legend,
        position: 'bottom',
        align: 'start',
        labels: { color: colours.inkSoft, font, boxWidth: 12, boxHeight: 12, padding: 16 },
      },
      tooltip: {
        ...tooltipStyle(colours),
        callbacks: {
          label: ({ dataset, parsed }) => `${dataset.label ?? ''}: ${format(parsed.x ?? 0)}`,
        },
      },
    },
  }
}
