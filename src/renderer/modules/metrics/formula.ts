import type { MetricDetail, StreamDetail } from '../../../shared/score'
import { uncutPoints } from '../../format/uncut-points'
import {
  formatCount,
  formatPoints,
  formatUsd,
  formatUsdCents,
  formatWholePoints,
} from '../../format/numbers'

export type Remark = 'below-baseline' | 'floored' | 'capped' | 'whole-steps' | null

/** One stream's formula with its numbers, as texts: (current − previous) factor = points. */
export interface StreamFormula {
  readonly current: string
  readonly previous: string
  /** "× 2", "÷ $1,250" or "× 20/6". */
  readonly factor: string
  /** What the formula alone gives, where the stream's points differ from it. */
  readonly raw: string | null
  readonly points: string
  readonly remark: Remark
}

const SAME = 1e-6

/** Fills in the formula of a stream of a metric that gives at most `max`; null without data to fill in. */
export function streamFormula(stream: StreamDetail, max: number): StreamFormula | null {
  const { current, previous, delta, points, pointsShown, unit } = stream
  if (current === null || previous === null || delta === null || points === null) return null
  const amount = unit === 'usd' ? formatAmount : formatCount
  const raw = uncutPoints(stream) ?? 0
  const remark = isBelowBaseline(stream)
    ? 'below-baseline'
    : remarkOn(raw, points, stream.max ?? max)
  return {
    current: amount(current),
    previous: amount(previous),
    factor: factorText(stream),
    raw: remark === null ? null : withMinusSign(formatPoints(truncated(raw))),
    points: withMinusSign(formatPoints(pointsShown)),
    remark,
  }
}

function factorText({ unit, rate, previous, counting }: StreamDetail): string {
  if (counting?.kind === 'percent') {
    const base = unit === 'usd' ? formatAmount(previous ?? 0) : formatCount(previous)
    const step = counting.perPercent === '1' ? '' : ` ÷ ${counting.perPercent}`
    return `÷ ${base} × 100${step}${rate.points === '1' ? '' : ` × ${rate.points}`}`
  }
  const per = unit === 'usd' ? formatUsd(rate.per) : formatCount(rate.per)
  if (rate.per === 1) return `× ${rate.points}`
  return rate.points === '1' ? `÷ ${per}` : `× ${rate.points} ÷ ${per}`
}

/** In a formula a negative number has the same sign as the subtraction beside it. */
function withMinusSign(number: string): string {
  return number.replace('-', '−')
}

/** Cents only where there are any; a sum in whole dollars needs none. */
function formatAmount(value: number): string {
  return Number.isInteger(value) ? formatUsd(value) : formatUsdCents(value)
}

/** Growth in percent of less than its baseline gives nothing. */
function isBelowBaseline({ previous, counting }: StreamDetail): boolean {
  return counting?.kind === 'percent' && (previous ?? 0) < counting.baseline
}

function remarkOn(raw: number, points: number, max: number): Remark {
  if (Math.abs(raw - points) < SAME) return null
  if (raw < 0 && points === 0) return 'floored'
  return raw > max && max - points < SAME ? 'capped' : 'whole-steps'
}

/** Cut after one decimal, so that no intermediate number looks larger than it is. */
function truncated(value: number): number {
  return Math.trunc(value * 10) / 10
}

export interface SumFormula {
  readonly parts: readonly string[]
  readonly points: string
  readonly max: string
  readonly capped: boolean
}

/** The streams' points added up to the metric's; null while a stream or the metric has no data. */
export function sumFormula({ metric, streams }: MetricDetail): SumFormula | null {
  const known = streams.filter((stream) => stream.points !== null)
  if (metric.points === null || known.length < 2) return null
  const sum = known.reduce((total, stream) => total + (stream.points ?? 0), 0)
  return {
    parts: known.map((stream) => formatPoints(stream.pointsShown)),
    points: formatPoints(metric.pointsShown),
    max: formatWholePoints(metric.max),
    capped: sum - metric.max > SAME,
  }
}
