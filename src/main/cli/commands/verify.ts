import type { CliEnvironment, CommandResult } from '../environment'
import { exitStatus } from '../../../shared/errors'
import { readOptions } from '../options'
import { reading } from '../workspace'

/** `verify`: every check of the workspace, each with its result; status 5 when one fails. */
export async function runVerify(
  args: readonly string[],
  environment: CliEnvironment,
): Promise<CommandResult> {
  const { values } = readOptions('verify', {}, args)
  return reading(values, environment, (workspace) => {
    const result = workspace.verify()
    const lines = result.checks.map(
      ({ id, ok, message }) => `${ok ? 'ok  ' : 'FAIL'}  ${id}: ${message}\n`,
    )
    const verdict = result.ok
      ? 'The workspace is sound.\n'
      : 'The workspace is damaged. Bring back a backup.\n'
    return {
      document: result,
      text: lines.join('') + verdict,
      exitStatus: result.ok ? 0 : exitStatus('workspace-damaged'),
    }
  })
}
