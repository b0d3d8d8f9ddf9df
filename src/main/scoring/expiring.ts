import type { Day } from '../../shared/calendar'
import type { Edition, Step } from '../rules/edition-schema'
import {
  countsFor,
  inSteps,
  type HeldCertification,
  type Person,
  type PreparedCertifications,
} from './certifications'

/** Somebody who counts in a step on a date and, as things stand, soon will not. */
export interface Expiring {
  readonly person: string
  readonly personName: string
  /** Ids of those that keep the person in these steps longest, in the order of the steps. */
  readonly certifications: readonly string[]
  /** The last day on which they count. */
  readonly lastDay: Day
  /** Ids, in the order of the edition. */
  readonly steps: readonly string[]
}

/**
 * Who counts in a step of the edition on `asOf` and will have left it after `until` at the latest,
 * soonest first. A person with several certifications for the same step stays until the last of them
 * ends, so only that one is told; certifications for no step are nobody's concern.
 */
export function expiringBetween(
  { metrics }: Edition,
  { people }: PreparedCertifications,
  { asOf, until }: { readonly asOf: Day; readonly until: Day },
): Expiring[] {
  const steps = metrics.flatMap((metric) =>
    metric.kind === 'certificate-steps' || metric.kind === 'certificate-pool'
      ? inSteps(metric).steps
      : [],
  )
  return people
    .flatMap((person) => leaving(person, steps, asOf))
    .filter(({ lastDay }) => lastDay <= until)
    .sort((a, b) => a.lastDay - b.lastDay || (a.personName < b.personName ? -1 : 1))
}

/** When a person leaves which steps: those left on the same day together. */
function leaving({ person, held }: Person, steps: readonly Step[], asOf: Day): Expiring[] {
  const ends = steps.flatMap((step) => {
    const [first, ...others] = held.filter((each) => countsFor(step, each, asOf))
    if (first === undefined) return []
    const last = others.reduce((a, b) => (lastDayOf(b) > lastDayOf(a) ? b : a), first)
    return [{ step: step.id, last, lastDay: lastDayOf(last) }]
  })
  return [...Map.groupBy(ends, ({ lastDay }) => lastDay)].map(([lastDay, left]) => ({
    person,
    personName: left[0]?.last.fact.personName ?? '',
    certifications: [...new Set(left.map(({ last }) => last.certification.id))],
    lastDay,
    steps: left.map(({ step }) => step),
  }))
}

/** The last day on which a certification that counts now still does; infinite where nothing ends it. */
function lastDayOf({ fact, countsUntil }: HeldCertification): Day {
  return Math.min(fact.expires ?? Infinity, countsUntil ?? Infinity)
}
