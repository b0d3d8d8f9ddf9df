import type { Day } from '../../shared/calendar'
import { SeventyError } from '../../shared/errors'
import {
  FORECAST_MONTHS,
  FORECAST_MONTHS_AT_MOST,
  type Forecast,
  type UsageAssumption,
} from '../../shared/forecast'
import { editionsFor } from '../rules/registry'
import { forecastOf } from '../scoring/forecast'
import type { ReadableWorkspace } from './ports'
import { requireProfile } from './profiles'
import type { ScoreRequest, Scores } from './scores'

/** From which date to look ahead, and how far. What is left out: six months, steady usage. */
export interface ForecastRequest extends ScoreRequest {
  readonly months?: number | undefined
  readonly usage?: UsageAssumption | undefined
  /** Causes listed a month at most; those beyond are one cause. */
  readonly limit?: number | undefined
}

/** More than a person reads; what is smaller is added up. */
const CAUSES_LISTED = 20

/**
 * The score of a stored profile in the months to come if nothing is done, each month under the
 * edition of its own day unless one is named. Throws `profile-not-found`, `edition-not-found`,
 * `input-invalid`.
 */
export function forecast(
  { workspace, scores }: { readonly workspace: ReadableWorkspace; readonly scores: Scores },
  request: ForecastRequest,
): Forecast {
  const profile = requireProfile(workspace, request.profileId)
  const { months = FORECAST_MONTHS, usage = 'steady', readings = {} } = request
  if (!Number.isInteger(months) || months < 1 || months > FORECAST_MONTHS_AT_MOST)
    throw monthsOutOfRange(months)
  const named = scores.namedFor(profile.id, request.edition)
  const on = (day: Day) => scores.prepared(profile.id, named ? [named] : editionsFor(day))
  const asOf = scores.scoreDate(request)
  const limit = request.limit ?? CAUSES_LISTED
  return forecastOf(on, { asOf, months, usage, readings, limit })
}

function monthsOutOfRange(months: number): SeventyError {
  return new SeventyError(
    'input-invalid',
    `A forecast looks 1 to ${String(FORECAST_MONTHS_AT_MOST)} months ahead, not ${String(months)}.`,
    { months },
  )
}
