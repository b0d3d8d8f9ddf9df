import { computed, type ComputedRef, type WritableComputedRef } from 'vue'
import type { ProfileSummary } from '../../../shared/profiles'
import { useSessionStore } from '../../app/session-store'
import { useWorkspaceStore } from '../../app/workspace-store'

export interface ScoreDate {
  readonly profile: ComputedRef<ProfileSummary | undefined>
  /** The chosen date; undefined leaves it to the profile. This is what a query takes. */
  readonly asOf: ComputedRef<string | undefined>
  /** The date in force as the date field shows it; empty text gives the choice back to the profile. */
  readonly shown: WritableComputedRef<string>
}

/** The score date of a partner: its own until the user chooses one, and then for all its screens. */
export function useScoreDate(profileId: () => number): ScoreDate {
  const session = useSessionStore()
  const workspace = useWorkspaceStore()
  const profile = computed(() => workspace.profiles.find(({ id }) => id === profileId()))
  const asOf = computed(() => session.scoreDates[profileId()])
  const shown = computed({
    get: () => asOf.value ?? profile.value?.scoreDate ?? '',
    set: (date) => {
      const others = Object.fromEntries(
        Object.entries(session.scoreDates).filter(([id]) => Number(id) !== profileId()),
      )
      const own = date === '' || date === profile.value?.scoreDate
      session.scoreDates = own ? others : { ...others, [profileId()]: date }
    },
  })
  return { profile, asOf, shown }
}
