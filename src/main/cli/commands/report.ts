import { extname } from 'node:path'
import { SeventyError } from '../../../shared/errors'
import { pageSize, reportFormat, type ReportFormat } from '../../../shared/report'
import {
  carriesInputs,
  reportTemplates,
  takesAllCustomers,
  templatePages,
} from '../../../shared/report-pages'
import { isReportId, newReportId } from '../../reporting/report-id'
import { writeReport } from '../../reporting/write-report'
import { exportOf, recordExport, type NewExport } from '../../services/exports'
import { requireProfileNamed } from '../../services/profiles'
import { buildReportModel } from '../../services/report-model'
import { Explanations } from '../../services/explanations'
import { Scores } from '../../services/scores'
import { readSettings } from '../../services/settings'
import { formatDay } from '../../../shared/calendar'
import { editionOption } from '../edition-option'
import type { CliEnvironment, CommandResult } from '../environment'
import { noWords, oneOf, readOptions, required, usage } from '../options'
import { reading, writing } from '../workspace'
import { reportAll } from './report-all'
import { scoreDate } from './score'

const options = {
  profile: { type: 'string' },
  all: { type: 'boolean', default: false },
  'out-dir': { type: 'string' },
  'as-of': { type: 'string' },
  out: { type: 'string' },
  edition: { type: 'string' },
  'page-size': { type: 'string' },
  template: { type: 'string' },
  pages: { type: 'string' },
  id: { type: 'string' },
} as const

/** `report`: the report of one partner, where the ending of `--out` is the format, or of all partners. */
export async function runReport(
  args: readonly string[],
  environment: CliEnvironment,
): Promise<CommandResult> {
  const { values, positionals } = readOptions('report', options, args)
  noWords(positionals, 'report')
  const target = targetOf(values)
  const asOf = scoreDate(values['as-of'], environment)
  const { edition, own } = editionOption(values.edition)
  const layout = layoutOf(values)
  return reading(values, environment, async (workspace) => {
    const { clock, appVersion, pages = { print: noRuntime, collect: noRuntime } } = environment
    const scores = new Scores(workspace, clock, own)
    const explanations = new Explanations(workspace, scores)
    const context = {
      ...{ workspace, scores, explanations, clock, appVersion },
      newReportId: idOf(values),
    }
    const pageSize = layout.pageSize ?? readSettings(workspace).pageSize
    const record = (exported: NewExport) =>
      writing(values, environment, (store) => recordExport(store, clock, exported))
    const write = async (profileId: number, path: string, format: ReportFormat) => {
      const customers = takesAllCustomers(format) ? { annexRows: Infinity } : {}
      const model = buildReportModel(context, {
        ...{ profileId, asOf, edition, ...layout, pageSize, ...customers },
        inputs: carriesInputs(format),
      })
      const written = await writeReport({ model, path, format, pages })
      await record(exportOf(model, profileId, format, written))
      return { reportId: model.reportId, ...written }
    }
    if (target.folder !== undefined) {
      const asked = asOf ?? formatDay(clock.today())
      return reportAll({
        ...{ context, asOf: asked, folder: target.folder, pageSize, pages, record },
        tell: environment.stderr,
        write: (profileId, path) => write(profileId, path, 'pdf'),
      })
    }
    const { name, out, format } = target
    const profile = requireProfileNamed(workspace, name)
    const written = await write(profile.id, out, format)
    return {
      document: { profile: profile.name, path: out, format, ...written },
      text: `${out}: ${profile.name}, ${String(written.bytes)} bytes, SHA-256 ${written.sha256}\n`,
    }
  })
}

/** One partner into a file, or all of them into a folder; throws `usage` for a mixture. */
function targetOf(values: {
  readonly all: boolean
  readonly profile?: string | undefined
  readonly out?: string | undefined
  readonly 'out-dir'?: string | undefined
}) {
  if (!values.all) {
    if (values['out-dir'] !== undefined)
      throw usage(
        '--out-dir takes the reports of all partners: add --all, or name a file by --out.',
      )
    const name = required(values.profile, '--profile NAME', 'report')
    const out = required(values.out, '--out FILE', 'report')
    return { name, out, format: formatOf(out) }
  }
  if (values.profile !== undefined || values.out !== undefined)
    throw usage('--all makes a report of every partner: leave --profile and --out away.')
  return { folder: required(values['out-dir'], '--out-dir DIR', 'report') }
}

/** What the options say about paper, template and pages; throws `usage`. */
function layoutOf(values: {
  readonly 'page-size'?: string | undefined
  readonly template?: string | undefined
  readonly pages?: string | undefined
}) {
  const size = values['page-size']
  const { template: name, pages } = values
  const template = name === undefined ? 'full' : oneOf(name, reportTemplates, '--template')
  const wanted = pages
    ?.split(',')
    .filter((page) => page.trim() !== '')
    .map((page) => oneOf(page.trim(), templatePages[template], '--pages'))
  return {
    template,
    ...(size === undefined ? {} : { pageSize: oneOf(size, pageSize.options, '--page-size') }),
    ...(wanted === undefined ? {} : { pages: wanted }),
  }
}

/** A new id for every report, or the one under which a report is issued again; throws `usage`. */
function idOf({ id, all }: { readonly id?: string | undefined; readonly all: boolean }) {
  if (id === undefined) return newReportId
  if (all) throw usage('--id names one report: leave it away with --all.')
  if (!isReportId(id))
    throw usage(`--id takes the id of an earlier report, as its pages say it, not "${id}".`)
  return () => id
}

function formatOf(out: string): ReportFormat {
  const ending = extname(out).slice(1).toLowerCase()
  const format = reportFormat.options.find((each) => each === ending)
  if (format) return format
  throw usage(
    `--out takes a file ending in ${reportFormat.options.map((each) => `.${each}`).join(' or ')}, not "${out}".`,
  )
}

function noRuntime(): Promise<never> {
  throw new SeventyError(
    'usage',
    'A page is laid out by the app itself. Run this command through the app (Seventy report …) or npm run seventy.',
  )
}
