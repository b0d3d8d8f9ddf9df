import type { StepLabel } from '../../../shared/edits'
import { SeventyError } from '../../../shared/errors'
import type { Score } from '../../../shared/score'
import {
  keptScoreSchema,
  type ComparedSnapshot,
  type KeptScore,
  type Snapshot,
} from '../../../shared/snapshots'
import { carryOut, type EditableWorkspace } from '../edits/log'
import type { Clock, ReadableWorkspace } from '../ports'
import { requireProfile } from '../profiles'
import type { Scores } from '../scores'
import type { WithEngagement } from './ports'

interface Writing {
  readonly workspace: EditableWorkspace & WithEngagement
  readonly clock: Clock
}

/** Each is computed anew for its list. */
const SNAPSHOTS_AT_MOST = 100

/**
 * The snapshots of a partner, the latest score date first, each beside what the same date, edition and
 * readings give with the data of today. Throws `profile-not-found`.
 */
export function listSnapshots(
  {
    workspace,
    scores,
  }: {
    readonly workspace: Pick<ReadableWorkspace, 'profileById'> & WithEngagement
    readonly scores: Pick<Scores, 'score'>
  },
  profileId: number,
): ComparedSnapshot[] {
  const { id } = requireProfile(workspace, profileId)
  return workspace.engagement
    .snapshots(id)
    .toSorted((a, b) => (a.score.asOf === b.score.asOf ? b.id - a.id : later(a, b)))
    .map((snapshot) => compared(snapshot, scores))
}

function later(a: Snapshot, b: Snapshot): number {
  return a.score.asOf < b.score.asOf ? 1 : -1
}

function compared(snapshot: Snapshot, scores: Pick<Scores, 'score'>): ComparedSnapshot {
  const { profileId, score } = snapshot
  const { asOf, edition, readings } = score
  const now = unlessGone(() => scores.score({ profileId, asOf, edition, readings }))
  if (now === null) return { ...snapshot, now, same: false }
  const { total, totalShown, attained } = now
  return { ...snapshot, now: { total, totalShown, attained }, same: says(score) === says(now) }
}

/** A custom edition may have been removed, or be broken by now. */
function unlessGone(score: () => Score): Score | null {
  try {
    return score()
  } catch (error) {
    if (error instanceof SeventyError && error.code.startsWith('edition-')) return null
    throw error
  }
}

function says({ total, metrics }: Pick<KeptScore, 'total' | 'metrics'>): string {
  return JSON.stringify([total, ...metrics.map(({ id, points }) => [id, points])])
}

/**
 * Keeps the score of a date, without one that of the partner's score date. Throws `profile-not-found`,
 * `edition-not-found`, `snapshots-too-many`.
 */
export function takeSnapshot(
  { workspace, clock, scores }: Writing & { readonly scores: Pick<Scores, 'score'> },
  wanted: {
    readonly profileId: number
    readonly asOf?: string | undefined
    readonly name?: string | undefined
  },
): Snapshot {
  return workspace.transaction(() => {
    const { profileId, asOf, name = '' } = wanted
    requireProfile(workspace, profileId)
    if (workspace.engagement.snapshots(profileId).length >= SNAPSHOTS_AT_MOST) throw tooMany()
    const score = keptScoreSchema.parse(scores.score({ profileId, asOf }))
    const id = workspace.engagement.nextId('snapshot')
    const snapshot = { id, profileId, name: name.trim(), takenAt: clock.now(), score }
    logged({ workspace, clock }, 'snapshot-taken', snapshot, snapshot)
    return snapshot
  })
}

/** Gives a snapshot another name; an empty one: it is called by its date. Throws `snapshot-not-found`. */
export function renameSnapshot(
  writing: Writing,
  wanted: { readonly snapshotId: number; readonly name: string },
): Snapshot {
  return writing.workspace.transaction(() => {
    const known = requireSnapshot(writing.workspace, wanted.snapshotId)
    const renamed = { ...known, name: wanted.name.trim() }
    logged(writing, 'snapshot-renamed', renamed, renamed)
    return renamed
  })
}

/** Throws `snapshot-not-found`. */
export function removeSnapshot(writing: Writing, snapshotId: number): Snapshot {
  return writing.workspace.transaction(() => {
    const known = requireSnapshot(writing.workspace, snapshotId)
    logged(writing, 'snapshot-removed', known, null)
    return known
  })
}

function logged(
  { workspace, clock }: Writing,
  label: Extract<StepLabel, `snapshot-${string}`>,
  { id, profileId, name, score }: Snapshot,
  snapshot: Snapshot | null,
): void {
  const step = { profileId, label, values: { name, date: score.asOf } }
  carryOut(workspace, clock, step, { kind: 'snapshot', id, snapshot })
}

function requireSnapshot({ engagement }: WithEngagement, id: number): Snapshot {
  const snapshot = engagement.snapshotById(id)
  if (snapshot) return snapshot
  throw new SeventyError(
    'snapshot-not-found',
    'This snapshot is no longer in the workspace. Choose another one from the list.',
    { snapshotId: id },
  )
}

function tooMany(): SeventyError {
  return new SeventyError(
    'snapshots-too-many',
    `A partner has ${String(SNAPSHOTS_AT_MOST)} snapshots at most. Remove some that are no longer needed.`,
    { limit: SNAPSHOTS_AT_MOST },
  )
}
