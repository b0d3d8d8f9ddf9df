import {
  addProfile,
  listProfiles,
  removeProfile,
  requireProfileNamed,
} from '../../services/profiles'
import type { CliEnvironment, CommandResult } from '../environment'
import { noWords, readOptions, required, usage } from '../options'
import { isFirstUse, reading, writing } from '../workspace'

const options = { name: { type: 'string' }, mpn: { type: 'string' } } as const

/** `profile add|list|remove`: the partner profiles of the workspace. */
export async function runProfile(
  args: readonly string[],
  environment: CliEnvironment,
): Promise<CommandResult> {
  const { values, positionals } = readOptions('profile', options, args)
  const [action, ...names] = positionals
  if (action === 'add' || action === 'list') noWords(names, 'profile')
  if (action === 'add') return add(values, environment)
  if (action === 'list') return list(values, environment)
  if (action === 'remove')
    return remove(names.length === 1 ? names[0] : values.name, values, environment)
  throw usage('profile takes add, list or remove. See: profile --help')
}

interface Values {
  readonly workspace?: string | undefined
  readonly name?: string | undefined
  readonly mpn?: string | undefined
}

function add(values: Values, environment: CliEnvironment): Promise<CommandResult> {
  const name = required(values.name, '--name NAME', 'profile')
  return writing({ ...values, create: true }, environment, (workspace) => {
    const profile = addProfile(workspace, environment.clock, { name, mpnId: values.mpn ?? null })
    return { document: { profile }, text: `Added ${profile.name}.\n` }
  })
}

async function list(values: Values, environment: CliEnvironment): Promise<CommandResult> {
  if (isFirstUse(values, environment))
    return { document: { profiles: [] }, text: 'No partner profiles yet.\n' }
  return reading(values, environment, (workspace) => {
    const profiles = listProfiles(workspace, environment.clock)
    const lines = profiles.map(
      ({ name, newestMonth }) => `${name}  (data to ${newestMonth ?? 'no month yet'})\n`,
    )
    return { document: { profiles }, text: lines.join('') || 'No partner profiles yet.\n' }
  })
}

function remove(
  name: string | undefined,
  values: Values,
  environment: CliEnvironment,
): Promise<CommandResult> {
  const wanted = required(name, 'the NAME of a profile', 'profile')
  return writing(values, environment, (workspace) => {
    const profile = requireProfileNamed(workspace, wanted)
    removeProfile(workspace, environment.clock, profile.id)
    return {
      document: { removed: profile.name },
      text: `Removed ${profile.name} and all its data.\n`,
    }
  })
}
