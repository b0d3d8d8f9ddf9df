/** Where the points of a small line stand, in a box of `width` × `height` with room for its stroke. */
export interface SparkLine {
  /** One path of several pieces: a value that is missing leaves a gap. */
  readonly path: string
  /** The last value there is; null without any. */
  readonly end: { readonly x: number; readonly y: number } | null
  readonly threshold: number
}

const MARGIN = 3

/**
 * A line over points in equal steps. The scale holds the threshold and every value, so that lines of
 * partners beside each other can differ in height but each says truly where it crosses.
 */
export function sparkLine(
  values: readonly (number | null)[],
  threshold: number,
  { width, height }: { readonly width: number; readonly height: number },
): SparkLine {
  const known = values.filter((value) => value !== null)
  const low = Math.min(threshold, ...known)
  const high = Math.max(threshold, ...known)
  const yOf = (value: number) =>
    high === low ? height / 2 : MARGIN + ((high - value) / (high - low)) * (height - 2 * MARGIN)
  const step = values.length > 1 ? (width - 2 * MARGIN) / (values.length - 1) : 0
  const points = values.map((value, index) =>
    value === null ? null : { x: round(MARGIN + index * step), y: round(yOf(value)) },
  )
  const path = points
    .map((point, index) => point && `${points[index - 1] ? 'L' : 'M'}${point.x} ${point.y}`)
    .filter((piece) => piece !== null)
    .join('')
  return {
    path,
    end: points.findLast((point) => point !== null) ?? null,
    threshold: round(yOf(threshold)),
  }
}

function round(value: number): number {
  return Math.round(value * 10) / 10
}
