import { z } from 'zod'
import { isoDate, isoMonth, profileId } from './primitives'
import { metricSchema, readingsSchema, scoreSchema } from './score'

/** A score kept as it stood: what was known about a date, whatever is imported later. */

export const snapshotId = z.int().positive()
export const snapshotName = z.string().trim().max(80)

/** The part of a score that is kept; a kept one has to be read by every later version. */
export const keptScoreSchema = z.object({
  asOf: isoDate,
  usageMonth: isoMonth,
  edition: z.string(),
  readings: readingsSchema.partial(),
  ...scoreSchema.pick({ total: true, totalShown: true, max: true, threshold: true }).shape,
  attained: z.boolean(),
  metrics: z.array(metricSchema.pick({ id: true, points: true, pointsShown: true, max: true })),
})
export type KeptScore = z.infer<typeof keptScoreSchema>

export const snapshotSchema = z.object({
  id: snapshotId,
  profileId,
  /** Empty: it is called by its date. */
  name: z.string(),
  /** ISO 8601 in UTC. */
  takenAt: z.string(),
  score: keptScoreSchema,
})
export type Snapshot = z.infer<typeof snapshotSchema>

/** A snapshot beside what its date, edition and readings give with the data of today. */
export const comparedSnapshotSchema = snapshotSchema.extend({
  /** null: its edition is no longer in the workspace. */
  now: z
    .object({
      total: z.number().nullable(),
      totalShown: z.number().nullable(),
      attained: z.boolean(),
    })
    .nullable(),
  /** False where a total or the points of a metric differ by now: data was replaced or changed. */
  same: z.boolean(),
})
export type ComparedSnapshot = z.infer<typeof comparedSnapshotSchema>
