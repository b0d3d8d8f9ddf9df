import type { ExplainedSection } from '../../../shared/explanation'
import { formatChange, formatStanding } from '../metrics/amounts'

type Unit = ExplainedSection['unit']

/** The stream whose amounts are written as those of a unit. */
const like = (unit: Unit) => ({ id: unit === 'usd' ? 'azure' : 'm365' }) as const

/** An amount of a section: dollars with cents where there are any, else a whole number. */
export function formatAmount(unit: Unit, value: number): string {
  return formatStanding(like(unit), value)
}

/** A difference of two amounts with its sign. */
export function formatDifference(unit: Unit, value: number): string {
  return formatChange(like(unit), value)
}
