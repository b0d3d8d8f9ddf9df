import { importId } from '../../../shared/import-history'
import {
  eraseImport,
  listImports,
  restoreImport,
  withdrawImport,
} from '../../services/import-history'
import { requireProfileNamed } from '../../services/profiles'
import type { CliEnvironment, CommandResult } from '../environment'
import { importsTable } from '../imports-table'
import { noWords, readOptions, required, usage } from '../options'
import { reading, writing } from '../workspace'

const options = { profile: { type: 'string' }, yes: { type: 'boolean', default: false } } as const

interface Values {
  readonly workspace?: string | undefined
  readonly profile?: string | undefined
  readonly yes: boolean
}

/** `imports`: the history of a partner's imports; `imports withdraw|restore|erase ID` changes it. */
export async function runImports(
  args: readonly string[],
  environment: CliEnvironment,
): Promise<CommandResult> {
  const { values, positionals } = readOptions('imports', options, args)
  const [action, id, ...words] = positionals
  if (action === undefined) return list(values, environment)
  noWords(words, 'imports')
  if (action !== 'withdraw' && action !== 'restore' && action !== 'erase')
    throw usage('imports takes withdraw, restore or erase. See: imports --help')
  const number = importId.safeParse(Number(required(id, 'the ID of an import', 'imports')))
  if (!number.success)
    throw usage(`"${id}" is not the ID of an import. List them with: imports --profile NAME`)
  return { withdraw, restore, erase }[action](number.data, values, environment)
}

function list(values: Values, environment: CliEnvironment): Promise<CommandResult> {
  const name = required(values.profile, '--profile NAME', 'imports')
  return reading(values, environment, (workspace) => {
    const imports = listImports(workspace, requireProfileNamed(workspace, name).id)
    return { document: { imports }, text: importsTable(imports) }
  })
}

function withdraw(id: number, values: Values, environment: CliEnvironment): Promise<CommandResult> {
  return writing(values, environment, (workspace) => ({
    document: { withdrawn: withdrawImport(workspace, environment.clock, id) },
    text: `Import ${id} is undone; nothing of it counts. Bring it back with: imports restore ${id}\n`,
  }))
}

function restore(id: number, values: Values, environment: CliEnvironment): Promise<CommandResult> {
  return writing(values, environment, (workspace) => ({
    document: { restored: restoreImport(workspace, environment.clock, id) },
    text: `Import ${id} is back in its place.\n`,
  }))
}

function erase(id: number, values: Values, environment: CliEnvironment): Promise<CommandResult> {
  if (!values.yes)
    throw usage(`Erasing import ${id} cannot be taken back. Add --yes when that is meant.`)
  return writing(values, environment, (workspace) => {
    const erased = eraseImport(workspace, environment.clock, id)
    const { rows, tenants, people } = erased
    return {
      document: { erased },
      text: `Import ${id} is erased: ${rows} rows, ${tenants} customers and ${people} people that no other import names.\n`,
    }
  })
}
