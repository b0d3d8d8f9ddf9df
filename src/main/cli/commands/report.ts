import { extname } from 'node:path'
import { SeventyError } from '../../../shared/errors'
import { pageSize, reportFormat, type ReportFormat } from '../../../shared/report'
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
  return reading(values, environment, async (workspace) => {
    const profile = requireProfileNamed(workspace, name)
    const { clock, appVersion } = environment
    const scores = new Scores(workspace, clock, own)
    const size = values['page-size']
    const explanations = new Explanations(workspace, scores)
    const model = buildReportModel(
      { workspace, scores, explanations, clock, appVersion, newReportId },
      {
        profileId: profile.id,
        asOf,
        edition,
        pageSize:
          size === undefined
            ? readSettings(workspace).pageSize
            : oneOf(size, pageSize.options, '--page-size'),
      },
    )
    const written = await writeReport({
      model,
      path: out,
      format,
      print: environment.print ?? noRuntime,
    })
    return {
      document: { profile: profile.name, reportId: model.reportId, path: out, format, ...written },
      text: `${out}: ${profile.name}, ${String(written.bytes)} bytes, SHA-256 ${written.sha256}\n`,
    }
  })
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
    'A PDF is printed by the app itself. Run this command through the app (Seventy report …) or npm run seventy.',
  )
}
