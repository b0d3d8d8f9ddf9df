import type { StreamDetail } from '../../shared/score'

/**
 * What a stream's numbers give before floor, maximum and whole steps, for what is only told and never
 * compared with a threshold; null without data.
 */
export function uncutPoints({ current, previous, rate, counting }: StreamDetail): number | null {
  if (current === null || previous === null) return null
  const points = fractionOf(rate.points)
  if (counting?.kind !== 'percent') return ((current - previous) * points) / rate.per
  if (previous < counting.baseline) return 0
  return (((current - previous) / previous) * 100 * points) / fractionOf(counting.perPercent)
}

/** "2" or "20/6" as a number. */
export function fractionOf(text: string): number {
  const [numerator = '', denominator = '1'] = text.split('/')
  return Number(numerator) / Number(denominator)
}
