/**
 * What the gauge says and where its marks stand. Kept apart from the drawing, so that the promise
 * "never green with a failed minimum" is a tested function and not a style.
 */
export interface GaugeReading {
  readonly total: number | null
  readonly totalShown: number | null
  readonly threshold: number
  readonly max: number
  readonly attained: boolean
  readonly minimumsMet: boolean
}

/** `attained` is green with a check, `short` rust with a caution sign, `none` has no colour at all. */
export type GaugeTone = 'attained' | 'short' | 'none'

/** Which of the two conditions decided (SCORING.md, Attainment). */
export type GaugeVerdict =
  'attained' | 'minimum-missed' | 'below-threshold' | 'both-missed' | 'no-data'

/** The words of the gauge; the report brings those of its own language. */
export interface GaugeWords {
  readonly noData: string
  readonly ofMax: (max: string) => string
  readonly points: (shown: number) => string
  readonly whole: (value: number) => string
  readonly verdicts: Readonly<Record<GaugeVerdict, string>>
  readonly label: (parts: {
    total: string
    max: string
    threshold: string
    verdict: string
  }) => string
  readonly labelNoData: (parts: { max: string; threshold: string }) => string
}

export function gaugeVerdict({
  total,
  totalShown,
  threshold,
  attained,
  minimumsMet,
}: GaugeReading): GaugeVerdict {
  if (total === null) return 'no-data'
  if (attained) return 'attained'
  if (totalShown !== null && totalShown >= threshold) return 'minimum-missed'
  return minimumsMet ? 'below-threshold' : 'both-missed'
}

export function gaugeTone(reading: GaugeReading): GaugeTone {
  const verdict = gaugeVerdict(reading)
  if (verdict === 'no-data') return 'none'
  return verdict === 'attained' ? 'attained' : 'short'
}

/** The whole gauge in one sentence, for those who do not see it. */
export function gaugeLabel(reading: GaugeReading, words: GaugeWords): string {
  const max = words.whole(reading.max)
  const threshold = words.whole(reading.threshold)
  if (reading.totalShown === null) return words.labelNoData({ max, threshold })
  const total = words.points(reading.totalShown)
  return words.label({ total, max, threshold, verdict: words.verdicts[gaugeVerdict(reading)] })
}

/** The scale opens downwards: 0 stands at the left, the maximum at the right, `SWEEP` degrees apart. */
const SWEEP = 220
const START = 180 + (SWEEP - 180) / 2
export const CENTRE = { x: 120, y: 116 } as const

export interface Point {
  readonly x: number
  readonly y: number
}

/** The point of the scale at a share 0 to 1, at a distance from the centre; two decimals are enough to draw. */
export function pointAt(share: number, radius: number): Point {
  const angle = ((START - clamped(share) * SWEEP) * Math.PI) / 180
  return {
    x: toHundredths(CENTRE.x + radius * Math.cos(angle)),
    y: toHundredths(CENTRE.y - radius * Math.sin(angle)),
  }
}

/** SVG path of the arc between two shares of the scale. */
export function arcPath(from: number, to: number, radius: number): string {
  const start = pointAt(from, radius)
  const end = pointAt(to, radius)
  const large = (clamped(to) - clamped(from)) * SWEEP > 180 ? 1 : 0
  return `M ${String(start.x)} ${String(start.y)} A ${String(radius)} ${String(radius)} 0 ${String(large)} 1 ${String(end.x)} ${String(end.y)}`
}

function clamped(share: number): number {
  return Math.min(1, Math.max(0, share))
}

function toHundredths(value: number): number {
  return Math.round(value * 100) / 100
}
