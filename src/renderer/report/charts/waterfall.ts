import { rounded } from './scale'

/** One column of a waterfall: a total, or a cause that leads from one running total to the next. */
export interface WaterfallBar {
  readonly kind: 'total' | 'up' | 'down'
  /** Bottom and top in points. */
  readonly low: number
  readonly high: number
  /** Where the next column begins. */
  readonly end: number
}

/** Columns from one total over the effects to the other. */
export function waterfallBars(
  from: number,
  effects: readonly number[],
  to: number,
): readonly WaterfallBar[] {
  let running = from
  const steps = effects.map((effect): WaterfallBar => {
    const start = running
    running += effect
    return {
      kind: effect >= 0 ? 'up' : 'down',
      low: Math.min(start, running),
      high: Math.max(start, running),
      end: running,
    }
  })
  const total = (value: number): WaterfallBar => ({
    kind: 'total',
    low: 0,
    high: value,
    end: value,
  })
  return [total(from), ...steps, total(to)]
}

/**
 * Where the scale begins and ends. A few points of change between two high totals would be slivers
 * on a scale from 0; a scale that begins elsewhere is marked as cut.
 */
export function waterfallScale(
  bars: readonly WaterfallBar[],
  threshold: number,
): { readonly lowest: number; readonly highest: number; readonly cut: boolean } {
  const steps = bars.filter(({ kind }) => kind !== 'total')
  const values = [...steps.flatMap(({ low, high }) => [low, high]), threshold]
  for (const { kind, end } of bars) if (kind === 'total') values.push(end)
  const [low, high] = [Math.min(...values), Math.max(...values)]
  const room = Math.max(2, (high - low) * 0.25)
  const lowest = Math.max(0, Math.floor((low - room) / 5) * 5)
  return { lowest, highest: Math.ceil((high + room / 2) / 5) * 5, cut: lowest > 0 }
}

/** A height above the base line, of a drawing so many units high. */
export function heightOf(
  value: number,
  { lowest, highest }: { readonly lowest: number; readonly highest: number },
  units: number,
): number {
  return rounded((Math.max(0, value - lowest) / (highest - lowest)) * units)
}
