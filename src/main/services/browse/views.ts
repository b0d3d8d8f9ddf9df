import { viewName, type BrowseView, type SavedView, type ViewShelf } from '../../../shared/browse'
import type { BrowseTable } from '../../../shared/browse-columns'
import { SeventyError } from '../../../shared/errors'
import type { ReadableWorkspace, WritableWorkspace } from '../ports'
import { requireProfile } from '../profiles'
import { folded } from './conditions'
import type { ReadableViews, WritableViews } from './ports'

type Readable = Pick<ReadableWorkspace, 'profileById'> & ReadableViews
type Writable = Pick<WritableWorkspace, 'profileById' | 'transaction'> & WritableViews

/** More than a menu can show. */
const VIEWS_AT_MOST = 50
const NAME_AT_MOST = 80

/** Saved views of a table, and how it was looked at last. Throws `profile-not-found`. */
export function listViews(workspace: Readable, profileId: number, table: BrowseTable): ViewShelf {
  const { id } = requireProfile(workspace, profileId)
  return {
    saved: [...workspace.savedViews(id, table)],
    last: workspace.lastView(id, table) ?? null,
  }
}

/** Saves a view. Throws `profile-not-found`, `view-name-invalid`, `view-exists`, `views-too-many`. */
export function createView(workspace: Writable, wanted: Omit<SavedView, 'id'>): SavedView {
  return workspace.transaction(() => {
    const { id } = requireProfile(workspace, wanted.profileId)
    const others = workspace.savedViews(id, wanted.table)
    if (others.length >= VIEWS_AT_MOST) throw tooMany()
    return workspace.addView({ ...wanted, name: freeName(others, wanted.name) })
  })
}

/**
 * Gives a view another name, another content, or both. Throws `view-not-found`, `view-name-invalid`,
 * `view-exists`.
 */
export function changeView(
  workspace: Writable,
  wanted: {
    readonly viewId: number
    readonly name?: string | undefined
    readonly view?: BrowseView | undefined
  },
): SavedView {
  return workspace.transaction(() => {
    const known = requireView(workspace, wanted.viewId)
    const others = workspace
      .savedViews(known.profileId, known.table)
      .filter(({ id }) => id !== known.id)
    const name = wanted.name === undefined ? known.name : freeName(others, wanted.name)
    const changed = { ...known, name, view: wanted.view ?? known.view }
    workspace.changeView(changed)
    return changed
  })
}

/** Throws `view-not-found`. */
export function removeView(workspace: Writable, viewId: number): SavedView {
  return workspace.transaction(() => {
    const view = requireView(workspace, viewId)
    workspace.removeView(viewId)
    return view
  })
}

/** Keeps how a table is looked at, for the next time. Throws `profile-not-found`. */
export function rememberView(
  workspace: Writable,
  {
    profileId,
    table,
    view,
  }: { readonly profileId: number; readonly table: BrowseTable; readonly view: BrowseView },
): void {
  workspace.transaction(() => {
    workspace.setLastView(requireProfile(workspace, profileId).id, table, view)
  })
}

function requireView(workspace: ReadableViews, id: number): SavedView {
  const view = workspace.savedViewById(id)
  if (view) return view
  throw new SeventyError(
    'view-not-found',
    'This view is no longer in the workspace. Choose another one from the list.',
    { viewId: id },
  )
}

/** A name as it is kept, that none of the others has. */
function freeName(others: readonly SavedView[], wanted: string): string {
  const name = viewName.safeParse(wanted)
  if (!name.success) {
    throw new SeventyError(
      'view-name-invalid',
      `A view needs a name of 1 to ${String(NAME_AT_MOST)} characters.`,
      { name: wanted },
    )
  }
  const existing = others.find((each) => folded(each.name) === folded(name.data))
  if (!existing) return name.data
  throw new SeventyError(
    'view-exists',
    `This table already has a view named "${existing.name}". Choose another name.`,
    { name: name.data, existing: existing.name },
  )
}

function tooMany(): SeventyError {
  return new SeventyError(
    'views-too-many',
    `A table has ${String(VIEWS_AT_MOST)} saved views at most. Remove one that is no longer needed.`,
    { limit: VIEWS_AT_MOST },
  )
}
