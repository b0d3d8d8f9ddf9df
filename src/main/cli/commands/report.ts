import { extname } from 'node:path'
import { SeventyError } from '../../../shared/errors'
import { pageSize, reportFormat, type ReportFormat } from '../../../shared/report'
import { reportTemplates, takesAllCustomers, templatePages } from '../../../shared/report-pages'
import { newReportId } from '../../reporting/report-id'
import { writeReport } from '../../reporting/write-report'
import { requireProfileNamed } from '../../services/profiles'
import { buildReportModel } from '../../services/report-model'
import { Explanations } from '../../services/explanations'
import { Scores } from '../../services/scores'
import { readSettings } from '../../services/settings'
import { editionOption } from '../edition-option'
import type { CliEnvironment, CommandResult } from '../environment'
import { noWords, oneOf, readOptions, required, usage } from '../options'
import { reading } from '../workspace'
import { scoreDate } from './score'

const options = {
  profile: { type: 'string' },
  'as-of': { type: 'string' },
  out: { type: 'string' },
  edition: { type: 'string' },
  'page-size': { type: 'string' },
  template: { type: 'string' },
  pages: { type: 'string' },
} as const

/** `report`: one report of one partner; the ending of `--out` is the format. */
export async function runReport(
  args: readonly string[],
  environment: CliEnvironment,
): Promise<CommandResult> {
  const { values, positionals } = readOptions('report', options, args)
  noWords(positionals, 'report')
  const name = required(values.profile, '--profile NAME', 'report')
  const out = required(values.out, '--out FILE', 'report')
  const format = formatOf(out)
  const asOf = scoreDate(values['as-of'], environment)
  const { edition, own } = editionOption(values.edition)
  const layout = layoutOf(values)
  return reading(values, environment, async (workspace) => {
    const profile = requireProfileNamed(workspace, name)
    const { clock, appVersion } = environment
    const scores = new Scores(workspace, clock, own)
    const explanations = new Explanations(workspace, scores)
    const model = buildReportModel(
      { workspace, scores, explanations, clock, appVersion, newReportId },
      {
        profileId: profile.id,
        asOf,
        edition,
        ...layout,
        pageSize: layout.pageSize ?? readSettings(workspace).pageSize,
        ...(takesAllCustomers(format) ? { annexRows: Infinity } : {}),
      },
    )
    const written = await writeReport({
      model,
      path: out,
      format,
      pages: environment.pages ?? { print: noRuntime, collect: noRuntime },
    })
    return {
      document: { profile: profile.name, reportId: model.reportId, path: out, format, ...written },
      text: `${out}: ${profile.name}, ${String(written.bytes)} bytes, SHA-256 ${written.sha256}\n`,
    }
  })
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
