import { spawnSync } from 'node:child_process'
import { join, resolve } from 'node:path'

const script = resolve(import.meta.dirname, '..', 'out', 'main', 'cli.js')
const runner = resolve(import.meta.dirname, '..', 'tools', 'run', 'seventy.mjs')

/** One run of the command line as a process of its own, on the compiled program. */
export interface Run {
  readonly status: number | null
  readonly stdout: string
  readonly stderr: string
  /** The document on stdout. */
  json<T = Record<string, unknown>>(): T
}

export function seventy(args: readonly string[], environment: Record<string, string> = {}): Run {
  return run([script, ...args], environment)
}

/** The same as `npm run seventy` starts it: a command that prints a page goes to the app's runtime. */
export function seventyWithPages(
  args: readonly string[],
  environment: Record<string, string> = {},
): Run {
  return run([runner, ...args], environment)
}

function run(argv: readonly string[], environment: Record<string, string>): Run {
  const { status, stdout, stderr } = spawnSync(process.execPath, argv, {
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    env: { ...process.env, SEVENTY_TODAY: '2023-12-15', ...environment },
  })
  return { status, stdout, stderr, json: <T>() => JSON.parse(stdout) as T }
}

/** The files of the invented partners, written into a folder. */
export interface SamplePartner {
  readonly name: string
  readonly mpnId: string
  readonly files: readonly string[]
}

export function writeSample(folder: string): readonly SamplePartner[] {
  const run = seventy(['sample', '--out-dir', join(folder, 'files'), '--json'])
  return run.json<{ partners: SamplePartner[] }>().partners
}
