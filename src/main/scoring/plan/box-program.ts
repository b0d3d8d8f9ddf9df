import type { LeverId } from '../../../shared/plan'
import { LinearProgram } from './linear'
import type { Minimums } from './minimums'
import type { Problem } from './problem'
import type { SkillingOption } from './skilling'
import { piecesOf } from './pieces'
import type { UsageChoice } from './usage-choices'

/**
 * What is still open in a part of the search, each question with the lowest and the highest answer:
 * how many of each choice of usage, which option of certifications (by position), for each stream
 * below zero whether it rises above it (0 or 1), and how many whole steps a stream gives.
 */
export interface Box {
  readonly lows: readonly number[]
  readonly highs: readonly number[]
}

/** Where the questions of each kind begin in a box; those of choices are the first. */
export interface Places {
  readonly option: number
  readonly rises: number
  readonly steps: number
}

export function placesOf(choices: number, streams: number): Places {
  return { option: choices, rises: choices + 1, steps: choices + 1 + streams }
}

/** What all boxes of a search have in common. */
export interface Terms {
  readonly problem: Problem
  readonly usage: readonly UsageChoice[]
  readonly options: readonly SkillingOption[]
  readonly places: Places
  /** By metric: whether it misses its minimum, so that something has to move it. */
  readonly missed: readonly boolean[]
  readonly minimums: Minimums
}

/** So much of a column. */
type Part = readonly [column: number, amount: number]

/** The column of what is there whatever is decided. */
const CERTAIN = -1

/** The rows and columns of one box. */
export class BoxProgram {
  readonly program = new LinearProgram()
  /** Of what the lowest answers take. */
  effort = 0
  private readonly columns: Part[][]
  /** What the choices add to each stream beyond their lowest counts. */
  private readonly gains: Part[][]
  private readonly deltas: number[]

  constructor(
    private readonly terms: Terms,
    private readonly box: Box,
  ) {
    const { problem, usage } = terms
    this.columns = box.lows.map(() => [])
    this.gains = problem.start.deltas.map(() => [])
    this.deltas = [...problem.start.deltas]
    usage.forEach((choice, place) => {
      this.addChoice(choice, place)
    })
    this.addLimits()
    this.addTotal([...this.addOptions(), ...this.addMetrics()])
  }

  /** The answers of a solution, to all questions of the box. */
  answers(values: readonly number[]): number[] {
    return this.box.lows.map((low, place) =>
      (this.columns[place] as Part[]).reduce(
        (sum, [column, amount]) => sum + (values[column] as number) * amount,
        low,
      ),
    )
  }

  private low(place: number): number {
    return this.box.lows[place] as number
  }

  private high(place: number): number {
    return this.box.highs[place] as number
  }

  /** A column that answers a question, from its lowest answer to its highest. */
  private answerColumn(place: number): number {
    const column = this.program.column(0, this.high(place) - this.low(place))
    this.columns[place]?.push([column, 1])
    return column
  }

  /** So many of a choice, in columns that give ever less: the first ones are taken first. */
  private addChoice(usage: UsageChoice, place: number): void {
    const { choice, streams, gains } = usage
    const [low, high] = [this.low(place), this.high(place)]
    this.effort += low * choice.effort
    streams.forEach((stream, each) => {
      const gained = (gains[each] as Float64Array)[low] as number
      this.deltas[stream] = (this.deltas[stream] as number) + gained
    })
    for (const { count, each } of piecesOf(usage, low, high)) {
      const column = this.program.column(choice.effort, count)
      this.columns[place]?.push([column, 1])
      streams.forEach((stream, index) => {
        this.gains[stream]?.push([column, each[index] as number])
      })
    }
  }

  /** The consultant's limit of levers that several choices share. */
  private addLimits(): void {
    const byId = Map.groupBy(this.terms.usage.keys(), (place) => this.idOf(place))
    for (const [id, places] of byId) {
      const limit = this.terms.problem.limitOf(id)
      if (places.length === 1 || !Number.isFinite(limit)) continue
      const lows = places.reduce((sum, place) => sum + this.low(place), 0)
      this.program.row(
        limit - lows,
        places.flatMap((place) => this.columns[place] as Part[]),
      )
    }
  }

  private idOf(place: number): LeverId {
    return (this.terms.usage[place] as UsageChoice).choice.lever.id
  }

  /** The threshold: all points together reach it. */
  private addTotal(points: readonly Part[]): void {
    const certain = points.filter(([column]) => column === CERTAIN)
    this.program.row(
      certain.reduce((sum, [, amount]) => sum + amount, 0) - this.terms.problem.rates.threshold,
      negative(points.filter(([column]) => column !== CERTAIN)),
    )
  }

  /** Points of certifications. */
  private addOptions(): Part[] {
    const place = this.terms.places.option
    const low = this.terms.options[this.low(place)] as SkillingOption
    const points: Part[] = [[CERTAIN, low.points]]
    this.effort += low.effort
    for (let index = this.low(place) + 1; index <= this.high(place); index++) {
      const option = this.terms.options[index] as SkillingOption
      const column = this.program.column(option.effort - low.effort, 1)
      this.columns[place]?.push([column, index - this.low(place)])
      points.push([column, option.points - low.points])
    }
    this.program.row(
      1,
      points.slice(1).map(([column]) => [column, 1]),
    )
    return points
  }

  /** Points of the other metrics, each from its minimum to its maximum and no more than its streams give. */
  private addMetrics(): Part[] {
    const { problem, minimums, missed } = this.terms
    const { situation, rates } = problem
    return situation.metrics.flatMap(({ streams, steps, present }, metric): Part[] => {
      if (steps.length > 0) return []
      const [least, max] = [minimums.metrics[metric] as number, rates.max[metric] as number]
      const given = streams.map((stream) => this.addStream(stream))
      if (missed[metric]) this.addMove(streams, given)
      const base = given.reduce((sum, each) => sum + each.base, present.rounded(9))
      const column = this.program.column(0, Math.max(0, max - least))
      this.program.row(base - least, [
        [column, 1],
        ...negative(given.flatMap(({ parts }) => parts)),
      ])
      return [
        [CERTAIN, least],
        [column, 1],
      ]
    })
  }

  /**
   * What a metric needs that misses its minimum: at least one of what moves it, and a stream above
   * zero. However small a minimum is, this holds.
   */
  private addMove(streams: readonly number[], given: readonly Given[]): void {
    const moving = [...this.terms.usage.keys()].filter((place) =>
      (this.terms.usage[place] as UsageChoice).streams.some((stream) => streams.includes(stream)),
    )
    const lows = moving.reduce((sum, place) => sum + this.low(place), 0)
    const columns = moving.flatMap((place) => this.columns[place] as Part[])
    this.program.row(
      lows - 1,
      columns.map(([column]) => [column, -1]),
    )
    if (given.some(({ rises }) => rises === 'always')) return
    this.program.row(
      -1,
      given.flatMap(({ rises }): Part[] => (typeof rises === 'number' ? [[rises, -1]] : [])),
    )
  }

  /** What a stream gives its metric: a number, and parts of columns. */
  private addStream(stream: number): Given {
    const { rates, situation } = this.terms.problem
    const perRaw = rates.perRaw[stream] as number
    const worth = (this.deltas[stream] as number) * perRaw
    const gains = (this.gains[stream] as Part[]).map(([column, raw]): Part => [
      column,
      raw * perRaw,
    ])
    if ((rates.perStep[stream] as number) > 0) return this.addSteps(stream, worth, gains)
    const isCut = rates.floorEach && (worth < 0 || this.low(this.terms.places.rises + stream) === 0)
    const hasOwnMax = situation.streams[stream]?.rule.max !== undefined
    return isCut || hasOwnMax
      ? this.addCut(stream, worth, gains)
      : { base: worth, parts: gains, rises: 'always' }
  }

  /**
   * A stream with a maximum of its own, or one that gives nothing below zero: a column for what it
   * gives, which is no more than its worth, or than nothing unless it rises.
   */
  private addCut(stream: number, worth: number, gains: readonly Part[]): Given {
    const { problem, minimums, places } = this.terms
    const { rates } = problem
    const rise = places.rises + stream
    if (rates.floorEach && this.high(rise) === 0) return NOTHING
    const cap = rates.caps[stream] as number
    const base = rates.floorEach && worth < 0 ? 0 : Math.min(worth, cap)
    const given = this.program.column(0, cap - base)
    const deficit = base - worth
    if (!rates.floorEach || this.low(rise) > 0) {
      this.program.row(-deficit, [[given, 1], ...negative(gains)])
      return { base, parts: [[given, 1]], rises: 'always' }
    }
    const rises = this.answerColumn(rise)
    this.program.row(0, [[given, 1], ...negative(gains), [rises, deficit]])
    this.program.row(-base, [
      [given, 1],
      [rises, -cap],
    ])
    this.program.row(base, [
      [given, -1],
      [rises, minimums.streams[stream] as number],
    ])
    return { base, parts: [[given, 1]], rises }
  }

  /**
   * A stream of which only whole steps count: a column for how many, each worth its points. Below zero
   * a step that is begun does not count either, so the loss may be almost a step smaller than it is,
   * but then it stays a loss.
   */
  private addSteps(stream: number, worth: number, gains: readonly Part[]): Given {
    const { rates } = this.terms.problem
    const rise = this.terms.places.rises + stream
    if (rates.floorEach && this.high(rise) === 0) return NOTHING
    const place = this.terms.places.steps + stream
    const step = rates.perStep[stream] as number
    const base = this.low(place) * step
    const given = this.answerColumn(place)
    const isOpen = worth < 0 && this.low(rise) < this.high(rise)
    const staysBelow = worth < 0 && this.high(rise) === 0
    const begun = rates.floorEach ? -worth : step - (rates.perRaw[stream] as number)
    const rises = isOpen ? this.answerColumn(rise) : null
    this.program.row(worth - base + HAIR + (isOpen || staysBelow ? begun : 0), [
      [given, step],
      ...negative(gains),
      ...(rises === null ? [] : [[rises, begun] as const]),
    ])
    if (isOpen || staysBelow) {
      this.program.row(-base, [
        [given, step],
        ...(rises === null ? [] : [[rises, -this.high(place) * step] as const]),
      ])
    }
    return { base, parts: [[given, step]], rises: rises ?? (staysBelow ? 'never' : 'always') }
  }
}

/** What a stream gives: so much, and so much of columns. */
interface Given {
  readonly base: number
  readonly parts: readonly Part[]
  /** Whether it is above zero, or the column that says so. */
  readonly rises: 'always' | 'never' | number
}

const NOTHING: Given = { base: 0, parts: [], rises: 'never' }

function negative(parts: readonly Part[]): Part[] {
  return parts.map(([column, amount]) => [column, -amount])
}

/** A whole step must not be missed by a rounding error. */
const HAIR = 1e-9
