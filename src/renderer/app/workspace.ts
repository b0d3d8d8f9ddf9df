import type { Profile, ProfileSummary } from '../../shared/profiles'
import type { Settings } from '../../shared/settings'
import { ask, asSeventyError, bridge } from './client'
import { useWorkspaceStore } from './workspace-store'

/** Reads what the shell shows. A failure is kept in the store, where the shell shows it. */
export async function loadWorkspace(): Promise<void> {
  const workspace = useWorkspaceStore()
  const seventy = bridge()
  try {
    const [info, profiles, settings] = await Promise.all([
      ask(seventy.app.info, {}),
      ask(seventy.profiles.list, {}),
      ask(seventy.settings.get, {}),
    ])
    Object.assign(workspace, { phase: 'ready', error: null, info, profiles, settings })
  } catch (thrown) {
    Object.assign(workspace, { phase: 'failed', error: asSeventyError(thrown) })
  }
}

/** Reads the list of partners again; throws the SeventyError of a refusal. */
export async function reloadProfiles(): Promise<ProfileSummary[]> {
  const profiles = await ask(bridge().profiles.list, {})
  useWorkspaceStore().profiles = profiles
  return profiles
}

/** Adds a partner and reads the list again, so that the new one can be shown at once. */
export async function addProfile(name: string, mpnId: string): Promise<Profile> {
  const profile = await saving(() =>
    ask(bridge().profiles.add, { name, mpnId: mpnId.trim() || null }),
  )
  await reloadProfiles()
  return profile
}

/** Removes a partner with all that was imported for it. */
export async function removeProfile(profileId: number): Promise<void> {
  await saving(() => ask(bridge().profiles.remove, { profileId }))
  await reloadProfiles()
}

export async function changeSettings(change: Partial<Settings>): Promise<void> {
  useWorkspaceStore().settings = await saving(() => ask(bridge().settings.set, change))
}

/** Counts a change while it is on its way, for the "saved" state of the status bar. */
export async function saving<T>(change: () => Promise<T>): Promise<T> {
  const workspace = useWorkspaceStore()
  workspace.saving += 1
  try {
    return await change()
  } finally {
    workspace.saving -= 1
  }
}
