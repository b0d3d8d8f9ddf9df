import {
  firstDayOf,
  formatDay,
  monthOfDay,
  parseDay,
  usageMonthOf,
  type Day,
  type Month,
} from '../../shared/calendar'
import {
  EXPIRY_NOTICE_DAYS,
  EXPIRY_URGENT_DAYS,
  type Alert,
  type AlertCounts,
} from '../../shared/alerts'
import type { ChangeCause } from '../../shared/changes'
import type { Forecast } from '../../shared/forecast'
import type { Readings } from '../../shared/score'
import { editionsFor } from '../rules/registry'
import { bestTrack, type PreparedFacts } from '../scoring/engine'
import { expiringBetween } from '../scoring/expiring'
import { forecastOf } from '../scoring/forecast'
import type { ExactScore } from '../scoring/score'
import { eligibilityOn, windowOf, type PreparedOn } from '../scoring/trend'
import type { Clock, ReadableWorkspace } from './ports'
import type { ScoreRequest, Scores } from './scores'

/** Months ahead in which a customer that falls out of its window is told of. */
const MONTHS_AHEAD = 3

/** Enough for every customer that matters; a plan and a forecast list the others. */
const CAUSES_LISTED = 50

/** The day of a month by which Partner Center has the data of the month before (SCORING.md "Readings"). */
const REFRESH_DAY = 20

interface AlertContext {
  readonly workspace: Pick<ReadableWorkspace, 'profileState' | 'profileById'>
  readonly scores: Scores
  readonly clock: Clock
}

/**
 * What should be known about a partner before it happens, urgent first, then by date. Usage of months
 * to come is assumed to stay as it is. Throws `profile-not-found`, `edition-not-found`, `input-invalid`.
 */
export function alertsOf(context: AlertContext, request: ScoreRequest): Alert[] {
  return [...comingAlerts(context, request), ...missingAssociations(context, request)].sort(
    byUrgency,
  )
}

/** How many there are, without those that compare usage under every association. Throws as {@link alertsOf}. */
export function countAlerts(context: AlertContext, request: ScoreRequest): AlertCounts {
  const alerts = comingAlerts(context, request)
  return {
    urgent: alerts.filter(({ urgent }) => urgent).length,
    all: alerts.length,
    expiring: alerts.filter(({ kind }) => kind === 'certification-expiring').length,
  }
}

function comingAlerts(context: AlertContext, request: ScoreRequest): Alert[] {
  const { scores, workspace, clock } = context
  const named = scores.namedFor(request.profileId, request.edition)
  const on = (day: Day) => scores.prepared(request.profileId, named ? [named] : editionsFor(day))
  const asOf = scores.scoreDate(request)
  const readings = request.readings ?? {}
  const { prepared } = bestTrack(on(asOf), asOf, readings)
  const ahead = forecastOf(on, {
    asOf,
    months: MONTHS_AHEAD,
    usage: 'steady',
    readings,
    limit: CAUSES_LISTED,
  })
  return [
    ...designationAtRisk(ahead, asOf),
    ...expiring(prepared, ahead, asOf),
    ...fallingCustomers(ahead, asOf),
    ...renewalWindow(on, asOf, readings, workspace.profileById(request.profileId)?.anniversary),
    ...oldData(workspace.profileState(request.profileId).newestMonth, clock.today()),
  ]
}

const plain = {
  urgent: false,
  date: null,
  daysLeft: null,
  subject: null,
  certifications: [],
  steps: [],
  metric: null,
  stream: null,
  count: 1,
  effect: null,
} satisfies Omit<Alert, 'kind'>

function designationAtRisk({ attained, points }: Forecast, asOf: Day): Alert[] {
  const lost = attained ? points.find((point) => !point.attained) : undefined
  if (!lost) return []
  return [{ ...plain, ...from(lost.asOf, asOf), kind: 'designation-at-risk', urgent: true }]
}

/** An end that costs points is a cause of the forecast, or several, which know how many. */
function expiring({ edition, certifications }: PreparedFacts, ahead: Forecast, asOf: Day): Alert[] {
  const causes = ahead.points.flatMap(({ changes }) => changes.causes)
  const until = asOf + EXPIRY_NOTICE_DAYS
  return expiringBetween(edition, certifications, { asOf, until }).map((each) => {
    const lastDay = formatDay(each.lastDay)
    const own = causes.filter(
      ({ kind, subject, date }) =>
        kind === 'person-lost' && subject?.id === each.person && date === lastDay,
    )
    return {
      ...plain,
      ...from(formatDay(each.lastDay + 1), asOf),
      kind: 'certification-expiring',
      urgent: each.lastDay - asOf <= EXPIRY_URGENT_DAYS,
      subject: { id: each.person, name: each.personName },
      certifications: [...each.certifications],
      steps: [...each.steps],
      metric: own[0]?.metric ?? null,
      effect: own.length === 0 ? null : sumShown(own),
    }
  })
}

/** To one decimal, as each is. */
function sumShown(causes: readonly ChangeCause[]): number {
  return Math.round(causes.reduce((sum, { effect }) => sum + effect, 0) * 10) / 10
}

/** Of a customer that leaves several metrics each is told: they are lost one by one. */
function fallingCustomers({ points }: Forecast, asOf: Day): Alert[] {
  const isFalling = ({ kind, window }: ChangeCause) =>
    kind === 'customer-lost' && window === 'current'
  return points.flatMap(({ asOf: date, changes }) =>
    changes.causes.filter(isFalling).map((cause): Alert => ({
      ...plain,
      ...from(date, asOf),
      kind: 'customer-falling',
      subject: cause.subject,
      metric: cause.metric,
      stream: cause.stream,
      effect: cause.effectShown,
    })),
  )
}

/** Days ahead that the opening of a window is told of. */
const RENEWAL_NOTICE_DAYS = 90

/** The window in which an enrolled partner has to meet the rules on one day at least. */
function renewalWindow(
  on: PreparedOn,
  asOf: Day,
  readings: Partial<Readings>,
  anniversary: number | undefined,
): Alert[] {
  if (anniversary === undefined) return []
  const kind = 'renewal-window'
  const { from: opens, to } = windowOf(asOf, anniversary)
  if (opens > asOf) {
    if (opens - asOf > RENEWAL_NOTICE_DAYS) return []
    return [{ ...plain, ...from(formatDay(opens), asOf), kind }]
  }
  if (eligibilityOn(on, asOf, readings, anniversary).qualifies) return []
  return [{ ...plain, ...from(formatDay(to + 1), asOf), kind, urgent: true }]
}

function oldData(newest: Month | null, today: Day): Alert[] {
  if (newest === null) return []
  const refreshed = today - firstDayOf(monthOfDay(today)) + 1 > REFRESH_DAY
  const behind = usageMonthOf(today) - (refreshed ? 0 : 1) - newest
  if (behind <= 0) return []
  return [{ ...plain, kind: 'data-old', urgent: behind > 1, count: behind }]
}

/** Customers that a metric would count besides, were every association good enough: one alert a stream. */
function missingAssociations({ scores }: AlertContext, request: ScoreRequest): Alert[] {
  const asOf = scores.scoreDate(request)
  const readings = request.readings ?? {}
  const named = scores.namedFor(request.profileId, request.edition)
  const tracks = scores.prepared(request.profileId, named ? [named] : editionsFor(asOf))
  const { prepared, score } = bestTrack(tracks, asOf, readings)
  const [any] = scores.prepared(request.profileId, [prepared.edition], 'any')
  const counted = customerStreams(score)
  const wouldCount = customerStreams(bestTrack([any], asOf, readings).score)
  return wouldCount.flatMap(({ metric, stream, customers }, index) => {
    const count = customers - (counted[index]?.customers ?? 0)
    if (count <= 0) return []
    return [{ ...plain, kind: 'association-missing', metric, stream, count }]
  })
}

/** How many customers count now in each stream of the metrics that count customers. */
function customerStreams({ metrics }: ExactScore) {
  return metrics.flatMap((metric) =>
    'streams' in metric
      ? metric.streams
          .filter(({ rule }) => rule.unit === 'customer')
          .map(({ rule, comparison }) => ({
            metric: metric.rule.id,
            stream: rule.id,
            customers: comparison?.now.total ?? 0,
          }))
      : [],
  )
}

function from(date: string, asOf: Day): { readonly date: string; readonly daysLeft: number } {
  return { date, daysLeft: (parseDay(date) ?? asOf) - asOf }
}

function byUrgency(a: Alert, b: Alert): number {
  if (a.urgent !== b.urgent) return a.urgent ? -1 : 1
  return (a.daysLeft ?? 0) - (b.daysLeft ?? 0)
}
