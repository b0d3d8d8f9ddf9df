import { resolve } from 'node:path'
import { backUp } from '../../store/backup'
import { openReadable } from '../../store/open'
import type { CliEnvironment, CommandResult } from '../environment'
import { noWords, readOptions, required, usage } from '../options'
import { pathOf } from '../workspace'

const options = { out: { type: 'string' } } as const

/** `backup`: a copy of the workspace that is proved sound, also while the app has it open. */
export function runBackup(args: readonly string[], environment: CliEnvironment): CommandResult {
  const { values, positionals } = readOptions('backup', options, args)
  noWords(positionals, 'backup')
  const path = required(values.out, '--out FILE', 'backup')
  const workspace = pathOf(values, environment)
  if (resolve(path) === resolve(workspace)) {
    throw usage('--out is the workspace itself. Name another file.')
  }
  // Opening it says better what is wrong with a workspace than copying it does.
  openReadable(workspace).close()
  const bytes = backUp(workspace, path)
  return {
    document: { path, workspace, bytes },
    text: `${path}: ${(bytes / 1e6).toFixed(1)} MB, checked\n`,
  }
}
