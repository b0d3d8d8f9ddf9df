import { FORECAST_MONTHS_AT_MOST, usageAssumption } from '../../../shared/forecast'
import { forecast } from '../../services/forecast'
import { requireProfileNamed } from '../../services/profiles'
import { Scores } from '../../services/scores'
import type { CliEnvironment, CommandResult } from '../environment'
import { forecastTable } from '../forecast-table'
import { editionOption } from '../edition-option'
import { noWords, oneOf, readOptions, required, usage } from '../options'
import { reading } from '../workspace'
import { parseReadings, scoreDate } from './score'

const options = {
  profile: { type: 'string' },
  'as-of': { type: 'string' },
  months: { type: 'string' },
  usage: { type: 'string' },
  edition: { type: 'string' },
  reading: { type: 'string', multiple: true },
} as const

/** What stands beyond is added up to one cause of its month. */
const CAUSES_FOR_PEOPLE = 10
const CAUSES_FOR_SCRIPTS = 200

/** `forecast`: the score in the months to come if nothing is done, and why it changes. */
export async function runForecast(
  args: readonly string[],
  environment: CliEnvironment,
): Promise<CommandResult> {
  const { values, positionals } = readOptions('forecast', options, args)
  noWords(positionals, 'forecast')
  const name = required(values.profile, '--profile NAME', 'forecast')
  const { edition, own } = editionOption(values.edition)
  const asked = {
    asOf: scoreDate(values['as-of'], environment),
    months: values.months === undefined ? undefined : monthCount(values.months),
    usage:
      values.usage === undefined
        ? undefined
        : oneOf(values.usage, usageAssumption.options, '--usage'),
    edition,
    readings: parseReadings(values.reading ?? []),
    limit: values.json ? CAUSES_FOR_SCRIPTS : CAUSES_FOR_PEOPLE,
  }
  return reading(values, environment, (workspace) => {
    const profile = requireProfileNamed(workspace, name)
    const scores = new Scores(workspace, environment.clock, own)
    const document = forecast({ workspace, scores }, { profileId: profile.id, ...asked })
    return { document, text: forecastTable(profile.name, document) }
  })
}

function monthCount(value: string): number {
  const months = /^\d{1,2}$/.test(value) ? Number(value) : 0
  if (months >= 1 && months <= FORECAST_MONTHS_AT_MOST) return months
  throw usage(
    `--months takes a number from 1 to ${String(FORECAST_MONTHS_AT_MOST)}, not "${value}".`,
  )
}
