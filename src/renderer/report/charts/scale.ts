/** Drawing numbers: two decimals are enough, and equal input gives equal bytes. */
export function rounded(value: number): number {
  return Math.round(value * 100) / 100
}

export interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/**
 * The lines of a hatch in a box, as the path of an SVG. Drawn as lines instead of a pattern, because
 * a pattern may reach paper as pixels.
 */
export function hatch({ x, y, width, height }: Box, gap: number): string {
  const parts: string[] = []
  for (let start = gap - height; start < width; start += gap) {
    const from = Math.max(0, start)
    const to = Math.min(width, start + height)
    if (to <= from) continue
    const line = [x + from, y + height - (from - start), x + to, y + height - (to - start)]
    const [x1, y1, x2, y2] = line.map((value) => String(rounded(value)))
    parts.push(`M${x1 ?? ''} ${y1 ?? ''}L${x2 ?? ''} ${y2 ?? ''}`)
  }
  return parts.join('')
}
