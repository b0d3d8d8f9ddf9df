import { reachesMinimum } from '../score'
import { BoxProgram, placesOf, type Box, type Terms } from './box-program'
import { solve } from './linear'
import { minimumsOf } from './minimums'
import type { Problem } from './problem'
import { pointsIn } from './situation'
import type { SkillingOption } from './skilling'
import type { UsageChoice } from './usage-choices'

/** A box as if people and customers could be divided: its least effort, and an answer to every question. */
export interface Answer {
  /** In hundredths of a day; nothing inside the box takes less. */
  readonly least: number
  readonly values: readonly number[]
}

/**
 * The plan as a linear program (SCORING.md "Attainment"), for a box. Every way inside the box fits its
 * rows and costs there what it takes, so none takes less than the program's least cost.
 */
export class Relaxation {
  /** All there is. */
  readonly root: Box
  private readonly terms: Terms

  constructor(problem: Problem, usage: readonly UsageChoice[], options: readonly SkillingOption[]) {
    const { situation, start } = problem
    const missed = pointsIn(situation, start).map(
      (points) => !reachesMinimum(points, situation.edition, situation.readings),
    )
    const minimums = minimumsOf(problem, usage)
    const places = placesOf(usage.length, situation.streams.length)
    this.terms = { problem, usage, options, places, missed, minimums }
    const streams = situation.streams.map((_, stream) => this.questionsOf(stream))
    this.root = {
      lows: [
        ...usage.map(() => 0),
        0,
        ...streams.map(({ rises }) => rises),
        ...streams.map(({ steps: [low] }) => low),
      ],
      highs: [
        ...usage.map(({ available }) => available),
        options.length - 1,
        ...streams.map(() => 1),
        ...streams.map(({ steps: [, high] }) => high),
      ],
    }
  }

  /** The answer of a box; null: no way is inside. Stops early where it takes `enough`. */
  of(box: Box, enough: number): Answer | null {
    const form = new BoxProgram(this.terms, box)
    const solved = solve(form.program, enough - form.effort)
    return solved && { least: form.effort + solved.least, values: form.answers(solved.values) }
  }

  /** Whether a stream is above zero whatever is done (1), and how many whole steps it may give. */
  private questionsOf(stream: number): { rises: 0 | 1; steps: readonly [number, number] } {
    const { problem, usage, minimums } = this.terms
    const { rates, start } = problem
    const step = rates.perStep[stream] as number
    const delta = start.deltas[stream] as number
    const worth = rates.worthOf(stream, delta)
    // Where anything above zero is enough, zero is not.
    const isBelow = delta < 0 || (delta === 0 && (minimums.streams[stream] as number) > 0)
    // What is added up before it is cut matters below zero as well, but only whole steps are cut there.
    const rises = isBelow && (rates.floorEach || step > 0) ? 0 : 1
    if (step === 0) return { rises, steps: [0, 0] }
    const most = usage.reduce((sum, { streams, gains, available }) => {
      const gain = gains[streams.indexOf(stream)]?.[available] ?? 0
      return sum + gain * (rates.perRaw[stream] as number)
    }, worth)
    const least = rates.floorEach ? 0 : Math.min(0, Math.round(worth / step))
    const steps = Math.ceil(Math.min(rates.caps[stream] as number, most + step) / step)
    return { rises, steps: [least, Math.max(0, least, steps)] }
  }
}
