import { readingsSchema, type ReadingId, type Readings } from '../../shared/score'

/** The readings of a score: what was chosen, else what the edition takes for granted. */
export function readingsWith(defaults: Readings, chosen: Partial<Readings> = {}): Readings {
  return {
    streamFloor: chosen.streamFloor ?? defaults.streamFloor,
    growthSteps: chosen.growthSteps ?? defaults.growthSteps,
    metricMinimum: chosen.metricMinimum ?? defaults.metricMinimum,
    seatScope: chosen.seatScope ?? defaults.seatScope,
    activeCap: chosen.activeCap ?? defaults.activeCap,
    currentMonth: chosen.currentMonth ?? defaults.currentMonth,
  }
}

export interface OtherReading {
  readonly reading: ReadingId
  readonly value: string
  readonly readings: Readings
}

/** Every set of readings that differs in exactly one answer, in the order of the contract. */
export function otherReadings(readings: Readings): OtherReading[] {
  return readingsSchema.keyof().options.flatMap((reading) => {
    const values: readonly string[] = readingsSchema.shape[reading].options
    return values
      .filter((value) => value !== readings[reading])
      .map((value) => ({ reading, value, readings: { ...readings, [reading]: value } }))
  })
}
