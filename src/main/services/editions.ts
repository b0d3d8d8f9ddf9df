import type {
  EditionCheck,
  EditionComparison,
  EditionProblem,
  EditionSummary,
  EditionView,
} from '../../shared/editions'
import { SeventyError } from '../../shared/errors'
import type { Edition } from '../rules/edition-schema'
import { editionDifferences, editionSections } from '../rules/edition-sections'
import { gaps, problemsBeside } from '../rules/edition-set'
import { EDITION_BYTES, editionFromText } from '../rules/edition-text'
import { isBuiltIn } from '../rules/registry'
import { EditionShelf } from './edition-shelf'
import type { TextFiles } from './intake-ports'
import type { Clock, ReadableWorkspace, WritableWorkspace } from './ports'
import type { StepLog } from './edits/ports'
import { requireProfile } from './profiles'

/**
 * The rules as the user sees and extends them: which editions there are, what they say, how two differ,
 * and adding or removing custom ones.
 */

/** Every edition: those of the product, oldest first, then the custom ones. */
export function listEditions(workspace: ReadableWorkspace): EditionSummary[] {
  return new EditionShelf(workspace).all().map((edition) => summaryOf(workspace, edition))
}

/** One edition in words. Throws `edition-not-found`, `edition-invalid`. */
export function viewEdition(workspace: ReadableWorkspace, id: string): EditionView {
  const edition = new EditionShelf(workspace).byId(id)
  return { summary: summaryOf(workspace, edition), sections: editionSections(edition) }
}

/** The rules in which two editions differ. Throws `edition-not-found`, `edition-invalid`. */
export function compareEditions(
  workspace: ReadableWorkspace,
  left: string,
  right: string,
): EditionComparison {
  const shelf = new EditionShelf(workspace)
  const [one, other] = [shelf.byId(left), shelf.byId(right)]
  const { differences, same } = editionDifferences(one, other)
  return {
    left: summaryOf(workspace, one),
    right: summaryOf(workspace, other),
    differences: [...differences],
    same,
  }
}

function summaryOf(workspace: ReadableWorkspace, edition: Edition): EditionSummary {
  const { id, designation, track, title, source, validFrom, validTo } = edition
  const stored = workspace.editions().find((each) => each.id === id)
  const chosenBy = [...workspace.chosenEditions()].flatMap(([profileId, chosen]) =>
    chosen === id ? profileId : [],
  )
  return {
    ...{ id, designation, track, title, source, validFrom, validTo },
    custom: !isBuiltIn(id),
    file: stored ? { name: stored.fileName, sha256: stored.sha256, addedAt: stored.addedAt } : null,
    chosenBy,
  }
}

/**
 * Everything that is wrong with a file, or what it would add; stores nothing. Throws `file-unreadable`,
 * `file-empty`, `file-too-large`, `file-not-text`.
 */
export function checkEditionFile(
  workspace: ReadableWorkspace,
  files: TextFiles,
  path: string,
): EditionCheck {
  const { name, text } = files.read(path, EDITION_BYTES)
  const read = editionOrProblems(text)
  if (Array.isArray(read)) return { name, problems: read, notices: [], view: null }
  const edition = read as Edition
  const { problems, notices } = beside(workspace, edition)
  const view = { summary: summaryOf(workspace, edition), sections: editionSections(edition) }
  return { name, problems, notices, view: problems.length === 0 ? view : null }
}

function editionOrProblems(text: string): Edition | EditionProblem[] {
  try {
    return editionFromText(text)
  } catch (error) {
    if (!(error instanceof SeventyError) || error.code !== 'edition-invalid') throw error
    return [...(error.details['issues'] as readonly EditionProblem[])]
  }
}

/**
 * A custom edition is used only where it is chosen, so it may be valid for the same days as others;
 * that is told, and only its id must be free.
 */
function beside(workspace: ReadableWorkspace, edition: Edition) {
  const others = new EditionShelf(workspace).all()
  const all = problemsBeside(edition, others)
  const ids = problemsBeside(edition, workspace.editions().map(storedAs(edition)))
  const gap = gaps([...others, edition]).filter((each) => each.edition === edition.id)
  const isId = ({ code }: EditionProblem) => code === 'id-taken'
  const taken = [...all, ...ids].filter(isId).slice(0, 1)
  return {
    problems: taken.map((problem) => ({ ...problem, remedy: takenRemedy(edition.id) })),
    notices: [
      ...all
        .filter((problem) => !isId(problem))
        .map((problem) => ({
          ...problem,
          remedy: 'Nothing to do: a custom edition is used only where it is chosen.',
        })),
      ...gap.map(({ edition: _, ...problem }) => problem),
    ],
  }
}

/** A stored edition that can no longer be read keeps its id. */
function storedAs(edition: Edition) {
  return ({ id }: { readonly id: string }) => ({ ...edition, id, designation: '' })
}

function takenRemedy(id: string): string {
  return isBuiltIn(id)
    ? 'It is that of an edition of Seventy; give yours an id of its own.'
    : 'Remove that edition first, or give this one an id of its own.'
}

/**
 * Adds the edition of a file to the workspace. Throws as {@link checkEditionFile}, and
 * `edition-invalid` or `edition-id-taken` with the problems as `details.issues`.
 */
export function addEdition(
  workspace: WritableWorkspace,
  clock: Clock,
  files: TextFiles,
  path: string,
): EditionSummary {
  return workspace.transaction(() => {
    const { name, sha256, text } = files.read(path, EDITION_BYTES)
    const edition = editionFromText(text)
    const [taken] = beside(workspace, edition).problems
    if (taken) throw idTaken(edition.id, taken)
    const at = clock.now()
    const { id } = edition
    // SQLite takes no byte order mark for JSON.
    const stored = { id, fileName: name, sha256, text: text.replace(/^\uFEFF/, ''), addedAt: at }
    workspace.addEdition(stored)
    workspace.audit({ at, action: 'edition-added', subject: id, details: { file: name, sha256 } })
    return summaryOf(workspace, edition)
  })
}

/** The `edition-id-taken` of an edition whose id another one has. */
export function idTaken(
  id: string,
  { message, remedy }: Pick<EditionProblem, 'message' | 'remedy'>,
) {
  return new SeventyError('edition-id-taken', `${message} ${remedy}`, { edition: id })
}

/**
 * Removes a custom edition; partners that were scored with it have that of the score date again.
 * Throws `edition-built-in`, `edition-not-found`.
 */
export function removeEdition(workspace: WritableWorkspace, clock: Clock, id: string): void {
  if (isBuiltIn(id)) {
    throw new SeventyError(
      'edition-built-in',
      `Edition "${id}" comes with Seventy and cannot be removed.`,
      { edition: id },
    )
  }
  workspace.transaction(() => {
    if (!workspace.removeEdition(id)) {
      throw new SeventyError(
        'edition-not-found',
        `There is no custom edition "${id}" in the workspace; it may have been removed already.`,
        { edition: id },
      )
    }
    workspace.audit({ at: clock.now(), action: 'edition-removed', subject: id, details: {} })
  })
}

/**
 * Scores a partner with one edition whatever the date; null: with that of the date again. Throws
 * `profile-not-found`, `edition-not-found`, `edition-invalid`.
 */
export function chooseEdition(
  workspace: WritableWorkspace & StepLog,
  clock: Clock,
  { profileId, edition }: { readonly profileId: number; readonly edition: string | null },
): void {
  const profile = requireProfile(workspace, profileId)
  if (edition !== null) new EditionShelf(workspace).byId(edition)
  workspace.transaction(() => {
    const before = workspace.chosenEditions().get(profileId) ?? null
    if (before === edition) return
    workspace.chooseEdition(profileId, edition)
    const details = { id: profileId, edition }
    const at = clock.now()
    workspace.audit({ at, action: 'edition-chosen', subject: profile.name, details })
    workspace.addStep({
      ...{ at, profileId, label: 'edition-chosen', values: { edition: edition ?? '' } },
      forward: { kind: 'edition', profileId, edition },
      backward: { kind: 'edition', profileId, edition: before },
    })
  })
}
