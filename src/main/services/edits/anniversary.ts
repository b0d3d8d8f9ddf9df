import type { Clock } from '../ports'
import { requireProfile } from '../profiles'
import { carryOut, type EditableWorkspace } from './log'

/**
 * Sets the month in which an enrolled partner renews, 1 to 12; null: it is not enrolled. Throws
 * `profile-not-found`.
 */
export function setAnniversary(
  { workspace, clock }: { readonly workspace: EditableWorkspace; readonly clock: Clock },
  { profileId, month }: { readonly profileId: number; readonly month: number | null },
): void {
  workspace.transaction(() => {
    requireProfile(workspace, profileId)
    const step = { profileId, label: 'anniversary-set', values: {} } as const
    carryOut(workspace, clock, step, { kind: 'anniversary', profileId, month })
  })
}
