import { yearsAfter, type Day } from '../../shared/calendar'
import type { ExplainedSection, ExplainedSubject } from '../../shared/explanation'
import { countsFor, reasonOn, type ExactStep, type Person } from './certifications'
import { countsTenants, tenantCause, type UsageView } from './explained-usage'
import type { TenantFact } from './facts'
import { isNear, shortfallOf } from './nearness'

/** A subject, and whether it is near what would make it count. */
export interface Candidate {
  readonly subject: ExplainedSubject
  readonly near: boolean
}

type Lists = ExplainedSection['lists']

/** The lists of a section, each at most so long, in the order of the candidates; those near by their gap. */
export function listsOf(candidates: readonly Candidate[], limit: number): Lists {
  const where = (test: (each: Candidate) => boolean, order?: typeof byGap) => {
    const found = candidates.filter(test).map(({ subject }) => subject)
    const entries = order ? found.sort(order) : found
    return { total: entries.length, entries: entries.slice(0, limit) }
  }
  return {
    countedNow: where(({ subject }) => subject.countsNow),
    yearAgo: where(({ subject }) => subject.countedBefore),
    gained: where(({ subject }) => subject.countsNow && !subject.countedBefore),
    lost: where(({ subject }) => !subject.countsNow && subject.countedBefore),
    near: where(({ near }) => near, byGap),
  }
}

export function largestFirst({ subject: a }: Candidate, { subject: b }: Candidate): number {
  return b.now - a.now || b.before - a.before || (a.id < b.id ? -1 : 1)
}

function byGap(a: ExplainedSubject, b: ExplainedSubject): number {
  const gap = (each: ExplainedSubject) => (each.gap ?? 0) + (each.gapActive ?? 0)
  return gap(a) - gap(b)
}

/** Every customer that had something in one of the compared windows. */
export function customersOf(view: UsageView, tenants: readonly TenantFact[]): Candidate[] {
  return tenants.flatMap((_, index) => {
    const { current, previous } = view.sides
    const empty = [current, previous].every(({ amounts }) => amounts.amount[index] === 0)
    return empty ? [] : customer(view, tenants, index)
  })
}

/** One customer, whatever it had. */
export function customer(
  view: UsageView,
  tenants: readonly TenantFact[],
  index: number,
): Candidate {
  const { rule, sides } = view
  const { current, previous } = sides
  const { id, name } = tenants[index] as TenantFact
  const now = current.amounts.amount[index] as number
  const countsNow = current.counted.counts[index] === 1
  const gap = countsNow && countsTenants(rule) ? null : gapOf(view, index)
  const active = (side: typeof current) =>
    rule.activeShare === null ? null : (side.amounts.active?.[index] ?? null)
  const subject: ExplainedSubject = {
    id,
    name,
    now: now / rule.rawPerAmount,
    before: (previous.amounts.amount[index] as number) / rule.rawPerAmount,
    nowActive: active(current),
    beforeActive: active(previous),
    countsNow,
    countedBefore: previous.counted.counts[index] === 1,
    cause: now === 0 ? null : tenantCause(view, 'current', index),
    gap: gap === null ? null : gap.amount / rule.rawPerAmount,
    gapActive: gap?.active ?? null,
  }
  return { subject, near: gap !== null }
}

interface Gap {
  readonly amount: number
  readonly active: number | null
}

/**
 * What keeps a customer from counting, where it is near (see {@link isNear}). Inside the bounds of
 * growth a customer is near when it is so little below itself a year ago, or what a point of growth
 * takes. null: not near. In raw numbers of the stream.
 */
function gapOf(view: UsageView, index: number): Gap | null {
  const { rule, range, sides } = view
  const cause = tenantCause(view, 'current', index)
  if (cause === 'above-range') return null
  const { members, amounts } = sides.current
  if (cause === null || range === null || members === null) {
    const before = sides.previous.amounts.amount[index] as number
    const missing = before - (amounts.amount[index] as number)
    return isNear(missing, before, rule.per * rule.rawPerUnit)
      ? { amount: missing, active: null }
      : null
  }
  const {
    amount,
    active,
    isNear: isClose,
  } = shortfallOf(rule, range, {
    amount: members.amount[index] as number,
    active: members.active?.[index] ?? 0,
  })
  return isClose ? { amount, active: rule.activeShare === null ? null : active } : null
}

/** What can be put right: the certification is there, and counts again once it is renewed or done. */
const REPAIRABLE = ['not-yet-completed', 'expired', 'inactive']

/**
 * Everyone who holds a certification of a step, with how many of these count now and a year before.
 * Near is who needs one certification renewed, finished or activated.
 */
export function peopleOf(step: ExactStep, people: readonly Person[], asOf: Day): Candidate[] {
  return people.flatMap(({ person, held }) => {
    const ofStep = held.filter(({ certification }) =>
      step.rule.certifications.includes(certification.id),
    )
    if (ofStep.length === 0) return []
    const countingOn = (day: Day) => ofStep.filter((each) => countsFor(step.rule, each, day)).length
    const [now, before] = [countingOn(asOf), countingOn(yearsAfter(asOf, -1))]
    const reasons = ofStep.map((each) => reasonOn(asOf, each)).filter((each) => each !== 'counts')
    const repairable = reasons.find((reason) => REPAIRABLE.includes(reason))
    const near = now === 0 && repairable !== undefined
    const subject: ExplainedSubject = {
      id: person,
      name: held.find(({ fact }) => fact.personName !== '')?.fact.personName ?? null,
      now,
      before,
      nowActive: null,
      beforeActive: null,
      countsNow: now > 0,
      countedBefore: before > 0,
      cause: now > 0 ? null : (repairable ?? reasons[0] ?? null),
      gap: near ? 1 : null,
      gapActive: null,
    }
    return { subject, near }
  })
}
