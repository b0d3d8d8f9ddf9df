import { formatMonth } from '../../shared/calendar'
import { SeventyError } from '../../shared/errors'
import { profileName, type Profile, type ProfileSummary } from '../../shared/profiles'
import type { Clock, ReadableWorkspace, WritableWorkspace } from './ports'
import { defaultScoreDateText } from './score-date'

/** The profile with this id; throws `profile-not-found`. */
export function requireProfile(
  workspace: Pick<ReadableWorkspace, 'profileById'>,
  id: number,
): Profile {
  const profile = workspace.profileById(id)
  if (profile) return profile
  throw new SeventyError(
    'profile-not-found',
    'This partner is no longer in the workspace. Choose another one from the portfolio.',
    { profileId: id },
  )
}

/** The profile with this name, whatever its case; throws `profile-not-found` naming those that exist. */
export function requireProfileNamed(workspace: ReadableWorkspace, name: string): Profile {
  const profile = workspace.profileByName(name)
  if (profile) return profile
  const known = workspace.profiles().map((each) => each.name)
  const hint = known.length === 0 ? 'The workspace has none yet.' : `Known: ${known.join(', ')}.`
  throw new SeventyError(
    'profile-not-found',
    `There is no partner profile named "${name}". ${hint} Add it with: profile add --name "${name}"`,
    { profile: name, known },
  )
}

/** Every profile with the state of its data, in the order of their names. */
export function listProfiles(workspace: ReadableWorkspace, clock: Clock): ProfileSummary[] {
  return workspace.profiles().map((profile) => summarise(workspace, clock, profile))
}

export function summarise(
  workspace: ReadableWorkspace,
  clock: Clock,
  profile: Profile,
): ProfileSummary {
  const { newestMonth, files, tenants, people } = workspace.profileState(profile.id)
  const typed = workspace.manualTotals(profile.id)
  return {
    ...profile,
    ...(typed ? { typedIn: { at: typed.at, who: typed.who } } : {}),
    newestMonth: newestMonth === null ? null : formatMonth(newestMonth),
    scoreDate: defaultScoreDateText(newestMonth, clock.today()),
    files,
    tenants,
    people,
  }
}

/** Adds a partner; throws `profile-name-invalid` or `profile-exists` (names differ by more than case). */
export function addProfile(
  workspace: WritableWorkspace,
  clock: Clock,
  wanted: { readonly name: string; readonly mpnId: string | null; readonly sample?: boolean },
): Profile {
  const name = profileName.safeParse(wanted.name)
  if (!name.success) {
    throw new SeventyError(
      'profile-name-invalid',
      'A partner profile needs a name of 1 to 120 characters.',
      { name: wanted.name },
    )
  }
  return workspace.transaction(() => {
    const at = clock.now()
    const profile = workspace.addProfile(
      {
        name: name.data,
        mpnId: wanted.mpnId === '' ? null : wanted.mpnId,
        sample: wanted.sample ?? false,
      },
      at,
    )
    workspace.audit({
      at,
      action: 'profile-added',
      subject: profile.name,
      details: { id: profile.id },
    })
    return profile
  })
}

/** Removes a partner with everything that was imported for it; throws `profile-not-found`. */
export function removeProfile(workspace: WritableWorkspace, clock: Clock, id: number): void {
  const profile = requireProfile(workspace, id)
  workspace.transaction(() => {
    workspace.removeProfile(id)
    workspace.audit({
      at: clock.now(),
      action: 'profile-removed',
      subject: profile.name,
      details: { id },
    })
  })
}
