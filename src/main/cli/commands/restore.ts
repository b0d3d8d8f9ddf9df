import { restore } from '../../store/restore'
import type { CliEnvironment, CommandResult } from '../environment'
import { noWords, readOptions, required } from '../options'
import { pathOf } from '../workspace'

/** `restore`: a backup in the place of the workspace, which is kept beside it. */
export function runRestore(args: readonly string[], environment: CliEnvironment): CommandResult {
  const { values, positionals } = readOptions('restore', {}, args)
  const [backup, ...others] = positionals
  noWords(others, 'restore')
  const path = required(backup, 'FILE', 'restore')
  const workspace = pathOf(values, environment)
  const { bytes, kept } = restore(path, workspace, environment.clock.now())
  const before = kept === null ? '' : `What was there is kept as ${kept}\n`
  return {
    document: { path, workspace, bytes, kept },
    text: `${workspace}: brought back from ${path}\n${before}`,
  }
}
