import { leastEffort, usageChoices, type UsageChoice } from './bound'
import { effortFor, type Counts, type Problem } from './problem'
import { skillingOptions, type SkillingOption } from './skilling'

/** The cheapest counts, and whether the search could look at everything it had to. */
export interface Found {
  /** null: the designation is out of reach within the limits. */
  readonly counts: Counts | null
  /** In hundredths of a day. */
  readonly effort: number
  /** Standings that were looked at. */
  readonly nodes: number
  /** False when the search was cut short: a cheaper way may exist. */
  readonly proven: boolean
}

/** Standings that a search looks at before it gives up: a second or two. */
export const NODES_AT_MOST = 1_000_000

/**
 * The counts that reach the designation with the least effort (SCORING.md "Attainment"): a branch and
 * bound over the choices of usage, once for each option of certifications. Every branch that could
 * hold a cheaper way is followed, so what is found is the cheapest; see {@link leastEffort} for why
 * the others cannot.
 */
export function cheapest(problem: Problem, nodesAtMost = NODES_AT_MOST): Found {
  const search = new Search(problem, nodesAtMost)
  for (const option of skillingOptions(problem)) search.from(option)
  return search.found()
}

class Search {
  private best: Counts | null = null
  private effort = Infinity
  private nodes = 0
  private readonly order: readonly UsageChoice[]
  private readonly counts: number[]
  private readonly deltas: number[]

  constructor(
    private readonly problem: Problem,
    private readonly nodesAtMost: number,
  ) {
    this.order = usageChoices(problem)
    this.counts = problem.choices.map(() => 0)
    this.deltas = [...problem.start.deltas]
  }

  found(): Found {
    const { best, effort, nodes } = this
    return { counts: best, effort, nodes, proven: nodes < this.nodesAtMost }
  }

  from(option: SkillingOption): void {
    option.counts.forEach((count, index) => {
      this.counts[index] = count
    })
    this.tryGreedily(option)
    this.branch(option, 0, option.effort)
  }

  /**
   * A first way, so that dearer branches end early: always the free choice with the best offer, then
   * without what turned out to be too much. Moves one standing along; a partner with many customers
   * has tens of thousands of steps here.
   */
  private tryGreedily(option: SkillingOption): void {
    const tried = [...option.counts]
    const before = [...this.deltas]
    const reached = () => this.attains(this.pointsWith(option))
    for (const { index, choice } of this.order) {
      const limit = this.limitOf({ index, choice }, tried)
      for (let count = tried[index] as number; count < limit && !reached(); count++) {
        this.move(choice.lever.effectOf(count).streams)
        tried[index] = count + 1
      }
    }
    if (reached()) {
      for (const each of [...this.order].reverse()) this.giveBack(each, tried, reached)
      this.keep(tried, effortFor(this.problem, tried))
    }
    this.standAt(before)
  }

  /** Takes from a choice what the designation is reached without. */
  private giveBack({ index, choice }: UsageChoice, tried: number[], reached: () => boolean): void {
    for (let count = tried[index] as number; count > 0; count--) {
      const { streams } = choice.lever.effectOf(count - 1)
      this.move(streams, -1)
      if (!reached()) {
        this.move(streams)
        return
      }
      tried[index] = count - 1
    }
  }

  private attains(points: readonly number[]): boolean {
    const { threshold, minimum } = this.problem.ledger
    const total = points.reduce((sum, each) => sum + each, 0)
    return total >= threshold && points.every((each) => each >= minimum)
  }

  /** Decides how many of one choice after the other. */
  private branch(option: SkillingOption, depth: number, effort: number): void {
    if (this.nodes >= this.nodesAtMost || effort >= this.effort) return
    this.nodes++
    const points = this.pointsWith(option)
    if (this.attains(points)) {
      this.keep(this.counts, effort)
      return
    }
    const free = this.order.slice(depth)
    const node = {
      deltas: this.deltas,
      points,
      free,
      left: (choice: UsageChoice) => this.limitOf(choice, this.counts),
    }
    const [next] = free
    if (next === undefined || effort + leastEffort(this.problem, node) >= this.effort) return
    this.branchOn(option, depth, effort, next)
  }

  private branchOn(
    option: SkillingOption,
    depth: number,
    effort: number,
    { index, choice }: UsageChoice,
  ): void {
    const limit = this.limitOf({ index, choice }, this.counts)
    const before = [...this.deltas]
    for (let count = 0; count <= limit; count++) {
      if (effort + count * choice.effort >= this.effort) break
      if (count > 0) this.move(choice.lever.effectOf(count - 1).streams)
      this.counts[index] = count
      this.branch(option, depth + 1, effort + count * choice.effort)
    }
    this.counts[index] = 0
    this.standAt(before)
  }

  private standAt(deltas: readonly number[]): void {
    deltas.forEach((delta, stream) => {
      this.deltas[stream] = delta
    })
  }

  /** Amounts are whole numbers, so that a step back leads to where it came from. */
  private move(streams: readonly (readonly [number, number])[], times = 1): void {
    for (const [stream, amount] of streams)
      this.deltas[stream] = (this.deltas[stream] as number) + times * amount
  }

  private pointsWith({ points }: SkillingOption): number[] {
    return points.map((each, metric) => each + this.problem.ledger.usagePoints(metric, this.deltas))
  }

  /** How many of a choice there may be beside others of its id. */
  private limitOf(
    { index, choice }: Pick<UsageChoice, 'index' | 'choice'>,
    counts: Counts,
  ): number {
    const { choices, limitOf } = this.problem
    const { id } = choice.lever
    const others = choices.reduce(
      (sum, { lever }, each) =>
        lever.id === id && each !== index ? sum + (counts[each] as number) : sum,
      0,
    )
    return Math.min(choice.available, limitOf(id) - others)
  }

  private keep(counts: Counts, effort: number): void {
    if (effort >= this.effort) return
    this.best = [...counts]
    this.effort = effort
  }
}
