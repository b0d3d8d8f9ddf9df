import type { ChartConfiguration, ChartOptions, LegendItem } from 'chart.js'
import type { Trend, TrendPoint } from '../../shared/trend'
import { chartFont, tooltipStyle } from './axis-options'
import type { ChartColours } from './colours'

export interface TrendWords {
  readonly total: string
  readonly threshold: string
  readonly forecast: string
  readonly rules: string
  readonly incomplete: string
  /** The month without its year, which stands below January and the first month. */
  readonly month: (isoMonth: string) => string
  readonly points: (value: number | null) => string
}

/**
 * The total month by month, with the line it has to reach. A point that rests on months which were
 * never imported is hollow, one under new rules a diamond: both differ without their colour. Months
 * to come, if any are given, go on as a dashed line with small points.
 */
export function scoreOverTime(
  { points: known, threshold, max }: Trend,
  words: TrendWords,
  colours: ChartColours,
  ahead: readonly TrendPoint[] = [],
): ChartConfiguration<'line'> {
  const flat = { borderWidth: 1.5, pointRadius: 0, pointHitRadius: 0 }
  const points = [...known, ...ahead]
  const line = {
    borderColor: colours.accent,
    borderWidth: 2,
    pointRadius: 5,
    pointHoverRadius: 7,
    pointStyle: points.map(({ rulesChanged }) => (rulesChanged ? 'rectRot' : 'circle')),
    pointBackgroundColor: points.map((point) => fillOf(point, colours)),
    pointBorderColor: colours.accent,
    pointBorderWidth: 2,
    // A point at the maximum is shown whole.
    clip: 8,
    // A month without data is a gap, not a fall to nothing.
    spanGaps: false,
  } as const
  return {
    type: 'line',
    data: {
      labels: points.map(({ month }, index) =>
        index === 0 || month.endsWith('-01')
          ? [words.month(month), month.slice(0, 4)]
          : words.month(month),
      ),
      datasets: [
        {
          label: words.total,
          ...line,
          data: known.map(({ total }) => total),
        },
        ...(ahead.length === 0
          ? []
          : [
              {
                ...line,
                label: words.forecast,
                // It begins where the other line ends, without a second point there.
                data: points.map(({ total }, index) => (index < known.length - 1 ? null : total)),
                pointRadius: points.map((_point, index) => (index < known.length ? 0 : 3.5)),
                borderDash: [4, 4],
              },
            ]),
        {
          ...flat,
          label: words.threshold,
          data: points.map(() => threshold),
          borderColor: colours.short,
          borderDash: [6, 4],
        },
      ],
    },
    options: optionsFor(points, max, words, colours, known.length),
  }
}

/** Months whose names fit side by side in the smallest window. */
const LABELS_AT_MOST = 14

/** Each line as it is drawn; left to itself the legend would show all of them unbroken. */
function legendOf(
  datasets: readonly {
    readonly label?: string
    readonly borderColor?: unknown
    readonly borderDash?: unknown
  }[],
  colours: ChartColours,
): LegendItem[] {
  return datasets.map(({ label = '', borderColor, borderDash }, datasetIndex) => ({
    text: label,
    fontColor: colours.inkSoft,
    strokeStyle: borderColor as string,
    lineDash: [...((borderDash ?? []) as number[])],
    lineWidth: 2,
    pointStyle: 'line',
    datasetIndex,
  }))
}

function fillOf({ monthsMissing }: TrendPoint, { accent, surface }: ChartColours): string {
  return monthsMissing > 0 ? surface : accent
}

function optionsFor(
  points: readonly TrendPoint[],
  max: number,
  words: TrendWords,
  colours: ChartColours,
  known: number,
): ChartOptions<'line'> {
  const font = chartFont
  const ticks = { color: colours.inkSoft, font }
  return {
    layout: { padding: { top: 8 } },
    responsive: true,
    maintainAspectRatio: false,
    animation: false,
    scales: {
      x: {
        grid: { display: false },
        border: { color: colours.hairline },
        ticks: { ...ticks, maxRotation: 0, autoSkip: points.length > LABELS_AT_MOST },
      },
      y: {
        min: 0,
        max,
        grid: { color: colours.hairline },
        border: { display: false },
        ticks: { ...ticks, stepSize: max / 5 },
      },
    },
    plugins: {
      legend: {
        position: 'bottom',
        align: 'start',
        labels: {
          color: colours.inkSoft,
          font,
          padding: 16,
          usePointStyle: true,
          pointStyleWidth: 28,
          generateLabels: ({ data }) => legendOf(data.datasets, colours),
        },
      },
      tooltip: {
        ...tooltipStyle(colours),
        filter: ({ datasetIndex, dataIndex }) =>
          dataIndex < known ? datasetIndex === 0 : datasetIndex === 1,
        callbacks: {
          label: ({ dataIndex }) =>
            tooltipLines(
              points[dataIndex],
              words,
              dataIndex < known ? words.total : words.forecast,
            ),
        },
      },
    },
  }
}

function tooltipLines(point: TrendPoint | undefined, words: TrendWords, label: string): string[] {
  if (!point) return []
  return [
    `${label}: ${words.points(point.totalShown)}`,
    ...(point.rulesChanged ? [words.rules] : []),
    ...(point.monthsMissing > 0 ? [words.incomplete] : []),
  ]
}
