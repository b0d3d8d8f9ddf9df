import { exitStatus, toErrorBody, type ErrorBody } from '../../shared/errors'
import type { CliEnvironment, CommandResult } from './environment'
import { usage } from './options'
import { commandNames, isCommand, usageOf, usageText, type CommandName } from './usage'

type Command = (
  args: readonly string[],
  environment: CliEnvironment,
) => CommandResult | Promise<CommandResult>

/** Each command is loaded when it is asked for: a score has no use for the readers of files. */
const commands: Readonly<Record<CommandName, () => Promise<Command>>> = {
  profile: async () => (await import('./commands/profile')).runProfile,
  import: async () => (await import('./commands/import')).runImport,
  imports: async () => (await import('./commands/imports')).runImports,
  score: async () => (await import('./commands/score')).runScore,
  trend: async () => (await import('./commands/trend')).runTrend,
  plan: async () => (await import('./commands/plan')).runPlan,
  actions: async () => (await import('./commands/actions')).runActions,
  forecast: async () => (await import('./commands/forecast')).runForecast,
  report: async () => (await import('./commands/report')).runReport,
  backup: async () => (await import('./commands/backup')).runBackup,
  restore: async () => (await import('./commands/restore')).runRestore,
  data: async () => (await import('./commands/data')).runData,
  'verify-report': async () => (await import('./commands/verify-report')).runVerifyReport,
  verify: async () => (await import('./commands/verify')).runVerify,
  sample: async () => (await import('./commands/sample')).runSample,
}

/**
 * Runs one command (CLI.md) and returns the exit status. With `--json` stdout carries exactly one
 * document, of the result or of the error; everything for people besides the result goes to stderr.
 */
export async function runCli(
  argv: readonly string[],
  environment: CliEnvironment,
): Promise<number> {
  const json = argv.includes('--json')
  try {
    const [name, ...args] = argv
    if (name === undefined || name === '--help' || name === 'help')
      return help(usageText, environment)
    if (!isCommand(name))
      throw usage(`There is no command "${name}". Known: ${commandNames.join(', ')}.`)
    if (args.includes('--help')) return help(`${usageOf[name]}\n`, environment)
    const run = await commands[name]()
    const { document, text, failure } = await run(args, environment)
    if (!json) environment.stdout(text)
    if (failure) return fail(toErrorBody(failure), json, environment, document)
    if (json) writeDocument(document, environment)
    return 0
  } catch (error) {
    return fail(toErrorBody(error), json, environment)
  }
}

/** One line for people, the error in the document for scripts, the status for both. */
function fail(
  body: ErrorBody,
  json: boolean,
  environment: CliEnvironment,
  document: object = {},
): number {
  environment.stderr(`error[${body.code}]: ${body.message.replaceAll(/\s*[\r\n]+\s*/g, ' ')}\n`)
  if (json) writeDocument({ ...document, ...failureDocument(body) }, environment)
  return exitStatus(body.code)
}

/** A refused import says what became of every file in the same document. */
function failureDocument(body: ErrorBody): object {
  const { files, ...details } = body.details
  const error = { ...body, details }
  return files === undefined ? { error } : { files, error }
}

function writeDocument(document: object, environment: CliEnvironment): void {
  environment.stdout(`${JSON.stringify(document, null, 2)}\n`)
}

function help(text: string, environment: CliEnvironment): number {
  environment.stdout(text)
  return 0
}
