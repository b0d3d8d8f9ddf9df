import { parseMonth } from '../../../shared/calendar'
import { requireProfileNamed } from '../../services/profiles'
import { Scores } from '../../services/scores'
import { editionOption } from '../edition-option'
import type { CliEnvironment, CommandResult } from '../environment'
import { noWords, readOptions, required, usage } from '../options'
import { trendTable } from '../trend-table'
import { reading } from '../workspace'
import { parseReadings } from './score'

const options = {
  profile: { type: 'string' },
  from: { type: 'string' },
  to: { type: 'string' },
  edition: { type: 'string' },
  reading: { type: 'string', multiple: true },
} as const

/** `trend`: the score on the first day of every month, and the eligibility window at its end. */
export async function runTrend(
  args: readonly string[],
  environment: CliEnvironment,
): Promise<CommandResult> {
  const { values, positionals } = readOptions('trend', options, args)
  noWords(positionals, 'trend')
  const name = required(values.profile, '--profile NAME', 'trend')
  const from = month(required(values.from, '--from YYYY-MM', 'trend'), '--from')
  const to = month(required(values.to, '--to YYYY-MM', 'trend'), '--to')
  const readings = parseReadings(values.reading ?? [])
  const { edition, own } = editionOption(values.edition)
  return reading(values, environment, (workspace) => {
    const profile = requireProfileNamed(workspace, name)
    const scores = new Scores(workspace, environment.clock, own)
    const trend = scores.trend({ profileId: profile.id, from, to, edition, readings })
    return { document: trend, text: trendTable(profile.name, trend) }
  })
}

function month(value: string, option: string): string {
  if (parseMonth(value) !== undefined) return value
  throw usage(`${option} takes a month as YYYY-MM, not "${value}".`)
}
