import { writeFileSync } from 'node:fs'
import { SeventyError } from '../../../shared/errors'
import { dateOrder, importMode, type FileReport, type ImportReport } from '../../../shared/imports'
import { createIntake } from '../../intake/intake'
import { createRejects } from '../../intake/rejects'
import { importFiles } from '../../services/import-files'
import { requireProfileNamed } from '../../services/profiles'
import type { CliEnvironment, CommandResult } from '../environment'
import { oneOf, readOptions, required, usage } from '../options'
import { writing } from '../workspace'

const options = {
  profile: { type: 'string' },
  mode: { type: 'string', default: 'replace' },
  'skip-bad-rows': { type: 'boolean', default: false },
  rejects: { type: 'string' },
  'date-order': { type: 'string' },
} as const

/** `import`: files into a profile, all or nothing. */
export async function runImport(
  args: readonly string[],
  environment: CliEnvironment,
): Promise<CommandResult> {
  const { values, positionals: paths } = readOptions('import', options, args)
  const name = required(values.profile, '--profile NAME', 'import')
  if (paths.length === 0) throw usage('import needs at least one FILE. See: import --help')
  const order = values['date-order']
  const request = {
    paths,
    mode: oneOf(values.mode, importMode.options, '--mode'),
    skipBadRows: values['skip-bad-rows'],
    dateOrder: order === undefined ? undefined : oneOf(order, dateOrder.options, '--date-order'),
  }
  const rejected = createRejects()
  try {
    return await writing(values, environment, (workspace) => {
      const profileId = requireProfileNamed(workspace, name).id
      const context = {
        workspace,
        intake: createIntake(),
        clock: environment.clock,
        control: progressTo(environment),
        rejected,
      }
      const report = importFiles(context, { profileId, ...request })
      return { document: report, text: report.files.map(fileLine).join('') }
    })
  } finally {
    // A refused import has rejects too, and they are what its user needs.
    if (values.rejects !== undefined) saveRejects(values.rejects, rejected.csv(), environment)
  }
}

function progressTo(environment: CliEnvironment) {
  let shown = 0
  return {
    cancelled: () => false,
    progress: (done: number, total: number) => {
      const tenth = total === 0 ? 10 : Math.floor((done / total) * 10)
      if (tenth <= shown) return
      shown = tenth
      environment.stderr(`read ${String(tenth * 10)} %\n`)
    },
  }
}

function saveRejects(path: string, csv: string, environment: CliEnvironment): void {
  try {
    writeFileSync(path, csv)
    environment.stderr(`rows left out: ${path}\n`)
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw new SeventyError(
      'output-unwritable',
      `The rejects cannot be written to ${path} (${reason}).`,
      { file: path },
      error,
    )
  }
}

function fileLine(file: ImportReport['files'][number]): string {
  const { rows, months } = file
  const span = months.length === 0 ? '' : `, ${months[0] ?? ''} to ${months.at(-1) ?? ''}`
  return `${file.path}: ${statusText(file)}, ${file.dataset ?? 'unknown'}, ${String(rows.accepted)} of ${String(rows.read)} rows${span}\n`
}

function statusText({ status, rows }: FileReport): string {
  if (status === 'unchanged') return 'already imported, nothing changed'
  return rows.rejected === 0 ? status : `${status}, ${String(rows.rejected)} rows left out`
}
