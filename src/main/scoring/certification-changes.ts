import { formatDay, type Day } from '../../shared/calendar'
import type { MetricId } from '../../shared/score'
import { allOf, cause, cutCauses, type Causes, type ExactCause } from './change-causes'
import {
  countsFor,
  isOpen,
  pointsOf,
  reasonOn,
  uncutPointsOf,
  type ExactCertificationMetric,
  type ExactStep,
  type Person,
} from './certifications'
import { Rational } from './rational'

/** The people of two dates under the same rules. */
export interface PeopleContext {
  readonly people: readonly Person[]
  readonly from: Day
  readonly to: Day
}

interface StepPair {
  readonly before: ExactStep
  readonly after: ExactStep
}

/**
 * Why the metric of certifications has other points on a later date under the same rules (SCORING.md
 * "Intermediate certifications"): people who came or went, step by step, and gates that opened or
 * closed. People are worth a step's points where it was open on either date; the gate has the rest.
 */
export function certificationCauses(
  earlier: ExactCertificationMetric,
  later: ExactCertificationMetric,
  context: PeopleContext,
): Causes {
  const { id: metric, max } = later.rule
  const pairs = later.steps.flatMap((after) => {
    const before = earlier.steps.find(({ rule }) => rule.id === after.rule.id)
    return before ? [{ before, after }] : []
  })
  const sums = [sumOfSteps(earlier.steps), sumOfSteps(later.steps)] as const
  return allOf([
    ...pairs.flatMap((pair) => {
      const open = isOpen(pair.before, earlier.steps) || isOpen(pair.after, later.steps)
      return peopleCauses(metric, pair, open, context)
    }),
    ...gateCauses(metric, pairs, earlier.steps, later.steps),
    ...pairs.flatMap((pair) => stepCuts(metric, pair, earlier.steps, later.steps)),
    ...cutCauses({ metric }, sums, Rational.of(max)),
  ])
}

function sumOfSteps(steps: readonly ExactStep[]): Rational {
  return steps.reduce((sum, step) => sum.plus(pointsOf(step, steps)), Rational.zero)
}

/** What a step's own maximum took from it. */
function stepCuts(
  metric: MetricId,
  { before, after }: StepPair,
  earlier: readonly ExactStep[],
  later: readonly ExactStep[],
): ExactCause[] {
  const { id: step, max } = after.rule
  if (max === undefined) return []
  const sums = [uncutPointsOf(before, earlier), uncutPointsOf(after, later)] as const
  return cutCauses({ metric, step }, sums, Rational.of(max))
}

function worthOf({ rule }: ExactStep): Rational {
  return Rational.parse(rule.pointsPerPerson ?? '0')
}

function peopleCauses(
  metric: MetricId,
  { before, after }: StepPair,
  open: boolean,
  { people, from, to }: PeopleContext,
): ExactCause[] {
  const worth = open ? worthOf(after) : Rational.zero
  return people.flatMap((person): ExactCause[] => {
    const [then, now] = [before, after].map((step) => step.people.has(person.person))
    if (then === now) return []
    const told = {
      metric,
      kind: now ? 'person-gained' : 'person-lost',
      step: after.rule.id,
      subject: { id: person.person, name: nameOf(person) },
      unit: 'person',
      before: then ? 1 : 0,
      after: now ? 1 : 0,
      effect: now ? worth : Rational.zero.minus(worth),
    } as const
    return [cause({ ...told, ...decisive(person, after, now ? [to, from] : [from, to]) })]
  })
}

function nameOf({ held }: Person): string | null {
  return held.find(({ fact }) => fact.personName !== '')?.fact.personName ?? null
}

/** The certification that counts on one of the dates only, and why it does not on the other. */
function decisive(
  { held }: Person,
  { rule }: ExactStep,
  [counting, other]: readonly [Day, Day],
): Pick<ExactCause, 'reason' | 'certification' | 'date'> {
  const found = held.find((each) => countsFor(rule, each, counting))
  if (!found) return { reason: null, certification: null, date: null }
  const why = reasonOn(other, found)
  const reason = why === 'expired' || why === 'retired' ? why : 'completed'
  const days = {
    expired: found.fact.expires,
    retired: found.countsUntil,
    completed: found.fact.completed,
  }
  const date = days[reason]
  return {
    reason,
    certification: found.certification.id,
    date: date === null ? null : formatDay(date),
  }
}

/**
 * Gates that were met or lost. Where a step opens, its people of the earlier date begin to give
 * points; where it closes, those of the later date stop to. Gates that turned together share that.
 * What a gate gives by itself (the SMB track) comes and goes with it.
 */
function gateCauses(
  metric: MetricId,
  pairs: readonly StepPair[],
  earlier: readonly ExactStep[],
  later: readonly ExactStep[],
): ExactCause[] {
  const turned = pairs.filter(({ before, after }) => before.met !== after.met)
  return turned.map((gate) => {
    const { before, after } = gate
    const effect = pairs.reduce((sum, step) => {
      const opens = isOpen(step.after, later)
      const isGateOf = ({ after: other }: StepPair) => step.after.rule.after.includes(other.rule.id)
      if (isOpen(step.before, earlier) === opens || !isGateOf(gate)) return sum
      // All gates of a step were met on the date on which it was open, so they turned the same way.
      const sharing = turned.filter(isGateOf)
      const people = opens ? step.before.people.size : -step.after.people.size
      return sum.plus(worthOf(step.after).times(Rational.of(people, sharing.length)))
    }, ownPoints(after))
    return cause({
      metric,
      kind: after.met ? 'gate-met' : 'gate-lost',
      step: after.rule.id,
      unit: 'person',
      before: before.people.size,
      after: after.people.size,
      threshold: after.rule.requiredPeople ?? null,
      effect,
    })
  })
}

/** Points of a gate that was just met, or their loss. */
function ownPoints({ rule, met }: ExactStep): Rational {
  const points = Rational.parse(rule.pointsWhenMet ?? '0')
  return met ? points : Rational.zero.minus(points)
}
