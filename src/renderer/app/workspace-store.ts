import { defineStore } from 'pinia'
import type { Output } from '../../shared/contract'
import type { SeventyError } from '../../shared/errors'
import type { ProfileSummary } from '../../shared/profiles'
import type { Settings } from '../../shared/settings'

interface WorkspaceState {
  phase: 'loading' | 'ready' | 'failed'
  error: SeventyError | null
  info: Output<'app.info'> | null
  profiles: ProfileSummary[]
  settings: Settings | null
  /** Changes on their way to the workspace file. */
  saving: number
}

/** The open workspace as far as every screen needs it. */
export const useWorkspaceStore = defineStore('workspace', {
  state: (): WorkspaceState => ({
    phase: 'loading',
    error: null,
    info: null,
    profiles: [],
    settings: null,
    saving: 0,
  }),
})
