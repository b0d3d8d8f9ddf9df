import { SeventyError } from '../../../shared/errors'
import type { ErasedImport } from '../../../shared/import-history'
import type { StoredImport } from '../../services/import-history'
import type { ReadConnection, WriteConnection } from '../connection'
import { deleteUnnamed, renewNames } from '../repositories/file-names'
import { grossInForce, rowRanges } from '../repositories/files'
import {
  deleteImport,
  historySlices,
  setRepeats,
  setSupersededBy,
  setWithdrawn,
  storedOutOfForce,
} from '../repositories/imports'
import { raiseRevision } from '../repositories/profiles'
import { deleteChangesIn } from '../repositories/row-changes'
import { dropStepsOf } from '../repositories/steps'
import { deleteRows, tableOf } from '../repositories/usage'
import { outOfForce } from './in-force'
import { amountsTooLarge } from './slice-book'

/**
 * Takes an import out of force, or (`at` null) brings it back, and with it everything that follows
 * from which imports count: replaced months, repeated files, names. Rows, rollups and columns stay.
 * Throws `input-invalid` when the amounts then in force leave the range in which sums are exact.
 */
export function withdrawImport(
  connection: WriteConnection,
  { id, profileId }: StoredImport,
  at: string | null,
): void {
  setWithdrawn(connection, id, at)
  const wanted = outOfForce(historySlices(connection, profileId))
  const stored = storedOutOfForce(connection, profileId)
  // Files first: for a moment nothing may point at what an erasing import is about to take.
  update(stored.repeats, wanted.repeats, (file, same) => setRepeats(connection, file, same))
  update(stored.supersededBy, wanted.supersededBy, (slice, by) =>
    setSupersededBy(connection, slice, by),
  )
  if (grossInForce(connection, profileId) > Number.MAX_SAFE_INTEGER) throw amountsTooLarge()
  renewNames(connection, profileId)
  raiseRevision(connection, profileId)
}

/** Tells `set` what is to become of each id that is not as it should be; null: nothing holds it. */
function update(
  stored: ReadonlyMap<number, number>,
  wanted: ReadonlyMap<number, number>,
  set: (id: number, value: number | null) => void,
): void {
  for (const id of stored.keys()) if (!wanted.has(id)) set(id, null)
  for (const [id, value] of wanted) if (stored.get(id) !== value) set(id, value)
}

/** How many slices and files of a profile are not in force, or are, against what its imports say. */
export function countMisjudged(connection: ReadConnection, profileId: number): number {
  const wanted = outOfForce(historySlices(connection, profileId))
  const stored = storedOutOfForce(connection, profileId)
  let wrong = 0
  update(stored.repeats, wanted.repeats, () => wrong++)
  update(stored.supersededBy, wanted.supersededBy, () => wrong++)
  return wrong
}

/**
 * Erases a withdrawn import: its rows with all that was made from them, and the customers and people
 * that no other import names. Nothing in force changes; steps of the partner can no longer be undone. Throws `import-in-force` for any other.
 */
export function eraseImport(connection: WriteConnection, stored: StoredImport): ErasedImport {
  const { id, profileId, withdrawnAt } = stored
  if (withdrawnAt === null) {
    throw new SeventyError(
      'import-in-force',
      'Only an import that was undone can be erased. Undo it first, and look at what that changes.',
      { importId: id },
    )
  }
  const ranges = rowRanges(connection, profileId, id)
  let unnamed = { tenants: 0, people: 0 }
  connection.erasing(() => {
    for (const range of ranges) {
      const table = tableOf[range.dataset]
      deleteChangesIn(connection, table, range)
      deleteRows(connection, table, range)
    }
    // Undoing a step could bring back what was erased, or change another row of the same id.
    dropStepsOf(connection, profileId)
    deleteImport(connection, id)
    unnamed = deleteUnnamed(connection, profileId)
  })
  raiseRevision(connection, profileId)
  return { rows: ranges.reduce((sum, { first, last }) => sum + last - first + 1, 0), ...unnamed }
}
