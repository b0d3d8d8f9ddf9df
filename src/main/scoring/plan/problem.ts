import type { LeverId, PlanSettings } from '../../../shared/plan'
import { effortOf, type Lever } from './levers'
import { Rates } from './rates'
import { pointsIn, startOf, type Situation, type Standing } from './situation'

/** A lever as the search sees it: effort in hundredths of a day, and how many there may be. */
export interface Choice {
  readonly lever: Lever
  readonly effort: number
  readonly available: number
}

/** So many of each choice, by position. */
export type Counts = readonly number[]

/** Which choices lead from a situation to the designation? */
export interface Problem {
  readonly situation: Situation
  readonly rates: Rates
  readonly start: Standing
  readonly choices: readonly Choice[]
  /** Of all choices with an id together at most. */
  limitOf(id: LeverId): number
}

/** The problem of a situation, without the levers that are excluded or of which there are none. */
export function problemOf(
  situation: Situation,
  levers: readonly Lever[],
  settings: PlanSettings,
  excluded: ReadonlySet<LeverId> = new Set(),
): Problem {
  const limitOf = (id: LeverId) => settings.limit[id] ?? Infinity
  return {
    situation,
    rates: new Rates(situation),
    start: startOf(situation),
    choices: levers
      .filter(({ id }) => !excluded.has(id))
      .map((lever) => ({
        lever,
        effort: effortOf(lever.id, settings),
        available: Math.min(lever.available, limitOf(lever.id)),
      }))
      .filter(({ available }) => available > 0),
    limitOf,
  }
}

/** The standing after so many of each choice. */
export function standingAfter({ start, choices }: Problem, counts: Counts): Standing {
  const deltas = [...start.deltas]
  const people = [...start.people]
  counts.forEach((count, index) => {
    const { lever } = choices[index] as Choice
    for (let n = 0; n < count; n++) {
      const { streams, steps } = lever.effectOf(n)
      for (const [stream, amount] of streams) deltas[stream] = (deltas[stream] as number) + amount
      for (const step of steps) people[step] = (people[step] as number) + 1
    }
  })
  return { deltas, people }
}

/** What a list of counts takes, in hundredths of a day. */
export function effortFor({ choices }: Problem, counts: Counts): number {
  return counts.reduce((sum, count, index) => sum + count * (choices[index] as Choice).effort, 0)
}

/** Points of every metric after so many of each choice, exactly as a score has them. */
export function pointsAfter(problem: Problem, counts: Counts) {
  return pointsIn(problem.situation, standingAfter(problem, counts))
}
