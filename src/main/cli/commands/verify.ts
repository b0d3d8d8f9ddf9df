import { SeventyError } from '../../../shared/errors'
import type { VerifyResult } from '../../services/ports'
import type { CliEnvironment, CommandResult } from '../environment'
import { noWords, readOptions } from '../options'
import { reading } from '../workspace'

/** `verify`: every check of the workspace, each with its result; `workspace-damaged` when one fails. */
export async function runVerify(
  args: readonly string[],
  environment: CliEnvironment,
): Promise<CommandResult> {
  const { values, positionals } = readOptions('verify', {}, args)
  noWords(positionals, 'verify')
  return reading(values, environment, (workspace) => {
    const result = workspace.verify()
    const lines = result.checks.map(
      ({ id, ok, message }) => `${ok ? 'ok  ' : 'FAIL'}  ${id}: ${message}\n`,
    )
    if (result.ok) return { document: result, text: `${lines.join('')}The workspace is sound.\n` }
    return { document: result, text: lines.join(''), failure: damaged(workspace.path, result) }
  })
}

function damaged(path: string, { checks }: VerifyResult): SeventyError {
  const failed = checks.filter(({ ok }) => !ok)
  return new SeventyError(
    'workspace-damaged',
    `The workspace ${path} is damaged (${failed.map(({ id }) => id).join(', ')}). Bring back a backup.`,
    { path, failed: failed.map(({ id }) => id) },
  )
}
