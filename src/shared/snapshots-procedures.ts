import { z } from 'zod'
import { isoDate, profileId } from './primitives'
import { procedure } from './procedure'
import { comparedSnapshotSchema, snapshotId, snapshotName, snapshotSchema } from './snapshots'

/** The part of the contract that is about snapshots; see {@link ./contract}. */
export const snapshotProcedures = {
  /** The latest score date first. */
  'snapshots.list': procedure(
    'reader',
    z.strictObject({ profileId }),
    z.array(comparedSnapshotSchema),
    ['profile-not-found'],
  ),
  /** Keeps the score of a date; without one, of the partner's score date. */
  'snapshots.take': procedure(
    'writer',
    z.strictObject({ profileId, asOf: isoDate.optional(), name: snapshotName.optional() }),
    snapshotSchema,
    ['profile-not-found', 'edition-not-found', 'snapshots-too-many'],
  ),
  'snapshots.rename': procedure(
    'writer',
    z.strictObject({ snapshotId, name: snapshotName }),
    snapshotSchema,
    ['snapshot-not-found'],
  ),
  'snapshots.remove': procedure('writer', z.strictObject({ snapshotId }), snapshotSchema, [
    'snapshot-not-found',
  ]),
} as const
