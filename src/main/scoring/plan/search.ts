import { effortFor, pointsAfter, type Counts, type Problem } from './problem'
import type { Box } from './box-program'
import { greatestCommonDivisor, minimumsOf } from './minimums'
import { Relaxation, type Answer } from './relaxation'
import { attains } from './situation'
import { skillingOptions, type SkillingOption } from './skilling'
import { usageChoices, type UsageChoice } from './usage-choices'

/** The cheapest counts, and whether the search could look at everything it had to. */
export interface Found {
  /** null: the designation is out of reach within the limits. */
  readonly counts: Counts | null
  /** In hundredths of a day. */
  readonly effort: number
  /** Boxes that were looked at. */
  readonly nodes: number
  /** False when the search was cut short: a cheaper way may exist. */
  readonly proven: boolean
}

/** Boxes that a search looks at before it gives up: some seconds. Usual are less than a hundred. */
export const NODES_AT_MOST = 100_000

/**
 * The counts that reach the designation with the least effort (SCORING.md "Attainment"). Branch and
 * bound: all ways are in one box; a box is cut in two or three by what is still open in it, and left
 * alone once nothing inside can take less than the best way known. Why that holds stands with
 * {@link Relaxation}; what is kept was checked with the exact points of a score.
 */
export function cheapest(problem: Problem, limits: SearchLimits = {}): Found {
  return new Search(problem, limits.nodes ?? NODES_AT_MOST, limits.atLeast ?? 0).run()
}

export interface SearchLimits {
  /** Boxes that are looked at at most. */
  readonly nodes?: number
  /** In hundredths of a day: nothing takes less, as is known already. */
  readonly atLeast?: number
}

interface Node extends Answer {
  readonly box: Box
}

/** An answer that is off a whole number by less is one. */
const WHOLE = 1e-6

class Search {
  private best: Counts | null = null
  private effort = Infinity
  private nodes = 0
  private readonly usage: readonly UsageChoice[]
  private readonly options: readonly SkillingOption[]
  private readonly minimums: readonly number[]
  private readonly relaxation: Relaxation
  /** Every effort is a multiple of it. */
  private readonly part: number
  /** Boxes that may hold a cheaper way, that of the least effort last. */
  private readonly open: Node[] = []

  constructor(
    private readonly problem: Problem,
    private readonly nodesAtMost: number,
    private readonly atLeast: number,
  ) {
    this.usage = usageChoices(problem)
    this.options = skillingOptions(problem)
    this.minimums = minimumsOf(problem, this.usage).metrics
    this.relaxation = new Relaxation(problem, this.usage, this.options)
    this.part = problem.choices.reduce((part, { effort }) => greatestCommonDivisor(effort, part), 0)
  }

  run(): Found {
    if (this.options.length > 0) this.look(this.relaxation.root)
    let node = this.open.pop()
    while (node !== undefined && node.least < this.effort && this.nodes < this.nodesAtMost) {
      for (const box of this.cut(node)) this.look(box)
      node = this.open.pop()
    }
    const { best, effort, nodes } = this
    return { counts: best, effort, nodes, proven: node === undefined || node.least >= effort }
  }

  /** Asks a box for its bound and for a way, and keeps it where it may hold a cheaper one. */
  private look(box: Box): void {
    this.nodes++
    const answer = this.relaxation.of(box, this.effort)
    if (answer === null) return
    const least = Math.max(this.atLeast, this.inWholeParts(answer.least))
    if (least >= this.effort) return
    this.tryRounded(box, answer)
    if (least >= this.effort) return
    const node = { box, least, values: answer.values }
    const place = this.open.findLastIndex((other) => other.least > least)
    this.open.splice(place + 1, 0, node)
  }

  /** The next effort that whole people and customers can take. */
  private inWholeParts(effort: number): number {
    // Costs are sums of binary numbers; a ten-thousandth of a hundredth of a day is none.
    const { part } = this
    return part === 0 ? 0 : Math.ceil((effort - 1e-4) / part) * part
  }

  /** A way from an answer: everything in whole numbers, then less of what is not needed. */
  private tryRounded(box: Box, { values }: Answer): void {
    const counts = this.usage.map((_, place) =>
      Math.min(box.highs[place] as number, roundedUp(values[place] as number)),
    )
    let option = roundedUp(values[this.usage.length] as number)
    if (!this.keepsLimits(counts) || !this.seemsEnough(counts, option)) return
    this.keep(this.wayOf(counts, option))
    while (option > 0 && this.seemsEnough(counts, option - 1)) option--
    for (const place of this.dearestFirst()) {
      while ((counts[place] as number) > 0) {
        counts[place] = (counts[place] as number) - 1
        if (this.seemsEnough(counts, option)) continue
        counts[place] = (counts[place] as number) + 1
        break
      }
    }
    this.keep(this.wayOf(counts, option))
  }

  private dearestFirst(): number[] {
    const effort = (place: number) => this.usage[place]?.choice.effort ?? 0
    return [...this.usage.keys()].sort((a, b) => effort(b) - effort(a))
  }

  private keepsLimits(counts: readonly number[]): boolean {
    const taken = new Map<string, number>()
    return this.usage.every(({ choice }, place) => {
      const { id } = choice.lever
      taken.set(id, (taken.get(id) ?? 0) + (counts[place] as number))
      return (taken.get(id) as number) <= this.problem.limitOf(id)
    })
  }

  /** Whether counts attain the designation as far as binary numbers can say. */
  private seemsEnough(counts: readonly number[], option: number): boolean {
    const { rates, situation, start } = this.problem
    const deltas = [...start.deltas]
    this.usage.forEach(({ streams, gains }, place) => {
      streams.forEach((stream, each) => {
        const gain = (gains[each] as Float64Array)[counts[place] as number] as number
        deltas[stream] = (deltas[stream] as number) + gain
      })
    })
    let total = this.options[option]?.points ?? 0
    for (let metric = 0; metric < situation.metrics.length; metric++) {
      if (situation.metrics[metric]?.steps.length) continue
      const points = rates.pointsOf(metric, deltas)
      if (points < (this.minimums[metric] as number)) return false
      total += points
    }
    return total >= rates.threshold
  }

  /** The counts of all choices, certifications included. */
  private wayOf(counts: readonly number[], option: number): number[] {
    const way = [...(this.options[option] as SkillingOption).counts]
    this.usage.forEach(({ index }, place) => {
      way[index] = counts[place] as number
    })
    return way
  }

  private keep(way: Counts): void {
    const effort = effortFor(this.problem, way)
    if (effort >= this.effort) return
    if (!attains(this.problem.situation, pointsAfter(this.problem, way))) return
    this.best = way
    this.effort = effort
  }

  /** The boxes that together hold every way of a node that is not yet known. */
  private cut({ box, values }: Node): Box[] {
    const place = this.mostOpen(box, values)
    if (place < 0) return []
    const value = values[place] as number
    const below = Math.floor(value + WHOLE)
    const [low, high] = [box.lows[place] as number, box.highs[place] as number]
    const parts: [number, number][] = isWhole(value)
      ? [
          [low, below - 1],
          [below, below],
          [below + 1, high],
        ]
      : [
          [low, below],
          [below + 1, high],
        ]
    return parts
      .filter(([from, to]) => from <= to)
      .map(([from, to]) => ({
        lows: box.lows.with(place, from),
        highs: box.highs.with(place, to),
      }))
  }

  /**
   * The question to decide next; −1 where all counts are decided, so that the box holds one way, which
   * was tried. First whether a stream rises, since that costs most; then certifications and counts that
   * are no whole numbers; then any count that is open, as one of a list may give less than the best.
   */
  private mostOpen({ lows, highs }: Box, values: readonly number[]): number {
    const open = [...values.keys()].filter(
      (place) => (lows[place] as number) < (highs[place] as number),
    )
    const counts = open.filter((place) => place <= this.usage.length)
    if (counts.length === 0) return -1
    const off = (place: number) => {
      const value = values[place] as number
      return (
        Math.abs(value - Math.round(value)) * Math.max(1, this.usage[place]?.choice.effort ?? 0)
      )
    }
    const [divided] = open
      .filter((place) => !isWhole(values[place] as number))
      .sort((a, b) => this.rankOf(a) - this.rankOf(b) || off(b) - off(a))
    return (
      divided ?? counts.find((place) => this.usage[place]?.isUniform === false) ?? counts[0] ?? -1
    )
  }

  /** Streams that rise, then certifications, then counts and whole steps. */
  private rankOf(place: number): number {
    const kind = place - this.usage.length
    const streams = this.problem.situation.streams.length
    return kind > 0 && kind <= streams ? 0 : kind === 0 ? 1 : 2
  }
}

function isWhole(value: number): boolean {
  return Math.abs(value - Math.round(value)) <= WHOLE
}

function roundedUp(value: number): number {
  return Math.max(0, Math.ceil(value - WHOLE))
}
