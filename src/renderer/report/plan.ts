import type { Candidate, LeverId, Plan, PlanStep } from '../../shared/plan'
import type { ReportModel } from '../../shared/report'
import type { ReportLanguage } from './language'

type PlanPart = NonNullable<ReportModel['plan']>
type Planned = Extract<PlanPart, { status: 'planned' }>

/** The plan of a report that has one which could be computed. */
export function plannedOf({ plan }: Pick<ReportModel, 'plan'>): Planned | undefined {
  return plan?.status === 'planned' ? plan : undefined
}

/** What so many of a lever are together, in its unit: "$6,250", "250"; empty where each is one piece. */
export function leverAmount(
  plan: Plan,
  lever: LeverId,
  count: number,
  { usd, count: counted }: ReportLanguage,
): string {
  const unit = plan.levers.find(({ id }) => id === lever)?.unit
  if (!unit) return ''
  const amount = unit.amount * count
  return unit.of === 'usd' ? usd(amount) : counted(amount)
}

/** A step as something to do: "Win two Azure customers". */
export function actionText(plan: Plan, step: PlanStep, language: ReportLanguage): string {
  const amount = leverAmount(plan, step.lever, step.count, language)
  return language.text.plan.action(step.lever, step.count, amount)
}

/** What one step lacks to the designation: "one Azure deployment". */
export function missingText(plan: Plan, step: PlanStep, language: ReportLanguage): string {
  const amount = leverAmount(plan, step.lever, step.count, language)
  return language.text.plan.missing(step.lever, step.count, amount)
}

/** The title of the page of ways. */
export function planTitle(part: PlanPart, language: ReportLanguage): string {
  const { text, points, whole, days, date } = language
  const words = text.plan.title
  if (part.status === 'refused') return words.refused
  const { plan, holds } = part
  const [way] = plan.ways
  const effort = way && text.plan.days(days(way.effort))
  if (holds && plan.by === null) return words.safe(points(spare(plan)))
  if (holds && plan.by !== null)
    return effort === undefined
      ? words.holdsNoWay(date(plan.by))
      : words.holds(date(plan.by), effort)
  if (effort === undefined) return words.noWay(whole(plan.threshold), points(cut(plan.reachable)))
  if (plan.gap > 0) return words.gap(points(plan.gapShown), whole(plan.threshold), effort)
  const missed = [...plan.minimumsMissed, ...plan.noData].map((id) => inSentence(id, language))
  return words.minimums(text.joined([...new Set(missed)]), effort)
}

function inSentence(id: keyof ReportLanguage['text']['metricNames'], { text }: ReportLanguage) {
  return text.metricNames[id].toLowerCase()
}

/** Points above the threshold, cut to one decimal. */
function spare({ totalShown, threshold }: Plan): number {
  return Math.round((totalShown - threshold) * 10) / 10
}

/** One decimal, cut, so that 69.97 is never shown as 70.0. */
function cut(points: number): number {
  return Math.floor(points * 10 + 1e-9) / 10
}

/** The sentence below the title of the page of ways. */
export function planLead(part: Planned, language: ReportLanguage): string {
  const { text, points, whole, date } = language
  const words = text.plan.lead
  const { plan, holds } = part
  if (holds && plan.by === null) return words.safe
  if (plan.ways.length === 0) return words.noWay
  if (holds && plan.by !== null) return words.holds(points(plan.totalShown), date(plan.by))
  return words.gap(points(plan.totalShown), whole(plan.threshold), plan.ways.length)
}

/** Remarks beside the ways: minimums, saturation, lack of data, other tracks. */
export function planRemarks({ plan, holds }: Planned, language: ReportLanguage): string[] {
  const { text, days } = language
  const words = text.plan
  const names = (ids: Plan['saturated']) => ids.map((id) => inSentence(id, language))
  return [
    ...(plan.minimumsMissed.length > 0 ? [words.short(names(plan.minimumsMissed))] : []),
    ...(plan.saturated.length > 0 && !(holds && plan.by === null)
      ? [words.saturated(names(plan.saturated))]
      : []),
    ...(plan.noData.length > 0 ? [words.noData(names(plan.noData))] : []),
    ...plan.otherTracks.map(({ track, effort }) =>
      words.otherTrack(
        text.method.trackNames[track ?? ''] ?? track ?? '',
        effort === null ? null : words.days(days(effort)),
      ),
    ),
    ...(plan.proven || plan.ways.length === 0 ? [] : [words.unproven]),
  ]
}

/** A customer or person that a step means, with what it lacks. */
export function candidateText(candidate: Candidate, language: ReportLanguage): string {
  const { text, usd, usdCents, count, date } = language
  const words = text.actions
  const { name, id, kind, missing, certification, expires } = candidate
  const fallback = kind === 'customer' ? id : text.people.unnamed
  const called = name === '' ? fallback : name
  if (certification !== undefined && expires !== undefined)
    return words.until(called, certification, date(expires))
  const lacks = [
    ...(missing.usd === undefined
      ? []
      : [Number.isInteger(missing.usd) ? usd(missing.usd) : usdCents(missing.usd)]),
    ...(missing.paidSeats === undefined ? [] : [words.paidSeats(count(missing.paidSeats))]),
    ...(missing.activeSeats === undefined ? [] : [words.activeSeats(count(missing.activeSeats))]),
  ]
  return lacks.length === 0 ? called : words.lacks(called, text.joined(lacks))
}
