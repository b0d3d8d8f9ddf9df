import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import type { ErrorBody } from '../../../shared/errors'
import { systemClock } from '../../system-clock'
import type { CliEnvironment } from '../environment'
import { runCli } from '../run'

/** What one command did. */
export interface Ran {
  readonly status: number
  readonly stdout: string
  readonly stderr: string
}

/** The command line on a workspace of its own, in a folder that is gone after the test. */
export interface CommandLine {
  readonly folder: string
  readonly workspace: string
  run(...argv: readonly string[]): Promise<Ran>
  /** The one document of a command with `--json`. */
  json<T = Record<string, unknown>>(...argv: readonly string[]): Promise<T>
}

export function commandLine(change: Partial<CliEnvironment> = {}): CommandLine {
  const folder = mkdtempSync(join(tmpdir(), 'seventy-cli-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const workspace = join(folder, 'workspace.seventy')
  const run = async (...argv: readonly string[]): Promise<Ran> => {
    const written = { stdout: '', stderr: '' }
    const status = await runCli(argv, {
      stdout: (text) => void (written.stdout += text),
      stderr: (text) => void (written.stderr += text),
      clock: systemClock('2023-12-15'),
      appVersion: '1.2.3',
      defaultWorkspace: workspace,
      ...change,
    })
    return { status, ...written }
  }
  const json = async <T>(...argv: readonly string[]) =>
    JSON.parse((await run(...argv, '--json')).stdout) as T
  return { folder, workspace, run, json }
}

/** The first invented partner, imported: 84 points on 2023-12-15. */
export async function withPartner(line: CommandLine): Promise<{ name: string; files: string[] }> {
  const { partners } = await line.json<{ partners: { name: string; files: string[] }[] }>(
    'sample',
    '--out-dir',
    line.folder,
  )
  const [partner] = partners
  if (!partner) throw new RangeError('There is no sample partner.')
  await line.run('profile', 'add', '--name', partner.name)
  const { status, stderr } = await line.run('import', '--profile', partner.name, ...partner.files)
  if (status !== 0) throw new Error(stderr)
  return partner
}

/** The document of a command that failed. */
export interface Failure {
  readonly error: ErrorBody
}
