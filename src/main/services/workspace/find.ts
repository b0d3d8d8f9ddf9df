import { fitting } from '../../../shared/fuzzy'
import { FOUND_AT_MOST, type Found } from '../../../shared/workspace-procedures'
import type { ReadableWorkspace } from '../ports'
import { requireProfile } from '../profiles'
import type { SearchableNames } from './ports'

/**
 * The customers and the people of a partner that fit what was typed, by name or id, best first and
 * at most {@link FOUND_AT_MOST} of each. Throws `profile-not-found`.
 */
export function findSubjects(
  workspace: SearchableNames & Pick<ReadableWorkspace, 'profileById'>,
  { profileId, text }: { readonly profileId: number; readonly text: string },
): { customers: Found[]; people: Found[] } {
  const { id } = requireProfile(workspace, profileId)
  const first = (entries: readonly Found[]) =>
    fitting(entries, ({ id: key, name }) => `${name ?? ''} ${key}`.trim(), text).slice(
      0,
      FOUND_AT_MOST,
    )
  return {
    customers: first(workspace.customersNamed(id)),
    people: first(workspace.peopleNamed(id)),
  }
}
