import { formatDay, yearsAfter, type Day } from '../../../shared/calendar'
import type { Candidate } from '../../../shared/plan'
import type { Certification } from '../../rules/edition-schema'
import {
  lastDay,
  reasonOn,
  type HeldCertification,
  type Person,
  type PreparedCertifications,
} from '../certifications'
import { Rational } from '../rational'
import { countToReach, LISTED, type Lever } from './levers'
import type { PlanStep, Situation } from './situation'

/** Between which days a plan is carried out: known facts of today, scored on the day of the goal. */
export interface PlanDays {
  readonly today: Day
  readonly goal: Day
}

/**
 * One lever for every set of steps in which a certification counts: somebody who earns SC-200 is a
 * person more in each step that lists it. Certifications that can no longer be earned, or will not
 * count on the day of the goal, are no lever.
 */
export function certificationLevers(
  situation: Situation,
  { people }: PreparedCertifications,
  days: PlanDays,
): Lever[] {
  const earnable = situation.edition.certifications.filter((each) => isEarnable(each, days))
  const groups = Map.groupBy(earnable, ({ id }) => stepsOf(situation, id).join('+'))
  groups.delete('')
  return [...groups.values()].map((group): Lever => {
    const ids = group.map(({ id }) => id)
    const steps = stepsOf(situation, ids[0] ?? '')
    const counted = steps.map((step) => situation.steps[step] as PlanStep)
    const scores = counted.some(({ standing }) => standing.rule.pointsPerPerson !== undefined)
    const holders = formerHolders(people, ids, counted, days.goal)
    return {
      id: scores ? 'step-certification' : 'gate-certification',
      available: Math.max(0, ...counted.map((step) => peopleWanted(situation, step))),
      effectOf: () => ({ streams: [], steps }),
      candidates: holders.slice(0, LISTED),
      known: holders.length,
      certification: { steps: counted.map(({ standing }) => standing.rule.id), ids },
    }
  })
}

function isEarnable({ retirement }: Certification, { today, goal }: PlanDays): boolean {
  if (retirement === undefined) return true
  const until = lastDay(retirement, today)
  return formatDay(today) <= retirement.retired && until !== null && until >= goal
}

/** Positions of the steps that list a certification. */
function stepsOf({ steps }: Situation, certification: string): number[] {
  return steps.flatMap(({ standing }, position) =>
    standing.rule.certifications.includes(certification) ? [position] : [],
  )
}

/** People that a step can still use: to meet its gate, or to give all the points there are. */
function peopleWanted({ metrics }: Situation, { metric, standing }: PlanStep): number {
  const { requiredPeople = 0, pointsPerPerson, max: ownMax } = standing.rule
  const max = ownMax === undefined ? (metrics[metric]?.max ?? Rational.zero) : Rational.of(ownMax)
  const scoring =
    pointsPerPerson === undefined ? 0 : countToReach(max, Rational.parse(pointsPerPerson))
  return Math.max(requiredPeople, scoring) - standing.people.size
}

/** People who held one of the certifications once and do not count in the steps any more. */
function formerHolders(
  people: readonly Person[],
  ids: readonly string[],
  steps: readonly PlanStep[],
  goal: Day,
): Candidate[] {
  return people.flatMap((each) => {
    if (steps.every(({ standing }) => standing.people.has(each.person))) return []
    const lost = each.held.find(
      (held) => ids.includes(held.certification.id) && reasonOn(goal, held) === 'expired',
    )
    return lost ? [candidateOf(each, lost)] : []
  })
}

/**
 * Certifications that count today and will have expired on the day of the goal, unless they are
 * renewed: a renewal is open until the day of expiry and adds a year.
 */
export function renewalLevers(
  situation: Situation,
  { people }: PreparedCertifications,
  days: PlanDays,
): Lever[] {
  const renewals = people.flatMap((person) => renewalsOf(situation, person, days))
  const groups = Map.groupBy(renewals, ({ steps }) => steps.join('+'))
  return [...groups.values()].map((group): Lever => {
    const steps = group[0]?.steps ?? []
    return {
      id: 'renewal',
      available: group.length,
      effectOf: () => ({ streams: [], steps }),
      candidates: group.slice(0, LISTED).map(({ candidate }) => candidate),
      known: group.length,
      certification: {
        steps: steps.map((step) => (situation.steps[step] as PlanStep).standing.rule.id),
        ids: [...new Set(group.map(({ candidate }) => candidate.certification ?? ''))].sort(),
      },
    }
  })
}

interface Renewal {
  readonly candidate: Candidate
  readonly steps: readonly number[]
}

/** The renewals of a person, the one that counts in most steps first; none gives a step again. */
function renewalsOf(situation: Situation, person: Person, { today, goal }: PlanDays): Renewal[] {
  const lost = new Set(
    situation.steps.flatMap(({ standing }, step) =>
      standing.people.has(person.person) ? [] : [step],
    ),
  )
  return person.held
    .filter((held) => runsOut(held, today, goal))
    .map((held) => ({ held, steps: stepsOf(situation, held.certification.id) }))
    .sort((a, b) => b.steps.length - a.steps.length)
    .flatMap(({ held, steps }): Renewal[] => {
      const gained = steps.filter((step) => lost.delete(step))
      return gained.length === 0 ? [] : [{ candidate: candidateOf(person, held), steps: gained }]
    })
}

function runsOut(held: HeldCertification, today: Day, goal: Day): boolean {
  const { expires } = held.fact
  if (expires === null || reasonOn(today, held) !== 'counts') return false
  return reasonOn(goal, held) === 'expired' && yearsAfter(expires, 1) >= goal
}

function candidateOf(
  { person, held }: Person,
  { certification, fact }: HeldCertification,
): Candidate {
  return {
    kind: 'person',
    id: person,
    name: held.find(({ fact: each }) => each.personName !== '')?.fact.personName ?? '',
    missing: {},
    certification: certification.id,
    ...(fact.expires === null ? {} : { expires: formatDay(fact.expires) }),
  }
}
