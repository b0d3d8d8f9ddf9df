import { statSync } from 'node:fs'
import { resolve } from 'node:path'
import type { ImportReport } from '../../../shared/import-review'
import {
  dateOrder,
  fileChoices,
  importMode,
  type DecimalMark,
  type FileChoices,
  type FileReport,
} from '../../../shared/imports'
import { createIntake } from '../../intake/intake'
import { RejectsFile } from '../../intake/rejects-file'
import { createTextFiles } from '../../intake/text-files'
import { importFiles } from '../../services/import-files'
import { readMapping } from '../../services/layouts'
import { prepareFiles } from '../../services/prepare-files'
import { requireProfileNamed } from '../../services/profiles'
import type { CliEnvironment, CommandResult } from '../environment'
import { oneOf, readOptions, required, usage } from '../options'
import { reviewText } from '../review-text'
import { writing } from '../workspace'

const options = {
  profile: { type: 'string' },
  mode: { type: 'string', default: 'replace' },
  'skip-bad-rows': { type: 'boolean', default: false },
  rejects: { type: 'string' },
  'date-order': { type: 'string' },
  decimal: { type: 'string' },
  mapping: { type: 'string' },
  sheet: { type: 'string' },
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
    decimal: decimalMarkOf(values.decimal),
    layoutOf: values.mapping === undefined ? undefined : mappingFrom(values.mapping),
    choices: paths.map(() => sheetChoice(values.sheet)),
  }
  const kept = [...paths, values.workspace ?? environment.defaultWorkspace]
  const rejected = rejectsFile(values.rejects, kept)
  try {
    return await writing(values, environment, async (workspace) => {
      const profileId = requireProfileNamed(workspace, name).id
      const context = {
        workspace,
        intake: createIntake(),
        clock: environment.clock,
        control: progressTo(environment),
        userName: environment.userName ?? null,
        ...(rejected && { rejected }),
      }
      const wanted = { profileId, ...request }
      const report = importFiles(await prepareFiles(context, wanted), wanted)
      return {
        document: report,
        text: report.files.map(fileLine).join('') + reviewText(report.review),
      }
    })
  } finally {
    // A refused import has rejects too, and they are what its user needs.
    if (rejected && rejected.saved > 0) {
      environment.stderr(
        `rows left out: ${String(rejected.saved)}, saved to ${String(values.rejects)}\n`,
      )
    }
    rejected?.discard()
  }
}

const decimalMarks = { comma: ',', point: '.' } as const

function decimalMarkOf(value: string | undefined): DecimalMark | undefined {
  return value === undefined
    ? undefined
    : decimalMarks[oneOf(value, ['comma', 'point'], '--decimal')]
}

function mappingFrom(value: string) {
  return readMapping(createTextFiles(), required(value, '--mapping FILE.json', 'import'))
}

/** The sheet that is read of every workbook, and the table of every archive. */
function sheetChoice(name: string | undefined): FileChoices {
  if (name === undefined) return {}
  const sheet = fileChoices.shape.sheet.safeParse(name)
  if (sheet.success) return { sheet: sheet.data }
  throw usage('--sheet takes the name of a sheet, at most 255 characters.')
}

/** Where rejects go; throws `usage` when they would take the place of a file that is worked with. */
function rejectsFile(value: string | undefined, kept: readonly string[]): RejectsFile | undefined {
  if (value === undefined) return undefined
  const path = required(value, '--rejects OUT.csv', 'import')
  const other = kept.find((each) => isSameFile(path, each))
  if (other === undefined) return new RejectsFile(path)
  throw usage(`--rejects would overwrite ${other}. Name another file.`)
}

/** Also under two names: links, or a disk that takes upper and lower case for the same. */
function isSameFile(one: string, other: string): boolean {
  const known = identityOf(one)
  return resolve(one) === resolve(other) || (known !== undefined && known === identityOf(other))
}

function identityOf(path: string): string | undefined {
  try {
    const { dev, ino } = statSync(path, { bigint: true })
    return `${String(dev)}:${String(ino)}`
  } catch {
    // Not there, or out of reach: whoever opens it will say so.
    return undefined
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

function fileLine(file: ImportReport['files'][number]): string {
  const { rows, months } = file
  const span = months.length === 0 ? '' : `, ${months[0] ?? ''} to ${months.at(-1) ?? ''}`
  const sheet = file.sheet === undefined ? '' : ` (${file.sheet})`
  return `${file.path}${sheet}: ${statusText(file)}, ${file.dataset ?? 'unknown'}, ${String(rows.accepted)} of ${String(rows.read)} rows${span}\n`
}

function statusText({ status, rows }: FileReport): string {
  if (status === 'unchanged') return 'already imported, nothing changed'
  return rows.rejected === 0 ? status : `${status}, ${String(rows.rejected)} rows left out`
}
