import { parseDay } from '../../../shared/calendar'
import { effortDays, leverId, leverLimit } from '../../../shared/plan'
import { requireProfileNamed } from '../../services/profiles'
import { plan } from '../../services/plans'
import { Scores } from '../../services/scores'
import type { CliEnvironment, CommandResult } from '../environment'
import { editionOption } from '../edition-option'
import { noWords, oneOf, readOptions, required, usage } from '../options'
import { planTable } from '../plan-table'
import { reading } from '../workspace'
import { parseReadings, scoreDate } from './score'

const options = {
  profile: { type: 'string' },
  'as-of': { type: 'string' },
  by: { type: 'string' },
  effort: { type: 'string', multiple: true },
  limit: { type: 'string', multiple: true },
  edition: { type: 'string' },
  reading: { type: 'string', multiple: true },
} as const

/** `plan`: the ranked ways to the threshold, on the score date or by a later day. */
export async function runPlan(
  args: readonly string[],
  environment: CliEnvironment,
): Promise<CommandResult> {
  const { values, positionals } = readOptions('plan', options, args)
  noWords(positionals, 'plan')
  const name = required(values.profile, '--profile NAME', 'plan')
  const asOf = scoreDate(values['as-of'], environment)
  const by = goalDate(values.by, asOf)
  const readings = parseReadings(values.reading ?? [])
  // What is not given is as saved for the partner.
  const settings = {
    effort:
      values.effort && perLever(values.effort, '--effort', effortDays, 'days, such as 2 or 0.5'),
    limit: values.limit && perLever(values.limit, '--limit', leverLimit, 'a whole number'),
  }
  const { edition, own } = editionOption(values.edition)
  return reading(values, environment, (workspace) => {
    const profile = requireProfileNamed(workspace, name)
    const scores = new Scores(workspace, environment.clock, own)
    const query = { profileId: profile.id, asOf, by, edition, readings, settings }
    const document = plan({ workspace, scores }, query)
    return { document, text: planTable(profile.name, document) }
  })
}

/** The date of `--by`; throws `usage` where it is none, or before the score date. */
function goalDate(value: string | undefined, asOf: string): string | undefined {
  if (value === undefined) return undefined
  if (parseDay(value) === undefined) throw usage(`--by takes a date as YYYY-MM-DD, not "${value}".`)
  // Dates of this form sort as text.
  if (value >= asOf) return value
  throw usage(`--by takes a date on or after the score date; ${value} is before ${asOf}.`)
}

/** `LEVER=N` as often as it was given; throws `usage` for an unknown lever or a wrong number. */
function perLever(
  pairs: readonly string[],
  option: string,
  allowed: typeof effortDays | typeof leverLimit,
  expected: string,
): Record<string, number> {
  const chosen = pairs.map((pair) => {
    const equals = pair.indexOf('=')
    if (equals < 0) throw usage(`${option} takes LEVER=NUMBER, not "${pair}".`)
    const lever = oneOf(pair.slice(0, equals), leverId.options, option)
    const text = pair.slice(equals + 1).trim()
    const number = allowed.safeParse(text === '' ? NaN : Number(text))
    if (number.success) return [lever, number.data] as const
    throw usage(`${option} ${lever} takes ${expected}, not "${text}".`)
  })
  return Object.fromEntries(chosen)
}
