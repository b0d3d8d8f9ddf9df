import { parseDay, yearsAfter, type Day } from '../../shared/calendar'
import type { PersonStanding } from '../../shared/score'
import type {
  Certification,
  CertificateSteps,
  Edition,
  Retirement,
  Step,
} from '../rules/edition-schema'
import type { CertificationRule } from './stream-rules'
import { foldName, nameTable } from '../rules/names'
import type { CertificationFact, CertificationFacts } from './facts'
import { Rational } from './rational'

/**
 * The metric of intermediate certifications (SCORING.md "Intermediate certifications"): gates that
 * need people, and steps whose people give points once the gates before them are met.
 */

/** Why a certification counts on a date, or does not. */
export type CertificationReason = PersonStanding['certifications'][number]['reason']

/** A row whose title the edition knows. */
export interface HeldCertification {
  readonly certification: Certification
  readonly fact: CertificationFact
  /** What keeps it from counting on any date. */
  readonly flaw: 'not-a-certification' | 'inactive' | null
  /** The last day on which a retired certification counts. */
  readonly countsUntil: Day | null
}

export interface Person {
  readonly person: string
  /** Newest completion first. */
  readonly held: readonly HeldCertification[]
}

export interface PreparedCertifications {
  readonly imported: boolean
  readonly people: readonly Person[]
  /** Titles of certifications that the edition does not list. */
  readonly unknownTitles: readonly string[]
}

/** The rows of an edition's certifications, by person, in an order that does not depend on the files. */
export function prepareCertifications(
  facts: CertificationFacts,
  { certifications }: Edition,
): PreparedCertifications {
  const titles = nameTable(
    certifications.map(({ id, name, aliases }) => ({ name: id, aliases: [name, ...aliases] })),
  )
  const people = new Map<string, HeldCertification[]>()
  const unknownTitles: string[] = []
  for (const fact of facts.rows) {
    const certification = certifications[titles.get(foldName(fact.title)) ?? -1]
    if (certification) {
      const held = people.get(fact.person) ?? []
      held.push(heldCertification(certification, fact))
      people.set(fact.person, held)
    } else if (isCertification(fact)) {
      unknownTitles.push(fact.title)
    }
  }
  return {
    imported: facts.imported,
    people: [...people]
      .map(([person, held]) => ({ person, held: held.sort(newestFirst) }))
      .sort((a, b) => (a.person < b.person ? -1 : 1)),
    unknownTitles,
  }
}

function newestFirst(a: HeldCertification, b: HeldCertification): number {
  const byCompletion = b.fact.completed - a.fact.completed
  if (byCompletion !== 0) return byCompletion
  return JSON.stringify(a.fact) < JSON.stringify(b.fact) ? -1 : 1
}

function heldCertification(
  certification: Certification,
  fact: CertificationFact,
): HeldCertification {
  const flaw = isActive(fact) ? null : 'inactive'
  return {
    certification,
    fact,
    flaw: isCertification(fact) ? flaw : 'not-a-certification',
    countsUntil: lastDay(certification.retirement, fact.completed),
  }
}

/**
 * The last day on which a retired certification counts: the same for everybody, or a while after the
 * holder's completion, which never ends it before it retires (SCORING.md "Later editions").
 */
export function lastDay(retirement: Retirement | undefined, completed: Day): Day | null {
  if (retirement === undefined) return null
  if ('countsUntil' in retirement) return parseDay(retirement.countsUntil) ?? null
  const ownEnd = yearsAfter(completed, retirement.yearsFromCompletion)
  return Math.max(ownEnd, parseDay(retirement.retired) ?? ownEnd)
}

/** A trainings file lists courses as well; without a training type every row is a certification. */
export function isCertification({
  trainingType,
}: Pick<CertificationFact, 'trainingType'>): boolean {
  return ['', 'certification'].includes(foldName(trainingType ?? ''))
}

/** Any status but "active" keeps a certification from counting; most files leave it empty. */
function isActive({ activation }: CertificationFact): boolean {
  return ['', 'active'].includes(foldName(activation ?? ''))
}

/** Whether a training is active, completed and not expired on a day, whatever an edition makes of it. */
export function isInForceOn(day: Day, fact: CertificationFact): boolean {
  return isActive(fact) && fact.completed <= day && (fact.expires === null || fact.expires >= day)
}

/** Whether a held certification counts on a date; it is still valid on its day of expiry. */
export function reasonOn(
  asOf: Day,
  { fact, flaw, countsUntil }: HeldCertification,
): CertificationReason {
  if (flaw !== null) return flaw
  if (fact.completed > asOf) return 'not-yet-completed'
  if (fact.expires !== null && fact.expires < asOf) return 'expired'
  return countsUntil !== null && countsUntil < asOf ? 'retired' : 'counts'
}

export interface ExactStep extends StepStanding {
  /** Identities of the people who hold one of the step's certifications. */
  readonly people: ReadonlySet<string>
}

export interface ExactCertificationMetric {
  readonly rule: CertificateSteps
  /** null: certifications were never imported. */
  readonly points: Rational | null
  readonly steps: readonly ExactStep[]
}

/** The metric on a date. A person counts once per step, however many certifications it holds. */
export function scoreCertifications(
  metric: CertificationRule,
  { imported, people }: PreparedCertifications,
  asOf: Day,
): ExactCertificationMetric {
  const held = (step: Step) =>
    people.filter((each) => each.held.some((one) => countsFor(step, one, asOf)))
  return scoreSteps(metric, (step) => new Set(held(step).map(({ person }) => person)), imported)
}

/** The metric with the people who are in each step; no data unless something is `known` of them. */
export function scoreSteps(
  metric: CertificationRule,
  holders: (step: Step) => ReadonlySet<string>,
  known: boolean,
): ExactCertificationMetric {
  const rule = inSteps(metric)
  const steps = rule.steps.map((step): ExactStep => {
    const people = holders(step)
    const required = step.requiredPeople
    return {
      ...{ rule: step, people },
      met: required === undefined ? undefined : people.size >= required,
    }
  })
  const points = steps.reduce((sum, step) => sum.plus(pointsOf(step, steps)), Rational.zero)
  const max = Rational.of(rule.max)
  return { rule, points: known ? points.clamp(Rational.zero, max) : null, steps }
}

/** A pool is a metric of one step, which any of its certifications is in. */
export function inSteps(metric: CertificationRule): CertificateSteps {
  if (metric.kind === 'certificate-steps') return metric
  const { id, category, max, kind: _, ...pool } = metric
  return {
    id,
    category,
    max,
    kind: 'certificate-steps',
    steps: [{ ...pool, id: 'pool', after: [] }],
  }
}

/** Whether a held certification counts in a step on a date. */
export function countsFor(step: Step, held: HeldCertification, asOf: Day): boolean {
  return step.certifications.includes(held.certification.id) && reasonOn(asOf, held) === 'counts'
}

/** As much of a step as its points depend on. */
export interface StepStanding {
  readonly rule: Step
  readonly people: { readonly size: number }
  /** Only a gate can be met. */
  readonly met: boolean | undefined
}

/** Whether the gates before a step are met. */
export function isOpen({ rule }: StepStanding, steps: readonly StepStanding[]): boolean {
  return rule.after.every((gate) => steps.some((step) => step.rule.id === gate && step.met))
}

/** What a step gives, at most its own maximum where it has one. */
export function pointsOf(step: StepStanding, steps: readonly StepStanding[]): Rational {
  const points = uncutPointsOf(step, steps)
  const { max } = step.rule
  return max === undefined ? points : points.clamp(Rational.zero, Rational.of(max))
}

/**
 * What a met gate gives, and people times points; of the latter nothing while a gate before the step
 * is not met.
 */
export function uncutPointsOf(step: StepStanding, steps: readonly StepStanding[]): Rational {
  const { rule, people, met } = step
  const once = met ? Rational.parse(rule.pointsWhenMet ?? '0') : Rational.zero
  if (rule.pointsPerPerson === undefined || !isOpen(step, steps)) return once
  return once.plus(Rational.of(people.size).times(Rational.parse(rule.pointsPerPerson)))
}
