import { SeventyError } from '../../shared/errors'
import type { ChangedImport, ErasedImport, ImportEntry } from '../../shared/import-history'
import type { Clock, ReadableWorkspace, WritableWorkspace } from './ports'
import { requireProfile } from './profiles'

/** An import as the workspace knows it, withdrawn or not. */
export interface StoredImport {
  readonly id: number
  readonly profileId: number
  readonly importedAt: string
  /** null: it is not withdrawn. */
  readonly withdrawnAt: string | null
  /** Names of its files. */
  readonly files: readonly string[]
}

/** What any thread may know about imports. */
export interface StoredImports {
  /** Newest first, withdrawn ones too. */
  importHistory(profileId: number): readonly ImportEntry[]
  importById(importId: number): StoredImport | undefined
}

/** What the writing thread may do to imports. */
export interface WithdrawableImports extends StoredImports {
  /**
   * Takes an import out of force, or (null) brings it back: everything is as if it had never been, or
   * always. Throws `input-invalid` when the amounts that are then in force cannot be summed exactly.
   */
  withdrawImport(stored: StoredImport, at: string | null): void
  /**
   * Erases a withdrawn import with all that no other one has, and says how much that was. Throws
   * `import-in-force`.
   */
  eraseImport(stored: StoredImport): ErasedImport
}

type Changeable = WritableWorkspace & WithdrawableImports

/** The imports of a partner, newest first. Throws `profile-not-found`. */
export function listImports(
  workspace: ReadableWorkspace & StoredImports,
  profileId: number,
): ImportEntry[] {
  return [...workspace.importHistory(requireProfile(workspace, profileId).id)]
}

/**
 * Undoes an import, however many came after it: from now on everything is as if it had never been.
 * Throws `import-not-found`, `import-withdrawn`.
 */
export function withdrawImport(
  workspace: Changeable,
  clock: Clock,
  importId: number,
): ChangedImport {
  return workspace.transaction(() => {
    const found = requireImport(workspace, importId)
    if (found.withdrawnAt !== null) {
      throw new SeventyError(
        'import-withdrawn',
        `Import ${importId} is undone already. It can be brought back or erased.`,
        { importId, withdrawnAt: found.withdrawnAt },
      )
    }
    const at = clock.now()
    workspace.withdrawImport(found, at)
    audit(workspace, at, 'import-withdrawn', found)
    return { profileId: found.profileId, importId }
  })
}

/**
 * Brings an undone import back, in its old place before those that came after it. Throws
 * `import-not-found`, `import-in-force`, and `input-invalid` when the amounts cannot be summed exactly.
 */
export function restoreImport(
  workspace: Changeable,
  clock: Clock,
  importId: number,
): ChangedImport {
  return workspace.transaction(() => {
    const found = requireImport(workspace, importId)
    if (found.withdrawnAt === null) {
      throw new SeventyError(
        'import-in-force',
        `Import ${importId} was not undone, so there is nothing to bring back.`,
        { importId },
      )
    }
    workspace.withdrawImport(found, null)
    audit(workspace, clock.now(), 'import-restored', found)
    return { profileId: found.profileId, importId }
  })
}

/**
 * Erases an undone import for good: rows, monthly totals, and customers and people whom no other
 * import names. The audit log keeps that it was, with the names of its files.
 * Throws `import-not-found`, `import-in-force`.
 */
export function eraseImport(
  workspace: Changeable,
  clock: Clock,
  importId: number,
): ChangedImport & ErasedImport {
  return workspace.transaction(() => {
    const found = requireImport(workspace, importId)
    const erased = workspace.eraseImport(found)
    audit(workspace, clock.now(), 'import-erased', found, erased)
    return { profileId: found.profileId, importId, ...erased }
  })
}

function requireImport(workspace: StoredImports, importId: number): StoredImport {
  const found = workspace.importById(importId)
  if (found) return found
  throw new SeventyError(
    'import-not-found',
    `There is no import ${importId} in this workspace. List those that are with: imports --profile NAME`,
    { importId },
  )
}

function audit(
  workspace: Changeable,
  at: string,
  action: string,
  { id, profileId, files }: StoredImport,
  more: object = {},
): void {
  const { name } = requireProfile(workspace, profileId)
  workspace.audit({ at, action, subject: name, details: { importId: id, files, ...more } })
}
