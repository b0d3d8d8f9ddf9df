import { usageMonthOf, type Month } from '../../../shared/calendar'
import { SeventyError } from '../../../shared/errors'
import type { Plan } from '../../../shared/plan'
import { bestTrack, type PreparedFacts } from '../engine'
import { projected } from '../projection'
import type { NonEmpty } from '../tracks'
import { planOf, type PlanRequest } from './plan'

export interface TracksRequest extends Omit<PlanRequest, 'prepared' | 'anyAssociation'> {
  /** The facts under every edition that may decide on the day of the goal. */
  readonly tracks: NonEmpty<PreparedFacts>
  /** In the same order, with usage that counts whatever its association; asked for where it matters. */
  readonly anyAssociation: () => NonEmpty<PreparedFacts>
}

type TrackPlan = ReturnType<typeof planOf>

/**
 * The plan of the track that takes least; where the designation is attained, of the one that decides.
 * For a later day the facts are carried on with the usage of the newest month (see `projected`): old
 * months leave the trailing year, certifications expire and retire by themselves. Throws
 * `input-invalid` for a goal before the score date.
 */
export function cheapestPlan(request: TracksRequest): Omit<Plan, 'saved'> {
  const { tracks, anyAssociation, days, readings, settings } = request
  if (days.goal < days.today) {
    throw new SeventyError(
      'input-invalid',
      'A goal lies on the score date or after it. Choose a later day.',
    )
  }
  const later = (facts: PreparedFacts): PreparedFacts =>
    days.goal === days.today ? facts : carriedOn(facts, usageMonthOf(days.goal))
  const [first, ...others] = tracks.map(later)
  const carried: NonEmpty<PreparedFacts> = [first as PreparedFacts, ...others]
  const deciding = bestTrack(carried, days.goal, readings)
  const planned = (prepared: PreparedFacts): TrackPlan =>
    planOf({
      ...{ prepared, days, readings, settings },
      anyAssociation: () => later(anyAssociation()[carried.indexOf(prepared)] as PreparedFacts),
    })
  const decides = planned(deciding.prepared)
  if (decides.attained) return { ...decides, otherTracks: [] }
  const plans = carried.map((each) => (each === deciding.prepared ? decides : planned(each)))
  const chosen = plans.reduce(cheaper, decides)
  const rest = plans.filter((each) => each !== chosen)
  return {
    ...chosen,
    otherTracks: rest.map(({ edition, track, total, ways, attained }) => ({
      edition,
      track,
      total,
      effort: attained ? 0 : (ways[0]?.effort ?? null),
    })),
  }
}

/** Facts carried on to the day that was asked for last: every change of a lever asks for the same. */
const known = new WeakMap<PreparedFacts, { readonly until: Month; readonly facts: PreparedFacts }>()

function carriedOn(prepared: PreparedFacts, until: Month): PreparedFacts {
  const last = known.get(prepared)
  if (last?.until === until) return last.facts
  const facts = projected(prepared, until)
  known.set(prepared, { until, facts })
  return facts
}

/** Of two plans the one whose cheapest way takes less; the first on a tie. */
function cheaper(best: TrackPlan, each: TrackPlan): TrackPlan {
  const effort = ({ ways: [way] }: TrackPlan) => way?.effort ?? Infinity
  return effort(each) < effort(best) ? each : best
}
