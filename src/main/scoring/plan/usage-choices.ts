import type { Lever } from './levers'
import type { Choice, Problem } from './problem'

/** A choice that moves usage, with what so many of it give. */
export interface UsageChoice extends Moves {
  /** Its position among the choices of the problem. */
  readonly index: number
  readonly choice: Choice
  /** Beyond that many every stream it moves gives all it can. */
  readonly available: number
}

interface Moves {
  readonly streams: readonly number[]
  /** By stream, in the same order: what the first n give together, at n. */
  readonly gains: readonly Float64Array[]
  /** Whether each one gives the same. */
  readonly isUniform: boolean
}

/** The choices of a problem that move usage. */
export function usageChoices(problem: Problem): UsageChoice[] {
  return problem.choices.flatMap((choice, index) => {
    const { streams, gains, isUniform } = movesOf(choice.lever)
    const useful = streams.map((stream, each) => {
      const enough = gains[each]?.findIndex((gain) => gain >= rawToTheTop(problem, stream)) ?? -1
      return enough < 0 ? choice.available : enough
    })
    const available = Math.min(choice.available, Math.max(0, ...useful))
    return streams.length === 0 ? [] : [{ index, choice, available, streams, gains, isUniform }]
  })
}

/** A plan searches for several ways with the same levers. */
const known = new WeakMap<Lever, Moves>()

function movesOf(lever: Lever): Moves {
  const moves = known.get(lever) ?? addedUp(lever)
  known.set(lever, moves)
  return moves
}

function addedUp(lever: Lever): Moves {
  const { available } = lever
  const first = lever.effectOf(0)
  const moved = new Map<number, Float64Array>()
  let isUniform = true
  for (let n = 0; n < available; n++) {
    const effect = lever.effectOf(n)
    isUniform &&= effect === first
    for (const [stream, amount] of effect.streams) {
      const gains = moved.get(stream) ?? new Float64Array(available + 1)
      moved.set(stream, gains)
      gains[n + 1] = amount
    }
  }
  for (const gains of moved.values())
    for (let n = 1; n <= available; n++) gains[n] = (gains[n - 1] as number) + (gains[n] as number)
  return { streams: [...moved.keys()], gains: [...moved.values()], isUniform }
}

/** The raw numbers with which a stream gives the most it can, whatever the streams beside it do. */
function rawToTheTop({ situation, rates, start }: Problem, stream: number): number {
  const perRaw = rates.perRaw[stream] as number
  const { metric = 0 } = situation.streams[stream] ?? {}
  if (perRaw === 0) return 0
  const worth = (each: number) => (start.deltas[each] as number) * (rates.perRaw[each] as number)
  const lost = (situation.metrics[metric]?.streams ?? [])
    .filter((each) => each !== stream && !rates.floorEach)
    .reduce((sum, each) => sum + Math.max(0, -worth(each)), 0)
  const missing = (rates.max[metric] as number) - worth(stream) + lost
  // A whole step more where only whole ones count.
  return (missing + (rates.perStep[stream] as number)) / perRaw
}
